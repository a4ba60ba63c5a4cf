package review

import (
	"slices"
	"strings"

	"profilegen/generator/claim"
)

// span is a piece of a claim's words, in bytes from their start.
type span struct{ start, end int }

// inSegment tells that a segment has evidence of a claim: a sign of its type,
// or, of claims that are told without a verb, its fields' words.
func (q *parsed) inSegment(s segment, e evidence) bool {
	role := lowerWords(e.c.Role())
	for i := s.first; i < s.last; i++ {
		word, next := q.lower[i], ""
		if i+1 < s.last {
			next = q.lower[i+1]
		}
		if q.l.sign(e.c.Type, bareWord(word), next) {
			return true
		}
		switch e.c.Type {
		case claim.Position:
			if slices.Contains(role, bareWord(word)) && !function[word] || len(role) == 0 && slices.Contains(e.fields, bareWord(word)) {
				return true
			}
		case claim.Membership, claim.Education:
			if slices.Contains(e.fields, bareWord(word)) && !function[word] {
				return true
			}
		case claim.Family:
			if slices.Contains(lowerWords(e.c.Object()), bareWord(word)) && !slices.Contains(e.name, bareWord(word)) {
				return true
			}
		case claim.Residence:
			if slices.Contains(lowerWords(e.c.Place()), bareWord(word)) && !function[word] {
				return true
			}
		}
	}
	return false
}

// locate marks the segments that carry a held claim and what goes with them.
// Where it cannot be found, all of its sentences carry it.
func (q *parsed) locate(e evidence, flags []bool) {
	if isTold(e.c) {
		for i := range flags {
			flags[i] = q.segs[i].region == 0
		}
		return
	}
	found := false
	for i, s := range q.segs {
		if q.inSegment(s, e) {
			flags[i], found = true, true
		}
	}
	if found {
		return
	}
	for i, s := range q.segs {
		for j := s.first; j < s.last; j++ {
			if slices.Contains(e.fields, bareWord(q.lower[j])) {
				flags[i], found = true, true
			}
		}
	}
	if !found {
		for i := range flags {
			flags[i] = true
		}
	}
}

// named finds the shortest words that give a post or a membership to its
// holder and hold nothing else: "Senator Jane Roe", "the mayor of Karsa, Ada
// Quill". Every word of them is the claim's own or without a meaning.
func (q *parsed) named(e evidence) (span, bool) {
	want := lowerWords(e.c.Role())
	if e.c.Type == claim.Membership {
		want = lowerWords(e.c.Org())
	}
	want = slices.DeleteFunc(want, func(w string) bool { return function[w] })
	if len(want) == 0 {
		return span{}, false
	}
	best := span{}
	found := false
	for at := range q.tokens {
		if !slices.Contains(e.name, bareWord(q.lower[at])) {
			continue
		}
		first, last := q.widen(e, at)
		if !q.holds(want, e, first, last) {
			continue
		}
		first, last = q.trim(e, want, first, last)
		sp := span{q.tokens[first].start, q.tokens[last].end}
		if !found || sp.end-sp.start < best.end-best.start {
			best, found = sp, true
		}
	}
	return best, found
}

// widen takes in the words around a token as long as they are the claim's own.
func (q *parsed) widen(e evidence, at int) (first, last int) {
	sentence := q.segs[q.at(q.tokens[at].start)].sentence
	ok := func(i int) bool {
		word := bareWord(q.lower[i])
		return q.segs[q.at(q.tokens[i].start)].sentence == sentence &&
			(function[q.lower[i]] || slices.Contains(e.fields, word) || slices.Contains(e.name, word) || slices.Contains(e.beside, word))
	}
	for first = at; first > 0 && ok(first-1) && !strings.ContainsAny(q.gap(first), ";:\"“”()"); first-- {
	}
	for last = at; last+1 < len(q.tokens) && ok(last+1) && !strings.ContainsAny(q.gap(last+1), ";:\"“”()"); last++ {
	}
	return first, last
}

// holds tells that tokens hold all wanted words; of an organisation its
// abbreviation does.
func (q *parsed) holds(want []string, e evidence, first, last int) bool {
	have := q.lower[first : last+1]
	for _, word := range want {
		if !slices.ContainsFunc(have, func(h string) bool { return bareWord(h) == word }) {
			return false
		}
	}
	return true
}

// trim drops words without a meaning from both ends.
func (q *parsed) trim(e evidence, want []string, first, last int) (int, int) {
	own := func(i int) bool {
		word := bareWord(q.lower[i])
		return slices.Contains(want, word) || slices.Contains(e.name, word) || slices.Contains(e.fields, word) || slices.Contains(e.beside, word)
	}
	for first < last && !own(first) {
		first++
	}
	for last > first && !own(last) {
		last--
	}
	return first, last
}

// clause finds the segment that carries a claim, outside what is bad.
func (q *parsed) clause(e evidence, bad []bool) (int, bool) {
	best, score := -1, 0
	for i, s := range q.segs {
		if bad[i] || !q.inSegment(s, e) {
			continue
		}
		n := 1
		for j := s.first; j < s.last; j++ {
			if slices.Contains(e.fields, bareWord(q.lower[j])) || slices.Contains(e.name, bareWord(q.lower[j])) {
				n++
			}
		}
		if n > score {
			best, score = i, n
		}
	}
	return best, best >= 0
}

// on gives the last segment that goes on from one with its dates, and is not
// bad: "She has been mayor | since 2010".
func (q *parsed) on(seg int, bad []bool) int {
	for seg+1 < len(q.segs) && !bad[seg+1] {
		next := q.segs[seg+1]
		word := q.lower[next.first]
		if next.sentence != q.segs[seg].sentence || next.region != q.segs[seg].region || word != "since" && word != "until" {
			break
		}
		seg++
	}
	return seg
}

// bytes gives the words of segments [first, last], without what joins them to
// their neighbours.
func (q *parsed) bytes(first, last int) span {
	from := q.segs[first].first
	for from+1 < q.segs[first].last && leadingDrop[q.lower[from]] {
		from++
	}
	start, end := q.tokens[from].start, q.tokens[q.segs[last].last-1].end
	for start > 0 && from == q.segs[first].first {
		r, n := lastRune(q.text[:start])
		if !strings.ContainsRune("\"“‘£$€(", r) {
			break
		}
		start -= n
	}
	for end < len(q.text) {
		r, n := firstRune(q.text[end:])
		if !strings.ContainsRune(".!?…\"”’%,", r) {
			break
		}
		end += n
	}
	if words := strings.TrimRight(q.text[start:end], ","); len(words) > 0 {
		end = start + len(words)
	}
	return span{start, end}
}

// mainVerb gives the segment from which a sentence's main clause can be told
// without what is embedded before it; of several the last one that fits.
func (q *parsed) mainVerb(first int, fits func(segment) bool) (int, bool) {
	if s := q.segs[first]; s.region == 0 && s.finite && fits(s) {
		return first, true
	}
	best := -1
	for i := first; i < len(q.segs) && q.segs[i].sentence == q.segs[first].sentence; i++ {
		s := q.segs[i]
		if s.region == 0 && (s.predicate || s.finite && (s.own || q.restarts(i))) && fits(s) {
			best = i
		}
	}
	return best, best >= 0
}

// run finds the longest words of a statement or an event that remain when all
// that is embedded and bad is left out; none where its own clause is bad.
func (q *parsed) run(typ claim.Type, bad []bool) (span, bool) {
	fits := func(s segment) bool {
		if typ != claim.Statement {
			return s.finite
		}
		for i := s.first; i < s.last; i++ {
			next := ""
			if i+1 < s.last {
				next = q.lower[i+1]
			}
			if q.l.sign(claim.Statement, q.lower[i], next) {
				return true
			}
		}
		return false
	}
	best, found := span{}, false
	for first := range q.segs {
		if first > 0 && q.segs[first].sentence == q.segs[first-1].sentence {
			continue
		}
		at, ok := q.mainVerb(first, fits)
		if !ok || bad[at] {
			continue
		}
		last := at
		for last+1 < len(q.segs) && !bad[last+1] {
			last++
		}
		if !slices.Contains(bad[first:at], true) {
			at = first // what stands before goes with it
		}
		if sp := q.bytes(at, last); !found || sp.end-sp.start > best.end-best.start {
			best, found = sp, true
		}
	}
	return best, found
}
