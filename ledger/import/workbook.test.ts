/** A workbook as a clerk sends it, from the file to the ledger: .xlsx, Chinese sheets and headers, dates as Excel keeps them. */
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import writeXlsxFile from 'write-excel-file/universal';
import { type RawCell, REGISTERS, type Sheet, writeProblem } from '../../src/workbook';
import { useTestLedger } from '../postgres/testing';
import { openWorkbook } from './files';
import { importSheets } from './importLedger';

const FIXTURE = path.join(__dirname, '..', '..', 'tests', 'ledger');
const ledger = useTestLedger();
let folder: string;

beforeAll(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 'workbook-'));
});
afterAll(() => fs.rm(folder, { recursive: true }));

/** Numbers as numbers and days as Excel's dates; the rest stays text. */
function excelCell(cell: RawCell) {
  const text = cell === null || cell === undefined ? '' : String(cell);
  if (/^\d{4}-\d\d-\d\d$/.test(text)) {
    return { value: new Date(`${text}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd' };
  }
  return text === ''
    ? null
    : /^-?\d+(\.\d+)?$/.test(text) && text.length < 6
      ? { value: Number(text), type: Number }
      : text;
}

async function writeWorkbook(name: string, sheets: Sheet[]): Promise<string> {
  const file = path.join(folder, name);
  const pages = sheets.map(({ name: register, rows: [header, ...rows] }) => {
    const { zh, columns } = REGISTERS.find((known) => known.name === register)!;
    return {
      sheet: zh,
      data: [
        header.map((column) => columns.find((known) => known.name === column)!.zh),
        ...rows.map((row) => row.map(excelCell)),
      ],
    };
  });
  const blob = await writeXlsxFile(pages as Parameters<typeof writeXlsxFile>[0]).toBlob();
  await fs.writeFile(file, Buffer.from(await blob.arrayBuffer()));
  return file;
}

async function importFile(file: string) {
  const { sheets, problems, ...opened } = await openWorkbook(file);
  const imported = await importSheets(ledger.client, sheets, {
    ...opened,
    reportedBy: '王××',
    recordedAt: new Date('2026-10-31T08:00:00Z'),
  });
  return { ...imported, problems: [...problems, ...imported.problems] };
}

const counts = async () =>
  (
    await ledger.client.query(`SELECT (SELECT count(*) FROM ledger.observation)::int AS observations,
      (SELECT count(*) FROM ledger.task)::int AS tasks, (SELECT count(*) FROM ledger.risk_review)::int AS reviews`)
  ).rows[0];

it('with one bad cell names it in Chinese by sheet, row and column, and stores nothing', async () => {
  const { sheets } = await openWorkbook(FIXTURE);
  const broken = sheets.map((sheet) =>
    sheet.name === 'observation'
      ? {
          ...sheet,
          rows: sheet.rows.map((row, i) => (i === 3 ? row.map((cell, j) => (j === 3 ? '约八成' : cell)) : row)),
        }
      : sheet
  );
  const { outcome, problems } = await importFile(await writeWorkbook('broken.xlsx', broken));
  expect(outcome).toBe('refused');
  expect(problems.map((problem) => writeProblem(problem, 'zh-Hans'))).toEqual([
    '工作表“监测值”第 4 行“数值”列，内容“约八成”：不是数字：请只填一个数字。',
  ]);
  expect(await counts()).toEqual({ observations: 0, tasks: 0, reviews: 0 });
});

it('is stored whole, and equals the same registers as .csv', async () => {
  const { sheets } = await openWorkbook(FIXTURE);
  const { outcome, problems } = await importFile(await writeWorkbook('台账.xlsx', sheets));
  expect(problems.map((problem) => writeProblem(problem, 'zh-Hans'))).toEqual([]);
  expect(outcome).toBe('stored');
  const rowsOf = (register: string) => sheets.find(({ name }) => name === register)!.rows.length - 1;
  expect(await counts()).toEqual({
    observations: rowsOf('observation'),
    tasks: rowsOf('task'),
    reviews: rowsOf('risk_review'),
  });
  expect((await importFile(FIXTURE)).outcome).toBe('unchanged');
});
