package frame

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/grafana/grafana-plugin-sdk-go/data"
	"github.com/jackc/pgx/v5/pgtype"
	"github.com/stretchr/testify/require"

	"github.com/shigan/policy/pkg/words"
)

func TestValuesAreWrittenInTheirUnitOfMeasure(t *testing.T) {
	kept, err := os.ReadFile("../../src/status/testdata/measures.json")
	require.NoError(t, err)
	var cases []struct {
		Unit     string
		Decimals int64
		// Unit is Grafana's, in which a table shows the values; src/status/measures.test.ts shows them so.
		Grafana struct{ Zh, En string }
	}
	require.NoError(t, json.Unmarshal(kept, &cases))
	require.NotEmpty(t, cases)
	for _, one := range cases {
		for language, wanted := range map[string]string{words.Chinese: one.Grafana.Zh, words.English: one.Grafana.En} {
			c := &data.FieldConfig{}
			measure(c, Reader{Language: language}, one.Unit, one.Decimals, false)
			require.Equal(t, wanted, c.Unit, one.Unit)
			switch one.Unit {
			case "money":
				require.Nil(t, c.Decimals, "Grafana chooses them with the size")
			case "rank":
				require.Zero(t, *c.Decimals)
			default:
				require.EqualValues(t, one.Decimals, *c.Decimals, one.Unit)
			}
		}
	}
}

func TestPercentagesDifferByPercentagePoints(t *testing.T) {
	for language, wanted := range map[string]string{words.Chinese: "suffix:个百分点", words.English: "suffix:pp"} {
		c := &data.FieldConfig{}
		measure(c, Reader{Language: language}, "percent", 1, true)
		require.Equal(t, wanted, c.Unit)
	}
}

func TestCountsDaysAndDatesAreWrittenAlikeEverywhere(t *testing.T) {
	for name, wanted := range map[string]string{
		"total": "locale", "overdue": "locale", "done_late": "locale", "red": "locale", "count": "locale", "policy_overdue_tasks": "locale",
		"overdue_days": "suffix:天", "late_days": "suffix:天", "delay_rate": "percentunit", "achieved": "percentunit",
		"due_date": "time:YYYY-MM-DD", "period": "time:YYYY-MM-DD", "month": "time:YYYY-MM-DD",
	} {
		c := &data.FieldConfig{}
		columns[name].dress(c, Reader{Language: words.Chinese})
		require.Equal(t, wanted, c.Unit, name)
	}
}

func TestYesAndNoAreWords(t *testing.T) {
	c := &data.FieldConfig{}
	measure(c, Reader{Language: words.Chinese}, "yes_no", 0, false)
	require.Equal(t, "是", c.Mappings[0].(data.ValueMapper)["1"].Text)
}

func TestEveryColumnHasATitleInBothLanguages(t *testing.T) {
	for name, column := range columns {
		require.NotEmpty(t, column.title.In(words.Chinese), name)
		require.NotEmpty(t, column.title.In(words.English), name)
	}
}

func TestAColumnOfAnUnknownTypeIsRefused(t *testing.T) {
	_, err := vectorOf(pgtype.JSONOID, 0)
	require.ErrorContains(t, err, "which no frame can hold")
}

func pointers[T any](values ...T) *typed[*T] {
	kept := &typed[*T]{}
	for _, value := range values {
		kept.kept = append(kept.kept, &value)
	}
	return kept
}

func TestALegendNamesWhatDiffers(t *testing.T) {
	table := func(units, indicators []string) Table {
		n := len(units)
		return Table{
			Rows:  n,
			names: []string{"unit_id", "unit", "indicator_id", "indicator", "unit_of_measure", "decimals", "period", "value", "expected_value", "target_value", "revision"},
			columns: []vector{
				pointers(units...), pointers(units...), pointers(indicators...), pointers(indicators...), pointers(make([]string, n)...),
				pointers(make([]int64, n)...), pointers(make([]int64, n)...), pointers(make([]float64, n)...), pointers(make([]float64, n)...),
				pointers(make([]float64, n)...), pointers(make([]bool, n)...),
			},
		}
	}
	titles := func(table Table) []string {
		all := []string{}
		for _, frame := range table.Series(Reader{Language: words.English}) {
			all = append(all, frame.Fields[1].Config.DisplayName)
		}
		return all
	}
	require.Equal(t, []string{"Rate", "Rank"}, titles(table([]string{"A", "A", "A"}, []string{"Rate", "Rate", "Rank"})))
	require.Equal(t, []string{"A", "B"}, titles(table([]string{"A", "B"}, []string{"Rate", "Rate"})))
	require.Equal(t, []string{"Rate · A", "Rank · B"}, titles(table([]string{"A", "B"}, []string{"Rate", "Rank"})))
}
