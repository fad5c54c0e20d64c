import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import { openWorkbook } from './files';

let folder: string;
beforeEach(() => (folder = fs.mkdtempSync(path.join(os.tmpdir(), 'shigan-files-'))));
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

const write = (name: string, content: string | Buffer) => fs.writeFileSync(path.join(folder, name), content);

/** Node decodes GB18030 but does not write it: every two-byte character, the other way round. */
function toGb18030(text: string): Buffer {
  const decoder = new TextDecoder('gb18030');
  const bytes = new Map<string, Buffer>();
  for (let high = 0x81; high <= 0xfe; high++) {
    for (let low = 0x40; low <= 0xfe; low++) {
      const pair = Buffer.from([high, low]);
      bytes.set(decoder.decode(pair), pair);
    }
  }
  return Buffer.concat([...text].map((char) => (char.charCodeAt(0) < 128 ? Buffer.from(char) : bytes.get(char)!)));
}

describe('a folder of CSV files', () => {
  const text =
    '部门代码,名称,英文名称\r\nhousing,"住房,城乡建设","Housing\nand construction"\r\n\r\nfinance,财政,Finance\r\n';
  const rows = [
    ['部门代码', '名称', '英文名称'],
    ['housing', '住房,城乡建设', 'Housing\nand construction'],
    [''],
    ['finance', '财政', 'Finance'],
  ];

  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`)],
    ['GB18030, as Chinese Excel writes it', toGb18030(text)],
    ['UTF-16 with a mark and tabs', Buffer.from(`\ufeff${text.replace(/([^\n"])?,(?!城)/g, '$1\t')}`, 'utf16le')],
  ])('is read in %s', async (_, content) => {
    write('部门.csv', content);
    const { sheets, problems, source } = await openWorkbook(folder);
    expect(problems).toEqual([]);
    expect(source).toBe('csv');
    expect(sheets).toEqual([{ name: '部门', rows }]);
  });

  it('has one digest for its names and contents, whatever else lies beside them', async () => {
    write('department.csv', text);
    const before = await openWorkbook(folder);
    write('README.md', 'notes');
    expect((await openWorkbook(folder)).sha256).toBe(before.sha256);
    write('department.csv', `${text}x,y,z\n`);
    expect((await openWorkbook(folder)).sha256).not.toBe(before.sha256);
  });

  it('names the file that is no text', async () => {
    write('department.csv', Buffer.from([0x41, 0x80, 0xff, 0xff, 0x81]));
    const { problems } = await openWorkbook(folder);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({
      sheet: 'department.csv',
      message: { zh: expect.stringContaining('另存为“CSV UTF-8”') },
    });
  });

  it('without any CSV file says so', async () =>
    expect((await openWorkbook(folder)).problems[0].message.en).toMatch(/holds no \.csv file/));
});

describe('an Excel file', () => {
  const excel = async (data: SheetData, sheet = '监测值') => {
    const file = path.join(folder, 'book.xlsx');
    await writeXlsxFile([{ data, sheet }]).toFile(file);
    return openWorkbook(file);
  };

  it('gives a cell that shows 84.1% as such, and one that shows 0.841 as 0.841', async () => {
    const { sheets, problems } = await excel([
      ['数值', '期间'],
      [{ value: 0.841, type: Number, format: '0.0%' }, 'a'],
      [{ value: 0.841, type: Number, format: '0.000' }, 'b'],
      [{ value: 84.1, type: Number }, 'c'],
      [{ value: -0.3, type: Number, format: '0%' }, 'd'],
    ]);
    expect(problems).toEqual([]);
    expect(sheets[0].rows.slice(1).map(([value]) => value)).toEqual(['84.1%', 0.841, 84.1, '-30%']);
  });

  it('keeps dates as dates and blank rows as rows', async () => {
    const { sheets } = await excel([
      ['日期'],
      [null],
      [{ value: new Date('2026-10-31T00:00:00Z'), type: Date, format: 'yyyy-mm-dd' }],
    ]);
    expect(sheets[0].rows).toHaveLength(3);
    expect(sheets[0].rows[2][0]).toEqual(new Date('2026-10-31T00:00:00Z'));
  });

  it.each(['', 'not a zip', 'PK\u0003\u0004 broken'])('that holds "%s" is refused in one sentence', async (content) => {
    write('book.xlsx', content);
    expect((await openWorkbook(path.join(folder, 'book.xlsx'))).problems[0].message.en).toMatch(
      /no readable \.xlsx file/
    );
  });

  it('that does not exist is refused', async () =>
    expect((await openWorkbook(path.join(folder, 'none.xlsx'))).problems[0].message.en).toMatch(/cannot be opened/));
});
