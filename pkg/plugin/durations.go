package plugin

import (
	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/promauto"
)

// durations is collected by Grafana with the plugin's other metrics. outcome is ok or the cause of the failure.
var durations = promauto.NewHistogramVec(prometheus.HistogramOpts{
	Namespace: "shigan_policy",
	Name:      "query_duration_seconds",
	Help:      "How long queries of the policy ledger took, by kind and outcome.",
	Buckets:   []float64{.005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10, 30},
}, []string{"kind", "outcome"})
