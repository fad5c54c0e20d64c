/** What an import did, in one line for the person who ran it. */
import type { Language } from '../../src/workbook';
import { REGISTERS } from '../../src/workbook/registers';
import type { Imported } from './importLedger';

/** One sentence about an import that was not refused; tables are named as the workbook's sheets are. */
export function summaryOf(fileName: string, { outcome, counts, batchId }: Imported, language: Language): string {
  const zh = language === 'zh-Hans';
  if (outcome === 'empty') {
    return zh
      ? `${fileName}：工作簿中没有数据，未导入：请在表头下方填写。`
      : `${fileName}: the workbook holds no rows, nothing was stored: fill its sheets below the headers.`;
  }
  if (outcome === 'unchanged') {
    return zh
      ? `${fileName}：内容均已在台账中，未导入任何数据。`
      : `${fileName}: the ledger knew all of it already; nothing was stored.`;
  }
  const rows = Object.entries(counts).map(([table, count]) => `${nameOf(table, zh)} ${count}`);
  return zh
    ? `${fileName}：已入库 ${rows.join('、')}（批次 ${batchId}）。`
    : `${fileName}: stored ${rows.join(', ')} (batch ${batchId}).`;
}

/** A list within a sheet is a table of its own in the ledger. */
const LISTS: Record<string, { zh: string; en: string }> = {
  policy_department: { zh: '政策的部门', en: "Policies' departments" },
  risk_grid_axis: { zh: '风险矩阵的轴', en: 'Axes of the risk grid' },
  risk_grid_cell: { zh: '风险矩阵的格', en: 'Cells of the risk grid' },
  task_support: { zh: '任务的配合部门', en: "Tasks' supporting departments" },
};

function nameOf(table: string, zh: boolean): string {
  const known = REGISTERS.find(({ name }) => name === table) ?? LISTS[table];
  return known ? (zh ? known.zh : known.en) : table;
}
