package review

import (
	"slices"
	"strings"

	"profilegen/generator/claim"
	"profilegen/generator/profile"
)

// listLaw has the words of the law, of which one alone tells nothing: beside
// the name of somebody of whom a legal fact is held, it tells that fact.
const listLaw = "law"

// holdTellers holds statements and events whose words tell a held fact: one
// whose own clause has the words of a held claim, one that speaks of the same
// in the same article, and one that names, with a word of the law, somebody of
// whom a legal fact is held.
func (j *judge) holdTellers() {
	j.matter = j.matters()
	var more []int32
	for i := range j.uses {
		s, c := &j.states[i], j.uses[i].Claim
		if !isTold(c) || s.review != profile.Published {
			continue
		}
		if j.tellsHeld(int32(i)) {
			more = append(more, int32(i))
		}
	}
	for _, i := range more { // now, so that the claims' order decides nothing
		j.states[i].hold("tells a held fact")
	}
	j.held = append(j.held, more...)
}

func (j *judge) tellsHeld(i int32) bool {
	c := j.uses[i].Claim
	words, hits := c.Quote(), j.scan(c)
	others, hot := j.overlap(i), j.hot(i, true)
	if len(others) > 0 || hot.list != "" {
		q := j.parse(i)
		flags, named := j.marked(q, i, others, hot)
		sp := j.piece(q, c, marks{flags: flags, named: named, held: true})
		if sp == (span{}) {
			return true
		}
		words = c.Quote()[sp.start:sp.end]
		hits = slices.Clone(j.find[j.lang].find(words))
	}
	if j.matter.tells(j, i) {
		return true
	}
	return j.tellsKnown(words, hits, j.uses[i].Subject)
}

// matters are what an article's strongly held claims say, each once.
type matters struct {
	legal, family []*claim.Claim
	rest          []*claim.Claim
}

// matters gathers them.
func (j *judge) matters() matters {
	type thing struct {
		typ                               claim.Type
		subject, role, org, place, object string
	}
	var m matters
	seen := map[thing]bool{}
	for _, i := range j.held {
		c := j.uses[i].Claim
		t := thing{c.Type, c.Subject(), c.Role(), c.Org(), c.Place(), c.Object()}
		if isTold(c) || seen[t] || !j.strong(i) {
			continue
		}
		seen[t] = true
		switch c.Type {
		case claim.Legal:
			m.legal = append(m.legal, c)
		case claim.Family:
			m.family = append(m.family, c)
		default:
			m.rest = append(m.rest, c)
		}
	}
	return m
}

// tells tells that a statement or an event says what a held claim in another
// sentence says. It looks at the phrases already found first: words are taken
// apart only where they can tell it.
func (m *matters) tells(j *judge, i int32) bool {
	c := j.uses[i].Claim
	elsewhere := func(o *claim.Claim) bool { return o.StartByte() >= c.EndByte() || c.StartByte() >= o.EndByte() }
	hits := j.scan(c)
	if hasList(hits, listLaw) && slices.ContainsFunc(m.legal, elsewhere) || hasList(hits, "family") && slices.ContainsFunc(m.family, elsewhere) {
		return true
	}
	for _, o := range m.family {
		if elsewhere(o) && mayTell(c.Quote(), o) && j.parse(i).tells(o, false) {
			return true
		}
	}
	for _, o := range m.rest {
		switch {
		case !elsewhere(o):
		case o.Type == claim.Residence:
			if hasList(hits, "residence") && strings.Contains(c.Quote(), o.Place()) {
				return true
			}
		case mayTell(c.Quote(), o) && j.parse(i).tells(o, c.Subject() == o.Subject()):
			return true
		}
	}
	return false
}

func hasList(hits []hit, list string) bool {
	return slices.ContainsFunc(hits, func(h hit) bool { return h.list == list })
}

// strong tells that a claim is held for what it says, and not only because the
// site waits for more sources or an editor.
func (j *judge) strong(i int32) bool {
	s, u := &j.states[i], &j.uses[i]
	if s.review == profile.Rejected || s.why != "" && !strings.HasPrefix(s.why, "not ") {
		return true
	}
	for _, f := range []*profile.Fact{u.Fact, u.Other} {
		if ruled := j.r.rulings[f]; ruled != nil {
			for _, why := range ruled.why {
				if !strings.HasPrefix(why, "not ") {
					return true
				}
			}
		}
	}
	return false
}

// mayTell is a quick look: words can tell a claim only where they have the
// name of the one it is about, or a word of its fields.
func mayTell(quote string, c *claim.Claim) bool {
	for _, field := range []string{c.Subject(), c.Role(), c.Org(), c.Place(), c.Object()} {
		if field == "" {
			continue
		}
		last := field[strings.LastIndexByte(field, ' ')+1:]
		if strings.Contains(quote, last) || strings.Contains(quote, strings.ToLower(last)) {
			return true
		}
	}
	return false
}

// tells tells whether words say what a claim elsewhere in the article says.
// own is set where they are the words of the one that the claim is about.
func (q *parsed) tells(c *claim.Claim, own bool) bool {
	e := evidenceOf(c)
	sign, field, named := false, false, own
	for i, word := range q.lower {
		next := ""
		if i+1 < len(q.lower) {
			next = q.lower[i+1]
		}
		word = bareWord(word)
		sign = sign || q.l.sign(c.Type, word, next)
		field = field || slices.Contains(e.fields, word)
		named = named || len(e.name) > 0 && word == e.name[len(e.name)-1]
	}
	switch c.Type {
	case claim.Legal:
		return sign
	case claim.Family:
		return sign || q.hasName(c.Subject()) && q.hasName(c.Object())
	case claim.Residence:
		return sign && field
	case claim.Position:
		return named && q.hasAll(lowerWords(c.Role()))
	case claim.Membership, claim.Education:
		return named && q.hasAll(lowerWords(c.Org()))
	}
	return sign && (field || named)
}

// hasName tells that two words of a name stand side by side.
func (q *parsed) hasName(name string) bool {
	words := lowerWords(name)
	for i := 0; i+1 < len(words); i++ {
		for k := 0; k+1 < len(q.lower); k++ {
			if q.lower[k] == words[i] && bareWord(q.lower[k+1]) == words[i+1] {
				return true
			}
		}
	}
	return false
}

func (q *parsed) hasAll(words []string) bool {
	some := false
	for _, word := range words {
		if function[word] {
			continue
		}
		if some = slices.ContainsFunc(q.lower, func(w string) bool { return bareWord(w) == word }); !some {
			return false
		}
	}
	return some
}
