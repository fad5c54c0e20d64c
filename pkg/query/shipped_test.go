package query_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"github.com/stretchr/testify/require"
	"sigs.k8s.io/yaml"

	"github.com/shigan/policy/pkg/query"
)

// variable is a template variable as a whole string; the browser fills it in before the backend sees the query.
var variable = regexp.MustCompile(`"\$\{?\w+(:\w+)?\}?"`)

// queriesIn finds every query of ours, however deep it lies.
func queriesIn(value any) []map[string]any {
	var found []map[string]any
	switch v := value.(type) {
	case []any:
		for _, item := range v {
			found = append(found, queriesIn(item)...)
		}
	case map[string]any:
		// A query of a variable names a list; a query of a panel or rule names its kind.
		if kind, ok := v["kind"].(string); ok && v["refId"] != nil && kind != "" {
			found = append(found, v)
		}
		for _, item := range v {
			found = append(found, queriesIn(item)...)
		}
	}
	return found
}

func TestEveryQueryOfTheShippedDashboardsIsAccepted(t *testing.T) {
	files, err := filepath.Glob("../../dashboards/json/*/*.json")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range files {
		raw, err := os.ReadFile(file)
		require.NoError(t, err)
		var dashboard any
		require.NoError(t, json.Unmarshal(raw, &dashboard))
		queries := queriesIn(dashboard)
		require.NotEmpty(t, queries, file)
		for _, one := range queries {
			encoded, err := json.Marshal(one)
			require.NoError(t, err)
			_, err = query.Decode(variable.ReplaceAll(encoded, []byte(`"*"`)), false)
			require.NoError(t, err, "%s: %s", file, encoded)
		}
	}
}

func TestEveryQueryOfTheShippedAlertRulesIsAcceptedAsItStands(t *testing.T) {
	files, err := filepath.Glob("../../provisioning/alerting/rules-*.yaml")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range files {
		raw, err := os.ReadFile(file)
		require.NoError(t, err)
		var rules any
		require.NoError(t, yaml.Unmarshal(raw, &rules))
		delete(rules.(map[string]any), "x-common") // Parts of rules, no rules.
		queries := queriesIn(rules)
		require.NotEmpty(t, queries, file)
		for _, one := range queries {
			encoded, err := json.Marshal(one)
			require.NoError(t, err)
			_, err = query.Decode(encoded, true)
			require.NoError(t, err, string(encoded))
		}
	}
}
