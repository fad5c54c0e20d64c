package plugin

import (
	"context"
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/stretchr/testify/require"

	"github.com/shigan/policy/pkg/query"
)

// A data source set to County A1 must never tell of another unit, whoever asks for what.
var (
	county  = map[string]any{"jurisdiction": "990101"}
	outside = regexp.MustCompile(`990000|990100|990102|990200|990201|Test Province|City A|City B|County A2|County B1|测试省|甲市|乙市|甲二县|乙一县`)
	scopes  = []string{`{}`, `{"units":["*"]}`, `{"units":["990000"]}`, `{"units":["990200"],"subordinates":true}`, `{"units":["990100"],"subordinates":false}`, `{"tiers":[2,3,4]}`}
)

// told is everything in an answer but the query itself, which names what was asked.
func told(t *testing.T, answer backend.DataResponse) string {
	t.Helper()
	require.NoError(t, answer.Error)
	for _, frame := range answer.Frames {
		frame.Meta.ExecutedQueryString = ""
		frame.Meta.Stats = nil
	}
	encoded, err := json.Marshal(answer.Frames)
	require.NoError(t, err)
	return string(encoded)
}

func TestACountyNeverSeesBeyondItselfInAnyKindViewAndScope(t *testing.T) {
	d := open(t, county)
	for _, shape := range query.Shapes() {
		for _, scope := range scopes {
			asked := fmt.Sprintf(`{"kind":"%s","view":"%s","groupBy":"unit","months":2,"scope":%s}`, shape.Kind, shape.View, scope)
			require.NotRegexp(t, outside, told(t, ask(t, d, asked)), asked)
		}
	}
}

func TestACountyNeverSeesBeyondItselfInAnyAlert(t *testing.T) {
	d := open(t, county)
	for _, shape := range query.Shapes() {
		for _, measure := range query.MeasuresOf(shape.Kind) {
			for _, scope := range scopes {
				if measure == query.DaysSinceImport {
					scope = "{}" // Of the whole ledger: it takes no scope.
				}
				asked := fmt.Sprintf(`{"kind":"%s","format":"alert","measure":"%s","scope":%s}`, shape.Kind, measure, scope)
				require.NotRegexp(t, outside, told(t, ask(t, d, asked)), asked)
			}
		}
	}
}

func TestACountyNeverSeesBeyondItselfByAnyFilter(t *testing.T) {
	d := open(t, county)
	values := map[string]string{
		"units": `["990200"]`, "policies": `["P-HOUSING","P-INNOVATION"]`, "domains": `["livelihood","cross_cutting"]`,
		"departments": `["office","housing","finance"]`, "indicators": `["implementation_rate","complaints"]`,
		"phases": `["short","medium"]`, "statuses": `["overdue","missed","late","above_appetite"]`,
		"lights": `["red","yellow","green","grey"]`, "events": `["phase_start","phase_end","policy_issued","policy_effective","policy_end","extension","import"]`, "categories": `["execution","resources"]`, "tiers": `[2,3]`,
	}
	for _, shape := range query.Shapes() {
		for _, filter := range shape.Filters {
			require.Contains(t, values, filter)
			asked := fmt.Sprintf(`{"kind":"%s","view":"%s","groupBy":"unit","months":2,"%s":%s}`, shape.Kind, shape.View, filter, values[filter])
			if strings.Contains("units tiers policies domains departments", filter) {
				asked = fmt.Sprintf(`{"kind":"%s","view":"%s","groupBy":"unit","months":2,"scope":{"%s":%s}}`, shape.Kind, shape.View, filter, values[filter])
			}
			require.NotRegexp(t, outside, told(t, ask(t, d, asked)), asked)
		}
	}
}

func TestACountyNeverSeesBeyondItselfByAnyFilterOfADashboard(t *testing.T) {
	d := open(t, county)
	filters := []string{
		`{"key":"unit","operator":"=","values":["990200"]}`, `{"key":"unit","operator":"=|","values":["990000","990101"]}`,
		`{"key":"unit","operator":"=","values":["*"]}`, `{"key":"tier","operator":"=|","values":["2","3","4"]}`,
		`{"key":"policy","operator":"=|","values":["P-HOUSING","P-INNOVATION"]}`, `{"key":"domain","operator":"=|","values":["livelihood","cross_cutting"]}`,
		`{"key":"department","operator":"=|","values":["office","housing","finance"]}`, `{"key":"indicator","operator":"=","values":["implementation_rate"]}`,
		`{"key":"phase","operator":"=|","values":["short","medium"]}`, `{"key":"category","operator":"=|","values":["execution","resources"]}`,
		`{"key":"status","operator":"=|","values":["overdue","missed","late","above_appetite"]}`, `{"key":"light","operator":"=|","values":["red","grey"]}`,
	}
	for _, shape := range query.Shapes() {
		for _, filter := range filters {
			for _, scope := range []string{`{}`, `{"units":["990000"]}`} {
				asked := fmt.Sprintf(`{"kind":"%s","view":"%s","groupBy":"unit","months":2,"scope":%s,"adHoc":[%s]}`, shape.Kind, shape.View, scope, filter)
				require.NotRegexp(t, outside, told(t, ask(t, d, asked)), asked)
			}
		}
	}
}

func TestACountyNeverSeesBeyondItselfInAnyEvent(t *testing.T) {
	d := open(t, county)
	for _, event := range query.Events() {
		for _, scope := range scopes {
			asked := fmt.Sprintf(`{"kind":"annotations","events":["%s"],"scope":%s}`, event, scope)
			answer := ask(t, d, asked)
			if event == query.Import && answer.Error != nil {
				require.ErrorContains(t, answer.Error, "An import is of the whole ledger")
				continue
			}
			require.NotRegexp(t, outside, told(t, answer), asked)
			if event == query.Import {
				require.Zero(t, answer.Frames[0].Rows(), "who imported what is for the reader of the whole ledger")
			}
		}
	}
}

func TestACountyNeverFindsAnotherUnitBySearchingForIt(t *testing.T) {
	d := open(t, county)
	for _, list := range query.Lists {
		for _, text := range []string{"990200", "City B", "乙市", "Test Province"} {
			status, body := resource(t, d, "POST", "options", fmt.Sprintf(`{"list":"%s","query":"%s"}`, list, text))
			require.Equal(t, 200, status)
			require.JSONEq(t, "[]", body)
		}
	}
	_, body := resource(t, d, "POST", "filters", `{}`)
	require.NotRegexp(t, outside, body)
}

func TestAnOlderQueryIsKeptToTheJurisdictionToo(t *testing.T) {
	d := open(t, county)
	require.NotRegexp(t, outside, told(t, ask(t, d, `{"kind":"targets","scope":{"units":"990200","tiers":3}}`)))
}

func TestACountyNeverSeesBeyondItselfInAnyResource(t *testing.T) {
	d := open(t, county)
	for _, list := range query.Lists {
		for _, scope := range scopes {
			status, body := resource(t, d, "POST", "options", fmt.Sprintf(`{"list":"%s","scope":%s,"language":"en-US"}`, list, scope))
			require.Equal(t, 200, status, body)
			require.NotRegexp(t, outside, body, list+scope)
		}
	}
	status, body := resource(t, d, "GET", "setup", "")
	require.Equal(t, 200, status)
	require.NotRegexp(t, outside, body)
	require.Contains(t, body, `"units":1}`)
}

func TestACountySeesItself(t *testing.T) {
	d := open(t, county)
	for _, kind := range []string{"series", "targets", "tasks", "risks", "reports", "attention", "annotations"} {
		answer := ask(t, d, fmt.Sprintf(`{"kind":"%s"}`, kind))
		require.Contains(t, told(t, answer), "County A1", kind)
	}
	_, body := resource(t, d, "POST", "options", `{"list":"units"}`)
	require.JSONEq(t, `[{"value":"990101","label":"County A1"}]`, body)
}

func TestAnUnknownJurisdictionSeesNothing(t *testing.T) {
	d := open(t, map[string]any{"jurisdiction": "110000"})
	answer := ask(t, d, `{"kind":"tasks"}`)
	require.NoError(t, answer.Error)
	require.Zero(t, answer.Frames[0].Rows())
	require.Contains(t, health(t, d).Message, "The ledger holds no unit 110000")
}

func resource(t *testing.T, d *Datasource, method, path, body string) (int, string) {
	t.Helper()
	var sent *backend.CallResourceResponse
	err := d.CallResource(context.Background(), &backend.CallResourceRequest{Method: method, Path: strings.Split(path, "?")[0], URL: path, Body: []byte(body)},
		backend.CallResourceResponseSenderFunc(func(response *backend.CallResourceResponse) error {
			sent = response
			return nil
		}))
	require.NoError(t, err)
	return sent.Status, string(sent.Body)
}

func health(t *testing.T, d *Datasource) *backend.CheckHealthResult {
	t.Helper()
	result, err := d.CheckHealth(context.Background(), &backend.CheckHealthRequest{})
	require.NoError(t, err)
	return result
}

func TestTotalsOfACountyCountItsOwnOnly(t *testing.T) {
	d := open(t, county)
	for asked, column := range map[string]string{
		`{"kind":"tasks","view":"summary"}`:                                     "total",
		`{"kind":"targets","view":"summary"}`:                                   "total",
		`{"kind":"tasks","view":"trend","months":1}`:                            "due",
		`{"kind":"risks","view":"trend","months":1}`:                            "total",
		`{"kind":"tasks","view":"summary","scope":{"units":["*"]}}`:             "total",
		`{"kind":"targets","view":"summary","scope":{"units":["990101"]}}`:      "total",
		`{"kind":"risks","view":"trend","months":1,"scope":{"tiers":[2,3,4]}}`:  "total",
		`{"kind":"tasks","view":"summary","scope":{"departments":["housing"]}}`: "total",
	} {
		answer := ask(t, d, asked)
		require.NoError(t, answer.Error)
		field, _ := answer.Frames[0].FieldByName(column)
		require.Equal(t, int64(1), *field.At(0).(*int64), asked)
	}
	for _, asked := range []string{
		`{"kind":"tasks","view":"trend","months":1,"scope":{"units":["990000"],"subordinates":false}}`,
		`{"kind":"risks","view":"trend","months":1,"scope":{"units":["990200"]}}`,
	} {
		answer := ask(t, d, asked)
		require.NoError(t, answer.Error)
		require.Zero(t, *answer.Frames[0].Fields[1].At(0).(*int64), asked)
	}
}
