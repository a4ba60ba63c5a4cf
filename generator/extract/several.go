package extract

import "strings"

// several reads one post before several names.
func several(s *Sentence) {
	for i := range s.roles {
		ro := &s.roles[i]
		if !ro.plural || ro.negated || ro.last >= s.s.last || ro.owner != -1 {
			continue
		}
		from := ro.last
		if ro.definite && s.words[from].comma() { // "two of its councillors, NAME and NAME,"
			from++
		}
		list := s.namesFrom(from)
		if len(list) < 2 {
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
