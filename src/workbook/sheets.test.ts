import { REGISTERS } from './registers';
import { readSheets } from './sheets';

describe('a workbook', () => {
  it('may have its headers in Chinese, English, by code or both, in any order', () => {
    const rows = [
      ['2026-10', '84.1', 'implementation_rate', '990100'],
      ['2026-09', '83.9', 'implementation_rate', '990100'],
    ];
    const headers = [
      ['期间', '数值', '指标', '单位'],
      ['Period', ' value ', 'INDICATOR', 'Unit'],
      ['period', 'value', 'indicator_id', 'unit_id'],
      ['期间\nPeriod', '数值\nValue', '指标 / Indicator', '单位*'],
    ];
    const read = headers.map((header) => readSheets([{ name: '监测值', rows: [header, ...rows] }]));
    read.forEach(({ tables, problems, notes }) => {
      expect([problems, notes]).toEqual([[], []]);
      expect(tables.observation!.rows).toEqual(read[0].tables.observation!.rows);
    });
  });

  it('numbers rows as Excel does, below a title and across blank rows', () => {
    const { tables } = readSheets([
      {
        name: 'Units',
        rows: [
          ['2026 年组织机构'],
          [],
          ['单位代码', '层级', '名称', '英文名称'],
          ['1', '省', 'a', 'b'],
          [null, ' '],
          ['2', '市', 'c', 'd'],
        ],
      },
    ]);
    expect(tables.org_unit!.rows.map(({ row }) => row)).toEqual([4, 6]);
  });

  it('names every bad cell with its sheet, row, column and value', () => {
    const { problems } = readSheets([
      {
        name: '组织机构',
        rows: [
          ['单位代码', '层级', '名称', '英文名称', '启用日期'],
          ['99 00', '省', '某省', 'P', '2026-02-30'],
          ['990100', '镇长', '', 'C', ''],
        ],
      },
    ]);
    expect(problems.map(({ row, column, value }) => [row, column, value])).toEqual([
      [2, '单位代码', '99 00'],
      [2, '启用日期', '2026-02-30'],
      [3, '层级', '镇长'],
      [3, '名称', undefined],
    ]);
  });

  it('says which sheets and columns it does not know, and guesses what was meant', () => {
    const { problems, notes } = readSheets([
      { name: '监测直', rows: [['a']] },
      { name: '工作笔记', rows: [['a']] },
      {
        name: '部门',
        rows: [
          ['部门代码', '名称', '英文名', '备注'],
          ['x', 'y', 'z', ''],
        ],
      },
    ]);
    expect(problems.map(({ sheet, column, message }) => [sheet, column, message.en])).toEqual([
      ['监测直', undefined, 'No register has this name: did you mean "Observations"; rename or delete the sheet.'],
      ['部门', '英文名', 'There is no such column: did you mean "Name (English)"; rename or delete it.'],
      ['部门', '英文名称 Name (English)', 'A required column is missing: add it.'],
    ]);
    expect(notes.map(({ sheet, column }) => [sheet, column])).toEqual([
      ['工作笔记', undefined],
      ['部门', '备注'],
    ]);
  });

  it('refuses a register that stands in two sheets, and a sheet without a header', () => {
    const { problems } = readSheets([
      { name: 'department', rows: [['department_id', 'name_zh', 'name_en']] },
      { name: '部门', rows: [['部门代码', '名称', '英文名称']] },
      { name: 'risk', rows: [['R-1', 'x']] },
    ]);
    expect(problems.map(({ sheet }) => sheet)).toEqual(['部门', 'risk']);
  });

  it('without any sheet of the ledger is refused', () => expect(readSheets([]).problems).toHaveLength(1));
});

describe('the registers', () => {
  it('have no two columns or sheets that answer to the same name', () => {
    const sheets = REGISTERS.flatMap(({ name, zh, en }) => [name, zh, en]);
    expect(new Set(sheets).size).toBe(sheets.length);
    REGISTERS.forEach(({ columns }) => {
      const names = columns.flatMap(({ name, zh, en }) => [name, zh, en].map((one) => one.toLowerCase()));
      const own = columns.map(({ name, zh, en }) => new Set([name, zh, en].map((one) => one.toLowerCase())).size);
      expect(new Set(names).size).toBe(own.reduce((sum, size) => sum + size, 0));
    });
  });

  it('give for every required column an example that they themselves accept', () => {
    REGISTERS.forEach((register) => {
      const { problems } = readSheets([
        {
          name: register.zh,
          rows: [register.columns.map(({ zh }) => zh), register.columns.map(({ example }) => example)],
        },
      ]);
      expect(problems).toEqual([]);
    });
  });
});
