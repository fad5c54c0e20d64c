package plugin

import (
	"context"
	"encoding/json"
	"strings"

	"github.com/jackc/pgx/v5"

	"github.com/shigan/policy/pkg/ledger"
	"github.com/shigan/policy/pkg/query"
	"github.com/shigan/policy/pkg/words"
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
	if fixed := wordsOf(asked.List); fixed != nil {
		return matching(fixed, asked.Text, language), language, nil
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

// wordsOf are the lists that are words of the methods, the same in every ledger; nil for all others.
func wordsOf(list string) []words.Look {
	switch list {
	case "statuses":
		return words.Looks()
	case "lights":
		return words.Lights()
	default:
		return nil
	}
}

func matching(looks []words.Look, part, language string) []Option {
	options := []Option{}
	for _, look := range looks {
		if strings.Contains(strings.ToLower(look.Word.ZH+" "+look.Word.EN+" "+look.Status), strings.ToLower(part)) {
			options = append(options, Option{Value: look.Status, Label: look.Word.In(language)})
		}
	}
	return options
}

// filters are the keys of ad hoc filters; the values of one are the options of its list.
func (d *Datasource) filters(body []byte) ([]Filter, string, error) {
	asked := struct {
		Language query.Language `json:"language"`
	}{}
	if err := json.Unmarshal(body, &asked); err != nil {
		return nil, d.settings.Language, ledger.Fault{Kind: ledger.WrongQuery, Under: err, Said: words.Said{
			EN: "The request cannot be read: send a JSON object with the language.", ZH: "无法读取该请求：请发送含语言的 JSON 对象。",
		}}
	}
	language := d.language(asked.Language)
	all := make([]Filter, len(query.Keys))
	for i, key := range query.Keys {
		all[i] = Filter{Value: key.ID, Label: key.Name.In(language), List: key.List}
	}
	return all, language, nil
}

// Filter is one key of ad hoc filters.
type Filter struct {
	Value string `json:"value"`
	Label string `json:"label"`
	List  string `json:"list"`
}
