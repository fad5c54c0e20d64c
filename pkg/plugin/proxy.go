package plugin

import (
	"context"
	"errors"
	"net"

	"github.com/grafana/grafana-plugin-sdk-go/backend"

	"github.com/shigan/policy/pkg/ledger"
	"github.com/shigan/policy/pkg/words"
)

// dialer leads through the secure socks proxy of Grafana's server where the settings ask for it; nil leads directly.
func dialer(ctx context.Context, kept backend.DataSourceInstanceSettings, s ledger.Settings) (ledger.Dialer, error) {
	if !s.SecureSocksProxy {
		return nil, nil
	}
	client, err := kept.ProxyClient(ctx)
	if err == nil && !client.SecureSocksProxyEnabled() {
		err = errors.New("secure_socks_datasource_proxy is not enabled")
	}
	if err != nil {
		return nil, noProxy(err)
	}
	through, err := client.NewSecureSocksProxyContextDialer()
	if err != nil {
		return nil, noProxy(err)
	}
	contextual, ok := through.(interface {
		DialContext(ctx context.Context, network, address string) (net.Conn, error)
	})
	if !ok {
		return nil, noProxy(errors.New("the proxy's dialer knows no context"))
	}
	return contextual.DialContext, nil
}

func noProxy(err error) error {
	return ledger.Fault{Kind: ledger.WrongSettings, Under: err, Said: words.Said{
		EN: "Grafana's server has no usable secure socks proxy (%s): set up secure_socks_datasource_proxy there, or switch the proxy off here.",
		ZH: "Grafana 服务器没有可用的安全 SOCKS 代理（%s）：请在服务器上配置 secure_socks_datasource_proxy，或在此关闭代理。",
	}.With(err.Error())}
}
