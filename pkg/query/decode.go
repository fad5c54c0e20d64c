package query

import (
	"bytes"
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/shigan/policy/pkg/words"
)

const (
	// MaxListLength bounds every list of ids: a province's 3,000 units fit, a runaway variable does not.
	MaxListLength = 5000
	// MaxMonths bounds a trend: ten years, beyond which no plan reaches.
	MaxMonths = 120
	// DefaultMonths is two years: this one and the one to compare it with.
	DefaultMonths = 24
	// MaxRows bounds every answer: a browser stops being usable well before.
	MaxRows = 200_000
	// The ledger's own checks allow no other ids (ledger/schema/0001_dimensions.sql).
	idShape     = `^[0-9A-Za-z_-]{1,48}$`
	maxShownLen = 40
)

var id = regexp.MustCompile(idShape)

// Refused says in one sentence why a query cannot run and what to do.
type Refused struct{ Why words.Said }

func (r Refused) Error() string { return r.Why.EN }

// Said is the sentence in both languages.
func (r Refused) Said() words.Said { return r.Why }

func refuse(en, zh string, values ...any) error {
	return Refused{words.Said{EN: en, ZH: zh}.With(values...)}
}

// Decode reads a query, fills what was left out and refuses what does not fit together. forAlert is true for queries of
// the alerting engine, which always get the alert format. Lists are nil where they do not narrow.
func Decode(raw []byte, forAlert bool) (Query, error) {
	var q Query
	raw, err := Migrate(raw)
	if err != nil {
		return q, err
	}
	if err := json.Unmarshal(raw, &q); err != nil {
		return q, unreadable(err)
	}
	if name := unresolved(raw); name != "" {
		return q, unfilled(name)
	}
	fillIn(&q, forAlert)
	for _, check := range []func(*Query) error{checkShape, checkFilters, checkIDs, checkNumbers, checkWords, applyAdHoc, checkImports} {
		if err := check(&q); err != nil {
			return q, err
		}
	}
	return q, nil
}

// UnmarshalJSON refuses unknown keys: a misspelt one would silently widen the scope.
func (s *Scope) UnmarshalJSON(raw []byte) error {
	type plain Scope
	decoder := json.NewDecoder(bytes.NewReader(raw))
	decoder.DisallowUnknownFields()
	return decoder.Decode((*plain)(s))
}

func unreadable(err error) error {
	return refuse("The query cannot be read (%s): open it in the query editor and save it again.",
		"无法读取该查询（%s）：请在查询编辑器中打开并重新保存。", strings.TrimPrefix(err.Error(), "json: "))
}

// unresolved finds the first string value with a template variable left in it, wherever in the query it stands.
func unresolved(raw []byte) string {
	var whole any
	if json.Unmarshal(raw, &whole) != nil {
		return ""
	}
	return variableIn(whole)
}

var variable = regexp.MustCompile(`\$\{[^}]*\}|\$\w+|\[\[\w+[^\]]*\]\]`)

func variableIn(value any) string {
	switch v := value.(type) {
	case string:
		return variable.FindString(v)
	case []any:
		for _, item := range v {
			if found := variableIn(item); found != "" {
				return found
			}
		}
	case map[string]any:
		for _, key := range sortedKeys(v) {
			if found := variableIn(v[key]); found != "" {
				return found
			}
		}
	}
	return ""
}

func sortedKeys(of map[string]any) []string {
	keys := make([]string, 0, len(of))
	for key := range of {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}

func fillIn(q *Query, forAlert bool) {
	if forAlert {
		q.Format = Alert
	}
	fill(&q.View, Rows)
	fill(&q.Format, Table)
	fill(&q.GroupBy, ByNone)
	fill(&q.Basis, Current)
	fill(&q.Scope.DepartmentRole, Lead)
	if q.Months == 0 {
		q.Months = DefaultMonths
	}
	if known := measures[q.Kind]; q.Format == Alert && q.Measure == "" && len(known) > 0 {
		q.Measure = known[0]
	}
	for _, list := range q.lists() {
		if slices.Contains(*list.ids, "*") || len(*list.ids) == 0 {
			*list.ids = nil
		}
	}
	if slices.Contains(q.Lights, "*") || len(q.Lights) == 0 {
		q.Lights = nil
	}
	if slices.Contains(q.Events, "*") || len(q.Events) == 0 {
		q.Events = nil
	}
	if len(q.Scope.Tiers) == 0 {
		q.Scope.Tiers = nil
	}
}

func fill[T ~string](field *T, otherwise T) {
	if *field == "" {
		*field = otherwise
	}
}

type list struct {
	name string
	ids  *[]string
}

func (q *Query) lists() []list {
	return []list{
		{"units", &q.Scope.Units}, {"policies", &q.Scope.Policies}, {"domains", &q.Scope.Domains},
		{"departments", &q.Scope.Departments}, {"indicators", &q.Indicators}, {"phases", &q.Phases},
		{"statuses", &q.Statuses}, {"categories", &q.Categories},
	}
}

func checkShape(q *Query) error {
	if !slices.Contains(kinds, q.Kind) {
		return refuse("There is no kind of query called “%s”: choose %s.", "没有名为“%s”的查询类型：请选择 %s。",
			shown(string(q.Kind)), choices(kinds))
	}
	if _, fits := shapeOf(q.Kind, q.View); !fits {
		return refuse("The kind %s has no view called “%s”: choose %s.", "查询类型 %s 没有名为“%s”的视图：请选择 %s。",
			q.Kind, shown(string(q.View)), choices(viewsOf(q.Kind)))
	}
	switch q.Format {
	case Table:
		return nil
	case Alert:
		return checkAlert(q)
	default:
		return refuse("There is no format called “%s”: choose table or alert.", "没有名为“%s”的格式：请选择 table 或 alert。", shown(string(q.Format)))
	}
}

func checkAlert(q *Query) error {
	known := measures[q.Kind]
	if len(known) == 0 {
		return refuse("The kind %s cannot be alerted on: choose tasks, targets, risks or reports.",
			"查询类型 %s 不能用于告警：请选择 tasks、targets、risks 或 reports。", q.Kind)
	}
	if q.View != Rows {
		return refuse("An alert is one row per item: choose the view rows instead of %s.", "告警按条目逐行判断：请将视图 %s 改为 rows。", q.View)
	}
	if q.Statuses != nil || q.Lights != nil {
		// An item that leaves the answer because its status changed would end its alert without a word.
		return refuse("An alert needs every item, whatever its status: remove statuses and lights, and let the threshold decide.",
			"告警需要所有条目，不论其状态：请去掉状态和状态灯条件，由阈值判断。")
	}
	if !slices.Contains(known, q.Measure) {
		return refuse("The kind %s has no measure called “%s”: choose %s.", "查询类型 %s 没有名为“%s”的度量：请选择 %s。",
			q.Kind, shown(string(q.Measure)), choices(known))
	}
	if q.Measure == DaysSinceImport && q.Narrowed() {
		return refuse("An import is of the whole ledger: remove what narrows the measure %s.",
			"导入针对整个台账：请去掉度量 %s 的筛选条件。", q.Measure)
	}
	return nil
}

// checkFilters refuses a list that the view could only ignore: ignoring it would answer more than was asked.
func checkFilters(q *Query) error {
	shape, _ := shapeOf(q.Kind, q.View)
	given := func(name string, isGiven bool) error {
		if !isGiven || slices.Contains(shape.Filters, name) {
			return nil
		}
		return refuse("The view %s of %s cannot be narrowed by %s: remove them, or choose another view.",
			"%[2]s 的 %[1]s 视图不能按 %[3]s 筛选：请去掉该条件或改用其他视图。", q.View, q.Kind, name)
	}
	for _, list := range q.lists() {
		if err := given(list.name, *list.ids != nil); err != nil {
			return err
		}
	}
	return firstOf(given("lights", len(q.Lights) > 0), given("tiers", len(q.Scope.Tiers) > 0), given("events", len(q.Events) > 0), checkRole(q))
}

// checkImports: an import is of the whole ledger, so that no list can narrow it. Asked for by name it is refused, else
// left out.
func checkImports(q *Query) error {
	if q.Kind != Annotations || !q.Narrowed() {
		return nil
	}
	if slices.Contains(q.Events, Import) {
		return refuse("An import is of the whole ledger and cannot be narrowed: ask for imports without units, policies or other lists.",
			"导入针对整个台账，不能再筛选：请在不带单位、政策等条件的查询中单独查看导入。")
	}
	if q.Events == nil {
		q.Events = slices.DeleteFunc(Events(), func(one Event) bool { return one == Import })
	}
	return nil
}

// Narrowed tells whether any list but that of events narrows the query.
func (q *Query) Narrowed() bool {
	return q.Scope.Tiers != nil || q.Within != nil || slices.ContainsFunc(q.lists(), func(one list) bool { return *one.ids != nil })
}

// checkRole: only tasks know supporting departments; an indicator, a risk and a report have one that is accountable.
func checkRole(q *Query) error {
	if q.Kind == Tasks || q.Scope.Departments == nil || q.Scope.DepartmentRole != Support {
		return nil
	}
	return refuse("Only tasks have supporting departments: choose the role lead or any for %s.",
		"只有任务设有配合部门：对 %s 请选择牵头（lead）或任一（any）。", q.Kind)
}

func checkIDs(q *Query) error {
	for _, list := range q.lists() {
		if len(*list.ids) > MaxListLength {
			return refuse("The list of %s holds %d ids, and at most %d are allowed: narrow by a unit above, or leave the list empty.",
				"%s 列表含 %d 个编号，最多允许 %d 个：请改选上级单位，或将列表留空。", list.name, len(*list.ids), MaxListLength)
		}
		for _, one := range *list.ids {
			if !id.MatchString(one) {
				return refuse("“%s” among the %s is no id (letters, digits, _ and -, at most 48): choose it from the list.",
					"%[2]s 中的“%[1]s”不是有效编号（字母、数字、_ 和 -，不超过 48 位）：请从列表中选择。", shown(one), list.name)
			}
		}
	}
	return nil
}

func checkNumbers(q *Query) error {
	for _, tier := range q.Scope.Tiers {
		if tier < 1 || tier > 5 {
			return refuse("There is no tier %d: tiers are 1 (central) to 5 (township).", "没有层级 %d：层级为 1（中央）至 5（乡镇）。", tier)
		}
	}
	if q.Months < 1 || q.Months > MaxMonths {
		return refuse("A trend looks back 1 to %d months, not %d: choose fewer.", "趋势可回看 1 至 %d 个月，不能是 %d 个月：请减少月数。", MaxMonths, q.Months)
	}
	if q.Limit < 0 || q.Limit > MaxRows {
		return refuse("The limit must be 0 to %d rows, not %d: choose a smaller one.", "行数上限须为 0 至 %d，不能是 %d：请改小。", MaxRows, q.Limit)
	}
	return nil
}

func checkWords(q *Query) error {
	if _, err := time.Parse(time.DateOnly, q.AsOf); q.AsOf != "" && err != nil {
		return refuse("“%s” is no day: write it as 2026-10-31, or leave it empty for the end of the time range.",
			"“%s”不是日期：请写成 2026-10-31，或留空以取时间范围的终点。", shown(q.AsOf))
	}
	return firstOf(
		oneOf("groupBy", q.GroupBy, ByNone, ByDepartment, ByUnit, ByChild, ByTier, ByPolicy, ByDomain),
		oneOf("departmentRole", q.Scope.DepartmentRole, Lead, Support, AnyRole),
		oneOf("basis", q.Basis, Inherent, Current, Residual),
		oneOf("language", q.Language, OfDataSource, Chinese, English),
		allOf("events", q.Events, Events()...),
		allOf("lights", q.Lights, Green, Yellow, Red, Grey),
		allOf("statuses", q.Statuses, words.Statuses()...),
	)
}

func allOf[T ~string](name string, values []T, known ...T) error {
	for _, value := range values {
		if err := oneOf(name, value, known...); err != nil {
			return err
		}
	}
	return nil
}

func oneOf[T ~string](name string, value T, known ...T) error {
	if slices.Contains(known, value) {
		return nil
	}
	return refuse("“%s” is no value of %s: choose %s.", "“%s”不是 %s 的取值：请选择 %s。", shown(string(value)), name, choices(known))
}

func firstOf(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

func choices[T ~string](known []T) string {
	parts := make([]string, 0, len(known))
	for _, one := range known {
		if one != "" {
			parts = append(parts, string(one))
		}
	}
	return strings.Join(parts, ", ")
}

// shown shortens what a user typed, so that a sentence stays one.
func shown(text string) string {
	if runes := []rune(text); len(runes) > maxShownLen {
		return fmt.Sprintf("%s…", string(runes[:maxShownLen]))
	}
	return text
}
