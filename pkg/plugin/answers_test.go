package plugin

import (
	"context"
	"fmt"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/data"
	"github.com/stretchr/testify/require"

	"github.com/shigan/policy/pkg/ledger"
	"github.com/shigan/policy/pkg/query"
	"github.com/shigan/policy/pkg/words"
)

func TestACutAnswerSaysSo(t *testing.T) {
	answer := ask(t, open(t, nil), `{"kind":"tasks","limit":5}`)
	require.Equal(t, 5, answer.Frames[0].Rows())
	require.Equal(t, "Only the first 5 rows are shown: narrow the scope, or raise the row limit of the data source.", answer.Frames[0].Meta.Notices[0].Text)
	require.Equal(t, 12, ask(t, open(t, nil), `{"kind":"tasks","limit":12}`).Frames[0].Rows())
	require.Empty(t, ask(t, open(t, nil), `{"kind":"tasks","limit":12}`).Frames[0].Meta.Notices)
	require.Equal(t, 3, ask(t, open(t, map[string]any{"rowLimit": 3}), `{"kind":"tasks","limit":5}`).Frames[0].Rows())
}

func TestAnAlertIsNeverCutAmongItemsThatNeedOne(t *testing.T) {
	require.ErrorContains(t, ask(t, open(t, map[string]any{"rowLimit": 2}), `{"kind":"tasks","format":"alert"}`).Error, "More than 2 items need an alert")
	calm := ask(t, open(t, map[string]any{"rowLimit": 7}), `{"kind":"tasks","format":"alert"}`)
	require.NoError(t, calm.Error)
	require.Equal(t, 7, calm.Frames[0].Rows())
	require.Len(t, calm.Frames[0].Meta.Notices, 1)
}

func TestTheAlertHeaderIsReadWhateverItsCase(t *testing.T) {
	d := open(t, nil)
	for _, name := range []string{"FromAlert", "fromalert", "FROMALERT", "http_Fromalert"} {
		answer := askWith(t, d, `{"kind":"tasks"}`, map[string]string{name: "true"})
		require.NoError(t, answer.Error)
		require.Equal(t, data.FrameTypeNumericLong, answer.Frames[0].Meta.Type, name)
	}
	require.NotEqual(t, data.FrameTypeNumericLong, askWith(t, d, `{"kind":"tasks"}`, map[string]string{"FromAlert": "false"}).Frames[0].Meta.Type)
}

func TestAnAlertHasStringLabelsAndExactlyOneNumber(t *testing.T) {
	labels := map[query.Kind][]string{
		query.Tasks: {"task_id", "task", "unit_id", "unit", "policy_id", "policy", "department_id", "department", "officer", "consequence",
			"above_id", "above"},
		query.Targets: {"indicator_id", "indicator", "phase", "unit_id", "unit", "department_id", "department", "above_id", "above"},
		query.Risks:   {"risk_id", "risk", "category", "unit_id", "unit", "department_id", "department", "owner", "above_id", "above"},
		query.Reports: {"indicator_id", "indicator", "unit_id", "unit", "department_id", "department", "above_id", "above"},
	}
	// Some measures are of something else than their kind's items.
	policy := []string{"policy_id", "policy", "unit_id", "unit", "department_id", "department", "above_id", "above"}
	others := map[query.Measure][]string{
		query.PolicyOverdueTasks:         policy,
		query.PolicyEscalationDays:       policy,
		query.SecondPolicyEscalationDays: policy,
		query.DaysSinceImport:            {"ledger"},
	}
	d := open(t, nil)
	for kind, wanted := range labels {
		for _, measure := range query.MeasuresOf(kind) {
			answer := ask(t, d, fmt.Sprintf(`{"kind":"%s","format":"alert","measure":"%s"}`, kind, measure))
			require.NoError(t, answer.Error)
			frame := answer.Frames[0]
			require.Equal(t, data.FrameTypeVersion{0, 1}, frame.Meta.TypeVersion)
			if measure != query.DueWithin { // Nothing may be due soon.
				require.NotZero(t, frame.Rows())
			}
			names := []string{}
			for _, field := range frame.Fields[:len(frame.Fields)-1] {
				require.Equal(t, data.FieldTypeString, field.Type())
				names = append(names, field.Name)
			}
			if other, is := others[measure]; is {
				require.Equal(t, other, names)
			} else {
				require.Equal(t, wanted, names)
			}
			require.Equal(t, data.FieldTypeFloat64, frame.Fields[len(frame.Fields)-1].Type())
			require.Equal(t, string(measure), frame.Fields[len(frame.Fields)-1].Name)
			require.Len(t, labelSets(frame), frame.Rows(), "no two items share their labels")
		}
	}
}

// labelSets maps each item's labels to its number.
func labelSets(frame *data.Frame) map[string]float64 {
	sets := map[string]float64{}
	last := len(frame.Fields) - 1
	for row := range frame.Rows() {
		parts := []string{}
		for _, field := range frame.Fields[:last] {
			parts = append(parts, field.At(row).(string))
		}
		sets[strings.Join(parts, "|")] = frame.Fields[last].At(row).(float64)
	}
	return sets
}

func TestAnItemKeepsItsLabelsFromDayToDay(t *testing.T) {
	d := open(t, nil)
	for _, kind := range []string{"tasks", "targets", "risks", "reports"} {
		today := labelSets(ask(t, d, fmt.Sprintf(`{"kind":"%s","format":"alert","asOf":"2026-10-30"}`, kind)).Frames[0])
		tomorrow := labelSets(ask(t, d, fmt.Sprintf(`{"kind":"%s","format":"alert","asOf":"2026-10-31"}`, kind)).Frames[0])
		for labels := range today {
			require.Contains(t, tomorrow, labels)
		}
	}
}

func TestATaskThatIsDoneReadsZeroForAWeekAndThenLeaves(t *testing.T) {
	d := open(t, nil)
	on := func(day string) (float64, bool) {
		answer := ask(t, d, fmt.Sprintf(`{"kind":"tasks","format":"alert","asOf":"%s"}`, day))
		require.NoError(t, answer.Error)
		for labels, number := range labelSets(answer.Frames[0]) {
			if strings.HasPrefix(labels, "T-02|") {
				return number, true
			}
		}
		return 0, false
	}
	overdue, _ := on("2026-07-04")
	require.Equal(t, 4.0, overdue)
	done, there := on("2026-07-05")
	require.True(t, there)
	require.Zero(t, done)
	_, there = on("2026-07-11")
	require.True(t, there)
	_, there = on("2026-07-12")
	require.False(t, there)
}

func TestAMissedTargetFiresUntilItIsReachedBeItLate(t *testing.T) {
	d := open(t, nil)
	overdue := func(day string) float64 {
		answer := ask(t, d, fmt.Sprintf(`{"kind":"targets","format":"alert","asOf":"%s","phases":["short"],"indicators":["implementation_rate"],
			"scope":{"units":["990200"],"subordinates":false}}`, day))
		require.NoError(t, answer.Error)
		require.Equal(t, 1, answer.Frames[0].Rows())
		measured, _ := answer.Frames[0].FieldByName("overdue_days")
		return measured.At(0).(float64)
	}
	require.Equal(t, 0.0, overdue("2024-12-31"), "it is due today")
	require.Equal(t, 546.0, overdue("2026-06-30"), "due on 2024-12-31 and never reached since")
	require.Equal(t, 0.0, overdue("2026-07-31"), "reached today")
}

func TestTheDayEndsInTheLedgersTimeZone(t *testing.T) {
	d := open(t, nil)
	ends := func(moment string) string {
		to, err := time.Parse(time.RFC3339, moment)
		require.NoError(t, err)
		response, err := d.QueryData(context.Background(), &backend.QueryDataRequest{Queries: []backend.DataQuery{{
			RefID: "A", TimeRange: backend.TimeRange{From: to.AddDate(-1, 0, 0), To: to}, JSON: []byte(anyQuery)}}})
		require.NoError(t, err)
		return response.Responses["A"].Frames[0].Meta.Custom.(map[string]any)["asOf"].(string)
	}
	require.Equal(t, "2026-10-31", ends("2026-10-31T15:59:59Z"))
	require.Equal(t, "2026-11-01", ends("2026-10-31T16:00:00Z"))
}

func TestAnAskedDayWinsOverTheTimeRange(t *testing.T) {
	answer := ask(t, open(t, nil), `{"kind":"tasks","asOf":"2026-03-31"}`)
	require.Equal(t, "2026-03-31", answer.Frames[0].Meta.Custom.(map[string]any)["asOf"])
}

func TestEveryFieldHasATitleInBothLanguages(t *testing.T) {
	d := open(t, nil)
	for _, language := range []string{words.Chinese, words.English} {
		for _, shape := range query.Shapes() {
			answer := ask(t, d, fmt.Sprintf(`{"kind":"%s","view":"%s","groupBy":"unit","language":"%s"}`, shape.Kind, shape.View, language))
			require.NoError(t, answer.Error)
			for _, frame := range answer.Frames {
				if shape.Kind == query.Annotations {
					continue // Grafana finds their fields by what they are called.
				}
				for _, field := range frame.Fields {
					require.NotEmpty(t, field.Config.DisplayName, "%s %s %s", shape.Kind, shape.View, field.Name)
				}
			}
		}
	}
}

func TestValuesOfOneUnitOfMeasureCarryIt(t *testing.T) {
	d := open(t, nil)
	one := ask(t, d, `{"kind":"targets","indicators":["implementation_rate"]}`).Frames[0]
	value, _ := one.FieldByName("value")
	require.Equal(t, "percent", value.Config.Unit)
	require.Equal(t, uint16(1), *value.Config.Decimals)
	gap, _ := one.FieldByName("gap")
	require.Equal(t, "suffix:pp", gap.Config.Unit)
	many, _ := ask(t, d, `{"kind":"targets"}`).Frames[0].FieldByName("value")
	require.Empty(t, many.Config.Unit)
}

func TestLinksKeepDataSourceLanguageAndTimeRange(t *testing.T) {
	frame := ask(t, open(t, nil), `{"kind":"targets","language":"zh-Hans"}`).Frames[0]
	unit, _ := frame.FieldByName("unit")
	require.Equal(t, "/d/shigan-unit-zh?var-datasource=ledger&var-unit=${__data.fields.unit_id}&${__url_time_range}", unit.Config.Links[0].URL)
}

func TestEveryParameterOfEveryStatementIsKnown(t *testing.T) {
	d := open(t, nil)
	known := d.parameters(query.Query{}, years, time.UTC)
	for _, shape := range query.Shapes() {
		statement := ledger.Statement(string(shape.Kind) + "." + string(shape.View))
		for _, found := range regexp.MustCompile(`@([a-z_]+)`).FindAllStringSubmatch(statement, -1) {
			require.Contains(t, known, found[1])
		}
	}
}

func TestDepartmentsCountByTheirRoleInATask(t *testing.T) {
	d := open(t, nil)
	rows := func(role string) int {
		answer := ask(t, d, fmt.Sprintf(`{"kind":"tasks","scope":{"departments":["finance"],"departmentRole":"%s"}}`, role))
		require.NoError(t, answer.Error)
		return answer.Frames[0].Rows()
	}
	require.Equal(t, rows("any"), rows("lead")+rows("support"))
	require.Positive(t, rows("support"))
}

func TestATrendOfATierCountsItsUnitsOnly(t *testing.T) {
	d := open(t, nil)
	due := func(scope string) int64 {
		frame := ask(t, d, fmt.Sprintf(`{"kind":"tasks","view":"trend","months":1,"scope":%s}`, scope)).Frames[0]
		field, _ := frame.FieldByName("due")
		return *field.At(0).(*int64)
	}
	require.Equal(t, due(`{}`), due(`{"tiers":[2]}`)+due(`{"tiers":[3]}`)+due(`{"tiers":[4]}`))
	require.Zero(t, due(`{"tiers":[5]}`))
}
