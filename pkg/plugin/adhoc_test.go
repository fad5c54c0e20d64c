package plugin

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/shigan/policy/pkg/query"
)

func filtered(kind, scope, filters string) string {
	return fmt.Sprintf(`{"kind":"%s","scope":%s,"adHoc":[%s]}`, kind, scope, filters)
}

func unitFilter(units string) string {
	return fmt.Sprintf(`{"key":"unit","operator":"=|","values":[%s]}`, units)
}

func TestAUnitOfAFilterCutsTheScopeWithTheUnitsBelowIt(t *testing.T) {
	d := open(t, nil)
	for name, one := range map[string]struct{ scope, units, same string }{
		"a city within the whole ledger":     {`{}`, `"990100"`, `{"units":["990100"]}`},
		"a city within its province":         {`{"units":["990000"]}`, `"990100"`, `{"units":["990100"]}`},
		"the province around a city":         {`{"units":["990100"]}`, `"990000"`, `{"units":["990100"]}`},
		"a county and a city":                {`{"units":["990100"]}`, `"990101","990200"`, `{"units":["990101"]}`},
		"the province alone, and its city":   {`{"units":["990000"],"subordinates":false}`, `"990100"`, `{"units":["nobody"]}`},
		"a city alone within its province":   {`{"units":["990100"],"subordinates":false}`, `"990000"`, `{"units":["990100"],"subordinates":false}`},
		"another city":                       {`{"units":["990100"]}`, `"990200"`, `{"units":["nobody"]}`},
		"a unit that the ledger has not":     {`{}`, `"nobody"`, `{"units":["nobody"]}`},
		"cities within a tier of the ledger": {`{"tiers":[4]}`, `"990100"`, `{"units":["990100"],"tiers":[4]}`},
	} {
		for _, kind := range []string{"tasks", "targets", "risks", "attention", "reports"} {
			require.Equal(t, told(t, ask(t, d, fmt.Sprintf(`{"kind":"%s","scope":%s}`, kind, one.same))),
				told(t, ask(t, d, filtered(kind, one.scope, unitFilter(one.units)))), "%s: %s", kind, name)
		}
	}
}

func TestTwoFiltersOfUnitsMustBothHold(t *testing.T) {
	d := open(t, nil)
	both := ask(t, d, filtered("tasks", `{}`, unitFilter(`"990100"`)+","+unitFilter(`"990101","990200"`)))
	require.Equal(t, told(t, ask(t, d, `{"kind":"tasks","scope":{"units":["990101"]}}`)), told(t, both))
}

func TestCountsAndTrendsAreCutToo(t *testing.T) {
	d := open(t, nil)
	for _, shape := range []string{`"kind":"tasks","view":"summary"`, `"kind":"tasks","view":"trend","months":2`, `"kind":"risks","view":"trend","months":2`,
		`"kind":"targets","view":"summary"`, `"kind":"risks","view":"matrix"`} {
		require.Equal(t, told(t, ask(t, d, fmt.Sprintf(`{%s,"scope":{"units":["990100"]}}`, shape))),
			told(t, ask(t, d, fmt.Sprintf(`{%s,"adHoc":[%s]}`, shape, unitFilter(`"990100"`)))), shape)
	}
}

func TestEveryOtherFilterReadsLikeTheQuerysOwnList(t *testing.T) {
	d := open(t, nil)
	for _, one := range []struct{ kind, own, key, values string }{
		{"tasks", `"statuses":["overdue"]`, "status", `"overdue"`},
		{"tasks", `"lights":["red","yellow"]`, "light", `"red","yellow"`},
		{"risks", `"categories":["resources"]`, "category", `"resources"`},
		{"targets", `"phases":["short"]`, "phase", `"short"`},
		{"targets", `"indicators":["complaints"]`, "indicator", `"complaints"`},
		{"tasks", `"scope":{"departments":["housing"]}`, "department", `"housing"`},
		{"tasks", `"scope":{"policies":["P-HOUSING"]}`, "policy", `"P-HOUSING"`},
		{"targets", `"scope":{"domains":["services"]}`, "domain", `"services"`},
		{"targets", `"scope":{"tiers":[3]}`, "tier", `"3"`},
	} {
		own := ask(t, d, fmt.Sprintf(`{"kind":"%s",%s}`, one.kind, one.own))
		require.NotZero(t, own.Frames[0].Rows(), one.key)
		filter := fmt.Sprintf(`{"key":"%s","operator":"=|","values":[%s]}`, one.key, one.values)
		require.Equal(t, told(t, own), told(t, ask(t, d, filtered(one.kind, `{}`, filter))), one.key)
	}
}

func TestAFilterAndAListThatShareNothingAnswerNothing(t *testing.T) {
	d := open(t, nil)
	for _, asked := range []string{
		`{"kind":"tasks","lights":["red"],"adHoc":[{"key":"light","operator":"=","values":["green"]}]}`,
		`{"kind":"tasks","statuses":["overdue"],"adHoc":[{"key":"status","operator":"=","values":["done"]}]}`,
		`{"kind":"targets","scope":{"tiers":[3]},"adHoc":[{"key":"tier","operator":"=","values":["4"]}]}`,
		`{"kind":"tasks","scope":{"departments":["housing"]},"adHoc":[{"key":"department","operator":"=","values":["finance"]}]}`,
	} {
		answer := ask(t, d, asked)
		require.NoError(t, answer.Error)
		require.Zero(t, answer.Frames[0].Rows(), asked)
	}
}

func TestAViewThatDoesNotKnowAFilterSaysSoOnItsFrame(t *testing.T) {
	d := open(t, nil)
	asked := `{"kind":"risks","view":"trend","language":"zh-Hans","adHoc":[{"key":"department","operator":"=","values":["housing"]}]}`
	notices := ask(t, d, asked).Frames[0].Meta.Notices
	require.Len(t, notices, 1)
	require.Equal(t, "未按仪表板的筛选条件“部门”筛选：该视图没有此项。", notices[0].Text)
	require.Equal(t, notices, ask(t, d, asked).Frames[0].Meta.Notices, "from memory too")
}

func TestEveryKeyHasItsNameAndItsValues(t *testing.T) {
	d := open(t, nil)
	_, body := resource(t, d, "POST", "filters", `{"language":"zh-Hans"}`)
	require.Contains(t, body, `{"value":"unit","label":"单位","list":"units"},{"value":"tier","label":"层级","list":"tiers"}`)
	require.Contains(t, body, `{"value":"light","label":"状态灯","list":"lights"}`)
	for _, key := range query.Keys {
		status, values := resource(t, d, "POST", "options", fmt.Sprintf(`{"list":"%s","language":"en-US"}`, key.List))
		require.Equal(t, 200, status)
		require.Contains(t, values, `"label"`, key.ID)
	}
	_, body = resource(t, d, "POST", "options", `{"list":"statuses","query":"over","language":"zh-Hans"}`)
	require.JSONEq(t, `[{"value":"overdue","label":"逾期"},{"value":"review_overdue","label":"评审逾期"}]`, body)
	status, body := resource(t, d, "POST", "filters", `nothing`)
	require.Equal(t, 400, status)
	require.Contains(t, body, "send a JSON object")
}
