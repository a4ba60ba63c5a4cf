package review

import (
	"slices"
	"strings"

	"profilegen/generator/claim"
	"profilegen/generator/profile"
)

// scan finds the sensitive phrases in a claim's quotation; claims of one
// sentence share them.
func (j *judge) scan(c *claim.Claim) []hit {
	at := [2]int{c.StartByte(), c.EndByte()}
	found, ok := j.hits[at]
	if !ok {
		if hits := j.find[j.lang].find(c.Quote()); len(hits) > 0 {
			found = slices.Clone(hits)
		}
		j.hits[at] = found
	}
	return found
}

// inWords tells what a field's text tells of a person: the name of a list, or
// nothing.
func (j *judge) inWords(text string) string {
	if text == "" {
		return ""
	}
	list, ok := j.fields[text]
	if !ok {
		for _, h := range j.find[j.lang].find(text) {
			if h.list != listLaw && !h.event && (list == "" || isDeed(list)) {
				list = h.list
			}
		}
		j.fields[text] = list
	}
	return list
}

// isName tells that a phrase stands in the name of somebody in the claim
// ("Christian", "Gay").
func isName(c *claim.Claim, quote string, h hit) bool {
	word := quote[h.start:h.end]
	if !isCapital(word) || strings.Contains(word, " ") {
		return false
	}
	for _, name := range []string{c.Subject(), c.Object(), c.By()} {
		if at := strings.Index(name, word); at >= 0 && isCapital(name) && strings.Contains(name, " ") {
			return true
		}
	}
	return false
}

// ownWords holds a claim whose own words tell of health, religion and the like:
// those of its fields, and those of the clause that carries it.
func (j *judge) ownWords(i int32) {
	s, c := &j.states[i], j.uses[i].Claim
	if s.review != profile.Published {
		return
	}
	told := isTold(c)
	for _, field := range []string{c.Role(), c.Org(), c.Place(), c.Reason(), c.By(), c.When()} {
		if list := j.inWords(field); list != "" && (!isDeed(list) || told) {
			if field == c.Org() && j.r.isParty(&j.uses[i]) || strings.Contains(c.Subject(), field) {
				continue
			}
			s.hold("words on " + list)
			return
		}
	}
	if list := j.inWords(c.Object()); list != "" && c.Type == claim.Statement {
		s.object = false
	}
	hot := j.hot(i, told)
	if hot.list == "" {
		return
	}
	q := j.parse(i)
	if told {
		bad, embedded := q.spread(hot.flags)
		if _, ok := q.run(c.Type, bad); !embedded || !ok {
			s.hold("words on " + hot.list)
		}
		return
	}
	if sp := j.piece(q, c, marks{flags: hot.flags, spans: hot.spans}); sp == (span{}) {
		s.hold("words on " + hot.list)
	}
}

func (s *state) hold(why string) { s.review, s.why = profile.Held, why }

// isTold tells of claims that are told in somebody's own words and can tell of
// anything.
func isTold(c *claim.Claim) bool { return c.Type == claim.Statement || c.Type == claim.Event }

// hotWords are the segments of a quotation that tell of a person what is held.
type hotWords struct {
	flags []bool
	spans []span // the phrases themselves
	list  string // of the first
}

// hot marks them. The words of claims' types (legal, family, residence) count
// only where deeds is set; in a statement on the law only where one person is meant.
func (j *judge) hot(i int32, deeds bool) hotWords {
	c := j.uses[i].Claim
	hits := j.scan(c)
	var out hotWords
	if len(hits) == 0 {
		return out
	}
	var q *parsed
	for _, h := range hits {
		if !j.counts(i, h, deeds) {
			continue
		}
		if q == nil {
			q = j.parse(i)
			out.flags = make([]bool, len(q.segs))
		}
		if out.list == "" || isDeed(out.list) && !isDeed(h.list) {
			out.list = h.list
		}
		q.mark(out.flags, h.start, h.end)
		out.spans = append(out.spans, span{h.start, h.end})
	}
	return out
}

// counts tells that a phrase counts in a claim's words. In a statement, which
// can be about anything, it does only where it speaks of somebody.
func (j *judge) counts(i int32, h hit, deeds bool) bool {
	c := j.uses[i].Claim
	switch {
	case h.list == listLaw, h.event && (c.Type != claim.Event || !j.ofPerson(i)), isDeed(h.list) && !deeds, isName(c, c.Quote(), h):
		return false
	case c.Type != claim.Statement, h.list == "family":
		return true
	case isDeed(h.list):
		return j.personal(c.Quote(), h)
	}
	return h.sure || h.list == "address" || j.parse(i).speaksOfSomebody(c, h)
}

// ofPerson tells that a claim is about a person, with a profile or without.
func (j *judge) ofPerson(i int32) bool {
	return j.uses[i].Subject == "" || j.uses[i].Subject.IsPerson()
}

func (j *judge) personal(quote string, h hit) bool {
	f := j.find[j.lang]
	f.tokens = tokens(quote, f.tokens[:0])
	return f.personal(quote, h)
}
