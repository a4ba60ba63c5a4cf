// Package extract makes claims from one article.
//
// In goes the text of one article with its date; out come the claims that it
// makes about people and parties, in text order, each with the exact words
// that carry it. The package looks at one article alone: it knows no profile,
// no other article, no clock and no file but the lexicons. When in doubt it
// makes no claim; no claim has a word in its quote that is not in the text.
//
// # How an article is read
//
// prose cuts the text into tokens, sentences and quotations. words.go turns
// tokens into words of the lexicon, each with the set of its classes; several
// words that are one ("prime minister") become one. names.go finds the names of
// the whole article, kinds.go weighs what they stand for, whom.go makes people
// and organisations of them, the fullest form of each. Then reading.run goes
// through the sentences in order: dates.go finds expressions of time, roles.go
// descriptions of posts and holders.go who has them, clauses.go, subjects.go and
// predicates.go the noun phrases and verbs: who does what, under which verb of
// speech. pronouns.go says whom "he" and byposts.go whom "the mayor" means. The
// rules look at the result.
//
// All of it takes time and room in proportion to the text, whatever the text: a
// sentence is cut where it grows too long, and what looks back over the article
// looks back a fixed way.
//
// # How to add a rule
//
// A rule is a value in the list of its family; rule.go has the families in
// order. Find is called for each sentence that holds a word of one of the
// classes in needs; with no needs it is called for every sentence, which costs
// time. It walks over s.verbs, s.roles, s.phrases or s.words, asks the helpers of
// help.go (subject, object, agent, after, roleBehind, roleDirectly, placeAfter,
// reason) and adds what it found:
//
//   - s.addTold(type, who, verb, set) for what a verb tells: told.go works out
//     status, by and via from the verbs above it (hedges, denials, conditions,
//     plans, anonymous speakers) and makes nothing where it states nothing; the
//     verb's date is filled in.
//   - s.add(type, who, set) for what a description tells in the article's own
//     voice.
//
// Both take the index of a person or organisation (reading.who); set fills in the
// rest of the draft, and may narrow its words. draft.go makes the claims of the
// drafts: it merges same ones, fills in article, names, offsets and id, and
// refuses what is not in the text. A rule never builds a claim itself.
//
// Words belong in lexicon/LANGUAGE/*.txt, not in rules: a rule asks for a class
// (class.go, classwords.go, classmatters.go), a new class is one constant and one
// line in classNames. How a language does things (where a unit of time stands, how
// plurals end) is its list grammar. Each family's sentences, and the look-alikes that
// must make nothing, are in testdata/LANGUAGE/*.txt (rules_test.go tells the form).
package extract

import (
	"io/fs"
	"maps"
	"slices"
	"strings"
	"sync"

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

// Extractor holds the lexicons, each of which is made when it is asked for
// first; it is safe for concurrent use.
type Extractor struct {
	languages map[string]func() (*lexicon, []diag.Problem)
	version   string
	roles     func() [][]string
}

// NewExtractor reads the built-in lexicons and the words that a site adds in
// its own lexicon/ folder (LANGUAGE/LIST.txt); site may be nil. The problems
// are faults in the site's files.
func NewExtractor(site fs.FS) (*Extractor, []diag.Problem) {
	files, version, problems := readLists(site)
	x := &Extractor{version: version, languages: map[string]func() (*lexicon, []diag.Problem){}}
	x.roles = sync.OnceValue(func() [][]string { return readRoles(files) })
	byLanguage, own := map[string][]wordList{}, map[string]bool{}
	for _, f := range files {
		lang := f.language()
		byLanguage[lang] = append(byLanguage[lang], f)
		own[lang] = own[lang] || f.own
	}
	for lang, lists := range byLanguage {
		x.languages[lang] = sync.OnceValues(func() (*lexicon, []diag.Problem) { return readLexicon(lists) })
	}
	for _, lang := range slices.Sorted(maps.Keys(own)) {
		if own[lang] { // what is wrong with it is told at once
			_, found := x.languages[lang]()
			problems = append(problems, found...)
		}
	}
	return x, problems
}

// groups puts other names of one post together, each group with the name that
// they stand for first.
func groups(same [][2]string) [][]string {
	byName := map[string][]string{}
	for _, pair := range same {
		byName[pair[0]] = append(byName[pair[0]], pair[1])
	}
	var list [][]string
	for _, name := range slices.Sorted(maps.Keys(byName)) {
		slices.Sort(byName[name])
		list = append(list, append([]string{name}, slices.Compact(byName[name])...))
	}
	return list
}

// RoleNames gives the names that stand for one post ("prime minister", "pm"),
// by the lists of roles, sorted.
func (x *Extractor) RoleNames() [][]string { return x.roles() }

// Version is a hash over the rules' version and all lexicons: two extractors
// of one version make the same claims of the same article.
func (x *Extractor) Version() string { return x.version }

// language gives the lexicon of a language tag; English where there is none.
func (x *Extractor) language(tag string) *lexicon {
	main, _, _ := strings.Cut(strings.ToLower(tag), "-")
	if made := x.languages[main]; made != nil {
		if l, _ := made(); l != nil {
			return l
		}
	}
	english, _ := x.languages["en"]()
	return english
}

// Prepare makes the lexicon of a language before the first article asks for it.
func (x *Extractor) Prepare(tag string) { x.language(tag) }

// Extract makes the claims of one article. It is a pure function of the
// article and the lexicons.
func (x *Extractor) Extract(a Article) Result {
	r := x.newReading(a)
	defer r.done()
	var out Result
	r.run(func(si int32) {
		if name := r.unclear(si); name != "" {
			start, end := r.byteSpan(r.sentences[si].span)
			out.Unclear = append(out.Unclear, Unclear{Name: name, StartByte: start, EndByte: end})
		}
	})
	out.Claims, _ = r.claims()
	out.Sentences = r.hashes()
	return out
}

// unclear gives the first name of a sentence that made no claim.
func (r *reading) unclear(si int32) string {
	s := &r.sentences[si]
	if len(r.drafts) > r.fired || s.headline {
		return ""
	}
	for id := s.mentions.first; id < s.mentions.last; id++ {
		if who := r.mentions[id].who; who >= 0 && (r.who[who].kind == Person || r.who[who].party) {
			return r.who[who].name
		}
	}
	return ""
}

// Explain tells for each claim of the article the rule and the words that
// fired it, and for each sentence with a name and no claim that there is none.
func (x *Extractor) Explain(a Article) []Explanation {
	r := x.newReading(a)
	defer r.done()
	var list []Explanation
	r.run(func(si int32) {
		if name := r.unclear(si); name != "" {
			start, _ := r.byteSpan(r.sentences[si].span)
			list = append(list, Explanation{Sentence: r.source(r.sentences[si].span), StartByte: start, Name: name})
		}
	})
	claims, from := r.claims()
	for i := range claims {
		d := &r.drafts[from[i]]
		e := Explanation{Claim: &claims[i], Sentence: claims[i].Quote(), StartByte: claims[i].StartByte()}
		for _, u := range d.fired {
			start, end := r.byteSpan(u.span)
			e.Fired = append(e.Fired, Fired{What: u.what, Words: r.source(u.span), StartByte: start, EndByte: end})
		}
		list = append(list, e)
	}
	slices.SortStableFunc(list, func(a, b Explanation) int { return a.StartByte - b.StartByte })
	return list
}
