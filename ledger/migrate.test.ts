import { migrate } from './migrate';
import { useTestLedger } from './postgres/testing';

describe('Migrating a ledger', () => {
  const ledger = useTestLedger();

  it('changes nothing the second time', async () => {
    expect(await migrate(ledger.url)).toEqual({ applied: [], methodsChanged: false });
  });

  it('refuses a schema file that was edited after it had been applied', async () => {
    await ledger.client.query("UPDATE ledger.migration SET sha256 = 'edited' WHERE file = '0002_facts.sql'");
    await expect(migrate(ledger.url)).rejects.toThrow(
      'Migration 0002_facts.sql was edited after it had been applied here: restore the file and put the change into a new one.'
    );
  });
});
