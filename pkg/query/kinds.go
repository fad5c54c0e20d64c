package query

// Shape is a kind with one of its views, and the lists that narrow it; all other lists are refused.
type Shape struct {
	Kind    Kind
	View    View
	Filters []string
}

var (
	scoped = []string{"units", "tiers", "policies", "domains", "departments"}
	shapes = []Shape{
		{Series, Rows, with(scoped, "indicators", "phases")},
		{Targets, Rows, with(scoped, "indicators", "phases", "statuses", "lights")},
		{Targets, Summary, with(scoped, "indicators", "phases")},
		{Tasks, Rows, with(scoped, "statuses", "lights")},
		{Tasks, Summary, scoped},
		{Tasks, Trend, []string{"units", "tiers", "departments"}},
		{Risks, Rows, with(scoped, "statuses", "lights", "categories")},
		{Risks, Matrix, with(scoped, "statuses", "lights", "categories")},
		{Risks, Trend, []string{"units", "tiers"}},
		{Reports, Rows, with(scoped, "indicators", "statuses", "lights")},
		{Attention, Rows, with(scoped, "statuses", "lights")},
		{Annotations, Rows, with(scoped, "indicators", "phases", "events")},
	}
	kinds    = []Kind{Series, Targets, Tasks, Risks, Reports, Attention, Annotations}
	measures = map[Kind][]Measure{
		Tasks: {OverdueDays, OverdueDaysApart, PolicyOverdueTasks, DueWithin, ExtensionCount, EscalationDays, SecondEscalationDays,
			PolicyEscalationDays, SecondPolicyEscalationDays},
		Targets: {OverdueDays, BehindPace, PeriodsBehind, Breached, DueWithin, EscalationDays, SecondEscalationDays},
		Risks:   {LevelsAboveAppetite, ReviewOverdueDays, MitigationOverdueDays, EscalationDays, SecondEscalationDays},
		Reports: {LateDays, StaleDays, DaysSinceImport, EscalationDays, SecondEscalationDays},
	}
)

// Statement names the file of SQL that answers the query (package ledger): one for each kind and view, one for the alerts
// of a kind, and one each for policies and for the ledger, whose measures have rows that are no item of their kind's register.
func (q Query) Statement() string {
	switch {
	case q.Format != Alert:
		return string(q.Kind) + "." + string(q.View)
	case q.Measure == PolicyOverdueTasks, q.Measure == PolicyEscalationDays, q.Measure == SecondPolicyEscalationDays:
		return "policies.alert"
	case q.Measure == DaysSinceImport:
		return "ledger.alert"
	default:
		return string(q.Kind) + ".alert"
	}
}

// Shapes lists every kind with its views, in the order of docs/query-kinds.md.
func Shapes() []Shape { return shapes }

// MeasuresOf lists the measures of a kind; none where the kind cannot be alerted on.
func MeasuresOf(kind Kind) []Measure { return measures[kind] }

func shapeOf(kind Kind, view View) (Shape, bool) {
	for _, shape := range shapes {
		if shape.Kind == kind && shape.View == view {
			return shape, true
		}
	}
	return Shape{}, false
}

func viewsOf(kind Kind) []View {
	var views []View
	for _, shape := range shapes {
		if shape.Kind == kind {
			views = append(views, shape.View)
		}
	}
	return views
}

func with(some []string, more ...string) []string {
	return append(append([]string{}, some...), more...)
}
