// Package extract makes claims from one article.
//
// In goes the text of one article with its date; out come the claims that it
// makes about people and parties, in text order, each with the exact words
// that carry it. The package looks at one article alone: it knows no profile,
// no other article, no clock and no file but the lexicons. When in doubt it
// makes no claim.
package extract

import (
	"io/fs"

	"profilegen/generator/claim"
	"profilegen/generator/diag"
	"profilegen/generator/edtf"
)

// Article is what the extractor reads of one article.
type Article struct {
	// ID is the article's id, copied into every claim.
	ID string
	// Date is when it was published; the zero value means that it is undated.
	Date edtf.Date
	// Language is a BCP 47 tag; "" is English.
	Language string
	// Text is the decoded text: UTF-8 without a byte-order mark, line ends LF.
	Text string
	// Markdown tells that Text is Markdown source: its marks are passed over,
	// offsets are those of Text.
	Markdown bool
}

// Result is what one article yields.
type Result struct {
	// Claims stand in the order of their words in the text.
	Claims []claim.Claim
	// Unclear lists the sentences that name somebody and made no claim.
	Unclear []Unclear
	// Mentions lists the people and organisations that the article names, in
	// the order of their first mention.
	Mentions []Mention
	// Sentences holds a hash of each sentence's words, for finding copies of
	// one text: case, punctuation and white space play no part.
	Sentences []uint64
}

// Unclear is a sentence that names somebody and made no claim.
type Unclear struct {
	// Name is the first person or party that the sentence names.
	Name string
	// StartByte and EndByte say where the sentence stands.
	StartByte, EndByte int
}

// Kind says what a name stands for.
type Kind uint8

// The kinds of names.
const (
	NoKind Kind = iota
	Person
	Org
	Place
)

// Mention is one person or organisation that the article names.
type Mention struct {
	// Name is the fullest form that the article gives, without honorifics.
	Name string
	Kind Kind
	// StartByte is where the article names it first.
	StartByte int
}

// Explanation tells why a sentence made a claim, or that it made none.
type Explanation struct {
	// Claim is the claim; nil for a sentence with a name and no claim.
	Claim *claim.Claim
	// Sentence is the sentence's own text, StartByte its place.
	Sentence  string
	StartByte int
	// Name is the first name of a sentence without a claim.
	Name string
	// Fired lists the words of the article on which the rule fired.
	Fired []Fired
}

// Fired is one span of words that a rule used.
type Fired struct {
	// What says what the words were taken for ("subject", "verb", "role", "date").
	What string
	// Words are the article's own, StartByte and EndByte their place.
	Words              string
	StartByte, EndByte int
}

// Extractor holds the lexicons; it is safe for concurrent use.
type Extractor struct{ version string }

// NewExtractor reads the built-in lexicons and the words that a site adds in
// its own lexicon/ folder (LANGUAGE/LIST.txt); site may be nil. The problems
// are faults in the site's files.
func NewExtractor(site fs.FS) (*Extractor, []diag.Problem) {
	return &Extractor{version: "0"}, nil
}

// Version is a hash over the rules' version and all lexicons: two extractors
// of one version make the same claims of the same article.
func (x *Extractor) Version() string { return x.version }

// Extract makes the claims of one article. It is a pure function of the
// article and the lexicons.
func (x *Extractor) Extract(a Article) Result { return Result{} }

// Explain tells for each claim of the article the rule and the words that
// fired it, and for each sentence with a name and no claim that there is none.
func (x *Extractor) Explain(a Article) []Explanation { return nil }

// Lexicon gives the lines of one built-in list ("sensitive") of one language
// ("en"), sorted, comments left out; none where there is no such list.
func Lexicon(lang, list string) []string { return nil }
