/** What a ledger holds, for whoever operates it. */
import type { ClientBase } from 'pg';
import { readSections } from './sections';

export interface LedgerStatus {
  /** Files that were applied, the newest schema file last; `monitor` stands for the methods. */
  migrations: string[];
  rows: Array<{ name: string; rows: number }>;
  /** Last day of the latest period observed; null in an empty ledger. */
  latestPeriod: string | null;
  /** Last year of which the calendar lists days; null where it lists none. */
  calendarYear: number | null;
  latestBatch: { fileName: string; reportedBy: string; recordedAt: Date; sha256: string } | null;
}

const SQL = readSections('status.sql', ['migrations', 'rows', 'latest']);

/** @throws the database's error; its code 42P01 means that there is no ledger yet */
export async function readStatus(client: ClientBase): Promise<LedgerStatus> {
  const migrations = await client.query(SQL.migrations);
  const { rows } = await client.query(SQL.rows);
  const [latest] = (await client.query(SQL.latest)).rows;
  return {
    migrations: migrations.rows.map(({ file }) => file),
    rows,
    latestPeriod: latest.period,
    calendarYear: latest.calendar_year,
    latestBatch:
      latest.file_name === null
        ? null
        : {
            fileName: latest.file_name,
            reportedBy: latest.reported_by,
            recordedAt: latest.recorded_at,
            sha256: latest.file_sha256,
          },
  };
}

/** The status in lines. */
export function writeStatus({ migrations, rows, latestPeriod, calendarYear, latestBatch }: LedgerStatus): string[] {
  const schema = migrations.filter((file) => file !== 'monitor').pop() ?? 'none';
  return [
    `schema          ${schema}`,
    ...rows.map(({ name, rows: count }) => `${name.padEnd(15)} ${count}`),
    `latest period   ${latestPeriod ?? 'none: import observations'}`,
    `latest batch    ${
      latestBatch
        ? `${latestBatch.fileName} by ${latestBatch.reportedBy}, ${latestBatch.recordedAt.toISOString()}, SHA-256 ${latestBatch.sha256}`
        : 'none: import a workbook'
    }`,
    calendarYear === null
      ? 'calendar        empty: working days are Monday to Friday until holidays are imported'
      : `calendar        known to the end of ${calendarYear}; later working days are Monday to Friday`,
  ];
}
