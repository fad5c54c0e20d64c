package words

import (
	"slices"

	"github.com/grafana/grafana-plugin-sdk-go/data"
)

// Look is how a status shows: its word, and its light as a colour of Grafana's palette.
type Look struct {
	Status string
	Light  string
	Word   Said
}

// The shades of each light read on dark and light backgrounds; grey is the plain colour of text, since no grey does.
var shades = map[string]string{"green": "semi-dark-green", "yellow": "dark-yellow", "red": "red", "grey": "text"}

// Worst first, as in src/status/statuses.ts; a test holds both tables equal.
var looks = []Look{
	{"missed", "red", Said{"Missed", "逾期未达"}},
	{"breached", "red", Said{"Breached", "突破底线"}},
	{"deteriorating", "red", Said{"Deteriorating", "恶化"}},
	{"off_track", "red", Said{"Off track", "滞后"}},
	{"overdue", "red", Said{"Overdue", "逾期"}},
	{"above_appetite", "red", Said{"Above appetite", "超出偏好"}},
	{"late", "red", Said{"Report late", "迟报"}},
	{"never_reported", "grey", Said{"Never reported", "从未报送"}},
	{"stale", "grey", Said{"Stale", "数据陈旧"}},
	{"no_data", "grey", Said{"No data", "无数据"}},
	{"unscored", "grey", Said{"Not scored", "未评分"}},
	{"at_risk", "yellow", Said{"At risk", "偏慢"}},
	{"review_overdue", "yellow", Said{"Review overdue", "评审逾期"}},
	{"due_soon", "yellow", Said{"Due soon", "即将到期"}},
	{"done_late", "yellow", Said{"Done late", "逾期办结"}},
	{"reported_late", "yellow", Said{"Reported late", "逾期报送"}},
	{"on_track", "green", Said{"On track", "正常"}},
	{"open", "green", Said{"In progress", "进行中"}},
	{"within_appetite", "green", Said{"Within appetite", "偏好以内"}},
	{"not_started", "grey", Said{"Not started", "未开始"}},
	{"achieved", "green", Said{"Achieved", "已达成"}},
	{"met", "green", Said{"Met", "达标"}},
	{"done", "green", Said{"Done", "已办结"}},
	{"reported", "green", Said{"Reported", "已报送"}},
}

// Looks lists every status, worst first.
func Looks() []Look { return slices.Clone(looks) }

// Statuses lists every status word of the code.
func Statuses() []string {
	statuses := make([]string, len(looks))
	for i, look := range looks {
		statuses[i] = look.Status
	}
	return statuses
}

// Mapping is one entry of a value mapping.
type Mapping struct {
	Value, Color string
	Text         Said
}

// StatusMappings shows status words in a language and in their light.
func StatusMappings(language string) data.ValueMappings {
	entries := make([]Mapping, len(looks))
	for i, look := range looks {
		entries[i] = Mapping{look.Status, shades[look.Light], look.Word}
	}
	return Mappings(language, entries)
}

// Mappings makes Grafana's value mapping of some entries, ordered as they stand.
func Mappings(language string, entries []Mapping) data.ValueMappings {
	mapper := data.ValueMapper{}
	for i, entry := range entries {
		mapper[entry.Value] = data.ValueMappingResult{Text: entry.Text.In(language), Color: entry.Color, Index: i}
	}
	return data.ValueMappings{mapper}
}

// Shade is the colour of a light in Grafana's palette.
func Shade(light string) string { return shades[light] }

// Lights are the four lights by their names, the worst first.
func Lights() []Look {
	return []Look{
		{"red", "red", Said{"Red", "红灯"}}, {"yellow", "yellow", Said{"Yellow", "黄灯"}},
		{"green", "green", Said{"Green", "绿灯"}}, {"grey", "grey", Said{"Grey", "灰灯"}},
	}
}
