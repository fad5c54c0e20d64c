package plugin

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
	"runtime/debug"
	"strings"
	"sync"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/backend/tracing"
	"github.com/grafana/grafana-plugin-sdk-go/data"
	"github.com/jackc/pgx/v5"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/trace"
	"golang.org/x/sync/errgroup"

	"github.com/shigan/policy/pkg/frame"
	"github.com/shigan/policy/pkg/ledger"
	"github.com/shigan/policy/pkg/query"
	"github.com/shigan/policy/pkg/words"
)

// QueryData answers all queries of a request beside each other, each on one connection, as many as there are.
func (d *Datasource) QueryData(ctx context.Context, request *backend.QueryDataRequest) (*backend.QueryDataResponse, error) {
	response := backend.NewQueryDataResponse()
	forAlert := isForAlert(request.Headers)
	// One look tells for all queries of the request whether anything was written since their answers were kept.
	now := sync.OnceValues(func() (ledger.State, error) {
		if d.settings.MemoryBytes() == 0 {
			return "", nil
		}
		return d.ledger.State(ctx)
	})
	answer := func(ctx context.Context, q query.Query, shown backend.TimeRange) (data.Frames, error) {
		return d.answer(ctx, q, shown, now)
	}
	var group errgroup.Group
	group.SetLimit(max(d.settings.MaxConnections, 1))
	var writing sync.Mutex
	for _, asked := range request.Queries {
		group.Go(func() error {
			answer := d.timed(ctx, asked, forAlert, answer)
			writing.Lock()
			defer writing.Unlock()
			response.Responses[asked.RefID] = answer
			return nil
		})
	}
	return response, group.Wait()
}

// isForAlert compares the header's name without regard to case: it differs between Grafana's versions.
func isForAlert(headers map[string]string) bool {
	for name, value := range headers {
		if strings.EqualFold(strings.TrimPrefix(strings.ToLower(name), "http_"), "FromAlert") && strings.EqualFold(value, "true") {
			return true
		}
	}
	return false
}

type answerer func(context.Context, query.Query, backend.TimeRange) (data.Frames, error)

// timed measures one query, and keeps its failure (a panic too) from the others.
func (d *Datasource) timed(ctx context.Context, asked backend.DataQuery, forAlert bool, answer answerer) (response backend.DataResponse) {
	begin, kind, outcome := time.Now(), "unknown", "ok"
	ctx, span := tracing.DefaultTracer().Start(ctx, "policy ledger query", trace.WithAttributes(attribute.String("datasource", d.uid)))
	defer span.End()
	defer func() { durations.WithLabelValues(kind, outcome).Observe(time.Since(begin).Seconds()) }()
	defer func() {
		if fatal := recover(); fatal != nil {
			d.logger.Error("A query broke the data source", "panic", fatal, "stack", string(debug.Stack()))
			outcome = string(ledger.Broken)
			response = d.failed(ledger.Fault{Kind: ledger.Broken, Said: broken}, d.settings.Language)
		}
	}()
	q, err := query.Decode(asked.JSON, forAlert)
	language := d.language(q.Language)
	if err == nil {
		kind = string(q.Kind)
		span.SetAttributes(attribute.String("kind", kind), attribute.String("view", string(q.View)), attribute.String("format", string(q.Format)))
		err = d.unusable
	}
	var frames data.Frames
	if err == nil {
		frames, err = answer(ctx, q, asked.TimeRange)
	}
	if err != nil {
		fault := d.explain(err)
		outcome = string(fault.Kind)
		_ = tracing.Error(span, fault)
		return d.failed(fault, language)
	}
	return backend.DataResponse{Frames: frames, Status: backend.StatusOK}
}

var broken = words.Said{
	EN: "The data source broke on this query: look into Grafana's log, and report it.",
	ZH: "数据源在处理该查询时崩溃：请查看 Grafana 日志并反馈。",
}

// failed puts a fault into a response. Whatever the user or the database caused is downstream; only our own is not.
func (d *Datasource) failed(fault ledger.Fault, language string) backend.DataResponse {
	source, status := backend.ErrorSourceDownstream, backend.StatusBadGateway
	switch fault.Kind {
	case ledger.Broken:
		source, status = backend.ErrorSourcePlugin, backend.StatusInternal
	case ledger.WrongQuery, ledger.WrongSettings:
		status = backend.StatusBadRequest
	case ledger.TooSlow:
		status = backend.StatusTimeout
	case ledger.Cancelled:
		// 499, as web servers log a reader who left.
		status = backend.Status(499)
	}
	return backend.DataResponse{
		Error:       backend.NewErrorWithSource(errors.New(fault.Said.In(language)), source),
		ErrorSource: source,
		Status:      status,
	}
}

// answer gives what is kept of an earlier query, where nothing can have changed since, else asks the ledger.
func (d *Datasource) answer(ctx context.Context, q query.Query, shown backend.TimeRange, now func() (ledger.State, error)) (data.Frames, error) {
	zone, err := d.ledger.Zone(ctx)
	if err != nil {
		return nil, err
	}
	parameters := d.parameters(q, shown, zone)
	question := d.question(q, parameters)
	state, err := now()
	if err != nil {
		return nil, err
	}
	if frames, ok := d.answers.get(state, question); ok {
		answers.WithLabelValues("memory").Inc()
		trace.SpanFromContext(ctx).SetAttributes(attribute.Bool("memory", true))
		return copied(frames, q.RefID), nil
	}
	frames, seen, err := d.read(ctx, q, parameters)
	if err != nil {
		return nil, err
	}
	answers.WithLabelValues("ledger").Inc()
	d.answers.put(seen, question, frames)
	return copied(frames, q.RefID), nil
}

// read asks the ledger and dresses what it says. seen is the state of the ledger that the answer is of, or an earlier one.
func (d *Datasource) read(ctx context.Context, q query.Query, parameters pgx.NamedArgs) (frames data.Frames, seen ledger.State, err error) {
	err = d.ledger.ReadAt(ctx, func(ctx context.Context, tx pgx.Tx, state ledger.State) error {
		seen = state
		if err := narrowToUnits(ctx, tx, q, parameters); err != nil {
			return err
		}
		if err := narrowToTiers(ctx, tx, q, parameters); err != nil {
			return err
		}
		statement := ledger.Statement(q.Statement())
		begin := time.Now()
		rows, err := tx.Query(ctx, statement, parameters)
		if err != nil {
			return err
		}
		most := d.rowLimit(q)
		table, more, err := frame.Scan(rows, most)
		if err != nil {
			return err
		}
		took := time.Since(begin)
		reader := d.reader(q)
		if frames, err = layOut(q, table, reader, more); err != nil {
			return err
		}
		told := map[string]any{"asOf": parameters["as_of"].(time.Time).Format(time.DateOnly), "language": reader.Language}
		if err := tellRisks(ctx, tx, q, parameters, told); err != nil {
			return err
		}
		if more {
			told["cut"] = true
		}
		annotate(frames[0], statement, parameters)
		measured(frames[0], took, table.Rows, reader.Language)
		for _, one := range frames {
			one.Meta.Custom = told
		}
		if more {
			frames[0].AppendNotices(data.Notice{Severity: data.NoticeSeverityWarning, Text: cut.With(most).In(reader.Language)})
		}
		for _, note := range q.Notes {
			frames[0].AppendNotices(data.Notice{Severity: data.NoticeSeverityInfo, Text: note.In(reader.Language)})
		}
		return nil
	})
	return frames, seen, err
}

// measured tells the query inspector how long the ledger took, beside the SQL and among the statistics.
func measured(one *data.Frame, took time.Duration, rows int, language string) {
	milliseconds := float64(took.Microseconds()) / 1000
	one.Meta.ExecutedQueryString += fmt.Sprintf("\n-- %.1f ms, %d rows", milliseconds, rows)
	one.Meta.Stats = []data.QueryStat{
		{FieldConfig: data.FieldConfig{DisplayName: words.Said{EN: "Time in the ledger", ZH: "台账查询耗时"}.In(language), Unit: "ms"}, Value: milliseconds},
		{FieldConfig: data.FieldConfig{DisplayName: words.Said{EN: "Rows", ZH: "行数"}.In(language)}, Value: float64(rows)},
	}
}

var cut = words.Said{
	EN: "Only the first %d rows are shown: narrow the scope, or raise the row limit of the data source.",
	ZH: "仅显示前 %d 行：请缩小范围，或调高数据源的行数上限。",
}

func (d *Datasource) rowLimit(q query.Query) int {
	if q.Limit > 0 && q.Limit < d.settings.RowLimit {
		return q.Limit
	}
	return d.settings.RowLimit
}

func (d *Datasource) reader(q query.Query) frame.Reader {
	reader := frame.Reader{Language: d.language(q.Language), UID: d.uid, Kind: string(q.Kind)}
	if q.View == query.Summary {
		reader.GroupBy = string(q.GroupBy)
	}
	return reader
}

// parameters of every statement; each takes what it names.
func (d *Datasource) parameters(q query.Query, shown backend.TimeRange, zone *time.Location) pgx.NamedArgs {
	asOf := dayIn(shown.To, zone)
	if q.AsOf != "" {
		asOf, _ = time.Parse(time.DateOnly, q.AsOf) // Decode has checked it.
	}
	return pgx.NamedArgs{
		"as_of": asOf, "from_day": dayIn(shown.From, zone), "lang": d.language(q.Language),
		"units": q.Scope.Units, "subordinates": q.Scope.WithSubordinates(), "tiers": q.Scope.Tiers,
		"policies": q.Scope.Policies, "domains": q.Scope.Domains, "departments": q.Scope.Departments,
		"role": string(q.Scope.DepartmentRole), "indicators": q.Indicators, "phases": q.Phases, "statuses": q.Statuses,
		"lights": texts(q.Lights), "events": texts(q.Events), "categories": q.Categories, "group_by": string(q.GroupBy),
		"months": q.Months, "basis": string(q.Basis), "measure": string(q.Measure),
		// One more than is shown tells whether there are more.
		"most": int64(d.rowLimit(q)) + 1,
	}
}

// texts are the words of a list; nil stays nil, because an empty list matches nothing and nil does not narrow.
func texts[T ~string](words []T) []string {
	if words == nil {
		return nil
	}
	all := make([]string, len(words))
	for i, word := range words {
		all[i] = string(word)
	}
	return all
}

// dayIn is the calendar day of a moment in the ledger's zone, as PostgreSQL's date.
func dayIn(moment time.Time, zone *time.Location) time.Time {
	year, month, day := moment.In(zone).Date()
	return time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
}

// narrowToUnits cuts the scope with the units of ad hoc filters, each with the units below.
func narrowToUnits(ctx context.Context, tx pgx.Tx, q query.Query, parameters pgx.NamedArgs) error {
	for _, within := range q.Within {
		if own, _ := parameters["units"].([]string); own == nil {
			parameters["units"] = within
			parameters["subordinates"] = true
			continue
		}
		parameters["within"] = within
		rows, err := tx.Query(ctx, ledger.Statement("units_within"), parameters)
		if err != nil {
			return err
		}
		units, err := pgx.CollectRows(rows, pgx.RowTo[string])
		if err != nil {
			return err
		}
		parameters["units"] = append([]string{}, units...)
	}
	return nil
}

// narrowToTiers names the units of the asked tiers, for the functions that know units only.
func narrowToTiers(ctx context.Context, tx pgx.Tx, q query.Query, parameters pgx.NamedArgs) error {
	if q.View != query.Trend || q.Scope.Tiers == nil {
		return nil
	}
	rows, err := tx.Query(ctx, ledger.Statement("units_of_tiers"), parameters)
	if err != nil {
		return err
	}
	units, err := pgx.CollectRows(rows, pgx.RowTo[string])
	if err != nil {
		return err
	}
	// Not nil, even where there is none: nil would mean all.
	parameters["units"], parameters["subordinates"] = append([]string{}, units...), false
	return nil
}

// layOut makes the frames of an answer: always one at least, so that what was asked is told with an empty answer too.
func layOut(q query.Query, table frame.Table, reader frame.Reader, more bool) (data.Frames, error) {
	switch {
	case q.Format == query.Alert:
		// The largest stand first: what is left out may be left out only if it is 0 like the last one kept.
		if more && table.Last() != 0 {
			return nil, query.Refused{Why: tooManyAlerts.With(table.Rows)}
		}
		return data.Frames{table.Alert(string(q.Measure), reader)}, nil
	case q.Kind == query.Annotations:
		one := table.Annotations(reader)
		one.Meta = &data.FrameMeta{PreferredVisualization: data.VisTypeTable}
		return data.Frames{one}, nil
	case q.Kind == query.Series:
		frames := data.Frames(table.Series(reader))
		if len(frames) == 0 {
			frames = data.Frames{data.NewFrame("series")}
		}
		for _, one := range frames {
			one.Meta = &data.FrameMeta{PreferredVisualization: data.VisTypeGraph}
		}
		return frames, nil
	default:
		one := table.Frame(string(q.Kind), reader)
		one.Meta = &data.FrameMeta{PreferredVisualization: data.VisTypeTable}
		return data.Frames{one}, nil
	}
}

var tooManyAlerts = words.Said{
	EN: "More than %d items need an alert: split the rule by unit or department, or raise the row limit of the data source.",
	ZH: "需要告警的条目超过 %d 个：请按单位或部门拆分规则，或调高数据源的行数上限。",
}

// tellRisks adds what the heatmap needs beside its rows: the grid in use, and with a matrix the counts of each basis,
// category and appetite, so that a panel need not have every risk to count them.
func tellRisks(ctx context.Context, tx pgx.Tx, q query.Query, parameters pgx.NamedArgs, told map[string]any) error {
	if q.Kind != query.Risks || q.View == query.Trend || q.Format == query.Alert {
		return nil
	}
	documents := map[string]string{"grid": "risk_grid"}
	if q.View == query.Matrix {
		documents["counts"] = "risk_counts"
	}
	for name, statement := range documents {
		var document *string
		if err := tx.QueryRow(ctx, ledger.Statement(statement), parameters).Scan(&document); err != nil {
			return err
		}
		if document != nil {
			told[name] = json.RawMessage(*document)
		}
	}
	return nil
}

var named = regexp.MustCompile(`@([a-z_]+)`)

// annotate tells the SQL that ran, and with which parameters.
func annotate(one *data.Frame, statement string, parameters pgx.NamedArgs) {
	told := []string{statement, ""}
	seen := map[string]bool{}
	for _, found := range named.FindAllStringSubmatch(statement, -1) {
		if name := found[1]; !seen[name] {
			seen[name] = true
			told = append(told, fmt.Sprintf("-- @%s = %s", name, written(parameters[name])))
		}
	}
	one.Meta.ExecutedQueryString = strings.Join(told, "\n")
}

func written(value any) string {
	switch v := value.(type) {
	case time.Time:
		return v.Format(time.DateOnly)
	case []string:
		if v == nil {
			return "NULL"
		}
		return "{" + strings.Join(v, ",") + "}"
	case []int16:
		if v == nil {
			return "NULL"
		}
	}
	return fmt.Sprint(value)
}
