package plugin

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/stretchr/testify/require"
)

// shippedScript makes the ledger.sql that tests/go-ledger.ts wrote the one beside the executable.
func shippedScript(t *testing.T) {
	t.Helper()
	folder := os.Getenv("LEDGER_TEST_SCRIPT")
	require.NotEmpty(t, folder, "run these tests by `npx tsx tests/go-ledger.ts`")
	before := scriptFolder
	scriptFolder = folder
	t.Cleanup(func() { scriptFolder = before })
}

// emptyDatabase is a database without a ledger, dropped after the test.
func emptyDatabase(t *testing.T) string {
	t.Helper()
	const name = "shigan_test_install"
	conn := connect(t)
	_, err := conn.Exec(context.Background(), "DROP DATABASE IF EXISTS "+name+" WITH (FORCE)")
	require.NoError(t, err)
	_, err = conn.Exec(context.Background(), "CREATE DATABASE "+name)
	require.NoError(t, err)
	t.Cleanup(func() {
		_, err := conn.Exec(context.Background(), "DROP DATABASE "+name+" WITH (FORCE)")
		require.NoError(t, err)
	})
	return name
}

type installed struct {
	status int
	lines  []Progress
	text   string
}

// installAs sends POST install as a Grafana user of the role; "" is nobody at all.
func installAs(t *testing.T, d *Datasource, role, body string) installed {
	t.Helper()
	request := &backend.CallResourceRequest{Method: "POST", Path: "install", URL: "install?language=en-US", Body: []byte(body)}
	if role != "" {
		request.PluginContext.User = &backend.User{Login: "clerk", Role: role}
	}
	answer := installed{}
	err := d.CallResource(context.Background(), request, backend.CallResourceResponseSenderFunc(func(response *backend.CallResourceResponse) error {
		if answer.status == 0 {
			answer.status = response.Status
		}
		answer.text += string(response.Body)
		return nil
	}))
	require.NoError(t, err)
	if answer.status == 200 {
		for _, line := range strings.Split(strings.TrimSpace(answer.text), "\n") {
			var progress Progress
			require.NoError(t, json.Unmarshal([]byte(line), &progress))
			answer.lines = append(answer.lines, progress)
		}
	}
	return answer
}

func setupOf(t *testing.T, d *Datasource) Setup {
	t.Helper()
	_, body := resource(t, d, "GET", "setup?language=en-US", "")
	var setup Setup
	require.NoError(t, json.Unmarshal([]byte(body), &setup))
	return setup
}

func owner(t *testing.T) string {
	t.Helper()
	password, _ := testURL(t).User.Password()
	body, err := json.Marshal(map[string]string{"user": testURL(t).User.Username(), "password": password})
	require.NoError(t, err)
	return string(body)
}

func TestAnAdminInstallsTheLedgerAndItsReaderMayRead(t *testing.T) {
	shippedScript(t)
	d := open(t, map[string]any{"database": emptyDatabase(t), "user": stranger(t), "password": "stranger"})
	require.Equal(t, "missing", string(setupOf(t, d).Schema))

	answer := installAs(t, d, "Admin", owner(t))
	require.Equal(t, 200, answer.status, answer.text)
	require.Equal(t, Progress{Step: "0001_dimensions.sql"}, answer.lines[0])
	require.Equal(t, Progress{Step: "monitor"}, answer.lines[len(answer.lines)-2])
	require.Equal(t, Progress{Done: true, Message: "The ledger's schema is of this version."}, answer.lines[len(answer.lines)-1])

	setup := setupOf(t, d)
	require.Equal(t, "current", string(setup.Schema))
	require.True(t, setup.Steps[2].OK, setup.Steps[2].Message)
	require.Contains(t, setup.Steps[3].Message, "The ledger is empty")

	again := installAs(t, d, "Admin", owner(t))
	require.Equal(t, []Progress{{Done: true, Message: "The ledger's schema was of this version already."}}, again.lines)
	require.NoError(t, revoke(t, "shigan_test_stranger"))
}

func revoke(t *testing.T, login string) error {
	_, err := connect(t).Exec(context.Background(), "REVOKE ledger_reader FROM "+login)
	return err
}

func TestOnlyAdminsInstall(t *testing.T) {
	shippedScript(t)
	d := open(t, map[string]any{"database": emptyDatabase(t)})
	for _, role := range []string{"", "Viewer", "Editor"} {
		answer := installAs(t, d, role, owner(t))
		require.Equal(t, 403, answer.status)
		require.Contains(t, answer.text, "Only an Admin of the organisation may install")
	}
	require.Equal(t, "missing", string(setupOf(t, d).Schema))
}

func TestAnInstallationThatCannotBeSaysWhy(t *testing.T) {
	shippedScript(t)
	database := emptyDatabase(t)
	nobody := stranger(t)
	for name, one := range map[string]struct{ body, says string }{
		"the password is wrong":           {`{"user":"` + nobody + `","password":"wrong"}`, "The password of shigan_test_stranger is wrong: enter it again."},
		"the user may not create schemas": {`{"user":"` + nobody + `","password":"stranger"}`, "The user shigan_test_stranger may not install the ledger: name a superuser"},
		"the request is no JSON":          {`user`, "The request to install cannot be read"},
	} {
		t.Run(name, func(t *testing.T) {
			answer := installAs(t, open(t, map[string]any{"database": database}), "Admin", one.body)
			require.Contains(t, answer.text, one.says)
			require.NotContains(t, answer.text, `"done":true`)
		})
	}
	scriptFolder = t.TempDir()
	require.Contains(t, installAs(t, open(t, map[string]any{"database": database}), "Admin", owner(t)).text, "ledger.sql cannot be read: install the plugin again")
}

func TestSetupNamesTheVersionOfTheScriptThatIsShippedNow(t *testing.T) {
	shippedScript(t)
	d := open(t, nil)
	first := setupOf(t, d).Script
	require.Regexp(t, "^[0-9a-f]{12}$", first)
	require.Equal(t, first, setupOf(t, d).Script)

	text, err := os.ReadFile(filepath.Join(scriptFolder, "ledger.sql"))
	require.NoError(t, err)
	scriptFolder = t.TempDir()
	require.Empty(t, setupOf(t, d).Script)
	require.NoError(t, os.WriteFile(filepath.Join(scriptFolder, "ledger.sql"), append(text, "-- upgraded\n"...), 0o600))
	require.NotEqual(t, first, setupOf(t, d).Script)
	_, body := resource(t, open(t, map[string]any{"host": closedPort(t)}), "GET", "setup", "")
	require.Contains(t, body, `"script":"`, "also where no database answers: the script is for who has none yet")
}

func TestASchemaOfAnotherVersionIsToldApart(t *testing.T) {
	shippedScript(t)
	d := open(t, map[string]any{"database": emptyDatabase(t)})
	require.Equal(t, 200, installAs(t, d, "Admin", "{}").status)
	require.Equal(t, "current", string(setupOf(t, d).Schema))

	text, err := os.ReadFile(filepath.Join(scriptFolder, "ledger.sql"))
	require.NoError(t, err)
	scriptFolder = t.TempDir()
	for _, one := range []struct {
		file  string
		state string
	}{
		{"-- has 9999_later.sql " + strings.Repeat("0", 64) + "\n" + string(text), "older"},
		{strings.Replace(string(text), "-- has 0003_roles.sql", "-- had 0003_roles.sql", 1), "newer"},
	} {
		require.NoError(t, os.WriteFile(filepath.Join(scriptFolder, "ledger.sql"), []byte(one.file), 0o600))
		setup := setupOf(t, d)
		require.Equal(t, one.state, string(setup.Schema))
		require.True(t, setup.Steps[1].OK, "a ledger of another version is still read where nothing is missing")
	}
}
