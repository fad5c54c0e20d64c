import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { addressFrom, startBackend } from './process';

describe('the handshake of the backend', () => {
  it.each([
    ['1|2|unix|/tmp/plugin42|grpc|', 'unix:/tmp/plugin42'],
    ['1|2|tcp|127.0.0.1:10000|grpc|\n', '127.0.0.1:10000'],
  ])('%j names where it listens', (line, address) => {
    expect(addressFrom(line)).toBe(address);
  });

  it.each(['', 'This binary is a plugin', '1|1|tcp|127.0.0.1:1|grpc|', '1|2|tcp|127.0.0.1:1|netrpc|'])(
    'is not %j, and the sentence says what to do',
    (line) => {
      expect(() => addressFrom(line)).toThrow(/instead of a go-plugin handshake: rebuild it with "npm run build:backend"\.$/);
    }
  );

  it('of a missing executable ends in one sentence', async () => {
    await expect(startBackend('/nowhere/gpx_policy')).rejects.toThrow(
      /^The data source's backend did not start \(.*ENOENT.*\): run "npm run build:backend" and try again\.$/
    );
  });

  it('of a program that dies tells its last words', async () => {
    const program = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'backend-')), 'program');
    fs.writeFileSync(program, '#!/bin/sh\necho "no database of that name" >&2\nexit 3\n', { mode: 0o755 });
    await expect(startBackend(program)).rejects.toThrow('did not start (no database of that name)');
  });

  it('tells when the program dies later', async () => {
    const program = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'backend-')), 'program');
    fs.writeFileSync(program, '#!/bin/sh\necho "1|2|tcp|127.0.0.1:1|grpc|"\nsleep 1\necho gone >&2\n', { mode: 0o755 });
    const dying = await startBackend(program);
    await expect(dying.died).resolves.toBe('gone');
    await dying.stop();
  });
});
