package extract

import (
	"profilegen/generator/claim"
	"profilegen/generator/prose"
)

// wonBy reads "The by-election was won by NAME", "in Hesk, where the seat was won
// by NAME".
func (s *Sentence) wonBy(v int32) {
	vb := &s.verbs[v]
	who := s.agent(v)
	if vb.subject < 0 || !s.person(who) && !s.party(who) {
		return
	}
	p := &s.phrases[vb.subject]
	h := &s.words[p.head]
	if !h.is(RaceNoun) && !h.is(SeatNoun) && !h.is(ElectionWord) && !h.is(Vacancy) {
		return
	}
	g := s.goal(p.first, vb.first, true)
	if g.place == "" && g.org == "" {
		g.place = s.placeWhere(v)
	}
	if !g.named() {
		g.role, g.org, g.place = s.race.role, s.race.org, s.race.place
	}
	s.electedTo([]int32{who}, v, g, "")
}

// declaresWinner reads "declared NAME, the candidate of the PARTY, as the winner of the
// poll", "NAME was declared the governor-elect".
func (s *Sentence) declaresWinner(v int32) {
	list, at := s.winnersBehind(v)
	if at < 0 {
		return
	}
	g := s.goal(at+1, s.s.last, true)
	if !g.named() && !g.vote && !g.seat { // "declared NAME the Hesk by-election winner"
		from := at
		for from > s.verbs[v].last && !s.words[from-1].comma() && !s.words[from-1].is(As) && !s.words[from-1].is(The) {
			from--
		}
		g = s.goal(from, at, true)
	}
	if !g.vote && !g.seat && !s.race.named() && s.contest == "" && !s.votes() && s.words[at].e.value == "" {
		return // of a prize
	}
	s.electedTo(list, v, goal{party: -1, vote: true, role: orElse(s.wonPost(at), orElse(g.role, s.race.role)), place: g.place}, "")
}

// emerges reads "emerged as the winner", "emerged victorious", "became
// governor-elect".
func (s *Sentence) emerges(v int32) {
	vb := &s.verbs[v]
	k := vb.last
	for k < s.s.last && (s.words[k].is(The) || s.words[k].is(As) || s.words[k].is(Adv)) {
		k++
	}
	if k >= s.s.last || !s.words[k].is(Winner) {
		return
	}
	end := k + 1
	for end < vb.end && !s.words[end].comma() {
		end++
	}
	post, g := s.wonPost(k), s.goal(k+1, end, true)
	if post == "" && !g.vote && !g.seat && !s.race.named() && s.contest == "" && !s.votes() {
		return
	}
	s.electedTo(s.doers(v), v, goal{party: -1, vote: true, role: orElse(post, orElse(g.role, s.race.role)), place: g.place}, "")
}

// votes tells that the sentence speaks of votes or an election.
func (s *Sentence) votes() bool {
	c := &s.s.classes
	return c.has(ElectionWord) || c.has(VotesNoun) || c.has(RaceNoun)
}

// wonPost gives the post that the word at k says somebody is elected to but does
// not have yet: "governor-elect"; "" for none.
func (s *Sentence) wonPost(k int32) string {
	if !s.words[k].is(Role) {
		return ""
	}
	return s.words[k].e.value
}

// winnersBehind gives those whom verb v declares the winners, and where the word
// for it stands; -1 for none.
func (s *Sentence) winnersBehind(v int32) (list []int32, at int32) {
	vb := &s.verbs[v]
	if vb.passive {
		k := vb.last
		for n := 0; n < 5 && k < s.s.last && (s.words[k].is(The) || s.words[k].is(As) || s.words[k].is(Adv) || s.inDate(k)); n++ {
			k++
		}
		if k < s.s.last && s.words[k].is(Winner) {
			return s.doers(v), k
		}
		return nil, -1
	}
	for k := vb.last; k < min(vb.last+45, s.s.last); k++ {
		w := &s.words[k]
		if w.is(Winner) && w.name < 0 && len(list) > 0 {
			if !w.is(Plural) {
				list = list[:1]
			}
			return list, k
		}
		if w.kind == prose.Stop || w.kind == prose.Open || w.mark == ';' || w.mark == ':' || w.is(That) && len(list) == 0 {
			break
		}
		if id := w.name; id >= 0 && s.mentions[id].first == k && !(s.mentions[id].last < s.s.last && s.words[s.mentions[id].last].kind == prose.Genitive) {
			if who := s.resolve(id); s.person(who) {
				list = append(list, who)
			}
		}
	}
	return nil, -1
}

// lately gives the index of the first draft that a rule looks back at: beyond a
// few hundred the time would no longer be linear.
func (s *Sentence) lately() int { return max(0, len(s.drafts)-200) }

// sameSeat gives an election or a candidacy the seat of the one that the article
// told last of the person.
func (s *Sentence) sameSeat(d *draft) {
	for i := len(s.drafts) - 1; i >= s.lately(); i-- {
		o := &s.drafts[i]
		if o.who == d.who && (o.Type == claim.Election || o.Type == claim.Candidacy) {
			d.Role, d.Org, d.Place = o.Role, o.Org, o.Place
			return
		}
	}
}

func (s *Sentence) legislature(id int32) bool {
	if id < 0 || s.who[id].kind != Org {
		return false
	}
	for _, w := range s.who[id].words {
		if e := s.lex.find(w); e != nil && (e.set.has(OrgLegislature) || e.set.has(OrgPublic)) {
			return true
		}
	}
	return false
}

// beaten gives those whom verb v says that somebody beat: its objects, or those in
// apposition to them ("her closest rivals, NAME of the PARTY and NAME").
func (s *Sentence) beaten(v int32) []int32 {
	vb := &s.verbs[v]
	many := false
	for k := vb.last; k < min(s.s.last, vb.last+16); k++ {
		w := &s.words[k]
		if id := w.name; id >= 0 {
			if who := s.resolve(id); !s.person(who) {
				k = s.mentions[id].last - 1
				continue
			}
			list := s.listFrom(k)
			if !many && len(list) > 1 && s.commaBetween(vb.last, k) {
				list = list[:1]
			}
			return list
		}
		many = many || w.is(Plural) || w.is(NumberWord) && !w.is(OnceWord)
		if w.kind == prose.Stop || w.kind == prose.Open || w.is(Rel) || w.is(Prep) && !w.is(Of) && !w.is(For) && !w.is(From) && !w.is(In) || w.is(Sub) || k > vb.last && s.verbHere(s.s, k) {
			break
		}
	}
	if o := s.object(v); s.person(o) {
		return []int32{o}
	}
	return nil
}

// commaBetween tells that a comma stands from..to.
func (s *Sentence) commaBetween(from, to int32) bool {
	for k := from; k < to; k++ {
		if s.words[k].comma() {
			return true
		}
	}
	return false
}
