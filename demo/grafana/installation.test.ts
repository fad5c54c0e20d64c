import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { findGrafana } from './installation';

const ending = process.platform === 'win32' ? '.exe' : '';

/** A folder as an unpacked Grafana looks, with these files. */
function unpacked(...files: string[]): string {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'grafana-'));
  for (const file of files) {
    const [name, content = ''] = file.split('=');
    fs.mkdirSync(path.dirname(path.join(home, name)), { recursive: true });
    fs.writeFileSync(path.join(home, name), content);
  }
  return home;
}
const USUAL = ['conf/defaults.ini', 'public/robots.txt', `bin/grafana${ending}`];
const silent = () => '';

describe('the Grafana in a folder', () => {
  it('is found with its version, as a release is unpacked', () => {
    const home = unpacked(...USUAL, 'VERSION=v12.3.1\n');
    expect(findGrafana(home, silent)).toEqual({
      home,
      executable: path.join(home, 'bin', `grafana${ending}`),
      command: ['server'],
      version: '12.3.1',
    });
  });

  it('is asked for its version where the folder does not say it', () => {
    expect(findGrafana(unpacked(...USUAL), () => 'grafana version 12.2.0\n').version).toBe('12.2.0');
  });

  it('may be a later major version', () => {
    expect(findGrafana(unpacked(...USUAL, 'VERSION=13.0.0'), silent).version).toBe('13.0.0');
  });

  it('may have the older executable, which takes its arguments without a command', () => {
    const home = unpacked('conf/defaults.ini', 'public/robots.txt', `bin/grafana-server${ending}`, 'VERSION=12.2.0');
    expect(findGrafana(home, silent)).toMatchObject({
      executable: path.join(home, 'bin', `grafana-server${ending}`),
      command: [],
    });
  });

  it.each<[string, () => string, RegExp]>([
    [
      'that is not there',
      () => path.join(os.tmpdir(), 'no-such-grafana'),
      /^There is no folder .*no-such-grafana: give the one/,
    ],
    [
      'with something else in it',
      () => unpacked('readme.txt'),
      /is no unpacked Grafana \(bin\/grafana, conf\/defaults\.ini, public missing\): give the folder/,
    ],
    [
      'without its pages',
      () => unpacked('conf/defaults.ini', `bin/grafana${ending}`),
      /is no unpacked Grafana \(public missing\)/,
    ],
    ['that is too old', () => unpacked(...USUAL, 'VERSION=12.1.9'), /holds Grafana 12\.1\.9: unpack 12\.2 or later/],
    ['of an older major version', () => unpacked(...USUAL, 'VERSION=11.6.0'), /holds Grafana 11\.6\.0/],
    [
      'that does not say its version',
      () => unpacked(...USUAL),
      /does not say which Grafana it is: unpack Grafana 12\.2 or later again\.$/,
    ],
  ])('is refused in one sentence in a folder %s', (_, home, sentence) => {
    expect(() => findGrafana(home(), silent)).toThrow(sentence);
  });
});
