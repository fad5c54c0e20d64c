// Command gpx_policy is the backend of the Shigan policy ledger's data source.
package main

import (
	"os"

	"github.com/grafana/grafana-plugin-sdk-go/backend/datasource"
	"github.com/grafana/grafana-plugin-sdk-go/backend/log"

	"github.com/shigan/policy/pkg/plugin"
)

func main() {
	if err := datasource.Manage("shigan-policy-datasource", plugin.New, datasource.ManageOpts{}); err != nil {
		log.DefaultLogger.Error("The policy ledger's data source could not be served", "error", err)
		os.Exit(1)
	}
}
