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
	var more []int32
	for i := range j.uses {
		s, c := &j.states[i], j.uses[i].Claim
		if !isTold(c) || s.review != profile.Published {
			continue
		}
		if j.tellsHeld(int32(i)) {
			s.hold("tells a held fact")
			more = append(more, int32(i))
		}
	}
	j.held = append(j.held, more...)
}

func (j *judge) tellsHeld(i int32) bool {
	c := j.uses[i].Claim
	words, hits := c.Quote, j.scan(c)
	others, hot := j.overlap(i), j.hot(i, true)
	if len(others) > 0 || hot.list != "" {
		q := j.parse(i)
		flags, named := j.marked(q, i, others, hot)
		sp := j.piece(q, c, marks{flags: flags, named: named, held: true})
		if sp == (span{}) {
			return true
		}
		words = c.Quote[sp.start:sp.end]
		hits = slices.Clone(j.find[j.lang].find(words))
	}
	for _, o := range j.held {
		other := j.uses[o].Claim
		if isTold(other) || other.StartByte < c.EndByte && c.StartByte < other.EndByte || !j.strong(o) {
			continue // words of its own, or settled above
		}
		if j.tellsElsewhere(i, other) {
			return true
		}
	}
	return j.tellsKnown(words, hits, j.uses[i].Subject)
}

// tellsElsewhere tells that a statement or an event says what a held claim in
// another sentence says. It looks at the phrases already found first: words are
// taken apart only where they can tell it.
func (j *judge) tellsElsewhere(i int32, other *claim.Claim) bool {
	c := j.uses[i].Claim
	switch other.Type {
	case claim.Legal:
		return hasList(j.scan(c), listLaw)
	case claim.Family:
		if hasList(j.scan(c), "family") {
			return true
		}
	case claim.Residence:
		return hasList(j.scan(c), "residence") && strings.Contains(c.Quote, other.Place)
	}
	return mayTell(c.Quote, other) && j.parse(i).tells(other, c.Subject == other.Subject)
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
	for _, field := range []string{c.Subject, c.Role, c.Org, c.Place, c.Object} {
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
		return sign || q.hasName(c.Subject) && q.hasName(c.Object)
	case claim.Residence:
		return sign && field
	case claim.Position:
		return named && q.hasAll(lowerWords(c.Role))
	case claim.Membership, claim.Education:
		return named && q.hasAll(lowerWords(c.Org))
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

// tellsKnown tells that words name, with a word of the law, somebody of whom a
// legal fact is held in any article, or are that person's own.
func (j *judge) tellsKnown(text string, hits []hit, speaker profile.Ref) bool {
	if len(j.r.known) == 0 {
		return false
	}
	if !hasList(hits, listLaw) {
		return false
	}
	if speaker != "" && j.r.knownRefs[speaker] {
		return true
	}
	for _, t := range tokens(text, nil) {
		word := text[t.start:t.end]
		if isCapital(word) && j.r.known[bareWord(strings.ToLower(strings.ReplaceAll(word, "’", "'")))] {
			return true
		}
	}
	return false
}

// learnKnown takes down the last names of those of whom a legal fact is held.
func (r *reviewer) learnKnown() {
	r.known, r.knownRefs = map[string]bool{}, map[profile.Ref]bool{}
	for _, p := range r.res.Profiles {
		for _, f := range p.Facts {
			if f.Type != claim.Legal || !r.rulings[f].isHeld() {
				continue
			}
			r.knownRefs[p.Ref] = true
			names := []string{p.Name}
			if p.Person != nil {
				names = append(names, p.Person.Aliases...)
			}
			for _, name := range names {
				if words := lowerWords(name); len(words) > 0 {
					r.known[words[len(words)-1]] = true
				}
			}
			break
		}
	}
}

// tellsAny tells that a text beside the claims (a title, a sentence of the
// whole text) says something that is held: sensitive words, or what a held
// claim of the article says.
func (j *judge) tellsAny(text string) bool {
	f := j.find[j.lang]
	hits := slices.Clone(f.find(text))
	for _, h := range hits {
		if h.list == listLaw || h.event || j.isAnyName(text, h) {
			continue
		}
		if !isDeed(h.list) || h.list == "family" || j.personal(text, h) {
			return true
		}
	}
	if len(j.held) == 0 {
		return j.tellsKnown(text, hits, "")
	}
	q := j.lang.parse(text)
	for _, o := range j.held {
		c := j.uses[o].Claim
		if isTold(c) && q.repeats(c.Quote) || !isTold(c) && q.tells(c, false) {
			return true
		}
	}
	return j.tellsKnown(text, hits, "")
}

// isAnyName tells that a phrase stands in the name of somebody whom the
// article's claims are about.
func (j *judge) isAnyName(text string, h hit) bool {
	return slices.ContainsFunc(j.uses, func(u profile.Use) bool { return isName(u.Claim, text, h) })
}

// repeats tells that most words of a text, small ones aside, stand in held
// words.
func (q *parsed) repeats(quote string) bool {
	held := lowerWords(quote)
	same, all := 0, 0
	for _, word := range q.lower {
		if function[word] || len(word) < 4 {
			continue
		}
		all++
		if slices.Contains(held, word) {
			same++
		}
	}
	return same >= 3 && 3*same >= 2*all
}
