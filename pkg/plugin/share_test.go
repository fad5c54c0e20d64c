package plugin

import (
	"context"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/jackc/pgx/v5"
	"github.com/stretchr/testify/require"

	"github.com/shigan/policy/pkg/ledger"
	"github.com/shigan/policy/pkg/query"
)

const manyRows = 10_000

// fillTasks adds tasks until there are ten thousand; the ledger of a benchmark is thrown away afterwards.
func fillTasks(b *testing.B) {
	b.Helper()
	conn, err := pgx.Connect(context.Background(), testURL(b).String())
	require.NoError(b, err)
	defer conn.Close(context.Background())
	_, err = conn.Exec(context.Background(), `
		INSERT INTO ledger.task (unit_id, task_id, revision, title_zh, title_en, policy_id, lead_department_id, accountable_officer,
		                         start_date, due_date, recorded_at, batch_id)
		SELECT '990100', 'B-' || n, 1, '任务' || n, 'Task ' || n, 'P-HOUSING', 'housing', '王××',
		       date '2025-01-01' + n % 300, date '2025-11-01' + n % 700, now(), (SELECT batch_id FROM ledger.batch LIMIT 1)
		FROM generate_series(1, $1::integer) AS n ON CONFLICT DO NOTHING`, manyRows)
	require.NoError(b, err)
	_, err = conn.Exec(context.Background(), "SELECT monitor.rebuild()")
	require.NoError(b, err)
}

// BenchmarkTenThousandRows tells the backend's own share (decode, scan, frame, Arrow) of a query's time: what the whole
// takes beyond the same statement read without looking at its values.
func BenchmarkTenThousandRows(b *testing.B) {
	fillTasks(b)
	d := open(b, nil)
	asked := []byte(`{"kind":"tasks","limit":10000}`)
	q, err := query.Decode(asked, false)
	require.NoError(b, err)
	var whole, database time.Duration
	for b.Loop() {
		begin := time.Now()
		response, err := d.QueryData(context.Background(), &backend.QueryDataRequest{
			Queries: []backend.DataQuery{{RefID: "A", TimeRange: years, JSON: asked}}})
		require.NoError(b, err)
		answer := response.Responses["A"]
		require.NoError(b, answer.Error)
		require.Equal(b, manyRows, answer.Frames[0].Rows())
		_, err = answer.Frames.MarshalArrow()
		require.NoError(b, err)
		whole += time.Since(begin)

		begin = time.Now()
		require.NoError(b, d.ledger.Read(context.Background(), func(ctx context.Context, tx pgx.Tx) error {
			rows, err := tx.Query(ctx, ledger.Statement("tasks.rows"), d.parameters(q, years, time.UTC))
			if err != nil {
				return err
			}
			for rows.Next() {
			}
			return rows.Err()
		}))
		database += time.Since(begin)
	}
	b.ReportMetric(float64(whole-database)/float64(whole), "own-share")
	b.ReportMetric(float64(database.Milliseconds())/float64(b.N), "database-ms/op")
}
