// Package ledger reads the policy ledger in PostgreSQL: as ledger_reader, in read-only transactions, within one
// jurisdiction. It holds no method; those are the functions of schema monitor (docs/methods.md).
package ledger

import (
	"context"
	"encoding/json"
	"net"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"

	"github.com/shigan/policy/pkg/query"
	"github.com/shigan/policy/pkg/words"
)

// Settings of one data source; the browser's twin is src/datasource/settings.ts.
type Settings struct {
	// Host is "host" or "host:port" of PostgreSQL, or the folder of its socket.
	Host     string `json:"host"`
	Database string `json:"database"`
	User     string `json:"user"`
	// SSLMode is disable, require, verify-ca or verify-full (where empty).
	SSLMode string `json:"sslMode"`
	// Jurisdiction is a unit id (that unit and all below it) or "*" for the whole ledger.
	Jurisdiction string `json:"jurisdiction"`
	// Language is of names and words where a query asks for none: zh-Hans (where empty) or en-US.
	Language       string `json:"language"`
	RowLimit       int    `json:"rowLimit"`
	TimeoutSeconds int    `json:"timeoutSeconds"`
	// ConnectTimeoutSeconds is how long the server may take to let us in.
	ConnectTimeoutSeconds int `json:"connectTimeoutSeconds"`
	MaxConnections        int `json:"maxConnections"`
	// IdleConnections are kept open while nobody asks; never more than MaxConnections.
	IdleConnections int `json:"idleConnections"`
	// MemoryMegabytes is how much of it answers may take that are kept; 0 keeps none, nil is 32.
	MemoryMegabytes *int `json:"memoryMegabytes"`
	// SecureSocksProxy: the connection goes through the proxy that Grafana's server is set up with.
	SecureSocksProxy bool   `json:"enableSecureSocksProxy"`
	Password         string `json:"-"`
	// TLSCACert is the PEM of the certificate authority; empty means those of the system.
	TLSCACert string `json:"-"`
	// TLSClientCert and TLSClientKey are the PEM of our own certificate, where the server demands one; both or none.
	TLSClientCert string `json:"-"`
	TLSClientKey  string `json:"-"`
	// Dial reaches the server in another way than directly; nil is directly.
	Dial Dialer `json:"-"`
}

// Dialer opens a connection to an address, as net.Dialer does.
type Dialer func(ctx context.Context, network, address string) (net.Conn, error)

// MemoryBytes is how many bytes the kept answers may take.
func (s Settings) MemoryBytes() int { return *s.MemoryMegabytes << 20 }

// Timeout is how long the database may take for one statement.
func (s Settings) Timeout() time.Duration { return time.Duration(s.TimeoutSeconds) * time.Second }

var (
	sslModes     = []string{"disable", "require", "verify-ca", "verify-full"}
	jurisdiction = regexp.MustCompile(`^(\*|[0-9A-Za-z_-]{1,32})$`)
)

// ReadSettings decodes what Grafana keeps and fills what was left out. The error is a sentence of what to set.
func ReadSettings(kept backend.DataSourceInstanceSettings) (Settings, error) {
	s := Settings{}
	if err := json.Unmarshal(kept.JSONData, &s); err != nil && len(kept.JSONData) > 0 {
		return s, faulty("The settings of this data source cannot be read (%s): open them and save them again.",
			"无法读取该数据源的设置（%s）：请打开设置并重新保存。", err.Error())
	}
	secret := kept.DecryptedSecureJSONData
	s.Password, s.TLSCACert = secret["password"], strings.TrimSpace(secret["tlsCACert"])
	s.TLSClientCert, s.TLSClientKey = strings.TrimSpace(secret["tlsClientCert"]), strings.TrimSpace(secret["tlsClientKey"])
	s.Host, s.Database, s.User = strings.TrimSpace(s.Host), strings.TrimSpace(s.Database), strings.TrimSpace(s.User)
	s.Jurisdiction = strings.TrimSpace(s.Jurisdiction)
	fill(&s.SSLMode, "verify-full")
	fill(&s.Language, words.Chinese)
	fill(&s.RowLimit, 10_000)
	fill(&s.TimeoutSeconds, 30)
	fill(&s.ConnectTimeoutSeconds, 10)
	fill(&s.MaxConnections, 8)
	if s.MemoryMegabytes == nil {
		s.MemoryMegabytes = new(32)
	}
	return s, s.check()
}

func fill[T comparable](field *T, otherwise T) {
	var empty T
	if *field == empty {
		*field = otherwise
	}
}

func (s Settings) check() error {
	for _, needed := range []struct {
		value  string
		en, zh string
	}{
		{s.Host, "the address of PostgreSQL, such as 127.0.0.1:5432", "PostgreSQL 的地址，例如 127.0.0.1:5432"},
		{s.Database, "the database", "数据库名"},
		{s.User, "the user", "用户名"},
		{s.Jurisdiction, "the jurisdiction: a unit's id, or * for the whole ledger", "辖区：单位编号，或以 * 表示整个台账"},
	} {
		if needed.value == "" {
			return Fault{Kind: WrongSettings, Said: words.Said{
				EN: "The data source is not set up: enter " + needed.en + ".",
				ZH: "数据源尚未配置完整：请填写" + needed.zh + "。",
			}}
		}
	}
	if _, _, err := s.address(); err != nil {
		return err
	}
	switch {
	case !jurisdiction.MatchString(s.Jurisdiction):
		return faulty("The jurisdiction “%s” is no unit's id: choose a unit, or * for the whole ledger.",
			"辖区“%s”不是单位编号：请选择单位，或以 * 表示整个台账。", s.Jurisdiction)
	case !slices.Contains(sslModes, s.SSLMode):
		return faulty("There is no TLS mode “%s”: choose disable, require, verify-ca or verify-full.",
			"没有名为“%s”的 TLS 模式：请选择 disable、require、verify-ca 或 verify-full。", s.SSLMode)
	case (s.TLSClientCert == "") != (s.TLSClientKey == ""):
		return faulty("The client certificate for %s has no key or the key no certificate: give both, or neither.",
			"%s 的客户端证书与私钥缺少其一：请同时填写，或都不填。", s.Host)
	case s.Language != words.Chinese && s.Language != words.English:
		return faulty("There is no language “%s”: choose zh-Hans or en-US.", "没有语言“%s”：请选择 zh-Hans 或 en-US。", s.Language)
	}
	for _, limit := range []struct {
		value, least, most int
		en, zh             string
	}{
		// A browser stops being usable well before 200,000 rows.
		{s.RowLimit, 1, query.MaxRows, "row limit", "行数上限"},
		// Grafana itself gives up a query long before ten minutes.
		{s.TimeoutSeconds, 1, 600, "time-out in seconds", "超时秒数"},
		// Whoever is not let in within a minute never is.
		{s.ConnectTimeoutSeconds, 1, 60, "time-out of connecting in seconds", "连接超时秒数"},
		// PostgreSQL allows 100 connections unless told otherwise.
		{s.MaxConnections, 1, 100, "number of connections", "最大连接数"},
		{s.IdleConnections, 0, s.MaxConnections, "number of idle connections", "空闲连接数"},
		{*s.MemoryMegabytes, 0, 1024, "memory for answers in megabytes", "结果缓存（兆字节）"},
	} {
		if limit.value < limit.least || limit.value > limit.most {
			said := words.Said{EN: "The %s must be %d to %d, not %d: choose another.", ZH: "%s须为 %d 至 %d，不能是 %d：请修改。"}
			return Fault{Kind: WrongSettings, Said: words.Said{
				EN: said.With(limit.en, limit.least, limit.most, limit.value).EN,
				ZH: said.With(limit.zh, limit.least, limit.most, limit.value).ZH,
			}}
		}
	}
	return nil
}

// address splits the host setting; port 5432 where none is given.
func (s Settings) address() (string, uint16, error) {
	const usual = 5432
	if strings.HasPrefix(s.Host, "/") || !strings.Contains(strings.Trim(s.Host, "[]"), ":") {
		return s.Host, usual, nil
	}
	host, port, err := net.SplitHostPort(s.Host)
	if err == nil {
		number, wrong := strconv.ParseUint(port, 10, 16)
		if wrong == nil && host != "" && number > 0 {
			return host, uint16(number), nil
		}
	}
	return "", 0, faulty("“%s” is no address: write it as 127.0.0.1:5432.", "“%s”不是有效地址：请写成 127.0.0.1:5432。", s.Host)
}

func faulty(en, zh string, values ...any) error {
	return Fault{Kind: WrongSettings, Said: words.Said{EN: en, ZH: zh}.With(values...)}
}
