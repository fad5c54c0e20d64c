package query_test

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/shigan/policy/pkg/query"
)

func read[T any](t *testing.T, file string) []T {
	t.Helper()
	raw, err := os.ReadFile("testdata/" + file)
	require.NoError(t, err)
	var all []T
	require.NoError(t, json.Unmarshal(raw, &all))
	require.NotEmpty(t, all)
	return all
}

func TestEveryAcceptedQueryIsDecoded(t *testing.T) {
	for _, raw := range read[json.RawMessage](t, "accepted.json") {
		q, err := query.Decode(raw, false)
		require.NoError(t, err, string(raw))
		require.NotEmpty(t, q.View)
	}
}

func TestEveryKindAndViewAndMeasureHasAnAcceptedQuery(t *testing.T) {
	seen := map[string]bool{}
	for _, raw := range read[json.RawMessage](t, "accepted.json") {
		q, err := query.Decode(raw, false)
		require.NoError(t, err)
		seen[fmt.Sprintf("%s/%s", q.Kind, q.View)] = true
	}
	for _, shape := range query.Shapes() {
		require.True(t, seen[fmt.Sprintf("%s/%s", shape.Kind, shape.View)], "%s/%s", shape.Kind, shape.View)
	}
}

func TestEveryRefusedQuerySaysWhyInOneSentence(t *testing.T) {
	for _, one := range read[struct {
		Query json.RawMessage `json:"query"`
		Says  string          `json:"says"`
	}](t, "refused.json") {
		_, err := query.Decode(one.Query, false)
		require.ErrorAs(t, err, &query.Refused{}, string(one.Query))
		require.ErrorContains(t, err, one.Says)
		require.Regexp(t, `^[A-Z“].*\.$`, err.Error())
		said := err.(query.Refused).Said()
		require.Regexp(t, `。$`, said.ZH)
		require.NotContains(t, said.ZH+said.EN, "%!")
	}
}

func TestTheAlertingEngineGetsTheAlertFormatWhateverWasAsked(t *testing.T) {
	q, err := query.Decode([]byte(`{"kind":"tasks","format":"table"}`), true)
	require.NoError(t, err)
	require.Equal(t, query.Alert, q.Format)
	require.Equal(t, query.OverdueDays, q.Measure)
}

func TestAStarDoesNotNarrow(t *testing.T) {
	q, err := query.Decode([]byte(`{"kind":"targets","scope":{"units":["*"],"policies":["*","p1"]},"lights":["*"]}`), false)
	require.NoError(t, err)
	require.Nil(t, q.Scope.Units)
	require.Nil(t, q.Scope.Policies)
	require.Nil(t, q.Lights)
	require.True(t, q.Scope.WithSubordinates())
}

func TestATooLongListIsRefused(t *testing.T) {
	units := `"` + strings.Repeat(`990100","`, query.MaxListLength) + `990100"`
	_, err := query.Decode([]byte(`{"kind":"tasks","scope":{"units":[`+units+`]}}`), false)
	require.ErrorContains(t, err, "at most 5000 are allowed")
}
