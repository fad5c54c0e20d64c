package ledger

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"sync"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgxpool"
)

// How long to wait for a connection beyond the statement's own time-out.
const grace = 5 * time.Second

// Ledger is one data source's way to its ledger. Safe for concurrent use.
type Ledger struct {
	Settings Settings
	pool     *pgxpool.Pool
	zone     zone
}

// Open makes the pool; nothing is connected before the first query. The error is a Fault.
func Open(ctx context.Context, s Settings) (*Ledger, error) {
	host, port, err := s.address()
	if err != nil {
		return nil, err
	}
	// Everything is named, so that neither the server's environment nor a password file decides where we connect.
	config, err := pgxpool.ParseConfig("host=127.0.0.1 port=5432 user=none password=none dbname=none sslmode=disable")
	if err != nil {
		return nil, s.Explain(err)
	}
	conn := config.ConnConfig
	conn.Host, conn.Port, conn.Database, conn.User, conn.Password = host, port, s.Database, s.User, s.Password
	conn.Fallbacks = nil
	conn.ConnectTimeout = time.Duration(s.ConnectTimeoutSeconds) * time.Second
	conn.RuntimeParams = map[string]string{"application_name": "shigan-policy-datasource"}
	// Unnamed statements: planned for the parameters at hand, valid after a migration and behind a connection pooler.
	conn.DefaultQueryExecMode = pgx.QueryExecModeDescribeExec
	if conn.TLSConfig, err = s.tls(host); err != nil {
		return nil, err
	}
	if s.Dial != nil {
		conn.DialFunc = pgconn.DialFunc(s.Dial)
		// The proxy looks the name up: only there is it known, perhaps.
		conn.LookupFunc = func(_ context.Context, host string) ([]string, error) { return []string{host}, nil }
	}
	config.MaxConns, config.MinIdleConns = int32(s.MaxConnections), int32(s.IdleConnections)
	config.MaxConnIdleTime = 5 * time.Minute
	pool, err := pgxpool.NewWithConfig(ctx, config)
	if err != nil {
		return nil, s.Explain(err)
	}
	return &Ledger{Settings: s, pool: pool}, nil
}

// Close ends all connections.
func (l *Ledger) Close() { l.pool.Close() }

// Connections tells how many connections are in use, open but idle, and allowed at most.
func (l *Ledger) Connections() (used, idle, most int32) {
	stat := l.pool.Stat()
	return stat.AcquiredConns(), stat.IdleConns(), stat.MaxConns()
}

// tls follows PostgreSQL's sslmode: require encrypts, verify-ca checks the authority, verify-full the host name too.
func (s Settings) tls(host string) (*tls.Config, error) {
	if s.SSLMode == "disable" {
		return nil, nil
	}
	var authorities *x509.CertPool
	if s.TLSCACert != "" {
		authorities = x509.NewCertPool()
		if !authorities.AppendCertsFromPEM([]byte(s.TLSCACert)) {
			return nil, faulty("The CA certificate for %s is no PEM text: paste the file with BEGIN CERTIFICATE.",
				"%s 的 CA 证书不是 PEM 文本：请粘贴含 BEGIN CERTIFICATE 的文件内容。", s.Host)
		}
	}
	config := &tls.Config{ServerName: host, RootCAs: authorities, MinVersion: tls.VersionTLS12}
	if s.TLSClientCert != "" {
		own, err := tls.X509KeyPair([]byte(s.TLSClientCert), []byte(s.TLSClientKey))
		if err != nil {
			return nil, faulty("The client certificate for %s and its key are no pair in PEM text: paste both files, with BEGIN CERTIFICATE and BEGIN PRIVATE KEY.",
				"%s 的客户端证书与私钥不是成对的 PEM 文本：请分别粘贴含 BEGIN CERTIFICATE 和 BEGIN PRIVATE KEY 的文件内容。", s.Host)
		}
		config.Certificates = []tls.Certificate{own}
	}
	if s.SSLMode != "verify-full" {
		config.InsecureSkipVerify = true
	}
	if s.SSLMode == "verify-ca" {
		config.VerifyConnection = func(state tls.ConnectionState) error {
			options := x509.VerifyOptions{Roots: authorities, Intermediates: x509.NewCertPool()}
			for _, certificate := range state.PeerCertificates[1:] {
				options.Intermediates.AddCert(certificate)
			}
			_, err := state.PeerCertificates[0].Verify(options)
			return err
		}
	}
	return config, nil
}

// Read runs work in one read-only transaction on one connection, as ledger_reader and within the jurisdiction: the
// database itself keeps everything else out of reach. Errors are Faults.
func (l *Ledger) Read(ctx context.Context, work func(context.Context, pgx.Tx) error) error {
	return l.ReadAt(ctx, func(ctx context.Context, tx pgx.Tx, _ State) error { return work(ctx, tx) })
}

// ReadAt is Read for work that needs to know the state of the database: what work sees is of this state or a later one.
func (l *Ledger) ReadAt(ctx context.Context, work func(context.Context, pgx.Tx, State) error) error {
	return l.transact(ctx, func(ctx context.Context, tx pgx.Tx) error {
		state, err := l.enter(ctx, tx)
		if err != nil {
			return err
		}
		return work(ctx, tx, state)
	})
}

// State stands for everything that a new transaction would see. It is PostgreSQL's own snapshot: whoever gets the same
// one sees the same rows, whatever they are and whoever wrote them. Any write in the server changes it, an import, a
// migration and a setting as well as one in another database.
type State string

// State asks for the state of the database in one round trip. The error is a Fault.
func (l *Ledger) State(ctx context.Context) (state State, err error) {
	ctx, cancel := context.WithTimeout(ctx, l.Settings.Timeout()+grace)
	defer cancel()
	if err = l.pool.QueryRow(ctx, Statement("state")).Scan(&state); err != nil {
		return "", l.explainIn(ctx, err)
	}
	return state, nil
}

// Look runs work as the login user, who sees the catalog: whether schema and role are there at all. Errors are Faults.
func (l *Ledger) Look(ctx context.Context, work func(context.Context, pgx.Tx) error) error {
	return l.transact(ctx, work)
}

func (l *Ledger) transact(ctx context.Context, work func(context.Context, pgx.Tx) error) error {
	ctx, cancel := context.WithTimeout(ctx, l.Settings.Timeout()+grace)
	defer cancel()
	err := pgx.BeginTxFunc(ctx, l.pool, pgx.TxOptions{AccessMode: pgx.ReadOnly}, func(tx pgx.Tx) error { return work(ctx, tx) })
	if err == nil {
		return nil
	}
	return l.explainIn(ctx, err)
}

func (l *Ledger) explainIn(ctx context.Context, err error) error {
	// The server reports a cancelled statement as it does one that took too long; only we know whether the reader left.
	if errors.Is(ctx.Err(), context.Canceled) {
		err = context.Canceled
	}
	return l.Settings.Explain(err)
}

func (l *Ledger) enter(ctx context.Context, tx pgx.Tx) (state State, err error) {
	err = tx.QueryRow(ctx, Statement("enter"), pgx.NamedArgs{
		"timeout":      l.Settings.Timeout().Milliseconds(),
		"jurisdiction": l.Settings.Jurisdiction,
	}).Scan(&state, nil, nil, nil, nil)
	return state, err
}

// zone is the ledger's time zone, asked again every minute: it is a setting that hardly ever changes.
type zone struct {
	mutex    sync.Mutex
	location *time.Location
	until    time.Time
}

// Zone is the time zone in which the ledger's days begin. The error is a Fault.
func (l *Ledger) Zone(ctx context.Context) (*time.Location, error) {
	l.zone.mutex.Lock()
	defer l.zone.mutex.Unlock()
	if time.Now().Before(l.zone.until) {
		return l.zone.location, nil
	}
	var name string
	err := l.Read(ctx, func(ctx context.Context, tx pgx.Tx) error {
		return tx.QueryRow(ctx, Statement("zone")).Scan(&name)
	})
	if err != nil {
		return nil, err
	}
	location, err := time.LoadLocation(name)
	if err != nil {
		return nil, faulty("The ledger's time zone “%s” is unknown here: set time_zone to an IANA name such as Asia/Shanghai.",
			"无法识别台账的时区“%s”：请将 time_zone 设为 IANA 名称，例如 Asia/Shanghai。", name)
	}
	l.zone.location, l.zone.until = location, time.Now().Add(time.Minute)
	return location, nil
}
