package query

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/shigan/policy/pkg/words"
)

// Key is what an ad hoc filter can narrow by.
type Key struct {
	ID   string
	List string
	Name words.Said
}

// Keys lists the keys of ad hoc filters: the dimensions of the ledger, the status and its light. List is the query's
// list that the key narrows, and the list of options that its values come from.
var Keys = []Key{
	{"unit", "units", words.Said{EN: "Unit", ZH: "单位"}},
	{"tier", "tiers", words.Said{EN: "Tier", ZH: "层级"}},
	{"policy", "policies", words.Said{EN: "Policy", ZH: "政策"}},
	{"domain", "domains", words.Said{EN: "Domain", ZH: "领域"}},
	{"department", "departments", words.Said{EN: "Department", ZH: "部门"}},
	{"indicator", "indicators", words.Said{EN: "Indicator", ZH: "指标"}},
	{"phase", "phases", words.Said{EN: "Phase", ZH: "阶段"}},
	{"category", "categories", words.Said{EN: "Risk category", ZH: "风险类别"}},
	{"status", "statuses", words.Said{EN: "Status", ZH: "状态"}},
	{"light", "lights", words.Said{EN: "Light", ZH: "状态灯"}},
}

// applyAdHoc merges the filters of the dashboard into the query's own lists: both must hold. A filter that cannot be
// applied anywhere is refused; one that only this view does not know is told in a note, because the dashboard has other
// panels that do.
func applyAdHoc(q *Query) error {
	for _, filter := range q.AdHoc {
		key, values, err := read(filter)
		if err != nil {
			return err
		}
		switch {
		case values == nil:
		case !q.knows(key.List):
			q.Notes = append(q.Notes, words.Said{EN: fmt.Sprintf(notNarrowed.EN, key.Name.EN), ZH: fmt.Sprintf(notNarrowed.ZH, key.Name.ZH)})
		default:
			q.narrow(key.List, values)
		}
	}
	return nil
}

var notNarrowed = words.Said{
	EN: "Not narrowed by the dashboard's filter “%s”: this view of the ledger does not know it.",
	ZH: "未按仪表板的筛选条件“%s”筛选：该视图没有此项。",
}

// read checks a filter by itself. Values are nil where it does not narrow.
func read(filter Filter) (Key, []string, error) {
	at := slices.IndexFunc(Keys, func(key Key) bool { return key.ID == filter.Key })
	if at < 0 {
		ids := make([]string, len(Keys))
		for i, key := range Keys {
			ids[i] = key.ID
		}
		return Key{}, nil, refuse("There is no filter by “%s”: choose %s.", "没有按“%s”的筛选：请选择 %s。", shown(filter.Key), choices(ids))
	}
	key := Keys[at]
	if filter.Operator != "=" && filter.Operator != "=|" {
		return key, nil, refuse("The ledger cannot be filtered by “%s %s”: choose = or =| (one of).",
			"台账不支持“%s %s”这种筛选：请选择 =（等于）或 =|（属于其中之一）。", filter.Key, shown(filter.Operator))
	}
	if slices.Contains(filter.Values, "*") || len(filter.Values) == 0 {
		return key, nil, nil
	}
	return key, filter.Values, checkValues(key, filter.Values)
}

func checkValues(key Key, values []string) error {
	if len(values) > MaxListLength {
		return refuse("The filter by %s holds %d values, and at most %d are allowed: choose fewer.",
			"按 %s 的筛选含 %d 个值，最多允许 %d 个：请减少。", key.ID, len(values), MaxListLength)
	}
	for _, value := range values {
		if !id.MatchString(value) {
			return refuse("“%s” is no value to filter %s by: choose it from the list.", "“%s”不是 %s 的有效取值：请从列表中选择。", shown(value), key.ID)
		}
	}
	switch key.ID {
	case "status":
		return allOf("status", values, words.Statuses()...)
	case "light":
		return allOf("light", values, string(Green), string(Yellow), string(Red), string(Grey))
	case "tier":
		return allOf("tier", values, "1", "2", "3", "4", "5")
	}
	return nil
}

// knows tells whether a list narrows this view. An alert is never narrowed by status or light: an item that leaves the
// answer would end its alert without a word. An import is of the whole ledger.
func (q *Query) knows(name string) bool {
	if q.Format == Alert && (name == "statuses" || name == "lights" || q.Measure == DaysSinceImport) {
		return false
	}
	shape, _ := shapeOf(q.Kind, q.View)
	return slices.Contains(shape.Filters, name)
}

func (q *Query) narrow(name string, values []string) {
	switch name {
	case "units":
		// Trees of units are cut with each other where the units are known: in the ledger.
		q.Within = append(q.Within, values)
	case "tiers":
		q.Scope.Tiers = both(q.Scope.Tiers, each(values, func(value string) int16 {
			tier, _ := strconv.ParseInt(value, 10, 16) // checkValues has read it.
			return int16(tier)
		}))
	case "lights":
		q.Lights = both(q.Lights, each(values, func(value string) Light { return Light(value) }))
	default:
		for _, list := range q.lists() {
			if list.name == name {
				*list.ids = both(*list.ids, values)
			}
		}
	}
}

// both is what two lists share; a nil one does not narrow. Nothing shared is an empty list, which matches nothing.
func both[T comparable](own, more []T) []T {
	if own == nil {
		return slices.Clone(more)
	}
	shared := []T{}
	for _, one := range own {
		if slices.Contains(more, one) {
			shared = append(shared, one)
		}
	}
	return shared
}

func each[T, U any](values []T, as func(T) U) []U {
	all := make([]U, len(values))
	for i, value := range values {
		all[i] = as(value)
	}
	return all
}
