/** Signing: Grafana's own tool asks grafana.com to sign the list of files. Only with a token; else nothing is sent. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

const PROJECT = path.resolve(__dirname, '..');
const TOOL = path.join(PROJECT, 'node_modules', '@grafana', 'sign-plugin', 'dist', 'bin', 'run.js');

/**
 * Has the plugin in `folder` signed, where the environment holds a token for it.
 *
 * @returns whether it was signed: MANIFEST.txt is then in the folder
 * @throws Error with one sentence where signing was refused or nobody answered
 */
export async function signIfAllowed(folder: string, environment: NodeJS.ProcessEnv): Promise<boolean> {
  if (!environment.GRAFANA_ACCESS_POLICY_TOKEN) {
    return false;
  }
  const urls = environment.GRAFANA_ROOT_URLS;
  const tool = spawn(process.execPath, [TOOL, '--distDir', folder, ...(urls ? ['--rootUrls', urls] : [])], {
    env: environment,
    cwd: PROJECT,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const [code] = await once(tool, 'exit');
  if (code !== 0) {
    throw new Error(
      'The plugin was not signed, for the reason above: check GRAFANA_ACCESS_POLICY_TOKEN, or unset it to package without a signature.'
    );
  }
  return true;
}
