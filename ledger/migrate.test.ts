import { Client } from 'pg';
import { migrate } from './migrate';
import { useTestLedger } from './postgres/testing';

describe('Migrating a ledger', () => {
  const ledger = useTestLedger();

  it('changes nothing the second time', async () => {
    expect(await migrate(ledger.url)).toEqual({ applied: [], methodsChanged: false });
  });

  it('is done once, where two try at the same time', async () => {
    const url = new URL(ledger.url);
    const name = `${url.pathname.slice(1)}_two`;
    await ledger.client.query(`CREATE DATABASE ${name}`);
    try {
      url.pathname = `/${name}`;
      const done = await Promise.all([migrate(url.href), migrate(url.href)]);
      expect(done.map(({ methodsChanged }) => methodsChanged).sort()).toEqual([false, true]);
      expect(done.map(({ applied }) => applied.length > 0).sort()).toEqual([false, true]);
      const client = new Client({ connectionString: url.href });
      await client.connect();
      const { rows } = await client.query(
        'SELECT count(*)::integer AS files, count(DISTINCT file)::integer AS names FROM ledger.migration'
      );
      await client.end();
      expect(rows[0].files).toBe(rows[0].names);
    } finally {
      await ledger.client.query(`DROP DATABASE ${name} WITH (FORCE)`);
    }
  }, 60_000);

  it('refuses a schema file that was edited after it had been applied', async () => {
    await ledger.client.query("UPDATE ledger.migration SET sha256 = 'edited' WHERE file = '0002_facts.sql'");
    await expect(migrate(ledger.url)).rejects.toThrow(
      'Migration 0002_facts.sql was edited after it had been applied here: restore the file and put the change into a new one.'
    );
  });
});
