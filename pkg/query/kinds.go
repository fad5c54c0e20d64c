package query

// shape is what fits a kind and view.
type shape struct {
	groupBy bool
	months  bool
	basis   bool
	filters []string
}

var (
	scoped     = []string{"units", "tiers", "policies", "domains", "departments"}
	everything = map[Kind]map[View]shape{
		Series:  {Rows: {filters: with(scoped, "indicators", "phases")}},
		Targets: {Rows: {filters: with(scoped, "indicators", "phases", "statuses", "lights")}, Summary: {groupBy: true, filters: with(scoped, "indicators", "phases", "statuses", "lights")}},
		Tasks: {
			Rows:    {filters: with(scoped, "statuses", "lights")},
			Summary: {groupBy: true, filters: scoped},
			Trend:   {months: true, filters: []string{"units", "tiers", "departments"}},
		},
		Risks: {
			Rows:   {filters: with(scoped, "statuses", "lights", "categories")},
			Matrix: {basis: true, filters: with(scoped, "statuses", "lights", "categories")},
			Trend:  {months: true, filters: []string{"units", "tiers"}},
		},
		Reports:   {Rows: {filters: with(scoped, "indicators", "statuses", "lights")}},
		Attention: {Rows: {filters: with(scoped, "statuses", "lights")}},
	}
	measures = map[Kind][]Measure{
		Tasks:   {OverdueDays, ExtensionCount},
		Targets: {OverdueDays, BehindPace},
		Risks:   {LevelsAboveAppetite, ReviewOverdueDays, MitigationOverdueDays},
		Reports: {LateDays},
	}
)

// Shapes lists every kind with its views, in the order of the documentation.
func Shapes() []struct {
	Kind Kind
	View View
} {
	var all []struct {
		Kind Kind
		View View
	}
	for _, kind := range []Kind{Series, Targets, Tasks, Risks, Reports, Attention} {
		for _, view := range []View{Rows, Summary, Matrix, Trend} {
			if _, fits := everything[kind][view]; fits {
				all = append(all, struct {
					Kind Kind
					View View
				}{kind, view})
			}
		}
	}
	return all
}

// MeasuresOf lists the measures of a kind; none where the kind cannot be alerted on.
func MeasuresOf(kind Kind) []Measure { return measures[kind] }

// Filters lists the narrowing lists that a kind and view honour; all others are refused.
func Filters(kind Kind, view View) []string { return everything[kind][view].filters }

func with(some []string, more ...string) []string {
	return append(append([]string{}, some...), more...)
}
