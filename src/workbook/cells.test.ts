import { type RawCell, readCell } from './cells';
import { type Column, registerOf, type RegisterName } from './registers';

const column = (register: RegisterName, name: string): Column =>
  registerOf(register).columns.find((one) => one.name === name)!;
const read = (register: RegisterName, name: string, raw: RawCell) => readCell(column(register, name), raw);
const value = (raw: RawCell) => read('observation', 'value', raw).value;

describe('a measure', () => {
  it.each<[RawCell, number, string]>([
    [84.1, 84.1, ''],
    ['84.1', 84.1, ''],
    ['84.1%', 84.1, '%'],
    ['８４．１％', 84.1, '%'],
    ['0.841', 0.841, ''],
    ['1,234,567.5', 1234567.5, ''],
    ['1.1亿', 110_000_000, ''],
    ['1.8 亿元', 180_000_000, ''],
    ['3.5万', 35_000, ''],
    ['+25个百分点', 25, 'pp'],
    ['−30%', -30, '%'],
    ['22天', 22, ''],
    ['第30位', 30, ''],
    ['是', 1, 'yes_no'],
    ['no', 0, 'yes_no'],
    ['1e3', 1000, ''],
  ])('written %p is %p%s', (raw, amount, sign) => expect(value(raw)).toEqual({ amount, sign }));

  it.each(['abc', '84.1.2', '1,23', '12-13', '%', '--5', '１２／３', 'NaN', 'Infinity', '1e999', new Date(0)])(
    'is refused where it is %p',
    (raw) => expect(read('observation', 'value', raw).problem?.en).toMatch(/not a number/)
  );

  it.each(['1e101', '-1e300', '1e99万'])('is refused as too large where it is %p', (raw) =>
    expect(read('observation', 'value', raw).problem?.en).toMatch(/too large/)
  );
});

describe('a word', () => {
  it.each(['省', 'province', ' Province ', '2', '省级'])('is understood when it is written "%s"', (written) =>
    expect(read('org_unit', 'tier', written)).toEqual({ value: '2' })
  );

  it('that is mistyped is refused with the one that was meant', () =>
    expect(read('org_unit', 'tier', 'provnce').problem?.en).toBe(
      'Write one of: central, province, city, county, township; did you mean "province".'
    ));

  it('is never taken from another list', () => expect(read('task', 'day_kind', '省').problem).toBeDefined());
});

describe('a date cell', () => {
  it.each<RawCell>([new Date('2026-10-31T00:00:00Z'), '2026/10/31', 46326, ' 2026年10月31日 '])(
    'is read from %p',
    (raw) => expect(read('task', 'due_date', raw)).toEqual({ value: '2026-10-31' })
  );

  it('that is no date says how to write one', () =>
    expect(read('task', 'due_date', '31.10.').problem?.zh).toBe(
      '不是日期：请写成 2026-10-31、2026/10/31 或 2026年10月31日。'
    ));
});

describe('a moment', () => {
  it('is a day, or a day with a time', () => {
    expect(read('observation', 'reported_at', '2026/11/5').value).toBe('2026-11-05 00:00:00');
    expect(read('observation', 'reported_at', '2026-11-05 9:30').value).toBe('2026-11-05 09:30:00');
    expect(read('observation', 'reported_at', new Date('2026-11-05T09:30:00Z')).value).toBe('2026-11-05 09:30:00');
    expect(read('observation', 'reported_at', '2026-11-05 25:00').problem).toBeDefined();
  });
});

describe('other cells', () => {
  it('keep the punctuation of a title and lose what cannot be seen', () =>
    expect(read('task', 'title_zh', '\ufeff 老旧小区　改造（一期）\u0000 ').value).toBe('老旧小区 改造（一期）'));

  it('split a list at any of the usual marks', () =>
    expect(read('task', 'supporting_departments', 'finance、 planning，office;data').value).toEqual([
      'finance',
      'planning',
      'office',
      'data',
    ]));

  it('take a number for an id', () => expect(read('observation', 'unit_id', 990100).value).toBe('990100'));

  it('are null when empty, whatever their type', () =>
    registerOf('task').columns.forEach((one) => expect(readCell(one, ' \u200b ')).toEqual({ value: null })));

  it('refuse a score beyond 7 and a fraction of a level', () => {
    expect(read('risk_review', 'current_impact', 8).problem?.en).toBe('This must lie between 1 and 7: correct it.');
    expect(read('risk_review', 'current_impact', 2.5).problem).toBeDefined();
  });

  it('refuse a link that is none', () =>
    expect(read('task_completion', 'evidence_url', 'javascript:alert(1)').problem).toBeDefined());
});
