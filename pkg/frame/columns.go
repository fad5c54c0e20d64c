package frame

import (
	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/shigan/policy/pkg/words"
)

// Reader is for whom frames are dressed.
type Reader struct {
	// Language of names and words.
	Language string
	// UID of the data source, for links that keep it.
	UID string
	// Link targets of the columns group_id and group_name, by what they group by.
	GroupBy string
	// Kind of the query, which decides where a department leads.
	Kind string
}

// column is how a column of the ledger shows: its title, and what else its field says.
type column struct {
	title words.Said
	dress func(*data.FieldConfig, Reader)
}

// measured columns are in the unit of measure of the row's indicator; changed ones are differences of two such values.
var (
	measured = []string{"baseline_value", "target_value", "target_upper", "value", "previous_value", "expected_value", "forecast_value", "forecast_low", "forecast_high"}
	changed  = []string{"gap", "required_rate"}
)

// Every column that any statement returns, said once. Titles are what officials and engineers call them
// (docs/methods.md says what they mean).
var columns = map[string]column{
	"unit_id":     {say("Unit id", "单位编号"), hidden},
	"unit":        {say("Unit", "单位"), link("shigan-unit", "unit", "unit_id")},
	"tier":        {say("Tier", "层级"), tiers},
	"group_id":    {say("Group id", "分组编号"), hidden},
	"group_name":  {say("Group", "分组"), groupLink},
	"policy_id":   {say("Policy id", "政策编号"), hidden},
	"policy":      {say("Policy", "政策"), link("shigan-policy", "policy", "policy_id")},
	"domain_id":   {say("Domain id", "领域编号"), hidden},
	"domain":      {say("Domain", "领域"), nil},
	"department":  {say("Department", "责任部门"), nil},
	"title":       {say("Title", "名称"), titleLink},
	"status":      {say("Status", "状态"), statuses},
	"light":       {say("Light", "状态灯"), lights},
	"trend":       {say("Trend", "趋势"), trends},
	"days_left":   {say("Days left", "剩余天数"), days},
	"due_date":    {say("Due", "截止日期"), date},
	"start_date":  {say("Start", "开始日期"), date},
	"officer":     {say("Accountable officer", "责任人"), nil},
	"month":       {say("Month", "月份"), date},
	"period":      {say("Period", "报告期"), date},
	"total":       {say("Total", "总数"), count},
	"overdue":     {say("Overdue", "逾期"), noneIsGood},
	"due":         {say("Due by now", "应办"), count},
	"done":        {say("Done", "已办结"), count},
	"delay_rate":  {say("Delay rate", "延期率"), share},
	"green":       {say("Green", "绿灯"), inShade("green")},
	"yellow":      {say("Yellow", "黄灯"), inShade("yellow")},
	"red":         {say("Red", "红灯"), inShade("red")},
	"grey":        {say("Grey", "灰灯"), inShade("grey")},
	"category":    {say("Category id", "类别编号"), hidden},
	"description": {say("Description", "说明"), nil},

	// Indicators.
	"indicator_id":         {say("Indicator id", "指标编号"), hidden},
	"indicator":            {say("Indicator", "指标"), link("shigan-targets", "indicator", "indicator_id")},
	"department_id":        {say("Department id", "部门编号"), hidden},
	"phase":                {say("Phase id", "阶段编号"), hidden},
	"phase_name":           {say("Phase", "阶段"), nil},
	"phase_position":       {say("Phase order", "阶段顺序"), hidden},
	"unit_of_measure":      {say("Unit of measure", "计量单位"), unitsOfMeasure},
	"decimals":             {say("Decimals", "小数位数"), hidden},
	"direction":            {say("Direction", "方向"), directions},
	"kind":                 {say("Kind of target", "目标类型"), kindsOfTarget},
	"reporting_period":     {say("Reporting period", "报告周期"), reportingPeriods},
	"baseline_value":       {say("Baseline", "基期值"), nil},
	"baseline_date":        {say("Baseline date", "基期日期"), date},
	"target_value":         {say("Target", "目标值"), nil},
	"target_upper":         {say("Upper end of target", "目标上限"), nil},
	"value":                {say("Value", "监测值"), nil},
	"value_date":           {say("Value of", "监测日期"), date},
	"previous_value":       {say("Previous value", "上期值"), nil},
	"expected_value":       {say("Expected by now", "序时进度"), nil},
	"gap":                  {say("Gap to expected", "进度偏差"), signed},
	"achieved":             {say("Achieved", "完成度"), achieved},
	"pace":                 {say("Pace", "进度比"), pace},
	"growth_ratio":         {say("Growth ratio", "增速比"), pace},
	"ratio":                {say("Ratio judged", "判定比值"), pace},
	"progress_method":      {say("Method", "判定方法"), methods},
	"methods_disagree":     {say("Methods disagree", "方法不一致"), yesNo},
	"revised":              {say("Revised", "已修订"), yesNo},
	"revision":             {say("Revised", "已修订"), mark},
	"target_changed":       {say("Target changed", "目标已调整"), yesNo},
	"overdue_days":         {say("Days overdue", "逾期天数"), overdueDays},
	"shortfall":            {say("Shortfall", "缺口"), share},
	"reached_on":           {say("Reached on", "达成日期"), date},
	"required_rate":        {say("Required per year", "所需年增量"), nil},
	"forecast_value":       {say("Forecast at due date", "到期预测值"), nil},
	"forecast_low":         {say("Forecast, lower end", "预测下限"), nil},
	"forecast_high":        {say("Forecast, upper end", "预测上限"), nil},
	"forecast_probability": {say("Chance to make it", "达成概率"), share},
	"reached_by":           {say("Expected to be reached", "预计达成日期"), date},
	"on_track":             {say("On track", "正常"), inShade("green")},
	"at_risk":              {say("At risk", "偏慢"), inShade("yellow")},
	"off_track":            {say("Off track", "滞后"), inShade("red")},
	"deteriorating":        {say("Deteriorating", "恶化"), inShade("red")},
	"missed":               {say("Missed", "逾期未达"), inShade("red")},
	"breached":             {say("Breached", "突破底线"), inShade("red")},
	"met":                  {say("Met", "达标"), inShade("green")},
	"not_started":          {say("Not started", "未开始"), inShade("grey")},
	"stale":                {say("Stale", "数据陈旧"), inShade("grey")},
	"no_data":              {say("No data", "无数据"), inShade("grey")},

	// Tasks.
	"task_id":                   {say("Task id", "任务编号"), hidden},
	"task":                      {say("Task", "任务"), nil},
	"step":                      {say("Step", "环节序号"), hidden},
	"step_name":                 {say("Step", "环节"), nil},
	"lead_department_id":        {say("Lead department id", "牵头部门编号"), hidden},
	"lead_department":           {say("Lead department", "牵头部门"), nil},
	"supporting_department_ids": {say("Supporting department ids", "配合部门编号"), hidden},
	"supporting_departments":    {say("Supporting departments", "配合部门"), nil},
	"accountable_officer":       {say("Accountable officer", "责任人"), nil},
	"original_due_date":         {say("Originally due", "原定截止日期"), date},
	"day_kind":                  {say("Days counted", "计日方式"), dayKinds},
	"extension_count":           {say("Extensions", "延期次数"), count},
	"last_extension_reason":     {say("Reason of the last extension", "最近延期原因"), nil},
	"completed_on":              {say("Done on", "办结日期"), date},
	"evidence_url":              {say("Evidence", "办结证据"), evidence},
	"original_overdue_days":     {say("Days past the original date", "较原定逾期天数"), overdueDays},
	"ageing":                    {say("Ageing", "逾期时长"), ageing},
	"weight":                    {say("Weight", "权重"), nil},
	"done_late":                 {say("Done late", "逾期办结"), count},
	"open":                      {say("In progress", "进行中"), count},
	"original_delay_rate":       {say("Delay rate against original dates", "较原定延期率"), share},
	"extended":                  {say("Extended", "已延期"), count},
	"ageing_1_7":                {say("1–7 days", "1–7 天"), count},
	"ageing_8_15":               {say("8–15 days", "8–15 天"), count},
	"ageing_16_30":              {say("16–30 days", "16–30 天"), count},
	"ageing_31_60":              {say("31–60 days", "31–60 天"), count},
	"ageing_over_60":            {say("Over 60 days", "60 天以上"), count},
	"max_overdue_days":          {say("Longest overdue", "最长逾期"), overdueDays},
	"median_overdue_days":       {say("Median overdue", "逾期中位数"), overdueDays},

	// Risks.
	"risk_id":                 {say("Risk id", "风险编号"), hidden},
	"risk":                    {say("Risk", "风险"), nil},
	"category_name":           {say("Category", "风险类别"), nil},
	"owner":                   {say("Owner", "责任人"), nil},
	"opened_on":               {say("Opened on", "登记日期"), date},
	"inherent_likelihood":     {say("Inherent likelihood", "固有可能性"), nil},
	"inherent_impact":         {say("Inherent impact", "固有影响"), nil},
	"inherent_level":          {say("Inherent level", "固有等级"), nil},
	"current_likelihood":      {say("Likelihood", "可能性"), nil},
	"current_impact":          {say("Impact", "影响"), nil},
	"current_level":           {say("Level no.", "等级序号"), hidden},
	"current_level_name":      {say("Level", "等级"), nil},
	"residual_likelihood":     {say("Residual likelihood", "剩余可能性"), nil},
	"residual_impact":         {say("Residual impact", "剩余影响"), nil},
	"residual_level":          {say("Residual level", "剩余等级"), nil},
	"appetite_level":          {say("Appetite", "风险偏好"), nil},
	"above_appetite":          {say("Above appetite", "超出偏好"), aboveAppetite},
	"level_change":            {say("Change of level", "等级变化"), nil},
	"reviewed_on":             {say("Reviewed on", "评审日期"), date},
	"next_review_on":          {say("Next review", "下次评审"), date},
	"review_overdue_days":     {say("Review overdue", "评审逾期天数"), overdueDays},
	"mitigation":              {say("Mitigation", "应对措施"), nil},
	"mitigation_due_date":     {say("Mitigation due", "措施截止日期"), date},
	"mitigation_overdue_days": {say("Mitigation overdue", "措施逾期天数"), overdueDays},
	"unexplained_residual":    {say("Residual above inherent", "剩余高于固有"), yesNo},
	"likelihood":              {say("Likelihood", "可能性"), nil},
	"impact":                  {say("Impact", "影响"), nil},
	"level":                   {say("Level no.", "等级序号"), hidden},
	"level_name":              {say("Level", "等级"), nil},
	"count":                   {say("Risks", "风险数"), count},
	"review_overdue":          {say("Review overdue", "评审逾期"), noneIsGood},
	"worst_risk_id":           {say("Worst risk id", "首要风险编号"), hidden},
	"worst_risk":              {say("Worst risk", "首要风险"), nil},
	"unscored":                {say("Not scored", "未评分"), inShade("grey")},

	// Reports.
	"report_due_on":   {say("Report due", "应报日期"), date},
	"reported_at":     {say("Reported at", "报送时间"), nil},
	"late_days":       {say("Days late", "迟报天数"), overdueDays},
	"missing_periods": {say("Missing periods", "缺报期数"), noneIsGood},
	"last_period":     {say("Last period reported", "最近报告期"), date},

	// What needs attention.
	"severity": {say("Severity", "严重程度"), hidden},
	"register": {say("Register", "台账类别"), registers},
	"item_id":  {say("Item id", "条目编号"), hidden},
	"days":     {say("Days", "天数"), days},
	"detail":   {say("Why", "情况说明"), nil},

	// Alert queries.
	"behind_pace":                   {say("Behind pace", "落后进度"), behindPace},
	"periods_behind":                {say("Periods behind", "连续滞后期数"), noneIsGood},
	"overdue_days_apart":            {say("Days overdue, apart from the policy's", "逾期天数（不含政策已告警）"), overdueDays},
	"policy_overdue_tasks":          {say("Overdue tasks of the policy", "政策逾期任务数"), noneIsGood},
	"due_within":                    {say("Due within days", "距期限天数档"), days},
	"escalation_days":               {say("Working days overdue, for the unit above", "逾期工作日（报上级）"), overdueDays},
	"second_escalation_days":        {say("Working days overdue, two tiers up", "逾期工作日（报上两级）"), overdueDays},
	"policy_escalation_days":        {say("Working days the policy is behind, for the unit above", "政策逾期工作日（报上级）"), overdueDays},
	"second_policy_escalation_days": {say("Working days the policy is behind, two tiers up", "政策逾期工作日（报上两级）"), overdueDays},
	"stale_days":                    {say("Days stale", "数据陈旧天数"), overdueDays},
	"days_since_import":             {say("Days since the last import", "距上次导入天数"), days},
	"levels_above_appetite":         {say("Levels above appetite", "超出偏好级数"), noneIsGood},
}

func say(en, zh string) words.Said { return words.Said{EN: en, ZH: zh} }
