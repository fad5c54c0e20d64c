package plugin

import (
	"testing"

	"github.com/grafana/grafana-plugin-sdk-go/data"
	"github.com/stretchr/testify/require"
)

func titles(t *testing.T, d *Datasource, asked string) []string {
	t.Helper()
	answer := ask(t, d, asked)
	require.NoError(t, answer.Error)
	field, _ := answer.Frames[0].FieldByName("title")
	all := []string{}
	for row := range field.Len() {
		all = append(all, field.At(row).(string))
	}
	return all
}

func TestAnnotationsAreFramesAsGrafanaReadsThem(t *testing.T) {
	frame := ask(t, open(t, nil), `{"kind":"annotations"}`).Frames[0]
	names := map[string]data.FieldType{}
	for _, field := range frame.Fields {
		names[field.Name] = field.Type()
		if field.Config != nil {
			require.Empty(t, field.Config.DisplayName, "Grafana looks for the field by what it is called")
		}
	}
	require.Equal(t, map[string]data.FieldType{
		"time": data.FieldTypeNullableTime, "timeEnd": data.FieldTypeNullableTime,
		"title": data.FieldTypeString, "text": data.FieldTypeString, "tags": data.FieldTypeString, "id": data.FieldTypeString,
	}, names)
	ids := map[string]bool{}
	field, _ := frame.FieldByName("id")
	for row := range field.Len() {
		ids[field.At(row).(string)] = true
	}
	require.Len(t, ids, frame.Rows(), "no two marks share an id")
}

func TestAnExtensionIsMarkedOnItsDayWithTaskNewDateAndReason(t *testing.T) {
	d := open(t, nil)
	frame := ask(t, d, `{"kind":"annotations","events":["extension"],"scope":{"policies":["P-HOUSING"]},"language":"zh-Hans"}`).Frames[0]
	require.NotZero(t, frame.Rows())
	title, _ := frame.FieldByName("title")
	require.Regexp(t, `^任务延期：\d+ 项$`, title.At(0))
	text, _ := frame.FieldByName("text")
	require.Regexp(t, `.+ · → \d{4}-\d\d-\d\d · .+`, text.At(0))
}

func TestAPolicyIsMarkedWhenItIsIssuedTakesEffectAndEnds(t *testing.T) {
	d := open(t, nil)
	const asked = `{"kind":"annotations","scope":{"policies":["P-INNOVATION"]},"events":["policy_issued","policy_effective","policy_end"]}`
	t.Cleanup(func() { record(t, "UPDATE ledger.policy SET ends_on = NULL WHERE policy_id = 'P-INNOVATION'") })
	record(t, "UPDATE ledger.policy SET ends_on = '2026-06-30' WHERE policy_id = 'P-INNOVATION'")
	name := "Support for innovation in enterprises"
	require.Equal(t, []string{"Ended: " + name, "In force: " + name, "Issued: " + name}, titles(t, d, asked))
}

func TestNoMarkIsARegion(t *testing.T) {
	frame := ask(t, open(t, nil), `{"kind":"annotations"}`).Frames[0]
	for row := range frame.Rows() {
		require.Equal(t, frame.Fields[0].At(row), frame.Fields[1].At(row))
	}
}

func TestAnIndicatorOrPhaseLeavesThePhasesOnly(t *testing.T) {
	d := open(t, nil)
	require.Equal(t, []string{"Medium term begins", "Short term is due", "Short term begins"},
		titles(t, d, `{"kind":"annotations","indicators":["implementation_rate"],"asOf":"2026-06-30"}`))
	require.Equal(t, []string{"Short term is due", "Short term begins"},
		titles(t, d, `{"kind":"annotations","indicators":["implementation_rate"],"phases":["short"]}`))
}

func TestOnlyWhatFallsWithinTheRangeAndTheDayJudgedIsMarked(t *testing.T) {
	d := open(t, nil)
	require.Empty(t, titles(t, d, `{"kind":"annotations","events":["phase_end"],"asOf":"2024-12-30","indicators":["implementation_rate"]}`))
	require.Equal(t, []string{"Short term is due"},
		titles(t, d, `{"kind":"annotations","events":["phase_end"],"asOf":"2024-12-31","indicators":["implementation_rate"]}`))
}

func TestManyItemsOfADayAreOneMarkThatNamesFive(t *testing.T) {
	d := open(t, nil)
	frame := ask(t, d, `{"kind":"annotations","events":["phase_start"],"phases":["medium"]}`).Frames[0]
	require.Equal(t, 1, frame.Rows())
	text, _ := frame.FieldByName("text")
	require.Regexp(t, `Policy implementation rate × 6; .*; and \d+ more$`, text.At(0))
}

func TestImportsAreMarkedForTheReaderOfTheWholeLedgerOnly(t *testing.T) {
	require.Equal(t, []string{"Import: ledger"}, titles(t, open(t, nil), `{"kind":"annotations","events":["import"]}`))
	require.Empty(t, titles(t, open(t, county), `{"kind":"annotations","events":["import"]}`))
	require.NotContains(t, titles(t, open(t, nil), `{"kind":"annotations","scope":{"units":["990000"]}}`), "Import: ledger")
}
