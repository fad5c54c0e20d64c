package plugin

import (
	"time"

	"github.com/shigan/policy/pkg/words"
)

// calendarSoon is from how many days before its end on the calendar of holidays is worth a word: a year's are announced in
// the November before.
const calendarSoon = 60

// calendarEnds says when the ledger's calendar of holidays ends, where that is soon, past, or it lists none; empty
// otherwise. ends is the last day of the last year of which it lists days, nil where it lists none.
func calendarEnds(ends *time.Time, today time.Time) words.Said {
	switch {
	case ends == nil:
		return words.Said{
			EN: "The calendar lists no holidays: import them, until then working days are Monday to Friday.",
			ZH: "日历未列节假日：请导入，在此之前工作日按周一至周五计算。",
		}
	case ends.Before(today):
		return words.Said{
			EN: "The calendar of holidays ended on %s: import the later years, until then working days are Monday to Friday.",
			ZH: "节假日日历已于 %s 到期：请导入之后年份的安排，在此之前工作日按周一至周五计算。",
		}.With(ends.Format(time.DateOnly))
	case ends.Before(today.AddDate(0, 0, calendarSoon+1)):
		return words.Said{
			EN: "The calendar of holidays ends on %s: import the next year's once they are announced.",
			ZH: "节假日日历到 %s 为止：次年放假安排公布后请导入。",
		}.With(ends.Format(time.DateOnly))
	default:
		return words.Said{}
	}
}
