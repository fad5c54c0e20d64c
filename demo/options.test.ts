import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DEFAULT_PORT, GRAFANA_PORT, parseOptions } from './options';

describe('the options of npm start', () => {
  it('shows the sample on the usual port when nothing is said', () => {
    expect(parseOptions([])).toEqual({ data: 'demo', grafana: undefined, ledger: undefined, port: DEFAULT_PORT, build: true, help: false });
  });

  it('takes a workbook by its absolute path and keeps its database apart from the sample', () => {
    const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'options-')), 'ledger.xlsx');
    fs.writeFileSync(file, '');
    expect(parseOptions(['--ledger', path.relative(process.cwd(), file)])).toMatchObject({ ledger: file, data: 'demo-own' });
  });

  it("shows the plugins in somebody's own Grafana, on Grafana's usual port and with data of their own", () => {
    expect(parseOptions(['--grafana', '/opt/grafana-12.2.0'])).toMatchObject({
      grafana: path.resolve('/opt/grafana-12.2.0'),
      port: GRAFANA_PORT,
      data: 'grafana',
    });
  });

  it.each([
    [['--ledger', 'nowhere.xlsx'], /^There is no workbook at .*nowhere\.xlsx: give the path/],
    [['--port', '70000'], /^The port must be a whole number from 0 to 65535, not "70000"\.$/],
    [['--port', 'eighty'], /not "eighty"\.$/],
    [['--data', '../elsewhere'], /^The data folder's name must be .* not "\.\.\/elsewhere"\.$/],
    [['--colour'], /'--colour'.*: see "npm start -- --help"\.$/],
  ])('refuses %j in one sentence', (args, sentence) => {
    expect(() => parseOptions(args)).toThrow(sentence);
  });
});
