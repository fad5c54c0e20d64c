package plugin

import (
	"context"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"

	"github.com/shigan/policy/pkg/ledger"
	"github.com/shigan/policy/pkg/words"
)

// Step is one thing that must be right before the ledger can be read.
type Step struct {
	ID      string `json:"id"`
	OK      bool   `json:"ok"`
	Message string `json:"message"`
	Fix     string `json:"fix"`
}

// Setup is what the page Setup shows, and what a health check is made of.
type Setup struct {
	Steps        []Step            `json:"steps"`
	Counts       map[string]int64  `json:"counts"`
	AsOf         string            `json:"asOf"`
	Ledger       map[string]string `json:"ledger"`
	Jurisdiction string            `json:"jurisdiction"`
	// Schema tells how the database's schema compares with this version's.
	Schema ledger.SchemaState `json:"schema"`
	// Script is the version of ledger.sql that this plugin ships; empty where it ships none.
	Script   string `json:"script"`
	found    words.Said
	calendar words.Said
	excess   words.Said
}

var stepIDs = []string{"connection", "schema", "roles", "data"}

// inspect goes from step to step until one fails; those after it are not ok either, and say so.
func (d *Datasource) inspect(ctx context.Context, language string) Setup {
	setup := Setup{Counts: map[string]int64{}, Ledger: map[string]string{}, Jurisdiction: d.settings.Jurisdiction,
		Script: ledger.ScriptVersion(scriptFolder)}
	checks := []func(context.Context, *Setup) (words.Said, error){d.checkConnection, d.checkSchema, d.checkRoles, d.checkData}
	for i, check := range checks {
		said, err := check(ctx, &setup)
		if err != nil {
			what, do := d.explain(err).Halves(language)
			setup.Steps = append(setup.Steps, Step{ID: stepIDs[i], Message: what, Fix: do})
			break
		}
		setup.Steps = append(setup.Steps, Step{ID: stepIDs[i], OK: true, Message: said.In(language)})
	}
	for _, id := range stepIDs[len(setup.Steps):] {
		setup.Steps = append(setup.Steps, Step{ID: id, Message: waiting.In(language)})
	}
	return setup
}

var waiting = words.Said{EN: "Not checked before the step above is right.", ZH: "上一步完成后再检查。"}

// PostgreSQL's number of its oldest version that the ledger's SQL runs on.
const oldestServer = 150000

func (d *Datasource) checkConnection(ctx context.Context, _ *Setup) (words.Said, error) {
	if d.unusable != nil {
		return words.Said{}, d.unusable
	}
	var number int
	var version string
	err := d.ledger.Look(ctx, func(ctx context.Context, tx pgx.Tx) error {
		return tx.QueryRow(ctx, ledger.Statement("server")).Scan(&number, &version)
	})
	if err == nil && number < oldestServer {
		err = ledger.Fault{Kind: ledger.WrongAddress, Said: words.Said{
			EN: "PostgreSQL at %s is version %s: the ledger needs 15 or later.",
			ZH: "%s 的 PostgreSQL 版本为 %s：台账需要 15 或更高版本。",
		}.With(d.settings.Host, version)}
	}
	return words.Said{EN: "PostgreSQL %s answers at %s.", ZH: "PostgreSQL %s 已连接（%s）。"}.With(version, d.settings.Host), err
}

func (d *Datasource) checkSchema(ctx context.Context, setup *Setup) (words.Said, error) {
	var installed bool
	var missing []string
	err := d.ledger.Look(ctx, func(ctx context.Context, tx pgx.Tx) error {
		if err := tx.QueryRow(ctx, ledger.Statement("installed")).Scan(&installed); err != nil {
			return err
		}
		return tx.QueryRow(ctx, ledger.Statement("missing_methods")).Scan(&missing)
	})
	if err == nil && !installed {
		setup.Schema = ledger.SchemaMissing
		err = ledger.Fault{Kind: ledger.NoSchema, Said: words.Said{
			EN: "The database %s holds no ledger yet: install it on the app's page Setup, or run `npm run ledger -- migrate` against it.",
			ZH: "数据库 %s 中还没有台账：请在本应用的“设置”页面安装，或对其运行 `npm run ledger -- migrate`。",
		}.With(d.settings.Database)}
	}
	if err == nil && len(missing) > 0 {
		setup.Schema = ledger.SchemaOlder
		err = ledger.Fault{Kind: ledger.NoSchema, Said: words.Said{
			EN: "The ledger in the database %s is of an earlier version (%s is missing): upgrade it on the app's page Setup, or run `npm run ledger -- migrate` against it.",
			ZH: "数据库 %s 中的台账版本较旧（缺少 %s）：请在本应用的“设置”页面升级，或对其运行 `npm run ledger -- migrate`。",
		}.With(d.settings.Database, missing[0])}
	}
	return words.Said{EN: "The ledger's schema and methods are there.", ZH: "台账结构与方法齐全。"}, err
}

// compareSchema tells whether the schema is that of this version; unknown where the plugin has no script to compare with.
func (d *Datasource) compareSchema(ctx context.Context, setup *Setup) error {
	script, err := ledger.ReadScript(scriptFolder)
	if err != nil {
		return nil
	}
	applied := map[string]string{}
	err = d.ledger.Read(ctx, func(ctx context.Context, tx pgx.Tx) error {
		rows, err := tx.Query(ctx, ledger.Statement("applied"))
		if err != nil {
			return err
		}
		var file, digest string
		_, err = pgx.ForEachRow(rows, []any{&file, &digest}, func() error {
			applied[file] = digest
			return nil
		})
		return err
	})
	if err == nil {
		setup.Schema = script.Compare(applied)
	}
	return err
}

func (d *Datasource) checkRoles(ctx context.Context, setup *Setup) (words.Said, error) {
	err := d.ledger.Read(ctx, func(context.Context, pgx.Tx) error { return nil })
	if err == nil {
		err = d.compareSchema(ctx, setup)
	}
	if err == nil {
		setup.excess, err = d.excess(ctx)
	}
	said := words.Said{EN: "The user %s may read as ledger_reader.", ZH: "用户 %s 可以角色 ledger_reader 读取。"}.With(d.settings.User)
	return together(said, setup.excess), err
}

func (d *Datasource) checkData(ctx context.Context, setup *Setup) (words.Said, error) {
	var there bool
	var latest, calendarUntil *time.Time
	var today time.Time
	var nameZH, nameEN string
	counts := map[string]*int64{}
	for _, name := range []string{"units", "policies", "indicators", "targets", "observations", "tasks", "risks"} {
		counts[name] = new(int64)
	}
	err := d.ledger.Read(ctx, func(ctx context.Context, tx pgx.Tx) error {
		return tx.QueryRow(ctx, ledger.Statement("contents"), pgx.NamedArgs{"jurisdiction": d.settings.Jurisdiction}).Scan(
			&there, &nameZH, &nameEN, &latest, &calendarUntil, &today, counts["units"], counts["policies"], counts["indicators"], counts["targets"],
			counts["observations"], counts["tasks"], counts["risks"])
	})
	if err != nil {
		return words.Said{}, err
	}
	for name, count := range counts {
		setup.Counts[name] = *count
	}
	setup.Ledger = map[string]string{"name_zh": nameZH, "name_en": nameEN}
	if latest != nil {
		setup.AsOf = latest.Format(time.DateOnly)
	}
	if !there {
		return words.Said{}, ledger.Fault{Kind: ledger.WrongSettings, Said: words.Said{
			EN: "The ledger holds no unit %s: choose another jurisdiction, or import the units.",
			ZH: "台账中没有单位 %s：请另选辖区，或先导入单位。",
		}.With(d.settings.Jurisdiction)}
	}
	if *counts["units"] == 0 || *counts["indicators"]+*counts["tasks"]+*counts["risks"] == 0 {
		return words.Said{}, ledger.Fault{Kind: ledger.NoSchema, Said: words.Said{
			EN: "The ledger is empty: import a workbook with `npm run ledger -- import FILE.xlsx`.",
			ZH: "台账为空：请用 `npm run ledger -- import 文件.xlsx` 导入数据。",
		}}
	}
	setup.found = found(nameZH, nameEN, *counts["units"], setup.AsOf)
	setup.calendar = calendarEnds(calendarUntil, today)
	return together(setup.found, setup.calendar), nil
}

// together joins sentences; empty ones are left out.
func together(said ...words.Said) words.Said {
	all := words.Said{}
	for _, one := range said {
		all = words.Said{EN: strings.TrimSpace(all.EN + " " + one.EN), ZH: all.ZH + one.ZH}
	}
	return all
}

func found(nameZH, nameEN string, units int64, latest string) words.Said {
	if latest == "" {
		return words.Said{
			EN: words.Said{EN: "Policy ledger “%s”: %s units, no observations yet."}.With(nameEN, grouped(units)).EN,
			ZH: words.Said{ZH: "台账“%s”：%s 个单位，尚无监测值。"}.With(nameZH, grouped(units)).ZH,
		}
	}
	return words.Said{
		EN: words.Said{EN: "Policy ledger “%s”: %s units, latest observations %s."}.With(nameEN, grouped(units), latest).EN,
		ZH: words.Said{ZH: "台账“%s”：%s 个单位，最新监测值 %s。"}.With(nameZH, grouped(units), latest).ZH,
	}
}
