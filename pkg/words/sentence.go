// Package words holds what the data source says to people: sentences, status words, names of columns.
package words

import "fmt"

// Chinese and English are the languages that the data source speaks.
const (
	Chinese = "zh-Hans"
	English = "en-US"
)

// Said is one text in both languages.
type Said struct{ EN, ZH string }

// In gives the text in a language; whatever is not Chinese reads English.
func (s Said) In(language string) string {
	if language == Chinese {
		return s.ZH
	}
	return s.EN
}

// With fills the verbs (%s, %d) of both texts.
func (s Said) With(values ...any) Said {
	return Said{EN: fmt.Sprintf(s.EN, values...), ZH: fmt.Sprintf(s.ZH, values...)}
}
