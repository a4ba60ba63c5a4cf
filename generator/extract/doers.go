package extract

import "profilegen/generator/prose"

// doers gives those of whom verb v tells: its subject and those coordinated with
// it; of a plural without names those named behind "including" or in the list
// behind a colon ("Four deputies left: NAME, NAME …").
func (s *Sentence) doers(v int32) []int32 {
	list := s.subjects(v)
	if len(list) > 0 {
		return s.withThem(list, v)
	}
	if v > 0 && s.verbs[v].reduced && s.verbs[v-1].passive && s.verbs[v-1].last == s.verbs[v].first { // "was declared elected"
		return s.subjects(v - 1)
	}
	return s.list(v)
}

// list gives the people whom a subject in the plural stands for, as the same
// sentence names them; nil where it names none.
func (s *Sentence) list(v int32) []int32 {
	p := s.verbs[v].subject
	if p < 0 || s.phrases[p].who >= 0 || s.phrases[p].kind == pronounPhrase && !s.phrases[p].plural {
		return nil
	}
	from := s.phrases[p].last
	for k := from; k < s.verbs[v].first; k++ {
		if s.words[k].is(Includes) {
			return s.peopleIn(k+1, s.verbs[v].first)
		}
	}
	for k := s.verbs[v].last; k < s.s.last; k++ {
		if w := &s.words[k]; w.mark == ':' {
			return s.peopleIn(k+1, s.s.last)
		} else if w.kind == prose.Open || w.mark == ';' {
			break
		}
	}
	return nil
}

// peopleIn gives the people named from..to, up to a semicolon or a verb.
func (s *Sentence) peopleIn(from, to int32) []int32 {
	var list []int32
	for k := from; k < to && len(list) < 24; k++ {
		w := &s.words[k]
		if w.mark == ';' || w.kind == prose.Open || w.is(Rel) {
			break
		}
		id := w.name
		if id < 0 {
			continue
		}
		if who := s.resolve(id); s.person(who) && s.mentions[id].first == k {
			list = append(list, who)
		}
	}
	return list
}

// listFrom gives the people named one after the other from k on, each with what
// describes him: "Mayor NAME of the PARTY, the senator NAME and NAME".
func (s *Sentence) listFrom(k int32) []int32 {
	var list []int32
	and := false
	for len(list) < 24 && k < s.s.last {
		id := s.nextNamed(k)
		if id < 0 {
			break
		}
		k = s.afterLetters(s.s, s.afterName(id))
		if k < s.s.last && and && s.verbHere(s.s, k) {
			break // "…, and NAME was"
		}
		list = append(list, s.resolve(id))
		k = s.ofParty(k)
		and = false
		if k < s.s.last && s.words[k].comma() {
			k++
			if k >= s.s.last || !s.words[k].is(And) {
				continue
			}
		}
		if k >= s.s.last || !s.words[k].is(And) || s.words[k].is(But) {
			break
		}
		and = true
		k++
	}
	return list
}

// nextNamed gives the mention of a person that begins at k, behind what describes
// him; -1 where something else stands there.
func (s *Sentence) nextNamed(k int32) int32 {
	for j := k; j < min(s.s.last, k+9); j++ {
		w := &s.words[j]
		if id := w.name; id >= 0 {
			if s.names[s.mentions[id].name].kind == Person {
				return id
			}
			j = s.mentions[id].last - 1
			continue
		}
		if !w.any(&describing) || w.is(Verb) && s.verbHere(s.s, j) {
			return -1
		}
	}
	return -1
}

// describing are words that stand between a verb or a comma and a name which they
// describe.
var describing = setOf(The, A, Honorific, RoleMod, Role, Filler, Demonym, PartyName, Former, OrgHead, NoParty, Field)

// ofParty gives the place behind "of the PARTY" at k; k itself without one.
func (s *Sentence) ofParty(k int32) int32 {
	j := k
	if j+1 >= s.s.last || !s.words[j].is(Of) && !s.words[j].is(From) {
		return k
	}
	if j++; s.words[j].is(The) && j+1 < s.s.last {
		j++
	}
	id := s.words[j].name
	if id < 0 || s.names[s.mentions[id].name].kind != Org {
		return k
	}
	return s.afterName(id)
}

// withThem adds those who do the same: "resigned along with NAME and NAME".
func (s *Sentence) withThem(list []int32, v int32) []int32 {
	if !s.s.classes.has(Together) || s.verbs[v].passive && !s.verbs[v].is(Dismiss) {
		return list
	}
	for k := s.verbs[v].last; k < min(s.verbs[v].last+10, s.s.last); k++ {
		w := &s.words[k]
		if w.is(Together) {
			more := s.peopleIn(k+1, s.s.last)
			return append(list[:len(list):len(list)], more...)
		}
		if w.kind == prose.Stop || w.e.forms != 0 && s.verbHere(s.s, k) {
			break
		}
	}
	return list
}

// listedObjects gives those whom an object without a name stands for: "arrested
// three people, among them NAME", "suspended two of its members, NAME and NAME".
func (s *Sentence) listedObjects(v int32) []int32 {
	vb := &s.verbs[v]
	if vb.object < 0 || s.phrases[vb.object].who >= 0 || s.phrases[vb.object].prep >= 0 {
		return nil
	}
	p := &s.phrases[vb.object]
	if p.kind == rolePhrase && p.plural { // "arrested ministers NAME and NAME"
		if list := s.namesFrom(p.last); len(list) > 1 {
			return list
		}
	}
	for k := p.last; k < s.s.last; k++ {
		if s.words[k].is(Includes) {
			end := k + 1
			for end < s.s.last && !s.words[end].is(Rel) && !s.words[end].is(Sub) {
				end++
			}
			return s.peopleIn(k+1, end)
		}
	}
	many := p.plural
	for k := p.first; k < p.last; k++ {
		many = many || s.words[k].is(NumberWord) || s.words[k].kind == prose.Number
	}
	for k := p.last; many && k+1 < min(p.last+8, s.s.last); k++ {
		if s.words[k].comma() {
			return s.namesFrom(k + 1)
		}
		if s.words[k].kind != prose.Word || s.words[k].name >= 0 {
			break
		}
	}
	return nil
}
