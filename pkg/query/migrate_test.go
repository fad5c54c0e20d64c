package query_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/shigan/policy/pkg/query"
)

// The browser reads the same examples (src/datasource/migrateQuery.test.ts).
func TestAnOlderQueryGoesThroughTheRulesOfItsVersion(t *testing.T) {
	for _, one := range read[struct {
		Says   string          `json:"says"`
		Stored json.RawMessage `json:"stored"`
		Now    json.RawMessage `json:"now"`
	}](t, "older.json") {
		now, err := query.Migrate(one.Stored)
		require.NoError(t, err, one.Says)
		require.JSONEq(t, string(one.Now), string(now), one.Says)
		again, err := query.Migrate(now)
		require.NoError(t, err)
		require.JSONEq(t, string(now), string(again), "twice is once")
	}
}

func TestAnOlderQueryIsAnsweredLikeTodays(t *testing.T) {
	older, err := query.Decode([]byte(`{"kind":"targets","scope":{"units":"990100"},"lights":"red"}`), false)
	require.NoError(t, err)
	todays, err := query.Decode([]byte(`{"kind":"targets","schemaVersion":1,"view":"rows","scope":{"units":["990100"]},"lights":["red"]}`), false)
	require.NoError(t, err)
	require.Equal(t, todays, older)
}
