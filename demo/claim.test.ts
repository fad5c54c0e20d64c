import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { claim } from './claim';

describe('a data folder', () => {
  let folder: string;
  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'claim-'));
  });

  it('is refused while another living process holds it', () => {
    fs.writeFileSync(path.join(folder, 'demo.pid'), String(process.ppid));
    expect(() => claim(folder, 'demo')).toThrow(`A demo is running already (process ${process.ppid}): end it`);
  });

  it('is free again when its holder is gone, however it ended', () => {
    fs.writeFileSync(path.join(folder, 'demo.pid'), '4194999');
    claim(folder, 'demo');
    expect(fs.readFileSync(path.join(folder, 'demo.pid'), 'utf8')).toBe(String(process.pid));
  });

  it('of another name is another matter', () => {
    fs.writeFileSync(path.join(folder, 'demo.pid'), String(process.ppid));
    expect(() => claim(folder, 'demo-test')).not.toThrow();
  });
});
