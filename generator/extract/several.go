package extract

import (
	"strings"

	"profilegen/generator/prose"
)

// several reads one post before several names.
func several(s *Sentence) {
	for i := range s.roles {
		ro := &s.roles[i]
		if !ro.plural || ro.negated || ro.last >= s.s.last || ro.owner != -1 {
			continue
		}
		from := ro.last
		switch governed := ro.first > s.s.first && (s.words[ro.first-1].is(Prep) || s.words[ro.first-1].is(Of)); {
		case governed:
		case s.words[from].comma() && from+1 < s.s.last && s.words[from+1].is(Includes): // "several ministers, including NAME and NAME,"
			from += 2
		case s.words[from].is(Includes):
			from++
		}
		if s.words[from].comma() && (ro.definite || s.numbered(ro)) { // "two of its councillors, NAME and NAME,", "two councillors, NAME and"
			from++
		}
		list := s.namesFrom(from)
		if len(list) < 2 && !(len(list) == 1 && s.words[from-1].is(Includes)) {
			continue
		}
		one := *ro
		one.plural, one.title, one.oneOf = false, true, true
		for _, who := range list {
			one.holder = -1
			s.holds(who, &one, nil)
		}
	}
}

// numbered tells that a number says how many have the post.
func (s *Sentence) numbered(ro *role) bool {
	w := &s.words[ro.first]
	return w.is(NumberWord) || ro.first > s.s.first && s.words[ro.first-1].kind == prose.Number
}

// singular makes "ministers" "minister", "MPs" "MP".
func (r *reading) singular(text string) string {
	for end := range strings.FieldsSeq(r.lex.grammar.word("plurals")) {
		many, one, _ := strings.Cut(end, ":")
		if stem, ok := strings.CutSuffix(text, many); ok && stem != "" {
			return stem + one
		}
	}
	return text
}

// namesFrom gives the people named one after the other from k on: "NAME, NAME and
// NAME".
func (s *Sentence) namesFrom(k int32) []int32 {
	var list []int32
	for n := 0; n < 12 && k < s.s.last; n++ {
		id := s.words[k].name
		for j := k; id < 0 && j < min(k+4, s.s.last) && s.words[j].is(Honorific); j++ {
			id = s.words[j+1].name
		}
		if id < 0 || s.names[s.mentions[id].name].kind != Person {
			break
		}
		list = append(list, s.resolve(id))
		k = s.afterName(id)
		if k+1 < s.s.last && s.words[k].comma() && s.words[k+1].is(And) {
			k++
		}
		if k >= s.s.last || !s.words[k].comma() && !s.words[k].is(And) {
			break
		}
		k++
	}
	return list
}
