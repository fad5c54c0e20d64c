package words_test

import (
	"encoding/json"
	"os"
	"regexp"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/shigan/policy/pkg/words"
)

func TestStatusWordsAreThoseOfTheBrowser(t *testing.T) {
	for _, language := range []string{words.Chinese, words.English} {
		raw, err := os.ReadFile("../../src/status/locales/" + language + ".json")
		require.NoError(t, err)
		var locale struct {
			Status map[string]string `json:"status"`
		}
		require.NoError(t, json.Unmarshal(raw, &locale))
		ours := map[string]string{}
		for _, look := range words.Looks() {
			ours[look.Status] = look.Word.In(language)
		}
		require.Equal(t, locale.Status, ours)
	}
}

func TestStatusLightsAndOrderAreThoseOfTheBrowser(t *testing.T) {
	raw, err := os.ReadFile("../../src/status/statuses.ts")
	require.NoError(t, err)
	found := regexp.MustCompile(`(?m)^  (\w+): \{ light: '(\w+)'`).FindAllStringSubmatch(string(raw), -1)
	require.NotEmpty(t, found)
	var theirs, ours [][2]string
	for _, one := range found {
		theirs = append(theirs, [2]string{one[1], one[2]})
	}
	for _, look := range words.Looks() {
		ours = append(ours, [2]string{look.Status, look.Light})
	}
	require.Equal(t, theirs, ours)
}
