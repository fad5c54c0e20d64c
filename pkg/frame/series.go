package frame

import (
	"github.com/grafana/grafana-plugin-sdk-go/data"
)

// Series cuts a table that is ordered by unit and indicator into one frame for each pair of them.
// A legend names what differs: the indicator where all are of one unit, the unit where all are of one indicator.
func (t Table) Series(reader Reader) []*data.Frame {
	unit, unitID := t.column("unit"), t.column("unit_id")
	indicator, indicatorID := t.column("indicator"), t.column("indicator_id")
	_, oneUnit := shared[string](unitID, t.Rows)
	_, oneIndicator := shared[string](indicatorID, t.Rows)
	frames := []*data.Frame{}
	for from := 0; from < t.Rows; {
		to := from + 1
		for to < t.Rows && text(unitID, to) == text(unitID, from) && text(indicatorID, to) == text(indicatorID, from) {
			to++
		}
		name := text(indicator, from) + " · " + text(unit, from)
		if oneUnit {
			name = text(indicator, from)
		} else if oneIndicator {
			name = text(unit, from)
		}
		labels := data.Labels{
			"unit": text(unit, from), "indicator": text(indicator, from),
			"unit_id": text(unitID, from), "indicator_id": text(indicatorID, from),
		}
		frames = append(frames, t.oneSeries(name, labels, from, to, reader))
		from = to
	}
	return frames
}

func (t Table) oneSeries(name string, labels data.Labels, from, to int, reader Reader) *data.Frame {
	period := t.column("period").part("period", nil, from, to)
	period.Config = config("period", reader)
	frame := data.NewFrame(name, period)
	unit := text(t.column("unit_of_measure"), from)
	decimals := *t.column("decimals").at(from).(*int64)
	for _, column := range []string{"value", "expected_value", "target_value"} {
		field := t.column(column).part(column, labels, from, to)
		field.Config = config(column, reader)
		if column == "value" {
			field.Config.DisplayName = name
		} else {
			field.Config.DisplayName = name + " · " + field.Config.DisplayName
		}
		measure(field.Config, reader, unit, decimals, false)
		frame.Fields = append(frame.Fields, field)
	}
	revision := t.column("revision").part("revision", labels, from, to)
	revision.Config = config("revision", reader)
	frame.Fields = append(frame.Fields, revision)
	return frame
}
