package review

import "strings"

// aged notes the age of a child behind who it is: "the boy, 12, was unhurt",
// "Ana Roe (9)". The last word read begins with a digit, and ends at i.
func (f *finder) aged(text string, i int) {
	at := len(f.tokens) - 1
	t := f.tokens[at]
	if at == 0 || t.end-t.start > 2 || !isMinor(text[t.start:t.end], "") || i < len(text) && !strings.ContainsRune(",).", rune(text[i])) {
		return
	}
	before := f.tokens[at-1]
	switch text[before.end:t.start] {
	case ", ", " (", ",\n", "\n(":
	default:
		return
	}
	word := text[before.start:before.end]
	if child[strings.ToLower(word)] || isCapital(word) && at > 1 && isCapital(f.word(text, at-2)) && f.joined(text, at-2) {
		f.hits = append(f.hits, hit{start: before.start, end: t.end, list: "minors", first: at - 1})
	}
}

// child are nouns that an age follows.
var child = setOf([]string{"boy", "girl", "son", "daughter", "child", "pupil", "student", "brother", "sister", "nephew", "niece",
	"grandson", "granddaughter", "schoolboy", "schoolgirl", "teenager", "youth", "youngster", "twin", "twins"})
