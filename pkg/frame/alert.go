package frame

import (
	"github.com/grafana/grafana-plugin-sdk-go/data"
)

// Alert lays a table out for Grafana's alerting: string labels and exactly one number, named after the measure.
// The type version must not be 0.0, or the engine ignores the type (Grafana's data plane contract).
func (t Table) Alert(measure string, reader Reader) *data.Frame {
	frame := data.NewFrame(measure)
	for i, name := range t.names {
		if name == "measured" {
			frame.Fields = append(frame.Fields, data.NewField(measure, nil, certain[float64](t.columns[i])))
			frame.Fields[i].Config = config(measure, reader)
			continue
		}
		frame.Fields = append(frame.Fields, data.NewField(name, nil, certain[string](t.columns[i])))
	}
	frame.Meta = &data.FrameMeta{Type: data.FrameTypeNumericLong, TypeVersion: data.FrameTypeVersion{0, 1}}
	return frame
}

// Last is the number of the last row kept, the smallest of all; 0 where there is none.
func (t Table) Last() float64 {
	measured := t.column("measured")
	if measured == nil || t.Rows == 0 {
		return 0
	}
	return certain[float64](measured)[t.Rows-1]
}

// certain drops the nulls that a statement for alerts never returns: what is unknown reads empty or 0.
func certain[T any](column vector) []T {
	kept := column.(*typed[*T]).kept
	values := make([]T, len(kept))
	for i, value := range kept {
		if value != nil {
			values[i] = *value
		}
	}
	return values
}
