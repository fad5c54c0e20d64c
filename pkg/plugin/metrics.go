package plugin

import (
	"sync"

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

// answers tells how many queries were answered from where.
var answers = promauto.NewCounterVec(prometheus.CounterOpts{
	Namespace: "shigan_policy",
	Name:      "answers_total",
	Help:      "Answers given, by where they came from: the ledger, or memory because nothing was written since.",
}, []string{"source"})

// living tells of every data source as it is when somebody asks: its connections, and the memory that its answers take.
var living = &gauges{sources: map[*Datasource]bool{}}

func init() { prometheus.MustRegister(living) }

var (
	connections = prometheus.NewDesc("shigan_policy_connections", "Connections to the ledger, by data source and state (used, idle, most).",
		[]string{"datasource", "state"}, nil)
	memoryBytes = prometheus.NewDesc("shigan_policy_memory_bytes", "Bytes that kept answers take, by data source.", []string{"datasource"}, nil)
)

type gauges struct {
	mutex   sync.Mutex
	sources map[*Datasource]bool
}

func (g *gauges) add(d *Datasource) {
	g.mutex.Lock()
	defer g.mutex.Unlock()
	g.sources[d] = true
}

func (g *gauges) remove(d *Datasource) {
	g.mutex.Lock()
	defer g.mutex.Unlock()
	delete(g.sources, d)
}

// Describe names the gauges.
func (g *gauges) Describe(sent chan<- *prometheus.Desc) {
	sent <- connections
	sent <- memoryBytes
}

// Collect adds up by data source: for a moment after a change of its settings there are two instances of it.
func (g *gauges) Collect(sent chan<- prometheus.Metric) {
	g.mutex.Lock()
	defer g.mutex.Unlock()
	type sum struct{ used, idle, most, bytes float64 }
	sums := map[string]sum{}
	for d := range g.sources {
		used, idle, most := d.ledger.Connections()
		of := sums[d.uid]
		sums[d.uid] = sum{of.used + float64(used), of.idle + float64(idle), of.most + float64(most), of.bytes + float64(d.answers.size())}
	}
	for uid, of := range sums {
		for state, number := range map[string]float64{"used": of.used, "idle": of.idle, "most": of.most} {
			sent <- prometheus.MustNewConstMetric(connections, prometheus.GaugeValue, number, uid, state)
		}
		sent <- prometheus.MustNewConstMetric(memoryBytes, prometheus.GaugeValue, of.bytes, uid)
	}
}
