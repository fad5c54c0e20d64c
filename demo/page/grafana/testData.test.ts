/** @jest-environment jsdom */
import { FieldType } from '@grafana/data';
import { frameOfCsv } from './testData';

const shapeOf = (csv: string) => frameOfCsv(csv).fields.map(({ name, type, values }) => [name, type, values]);

describe('test data as CSV, read as Grafana 12.2 reads them', () => {
  it('tells numbers, flags and text apart by all values of a column', () => {
    expect(shapeOf('count,title,open\n1,"Bridges, roads",true\n2.5,Water,false')).toEqual([
      ['count', FieldType.number, [1, 2.5]],
      ['title', FieldType.string, ['Bridges, roads', 'Water']],
      ['open', FieldType.boolean, [true, false]],
    ]);
  });

  it('takes an empty value for none, wherever it stands', () => {
    expect(shapeOf('count,open\n,true\n3,')).toEqual([
      ['count', FieldType.number, [null, 3]],
      ['open', FieldType.boolean, [true, null]],
    ]);
  });

  it('leaves dates as text', () => {
    expect(shapeOf('due\n2026-10-31')).toEqual([['due', FieldType.string, ['2026-10-31']]]);
  });

  it('says which line is no CSV', () => {
    expect(() => frameOfCsv('a,b\n1')).toThrow(/line 2/);
  });
});
