package plugin

import (
	"context"
	"net"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/data"
	"github.com/jackc/pgx/v5"
	"github.com/prometheus/client_golang/prometheus/testutil"
	"github.com/stretchr/testify/require"

	"github.com/shigan/policy/pkg/query"
)

const anyQuery = `{"kind":"tasks"}`

// closedPort is an address at which nobody listens.
func closedPort(t *testing.T) string {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	defer listener.Close()
	return listener.Addr().String()
}

func connect(t *testing.T) *pgx.Conn {
	t.Helper()
	conn, err := pgx.Connect(context.Background(), testURL(t).String())
	require.NoError(t, err)
	t.Cleanup(func() { _ = conn.Close(context.Background()) })
	return conn
}

// login makes a login with these statements about it, dropped after the test.
func login(t *testing.T, name string, statements ...string) map[string]any {
	t.Helper()
	conn := connect(t)
	statements = append([]string{"CREATE ROLE " + name + " LOGIN PASSWORD 'stranger'"}, statements...)
	drop := func() {
		_, err := conn.Exec(context.Background(), "DROP ROLE IF EXISTS "+name)
		require.NoError(t, err)
	}
	drop()
	t.Cleanup(drop)
	for _, statement := range statements {
		_, err := conn.Exec(context.Background(), statement)
		require.NoError(t, err)
	}
	return map[string]any{"user": name, "password": "stranger"}
}

// stranger is a login that was not granted ledger_reader.
func stranger(t *testing.T) string {
	t.Helper()
	return login(t, "shigan_test_stranger")["user"].(string)
}

// reader is a login as docs/data-source.md asks for: a member of ledger_reader and of nothing else.
func reader(t *testing.T) map[string]any {
	t.Helper()
	return login(t, "shigan_test_reader", "GRANT ledger_reader TO shigan_test_reader")
}

func TestWhatIsWrongIsToldApartInQueriesAndHealth(t *testing.T) {
	for name, one := range map[string]struct {
		changes map[string]any
		says    string
	}{
		"nobody listens at the address":      {map[string]any{"host": closedPort(t)}, "No PostgreSQL answers at 127.0.0.1:"},
		"the host does not exist":            {map[string]any{"host": "ledger.invalid:5432"}, "No PostgreSQL answers at ledger.invalid:5432"},
		"the address is no address":          {map[string]any{"host": "127.0.0.1:port"}, "is no address"},
		"the password is wrong":              {map[string]any{"password": "wrong"}, "is wrong: enter it again."},
		"the user does not exist":            {map[string]any{"user": "nobody_at_all"}, "The password of nobody_at_all is wrong"},
		"there is no such database":          {map[string]any{"database": "no_such_ledger"}, "There is no database no_such_ledger"},
		"the server speaks no TLS":           {map[string]any{"sslMode": "verify-full"}, "No trusted TLS connection to"},
		"the database holds no ledger":       {map[string]any{"database": "postgres"}, "npm run ledger -- migrate"},
		"the user may not read":              {login(t, "shigan_test_stranger"), "may not act as ledger_reader"},
		"the jurisdiction is empty":          {map[string]any{"jurisdiction": ""}, "enter the jurisdiction"},
		"the jurisdiction is no unit's id":   {map[string]any{"jurisdiction": "99'; --"}, "is no unit's id"},
		"the database is empty":              {map[string]any{"database": ""}, "enter the database"},
		"the TLS mode does not exist":        {map[string]any{"sslMode": "prefer"}, "There is no TLS mode “prefer”"},
		"the client key is missing":          {map[string]any{"tlsClientCert": "-----BEGIN CERTIFICATE-----"}, "has no key or the key no certificate"},
		"the client certificate is none":     {map[string]any{"sslMode": "require", "tlsClientCert": "x", "tlsClientKey": "y"}, "are no pair in PEM text"},
		"more are idle than allowed":         {map[string]any{"maxConnections": 2, "idleConnections": 3}, "The number of idle connections must be 0 to 2, not 3"},
		"connecting may take too long":       {map[string]any{"connectTimeoutSeconds": 61}, "The time-out of connecting in seconds must be 1 to 60"},
		"the memory is out of bounds":        {map[string]any{"memoryMegabytes": 1025}, "The memory for answers in megabytes must be 0 to 1024"},
		"Grafana has no proxy":               {map[string]any{"enableSecureSocksProxy": true}, "Grafana's server has no usable secure socks proxy"},
		"the row limit is out of bounds":     {map[string]any{"rowLimit": 200001}, "The row limit must be 1 to 200000"},
		"the time-out is out of bounds":      {map[string]any{"timeoutSeconds": -1}, "The time-out in seconds must be 1 to 600"},
		"the settings are of the wrong type": {map[string]any{"rowLimit": "many"}, "cannot be read"},
	} {
		t.Run(name, func(t *testing.T) {
			d := open(t, one.changes)
			answer := ask(t, d, anyQuery)
			require.ErrorContains(t, answer.Error, one.says)
			require.Regexp(t, `^[A-Z“][^\n]*\.$`, answer.Error.Error())
			require.Equal(t, backend.ErrorSourceDownstream, answer.ErrorSource)
			result := health(t, d)
			require.Equal(t, backend.HealthStatusError, result.Status)
			require.Contains(t, result.Message, one.says)
		})
	}
}

func TestHealthSaysWhatItFound(t *testing.T) {
	as := reader(t)
	result := health(t, open(t, as))
	require.Equal(t, backend.HealthStatusOk, result.Status)
	require.Regexp(t, "^Policy ledger “Test ledger”: 6 units, latest observations 2026-10-31\\.", result.Message)
	as["language"] = "zh-Hans"
	require.Regexp(t, "^台账“测试台账”：6 个单位，最新监测值 2026-10-31。", health(t, open(t, as)).Message)
}

func TestHealthWarnsOfALoginThatMayMoreThanRead(t *testing.T) {
	const user = "shigan_test_mighty"
	for name, one := range map[string]struct {
		statements []string
		says       string
	}{
		"a superuser":                  {[]string{"ALTER ROLE " + user + " SUPERUSER"}, "The user shigan_test_mighty is a superuser: use a login"},
		"one who passes row security":  {[]string{"ALTER ROLE " + user + " BYPASSRLS"}, "The user shigan_test_mighty bypasses row-level security: use"},
		"an importer":                  {[]string{"GRANT ledger_writer TO " + user}, "The user shigan_test_mighty may write to the ledger: use"},
		"an importer who must say so":  {[]string{"ALTER ROLE " + user + " NOINHERIT", "GRANT ledger_writer TO " + user}, "may write to the ledger: use"},
		"the owner, who may write too": {[]string{"GRANT ledger_owner TO " + user}, "owns tables of the ledger, may write to the ledger: use"},
	} {
		t.Run(name, func(t *testing.T) {
			d := open(t, login(t, user, append(one.statements, "GRANT ledger_reader TO "+user)...))
			result := health(t, d)
			require.Equal(t, backend.HealthStatusOk, result.Status)
			require.Contains(t, result.Message, "6 units")
			require.Contains(t, result.Message, one.says)
			require.Contains(t, setupOf(t, d).Steps[2].Message, one.says)
			require.NoError(t, ask(t, d, anyQuery).Error)
		})
	}
}

func TestSetupNamesTheStepThatIsMissing(t *testing.T) {
	_, body := resource(t, open(t, map[string]any{"database": "postgres"}), "GET", "setup", "")
	require.Contains(t, body, `{"id":"connection","ok":true,"message":"PostgreSQL`)
	require.Contains(t, body, `{"id":"schema","ok":false,"message":"The database postgres holds no ledger yet.`)
	require.Contains(t, body, "\"fix\":\"install it on the app's page Setup, or run `npm run ledger -- migrate` against it.\"")
	require.Contains(t, body, `{"id":"data","ok":false,"message":"Not checked before the step above is right.","fix":""}`)
}

func TestAnUnknownResourceAndABadListAreRefused(t *testing.T) {
	d := open(t, nil)
	for _, one := range []struct{ method, path, body, says string }{
		{"GET", "options", "", "There is no resource “GET options”"},
		{"POST", "tables", "{}", "There is no resource “POST tables”"},
		{"POST", "options", `{"list":"officers"}`, "is no value of list"},
		{"POST", "options", `{"list":"units","scope":{"units":["$province"]}}`, "The variable $province was not filled in"},
		{"POST", "options", `not json`, "cannot be read"},
	} {
		status, body := resource(t, d, one.method, one.path, one.body)
		require.Equal(t, 400, status)
		require.Contains(t, body, one.says)
	}
}

func TestOptionsAreFoundByPartOfANameInEitherLanguage(t *testing.T) {
	d := open(t, nil)
	_, body := resource(t, d, "POST", "options", `{"list":"units","query":"county b","language":"zh-Hans"}`)
	require.JSONEq(t, `[{"value":"990201","label":"乙一县","description":"测试省 / 乙市","parent":"990200"}]`, body)
	_, body = resource(t, d, "POST", "options", `{"list":"tiers"}`)
	require.JSONEq(t, `[{"value":"2","label":"Province"},{"value":"3","label":"City"},{"value":"4","label":"County"}]`, body)
	_, body = resource(t, d, "POST", "options", `{"list":"policies","scope":{"domains":["livelihood"]}}`)
	require.Contains(t, body, "P-HOUSING")
	require.NotContains(t, body, "P-INNOVATION")
}

// locked keeps every reader of tasks waiting until the test ends.
func locked(t *testing.T) {
	t.Helper()
	tx, err := connect(t).Begin(context.Background())
	require.NoError(t, err)
	_, err = tx.Exec(context.Background(), "LOCK TABLE monitor.task_span, ledger.task IN ACCESS EXCLUSIVE MODE")
	require.NoError(t, err)
	t.Cleanup(func() { _ = tx.Rollback(context.Background()) })
}

func TestAQueryThatTakesTooLongEndsWithASentence(t *testing.T) {
	d := open(t, map[string]any{"timeoutSeconds": 1})
	locked(t)
	answer := ask(t, d, anyQuery)
	require.ErrorContains(t, answer.Error, "The ledger took longer than 1 seconds")
	require.Equal(t, backend.StatusTimeout, answer.Status)
	require.Equal(t, backend.ErrorSourceDownstream, answer.ErrorSource)
}

// A panel that is closed takes its query away from the database too, not only from the reader's sight.
func TestACancelledQueryEndsInTheDatabaseToo(t *testing.T) {
	d := open(t, nil)
	locked(t)
	watch := connect(t)
	waiting := func() (count int) {
		require.NoError(t, watch.QueryRow(context.Background(), `SELECT count(*) FROM pg_stat_activity
			WHERE datname = current_database() AND application_name = 'shigan-policy-datasource' AND wait_event_type = 'Lock'`).Scan(&count))
		return count
	}
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		_, _ = d.QueryData(ctx, &backend.QueryDataRequest{Queries: []backend.DataQuery{{RefID: "A", TimeRange: years, JSON: []byte(anyQuery)}}})
	}()
	require.Eventually(t, func() bool { return waiting() == 1 }, 10*time.Second, 10*time.Millisecond)
	cancel()
	<-ended
	require.Eventually(t, func() bool { return waiting() == 0 }, 10*time.Second, 10*time.Millisecond)
}

func TestACancelledQueryEndsAtOnce(t *testing.T) {
	d := open(t, nil)
	locked(t)
	ctx, cancel := context.WithCancel(context.Background())
	time.AfterFunc(200*time.Millisecond, cancel)
	begin := time.Now()
	response, err := d.QueryData(ctx, &backend.QueryDataRequest{Queries: []backend.DataQuery{{RefID: "A", TimeRange: years, JSON: []byte(anyQuery)}}})
	require.NoError(t, err)
	require.ErrorContains(t, response.Responses["A"].Error, "The query was cancelled")
	require.Less(t, time.Since(begin), 10*time.Second)
}

func TestAPanicStaysInItsQuery(t *testing.T) {
	d := open(t, nil)
	before := testutil.CollectAndCount(durations)
	answer := d.timed(context.Background(), backend.DataQuery{RefID: "A", JSON: []byte(anyQuery)}, false,
		func(context.Context, query.Query, backend.TimeRange) (data.Frames, error) { panic("broken on purpose") })
	require.ErrorContains(t, answer.Error, "The data source broke on this query")
	require.Equal(t, backend.ErrorSourcePlugin, answer.ErrorSource)
	require.NoError(t, ask(t, d, anyQuery).Error)
	require.GreaterOrEqual(t, testutil.CollectAndCount(durations), before)
}

func TestQueriesOfOneRequestAreAnsweredBesideEachOther(t *testing.T) {
	d := open(t, map[string]any{"maxConnections": 2})
	request := &backend.QueryDataRequest{}
	for _, ref := range []string{"A", "B", "C", "D", "E", "F", "G", "H"} {
		request.Queries = append(request.Queries, backend.DataQuery{RefID: ref, TimeRange: years, JSON: []byte(anyQuery)})
	}
	request.Queries = append(request.Queries, backend.DataQuery{RefID: "I", TimeRange: years, JSON: []byte(`{"kind":"budgets"}`)})
	response, err := d.QueryData(context.Background(), request)
	require.NoError(t, err)
	require.Len(t, response.Responses, 9)
	require.NoError(t, response.Responses["H"].Error)
	require.ErrorContains(t, response.Responses["I"].Error, "There is no kind of query")
	require.Equal(t, backend.StatusBadRequest, response.Responses["I"].Status)
}

func TestTheTransactionCannotWrite(t *testing.T) {
	d := open(t, nil)
	err := d.ledger.Read(context.Background(), func(ctx context.Context, tx pgx.Tx) error {
		_, err := tx.Exec(ctx, "UPDATE ledger.setting SET value = 'x' WHERE key = 'name_en'")
		return err
	})
	require.Error(t, err)
}

func TestRefusalsAreInTheReadersLanguage(t *testing.T) {
	require.ErrorContains(t, ask(t, open(t, map[string]any{"language": "zh-Hans"}), `{"kind":"budgets"}`).Error, "没有名为“budgets”的查询类型")
	require.ErrorContains(t, ask(t, open(t, nil), `{"kind":"tasks","view":"matrix","language":"zh-Hans"}`).Error, "没有名为“matrix”的视图")
}
