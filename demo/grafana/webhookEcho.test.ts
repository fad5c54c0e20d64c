import { lineOf, startEcho } from './webhookEcho';

describe('the listener for warnings', () => {
  it('shows each warning in one line and keeps it for whoever asks', async () => {
    const shown: string[] = [];
    const echo = await startEcho((line) => shown.push(line));
    try {
      const warning = { title: '逾期 3 项\nOverdue', alerts: [{}, {}, {}] };
      expect((await fetch(echo.url, { method: 'POST', body: JSON.stringify(warning) })).status).toBe(204);
      expect(shown).toEqual(['逾期 3 项 Overdue (3 alerts)']);
      expect(await (await fetch(echo.url)).json()).toEqual([warning]);
    } finally {
      await echo.stop();
    }
  });

  it.each([
    ['no JSON', 'hello'],
    ['more than 5 MB', `"${'x'.repeat(5_000_001)}"`],
  ])('refuses %s', async (_, body) => {
    const echo = await startEcho(() => {});
    try {
      expect((await fetch(echo.url, { method: 'POST', body })).status).toBe(400);
      expect(await (await fetch(echo.url)).json()).toEqual([]);
    } finally {
      await echo.stop();
    }
  });

  it('says in one sentence that its port is taken', async () => {
    const echo = await startEcho(() => {});
    try {
      const { port } = new URL(echo.url);
      await expect(startEcho(() => {}, Number(port))).rejects.toThrow(
        `Nothing can listen for warnings on port ${port}: end what runs there, or choose another port.`
      );
    } finally {
      await echo.stop();
    }
  });

  it('names a warning that has no title', () => {
    expect(lineOf({ alerts: [{}] })).toBe('A warning without a title (1 alert)');
    expect(lineOf(null)).toBe('A warning without a title');
  });
});
