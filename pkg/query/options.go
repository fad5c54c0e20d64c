package query

import (
	"encoding/json"

	"github.com/shigan/policy/pkg/words"
)

// Options asks for what can be chosen.
type Options struct {
	// List is units, departments, policies, indicators, domains, phases, tiers, categories, statuses or lights.
	List string `json:"list"`
	// Scope narrows the list to what belongs to a part of the ledger.
	Scope Scope `json:"scope"`
	// Text is part of a name or of an id; empty for all.
	Text string `json:"query"`
	// Language of the labels; empty for the data source's.
	Language Language `json:"language"`
}

// Lists are the lists that can be asked for.
var Lists = []string{"units", "departments", "policies", "indicators", "domains", "phases", "tiers", "categories", "statuses", "lights"}

// A search text longer than this names nothing in any ledger.
const maxSearchLength = 200

// DecodeOptions reads the body of the resource "options"; refusals are those of queries.
func DecodeOptions(raw []byte) (Options, error) {
	var o Options
	if err := json.Unmarshal(raw, &o); err != nil {
		return o, unreadable(err)
	}
	scope, _ := json.Marshal(o.Scope)
	if name := unresolved(scope); name != "" {
		return o, unfilled(name)
	}
	if len([]rune(o.Text)) > maxSearchLength {
		return o, refuse("The text to search for is longer than %d characters: shorten it.", "搜索文字超过 %d 个字符：请缩短。", maxSearchLength)
	}
	asQuery := Query{Kind: Targets, Scope: o.Scope, Language: o.Language}
	fillIn(&asQuery, false)
	o.Scope = asQuery.Scope
	return o, firstOf(oneOf("list", o.List, Lists...), checkIDs(&asQuery), checkNumbers(&asQuery), checkWords(&asQuery))
}

func unfilled(name string) error {
	return Refused{words.Said{
		EN: "The variable %s was not filled in: choose a value for it, or name the ids in the query (alert rules know no variables).",
		ZH: "变量 %s 未取得值：请为它选择一个值，或在查询中直接写明编号（告警规则不支持变量）。",
	}.With(name)}
}
