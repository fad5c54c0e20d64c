package plugin

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/shigan/policy/pkg/words"
)

func TestTheEndOfTheCalendarIsToldFromSixtyDaysBefore(t *testing.T) {
	ends := time.Date(2026, 12, 31, 0, 0, 0, 0, time.UTC)
	on := func(month time.Month, day int) time.Time { return time.Date(2026, month, day, 0, 0, 0, 0, time.UTC) }
	require.Empty(t, calendarEnds(&ends, on(10, 31)))
	soon := "The calendar of holidays ends on 2026-12-31: import the next year's once they are announced."
	require.Equal(t, soon, calendarEnds(&ends, on(11, 1)).EN)
	require.Equal(t, soon, calendarEnds(&ends, ends).EN)
	require.Equal(t, "节假日日历已于 2026-12-31 到期：请导入之后年份的安排，在此之前工作日按周一至周五计算。", calendarEnds(&ends, ends.AddDate(0, 0, 1)).ZH)
	require.Contains(t, calendarEnds(nil, ends).EN, "lists no holidays")
}

// The calendar of tests/ledger lists days of 2026.
func TestHealthAndSetupSayWhenTheCalendarEnds(t *testing.T) {
	shanghai, err := time.LoadLocation("Asia/Shanghai")
	require.NoError(t, err)
	today := time.Now().In(shanghai)
	ends := time.Date(2026, 12, 31, 0, 0, 0, 0, time.UTC)
	said := calendarEnds(&ends, time.Date(today.Year(), today.Month(), today.Day(), 0, 0, 0, 0, time.UTC))
	as := reader(t)
	for language, sentence := range map[string]string{words.English: said.EN, words.Chinese: said.ZH} {
		as["language"] = language
		d := open(t, as)
		require.Contains(t, health(t, d).Message, sentence)
		require.Contains(t, setupOf(t, d).Steps[3].Message, said.EN)
	}
}
