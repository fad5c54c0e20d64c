import path from 'node:path';
import type { Dashboard } from '@grafana/schema';
import { type Language, LANGUAGES, type Name, NAMES } from './language';
import { overview } from './overview';
import { policy } from './policy';
import { risks } from './risks';
import { targets } from './targets';
import { tasks } from './tasks';
import { unit } from './unit';

const MAKERS: Record<Name, (language: Language) => Dashboard> = { overview, targets, tasks, risks, unit, policy };

export interface File {
  /** Below `dashboards/json`: `zh-Hans/overview.json`. */
  path: string;
  language: Language;
  name: Name;
  dashboard: Dashboard;
}

/** Every dashboard in every language, with the file it is kept in. */
export function allDashboards(): File[] {
  return LANGUAGES.flatMap((language) =>
    NAMES.map((name) => ({
      path: path.posix.join(language, `${name}.json`),
      language,
      name,
      dashboard: MAKERS[name](language),
    }))
  );
}

/** The text of a dashboard's file. */
export function asJson(dashboard: Dashboard): string {
  return `${JSON.stringify(dashboard, null, 2)}\n`;
}
