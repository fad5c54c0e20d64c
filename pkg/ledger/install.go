package ledger

import (
	"context"
	"errors"
	"regexp"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"

	"github.com/shigan/policy/pkg/words"
)

// Read models of a large ledger are made again in minutes; an hour means that something waits for ever.
const longestInstall = time.Hour

// Owner is the login that installs: a superuser, the database's owner with CREATEROLE, or for an upgrade a member of
// ledger_owner. It is used once and kept nowhere.
type Owner struct{ User, Password string }

// What ledger.sql announces: "Applying 0001_dimensions.sql." and "Making schema monitor again."
var announced = regexp.MustCompile(`^(?:Applying (\S+\.sql)|Making schema (monitor) again)\.$`)

// Install runs the script on the data source's database, with its address and TLS but as owner, and lets the data
// source's own user read. It is told each step (a file's name, or "monitor") as it begins. All or nothing; two at the
// same time wait for each other. Errors are Faults.
func (l *Ledger) Install(ctx context.Context, owner Owner, script Script, step func(string)) error {
	ctx, cancel := context.WithTimeout(ctx, longestInstall)
	defer cancel()
	as := l.Settings
	as.User = owner.User
	config := l.pool.Config().ConnConfig.Copy()
	config.User, config.Password = owner.User, owner.Password
	config.OnNotice = func(_ *pgconn.PgConn, notice *pgconn.Notice) {
		if found := announced.FindStringSubmatch(notice.Message); found != nil {
			step(found[1] + found[2])
		}
	}
	conn, err := pgx.ConnectConfig(ctx, config)
	if err != nil {
		return as.Explain(err)
	}
	// Whatever the script left open ends with its connection.
	defer conn.Close(context.WithoutCancel(ctx))
	if owner.User != l.Settings.User {
		if _, err = conn.Exec(ctx, Statement("reader"), pgx.NamedArgs{"reader": l.Settings.User}); err != nil {
			return as.Explain(err)
		}
	}
	if _, err = conn.PgConn().Exec(ctx, script.SQL).ReadAll(); err != nil {
		return as.explainInstall(err)
	}
	return nil
}

// explainInstall knows the refusals of ledger.sql (LG…) and says of all that nothing was changed.
func (s Settings) explainInstall(err error) error {
	var server *pgconn.PgError
	if !errors.As(err, &server) {
		return s.Explain(err)
	}
	fault := Fault{Kind: RefusedByLedger, Under: err}
	switch server.Code {
	case "42501":
		fault.Kind = NoRole
		fault.Said = words.Said{
			EN: "The user %s may not install the ledger: name a superuser, the database's owner with CREATEROLE, or for an upgrade a member of ledger_owner.",
			ZH: "用户 %s 无权安装台账：请使用超级用户、具有 CREATEROLE 的数据库所有者，或（升级时）ledger_owner 的成员。",
		}.With(s.User)
	case "LG001", "LG002", "LG003", "LG004":
		fault.Kind = NoSchema
		fault.Said = words.Said{EN: server.Message, ZH: refusals[server.Code]}
	case "57P01", "57P02", "57P03", "53300":
		return s.Explain(err)
	default:
		fault.Said = words.Said{
			EN: "The installation stopped with %s, “%s”, and changed nothing: amend what it names, and install again.",
			ZH: "安装因 %s（“%s”）中止，未作任何更改：请处理后重新安装。",
		}.With(server.Code, strings.TrimRight(server.Message, "."))
	}
	return fault
}

var refusals = map[string]string{
	"LG001": "PostgreSQL 版本过低：台账需要 15 或更高版本，请升级服务器。",
	"LG002": "数据库中已执行的迁移文件与本版本不一致：请恢复该文件，并把改动写入新的迁移文件。",
	"LG003": "数据库中的台账版本高于本插件：请升级插件。",
	"LG004": "数据源的用户不存在：请先在数据库中创建该用户。",
}
