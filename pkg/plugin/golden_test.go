package plugin

import (
	"flag"
	"fmt"
	"testing"

	"github.com/grafana/grafana-plugin-sdk-go/experimental"
	"github.com/stretchr/testify/require"

	"github.com/shigan/policy/pkg/query"
)

var update = flag.Bool("update", false, "write the golden frames anew")

func golden(t *testing.T, name, asked string) {
	t.Helper()
	d := open(t, nil)
	answer := ask(t, d, asked)
	require.NoError(t, answer.Error)
	// The SQL stands in its files already; here it would hide what the frames say.
	require.Contains(t, answer.Frames[0].Meta.ExecutedQueryString, "monitor.")
	answer.Frames[0].Meta.ExecutedQueryString = ""
	// How long it took is another number each time.
	require.Equal(t, "ms", answer.Frames[0].Meta.Stats[0].Unit)
	answer.Frames[0].Meta.Stats = nil
	experimental.CheckGoldenJSONResponse(t, "testdata", name, &answer, *update)
}

func TestGoldenFramesOfEveryKindAndView(t *testing.T) {
	for _, shape := range query.Shapes() {
		name := fmt.Sprintf("%s.%s", shape.Kind, shape.View)
		t.Run(name, func(t *testing.T) {
			group := ""
			if shape.View == query.Summary {
				group = `,"groupBy":"unit"`
			}
			golden(t, name, fmt.Sprintf(`{"kind":"%s","view":"%s","months":3%s}`, shape.Kind, shape.View, group))
		})
	}
}

func TestGoldenFramesInChinese(t *testing.T) {
	golden(t, "targets.rows.zh", `{"kind":"targets","scope":{"units":["990100"],"subordinates":false},"language":"zh-Hans"}`)
}

func TestGoldenFramesOfEveryAlertMeasure(t *testing.T) {
	for _, kind := range []query.Kind{query.Tasks, query.Targets, query.Risks, query.Reports} {
		for _, measure := range query.MeasuresOf(kind) {
			name := fmt.Sprintf("%s.alert.%s", kind, measure)
			t.Run(name, func(t *testing.T) {
				golden(t, name, fmt.Sprintf(`{"kind":"%s","format":"alert","measure":"%s"}`, kind, measure))
			})
		}
	}
}
