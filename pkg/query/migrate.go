package query

import (
	"encoding/json"
)

// CurrentVersion is the version of the model that this plugin writes. src/datasource/migrateQuery.ts is the twin in the
// browser; testdata/older.json holds both to the same rules.
const CurrentVersion = 1

// Migrate brings a stored query of any older version to the current one; alert rules are read so, as the browser reads
// panels. A query of the current version comes back as it is, one of a newer version is refused.
func Migrate(raw []byte) ([]byte, error) {
	var stored map[string]any
	if err := json.Unmarshal(raw, &stored); err != nil {
		return nil, unreadable(err)
	}
	version, _ := stored["schemaVersion"].(float64)
	switch {
	case version > CurrentVersion:
		return nil, refuse("The query was stored by a newer version of this plugin (model %d, this one knows %d): update the plugin.",
			"该查询由更新版本的插件保存（模型版本 %d，本插件支持到 %d）：请升级插件。", int(version), CurrentVersion)
	case version < 1:
		toVersion1(stored)
	default:
		return raw, nil
	}
	stored["schemaVersion"] = CurrentVersion
	return json.Marshal(stored)
}

// toVersion1: version 1 writes out what version 0 left to be understood (the view, the format, the measure of an alert),
// and a list where queries written by hand had a single id.
func toVersion1(stored map[string]any) {
	listed(stored, "indicators", "phases", "statuses", "lights", "categories")
	if scope, ok := stored["scope"].(map[string]any); ok {
		listed(scope, "units", "tiers", "policies", "domains", "departments")
	}
	given(stored, "view", string(Rows))
	given(stored, "format", string(Table))
	kind, _ := stored["kind"].(string)
	if known := measures[Kind(kind)]; stored["format"] == string(Alert) && len(known) > 0 {
		given(stored, "measure", string(known[0]))
	}
}

func listed(in map[string]any, names ...string) {
	for _, name := range names {
		switch single := in[name].(type) {
		case string, float64:
			in[name] = []any{single}
		}
	}
}

func given(in map[string]any, name, otherwise string) {
	if value, ok := in[name]; !ok || value == "" {
		in[name] = otherwise
	}
}
