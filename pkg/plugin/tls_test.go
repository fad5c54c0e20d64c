package plugin

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"encoding/pem"
	"io"
	"math/big"
	"net"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/stretchr/testify/require"
)

// certificate signs itself for a host name; the PEM is its own authority.
func certificate(t *testing.T, host string) (tls.Certificate, string) {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	require.NoError(t, err)
	template := &x509.Certificate{
		SerialNumber: big.NewInt(1), NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour),
		IsCA: true, BasicConstraintsValid: true, KeyUsage: x509.KeyUsageCertSign | x509.KeyUsageDigitalSignature,
	}
	if ip := net.ParseIP(host); ip != nil {
		template.IPAddresses = []net.IP{ip}
	} else {
		template.DNSNames = []string{host}
	}
	der, err := x509.CreateCertificate(rand.Reader, template, template, &key.PublicKey, key)
	require.NoError(t, err)
	return tls.Certificate{Certificate: [][]byte{der}, PrivateKey: key},
		string(pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der}))
}

// encrypted stands before the test ledger and speaks TLS as PostgreSQL does: 8 bytes asking for it, "S", handshake.
func encrypted(t *testing.T, with tls.Certificate) string {
	t.Helper()
	return encryptedBy(t, &tls.Config{Certificates: []tls.Certificate{with}})
}

func encryptedBy(t *testing.T, config *tls.Config) string {
	t.Helper()
	ledger := testURL(t).Host
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	t.Cleanup(func() { _ = listener.Close() })
	go func() {
		for {
			plain, err := listener.Accept()
			if err != nil {
				return
			}
			go func() {
				defer plain.Close()
				if _, err := io.ReadFull(plain, make([]byte, 8)); err != nil {
					return
				}
				_, _ = plain.Write([]byte("S"))
				secure := tls.Server(plain, config)
				behind, err := net.Dial("tcp", ledger)
				if err != nil {
					return
				}
				defer behind.Close()
				go func() { _, _ = io.Copy(behind, secure) }()
				_, _ = io.Copy(secure, behind)
			}()
		}
	}()
	return listener.Addr().String()
}

func TestTLSModesTrustWhatPostgreSQLsOwnDo(t *testing.T) {
	ours, authority := certificate(t, "127.0.0.1")
	otherName, otherNameAuthority := certificate(t, "ledger.example")
	_, stranger := certificate(t, "127.0.0.1")
	for name, one := range map[string]struct {
		shows     tls.Certificate
		mode      string
		authority string
		trusted   bool
	}{
		"require takes any certificate":                     {ours, "require", "", true},
		"verify-ca takes one of the authority":              {ours, "verify-ca", authority, true},
		"verify-ca takes another name of the authority":     {otherName, "verify-ca", otherNameAuthority, true},
		"verify-ca refuses one of another authority":        {ours, "verify-ca", stranger, false},
		"verify-ca refuses one that the system cannot know": {ours, "verify-ca", "", false},
		"verify-full takes the name of the authority":       {ours, "verify-full", authority, true},
		"verify-full refuses another name":                  {otherName, "verify-full", otherNameAuthority, false},
		"verify-full refuses one of another authority":      {ours, "verify-full", stranger, false},
	} {
		t.Run(name, func(t *testing.T) {
			kept := settingsOf(t, map[string]any{"host": encrypted(t, one.shows), "sslMode": one.mode})
			kept.DecryptedSecureJSONData["tlsCACert"] = one.authority
			instance, err := New(t.Context(), kept)
			require.NoError(t, err)
			d := instance.(*Datasource)
			t.Cleanup(d.Dispose)
			answer := ask(t, d, anyQuery)
			if one.trusted {
				require.NoError(t, answer.Error)
				return
			}
			require.ErrorContains(t, answer.Error, "No trusted TLS connection to")
			require.Equal(t, backend.ErrorSourceDownstream, answer.ErrorSource)
		})
	}
}

func TestACertificateThatIsNoneIsNamed(t *testing.T) {
	kept := settingsOf(t, map[string]any{"sslMode": "verify-ca"})
	kept.DecryptedSecureJSONData["tlsCACert"] = "not a certificate"
	instance, err := New(t.Context(), kept)
	require.NoError(t, err)
	require.ErrorContains(t, ask(t, instance.(*Datasource), anyQuery).Error, "is no PEM text")
}

func TestAServerThatDemandsAClientCertificateGetsOurs(t *testing.T) {
	server, authority := certificate(t, "127.0.0.1")
	ours, ourAuthority := certificate(t, "grafana")
	strangers, strangersAuthority := certificate(t, "stranger")
	trusted := x509.NewCertPool()
	require.True(t, trusted.AppendCertsFromPEM([]byte(ourAuthority)))
	address := encryptedBy(t, &tls.Config{
		Certificates: []tls.Certificate{server}, ClientAuth: tls.RequireAndVerifyClientCert, ClientCAs: trusted,
	})
	with := func(certificate string, key tls.Certificate) backend.DataResponse {
		changes := map[string]any{"host": address, "sslMode": "verify-full", "tlsCACert": authority}
		if certificate != "" {
			changes["tlsClientCert"], changes["tlsClientKey"] = certificate, keyOf(t, key)
		}
		return ask(t, open(t, changes), anyQuery)
	}
	require.NoError(t, with(ourAuthority, ours).Error)
	for _, refused := range []backend.DataResponse{with("", tls.Certificate{}), with(strangersAuthority, strangers)} {
		require.ErrorContains(t, refused.Error, "does not accept the client certificate of")
		require.Equal(t, backend.ErrorSourceDownstream, refused.ErrorSource)
	}
	require.ErrorContains(t, with(ourAuthority, strangers).Error, "are no pair in PEM text")
}

func keyOf(t *testing.T, of tls.Certificate) string {
	t.Helper()
	der, err := x509.MarshalPKCS8PrivateKey(of.PrivateKey)
	require.NoError(t, err)
	return string(pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: der}))
}
