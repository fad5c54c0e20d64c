import { installLedger } from './installLedger';

const before = global.fetch;
afterEach(() => {
  global.fetch = before;
});

/** A data source that answers POST install with these pieces of text. */
function answers(pieces: string[], status = 200) {
  const asked: Array<{ url: string; body: string }> = [];
  global.fetch = (async (url: string, { body }: { body: string }) => {
    asked.push({ url, body });
    const left = pieces.map((piece) => new TextEncoder().encode(piece));
    return {
      ok: status === 200,
      json: async () => JSON.parse(pieces.join('')),
      body: { getReader: () => ({ read: async () => ({ value: left.shift(), done: left.length === 0 }) }) },
    };
  }) as unknown as typeof fetch;
  return asked;
}
const OWNER = { user: 'postgres', password: 'secret' };

test('every step is told as it begins, however the answer is cut', async () => {
  const asked = answers([
    '{"step":"0001.sql"}\n{"st',
    'ep":"monitor"}\n',
    '{"done":true,"message":"Installed."}\n',
    '',
  ]);
  const steps: string[] = [];
  await expect(installLedger('l 1', OWNER, 'zh-Hans', (step) => steps.push(step))).resolves.toBe('Installed.');
  expect(steps).toEqual(['0001.sql', 'monitor']);
  expect(asked[0].url).toMatch(/\/api\/datasources\/uid\/l%201\/resources\/install\?language=zh-Hans$/);
  expect(JSON.parse(asked[0].body)).toEqual(OWNER);
});

test('a refusal, an error on the way and a broken answer each are one sentence', async () => {
  answers(['{"message":"Only an Admin may."}'], 403);
  await expect(installLedger('l', OWNER, 'en-US', () => {})).rejects.toThrow('Only an Admin may.');
  answers(['{"step":"0001.sql"}\n{"error":"The installation stopped."}\n', '']);
  await expect(installLedger('l', OWNER, 'en-US', () => {})).rejects.toThrow('The installation stopped.');
  answers(['{"step":"0001.sql"}\n', '']);
  await expect(installLedger('l', OWNER, 'en-US', () => {})).rejects.toThrow(/^The answer broke off: check again/);
  global.fetch = async () => Promise.reject(new Error('offline'));
  await expect(installLedger('l', OWNER, 'en-US', () => {})).rejects.toThrow(/^The answer broke off: check again/);
});
