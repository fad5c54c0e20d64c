import { Client } from 'pg';
import { useTestLedger } from '../../ledger/postgres/testing';
import { loginOf, readerLogin, timeZoneOf } from './ledger';

describe('the login of the demo', () => {
  const ledger = useTestLedger();

  const asReader = async <T>(work: (client: Client) => Promise<T>): Promise<T> => {
    const { login } = await readerLogin(ledger.url);
    const [host, port] = login.host.split(':');
    const client = new Client({ host, port: Number(port), database: login.database, user: login.user, password: login.password });
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  };

  it('reads the ledger within its jurisdiction', async () => {
    const { rows } = await asReader((client) => client.query('SELECT count(*)::int AS n FROM ledger.setting'));
    expect(rows[0].n).toBeGreaterThan(0);
  });

  it('can neither write facts nor make tables', async () => {
    await expect(asReader((client) => client.query("DELETE FROM ledger.setting WHERE key = 'name_zh'"))).rejects.toThrow('permission denied');
    await expect(asReader((client) => client.query('CREATE TABLE ledger.mine (id int)'))).rejects.toThrow('permission denied');
  });

  it('is the one of DATABASE_URL where that may not make roles', async () => {
    await ledger.client.query("CREATE ROLE demo_poor LOGIN PASSWORD 'poor' IN ROLE ledger_reader");
    try {
      const poor = new URL(ledger.url);
      poor.username = 'demo_poor';
      poor.password = 'poor';
      expect(await readerLogin(poor.toString())).toEqual({ login: loginOf(poor.toString()), own: true });
    } finally {
      await ledger.client.query('DROP ROLE demo_poor');
    }
  });

  it("knows in which time zone the ledger's days begin", async () => {
    expect(await timeZoneOf(ledger.url)).toBe('Asia/Shanghai');
  });
});

describe('a connection URL', () => {
  it('says host, port, database, user, password and encryption', () => {
    expect(loginOf('postgresql://us%40er:p%2Fw@db.example:6432/policy?sslmode=require')).toEqual({
      host: 'db.example:6432',
      database: 'policy',
      user: 'us@er',
      password: 'p/w',
      sslMode: 'require',
    });
  });
});
