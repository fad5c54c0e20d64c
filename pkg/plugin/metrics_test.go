package plugin

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend/tracing"
	"github.com/prometheus/client_golang/prometheus/testutil"
	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/otel/codes"
	sdktrace "go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/sdk/trace/tracetest"
)

func TestGaugesTellConnectionsAndMemoryOfEachLivingDataSource(t *testing.T) {
	instance, err := New(context.Background(), settingsOf(t, map[string]any{"maxConnections": 3}))
	require.NoError(t, err)
	d := instance.(*Datasource)
	ask(t, d, anyQuery)
	require.NoError(t, testutil.CollectAndCompare(living, strings.NewReader(`
# HELP shigan_policy_connections Connections to the ledger, by data source and state (used, idle, most).
# TYPE shigan_policy_connections gauge
shigan_policy_connections{datasource="ledger",state="idle"} 1
shigan_policy_connections{datasource="ledger",state="most"} 3
shigan_policy_connections{datasource="ledger",state="used"} 0
`), "shigan_policy_connections"))
	require.Positive(t, d.answers.size())
	d.Dispose()
	require.Zero(t, testutil.CollectAndCount(living))
}

func TestConnectionsAreKeptOpenWhileNobodyAsks(t *testing.T) {
	d := open(t, map[string]any{"idleConnections": 2})
	require.Eventually(t, func() bool {
		_, idle, _ := d.ledger.Connections()
		return idle == 2
	}, 10*time.Second, 10*time.Millisecond)
}

func TestEveryQueryIsASpanThatTellsWhatWasAskedAndHowItEnded(t *testing.T) {
	recorder := tracetest.NewSpanRecorder()
	tracing.InitDefaultTracer(sdktrace.NewTracerProvider(sdktrace.WithSpanProcessor(recorder)).Tracer("test"))
	d := open(t, nil)
	ask(t, d, `{"kind":"tasks","view":"summary"}`)
	ask(t, d, `{"kind":"tasks","view":"summary"}`)
	ask(t, d, `{"kind":"tasks","view":"matrix"}`)
	spans := []sdktrace.ReadOnlySpan{}
	for _, span := range recorder.Ended() {
		if span.Name() == "policy ledger query" {
			spans = append(spans, span)
		}
	}
	require.Len(t, spans, 3)
	attributes := func(span sdktrace.ReadOnlySpan) map[string]string {
		all := map[string]string{}
		for _, one := range span.Attributes() {
			all[string(one.Key)] = one.Value.String()
		}
		return all
	}
	require.Equal(t, map[string]string{"datasource": "ledger", "kind": "tasks", "view": "summary", "format": "table"}, attributes(spans[0]))
	require.Equal(t, "true", attributes(spans[1])["memory"])
	require.Equal(t, codes.Error, spans[2].Status().Code)
	require.Contains(t, spans[2].Status().Description, "has no view called")
}
