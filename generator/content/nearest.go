package content

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// NearestKey gives the one of keys that word was probably meant to be, or ""
// where none is near. Upper and lower case, hyphens and underscores weigh
// nothing; of two that are as near, the first in keys is given.
func NearestKey(word string, keys []string) string {
	wanted := plainKey(word)
	if len(wanted) == 0 {
		return ""
	}
	best, bestAt := "", max(1, len(wanted)/3)+1
	for _, key := range keys {
		got := plainKey(key)
		// longer than any slip of the keyboard
		if gap := len(got) - len(wanted); gap >= bestAt || -gap >= bestAt {
			continue
		}
		if distance := slips(wanted, got); distance < bestAt && distance < max(len(wanted), len(got)) {
			best, bestAt = key, distance
		}
	}
	return best
}

// plainKey gives the letters that count when keys are compared.
func plainKey(word string) []rune {
	const longest = 64
	letters := make([]rune, 0, len(word))
	for _, c := range word {
		if c == '-' || c == '_' || unicode.IsSpace(c) {
			continue
		}
		if letters = append(letters, unicode.ToLower(c)); len(letters) == longest {
			break
		}
	}
	return letters
}

// slips counts the letters put in, left out, changed or swapped between two words.
func slips(a, b []rune) int {
	before, last := make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i, x := range a {
		row := make([]int, len(b)+1)
		row[0] = i + 1
		for j, y := range b {
			cost := 1
			if x == y {
				cost = 0
			}
			row[j+1] = min(last[j]+cost, last[j+1]+1, row[j]+1)
			if i > 0 && j > 0 && x == b[j-1] && a[i-1] == y {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		before, last = last, row
	}
	return last[len(b)]
}

// didYouMean gives the hint that names the nearest key, or lists a few.
func didYouMean(word string, keys []string) string {
	if near := NearestKey(word, keys); near != "" {
		return "did you mean " + near + "?"
	}
	if len(keys) > 0 && len(keys) <= 30 {
		return "known are " + strings.Join(keys, ", ")
	}
	return ""
}

// foldKey gives the form in which names, ids and keys are one and the same on
// file systems that know no case: NFC and case-folded.
func foldKey(text string) string {
	ascii := true
	for i := 0; i < len(text); i++ {
		if c := text[i]; c >= utf8.RuneSelf || 'A' <= c && c <= 'Z' {
			ascii = false
			break
		}
	}
	if ascii {
		return text
	}
	return norm.NFC.String(cases.Fold().String(norm.NFC.String(text)))
}
