package ledger

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"regexp"

	"github.com/shigan/policy/pkg/words"
)

// Script is ledger.sql, which the build puts beside the executable (ledger/script.ts makes it): one transaction that
// installs the ledger's schema or upgrades that of any earlier version.
type Script struct {
	SQL string
	// Has maps each file that a database of this version has applied to its SHA-256; "monitor" stands for the methods.
	Has map[string]string
}

// SchemaState is how the schema of a database compares with the script.
type SchemaState string

// What the page Setup tells apart; Unknown where the script is not there or the database may not be asked yet.
const (
	SchemaUnknown SchemaState = ""
	SchemaMissing SchemaState = "missing"
	SchemaOlder   SchemaState = "older"
	SchemaCurrent SchemaState = "current"
	SchemaNewer   SchemaState = "newer"
)

var hasLine = regexp.MustCompile(`(?m)^-- has (\S+) ([0-9a-f]{64})$`)

// ReadScript reads ledger.sql in a folder. The error is a Fault.
func ReadScript(folder string) (Script, error) {
	file := filepath.Join(folder, "ledger.sql")
	text, err := os.ReadFile(file)
	if err != nil {
		return Script{}, Fault{Kind: NoSchema, Under: err, Said: words.Said{
			EN: "The plugin's file ledger.sql cannot be read: install the plugin again, all files of it.",
			ZH: "无法读取插件的 ledger.sql 文件：请重新完整安装插件。",
		}}
	}
	script := Script{SQL: string(text), Has: map[string]string{}}
	for _, found := range hasLine.FindAllStringSubmatch(script.SQL, -1) {
		script.Has[found[1]] = found[2]
	}
	return script, nil
}

// ScriptVersion is the beginning of the SHA-256 of ledger.sql in a folder; empty where it cannot be read.
func ScriptVersion(folder string) string {
	script, err := ReadScript(folder)
	if err != nil {
		return ""
	}
	digest := sha256.Sum256([]byte(script.SQL))
	return hex.EncodeToString(digest[:6])
}

// Compare tells how a database that has applied these files (file to SHA-256) stands to the script.
func (s Script) Compare(applied map[string]string) SchemaState {
	for file := range applied {
		if _, known := s.Has[file]; !known {
			return SchemaNewer
		}
	}
	for file, digest := range s.Has {
		if applied[file] != digest {
			return SchemaOlder
		}
	}
	return SchemaCurrent
}
