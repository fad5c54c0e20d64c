import { type Alerts, dayOf, type Item } from './firing';
import type { Rule } from './provisioned';

const rule = (more: Partial<Rule> = {}): Rule => ({
  uid: 'u',
  title: '任务逾期 Task overdue',
  query: {},
  fires: (value) => value > 0,
  forDays: 0,
  keepDays: 0,
  addressee: { label: 'department', name: '' },
  topic: 'task-overdue',
  ...more,
});
const item = (task: string, measured: number): Item => ({ labels: { task, unit: '甲县' }, measured });

/** Day by day: the tasks that begin, the tasks that end, how many stand. */
function run(judged: Rule, ...days: Item[][]) {
  const alerts: Alerts = new Map();
  return days.map((items) => {
    const { begun, ended, standing } = dayOf(judged, alerts, items);
    return [begun.map(({ task }) => task), ended.map(({ task }) => task), standing];
  });
}

describe('An alert', () => {
  it('begins on the day its item is beyond the threshold, stands, and ends on the day it is back', () => {
    expect(run(rule(), [item('a', 0)], [item('a', 1)], [item('a', 2)], [item('a', 0)])).toEqual([
      [[], [], 0],
      [['a'], [], 1],
      [[], [], 1],
      [[], ['a'], 0],
    ]);
  });

  it('begins anew when its item is late again', () => {
    expect(run(rule(), [item('a', 1)], [item('a', 0)], [item('a', 1)]).map(([begun]) => begun)).toEqual([
      ['a'],
      [],
      ['a'],
    ]);
  });

  it('ends when its item leaves the answer', () => {
    expect(run(rule(), [item('a', 1), item('b', 1)], [item('b', 2)])[1]).toEqual([[], ['a'], 1]);
  });

  it('waits for as many whole days as the rule says, and forgets an item that is back in time', () => {
    const patient = rule({ forDays: 2 });
    expect(run(patient, [item('a', 1)], [item('a', 2)], [item('a', 3)]).map(([begun]) => begun)).toEqual([
      [],
      [],
      ['a'],
    ]);
    expect(
      run(patient, [item('a', 1)], [item('a', 0)], [item('a', 1)], [item('a', 2)]).map(([begun]) => begun)
    ).toEqual([[], [], [], []]);
  });

  it('stays for as many whole days as the rule keeps it firing', () => {
    expect(run(rule({ keepDays: 1 }), [item('a', 1)], [item('a', 0)], [item('a', 0)])).toEqual([
      [['a'], [], 1],
      [[], [], 1],
      [[], ['a'], 0],
    ]);
  });

  it('is one per set of labels', () => {
    const other = { labels: { task: 'a', unit: '乙县' }, measured: 1 };
    expect(run(rule(), [item('a', 1), other])[0]).toEqual([['a', 'a'], [], 2]);
  });
});
