package plugin

import (
	"context"
	"encoding/json"
	"net/http"
	"net/url"
	"os"
	"path/filepath"

	"github.com/grafana/grafana-plugin-sdk-go/backend"

	"github.com/shigan/policy/pkg/ledger"
	"github.com/shigan/policy/pkg/query"
	"github.com/shigan/policy/pkg/words"
)

// scriptFolder is where ledger.sql lies: beside the executable, which is how the build and the zip have it.
var scriptFolder = func() string {
	executable, err := os.Executable()
	if err != nil {
		return "."
	}
	return filepath.Dir(executable)
}()

// Progress is one line of the answer to POST install: a step that begins (a file, or "monitor"), or the end of all.
type Progress struct {
	Step    string `json:"step,omitempty"`
	Done    bool   `json:"done,omitempty"`
	Message string `json:"message,omitempty"`
	Error   string `json:"error,omitempty"`
}

// install answers POST install {"user", "password"}: it runs ledger.sql on the data source's database as that user (the
// data source's own where it is empty) and answers newline-delimited Progress while it does. For Admins only; the
// password is neither kept nor logged. A reader who leaves does not stop it.
func (d *Datasource) install(ctx context.Context, request *backend.CallResourceRequest, sender backend.CallResourceResponseSender) error {
	language := d.languageOf(request)
	user := request.PluginContext.User
	if user == nil || user.Role != "Admin" {
		said := words.Said{
			EN: "Only an Admin of the organisation may install or upgrade the ledger: ask one, or have an administrator of the database run ledger.sql.",
			ZH: "只有组织管理员（Admin）可以安装或升级台账：请联系管理员，或请数据库管理员执行 ledger.sql。",
		}.In(language)
		return send(sender, http.StatusForbidden, map[string]string{"error": said, "message": said})
	}
	var owner ledger.Owner
	if err := json.Unmarshal(request.Body, &owner); err != nil {
		return d.sendFault(sender, ledger.Fault{Kind: ledger.WrongQuery, Said: words.Said{
			EN: "The request to install cannot be read: send {\"user\", \"password\"}.", ZH: "无法读取安装请求：请发送 {\"user\", \"password\"}。",
		}}, language)
	}
	script, err := ledger.ReadScript(scriptFolder)
	if err == nil {
		err = d.unusable
	}
	if err != nil {
		return d.sendFault(sender, d.explain(err), language)
	}
	if owner.User == "" {
		owner = ledger.Owner{User: d.settings.User, Password: d.settings.Password}
	}

	audit := d.logger.With("grafanaUser", user.Login, "databaseUser", owner.User, "host", d.settings.Host, "database", d.settings.Database)
	audit.Info("Installing or upgrading the ledger's schema")
	answer := progressSender{sender: sender}
	var steps []string
	err = d.ledger.Install(context.WithoutCancel(ctx), owner, script, func(step string) {
		steps = append(steps, step)
		answer.send(Progress{Step: step})
	})
	if err != nil {
		fault := d.explain(err)
		audit.Warn("The ledger's schema was not installed; nothing was changed", "reason", fault.Error())
		if !answer.begun {
			return d.sendFault(sender, fault, language)
		}
		answer.send(Progress{Error: fault.Said.In(language)})
		return nil
	}
	audit.Info("The ledger's schema is installed", "steps", steps)
	said := words.Said{EN: "The ledger's schema is of this version.", ZH: "台账结构已是当前版本。"}
	if len(steps) == 0 {
		said = words.Said{EN: "The ledger's schema was of this version already.", ZH: "台账结构原本就是当前版本。"}
	}
	answer.send(Progress{Done: true, Message: said.In(language)})
	return nil
}

// progressSender sends one JSON line after the other; the first brings the status and the headers.
type progressSender struct {
	sender backend.CallResourceResponseSender
	begun  bool
}

func (p *progressSender) send(progress Progress) {
	line, err := json.Marshal(progress)
	if err != nil {
		return
	}
	response := &backend.CallResourceResponse{Body: append(line, '\n')}
	if !p.begun {
		response.Status = http.StatusOK
		response.Headers = map[string][]string{"Content-Type": {"application/x-ndjson"}, "X-Accel-Buffering": {"no"}}
	}
	p.begun = true
	// Whoever asked may have gone; the work goes on.
	_ = p.sender.Send(response)
}

// languageOf is the language that ?language= of a resource asks for, else the data source's.
func (d *Datasource) languageOf(request *backend.CallResourceRequest) string {
	asked, err := url.Parse(request.URL)
	if err != nil {
		return d.settings.Language
	}
	return d.language(query.Language(asked.Query().Get("language")))
}
