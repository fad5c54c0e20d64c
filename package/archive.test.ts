import { type Files, pack, unpack } from './archive';

const NOON = Date.UTC(2026, 9, 31, 12, 0, 0) / 1000;
const file = (text: string, mode = 0o644) => ({ mode, bytes: new TextEncoder().encode(text) });
const files = (): Files =>
  new Map([
    ['plugin.json', file('{}')],
    ['datasource/gpx_policy_linux_amd64', file('ELF', 0o755)],
  ]);

describe('the zip of the plugin', () => {
  it('holds every file in its folder, and the executable may be run once it is unpacked', () => {
    const unpacked = unpack(pack(files(), 'shigan-policy-app', NOON));
    expect([...unpacked].map(([name, { mode }]) => [name, mode])).toEqual([
      ['shigan-policy-app/datasource/gpx_policy_linux_amd64', 0o755],
      ['shigan-policy-app/plugin.json', 0o644],
    ]);
    expect(new TextDecoder().decode(unpacked.get('shigan-policy-app/plugin.json')?.bytes)).toBe('{}');
  });

  it('has the same bytes whatever the order of its files', () => {
    const other = new Map([...files()].reverse());
    expect(Buffer.from(pack(other, 'a', NOON)).equals(Buffer.from(pack(files(), 'a', NOON)))).toBe(true);
  });

  it('carries the time that was given, as read in UTC', () => {
    const zip = pack(files(), 'a', NOON);
    const [time, day] = [10, 12].map((at) => new DataView(zip.buffer, zip.byteOffset).getUint16(at, true));
    expect([time >> 11, (time >> 5) & 63, (day >> 9) + 1980, (day >> 5) & 15, day & 31]).toEqual([12, 0, 2026, 10, 31]);
  });

  it('refuses what is no zip in one sentence', () => {
    expect(() => unpack(new TextEncoder().encode('<html>not found</html>, as a proxy may answer'))).toThrow(
      /^The package is no readable zip \(.*\): make it again with "npm run package"\.$/
    );
  });
});
