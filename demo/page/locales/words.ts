/** The page's words, and those of @grafana/ui that its npm package lacks in Chinese. */
import english from './en-US.json';
import chinese from './zh-Hans.json';

/** Their namespace, which holds the words of @grafana/scenes as well. */
export const WORDS = 'shigan-demo';

export const ownWords = async (language: string): Promise<Record<string, any>> => (language === 'zh-Hans' ? chinese : english);
