package plugin

import (
	"context"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/message"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
)

// CheckHealth says what was found, or which step failed and what to do about it; that the calendar
// of holidays ends soon, and which rights of the login are more than reading needs.
func (d *Datasource) CheckHealth(ctx context.Context, _ *backend.CheckHealthRequest) (*backend.CheckHealthResult, error) {
	setup := d.inspect(ctx, d.settings.Language)
	for _, step := range setup.Steps {
		if !step.OK {
			what := strings.TrimRight(step.Message, ".。")
			return &backend.CheckHealthResult{Status: backend.HealthStatusError, Message: what + colon(d.settings.Language) + step.Fix}, nil
		}
	}
	said := together(setup.found, setup.calendar, setup.excess)
	return &backend.CheckHealthResult{Status: backend.HealthStatusOk, Message: said.In(d.settings.Language)}, nil
}

// grouped writes 1102 as 1,102, in both languages.
func grouped(number int64) string { return message.NewPrinter(language.English).Sprint(number) }
