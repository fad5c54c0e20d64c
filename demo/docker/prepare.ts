/**
 * The one-shot container of docker-compose.yaml: migrates the database of DATABASE_URL, fills it with the sample as of
 * today if it is empty, and gives the data source's login the password of LEDGER_PASSWORD. Running it again changes
 * nothing else. Exit code 0: done; 1: failed, with one sentence.
 */
import { fillOwn, readerLogin } from '../database/ledger';
import { step } from '../steps';

async function prepare() {
  const { DATABASE_URL: url, LEDGER_PASSWORD: password } = process.env;
  if (!url || !password) {
    throw new Error('The database is not named: set DATABASE_URL and LEDGER_PASSWORD.');
  }
  const today = new Date().toISOString().slice(0, 10);
  const filled = await step(
    'Preparing the ledger',
    (tell) => fillOwn(url, undefined, tell, today),
    (sample) => (sample ? 'the sample is in it' : 'up to date')
  );
  const { own } = await readerLogin(url, password);
  if (own) {
    throw new Error('The login of DATABASE_URL may not create roles: name one that may.');
  }
  return filled;
}

prepare().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
