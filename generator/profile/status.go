package profile

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"profilegen/generator/claim"
	"profilegen/generator/edtf"
)

// statusOf puts together how far a thing is told: asserted and denied by
// somebody named is disputed, an allegation or a plan that came true is asserted.
func statusOf(parts []*part) claim.Status {
	var asserted, planned, alleged, denied bool
	for _, p := range parts {
		switch p.status {
		case claim.Asserted:
			asserted = true
		case claim.Planned:
			planned = true
		case claim.Alleged:
			alleged = true
		case claim.Denied:
			denied = denied || !isAnonymous(p.use.Claim.By())
		}
	}
	switch {
	case (asserted || planned) && denied:
		return claim.Disputed
	case asserted:
		return claim.Asserted
	case planned:
		return claim.Planned
	case alleged:
		return claim.Alleged
	}
	return claim.Denied
}

func originOf(parts []*part) Origin {
	var lines, claims bool
	for _, p := range parts {
		lines = lines || p.line != nil
		claims = claims || p.line == nil
	}
	switch {
	case lines && claims:
		return Both
	case lines:
		return Editor
	}
	return Extracted
}

// bestDate gives the editor's date, else the most precise of those that agree
// with what is believed most.
func bestDate(told []*part, field func(*part) edtf.Date) edtf.Date {
	var best edtf.Date
	for _, p := range told {
		d := field(p)
		switch {
		case d.IsZero():
		case best.IsZero():
			best = d
			if p.line != nil {
				return best
			}
		case best.Agrees(d):
			best = best.MorePrecise(d)
		}
	}
	return best
}

// eventDate gives the day of an event. Where its stages have days of their
// own, it is that of the stage which makes the event.
func eventDate(typ claim.Type, told []*part) edtf.Date {
	if len(claim.Stages(typ)) == 0 {
		return bestDate(told, func(p *part) edtf.Date { return p.on })
	}
	for _, stages := range [][]claim.Stage{decisive[typ], claim.Stages(typ)} {
		for _, stage := range stages {
			d := bestDate(told, func(p *part) edtf.Date {
				if p.stage != stage && p.line == nil {
					return edtf.Date{}
				}
				return p.on
			})
			if !d.IsZero() {
				return bestDate(append([]*part{{on: d}}, told...), func(p *part) edtf.Date { return p.on })
			}
		}
	}
	return edtf.Date{}
}

// decisive lists the stages by whose day an event is dated, the first first;
// None stands for claims that tell no stage.
var decisive = map[claim.Type][]claim.Stage{
	claim.Resignation: {claim.Effective, claim.None, claim.Tendered, claim.Announced},
	claim.Appointment: {claim.SwornIn, claim.None, claim.Named, claim.Nominated},
	claim.Election:    {claim.None, claim.Declared, claim.Certified, claim.Projected},
	claim.Candidacy:   {claim.None, claim.Declared, claim.Nominated},
}

// furthest gives the furthest stage. A resignation that was refused or
// withdrawn and took effect in a later report is in effect.
func furthest(typ claim.Type, told []*part) claim.Stage {
	stages := claim.Stages(typ)
	best := -1
	var at edtf.Date
	for _, p := range told {
		if p.status != told[0].status && best >= 0 {
			break
		}
		i := slices.Index(stages, p.stage)
		if i < 0 {
			continue
		}
		further := i > best
		if typ == claim.Resignation && i >= 2 && best >= 2 && i/4 != best/4 && !at.IsZero() && !p.published.IsZero() && at != p.published {
			further = p.published.Lo() > at.Lo()
		}
		if further {
			best, at = i, p.published
		}
	}
	if best < 0 {
		return claim.None
	}
	return stages[best]
}

// formerNow tells what the newest reports say: that a post is over, or not.
func formerNow(parts []*part) bool {
	var newest edtf.Date
	former := false
	for _, p := range parts {
		if p.line != nil || p.status == claim.Denied {
			continue
		}
		says := p.use.Claim.Former
		switch {
		case p.published.IsZero(), p.published == newest:
			former = former || says
		case newest.IsZero():
			former, newest = former || says, p.published
		case p.published.Lo() > newest.Lo():
			former, newest = says, p.published
		}
	}
	return former
}

// reasonsOf gives the reasons that are told, those in the same words once.
func reasonsOf(parts []*part) []string {
	var reasons, seen []string
	for _, p := range parts {
		if p.line != nil || p.use.Claim.Reason() == "" || p.status == claim.Denied {
			continue
		}
		reason := p.use.Claim.Reason()
		if key := strings.Join(fold(reason), " "); !slices.Contains(seen, key) {
			seen, reasons = append(seen, key), append(reasons, reason)
		}
	}
	return reasons
}

// unnamed are the words for speakers who are not named.
var unnamed = wordSet(`source sources insider insiders official officials report reports reportedly aide aides observer
	observers critic critics witness witnesses rumour rumours rumor rumors media newspaper newspapers people somebody someone
	anonymous unnamed unidentified analyst analysts relative relatives friend friends colleague colleagues supporter supporters`)

// isAnonymous tells that a speaker has no name: "sources", "a party official".
// The article's own voice and a body by its name do not count as such; a
// spokesman without a name speaks for a body that has one.
func isAnonymous(by string) bool {
	if by == "" {
		return false
	}
	words := fold(by)
	for _, word := range words {
		if strings.HasPrefix(word, "spokes") {
			return false
		}
		if unnamed[word] {
			return !hasName(by)
		}
	}
	return len(words) > 0 && (words[0] == "a" || words[0] == "an" || words[0] == "some" || words[0] == "several" || words[0] == "one")
}

// commonWords begin the texts for speakers without a name, beside unnamed.
var commonWords = wordSet(`a an some several many one two three party police government military security intelligence diplomatic political
	senior local close`)

// Speaker gives a speaker as the text stands inside a sentence: what is no name
// has a capital only because a sentence began with it ("Sources").
func Speaker(by string) string {
	first, _, _ := strings.Cut(by, " ")
	r, size := utf8.DecodeRuneInString(first)
	if word := strings.ToLower(first); !unicode.IsUpper(r) || first[size:] != word[min(size, len(word)):] || !unnamed[word] && !commonWords[word] || !isAnonymous(by) {
		return by
	}
	return string(unicode.ToLower(r)) + by[size:]
}

// hasName tells that a speaker's text has a person's name, two capital words in
// a row; a name after "to" or "in" is another's ("sources close to Ada Quill").
func hasName(by string) bool {
	capitals := 0
	for i, word := range strings.Fields(by) {
		switch {
		case word == "to" || word == "in" || word == "from" || word == "of" || word == "at" || word == "within" || word == "inside":
			return false
		case unicode.IsUpper([]rune(word)[0]) && i > 0:
			capitals++
		default:
			capitals = 0
		}
		if capitals >= 2 {
			return true
		}
	}
	return false
}
