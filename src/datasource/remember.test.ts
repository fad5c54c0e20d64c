import { remember } from './remember';

describe('an answer is remembered', () => {
  let now = 0;
  const asks = () => {
    now = 0;
    return { cache: remember<string>(60_000, () => now), ask: jest.fn(async () => 'answer') };
  };

  test('for its time, also for those who ask while it is under way', async () => {
    const { cache, ask } = asks();
    await Promise.all([cache('units', ask), cache('units', ask)]);
    now = 59_999;
    expect(await cache('units', ask)).toBe('answer');
    expect(ask).toHaveBeenCalledTimes(1);
  });

  test('no longer than its time', async () => {
    const { cache, ask } = asks();
    await cache('units', ask);
    now = 60_000;
    await cache('units', ask);
    expect(ask).toHaveBeenCalledTimes(2);
  });

  test('for its own question only', async () => {
    const { cache, ask } = asks();
    await cache('units', ask);
    await cache('policies', ask);
    expect(ask).toHaveBeenCalledTimes(2);
  });

  test('but a failure is not', async () => {
    const { cache } = asks();
    const ask = jest.fn().mockRejectedValueOnce(new Error('down')).mockResolvedValueOnce('answer');
    await expect(cache('units', ask)).rejects.toThrow('down');
    expect(await cache('units', ask)).toBe('answer');
  });
});
