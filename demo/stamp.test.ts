import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildIfStale, digestOf } from './stamp';

describe('what was built before', () => {
  let root: string;
  let builds: number;
  const write = (name: string, text: string) => {
    fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    fs.writeFileSync(path.join(root, name), text);
  };
  const start = () =>
    buildIfStale(path.join(root, 'stamp'), digestOf(root, ['src']), [path.join(root, 'out')], async () => {
      builds++;
      write('out', 'built');
    });

  beforeEach(() => {
    root = fs.mkdtempSync(path.join(os.tmpdir(), 'stamp-'));
    builds = 0;
    write('src/a.ts', 'one');
  });

  it('is not built again while its sources say the same', async () => {
    expect([await start(), await start()]).toEqual([true, false]);
    expect(builds).toBe(1);
  });

  it.each<[string, () => void]>([
    ['a source changed', () => write('src/a.ts', 'two')],
    ['a source was added', () => write('src/deep/b.ts', '')],
    ['a source was renamed', () => fs.renameSync(path.join(root, 'src/a.ts'), path.join(root, 'src/b.ts'))],
    ['an output is gone', () => fs.rmSync(path.join(root, 'out'))],
  ])('is built again when %s', async (_, change) => {
    await start();
    change();
    expect(await start()).toBe(true);
  });

  it('is built again after a build that failed', async () => {
    await start();
    write('src/a.ts', 'broken');
    const failing = buildIfStale(path.join(root, 'stamp'), digestOf(root, ['src']), [path.join(root, 'out')], async () => {
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    write('src/a.ts', 'one');
    expect(await start()).toBe(true);
  });
});
