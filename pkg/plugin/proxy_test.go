package plugin

import (
	"context"
	"encoding/binary"
	"io"
	"net"
	"strconv"
	"testing"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/backend/proxy"
	"github.com/stretchr/testify/require"
)

// socks is a proxy as RFC 1928 and 1929 describe it: it asks for user and password, and connects names to the address
// that it alone knows. It returns its own address and the names that were asked for.
func socks(t *testing.T, known map[string]string) (address string, asked chan string) {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	t.Cleanup(func() { _ = listener.Close() })
	asked = make(chan string, 100)
	go func() {
		for {
			conn, err := listener.Accept()
			if err != nil {
				return
			}
			go serveSocks(conn, known, asked)
		}
	}()
	return listener.Addr().String(), asked
}

func serveSocks(conn net.Conn, known map[string]string, asked chan<- string) {
	defer conn.Close()
	read := func(n int) []byte {
		bytes := make([]byte, n)
		_, _ = io.ReadFull(conn, bytes)
		return bytes
	}
	read(int(read(2)[1]))           // version, methods
	_, _ = conn.Write([]byte{5, 2}) // user and password
	read(int(read(2)[1]))           // version, user
	read(int(read(1)[0]))           // password
	_, _ = conn.Write([]byte{1, 0}) // welcome
	request := read(4)              // version, connect, reserved, kind of address
	name := net.IP(nil).String()
	if request[3] == 3 {
		name = string(read(int(read(1)[0])))
	} else {
		name = net.IP(read(4)).String()
	}
	name = net.JoinHostPort(name, strconv.Itoa(int(binary.BigEndian.Uint16(read(2)))))
	asked <- name
	behind, err := net.Dial("tcp", known[name])
	if err != nil {
		_, _ = conn.Write([]byte{5, 4, 0, 1, 0, 0, 0, 0, 0, 0}) // host unreachable
		return
	}
	defer behind.Close()
	_, _ = conn.Write([]byte{5, 0, 0, 1, 0, 0, 0, 0, 0, 0})
	go func() { _, _ = io.Copy(behind, conn) }()
	_, _ = io.Copy(conn, behind)
}

func TestTheLedgerIsReachedThroughTheProxyWhichAloneKnowsItsName(t *testing.T) {
	address, asked := socks(t, map[string]string{"ledger.behind:5432": testURL(t).Host})
	ctx := backend.WithGrafanaConfig(context.Background(), backend.NewGrafanaCfg(map[string]string{
		proxy.PluginSecureSocksProxyEnabled:            "true",
		proxy.PluginSecureSocksProxyAllowInsecure:      "true",
		proxy.PluginSecureSocksProxyProxyAddress:       address,
		proxy.PluginSecureSocksProxyClientCertContents: "unused", proxy.PluginSecureSocksProxyClientKeyContents: "unused",
		proxy.PluginSecureSocksProxyRootCAsContents: "unused", proxy.PluginSecureSocksProxyServerName: "unused",
	}))
	through := func(host string) *Datasource {
		instance, err := New(ctx, settingsOf(t, map[string]any{"host": host, "enableSecureSocksProxy": true}))
		require.NoError(t, err)
		d := instance.(*Datasource)
		t.Cleanup(d.Dispose)
		return d
	}
	require.NoError(t, ask(t, through("ledger.behind"), anyQuery).Error)
	require.Equal(t, "ledger.behind:5432", <-asked)

	lost := ask(t, through("elsewhere.behind:5433"), anyQuery)
	require.ErrorContains(t, lost.Error, "The secure socks proxy does not lead to elsewhere.behind:5433")
	require.Equal(t, backend.ErrorSourceDownstream, lost.ErrorSource)
}
