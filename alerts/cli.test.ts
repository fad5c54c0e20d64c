import { spawnSync } from 'node:child_process';
import path from 'node:path';

const run = (...args: string[]) =>
  spawnSync(process.execPath, ['--import', 'tsx', path.join(__dirname, 'cli.ts'), ...args], {
    encoding: 'utf8',
    env: { ...process.env, DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none' },
  });

describe('npm run alerts', () => {
  it('ends with 0 after its help, in the language asked for', () => {
    const { status, stdout } = run('--help', '--language', 'zh-Hans');
    expect([status, stdout.split('\n')[0]]).toEqual([0, '用法：npm run alerts -- <命令>']);
  });

  it('ends with 2 and one sentence on a wrong command line', () => {
    const { status, stdout, stderr } = run('preview', '--from', '2026-10-01', '--language', 'zh-Hans');
    expect([status, stdout, stderr]).toEqual([2, '', '预演需要起止日期：请给出 --from 与 --to，如 2026-10-01。\n']);
  });

  it('ends with 1 and one sentence where no database answers', () => {
    const { status, stderr } = run('mute-timings', '--file', '-', '--language', 'en-US');
    expect([status, stderr]).toEqual([
      1,
      'No database answers at that address: check host and port in DATABASE_URL, and that the server runs.\n',
    ]);
  });
});
