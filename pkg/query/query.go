// Package query is the one truth of what can be asked of a policy ledger: the structured query, what fits together in
// it, and the JSON schema (query.schema.json) that editors, dashboards and alert rules are checked against.
package query

import "github.com/shigan/policy/pkg/words"

// Query is one question to the ledger. Every list is "any of these"; an empty list, or ["*"], does not narrow.
type Query struct {
	// RefID names the query within its panel.
	RefID string `json:"refId,omitempty"`
	// SchemaVersion is the version of this model that the query was stored with; not given means 0, before versions were told.
	SchemaVersion int `json:"schemaVersion,omitempty" jsonschema:"minimum=0"`
	// Kind is the register that is asked.
	Kind Kind `json:"kind"`
	// View is the shape of the answer.
	View View `json:"view,omitempty"`
	// Scope is whose rows count.
	Scope Scope `json:"scope,omitempty"`
	// Indicators are ids of indicators: kinds series, targets, reports and annotations.
	Indicators []string `json:"indicators,omitempty"`
	// Phases are short, medium, long or the ledger's own: kinds series, targets and annotations.
	Phases []string `json:"phases,omitempty"`
	// Statuses are status words, such as overdue.
	Statuses []string `json:"statuses,omitempty"`
	// Lights narrow to lights.
	Lights []Light `json:"lights,omitempty"`
	// Categories are categories of risks.
	Categories []string `json:"categories,omitempty"`
	// Events are what annotations tell; none means all that the other lists can narrow.
	Events []Event `json:"events,omitempty"`
	// AdHoc are filters of the whole dashboard; a view that does not know one says so in a notice.
	AdHoc []Filter `json:"adHoc,omitempty"`
	// GroupBy is what one row of the view summary stands for.
	GroupBy GroupBy `json:"groupBy,omitempty"`
	// Months is how many months the view trend looks back; 0 means 24.
	Months int `json:"months,omitempty" jsonschema:"minimum=0,maximum=120"`
	// Basis is the score of a risk that the view matrix counts by.
	Basis Basis `json:"basis,omitempty"`
	// Measure is the one number of an alert query.
	Measure Measure `json:"measure,omitempty"`
	// Format is table, or alert: label columns and one number.
	Format Format `json:"format,omitempty"`
	// AsOf is the day that is judged, as 2026-10-31; empty means the end of the time range.
	AsOf string `json:"asOf,omitempty"`
	// Language is of names and words; empty means the data source's.
	Language Language `json:"language,omitempty"`
	// Limit is the most rows to answer; 0 means the data source's row limit.
	Limit int `json:"limit,omitempty" jsonschema:"minimum=0,maximum=200000"`

	// Within are lists of units from ad hoc filters: the scope lies within each of them, too.
	Within [][]string `json:"-"`
	// Notes say which ad hoc filters did not narrow the answer.
	Notes []words.Said `json:"-"`
}

// Filter is one ad hoc filter: the key is one of these values.
type Filter struct {
	// Key is unit, tier, policy, domain, department, indicator, phase, category, status or light.
	Key string `json:"key"`
	// Operator is = or =| (one of).
	Operator string `json:"operator"`
	// Values are ids or words; "*" does not narrow.
	Values []string `json:"values"`
}

// Scope is whose rows count, always within the jurisdiction of the data source.
type Scope struct {
	// Units are ids of org units.
	Units []string `json:"units,omitempty"`
	// Subordinates adds the units below; not given means true.
	Subordinates *bool `json:"subordinates,omitempty"`
	// Tiers are 1 central, 2 province, 3 city, 4 county, 5 township.
	Tiers []int16 `json:"tiers,omitempty" jsonschema:"minimum=1,maximum=5"`
	// Policies are ids of policies.
	Policies []string `json:"policies,omitempty"`
	// Domains are ids of domains.
	Domains []string `json:"domains,omitempty"`
	// Departments are ids of departments.
	Departments []string `json:"departments,omitempty"`
	// DepartmentRole is the part that the departments have in a task; not given means lead.
	DepartmentRole Role `json:"departmentRole,omitempty"`
}

// WithSubordinates tells whether the units below count too.
func (s Scope) WithSubordinates() bool { return s.Subordinates == nil || *s.Subordinates }

// Kind is a register of the ledger.
// +enum
type Kind string

// The kinds of questions.
const (
	// Observations with expected value and target
	Series Kind = "series"
	// Indicators against their phase targets
	Targets Kind = "targets"
	// Tasks and their deadlines
	Tasks Kind = "tasks"
	// Risks against the appetite
	Risks Kind = "risks"
	// Reports that are due
	Reports Kind = "reports"
	// What to act on, worst first
	Attention Kind = "attention"
	// Dates to mark on a time axis
	Annotations Kind = "annotations"
)

// Event is a sort of date that annotations mark.
// +enum
type Event string

// The sorts of dates.
const (
	// Phases of targets begin
	PhaseStart Event = "phase_start"
	// Phases of targets are due
	PhaseEnd Event = "phase_end"
	// A policy is issued
	PolicyIssued Event = "policy_issued"
	// A policy takes effect
	PolicyEffective Event = "policy_effective"
	// A policy ends
	PolicyEnd Event = "policy_end"
	// Tasks get a later due date
	Extension Event = "extension"
	// Data were imported
	Import Event = "import"
)

// Events lists every sort of date.
func Events() []Event {
	return []Event{PhaseStart, PhaseEnd, PolicyIssued, PolicyEffective, PolicyEnd, Extension, Import}
}

// View is the shape of an answer.
// +enum
type View string

// The shapes of answers.
const (
	// One row per item
	Rows View = "rows"
	// Counts by group
	Summary View = "summary"
	// Counts at each month's end
	Trend View = "trend"
	// Counts by likelihood and impact
	Matrix View = "matrix"
)

// GroupBy is what one row of a summary stands for.
// +enum
type GroupBy string

// The groups of a summary.
const (
	ByNone       GroupBy = "none"
	ByDepartment GroupBy = "department"
	ByUnit       GroupBy = "unit"
	ByChild      GroupBy = "child"
	ByTier       GroupBy = "tier"
	ByPolicy     GroupBy = "policy"
	ByDomain     GroupBy = "domain"
)

// Role is the part that a department has in a task.
// +enum
type Role string

// The parts that a department can have.
const (
	Lead    Role = "lead"
	Support Role = "support"
	AnyRole Role = "any"
)

// Basis is one of the three scores of a risk.
// +enum
type Basis string

// The three scores of a risk.
const (
	// Without measures
	Inherent Basis = "inherent"
	// Today
	Current Basis = "current"
	// Once the mitigation is done
	Residual Basis = "residual"
)

// Measure is the one number of an alert query, 0 when all is well.
// +enum
type Measure string

// The measures of alert queries.
const (
	// Days past the due date (tasks, targets)
	OverdueDays Measure = "overdue_days"
	// Extensions of a task
	ExtensionCount Measure = "extension_count"
	// Days past the due date, negative where the overdue policy tells it (tasks)
	OverdueDaysApart Measure = "overdue_days_apart"
	// Overdue tasks of an overdue policy in a unit (tasks)
	PolicyOverdueTasks Measure = "policy_overdue_tasks"
	// Working days that an overdue policy is behind in a unit, for the unit above (tasks)
	PolicyEscalationDays Measure = "policy_escalation_days"
	// Working days that an overdue policy is behind in a unit, for the unit two tiers above (tasks)
	SecondPolicyEscalationDays Measure = "second_policy_escalation_days"
	// 30, 15 or 7 days at most to the due date (tasks, targets)
	DueWithin Measure = "due_within"
	// Working days overdue, for the unit above; of tasks negative where the overdue policy is escalated
	EscalationDays Measure = "escalation_days"
	// Working days overdue, for the unit two tiers above; of tasks negative where the overdue policy is escalated
	SecondEscalationDays Measure = "second_escalation_days"
	// Percent behind the expected pace (targets)
	BehindPace Measure = "behind_pace"
	// Reporting periods in a row that a target was off track (targets)
	PeriodsBehind Measure = "periods_behind"
	// 1 while a floor, ceiling, range or yes/no is not kept (targets)
	Breached Measure = "breached"
	// Levels above the appetite (risks)
	LevelsAboveAppetite Measure = "levels_above_appetite"
	// Days since the review was due (risks)
	ReviewOverdueDays Measure = "review_overdue_days"
	// Days since the mitigation was due (risks)
	MitigationOverdueDays Measure = "mitigation_overdue_days"
	// Days since the report was due (reports)
	LateDays Measure = "late_days"
	// Days since the latest value grew too old (reports)
	StaleDays Measure = "stale_days"
	// Days since the ledger last accepted an import (reports)
	DaysSinceImport Measure = "days_since_import"
)

// Format is how an answer is laid out.
// +enum
type Format string

// The layouts of answers.
const (
	Table Format = "table"
	Alert Format = "alert"
)

// Light is the colour of a status.
// +enum
type Light string

// The lights.
const (
	Green  Light = "green"
	Yellow Light = "yellow"
	Red    Light = "red"
	Grey   Light = "grey"
)

// Language is a language of names and words.
// +enum
type Language string

// The languages.
const (
	Chinese Language = "zh-Hans"
	English Language = "en-US"
	// The data source's own
	OfDataSource Language = ""
)
