package review

import (
	"slices"
	"strings"

	"profilegen/generator/claim"
	"profilegen/generator/profile"
)

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
		if !r.isKnown(p) {
			continue
		}
		r.knownRefs[p.Ref] = true
		for _, name := range namesOf(p) {
			if words := lowerWords(name); len(words) > 0 {
				r.known[words[len(words)-1]] = true
			}
		}
	}
}

// isKnown tells that a legal fact of somebody is held.
func (r *reviewer) isKnown(p *profile.Profile) bool {
	return slices.ContainsFunc(p.Facts, func(f *profile.Fact) bool { return f.Type == claim.Legal && r.rulings[f].isHeld() })
}

// namesOf gives the name of a profile and its other names.
func namesOf(p *profile.Profile) []string {
	if p.Person == nil {
		return []string{p.Name}
	}
	return append([]string{p.Name}, p.Person.Aliases...)
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
		if isTold(c) && q.repeats(c.Quote()) || !isTold(c) && q.tells(c, false) {
			return true
		}
	}
	return j.tellsKnown(text, hits, "")
}

// isAnyName tells that a phrase stands in the name of somebody whom the
// article's claims are about.
func (j *judge) isAnyName(text string, h hit) bool {
	word := text[h.start:h.end]
	if !isCapital(word) || strings.Contains(word, " ") {
		return false
	}
	if j.names == nil {
		j.names = map[string]bool{}
		for i := range j.uses {
			for _, name := range []string{j.uses[i].Claim.Subject(), j.uses[i].Claim.Object()} {
				if first, rest, ok := strings.Cut(name, " "); ok && isCapital(first) {
					j.names[first] = true
					for part := range strings.FieldsSeq(rest) {
						j.names[part] = true
					}
				}
			}
		}
	}
	return j.names[word]
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
