// Package frame turns rows of the ledger into Grafana's data frames, dressed so that panels need no setting of their
// own: titles, units, decimals, thresholds, words of statuses, links.
package frame

import (
	"fmt"
	"math"
	"slices"

	"github.com/grafana/grafana-plugin-sdk-go/data"
	"github.com/jackc/pgx/v5"
)

var negativeInfinity = math.Inf(-1)

// What is set aside for the first rows, so that panels' usual sizes need no growing.
const firstRows = 256

// Table is rows as they were scanned, column by column.
type Table struct {
	names   []string
	columns []vector
	Rows    int
}

// Scan reads at most `most` rows; more tells whether there was another one.
func Scan(rows pgx.Rows, most int) (table Table, more bool, err error) {
	defer rows.Close()
	var targets []any
	for _, description := range rows.FieldDescriptions() {
		column, err := vectorOf(description.DataTypeOID, firstRows)
		if err != nil {
			return table, false, fmt.Errorf("%s: %w", description.Name, err)
		}
		table.names = append(table.names, description.Name)
		table.columns = append(table.columns, column)
		targets = append(targets, column.target())
	}
	for rows.Next() {
		if table.Rows == most {
			more = true
			break
		}
		if err := rows.Scan(targets...); err != nil {
			return table, false, err
		}
		for _, column := range table.columns {
			column.keep()
		}
		table.Rows++
	}
	rows.Close()
	return table, more, rows.Err()
}

// Frame is the whole table as one dressed frame.
func (t Table) Frame(name string, reader Reader) *data.Frame {
	fields := make([]*data.Field, len(t.columns))
	for i, column := range t.columns {
		fields[i] = column.field(t.names[i], nil)
		fields[i].Config = config(t.names[i], reader)
	}
	frame := data.NewFrame(name, fields...)
	t.measureValues(fields, reader)
	return frame
}

func config(name string, reader Reader) *data.FieldConfig {
	known := columns[name]
	c := &data.FieldConfig{DisplayName: known.title.In(reader.Language)}
	if known.dress != nil {
		known.dress(c, reader)
	}
	return c
}

// measureValues sets unit and decimals of values where all rows share them; else each row names its own.
func (t Table) measureValues(fields []*data.Field, reader Reader) {
	unit, ok := shared[string](t.column("unit_of_measure"), t.Rows)
	if !ok {
		return
	}
	decimals, ok := shared[int64](t.column("decimals"), t.Rows)
	if !ok {
		return
	}
	for i, name := range t.names {
		isChange := slices.Contains(changed, name)
		if isChange || slices.Contains(measured, name) {
			measure(fields[i].Config, reader, unit, decimals, isChange)
		}
	}
}

func (t Table) column(name string) vector {
	if i := slices.Index(t.names, name); i >= 0 {
		return t.columns[i]
	}
	return nil
}

// shared is the one value of a column, if it has one and no null.
func shared[T comparable](column vector, rows int) (value T, ok bool) {
	kept, ok := column.(*typed[*T])
	if !ok || rows == 0 {
		return value, false
	}
	for _, one := range kept.kept {
		if one == nil || *one != *kept.kept[0] {
			return value, false
		}
	}
	return *kept.kept[0], true
}

func text(column vector, row int) string {
	if kept, ok := column.(*typed[*string]); ok && kept.kept[row] != nil {
		return *kept.kept[row]
	}
	return ""
}
