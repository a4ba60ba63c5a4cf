package extract

import (
	"slices"
	"strings"
	"unicode/utf8"

	"profilegen/generator/prose"
)

// word is one word (or words that are one, as "prime minister") or one mark of
// an article.
type word struct {
	start, end int32 // bytes of the article's text
	e          *entry
	// name is the index of the mention that the word belongs to, or -1.
	name  int32
	kind  prose.Kind
	mark  byte
	depth uint8
	flags prose.Flags
	// title: an honorific that belongs to the name behind it.
	title bool
	// dated: an expression of time begins here.
	dated bool
}

func (w *word) is(c Class) bool { return w.e.set.has(c) }
func (w *word) any(s *set) bool { return w.e.set.meets(s) }
func (w *word) capital() bool   { return w.kind == prose.Word && w.flags.Has(prose.Capital) }
func (w *word) capitals() bool  { return w.kind == prose.Word && w.flags.Has(prose.Capitals) }
func (w *word) comma() bool     { return w.mark == ',' && w.kind == prose.Punct }

// span is a run of words, [first, last).
type span struct{ first, last int32 }

func (s span) empty() bool { return s.first >= s.last }

// sentence is one sentence of an article.
type sentence struct {
	span
	paragraph int32
	headline  bool
	// classes are all the classes of its words.
	classes set
	// mentions are the indexes of the names in it.
	mentions span
	// hash is over its words in lower case, 0 where it has none.
	hash uint64
}

// ofParties are the words of articles that speak of parties.
var ofParties = setOf(ElectionWord, PartyNoun)

// read turns the tokens of an article into words of the lexicon.
func (r *reading) read() {
	r.words = slices.Grow(r.words[:0], len(r.t.Tokens)+8)
	r.sentences = slices.Grow(r.sentences[:0], len(r.t.Sentences))
	for _, s := range r.t.Sentences {
		first := int32(len(r.words))
		var classes set
		r.hash = 0
		for i := s.First; i < s.Last; {
			i = r.readWord(i, s.Last)
			if e := r.words[len(r.words)-1].e; e != none {
				classes.or(&e.set)
				r.partyWord = r.partyWord || e.set.meets(&ofParties)
			}
		}
		r.sentences = append(r.sentences, sentence{
			span: span{first, int32(len(r.words))}, paragraph: s.Paragraph, headline: s.Headline, classes: classes, hash: r.hash,
		})
	}
}

// readWord appends the word at token i and gives the token after it.
func (r *reading) readWord(i, last int32) int32 {
	t := &r.t.Tokens[i]
	w := word{start: t.Start, end: t.End, e: none, name: -1, kind: t.Kind, mark: t.Mark, depth: t.Depth, flags: t.Flags}
	if t.Kind == prose.Word || t.Kind == prose.Number || t.Kind == prose.Symbol {
		e := r.lookup(t)
		if t.Kind != prose.Symbol {
			r.mix()
		}
		if e != nil {
			w.e = e
			next := i+1 < last && r.t.Tokens[i+1].Kind == prose.Word
			for k := 0; next && k < len(e.longer); k++ {
				if end := r.matches(e.longer[k].rest, i+1, last); end > 0 && !r.headOfName(e, i, last) {
					w.e = e.longer[k].entry
					w.end = r.t.Tokens[end-1].End
					for _, t := range r.t.Tokens[i+1 : end] {
						r.folded.fold(r.t.Source[t.Start:t.End])
						r.mix()
					}
					r.words = append(r.words, w)
					return end
				}
			}
		} else if head, ok := r.prefix(t); ok {
			w.e, w.end = head.e, head.end
			r.words = append(r.words, w)
			rest := prose.Token{Start: head.end, End: t.End, Kind: prose.Word}
			if c, _ := utf8.DecodeRuneInString(r.t.Source[head.end:]); c >= 'A' && c <= 'Z' {
				rest.Flags = prose.Capital
			}
			w = word{start: rest.Start, end: rest.End, e: none, name: -1, kind: prose.Word, depth: t.Depth, flags: rest.Flags}
			if e := r.lookup(&rest); e != nil {
				w.e = e
			}
		} else if t.Kind == prose.Word {
			if w.e = r.byEnding(t); w.e == none && t.Flags.Has(prose.Capital) {
				if w.e = r.opening(t); w.e == none {
					w.e = r.twoPeoples(t)
				}
			}
		}
	}
	r.words = append(r.words, w)
	return i + 1
}

// headOfName tells that the token at i ends an organisation's name, so that it
// is not one word with the next: "Workers' Party leader".
func (r *reading) headOfName(e *entry, i, last int32) bool {
	if !e.set.has(OrgHead) || !r.t.Tokens[i].Flags.Has(prose.Capital) || i == 0 || i+1 >= last || r.t.Tokens[i+1].Flags.Has(prose.Capital) {
		return false
	}
	b := &r.t.Tokens[i-1]
	return b.Kind == prose.Genitive || b.Kind == prose.Word && b.Flags.Has(prose.Capital) && len(r.words) > 0 && !r.words[len(r.words)-1].any(&closed)
}

// byEnding says what a word that is not listed can be, by its end; of words with
// a capital only what follows a hyphen tells: "Hesk-born".
func (r *reading) byEnding(t *prose.Token) *entry {
	text := r.t.Source[t.Start:t.End]
	capital := t.Flags.Has(prose.Capital)
	joined := strings.IndexByte(text, '-') > 0
	for i := range r.lex.endings {
		if e := &r.lex.endings[i]; !(joined && e.text[0] != '-') && (!capital || e.text[0] == '-') && len(text) > len(e.text)+2 && strings.HasSuffix(text, e.text) {
			return e.entry
		}
	}
	return none
}

// twoPeoples reads "Anglo-Irish", "Marlian-American": the entry of the first
// where both parts, or the last, name a people.
func (r *reading) twoPeoples(t *prose.Token) *entry {
	text := r.t.Source[t.Start:t.End]
	n := strings.IndexByte(text, '-')
	if n <= 0 || n+1 >= len(text) {
		return none
	}
	if e := r.lower(text[n+1:]); e != nil && e.set.has(Demonym) && !e.set.has(Given) {
		if f := r.lower(text[:n]); f == nil || !f.set.has(Given) {
			return e
		}
	}
	return none
}

// mix takes the folded word into the hash of the sentence.
func (r *reading) mix() { r.hash = (r.hash ^ r.folded.hash) * 0x9e3779b97f4a7c15 }

// lookup finds a token in the lexicon; nil where it is not there.
func (r *reading) lookup(t *prose.Token) *entry {
	text := r.t.Source[t.Start:t.End]
	e := r.lower(text)
	if !t.Flags.Has(prose.Capitals) {
		return e
	}
	if own := r.lex.words[text]; own != nil {
		return own
	}
	if e != nil && len(text) <= 3 && !e.set.meets(&shortCapitals) {
		return nil
	}
	return e
}

// shortCapitals are the classes of words that keep their sense in capitals; IT,
// WHO and US are no pronouns.
var shortCapitals = setOf(Honorific, Role, Suffix, PartyName, Country, The)

// lower looks a word up in lower case, without the full stop of an abbreviation.
func (r *reading) lower(text string) *entry {
	if n := len(text); n > 1 && text[n-1] == '.' {
		text = text[:n-1]
	}
	switch {
	case r.folded.fold(text):
		return r.lex.table.find(&r.folded)
	case len(text) <= len(r.folded.letters):
		return r.lex.words[strings.ToLower(strings.ReplaceAll(text, "’", "'"))]
	}
	return nil
}

// matches tells where the words of a longer entry end, when they stand at i; 0
// when they do not.
func (r *reading) matches(rest []string, i, last int32) int32 {
	for _, want := range rest {
		if i >= last || r.t.Tokens[i].Kind != prose.Word {
			return 0
		}
		text := r.t.Source[r.t.Tokens[i].Start:r.t.Tokens[i].End]
		if n := len(text); n > 2 && text[n-1] == '.' && n == len(want)+1 { // "Vice Gov."
			text = text[:n-1]
		}
		if len(text) != len(want) || !strings.EqualFold(text, want) {
			return 0
		}
		i++
	}
	return i
}

// prefix splits "ex-minister" behind its hyphen.
func (r *reading) prefix(t *prose.Token) (word, bool) {
	text := r.t.Source[t.Start:t.End]
	for i := range r.lex.prefixes { // "exalcalde"
		p := &r.lex.prefixes[i]
		if len(text) > len(p.text)+3 && strings.EqualFold(text[:len(p.text)], p.text) {
			if e := r.lower(text[len(p.text):]); e != nil && e.set.has(Role) {
				return word{e: p.entry, end: t.Start + int32(len(p.text))}, true
			}
		}
	}
	n := strings.IndexByte(text, '-')
	if n <= 0 || n+1 >= len(text) {
		return word{}, false
	}
	e := r.lower(text[:n])
	if e == nil || !e.set.has(Former) {
		return word{}, false
	}
	return word{e: e, end: t.Start + int32(n) + 1}, true
}

// opening finds the head of an organisation's name that goes on behind a
// hyphen: "Jamaat-e-Islami"; none where it is no such name.
func (r *reading) opening(t *prose.Token) *entry {
	text := r.t.Source[t.Start:t.End]
	n := strings.IndexByte(text, '-')
	if n <= 0 {
		return none
	}
	if e := r.lower(text[:n]); e != nil && e.set.has(Opens) {
		return e
	}
	return none
}

// text gives the article's own words of a span, on one line.
func (r *reading) text(s span) string {
	if s.empty() {
		return ""
	}
	from, to := r.words[s.first].start, r.words[s.last-1].end
	return oneLine(r.t.Source[from:to])
}

// oneLine puts single spaces for runs of white space.
func oneLine(text string) string {
	for i := 0; i < len(text); i++ {
		c := text[i]
		if c == '\n' || c == '\t' || c == '\r' || c == '*' || c == '_' || c == ' ' && i+1 < len(text) && text[i+1] == ' ' {
			return strings.Join(strings.Fields(strings.NewReplacer("*", "", "_", "").Replace(text)), " ")
		}
	}
	return text
}

// source gives the exact text of a span.
func (r *reading) source(s span) string {
	return r.t.Source[r.words[s.first].start:r.words[s.last-1].end]
}
