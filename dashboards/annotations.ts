import type { AnnotationQuery } from '@grafana/schema';
import type { PolicyEvent, PolicyQuery } from '../src/datasource/query';
import { type Language, sayIn } from './language';
import { ask, DATASOURCE } from './query';

/** What a dashboard marks on its time axes; each can be switched on and off at its top. */
export type Marks = 'phases' | 'policies' | 'extensions' | 'imports';

interface Mark {
  name: [zh: string, en: string];
  color: string;
  events: PolicyEvent[];
  /** Months with many extensions would hide what they are drawn on. */
  enable: boolean;
}

const MARKS: Record<Marks, Mark> = {
  phases: { name: ['阶段节点', 'Phases'], color: 'blue', events: ['phase_start', 'phase_end'], enable: true },
  policies: {
    name: ['政策', 'Policies'],
    color: 'purple',
    events: ['policy_issued', 'policy_effective', 'policy_end'],
    enable: true,
  },
  extensions: { name: ['任务延期', 'Extensions'], color: 'orange', events: ['extension'], enable: false },
  imports: { name: ['数据导入', 'Imports'], color: 'text', events: ['import'], enable: false },
};

/** The marks as annotations: of `$unit` and the units below, but imports, which are of the whole ledger. */
export function annotations(marks: Marks[], language: Language) {
  return {
    list: marks.map((mark): AnnotationQuery => {
      const { name, color, events, enable } = MARKS[mark];
      const question = ask({ kind: 'annotations', view: 'rows', events }, language, 'Anno');
      const target: PolicyQuery = mark === 'imports' ? { ...question, scope: {} } : question;
      return {
        name: sayIn(language)(...name),
        enable,
        hide: false,
        iconColor: color,
        datasource: DATASOURCE,
        target: { ...target, limit: 500 } as AnnotationQuery['target'],
      };
    }),
  };
}
