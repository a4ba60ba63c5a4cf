package content

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxName and maxTitle are in runes.
const (
	maxName  = 300
	maxTitle = 1000
)

// checkName tells what is wrong with a name, role or place: nothing to see,
// characters that make it read otherwise than it is, or no end.
func checkName(name string) error {
	if isBlank(name) {
		return errors.New("is empty")
	}
	for _, c := range name {
		switch {
		case c == '\n' || c == '\t':
			return errors.New("must stand on one line")
		case unicode.IsControl(c):
			return fmt.Errorf("has the control character U+%04X", c)
		case c >= 0x202a && c <= 0x202e || c >= 0x2066 && c <= 0x2069:
			return fmt.Errorf("has U+%04X, which turns the direction of the text around", c)
		case c == utf8.RuneError:
			return errors.New("has U+FFFD, where a letter was lost")
		}
	}
	if n := utf8.RuneCountInString(name); n > maxName {
		return fmt.Errorf("is %d characters long; the limit is %d", n, maxName)
	}
	return nil
}

// mixedScripts names two scripts whose letters look alike and stand in one
// word, as a Cyrillic "а" in "Kаmal"; "" where there are none.
func mixedScripts(name string) string {
	for word := range strings.FieldsSeq(name) {
		var latin, cyrillic, greek bool
		for _, c := range word {
			latin = latin || unicode.Is(unicode.Latin, c)
			cyrillic = cyrillic || unicode.Is(unicode.Cyrillic, c)
			greek = greek || unicode.Is(unicode.Greek, c)
		}
		switch {
		case latin && cyrillic:
			return "Latin and Cyrillic"
		case latin && greek:
			return "Latin and Greek"
		case cyrillic && greek:
			return "Cyrillic and Greek"
		}
	}
	return ""
}
