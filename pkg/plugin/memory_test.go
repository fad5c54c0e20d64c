package plugin

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/data"
	"github.com/prometheus/client_golang/prometheus/testutil"
	"github.com/stretchr/testify/require"

	"github.com/shigan/policy/pkg/ledger"
)

func answerOf(letters int) data.Frames {
	return data.Frames{data.NewFrame("", data.NewField("title", nil, []string{strings.Repeat("a", letters)})).SetMeta(&data.FrameMeta{})}
}

func TestAnAnswerIsKeptUntilTheStateOfTheLedgerIsAnother(t *testing.T) {
	m := newMemory(1 << 20)
	_, there := m.get("1", "q")
	require.False(t, there)
	m.put("1", "q", answerOf(1))
	_, there = m.get("1", "q")
	require.True(t, there)
	_, there = m.get("2", "q")
	require.False(t, there)
	require.Zero(t, m.size())
}

func TestAnAnswerOfAnotherStateThanTheOneThatWasAskedForIsNotKept(t *testing.T) {
	m := newMemory(1 << 20)
	m.get("2", "q")
	m.put("1", "q", answerOf(1))
	_, there := m.get("2", "q")
	require.False(t, there)
}

func TestTheLeastUsedAnswerGoesFirstAndTheBytesStayBelowTheLimit(t *testing.T) {
	one := len("q1") + sizeOf(answerOf(100))
	m := newMemory(5*one - 1)
	m.get("1", "")
	for n := range 4 {
		m.put("1", fmt.Sprintf("q%d", n), answerOf(100))
	}
	m.get("1", "q0")
	m.put("1", "q4", answerOf(100))
	require.Equal(t, 4*one, m.size())
	for question, kept := range map[string]bool{"q0": true, "q1": false, "q2": true, "q3": true, "q4": true} {
		_, there := m.get("1", question)
		require.Equal(t, kept, there, question)
	}
	m.put("1", "huge", answerOf(2*one))
	_, there := m.get("1", "huge")
	require.False(t, there, "it would drive out all others")
}

// fromMemory counts the answers that were not asked of the ledger while it worked.
func fromMemory(t *testing.T, work func()) float64 {
	t.Helper()
	before := testutil.ToFloat64(answers.WithLabelValues("memory"))
	work()
	return testutil.ToFloat64(answers.WithLabelValues("memory")) - before
}

func TestTheSameQuestionIsAnsweredFromMemoryAndReadsTheSame(t *testing.T) {
	d := open(t, nil)
	first := ask(t, d, `{"kind":"tasks"}`)
	require.Equal(t, 1.0, fromMemory(t, func() {
		response, err := d.QueryData(context.Background(), &backend.QueryDataRequest{
			Queries: []backend.DataQuery{{RefID: "B", TimeRange: years, JSON: []byte(`{"refId":"B","kind":"tasks"}`)}}})
		require.NoError(t, err)
		again := response.Responses["B"].Frames[0]
		require.Equal(t, "B", again.RefID)
		require.Equal(t, told(t, first), strings.ReplaceAll(told(t, response.Responses["B"]), `"refId":"B",`, ""))
	}))
}

func TestAnotherQuestionIsNotAnsweredFromMemory(t *testing.T) {
	d := open(t, nil)
	require.Zero(t, fromMemory(t, func() {
		for _, asked := range []string{
			`{"kind":"tasks"}`, `{"kind":"tasks","language":"zh-Hans"}`, `{"kind":"tasks","asOf":"2026-09-30"}`,
			`{"kind":"tasks","scope":{"units":["990100"]}}`, `{"kind":"tasks","scope":{"units":["990100"],"subordinates":false}}`,
			`{"kind":"tasks","limit":3}`, `{"kind":"tasks","adHoc":[{"key":"unit","operator":"=","values":["990100"]}]}`,
			`{"kind":"tasks","adHoc":[{"key":"indicator","operator":"=","values":["x"]}]}`, `{"kind":"tasks","format":"alert"}`,
		} {
			require.NoError(t, ask(t, d, asked).Error)
		}
	}))
}

func TestWithoutMemoryEveryQuestionGoesToTheLedger(t *testing.T) {
	d := open(t, map[string]any{"memoryMegabytes": 0})
	require.Zero(t, fromMemory(t, func() {
		for range 3 {
			require.NoError(t, ask(t, d, anyQuery).Error)
		}
	}))
	require.Zero(t, d.answers.size())
}

func TestAFailureIsNotKept(t *testing.T) {
	d := open(t, map[string]any{"rowLimit": 2})
	require.Zero(t, fromMemory(t, func() {
		for range 2 {
			require.Error(t, ask(t, d, `{"kind":"tasks","format":"alert"}`).Error)
		}
	}))
}

// record runs statements on the ledger as its owner.
func record(t *testing.T, statements ...string) {
	t.Helper()
	conn := connect(t)
	for _, statement := range statements {
		_, err := conn.Exec(context.Background(), statement)
		require.NoError(t, err)
	}
}

func TestAnImportIsSeenAtOnce(t *testing.T) {
	d := open(t, nil)
	const asked = `{"kind":"series","scope":{"units":["990000"],"subordinates":false},"indicators":["complaints"]}`
	latest := func() float64 {
		answer := ask(t, d, asked)
		require.NoError(t, answer.Error)
		values, _ := answer.Frames[0].FieldByName("value")
		return *values.At(values.Len() - 1).(*float64)
	}
	require.Equal(t, 334.0, latest())
	require.Equal(t, 1.0, fromMemory(t, func() { require.Equal(t, 334.0, latest()) }))
	// Facts cannot be taken back; the test's own can, so that other tests find the ledger as it was.
	t.Cleanup(func() {
		record(t, "SET session_replication_role = replica", "DELETE FROM ledger.observation WHERE reported_by = 'memory_test'")
		require.Equal(t, 334.0, latest())
	})
	record(t, `INSERT INTO ledger.observation
		SELECT unit_id, indicator_id, period, 2, 300, NULL, NULL, NULL, 'memory_test', now(), now(), batch_id
		FROM ledger.observation WHERE unit_id = '990000' AND indicator_id = 'complaints' AND period = '2026-09-30'`)
	require.Equal(t, 300.0, latest())
}

func TestANameThatWasChangedIsSeenAtOnce(t *testing.T) {
	d := open(t, nil)
	ask(t, d, `{"kind":"tasks"}`)
	t.Cleanup(func() { record(t, "UPDATE ledger.org_unit SET name_en = 'City A' WHERE unit_id = '990100'") })
	record(t, "UPDATE ledger.org_unit SET name_en = 'City of A' WHERE unit_id = '990100'")
	require.Contains(t, told(t, ask(t, d, `{"kind":"tasks"}`)), "City of A")
}

func TestWhatIsNotCommittedYetIsNotKnownYet(t *testing.T) {
	d := open(t, nil)
	ask(t, d, `{"kind":"tasks"}`)
	tx, err := connect(t).Begin(context.Background())
	require.NoError(t, err)
	_, err = tx.Exec(context.Background(), "UPDATE ledger.org_unit SET name_en = 'City of A' WHERE unit_id = '990100'")
	require.NoError(t, err)
	require.NotContains(t, told(t, ask(t, d, `{"kind":"tasks"}`)), "City of A")
	require.NoError(t, tx.Rollback(context.Background()))
	require.NotContains(t, told(t, ask(t, d, `{"kind":"tasks"}`)), "City of A")
}

func TestNoJurisdictionMeetsTheAnswersOfAnother(t *testing.T) {
	province, county := open(t, nil), open(t, map[string]any{"jurisdiction": "990101"})
	require.Contains(t, told(t, ask(t, province, anyQuery)), "City B")
	require.Zero(t, fromMemory(t, func() { require.NotRegexp(t, outside, told(t, ask(t, county, anyQuery))) }))
	// Were the memory one and the same, they still would not: the jurisdiction is part of the question.
	county.answers = province.answers
	require.Zero(t, fromMemory(t, func() { require.NotRegexp(t, outside, told(t, ask(t, county, anyQuery))) }))
}

func TestManyReadersShareOneAnswer(t *testing.T) {
	d := open(t, map[string]any{"maxConnections": 4})
	want := told(t, ask(t, d, `{"kind":"targets"}`))
	var readers sync.WaitGroup
	for range 20 {
		readers.Go(func() {
			answer := ask(t, d, `{"kind":"targets"}`)
			if _, err := answer.Frames.MarshalArrow(); err != nil || told(t, answer) != want {
				t.Error("another answer", err)
			}
		})
	}
	readers.Wait()
}

func TestTheStateIsThatOfTheDatabaseNotOfTheReader(t *testing.T) {
	d := open(t, nil)
	first, err := d.ledger.State(context.Background())
	require.NoError(t, err)
	second, err := open(t, county).ledger.State(context.Background())
	require.NoError(t, err)
	require.Equal(t, first, second)
	require.NotEqual(t, ledger.State(""), first)
}
