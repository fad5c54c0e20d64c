import path from 'node:path';
import { loadFixture } from '../../tests/ledger/load';
import { REGISTERS, type Sheet, writeProblem } from '../../src/workbook';
import { useTestLedger } from '../postgres/testing';
import { randomOf } from '../sample/random';
import { openWorkbook } from './files';
import { type ImportOptions, importSheets } from './importLedger';
import { sentenceOf } from './refusals';

const ledger = useTestLedger();
const FIXTURE = path.join(__dirname, '..', '..', 'tests', 'ledger');
const OPTIONS: ImportOptions = {
  source: 'csv',
  fileName: 'test',
  sha256: '0'.repeat(64),
  reportedBy: 'tester',
  recordedAt: new Date('2026-11-10T02:00:00Z'),
};

const load = (...sheets: Array<{ name: string; rows: unknown[][] }>) =>
  importSheets(ledger.client, sheets as Sheet[], OPTIONS);
const rowsOf = async (sql: string) => (await ledger.client.query(sql)).rows;
const allFacts = () =>
  rowsOf(`SELECT (SELECT count(*) FROM ledger.batch)::int AS batches, (SELECT count(*) FROM ledger.observation)::int AS observations,
    (SELECT count(*) FROM ledger.task)::int AS tasks, (SELECT count(*) FROM ledger.org_unit)::int AS units`);

beforeAll(() => loadFixture(ledger.client));

const observation = (...rows: unknown[][]) => ({
  name: '监测值',
  rows: [['单位', '指标', '期间', '数值', '填报人'], ...rows],
});
const HEADER = ['单位', '指标', '阶段', '基期值', '基期日期', '目标值', '起算日期', '到期日期', '调整原因'];
const target = (value: number, reason = '') => ({
  name: '阶段目标',
  rows: [HEADER, ['甲市', '政策落地率', '中期', 82, '2024-12-31', value, '2025-01-01', '2026-12-31', reason]],
});

describe('the fixture ledger', () => {
  it('is stored in two batches, each with its moment and its counts', async () => {
    expect(
      await rowsOf('SELECT file_name, recorded_at, row_counts FROM ledger.batch ORDER BY recorded_at')
    ).toMatchObject([
      {
        file_name: 'ledger',
        recorded_at: new Date('2026-10-31T08:00:00Z'),
        row_counts: { task: 12, task_support: 12 },
      },
      { file_name: 'corrections', recorded_at: new Date('2026-11-05T02:00:00Z'), row_counts: { observation: 1 } },
    ]);
  });

  it("keeps moments in the ledger's time zone", async () =>
    expect(
      await rowsOf(
        `SELECT reported_at FROM ledger.observation WHERE unit_id = '990000' AND indicator_id = 'implementation_rate' AND period = '2026-10-31'`
      )
    ).toEqual([{ reported_at: new Date('2026-10-31T01:00:00Z') }]));

  it('has a due date 20 working days after the start, across the holidays', async () =>
    expect(await rowsOf(`SELECT due_date::text FROM ledger.task WHERE task_id = 'T-11'`)).toEqual([
      { due_date: '2026-10-15' },
    ]));

  it('has targets that were given as a change', async () =>
    expect(
      await rowsOf(
        `SELECT indicator_id, target_value FROM ledger.phase_target WHERE indicator_id IN ('response_days', 'research_spending') ORDER BY 1`
      )
    ).toEqual([
      { indicator_id: 'research_spending', target_value: 1_560_000_000 },
      { indicator_id: 'response_days', target_value: 15 },
    ]));

  it('shows in the read models what it holds', async () => {
    const statuses = () =>
      rowsOf("SELECT task_id, status FROM monitor.task_status('2026-10-31', NULL, true, 'en-US') ORDER BY task_id");
    const before = await statuses();
    await ledger.client.query('SELECT monitor.rebuild()');
    expect(await statuses()).toEqual(before);
    expect(before.filter(({ status }) => status === 'overdue')).toHaveLength(6);
  });
});

describe('importing again', () => {
  it('stores nothing where nothing changed, and says so', async () => {
    const before = await allFacts();
    const { sheets } = await openWorkbook(FIXTURE);
    // The correction came later: the folder's own value of September would be a change.
    const same = sheets.map((sheet) =>
      sheet.name === 'observation'
        ? { ...sheet, rows: sheet.rows.filter((row) => !(row[0] === '990000' && row[2] === '2026-09')) }
        : sheet
    );
    expect(await load(...(same as never[]))).toMatchObject({ outcome: 'unchanged', counts: {}, problems: [] });
    expect(await allFacts()).toEqual(before);
  });

  it('makes a changed observation a new revision and leaves the others alone', async () => {
    const one = ['甲市', '政策落地率', '2026-08', 86.4, '李××'];
    // Only the value is given, so that numerator and denominator are no longer known: that is a change, too.
    expect((await load(observation(one, ['990101', 'implementation_rate', '2026-08', 81, '赵××']))).counts).toEqual({
      observation: 2,
    });
    expect((await load(observation(one))).outcome).toBe('unchanged');
    expect(
      await rowsOf(`SELECT revision, value, batch_id IS NOT NULL AS known FROM ledger.observation
        WHERE unit_id = '990100' AND indicator_id = 'implementation_rate' AND period = '2026-08-31' ORDER BY revision`)
    ).toEqual([
      { revision: 1, value: 86, known: true },
      { revision: 2, value: 86.4, known: true },
    ]);
  });

  it('asks a changed target for its reason, then keeps both', async () => {
    expect((await load(target(87))).problems.map((problem) => writeProblem(problem, 'zh-Hans'))).toEqual([
      '工作表“阶段目标”第 2 行“调整原因”列：与已登记的目标（88，2026-12-31 到期）不同：请写明调整原因。',
    ]);
    expect((await load(target(87, '口径变化'))).counts).toEqual({ phase_target: 1 });
    expect((await load(target(87, '口径变化'))).outcome).toBe('unchanged');
  });

  it('refuses to change an event that was recorded', async () => {
    const extension = (due: string) => ({
      name: 'task_extension',
      rows: [
        ['unit_id', 'task_id', 'extended_on', 'new_due_date', 'reason'],
        ['乙一县', 'T-08', '2026-06-28', due, '规划方案重报'],
      ],
    });
    expect((await load(extension('2026-09-15'))).outcome).toBe('unchanged');
    expect((await load(extension('2026-09-30'))).problems[0].message.en).toMatch(
      /recorded already \(as "2026-09-15"\)/
    );
  });

  it('replaces the supporting departments of a policy', async () => {
    const policy = (support: string) => ({
      name: 'policy',
      rows: [
        [
          'policy_id',
          'title_zh',
          'title_en',
          'unit_id',
          'domain_id',
          'lead_department',
          'supporting_departments',
          'issued_on',
          'effective_on',
        ],
        [
          'P-INNOVATION',
          '企业创新支持办法',
          'Support for innovation in enterprises',
          '990000',
          'manufacturing',
          'science',
          support,
          '2024-02-20',
          '2024-03-01',
        ],
      ],
    });
    expect((await load(policy('office、housing'))).counts).toEqual({ policy_department: 3 });
    expect(
      await rowsOf(`SELECT department_id FROM ledger.policy_department WHERE policy_id = 'P-INNOVATION' ORDER BY 1`)
    ).toEqual(['housing', 'office', 'science'].map((department_id) => ({ department_id })));
  });

  describe('a task with the right supporting departments', () => {
    const COLUMNS = [
      ...['unit_id', 'task_id', 'title_zh', 'title_en', 'policy_id', 'step', 'lead_department', 'accountable_officer'],
      ...['start_date', 'due_date', 'day_kind', 'weight'],
    ];
    const CELLS = ['990100', 'T-02', '逾期五日办结', 'Done five days late', 'P-HOUSING', '2', 'housing', '王××'];
    const DAYS = ['2026-02-01', '2026-06-30', 'calendar', '1'];
    const task = (...list: string[]) => ({
      name: 'task',
      rows: [
        [...COLUMNS, ...list.map(() => 'supporting_departments')],
        [...CELLS, ...DAYS, ...list],
      ],
    });
    const revisions = () =>
      rowsOf(`SELECT department_id, revision, supports FROM ledger.task_support
        WHERE unit_id = '990100' AND task_id = 'T-02' ORDER BY 1, 2`);
    const shown = async () =>
      (
        await rowsOf(`SELECT supporting_department_ids FROM monitor.task_status('2026-03-31', '{990100}', false, 'en-US')
          WHERE task_id = 'T-02'`)
      )[0].supporting_department_ids;

    it('takes the wrong one back by a new revision, and says so', async () => {
      const imported = await load(task('office、science'));
      expect(imported.counts).toEqual({ task_support: 2 });
      expect(imported.notes.map((note) => writeProblem(note, 'zh-Hans'))).toEqual([
        expect.stringMatching(
          /^工作表“task”“supporting_departments”列：以下部门不再配合该任务（第 2 行\S+）：如非本意/
        ),
      ]);
      expect(await revisions()).toEqual([
        { department_id: 'finance', revision: 1, supports: true },
        { department_id: 'finance', revision: 2, supports: false },
        { department_id: 'office', revision: 1, supports: true },
        { department_id: 'science', revision: 1, supports: true },
      ]);
      // A correction holds for all days, as that of a task does.
      expect(await shown()).toEqual(['office', 'science']);
      expect(await load(task('office、science'))).toMatchObject({ outcome: 'unchanged', notes: [] });
    });

    it('leaves the list alone where the sheet has no such column', async () => {
      expect(await load(task())).toMatchObject({ outcome: 'unchanged', notes: [] });
      expect(await shown()).toEqual(['office', 'science']);
    });

    it('may have none, and the first ones again', async () => {
      expect((await load(task(''))).counts).toEqual({ task_support: 2 });
      expect(await shown()).toEqual([]);
      expect((await load(task('finance、office'))).counts).toEqual({ task_support: 2 });
      expect(await shown()).toEqual(['finance', 'office']);
      expect(await revisions()).toHaveLength(8);
    });
  });
});

describe('a broken workbook', () => {
  it('has every bad cell named, over all sheets, and stores nothing', async () => {
    const before = await allFacts();
    const imported = await load(
      {
        name: '组织机构',
        rows: [
          ['单位代码', '上级单位', '层级', '名称', '英文名称'],
          ['990301', '990300', '县', '丙一县', 'County C1'],
        ],
      },
      observation(
        ['丙一县', '政策落地率', '2026-09', 80],
        ['甲市', '政策落地', '2026-9月', 'x'],
        ['甲市', '政策落地率', '2026-10', 180]
      ),
      {
        name: '办结',
        rows: [
          ['单位', '任务编号', '办结日期'],
          ['甲市', 'T-99', '2026-10-01'],
          ['甲市', 'T-03', '2026-01-01'],
        ],
      }
    );
    expect(imported.outcome).toBe('refused');
    expect(imported.problems.map(({ sheet, row, column }) => `${sheet} ${row} ${column}`).sort()).toEqual(
      [
        '组织机构 2 上级单位',
        '监测值 3 数值',
        '监测值 3 指标',
        '监测值 4 数值',
        '办结 2 任务编号',
        '办结 3 办结日期',
      ].sort()
    );
    expect(await allFacts()).toEqual(before);
  });

  it('that the database itself refuses becomes one sentence, and stores nothing', async () => {
    const before = await allFacts();
    await ledger.client.query(
      "ALTER TABLE ledger.department ADD CONSTRAINT department_is_not_secret CHECK (department_id <> 'secret')"
    );
    const imported = await load(
      {
        name: 'department',
        rows: [
          ['department_id', 'name_zh', 'name_en'],
          ['fine', '好', 'Fine'],
          ['secret', '密', 'Secret'],
        ],
      },
      observation(['甲市', '政策落地率', '2026-07', 85])
    );
    expect(imported).toMatchObject({ outcome: 'refused', counts: {} });
    expect(imported.problems).toHaveLength(1);
    expect(imported.problems[0].message.en).toMatch(
      /^The database refused department\.department_is_not_secret \(.+\): correct the row/
    );
    expect(await allFacts()).toEqual(before);
    expect(await rowsOf("SELECT FROM ledger.department WHERE department_id = 'fine'")).toEqual([]);
  });

  it('of random cells is refused or stored, but never breaks the import', async () => {
    const random = randomOf(7, 'rubbish');
    const cells = [
      null,
      '',
      'x',
      '990100',
      '甲市',
      'implementation_rate',
      '2026-10',
      '2026Q3',
      '2026-02-30',
      84.1,
      -1,
      1e308,
      '1e309',
      NaN,
      Infinity,
      true,
      new Date(NaN),
      new Date('2026-01-01'),
      '是',
      '\u0000',
      "'; DROP TABLE ledger.batch; --",
      '\ud800',
      '\\N',
      'a\tb\nc',
      '😀'.repeat(300),
      '%',
      'short',
      'P-HOUSING',
      'T-01',
      'R-01',
      '0 0 1',
      '市',
      '-30%',
      'housing',
    ];
    for (let round = 0; round < 60; round++) {
      const sheets = random.sample(REGISTERS, random.whole(1, 5)).map((register) => ({
        name: register.zh,
        rows: [
          register.columns.map(({ en }) => en),
          ...Array.from({ length: random.whole(1, 4) }, () =>
            register.columns.map(({ example }) => (random.chance(0.5) ? example : random.pick(cells)))
          ),
        ],
      }));
      const { outcome, problems } = await load(...sheets);
      expect(['stored', 'unchanged', 'refused']).toContain(outcome);
      problems.forEach(({ message }) => expect(message.en).toMatch(/\.$/));
      expect(problems.length > 0).toBe(outcome === 'refused');
    }
  });
});

describe('a refusal of the database', () => {
  it('says what to do in both languages, and leaves other errors alone', () => {
    expect(sentenceOf({ code: '42501', message: 'permission denied' })!.en).toMatch(/grant it the role ledger_writer/);
    expect(
      sentenceOf({ code: '23505', table: 'task', constraint: 'task_pkey', detail: 'Key exists.', message: '' })!.zh
    ).toMatch(/task\.task_pkey/);
    expect(sentenceOf({ code: '28P01', message: 'password authentication failed' })!.en).toMatch(/check DATABASE_URL/);
    expect(sentenceOf({ code: 'ECONNREFUSED', message: 'connect' })!.en).toMatch(/No database answers at that address/);
    expect(sentenceOf(new TypeError('x is not a function'))).toBeUndefined();
  });
});
