package plugin

import (
	"context"

	"github.com/jackc/pgx/v5"

	"github.com/shigan/policy/pkg/ledger"
	"github.com/shigan/policy/pkg/query"
)

// Option is one thing that can be chosen. description of a unit: the names of the units above it, "A / B".
type Option struct {
	Value       string  `json:"value"`
	Label       string  `json:"label"`
	Description *string `json:"description,omitempty"`
	Parent      *string `json:"parent,omitempty"`
}

// options answers a list in the order in which it is shown; empty where nothing fits.
func (d *Datasource) options(ctx context.Context, body []byte) ([]Option, string, error) {
	asked, err := query.DecodeOptions(body)
	language := d.language(asked.Language)
	if err == nil {
		err = d.unusable
	}
	if err != nil {
		return nil, language, err
	}
	options := []Option{}
	err = d.ledger.Read(ctx, func(ctx context.Context, tx pgx.Tx) error {
		rows, err := tx.Query(ctx, ledger.Statement("options."+asked.List), pgx.NamedArgs{
			"lang": language, "search": asked.Text, "units": asked.Scope.Units, "subordinates": asked.Scope.WithSubordinates(),
			"tiers": asked.Scope.Tiers, "policies": asked.Scope.Policies, "domains": asked.Scope.Domains,
			"departments": asked.Scope.Departments, "most": query.MaxListLength,
		})
		if err != nil {
			return err
		}
		options, err = pgx.AppendRows(options, rows, pgx.RowToStructByPos[Option])
		return err
	})
	return options, language, err
}
