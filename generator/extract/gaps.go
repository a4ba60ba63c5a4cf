package extract

// gapped tells each of the people behind post k of whom the words tell the like
// without a verb of their own: "NAME was made works minister, NAME health minister
// and NAME speaker".
func (s *Sentence) gapped(k int32, each func(who, role int32)) {
	at := s.roles[k].last
	for range 12 {
		j := at
		for j < s.s.last && j < at+2 && (s.words[j].comma() || s.words[j].is(And) && !s.words[j].is(But)) {
			j++
		}
		if j == at || j >= s.s.last {
			return
		}
		id := s.nextNamed(j)
		if id < 0 || s.mentions[id].full != j {
			return
		}
		next := s.afterLetters(s.s, s.afterName(id))
		for next < s.s.last && (s.words[next].is(As) || s.words[next].is(The)) {
			next++
		}
		i := s.roleFrom(next)
		if i < 0 || s.roles[i].plural || s.roles[i].holder >= 0 || s.roles[i].definite && !s.words[next-1].is(The) && !s.words[next].is(The) {
			return
		}
		each(s.resolve(id), i)
		at = s.roles[i].last
	}
}

// respective gives the posts of people of whom one sentence tells in two lists:
// "NAME and NAME were elected chair and treasurer respectively", as many as the
// people; nil without such lists.
func (s *Sentence) respective(k int32, n int) []int32 {
	if n < 2 || k < 0 || int(k)+n > len(s.roles) || !s.s.classes.has(Respective) {
		return nil
	}
	list := make([]int32, n)
	for i := range list {
		list[i] = k + int32(i)
		ro := &s.roles[list[i]]
		if ro.holder >= 0 || ro.plural {
			return nil
		}
		if i == 0 {
			continue
		}
		b := &s.roles[list[i]-1]
		if ro.first > b.last+2 || !s.words[b.last].comma() && !s.words[b.last].is(And) {
			return nil
		}
		if first := &s.roles[k]; i == n-1 && first.org < 0 && first.orgName == "" { // "chair and treasurer of the club"
			first.org, first.orgName = ro.org, ro.orgName
		}
	}
	return list
}
