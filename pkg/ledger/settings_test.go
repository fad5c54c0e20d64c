package ledger

import (
	"errors"
	"testing"

	"github.com/jackc/pgx/v5/pgconn"
	"github.com/stretchr/testify/require"

	"github.com/shigan/policy/pkg/words"
)

func TestAnAddressMayLeaveOutThePort(t *testing.T) {
	for host, wanted := range map[string]struct {
		host string
		port uint16
	}{
		"127.0.0.1:5433":      {"127.0.0.1", 5433},
		"ledger.example":      {"ledger.example", 5432},
		"[::1]:5433":          {"::1", 5433},
		"/var/run/postgresql": {"/var/run/postgresql", 5432},
	} {
		name, port, err := Settings{Host: host}.address()
		require.NoError(t, err)
		require.Equal(t, wanted.host, name)
		require.Equal(t, wanted.port, port)
	}
	for _, host := range []string{"ledger:", ":5432", "ledger:70000", "ledger:0", "a:b:c"} {
		_, _, err := Settings{Host: host}.address()
		require.ErrorContains(t, err, "is no address", host)
	}
}

func TestWhatTheServerSaidDecidesTheCause(t *testing.T) {
	s := Settings{Host: "ledger:5432", User: "reader", Database: "ledger", TimeoutSeconds: 30}
	for code, cause := range map[string]Cause{
		"28P01": WrongPassword, "3D000": NoDatabase, "3F000": NoSchema, "42P01": NoSchema, "42883": NoSchema, "42501": NoRole,
		"57014": TooSlow, "53300": TooManyClients, "57P01": ServerGone, "22012": RefusedByLedger,
	} {
		fault := s.Explain(&pgconn.PgError{Code: code, Message: "division by zero"})
		require.Equal(t, cause, fault.Kind, code)
		require.Regexp(t, `^[A-Z][^\n]*\.$|`+"`$", fault.Error())
		require.NotContains(t, fault.Said.EN+fault.Said.ZH, "%!", code)
	}
	require.Equal(t, Broken, s.Explain(errors.New("cannot scan")).Kind)
}

func TestAFaultHasTwoHalves(t *testing.T) {
	fault := Settings{User: "reader"}.Explain(&pgconn.PgError{Code: "28P01"})
	what, do := fault.Halves(words.Chinese)
	require.Equal(t, "用户 reader 的密码不正确。", what)
	require.Equal(t, "请重新输入。", do)
}
