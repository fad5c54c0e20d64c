package frame

import (
	"testing"

	"github.com/grafana/grafana-plugin-sdk-go/data"
	"github.com/jackc/pgx/v5/pgtype"
	"github.com/stretchr/testify/require"

	"github.com/shigan/policy/pkg/words"
)

func TestValuesAreWrittenInTheirUnitOfMeasure(t *testing.T) {
	for _, one := range []struct {
		unit     string
		isChange bool
		zh, en   string
	}{
		{"percent", false, "percent", "percent"},
		{"percent", true, "suffix:个百分点", "suffix:pp"},
		{"percentage_points", false, "suffix:个百分点", "suffix:pp"},
		{"days", false, "suffix:天", "suffix:d"},
		{"rank", false, "suffix:位", "prefix:no. "},
		{"money", false, "currency:¥", "currency:¥"},
		{"count", false, "", ""},
		{"index", false, "", ""},
	} {
		for language, wanted := range map[string]string{words.Chinese: one.zh, words.English: one.en} {
			c := &data.FieldConfig{}
			measure(c, Reader{Language: language}, one.unit, 1, one.isChange)
			require.Equal(t, wanted, c.Unit, one.unit)
		}
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
