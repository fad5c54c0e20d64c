package plugin

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"
)

// R-06 of tests/ledger is closed on 2026-08-10.
func TestAClosedRiskShowsTheZeroThatEndsItsAlertForAWeek(t *testing.T) {
	d := open(t, nil)
	numbers := func(day string) map[string]float64 {
		answer := ask(t, d, fmt.Sprintf(`{"kind":"risks","format":"alert","measure":"mitigation_overdue_days","asOf":"%s"}`, day))
		require.NoError(t, answer.Error)
		frame := answer.Frames[0]
		ids, _ := frame.FieldByName("risk_id")
		measured, _ := frame.FieldByName("mitigation_overdue_days")
		found := map[string]float64{}
		for i := range frame.Rows() {
			found[ids.At(i).(string)] = measured.At(i).(float64)
		}
		return found
	}
	require.Contains(t, numbers("2026-08-09"), "R-06")
	for _, day := range []string{"2026-08-10", "2026-08-16"} {
		left, there := numbers(day)["R-06"]
		require.True(t, there, day)
		require.Zero(t, left, day)
	}
	require.NotContains(t, numbers("2026-08-17"), "R-06")
}
