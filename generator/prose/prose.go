// Package prose takes a text apart: paragraphs, sentences, words, quotations.
//
// In goes a text in UTF-8; out come flat slices of small values that point
// into it by byte offset. One pass reads the bytes, a second one settles what
// only what follows can tell (where an unclosed quotation ends). Whatever the
// bytes, every offset lies inside the text, on the text's own boundaries of
// words, and the time is linear. The package knows no language: the words that
// end with a full stop, and those that begin a sentence, are passed in. It
// makes no strings and changes nothing.
package prose

import "slices"

// Kind says what a token is.
type Kind uint8

// The kinds of tokens.
const (
	// Word is letters, with the hyphens, apostrophes and full stops inside it.
	Word Kind = iota
	// Number begins with a digit: 2005, 1980s, 12,500, 3rd.
	Number
	// Genitive is the 's (or the ' alone) that follows a word.
	Genitive
	// Punct is a comma, semicolon, colon, bracket; Token.Mark tells which.
	Punct
	// Dash is a dash, or a hyphen with space on both sides.
	Dash
	// Stop ends sentences: . ! ? and the ellipsis.
	Stop
	// Open and Close are quotation marks.
	Open
	Close
	// Symbol is anything else that shows: a currency sign, an invalid byte.
	Symbol
)

// Token is one word or mark.
type Token struct {
	// Start and End are byte offsets, End exclusive.
	Start, End int32
	Kind       Kind
	// Mark is the mark itself for Punct and Stop, '"' or '\'' for quotation
	// marks of either level; 0 for words.
	Mark byte
	// Depth counts the quotations that the token stands in; the marks of a
	// quotation stand in it.
	Depth uint8
	// Flags tell of the space before the token and of its capitals.
	Flags Flags
	// Hash is that of a word of ASCII letters alone, the full stop of an abbreviation
	// aside: Mix of its length and of its letters in lower case, eight at a time with
	// the first one lowest. No two words of eight letters or fewer share it; 0 is that
	// of all other tokens.
	Hash uint64
}

// Mix takes eight more bytes of a word into a hash of it, which begins as the
// word's length in bytes.
func Mix(hash, bytes uint64) uint64 {
	hash = (hash ^ bytes) * 0x9e3779b97f4a7c15
	return hash ^ hash>>29
}

// Flags are small facts about a token.
type Flags uint8

// The flags of a token.
const (
	// Spaced: white space, or the start of a paragraph, stands before it.
	Spaced Flags = 1 << iota
	// Capital: the first letter is upper case.
	Capital
	// Capitals: two letters or more, none of them lower case.
	Capitals
	// NonASCII: some byte is not ASCII.
	NonASCII
)

// Has tells whether all the given flags are set.
func (f Flags) Has(which Flags) bool { return f&which == which }

// Sentence is a run of tokens, [First, Last).
type Sentence struct {
	First, Last int32
	// Paragraph counts from 0.
	Paragraph int32
	// Headline tells of a title or heading: a line of its own with no full stop.
	Headline bool
}

// Quotation is quoted words with their marks: tokens Open to Last, both within.
type Quotation struct {
	Open, Last int32
	Depth      uint8
	// Runs tells that it has no closing mark and that the next quotation goes
	// on with it: the same speaker, the next paragraph.
	Runs bool
}

// Text is a text taken apart.
type Text struct {
	Source     string
	Tokens     []Token
	Sentences  []Sentence
	Quotations []Quotation

	breaks   []int32
	headings []bool
	marks    []int32
	stops    []int32
}

// Language is what the package is told of a language; the keys are in lower
// case and without the full stop. The maps may be nil.
type Language struct {
	// Abbreviations are words whose full stop ends no sentence: mr, dr, st.
	Abbreviations map[string]bool
	// ShortNames are given names that are written short before the next name, which
	// in capitals or elsewhere are something else: ma, wm.
	ShortNames map[string]bool
	// NamePrefixes are what stands before the capital of a name, in small letters
	// and as one word with it: al (al-Roe), ka (kaRoe), d (d'Roe).
	NamePrefixes map[string]bool
	// Starters are words that, with a capital, begin a sentence rather than a
	// name: the, he, but.
	Starters map[string]bool
	// Genitive is what stands behind the apostrophe of a genitive, in lower case:
	// s. Without it an apostrophe between letters belongs to the word.
	Genitive string
}

// Analyse takes a text apart. Of Markdown, the marks are passed over.
func Analyse(source string, markdown bool, lang *Language) *Text {
	t := &Text{}
	t.Analyse(source, markdown, lang)
	return t
}

// Analyse takes another text apart in the room of this one, whose slices are
// written over.
func (t *Text) Analyse(source string, markdown bool, lang *Language) {
	s := scanner{src: source, lang: lang, markdown: markdown, breaks: t.breaks[:0], headings: t.headings[:0], marks: t.marks[:0], stops: t.stops[:0]}
	s.tokens = slices.Grow(t.Tokens[:0], len(source)/5+8)
	s.scan()
	t.Source, t.Tokens, t.breaks, t.headings, t.marks, t.stops = source, s.tokens, s.breaks, s.headings, s.marks, s.stops
	t.Quotations = s.quotations(t.Tokens, t.Quotations[:0])
	t.Sentences = s.sentences(t.Tokens, t.Sentences[:0])
}

// Words gives the text's own words for the tokens [first, last).
func (t *Text) Words(first, last int32) string {
	if first >= last {
		return ""
	}
	return t.Source[t.Tokens[first].Start:t.Tokens[last-1].End]
}
