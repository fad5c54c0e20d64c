package plugin

import (
	"encoding/json"
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"
)

type counted struct {
	Basis, Category string
	Count           int64
	ReviewOverdue   int64 `json:"review_overdue"`
}

// countedBy sums what rides with a matrix by one basis.
func countedBy(t *testing.T, d *Datasource, basis, narrowed string) (risks, overdue int64) {
	t.Helper()
	answer := ask(t, d, fmt.Sprintf(`{"kind":"risks","view":"matrix"%s}`, narrowed))
	require.NoError(t, answer.Error)
	var all []counted
	document := answer.Frames[0].Meta.Custom.(map[string]any)["counts"].(json.RawMessage)
	require.NoError(t, json.Unmarshal(document, &all))
	for _, one := range all {
		if one.Basis == basis {
			risks += one.Count
			overdue += one.ReviewOverdue
		}
	}
	return risks, overdue
}

func TestTheCountsOfEveryBasisAreOfAllRisksThatRowsWouldList(t *testing.T) {
	for _, jurisdiction := range []map[string]any{nil, county, {"jurisdiction": "110000"}} {
		d := open(t, jurisdiction)
		for _, narrowed := range []string{``, `,"categories":["resources"]`, `,"scope":{"units":["990100"]}`, `,"lights":["red"]`, `,"statuses":["unscored"]`,
			`,"scope":{"departments":["housing"]}`, `,"scope":{"tiers":[4]}`} {
			rows := ask(t, d, fmt.Sprintf(`{"kind":"risks"%s}`, narrowed)).Frames[0]
			late, _ := rows.FieldByName("review_overdue_days")
			overdue := int64(0)
			for row := range rows.Rows() {
				if days := late.At(row).(*int64); days != nil && *days > 0 {
					overdue++
				}
			}
			for _, basis := range []string{"inherent", "current", "residual"} {
				counted, countedOverdue := countedBy(t, d, basis, narrowed)
				require.Equal(t, int64(rows.Rows()), counted, narrowed+basis)
				require.Equal(t, overdue, countedOverdue, narrowed+basis)
			}
		}
	}
}

func TestAnAnswerThatTheRowLimitCutSaysSo(t *testing.T) {
	d := open(t, nil)
	whole := ask(t, d, `{"kind":"risks"}`).Frames[0]
	require.Greater(t, whole.Rows(), 1)
	require.NotContains(t, whole.Meta.Custom, "cut")
	one := ask(t, d, `{"kind":"risks","limit":1}`).Frames[0]
	require.Equal(t, 1, one.Rows())
	require.Equal(t, true, one.Meta.Custom.(map[string]any)["cut"])
	first, _ := whole.FieldByName("risk_id")
	kept, _ := one.FieldByName("risk_id")
	require.Equal(t, first.At(0), kept.At(0), "the worst is kept")
}
