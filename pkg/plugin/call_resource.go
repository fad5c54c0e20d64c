package plugin

import (
	"context"
	"encoding/json"
	"net/http"
	"strings"

	"github.com/grafana/grafana-plugin-sdk-go/backend"

	"github.com/shigan/policy/pkg/ledger"
	"github.com/shigan/policy/pkg/words"
)

// CallResource answers POST options, POST filters and GET setup, within the jurisdiction like every query, and POST install.
func (d *Datasource) CallResource(ctx context.Context, request *backend.CallResourceRequest, sender backend.CallResourceResponseSender) error {
	switch asked := request.Method + " " + strings.Trim(request.Path, "/"); asked {
	case "POST options":
		options, language, err := d.options(ctx, request.Body)
		if err != nil {
			return d.sendFault(sender, d.explain(err), language)
		}
		return send(sender, http.StatusOK, options)
	case "POST filters":
		filters, language, err := d.filters(request.Body)
		if err != nil {
			return d.sendFault(sender, d.explain(err), language)
		}
		return send(sender, http.StatusOK, filters)
	case "GET setup":
		return send(sender, http.StatusOK, d.inspect(ctx, d.languageOf(request)))
	case "POST install":
		return d.install(ctx, request, sender)
	default:
		return d.sendFault(sender, ledger.Fault{Kind: ledger.WrongQuery, Said: words.Said{
			EN: "There is no resource “%s”: ask for POST options, POST filters, GET setup or POST install.", ZH: "没有资源“%s”：请使用 POST options、POST filters、GET setup 或 POST install。",
		}.With(asked)}, d.settings.Language)
	}
}

func (d *Datasource) sendFault(sender backend.CallResourceResponseSender, fault ledger.Fault, language string) error {
	return send(sender, int(d.failed(fault, language).Status), map[string]string{"error": fault.Said.In(language), "message": fault.Said.In(language)})
}

func send(sender backend.CallResourceResponseSender, status int, body any) error {
	encoded, err := json.Marshal(body)
	if err != nil {
		return err
	}
	return sender.Send(&backend.CallResourceResponse{
		Status: status, Body: encoded, Headers: map[string][]string{"Content-Type": {"application/json"}},
	})
}

func colon(language string) string { return words.Said{EN: ": ", ZH: "："}.In(language) }
