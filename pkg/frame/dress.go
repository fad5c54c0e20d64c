package frame

import (
	"strings"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/shigan/policy/pkg/words"
)

const (
	day = "time:YYYY-MM-DD"
	// Grafana's own unit "d" turns 46 days into 6.6 weeks.
	daysZH, daysEN = "suffix:天", "suffix:d"
	// Thousands apart, 12,340, as the pages write it.
	counted = "locale"
)

func hidden(c *data.FieldConfig, _ Reader) {
	// Grafana's table reads the second since 12.2, other panels and older tables the first.
	c.Custom = map[string]any{"hidden": true, "hideFrom": map[string]bool{"viz": true, "legend": true, "tooltip": true}}
}

// mark is yes or no of a point in a series: panels that know it draw it, no other draws a line of it.
func mark(c *data.FieldConfig, r Reader) {
	hidden(c, r)
	// A time series would keep room for its axis, True to False, all the same.
	c.Custom["axisPlacement"] = "hidden"
	yesNo(c, r)
}

func date(c *data.FieldConfig, _ Reader) { c.Unit = day }

func days(c *data.FieldConfig, r Reader) {
	c.Unit, c.Decimals = words.Said{EN: daysEN, ZH: daysZH}.In(r.Language), digits(0)
}

func count(c *data.FieldConfig, _ Reader) { c.Unit, c.Decimals = counted, digits(0) }

func share(c *data.FieldConfig, _ Reader) { c.Unit, c.Decimals = "percentunit", digits(1) }

func behindPace(c *data.FieldConfig, _ Reader) { c.Unit, c.Decimals = "percent", digits(0) }

func signed(c *data.FieldConfig, _ Reader) { c.Thresholds = steps("red", step{0, "green"}) }

// achieved is a share of the way in rows and a number of targets in summaries.
func achieved(c *data.FieldConfig, r Reader) {
	if r.GroupBy != "" {
		inShade("green")(c, r)
		return
	}
	share(c, r)
}

// pace: the limits are those of the status table (docs/methods.md, design of progress).
func pace(c *data.FieldConfig, _ Reader) {
	c.Decimals = digits(2)
	c.Thresholds = steps("red", step{0.6, "yellow"}, step{0.95, "green"})
}

func noneIsGood(c *data.FieldConfig, r Reader) {
	count(c, r)
	c.Thresholds = steps("green", step{1, "red"})
}

func overdueDays(c *data.FieldConfig, r Reader) {
	days(c, r)
	c.Thresholds = steps("green", step{1, "red"})
}

// aboveAppetite is yes or no in rows and a number of risks elsewhere.
func aboveAppetite(c *data.FieldConfig, r Reader) {
	noneIsGood(c, r)
	yesNo(c, r)
}

func inShade(light string) func(*data.FieldConfig, Reader) {
	return func(c *data.FieldConfig, r Reader) {
		count(c, r)
		c.Color = map[string]any{"mode": "fixed", "fixedColor": words.Shade(light)}
	}
}

func digits(n uint16) *uint16 { return &n }

type step struct {
	from  float64
	light string
}

func steps(base string, above ...step) *data.ThresholdsConfig {
	all := []data.Threshold{{Value: data.ConfFloat64(negativeInfinity), Color: words.Shade(base)}}
	for _, one := range above {
		all = append(all, data.Threshold{Value: data.ConfFloat64(one.from), Color: words.Shade(one.light)})
	}
	return &data.ThresholdsConfig{Mode: data.ThresholdsModeAbsolute, Steps: all}
}

func statuses(c *data.FieldConfig, r Reader) { c.Mappings = words.StatusMappings(r.Language) }

// mapped shows words of the code in the reader's language.
func mapped(entries ...words.Mapping) func(*data.FieldConfig, Reader) {
	return func(c *data.FieldConfig, r Reader) { c.Mappings = words.Mappings(r.Language, entries) }
}

func as(value, en, zh string) words.Mapping { return words.Mapping{Value: value, Text: say(en, zh)} }

func lit(value, light, en, zh string) words.Mapping {
	return words.Mapping{Value: value, Color: words.Shade(light), Text: say(en, zh)}
}

var (
	lights = mapped(lit("green", "green", "Green", "绿"), lit("yellow", "yellow", "Yellow", "黄"),
		lit("red", "red", "Red", "红"), lit("grey", "grey", "Grey", "灰"))
	tiers = mapped(as("1", "Central", "中央"), as("2", "Province", "省级"), as("3", "City", "市级"), as("4", "County", "县级"),
		as("5", "Township", "乡镇"))
	trends = mapped(lit("improving", "green", "Improving", "改善"), as("flat", "Flat", "持平"), lit("worsening", "red", "Worsening", "变差"),
		lit("rising", "red", "Rising", "上升"), lit("falling", "green", "Falling", "下降"), as("steady", "Steady", "平稳"), as("new", "New", "新增"))
	yesNo          = mapped(as("true", "yes", "是"), as("false", "no", "否"))
	unitsOfMeasure = mapped(as("percent", "Percent", "百分比"), as("percentage_points", "Percentage points", "百分点"), as("count", "Count", "数量"),
		as("days", "Days", "天"), as("index", "Index", "指数"), as("rank", "Rank", "名次"), as("money", "Yuan", "元"), as("yes_no", "Yes or no", "是否"))
	directions    = mapped(as("1", "More is better", "越高越好"), as("-1", "Less is better", "越低越好"))
	kindsOfTarget = mapped(as("target", "Target", "目标值"), as("floor", "Floor", "下限"), as("ceiling", "Ceiling", "上限"),
		as("range", "Range", "区间"), as("rank", "Rank", "排名"), as("yes_no", "Yes or no", "是否"))
	reportingPeriods = mapped(as("month", "Monthly", "月度"), as("quarter", "Quarterly", "季度"), as("half_year", "Half-yearly", "半年"),
		as("year", "Yearly", "年度"))
	methods  = mapped(as("linear", "Linear pace", "序时进度"), as("growth", "Growth ratio", "增速比"))
	dayKinds = mapped(as("calendar", "Calendar days", "自然日"), as("working", "Working days", "工作日"))
	ageing   = mapped(as("1-7", "1–7 days", "1–7 天"), as("8-15", "8–15 days", "8–15 天"), as("16-30", "16–30 days", "16–30 天"),
		as("31-60", "31–60 days", "31–60 天"), as("over_60", "over 60 days", "60 天以上"))
	registers = mapped(as("indicator", "Indicator", "指标"), as("task", "Task", "任务"), as("risk", "Risk", "风险"), as("report", "Report", "报送"))
)

// link leads to a dashboard of the reader's language, keeping data source and time range.
func link(dashboard, variable, idField string) func(*data.FieldConfig, Reader) {
	return func(c *data.FieldConfig, r Reader) {
		c.Links = []data.DataLink{{
			Title: say("Open ${__value.text}", "打开 ${__value.text}").In(r.Language),
			URL:   dashboardURL(dashboard, r) + "&var-" + variable + "=${__data.fields." + idField + "}&${__url_time_range}",
		}}
	}
}

func dashboardURL(dashboard string, r Reader) string {
	return "/d/" + dashboard + say("-en", "-zh").In(r.Language) + "?var-datasource=" + r.UID
}

// titleLink: a risk leads to the risks of its unit; other titles have columns beside them that lead on.
func titleLink(c *data.FieldConfig, r Reader) {
	if r.Kind == "risks" {
		link("shigan-risks", "unit", "unit_id")(c, r)
	}
}

func groupLink(c *data.FieldConfig, r Reader) {
	switch r.GroupBy {
	case "unit", "child":
		link("shigan-unit", "unit", "group_id")(c, r)
	case "policy":
		link("shigan-policy", "policy", "group_id")(c, r)
	case "department", "domain":
		link("shigan-"+r.Kind, r.GroupBy, "group_id")(c, r)
	case "tier":
		tiers(c, r)
	}
}

func evidence(c *data.FieldConfig, r Reader) {
	c.Links = []data.DataLink{{Title: say("Open the evidence", "打开证据").In(r.Language), URL: "${__value.raw}", TargetBlank: true}}
}

// measure writes values of one unit of measure; a change of percentages is in percentage points.
func measure(c *data.FieldConfig, r Reader, unit string, decimals int64, isChange bool) {
	if isChange && unit == "percent" {
		unit = "percentage_points"
	}
	c.Decimals = digits(uint16(decimals))
	switch unit {
	case "percent":
		c.Unit = "percent"
	case "percentage_points":
		c.Unit = say("suffix:pp", "suffix:个百分点").In(r.Language)
	case "days":
		c.Unit = say(daysEN, daysZH).In(r.Language)
	case "rank":
		c.Unit, c.Decimals = say("prefix:no. ", "suffix:位").In(r.Language), digits(0)
	case "money":
		c.Unit = "currency:¥"
	case "count":
		c.Unit = counted
	case "yes_no":
		mapped(as("1", "yes", "是"), as("0", "no", "否"))(c, r)
	}
	if strings.HasPrefix(c.Unit, "currency") {
		c.Decimals = nil
	}
}
