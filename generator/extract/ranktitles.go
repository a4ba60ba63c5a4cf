package extract

import "profilegen/generator/claim"

// rankRules read words of respect that are posts as well.
var rankRules = []Rule{
	{
		Name:  "rank-title",
		Doc:   "a word of respect that only an office gives: “Justice Ana Roe”, “Marl University Prof. Ana Roe”",
		Types: []claim.Type{claim.Position},
		needs: on(RankPost),
		Find:  rankTitles,
	},
}

// rankTitles reads "Justice NAME"; "Prof. NAME" only behind the school's name.
func rankTitles(s *Sentence) {
	s.people(func(who int32, m *mention, end int32) {
		k := m.full
		if k >= m.first || !s.words[k].is(RankPost) || !s.words[k].capital() {
			return
		}
		b := k - 1
		former := b >= s.s.first && s.words[b].is(Former)
		if former {
			b--
		}
		org := int32(-1)
		if b >= s.s.first && s.words[b].name >= 0 {
			om := &s.mentions[s.words[b].name]
			if s.names[om.name].kind != Org || om.last != b+1 {
				return
			}
			org = s.resolve(s.words[b].name)
		}
		if !s.words[k].is(Weak) && (org < 0 || !s.school(&s.mentions[s.words[b].name], true)) {
			return
		}
		s.add(claim.Position, who, func(d *draft) {
			d.Role, d.Former = s.text(span{k, k + 1}), former || s.retiredMark(k+1, m.first)
			if org >= 0 {
				d.Org = s.who[org].name
			}
			d.fired = append(d.fired, used{"role", span{k, k + 1}})
		})
	})
}

// retiredMark tells of "(Rtd)" between a word of respect and a name.
func (s *Sentence) retiredMark(from, to int32) bool {
	for k := from; k < to; k++ {
		if s.words[k].is(Former) {
			return true
		}
	}
	return false
}
