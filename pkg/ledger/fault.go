package ledger

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"net"
	"strings"

	"github.com/jackc/pgx/v5/pgconn"

	"github.com/shigan/policy/pkg/words"
)

// Cause tells faults apart; it is a label of the duration histogram too.
type Cause string

// What can go wrong between here and the ledger.
const (
	WrongSettings   Cause = "settings"
	WrongAddress    Cause = "address"
	WrongPassword   Cause = "password"
	NoDatabase      Cause = "database"
	NoTLS           Cause = "tls"
	NoSchema        Cause = "schema"
	NoRole          Cause = "role"
	TooSlow         Cause = "timeout"
	Cancelled       Cause = "cancelled"
	TooManyClients  Cause = "connections"
	ServerGone      Cause = "server"
	RefusedByLedger Cause = "refused"
	WrongQuery      Cause = "query"
	Broken          Cause = "plugin"
)

// Fault is one sentence of what happened and what to do, in both languages.
type Fault struct {
	Kind Cause
	Said words.Said
	// Under is what the driver said; it goes to the log, never to the reader.
	Under error
}

func (f Fault) Error() string { return f.Said.EN }

// Halves cuts the sentence into what happened and what to do.
func (f Fault) Halves(language string) (what, do string) {
	what, do, found := strings.Cut(f.Said.In(language), f.mark(language))
	if !found {
		return what, ""
	}
	return what + words.Said{EN: ".", ZH: "。"}.In(language), do
}

func (f Fault) mark(language string) string { return words.Said{EN: ": ", ZH: "："}.In(language) }

// Unwrap gives the driver's own error.
func (f Fault) Unwrap() error { return f.Under }

// Explain turns any error of the driver into a Fault. Its order matters: what the server said is surest.
func (s Settings) Explain(err error) Fault {
	var known Fault
	if errors.As(err, &known) {
		return known
	}
	cause, said := s.cause(err)
	return Fault{Kind: cause, Said: said, Under: err}
}

func (s Settings) cause(err error) (Cause, words.Said) {
	var server *pgconn.PgError
	var certificate *tls.CertificateVerificationError
	var record tls.RecordHeaderError
	var unknownHost *net.DNSError
	var connect *pgconn.ConnectError
	var network net.Error
	switch {
	case errors.As(err, &server):
		return s.causeOnServer(server)
	case errors.Is(err, context.Canceled):
		return Cancelled, words.Said{EN: "The query was cancelled: run it again if you still need it.", ZH: "查询已取消：如仍需要，请重新运行。"}
	case errors.As(err, &certificate), errors.As(err, &record), isX509(err), strings.Contains(err.Error(), "server refused TLS"):
		return NoTLS, words.Said{
			EN: "No trusted TLS connection to %s (mode %s): give the right CA certificate, or choose the TLS mode that the server offers.",
			ZH: "无法与 %s 建立可信的 TLS 连接（模式 %s）：请提供正确的 CA 证书，或选择服务器支持的 TLS 模式。",
		}.With(s.Host, s.SSLMode)
	case strings.Contains(err.Error(), "remote error: tls"):
		return NoTLS, s.ourCertificate()
	case s.Dial != nil && strings.Contains(err.Error(), "socks connect"):
		return WrongAddress, words.Said{
			EN: "The secure socks proxy does not lead to %s: check the address, and that the proxy may reach it.",
			ZH: "安全 SOCKS 代理无法连接到 %s：请检查地址，并确认代理可以访问该地址。",
		}.With(s.Host)
	case errors.As(err, &unknownHost):
		return WrongAddress, s.nobodyAnswers()
	case errors.As(err, &connect):
		return WrongAddress, s.nobodyAnswers()
	case errors.Is(err, context.DeadlineExceeded):
		return TooSlow, s.tooSlow()
	case errors.As(err, &network), strings.Contains(err.Error(), "conn closed"), strings.Contains(err.Error(), "unexpected EOF"):
		return ServerGone, words.Said{
			EN: "The connection to %s broke off: check that PostgreSQL still runs, and try again.",
			ZH: "与 %s 的连接中断：请检查 PostgreSQL 是否仍在运行，然后重试。",
		}.With(s.Host)
	default:
		return Broken, words.Said{
			EN: "The data source failed on an answer of the ledger: look into Grafana's log, and report it.",
			ZH: "数据源处理台账结果时出错：请查看 Grafana 日志并反馈。",
		}
	}
}

func isX509(err error) bool {
	var authority x509.UnknownAuthorityError
	var name x509.HostnameError
	var invalid x509.CertificateInvalidError
	return errors.As(err, &authority) || errors.As(err, &name) || errors.As(err, &invalid)
}

func (s Settings) ourCertificate() words.Said {
	return words.Said{
		EN: "PostgreSQL at %s does not accept the client certificate of %s: give the certificate and key that it was set up for.",
		ZH: "%s 的 PostgreSQL 不接受用户 %s 的客户端证书：请填写与其配置相符的证书和私钥。",
	}.With(s.Host, s.User)
}

func (s Settings) nobodyAnswers() words.Said {
	return words.Said{
		EN: "No PostgreSQL answers at %s: check the address, and that the server runs and accepts connections.",
		ZH: "%s 没有 PostgreSQL 响应：请检查地址，并确认服务器正在运行且接受连接。",
	}.With(s.Host)
}

func (s Settings) tooSlow() words.Said {
	return words.Said{
		EN: "The ledger took longer than %d seconds: narrow the scope, or raise the time-out of the data source.",
		ZH: "台账查询超过 %d 秒：请缩小范围，或调高数据源的超时时间。",
	}.With(s.TimeoutSeconds)
}

// The codes are PostgreSQL's (its documentation, appendix A).
func (s Settings) causeOnServer(err *pgconn.PgError) (Cause, words.Said) {
	switch err.Code {
	case "28P01":
		return WrongPassword, words.Said{
			EN: "The password of %s is wrong: enter it again.", ZH: "用户 %s 的密码不正确：请重新输入。",
		}.With(s.User)
	case "28000":
		if strings.Contains(err.Message, "certificate") {
			return NoTLS, s.ourCertificate()
		}
		if strings.Contains(err.Message, "encryption") {
			return NoTLS, words.Said{
				EN: "PostgreSQL at %s does not let %s in over this kind of connection: choose another TLS mode, or amend pg_hba.conf.",
				ZH: "%s 的 PostgreSQL 不允许用户 %s 以此连接方式登录：请更换 TLS 模式，或修改 pg_hba.conf。",
			}.With(s.Host, s.User)
		}
		return WrongPassword, words.Said{
			EN: "PostgreSQL does not let %s in: check the user and its password.", ZH: "PostgreSQL 拒绝用户 %s 登录：请检查用户名和密码。",
		}.With(s.User)
	case "3D000":
		return NoDatabase, words.Said{
			EN: "There is no database %s: check its name, or create it.", ZH: "没有数据库 %s：请检查名称，或创建该数据库。",
		}.With(s.Database)
	case "3F000", "42P01", "42883", "42703":
		return NoSchema, words.Said{
			EN: "The database %s holds no ledger of this version: run `npm run ledger -- migrate` against it.",
			ZH: "数据库 %s 中没有此版本的台账：请对其运行 `npm run ledger -- migrate`。",
		}.With(s.Database)
	case "22023", "42704", "42501":
		return NoRole, words.Said{
			EN: "The user %s may not act as ledger_reader: run `npm run ledger -- migrate`, then `GRANT ledger_reader TO \"%[1]s\"`.",
			ZH: "用户 %s 无权使用角色 ledger_reader：请先运行 `npm run ledger -- migrate`，再执行 `GRANT ledger_reader TO \"%[1]s\"`。",
		}.With(s.User)
	case "57014":
		return TooSlow, s.tooSlow()
	case "53300":
		return TooManyClients, words.Said{
			EN: "PostgreSQL at %s has no connection left: raise its max_connections, or lower the data source's.",
			ZH: "%s 的 PostgreSQL 连接数已满：请调高其 max_connections，或调低数据源的最大连接数。",
		}.With(s.Host)
	case "57P01", "57P02", "57P03":
		return ServerGone, words.Said{
			EN: "PostgreSQL at %s is starting or stopping: try again in a moment.", ZH: "%s 的 PostgreSQL 正在启动或停止：请稍后重试。",
		}.With(s.Host)
	default:
		return RefusedByLedger, words.Said{
			EN: "The ledger refused the query with %s, “%s”: check what it asks, and that the ledger is migrated to this version.",
			ZH: "台账拒绝了该查询（%s，“%s”）：请检查查询内容，并确认台账已迁移到此版本。",
		}.With(err.Code, strings.TrimRight(err.Message, "."))
	}
}
