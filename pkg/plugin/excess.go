package plugin

import (
	"context"

	"github.com/jackc/pgx/v5"

	"github.com/shigan/policy/pkg/ledger"
	"github.com/shigan/policy/pkg/words"
)

// What a login may that reading does not need. Queries run as ledger_reader all the same; but whoever has the password,
// or finds a fault in this plugin, has these rights.
var excesses = map[string]words.Said{
	"superuser": {EN: "is a superuser", ZH: "是超级用户"},
	"bypassrls": {EN: "bypasses row-level security", ZH: "可绕过行级安全"},
	"owner":     {EN: "owns tables of the ledger", ZH: "拥有台账的表"},
	"writer":    {EN: "may write to the ledger", ZH: "可写入台账"},
}

// excess is a sentence about the login's rights beyond reading; empty where it has none.
func (d *Datasource) excess(ctx context.Context) (words.Said, error) {
	var found []string
	err := d.ledger.Look(ctx, func(ctx context.Context, tx pgx.Tx) error {
		return tx.QueryRow(ctx, ledger.Statement("excess")).Scan(&found)
	})
	if err != nil || len(found) == 0 {
		return words.Said{}, err
	}
	all := words.Said{}
	for i, one := range found {
		if i > 0 {
			all = words.Said{EN: all.EN + ", ", ZH: all.ZH + "，"}
		}
		all = words.Said{EN: all.EN + excesses[one].EN, ZH: all.ZH + excesses[one].ZH}
	}
	return words.Said{
		EN: words.Said{EN: "The user %s %s: use a login that is a member of ledger_reader and of nothing else."}.With(d.settings.User, all.EN).EN,
		ZH: words.Said{ZH: "用户 %s %s：请改用仅属于角色 ledger_reader 的登录用户。"}.With(d.settings.User, all.ZH).ZH,
	}, nil
}
