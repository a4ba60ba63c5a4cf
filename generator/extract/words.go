package extract

import (
	"math/bits"
	"slices"
	"strings"

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
func (w *word) any(s *set) bool { return w.e.any(s) }
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
	// brackets: it has an opening one; partisan: one of the words ofPartisans.
	brackets, partisan bool
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
	for _, t := range r.t.Sentences {
		n, first := len(r.sentences), int32(len(r.words))
		r.sentences = append(r.sentences, sentence{paragraph: t.Paragraph, headline: t.Headline})
		s := &r.sentences[n]
		for i := t.First; i < t.Last; {
			if i = r.plainWords(s, i, t.Last); i < t.Last {
				i = r.readWord(s, i, t.Last)
				s.holds(r.words[len(r.words)-1].e)
			}
		}
		s.span = span{first, int32(len(r.words))}
		s.partisan = s.classes.meets(&ofPartisans)
		r.partyWord = r.partyWord || s.classes.meets(&ofParties)
		if !r.unionWord && s.classes.has(OrgUnion) && s.classes.has(OrgParty) {
			r.unionWord = r.saysUnion(first)
		}
	}
}

// holds notes the classes of a word of the sentence.
func (s *sentence) holds(e *entry) {
	for full := e.full; full != 0; full &= full - 1 {
		k := bits.TrailingZeros8(full)
		s.classes[k] |= e.set[k]
	}
}

// mix takes a word's hash into that of the sentence.
func (s *sentence) mix(hash uint64) { s.hash = (s.hash ^ hash) * 0x9e3779b97f4a7c15 }

// saysUnion tells of the word for a union without a capital from word k on.
func (r *reading) saysUnion(k int32) bool {
	for ; k < int32(len(r.words)); k++ {
		if w := &r.words[k]; w.is(OrgUnion) && w.is(OrgParty) && !w.capital() {
			return true
		}
	}
	return false
}

// plainWords appends the words from token i on up to the first that is more than a
// short word of its own or a mark, and gives its place: readWord knows all of them.
func (r *reading) plainWords(s *sentence, i, last int32) int32 {
	words, tokens := r.words, r.t.Tokens[:last]
	for ; int(i) < len(tokens) && len(words) < cap(words); i++ {
		t := &tokens[i]
		e := none
		if t.Hash != 0 {
			if t.End-t.Start > 8 || t.Flags&prose.Capitals != 0 {
				break
			}
			e = r.lex.table.short(t.Hash)
			if e == nil {
				if t.Flags&prose.Capital == 0 || len(r.lex.prefixes) > 0 {
					break
				}
				e = none // as shape would say
			} else if e.follow != 0 && r.mayFollow(e, i+1, last) {
				break
			}
			s.mix(t.Hash)
			s.holds(e)
		} else if t.Kind == prose.Word || t.Kind == prose.Number || t.Kind == prose.Symbol {
			break
		} else if t.Mark == '(' {
			s.brackets = true
		}
		words = words[:len(words)+1]
		words[len(words)-1].take(t, e)
	}
	r.words = words
	return i
}

// take makes w the word of a token.
func (w *word) take(t *prose.Token, e *entry) {
	w.start, w.end, w.e, w.name = t.Start, t.End, e, -1
	w.kind, w.mark, w.depth, w.flags = t.Kind, t.Mark, t.Depth, t.Flags
	w.title, w.dated = false, false
}

// mayFollow tells that the token at i may be the second word of a longer entry.
func (r *reading) mayFollow(e *entry, i, last int32) bool {
	if i >= last || r.t.Tokens[i].Kind != prose.Word {
		return false
	}
	hash := r.t.Tokens[i].Hash
	return hash == 0 || e.follow&(1<<(hash>>59)) != 0
}

// readWord appends the word at token i and gives the token after it.
func (r *reading) readWord(s *sentence, i, last int32) int32 {
	t := &r.t.Tokens[i]
	n := len(r.words)
	if n == cap(r.words) {
		r.words = slices.Grow(r.words, n+8)
	}
	r.words = r.words[:n+1]
	w := &r.words[n]
	w.take(t, none)
	if t.Kind != prose.Word && t.Kind != prose.Number {
		s.brackets = s.brackets || t.Mark == '('
		if t.Kind == prose.Symbol {
			if e, _ := r.lookup(t); e != nil {
				w.e = e
			}
		}
		return i + 1
	}
	e, hash := r.lookup(t)
	s.mix(hash)
	if e == nil {
		r.unlisted(n, t)
		return i + 1
	}
	w.e = e
	if e.follow == 0 || !r.mayFollow(e, i+1, last) {
		return i + 1
	}
	second := r.t.Tokens[i+1].Hash
	for k := range e.longer {
		l := &e.longer[k]
		if second != l.hash && second != 0 && l.hash != 0 {
			continue
		}
		if end := r.matches(l.rest, i+1, last); end > 0 && !r.headOfName(e, i, last) {
			w.e = l.entry
			w.end = r.t.Tokens[end-1].End
			for _, t := range r.t.Tokens[i+1 : end] {
				r.folded.fold(r.t.Source[t.Start:t.End])
				s.mix(r.folded.hash)
			}
			return end
		}
	}
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

// lookup finds a token in the lexicon; nil where it is not there. It gives the
// word's hash too.
func (r *reading) lookup(t *prose.Token) (*entry, uint64) {
	var e *entry
	hash := t.Hash
	if hash != 0 {
		e = r.lex.table.longer(hash, r.t.Source[t.Start:t.End])
	} else {
		e = r.lower(r.t.Source[t.Start:t.End])
		hash = r.folded.hash
	}
	if t.Flags.Has(prose.Capitals) {
		e = r.inCapitals(r.t.Source[t.Start:t.End], e)
	}
	return e, hash
}

// inCapitals says what a word in capitals is that in small letters would be e.
func (r *reading) inCapitals(text string, e *entry) *entry {
	if own := r.lex.others[text]; own != nil {
		return own
	}
	if e != nil && len(text) <= 3 && !e.set.meets(&shortCapitals) {
		return nil
	}
	return e
}

// shortCapitals are the classes of words that keep their sense in capitals; IT,
// WHO and US are no pronouns.
var shortCapitals = setOf(Honorific, Role, Suffix, Regnal, PartyName, Country, The)

// lower looks a word up in lower case, without the full stop of an abbreviation.
func (r *reading) lower(text string) *entry {
	if n := len(text); n > 1 && text[n-1] == '.' {
		text = text[:n-1]
	}
	switch {
	case r.folded.fold(text):
		return r.lex.table.find(&r.folded)
	case len(text) <= len(r.folded.letters):
		var room [2 * len(r.folded.letters)]byte
		return r.lex.find(string(appendLower(room[:0], text)))
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
	for i := range len(text) {
		if odd := uneven[text[i]]; odd != 0 && (odd != ' ' || i > 0 && text[i-1] == ' ') {
			return strings.Join(strings.Fields(strings.NewReplacer("*", "", "_", "").Replace(text)), " ")
		}
	}
	return text
}

// uneven are the bytes that may have to go for a text to stand on one line.
var uneven = [256]byte{' ': ' ', '\n': 1, '\t': 1, '\r': 1, '*': 1, '_': 1}

// source gives the exact text of a span.
func (r *reading) source(s span) string {
	return r.t.Source[r.words[s.first].start:r.words[s.last-1].end]
}
