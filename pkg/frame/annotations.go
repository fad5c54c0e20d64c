package frame

import (
	"fmt"
	"strings"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/shigan/policy/pkg/words"
)

// What each event is called, with its subject or its number in it; the second is the tag that tells events apart.
var events = map[string]struct{ title, tag words.Said }{
	"phase_start":      {say("%s begins", "%s开始"), say("Phase", "阶段")},
	"phase_end":        {say("%s is due", "%s到期"), say("Phase", "阶段")},
	"policy_issued":    {say("Issued: %s", "发布：%s"), say("Policy", "政策")},
	"policy_effective": {say("In force: %s", "施行：%s"), say("Policy", "政策")},
	"policy_end":       {say("Ended: %s", "终止：%s"), say("Policy", "政策")},
	"extension":        {say("Due dates extended: %d", "任务延期：%d 项"), say("Extension", "延期")},
	"import":           {say("Import: %s", "导入：%s"), say("Import", "导入")},
}

// Annotations lays the rows of annotations.rows.sql out as Grafana's annotations: time, timeEnd, title, text, tags, id.
// A mark ends when it begins: regions of thirty policies in force would paint the panel over. Their fields have no titles of their own, because Grafana finds them by what they are called.
func (t Table) Annotations(reader Reader) *data.Frame {
	titles, texts, tags, ids := make([]string, t.Rows), make([]string, t.Rows), make([]string, t.Rows), make([]string, t.Rows)
	from := t.column("time")
	for row := range t.Rows {
		event, subject := text(t.column("event"), row), text(t.column("subject"), row)
		counted := number(t.column("counted"), row)
		titles[row] = title(event, subject, counted, reader.Language)
		texts[row] = about(event, text(t.column("items"), row), counted, number(t.column("unnamed"), row), reader.Language)
		tags[row] = events[event].tag.In(reader.Language)
		ids[row] = strings.Join([]string{event, text(t.column("subject_id"), row), from.at(row).(*time.Time).UTC().Format(time.DateOnly)}, "/")
	}
	return data.NewFrame("annotations",
		from.field("time", nil), from.field("timeEnd", nil),
		data.NewField("title", nil, titles), data.NewField("text", nil, texts), data.NewField("tags", nil, tags), data.NewField("id", nil, ids))
}

func title(event, subject string, counted int64, language string) string {
	said := events[event].title.In(language)
	if event == "extension" {
		return fmt.Sprintf(said, counted)
	}
	return fmt.Sprintf(said, subject)
}

func about(event, items string, counted, unnamed int64, language string) string {
	switch {
	case event == "import":
		return say("%d rows, reported by %s", "共 %d 行，报送人：%s").With(counted, items).In(language)
	case unnamed > 0:
		return items + say("; and %d more", "；等另 %d 项").With(unnamed).In(language)
	default:
		return items
	}
}

func number(column vector, row int) int64 {
	if kept, ok := column.(*typed[*int64]); ok && kept.kept[row] != nil {
		return *kept.kept[row]
	}
	return 0
}
