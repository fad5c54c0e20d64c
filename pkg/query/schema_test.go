package query_test

import (
	"encoding/json"
	"flag"
	"os"
	"reflect"
	"testing"

	"github.com/grafana/grafana-plugin-sdk-go/experimental/schemabuilder"
	"github.com/invopop/jsonschema"
	"github.com/stretchr/testify/require"

	"github.com/shigan/policy/pkg/query"
)

var update = flag.Bool("update", false, "write query.schema.json anew")

// The schema is made from the Go structs and their comments; -update writes it, everything else only compares.
func TestTheCommittedSchemaIsThatOfTheStructs(t *testing.T) {
	made := schemaOfStructs(t)
	if *update {
		require.NoError(t, os.WriteFile("query.schema.json", append(made, '\n'), 0o644))
	}
	kept, err := os.ReadFile("query.schema.json")
	require.NoError(t, err)
	require.JSONEq(t, string(made), string(kept), "run `go test ./pkg/query -update` and commit query.schema.json")
}

func schemaOfStructs(t *testing.T) []byte {
	builder, err := schemabuilder.NewSchemaBuilder(schemabuilder.BuilderOptions{
		PluginID: []string{"shigan-policy-datasource"},
		ScanCode: []schemabuilder.CodePaths{{BasePackage: "github.com/shigan/policy/pkg/query", CodePath: "./"}},
		Enums: []reflect.Type{
			reflect.TypeFor[query.Kind](), reflect.TypeFor[query.View](), reflect.TypeFor[query.GroupBy](),
			reflect.TypeFor[query.Role](), reflect.TypeFor[query.Basis](), reflect.TypeFor[query.Measure](),
			reflect.TypeFor[query.Format](), reflect.TypeFor[query.Event](), reflect.TypeFor[query.Light](), reflect.TypeFor[query.Language](),
		},
	})
	require.NoError(t, err)
	schema := builder.Reflector().Reflect(&query.Query{})
	schema.ID = ""
	schema.Version = "http://json-schema.org/draft-07/schema#"
	schema.Title = "Query of a policy ledger"
	// What Grafana itself keeps in every query.
	for name, kind := range map[string]string{
		"datasource": "object", "hide": "boolean", "key": "string", "queryType": "string", "intervalMs": "number", "maxDataPoints": "number",
	} {
		schema.Properties.Set(name, &jsonschema.Schema{Type: kind, Description: "Grafana's own."})
	}
	made, err := json.MarshalIndent(schema, "", "  ")
	require.NoError(t, err)
	return made
}
