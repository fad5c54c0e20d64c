package query_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/shigan/policy/pkg/query"
)

func decoded(t *testing.T, raw string) query.Query {
	t.Helper()
	q, err := query.Decode([]byte(raw), false)
	require.NoError(t, err, raw)
	return q
}

func TestAFilterOfTheDashboardNarrowsAQueryThatAskedForAll(t *testing.T) {
	q := decoded(t, `{"kind":"tasks","adHoc":[{"key":"department","operator":"=","values":["housing"]},{"key":"tier","operator":"=|","values":["3","4"]}]}`)
	require.Equal(t, []string{"housing"}, q.Scope.Departments)
	require.Equal(t, []int16{3, 4}, q.Scope.Tiers)
	require.Empty(t, q.Notes)
}

func TestBothTheQuerysListAndTheFilterHold(t *testing.T) {
	q := decoded(t, `{"kind":"tasks","lights":["red","yellow"],"adHoc":[{"key":"light","operator":"=|","values":["yellow","green"]}]}`)
	require.Equal(t, []query.Light{query.Yellow}, q.Lights)
	twice := decoded(t, `{"kind":"tasks","adHoc":[{"key":"domain","operator":"=|","values":["a","b"]},{"key":"domain","operator":"=","values":["b"]}]}`)
	require.Equal(t, []string{"b"}, twice.Scope.Domains)
}

func TestNothingSharedMatchesNothingRatherThanAll(t *testing.T) {
	q := decoded(t, `{"kind":"tasks","scope":{"policies":["p1"]},"lights":["red"],"adHoc":[
		{"key":"policy","operator":"=","values":["p2"]},{"key":"light","operator":"=","values":["green"]}]}`)
	require.NotNil(t, q.Scope.Policies)
	require.Empty(t, q.Scope.Policies)
	require.NotNil(t, q.Lights)
	require.Empty(t, q.Lights)
}

func TestUnitsOfAFilterWaitForTheLedgerWhichKnowsTheirTree(t *testing.T) {
	q := decoded(t, `{"kind":"tasks","scope":{"units":["990000"]},"adHoc":[{"key":"unit","operator":"=","values":["990100"]}]}`)
	require.Equal(t, []string{"990000"}, q.Scope.Units)
	require.Equal(t, [][]string{{"990100"}}, q.Within)
}

func TestEveryViewNarrowsByAKeyOrSaysThatItDoesNot(t *testing.T) {
	values := map[string]string{"tier": "3", "status": "overdue", "light": "red", "phase": "short", "category": "society"}
	for _, shape := range query.Shapes() {
		for _, key := range query.Keys {
			value := values[key.ID]
			if value == "" {
				value = "x1"
			}
			q := decoded(t, fmt.Sprintf(`{"kind":"%s","view":"%s","adHoc":[{"key":"%s","operator":"=","values":["%s"]}]}`, shape.Kind, shape.View, key.ID, value))
			known := strings.Contains(strings.Join(shape.Filters, " "), key.List)
			require.Equal(t, known, len(q.Notes) == 0, "%s %s %s", shape.Kind, shape.View, key.ID)
			require.Equal(t, known, q.Narrowed() || q.Lights != nil, "%s %s %s", shape.Kind, shape.View, key.ID)
		}
	}
}

func TestAnAlertIsNotNarrowedByStatusButSaysSo(t *testing.T) {
	q := decoded(t, `{"kind":"tasks","format":"alert","adHoc":[{"key":"status","operator":"=","values":["overdue"]}]}`)
	require.Nil(t, q.Statuses)
	require.Equal(t, "Not narrowed by the dashboard's filter “Status”: this view of the ledger does not know it.", q.Notes[0].EN)
	require.Equal(t, "未按仪表板的筛选条件“状态”筛选：该视图没有此项。", q.Notes[0].ZH)
}

func TestAFilterOfEverythingDoesNotNarrow(t *testing.T) {
	q := decoded(t, `{"kind":"risks","view":"trend","adHoc":[{"key":"department","operator":"=|","values":["*","housing"]}]}`)
	require.Nil(t, q.Scope.Departments)
	require.Empty(t, q.Notes)
}

func TestImportsAreLeftOutWhereSomethingNarrows(t *testing.T) {
	require.Nil(t, decoded(t, `{"kind":"annotations"}`).Events)
	require.NotContains(t, decoded(t, `{"kind":"annotations","scope":{"units":["990100"]}}`).Events, query.Import)
	require.Len(t, decoded(t, `{"kind":"annotations","indicators":["x"]}`).Events, len(query.Events())-1)
}
