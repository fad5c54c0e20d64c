package plugin

import (
	"context"
	"encoding/json"
	"net/url"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/stretchr/testify/require"
)

// The fixture (tests/ledger) is judged on this day, in this range.
var (
	end   = time.Date(2026, 10, 31, 15, 59, 59, 0, time.UTC) // Shanghai's last second of 31 October
	years = backend.TimeRange{From: end.AddDate(-3, 0, 0), To: end}
)

func testURL(t testing.TB) *url.URL {
	t.Helper()
	named := os.Getenv("LEDGER_TEST_URL")
	if named == "" {
		t.Fatal("These tests need a ledger with tests/ledger imported: run them by `npx tsx tests/go-ledger.ts`.")
	}
	parsed, err := url.Parse(named)
	require.NoError(t, err)
	return parsed
}

// settingsOf are those of the test ledger, changed by the test.
func settingsOf(t testing.TB, changes map[string]any) backend.DataSourceInstanceSettings {
	t.Helper()
	from := testURL(t)
	kept := map[string]any{
		"host": from.Host, "database": strings.TrimPrefix(from.Path, "/"), "user": from.User.Username(),
		"sslMode": "disable", "jurisdiction": "*", "language": "en-US",
	}
	password, _ := from.User.Password()
	for name, value := range changes {
		kept[name] = value
	}
	if given, ok := kept["password"]; ok {
		password = given.(string)
	}
	secrets := map[string]string{"password": password}
	for _, secret := range []string{"tlsCACert", "tlsClientCert", "tlsClientKey"} {
		if given, ok := kept[secret]; ok {
			secrets[secret] = given.(string)
		}
	}
	encoded, err := json.Marshal(kept)
	require.NoError(t, err)
	return backend.DataSourceInstanceSettings{UID: "ledger", JSONData: encoded, DecryptedSecureJSONData: secrets}
}

func open(t testing.TB, changes map[string]any) *Datasource {
	t.Helper()
	instance, err := New(context.Background(), settingsOf(t, changes))
	require.NoError(t, err)
	d := instance.(*Datasource)
	t.Cleanup(d.Dispose)
	return d
}

func ask(t testing.TB, d *Datasource, asked string) backend.DataResponse {
	t.Helper()
	return askWith(t, d, asked, nil)
}

func askWith(t testing.TB, d *Datasource, asked string, headers map[string]string) backend.DataResponse {
	t.Helper()
	response, err := d.QueryData(context.Background(), &backend.QueryDataRequest{
		Headers: headers,
		Queries: []backend.DataQuery{{RefID: "A", TimeRange: years, JSON: []byte(asked)}},
	})
	require.NoError(t, err)
	return response.Responses["A"]
}
