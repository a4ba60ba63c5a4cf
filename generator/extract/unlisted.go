package extract

import (
	"strings"

	"profilegen/generator/prose"
)

// unlisted says what the word at n is that no list has: by what stands before its
// hyphen or behind it, by its end. Of "ex-minister" it makes two words.
func (r *reading) unlisted(n int, t *prose.Token) {
	if t.Kind != prose.Word {
		return
	}
	text := r.t.Source[t.Start:t.End]
	hyphen := strings.IndexByte(text, '-')
	if e, width := r.prefix(text, hyphen); width > 0 {
		r.split(n, t, e, int32(width))
		return
	}
	r.words[n].e = r.shape(text, hyphen, t.Flags.Has(prose.Capital))
}

// shape says what a word is by its parts, none where they say nothing.
func (r *reading) shape(text string, hyphen int, capital bool) *entry {
	e := r.byEnding(text, hyphen > 0, capital)
	if e == none && capital && hyphen > 0 {
		if e = r.opening(text[:hyphen]); e == none {
			e = r.twoPeoples(text, hyphen)
		}
	}
	return e
}

// split makes two words of the one at n: what stands before, width bytes of it,
// and the word itself.
func (r *reading) split(n int, t *prose.Token, before *entry, width int32) {
	w := &r.words[n]
	w.e, w.end = before, t.Start+width
	rest := prose.Token{Start: w.end, End: t.End, Kind: prose.Word}
	if c := r.t.Source[w.end]; c >= 'A' && c <= 'Z' {
		rest.Flags = prose.Capital
	}
	second := word{start: rest.Start, end: rest.End, e: none, name: -1, kind: prose.Word, depth: t.Depth, flags: rest.Flags}
	if e, _ := r.lookup(&rest); e != nil {
		second.e = e
	}
	r.words = append(r.words, second)
}

// prefix tells how many bytes of a word are what stands before another word,
// and what that is: "ex-minister"; 0 where nothing does.
func (r *reading) prefix(text string, hyphen int) (*entry, int) {
	for i := range r.lex.prefixes { // "exalcalde"
		p := &r.lex.prefixes[i]
		if n := len(p.text); len(text) > n+3 && strings.EqualFold(text[:n], p.text) {
			if e := r.lower(text[n:]); e != nil && e.set.has(Role) {
				return p.entry, n
			}
		}
	}
	if hyphen <= 0 || hyphen+1 >= len(text) {
		return nil, 0
	}
	e := r.lower(text[:hyphen])
	if e == nil || !e.set.has(Former) {
		return nil, 0
	}
	return e, hyphen + 1
}

// byEnding says what a word that is not listed can be, by its end; of words with
// a capital only what follows a hyphen tells: "Hesk-born".
func (r *reading) byEnding(text string, joined, capital bool) *entry {
	list := r.lex.endings[text[len(text)-1]]
	for i := range list {
		e := &list[i]
		own := e.text[0] == '-'
		if (own || !joined && !capital) && len(text) > len(e.text)+2 && strings.HasSuffix(text, e.text) {
			return e.entry
		}
	}
	return none
}

// opening finds the head of an organisation's name that goes on behind a
// hyphen: "Jamaat-e-Islami"; none where it is no such name.
func (r *reading) opening(first string) *entry {
	if e := r.lower(first); e != nil && e.set.has(Opens) {
		return e
	}
	return none
}

// twoPeoples reads "Anglo-Irish", "Marlian-American": the entry of the first
// where both parts, or the last, name a people.
func (r *reading) twoPeoples(text string, hyphen int) *entry {
	if hyphen+1 >= len(text) {
		return none
	}
	if e := r.lower(text[hyphen+1:]); e != nil && e.set.has(Demonym) && !e.set.has(Given) {
		if f := r.lower(text[:hyphen]); f == nil || !f.set.has(Given) {
			return e
		}
	}
	return none
}
