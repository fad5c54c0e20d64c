import { spawn } from 'node:child_process';
import fs from 'node:fs';
import net, { type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { isAlive } from '../../ledger/postgres/pidFile';
import type { GrafanaSettings } from './environment';
import { endLeftover, lastComplaint, refuseBusyPort, startGrafana } from './server';

const unix = process.platform === 'win32' ? it.skip : it;

const settingsIn = (folder: string): GrafanaSettings => ({
  folder,
  provisioning: folder,
  port: 1,
  password: 'p',
  language: 'en-US',
  ledger: { host: 'h', database: 'd', user: 'u', password: 'p', sslMode: 'disable' },
  webhook: 'http://127.0.0.1:1',
});

describe('a Grafana that we start', () => {
  it('is refused a port on which something listens', async () => {
    const other = net.createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    await expect(refuseBusyPort(port)).rejects.toThrow(
      `Port ${port} of 127.0.0.1 is taken: end what runs there, or choose another with --port N.`
    );
    await new Promise((resolve) => other.close(resolve));
    await expect(refuseBusyPort(port)).resolves.toBeUndefined();
  });

  unix('says in one sentence why it ended, and where all of it stands', async () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'started-'));
    const executable = path.join(folder, 'grafana');
    fs.writeFileSync(
      executable,
      '#!/bin/sh\necho \'level=error msg="no" error="Datasource provisioning error: bad host"\'\nexit 1\n',
      {
        mode: 0o755,
      }
    );
    const installation = { home: folder, executable, command: ['server'], version: '12.2.0' };
    await expect(startGrafana(installation, settingsIn(folder), folder)).rejects.toThrow(
      /^Grafana ended as it started \(Datasource provisioning error: bad host\): correct that; all it said is in .*grafana\.log\.$/
    );
  });

  (process.platform === 'linux' ? it : it.skip)(
    'is ended by the next start where a killed one left it behind',
    async () => {
      const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'left-'));
      const pidFile = path.join(folder, 'grafana.pid');
      const [left, other] = [pidFile, 'of somebody else'].map((word) =>
        spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)', word], { stdio: 'ignore' })
      );
      try {
        fs.writeFileSync(pidFile, String(other.pid));
        await endLeftover(folder);
        expect(other.signalCode).toBeNull();
        fs.writeFileSync(pidFile, String(left.pid));
        await endLeftover(folder);
        expect(isAlive(left.pid!)).toBe(false);
        expect(isAlive(other.pid!)).toBe(true);
      } finally {
        left.kill();
        other.kill();
      }
    }
  );

  it('has said nothing where it wrote no log', () => {
    expect(lastComplaint(path.join(os.tmpdir(), 'no-such-folder'))).toBe('');
  });
});
