import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { signIfAllowed } from './sign';

/** A port on which nobody listens. */
const NOBODY = 'https://127.0.0.1:9/api';

const folderToSign = () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'sign-'));
  fs.writeFileSync(path.join(folder, 'plugin.json'), '{"id":"shigan-policy-app","info":{"version":"1.2.3"}}');
  fs.writeFileSync(path.join(folder, 'module.js'), 'define([])');
  return folder;
};

describe('signing', () => {
  it('does nothing without a token', async () => {
    const folder = folderToSign();
    const environment = { ...process.env, GRAFANA_COM_URL: NOBODY, GRAFANA_ACCESS_POLICY_TOKEN: '' };
    expect(await signIfAllowed(folder, environment)).toBe(false);
    expect(fs.existsSync(path.join(folder, 'MANIFEST.txt'))).toBe(false);
  });

  it('fails in one sentence where nobody signs', async () => {
    const environment = { ...process.env, GRAFANA_COM_URL: NOBODY, GRAFANA_ACCESS_POLICY_TOKEN: 'old' };
    await expect(signIfAllowed(folderToSign(), environment)).rejects.toThrow(
      /^The plugin was not signed, for the reason above: check GRAFANA_ACCESS_POLICY_TOKEN.*\.$/
    );
  });
});
