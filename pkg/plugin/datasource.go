// Package plugin answers Grafana: queries, health checks and resources of one policy ledger. It decodes, lets the
// ledger judge, and dresses the answer; it holds no method of its own.
package plugin

import (
	"context"
	"errors"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/backend/instancemgmt"
	"github.com/grafana/grafana-plugin-sdk-go/backend/log"

	"github.com/shigan/policy/pkg/ledger"
	"github.com/shigan/policy/pkg/query"
)

var (
	_ backend.QueryDataHandler      = (*Datasource)(nil)
	_ backend.CheckHealthHandler    = (*Datasource)(nil)
	_ backend.CallResourceHandler   = (*Datasource)(nil)
	_ instancemgmt.InstanceDisposer = (*Datasource)(nil)
)

// Datasource is one instance with its settings; Grafana makes another when they change.
type Datasource struct {
	uid      string
	settings ledger.Settings
	// Why there is no ledger to ask: settings that cannot work are told to every reader, not only in the log.
	unusable error
	ledger   *ledger.Ledger
	answers  *memory
	logger   log.Logger
}

// New makes an instance. It never fails: wrong settings are answered to whoever asks.
func New(ctx context.Context, kept backend.DataSourceInstanceSettings) (instancemgmt.Instance, error) {
	d := &Datasource{uid: kept.UID, logger: backend.Logger.With("datasource", kept.UID)}
	if d.settings, d.unusable = ledger.ReadSettings(kept); d.unusable != nil {
		return d, nil
	}
	if d.settings.Dial, d.unusable = dialer(ctx, kept, d.settings); d.unusable != nil {
		return d, nil
	}
	if d.ledger, d.unusable = ledger.Open(ctx, d.settings); d.unusable == nil {
		d.answers = newMemory(d.settings.MemoryBytes())
		living.add(d)
	}
	return d, nil
}

// Dispose ends all connections of the instance.
func (d *Datasource) Dispose() {
	if d.ledger != nil {
		living.remove(d)
		d.ledger.Close()
	}
}

// explain gives any error as a fault with its sentence, and logs what the driver said.
func (d *Datasource) explain(err error) ledger.Fault {
	var refused query.Refused
	if errors.As(err, &refused) {
		return ledger.Fault{Kind: ledger.WrongQuery, Said: refused.Said()}
	}
	fault := d.settings.Explain(err)
	if fault.Under != nil && fault.Kind != ledger.Cancelled {
		d.logger.Warn(fault.Error(), "cause", string(fault.Kind), "error", fault.Under)
	}
	return fault
}

func (d *Datasource) language(asked query.Language) string {
	if asked == query.Chinese || asked == query.English {
		return string(asked)
	}
	return d.settings.Language
}
