/** Runs ledger.sql through the data source: its resource POST install, docs/query-kinds.md. */
import { t } from '@grafana/i18n';
import { config } from '@grafana/runtime';
import { DATASOURCE_TYPE } from '../address';

/** The login that installs; the data source's own where the user is empty. Sent once, kept nowhere. */
export interface Owner {
  user: string;
  password: string;
}

/** One line of the answer: a step that begins (a file of the schema, or `monitor`), or the end. */
interface Progress {
  step?: string;
  done?: boolean;
  message?: string;
  error?: string;
}

/**
 * Where the script can be downloaded, as the build ships it.
 *
 * @param version of the script, so that a browser does not give back one that it kept from before an upgrade
 */
export const scriptUrl = (version = '') =>
  `${config.appSubUrl ?? ''}/public/plugins/${DATASOURCE_TYPE}/ledger.sql${version && `?v=${version}`}`;

/**
 * Installs or upgrades, and tells every step as it begins. Grafana's own request service gives an answer only when it is
 * whole, so the browser's is used.
 *
 * @returns the sentence of success
 * @throws Error with one sentence; nothing was changed then
 */
export async function installLedger(
  uid: string,
  owner: Owner,
  language: string,
  onStep: (step: string) => void
): Promise<string> {
  const url = `${config.appSubUrl ?? ''}/api/datasources/uid/${encodeURIComponent(uid)}/resources/install?language=${language}`;
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(owner),
  }).catch(() => undefined);
  if (!answer?.ok) {
    const said = await answer?.json().catch(() => undefined);
    throw new Error(said?.message || brokeOff());
  }
  for await (const line of linesOf(answer)) {
    const { step, done, message, error } = JSON.parse(line) as Progress;
    if (error) {
      throw new Error(error);
    }
    if (done) {
      return message ?? '';
    }
    if (step) {
      onStep(step);
    }
  }
  throw new Error(brokeOff());
}

/** The lines of an answer as they arrive. */
async function* linesOf(answer: Response): AsyncGenerator<string> {
  const reader = answer.body!.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  for (;;) {
    const { value, done } = await reader.read().catch(() => ({ value: undefined, done: true }));
    rest += decoder.decode(value, { stream: !done });
    const lines = rest.split('\n');
    rest = lines.pop() ?? '';
    yield* lines.filter(Boolean);
    if (done) {
      return;
    }
  }
}

const brokeOff = () =>
  t(
    'install.brokeOff',
    'The answer broke off: check again in a minute, for the installation may go on; the log of Grafana tells how it ended.'
  );
