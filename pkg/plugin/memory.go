package plugin

import (
	"container/list"
	"encoding/json"
	"sync"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/data"
	"github.com/jackc/pgx/v5"

	"github.com/shigan/policy/pkg/ledger"
	"github.com/shigan/policy/pkg/query"
)

// memory keeps answers as long as nothing was written in the database's server: the least recently used go first when
// they take more than `most` bytes. Each data source has its own, so that no jurisdiction ever meets another's answers.
type memory struct {
	most int

	mutex  sync.Mutex
	state  ledger.State
	bytes  int
	byUse  *list.List
	byName map[string]*list.Element
}

type kept struct {
	question string
	frames   data.Frames
	bytes    int
}

func newMemory(most int) *memory {
	return &memory{most: most, byUse: list.New(), byName: map[string]*list.Element{}}
}

func (m *memory) get(state ledger.State, question string) (data.Frames, bool) {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	m.turn(state)
	found, ok := m.byName[question]
	if !ok {
		return nil, false
	}
	m.byUse.MoveToFront(found)
	return found.Value.(kept).frames, true
}

// put keeps an answer that is of this state or a later one. One that would take more than a quarter of the memory is
// not kept: it would drive out all others.
func (m *memory) put(state ledger.State, question string, frames data.Frames) {
	bytes := len(question) + sizeOf(frames)
	m.mutex.Lock()
	defer m.mutex.Unlock()
	if state != m.state || bytes > m.most/4 || m.byName[question] != nil {
		return
	}
	m.byName[question] = m.byUse.PushFront(kept{question, frames, bytes})
	m.bytes += bytes
	for m.bytes > m.most {
		m.forget(m.byUse.Back())
	}
}

// turn forgets everything when the state is another one.
func (m *memory) turn(state ledger.State) {
	if state != m.state {
		m.state, m.bytes = state, 0
		m.byUse.Init()
		clear(m.byName)
	}
}

func (m *memory) forget(oldest *list.Element) {
	m.byUse.Remove(oldest)
	m.bytes -= oldest.Value.(kept).bytes
	delete(m.byName, oldest.Value.(kept).question)
}

func (m *memory) size() int {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	return m.bytes
}

// question is everything that decides an answer beside the ledger itself.
func (d *Datasource) question(q query.Query, parameters pgx.NamedArgs) string {
	from := ""
	if q.Kind == query.Series || q.Kind == query.Annotations {
		from = parameters["from_day"].(time.Time).Format(time.DateOnly)
	}
	q.RefID, q.AsOf, q.Language = "", parameters["as_of"].(time.Time).Format(time.DateOnly), query.Language(d.language(q.Language))
	asked, err := json.Marshal([]any{d.settings.Jurisdiction, from, q})
	if err != nil {
		panic(err) // A query is made of texts and numbers.
	}
	return string(asked)
}

// copied are frames of an answer for one reader: nobody changes the fields, everybody has a name of his own for them.
func copied(frames data.Frames, refID string) data.Frames {
	all := make(data.Frames, len(frames))
	for i, frame := range frames {
		one, meta := *frame, *frame.Meta
		one.RefID, one.Meta = refID, &meta
		all[i] = &one
	}
	return all
}

// What a frame and a field take beside their values: titles, links, mappings of a usual field, measured on targets.rows.
const (
	bytesOfField = 2048
	bytesOfValue = 24
)

// sizeOf estimates the bytes that frames take: a value is a pointer and what it points to, a text its characters too.
func sizeOf(frames data.Frames) int {
	bytes := 0
	for _, frame := range frames {
		bytes += len(frame.Meta.ExecutedQueryString)
		told, _ := frame.Meta.Custom.(map[string]any)
		for _, one := range told {
			if document, ok := one.(json.RawMessage); ok {
				bytes += len(document)
			}
		}
		for _, field := range frame.Fields {
			bytes += bytesOfField + bytesOfValue*field.Len() + charactersIn(field)
		}
	}
	return bytes
}

func charactersIn(field *data.Field) int {
	characters := 0
	for row := range field.Len() {
		switch value := field.At(row).(type) {
		case string:
			characters += len(value)
		case *string:
			if value != nil {
				characters += len(*value)
			}
		}
	}
	return characters
}
