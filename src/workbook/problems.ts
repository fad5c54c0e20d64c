/** What is wrong with a workbook, said so that the person who filled it can put it right. */

export type Language = 'zh-Hans' | 'en-US';
export interface Sentence {
  zh: string;
  en: string;
}

/** One bad cell, row, sheet or file. */
export interface Problem {
  /** Name of the sheet, or of the file, as it was given. */
  sheet: string;
  /** Row as Excel numbers it, from 1; undefined where the whole sheet is meant. */
  row?: number;
  /** The column's header as it was given; undefined where the whole row is meant. */
  column?: string;
  /** The cell as it was given. */
  value?: string;
  /** One sentence: what is wrong and what to do. */
  message: Sentence;
}

export const say = (zh: string, en: string): Sentence => ({ zh, en });

export const inLanguage = (sentence: Sentence, language: Language): string =>
  language === 'zh-Hans' ? sentence.zh : sentence.en;

const SHOWN = 60;
const short = (value: string) => (value.length > SHOWN ? `${value.slice(0, SHOWN)}…` : value);

/** A problem in one line: where, what stands there, and its sentence. */
export function writeProblem({ sheet, row, column, value, message }: Problem, language: Language): string {
  const zh = language === 'zh-Hans';
  const place = [
    zh ? `工作表“${sheet}”` : `Sheet "${sheet}"`,
    row === undefined ? '' : zh ? `第 ${row} 行` : `row ${row}`,
    column === undefined ? '' : zh ? `“${column}”列` : `column "${column}"`,
  ].filter(Boolean);
  const content =
    value === undefined || value === '' ? '' : zh ? `，内容“${short(value)}”` : `, value "${short(value)}"`;
  return `${place.join(zh ? '' : ', ')}${content}${zh ? '：' : ': '}${inLanguage(message, language)}`;
}
