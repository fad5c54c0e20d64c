import { connectionUrl, shellWord, sqlName } from './connectionUrl';

const connection = { host: 'db.example', database: 'ledger', user: 'grafana', sslMode: 'require' };

test('a connection is written for each program in its own words', () => {
  expect(connectionUrl(connection, 'import', 'node')).toBe(
    'postgresql://import:PASSWORD@db.example:5432/ledger?sslmode=no-verify'
  );
  expect(connectionUrl(connection, 'postgres', 'psql')).toBe(
    'postgresql://postgres:PASSWORD@db.example:5432/ledger?sslmode=require'
  );
  expect(connectionUrl({ host: '127.0.0.1:5544', database: 'a b' }, 'postgres', 'psql')).toBe(
    'postgresql://postgres:PASSWORD@127.0.0.1:5544/a%20b?sslmode=verify-full&sslrootcert=ca.pem'
  );
});

test('a socket’s folder is a parameter', () => {
  expect(connectionUrl({ ...connection, host: '/run/postgresql', sslMode: 'disable' }, 'u', 'psql')).toBe(
    'postgresql://u:PASSWORD@/ledger?sslmode=disable&host=%2Frun%2Fpostgresql'
  );
});

test('names and words are quoted as SQL and the shell want it', () => {
  expect(sqlName('gra"fana')).toBe('"gra""fana"');
  expect(shellWord('ledger.xlsx')).toBe('ledger.xlsx');
  expect(shellWord("a'b c")).toBe(`'a'\\''b c'`);
});
