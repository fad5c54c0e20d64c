package ledger

import (
	"embed"
	"strings"
)

// All SQL that this data source ever sends: one file per kind and view, changed by parameters only.
//
//go:embed sql/*.sql
var files embed.FS

// Statement is the text of sql/<name>.sql. A name that is not there is a mistake of ours, caught by the tests.
func Statement(name string) string {
	text, err := files.ReadFile("sql/" + name + ".sql")
	if err != nil {
		panic(err)
	}
	return strings.TrimSpace(string(text))
}
