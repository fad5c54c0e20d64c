/** What the data source says of its own state: its resource `GET setup`, docs/query-kinds.md. */
export const STEPS = ['connection', 'schema', 'roles', 'data'] as const;
export type StepId = (typeof STEPS)[number];

export interface SetupStep {
  id: StepId;
  ok: boolean;
  /** What was found. */
  message: string;
  /** What to do; empty where all is well. */
  fix?: string;
}

export interface SetupReport {
  steps: SetupStep[];
  counts: Record<string, number>;
  /** The latest day that the ledger has data of; empty where it has none. */
  asOf?: string;
  ledger?: { name_zh?: string; name_en?: string };
  jurisdiction?: string;
  /** How the database's schema compares with this version's; empty where that cannot be told yet. */
  schema?: '' | 'missing' | 'older' | 'current' | 'newer';
  /** Version of the `ledger.sql` that the server ships; empty where it ships none. */
  script?: string;
}

/** A data source that answers resources; Grafana's type leaves the method open. */
type Answering = {
  getResource: (path: string, params?: Record<string, string>) => Promise<SetupReport>;
};

export async function readSetup(datasource: object, language: string): Promise<SetupReport> {
  const report = await (datasource as Answering).getResource('setup', { language });
  return { ...report, steps: report.steps ?? [], counts: report.counts ?? {} };
}

/** Whether the ledger can be shown. */
export function isReady({ steps }: SetupReport): boolean {
  return steps.length > 0 && steps.every(({ ok }) => ok);
}

export function ledgerName({ ledger }: SetupReport, language: string): string {
  return (language.startsWith('zh') ? ledger?.name_zh : ledger?.name_en) ?? '';
}
