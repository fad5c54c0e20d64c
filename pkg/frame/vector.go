package frame

import (
	"fmt"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/data"
	"github.com/jackc/pgx/v5/pgtype"
)

// vector gathers one column: pgx scans each row into target, keep appends it.
type vector interface {
	target() any
	keep()
	field(name string, labels data.Labels) *data.Field
	at(row int) any
	// part is a field of the rows from..to.
	part(name string, labels data.Labels, from, to int) *data.Field
}

type typed[T any] struct {
	row  T
	kept []T
}

func (v *typed[T]) target() any    { return &v.row }
func (v *typed[T]) keep()          { v.kept = append(v.kept, v.row) }
func (v *typed[T]) at(row int) any { return v.kept[row] }
func (v *typed[T]) field(name string, labels data.Labels) *data.Field {
	return data.NewField(name, labels, v.kept)
}
func (v *typed[T]) part(name string, labels data.Labels, from, to int) *data.Field {
	return data.NewField(name, labels, v.kept[from:to:to])
}

func sized[T any](rows int) vector { return &typed[T]{kept: make([]T, 0, rows)} }

// vectorOf chooses the Go type of a PostgreSQL type. Null stays null: unknown is never 0.
func vectorOf(oid uint32, rows int) (vector, error) {
	switch oid {
	case pgtype.TextOID, pgtype.VarcharOID:
		return sized[*string](rows), nil
	case pgtype.Float8OID, pgtype.Float4OID, pgtype.NumericOID:
		return sized[*float64](rows), nil
	case pgtype.Int2OID, pgtype.Int4OID, pgtype.Int8OID:
		return sized[*int64](rows), nil
	case pgtype.DateOID, pgtype.TimestamptzOID:
		return sized[*time.Time](rows), nil
	case pgtype.BoolOID:
		return sized[*bool](rows), nil
	default:
		return nil, fmt.Errorf("a column has the PostgreSQL type %d, which no frame can hold", oid)
	}
}
