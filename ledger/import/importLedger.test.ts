import { loadFixture } from '../../tests/ledger/load';
import { useTestLedger } from '../postgres/testing';

describe('importing the fixture ledger', () => {
  const ledger = useTestLedger();

  it('stores two batches, each with its moment and its counts', async () => {
    await loadFixture(ledger.client);
    const { rows } = await ledger.client.query(
      'SELECT file_name, recorded_at, row_counts FROM ledger.batch ORDER BY recorded_at'
    );
    expect(rows).toMatchObject([
      {
        file_name: 'ledger',
        recorded_at: new Date('2026-10-31T08:00:00Z'),
        row_counts: { task: 12, task_support: 12 },
      },
      { file_name: 'corrections', recorded_at: new Date('2026-11-05T02:00:00Z'), row_counts: { observation: 1 } },
    ]);
  });
});
