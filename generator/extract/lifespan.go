package extract

import (
	"strconv"

	"profilegen/generator/claim"
	"profilegen/generator/edtf"
	"profilegen/generator/prose"
)

// moment is a birth or a death as brackets tell it.
type moment struct {
	on    edtf.Date
	place string
	told  bool // a word says that it is one
}

// lifespan is what the brackets behind a name tell of a life.
type lifespan struct {
	born, died moment
	dash       bool // a dash parts the two
	days       bool // the first date has a day
	other      bool // something else is told too: no life
}

// lifeYears reads the brackets behind names: "Ana Roe (born 3 May 1901 in Hesk,
// Marl)", "Ana Roe (Hesk, 1901 – Port Ellis, 1970)".
func lifeYears(s *Sentence) {
	if !s.s.brackets {
		return
	}
	for k := s.s.first + 1; k+2 < s.s.last; k++ {
		if s.words[k].mark != '(' {
			continue
		}
		end := s.closing(k)
		if end < 0 {
			return
		}
		id := s.nameBefore(k)
		if id < 0 && s.words[k+1].is(BornMark) {
			s.bornBehind(k, end)
		}
		if id < 0 {
			continue
		}
		life := s.lifeIn(s.bornAt(k+1, end), end)
		if life.other || !life.plausible() {
			if !life.other && !life.born.told && !life.died.told && life.days && !life.dash && s.describes(id, end+1) {
				life.born.told = true // "Ana Roe (3 May 1901) was a poet"
			} else {
				k = end
				continue
			}
		}
		s.addLife(id, &life)
		k = end
	}
}

// bornAt gives the place in brackets from which a life is told: behind other names,
// "(sometimes written Roh, born 3 May 1901)".
func (s *Sentence) bornAt(k, end int32) int32 {
	for j := k + 1; j < end; j++ {
		if s.words[j].is(BornMark) && s.words[j].is(Verb) && (s.words[j-1].comma() || s.words[j-1].mark == ';') {
			return j
		}
	}
	return k
}

// bornBehind reads a birth in the brackets at k behind what somebody is: "Ana Roe is
// a poet (born 3 May 1901)".
func (s *Sentence) bornBehind(k, end int32) {
	if len(s.verbs) == 0 || !s.verbs[0].is(Be) || s.verbs[0].last > k || s.verbs[0].negated || s.verbs[0].conditional {
		return
	}
	if len(s.verbs) > 1 && s.verbs[1].first < k {
		return
	}
	for j := s.verbs[0].last; j < k; j++ {
		if s.words[j].name >= 0 && s.names[s.mentions[s.words[j].name].name].kind == Person || s.words[j].comma() {
			return
		}
	}
	who := s.subject(0)
	life := s.lifeIn(k+1, end)
	if !s.person(who) || life.other || !life.plausible() || !life.born.told || life.born.on.IsZero() {
		return
	}
	s.add(claim.Birth, who, func(d *draft) { d.On, d.Place = life.born.on, life.born.place })
}

// addLife adds what brackets tell of the bearer of a name.
func (s *Sentence) addLife(id int32, life *lifespan) {
	who := s.resolve(id)
	if !s.person(who) {
		return
	}
	put := func(t claim.Type, m *moment, told bool) {
		if !told || m.on.IsZero() && m.place == "" {
			return
		}
		s.add(t, who, func(d *draft) { d.On, d.Place = m.on, m.place })
	}
	both := life.dash && !life.born.on.IsZero() && !life.died.on.IsZero()
	put(claim.Birth, &life.born, life.born.told || both)
	put(claim.Death, &life.died, life.died.told || both)
}

// plausible tells that the dates can be those of one life, and that a word or
// two dates say so.
func (l *lifespan) plausible() bool {
	b, d := l.born.on, l.died.on
	if b.IsZero() || d.IsZero() {
		return l.born.told || l.died.told
	}
	if d.Hi() < b.Lo() || d.Year()-b.Year() > 120 {
		return false
	}
	return l.born.told || l.died.told || l.dash && (l.days || d.Year()-b.Year() > 16)
}

// closing gives the bracket that closes the one at k; -1.
func (s *Sentence) closing(k int32) int32 {
	depth := 0
	for ; k < s.s.last; k++ {
		switch s.words[k].mark {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return k
			}
		}
	}
	return -1
}

// nameBefore gives the mention of the person whom the brackets at k belong to;
// letters, a comma and other brackets may stand between; -1.
func (s *Sentence) nameBefore(k int32) int32 {
	j := k - 1
	for n := 0; n < 8 && j >= s.s.first; n++ {
		w := &s.words[j]
		switch {
		case w.name >= 0:
			m := &s.mentions[w.name]
			// "Carl of Hesk (1394 – 1465)", "Carl Stone of Sedge Park and his wife"
			f := m.first - 1
			if f > s.s.first && s.words[f].is(Of) && s.words[f-1].name >= 0 && s.names[s.mentions[s.words[f-1].name].name].kind == Person {
				return s.words[f-1].name
			}
			if s.names[m.name].kind == Person {
				return w.name
			}
			return -1
		case w.comma(), w.is(Suffix) && w.capital(), w.kind == prose.Close, w.kind == prose.Genitive, w.capitals() && j > s.s.first && (s.words[j-1].comma() || s.words[j-1].is(Suffix)):
			j--
		case w.mark == ')':
			for j > s.s.first && s.words[j].mark != '(' {
				j--
			}
			j--
		default:
			return -1
		}
	}
	return -1
}

// lifeIn reads the words between two brackets.
func (s *Sentence) lifeIn(k, end int32) (l lifespan) {
	cur, bare := &l.born, false
	for k < end {
		w := &s.words[k]
		if b, d, ok := s.twoYears(k); ok { // "1899-1970" in one
			l.born.on, l.died.on, l.dash, bare = b, d, true, true
			cur = &l.died
			k++
			continue
		}
		if p, next := s.lifeDate(k, end); next > k {
			switch {
			case next < end && s.words[next].is(Or): // "1989 or 1990"
				return lifespan{other: true}
			case !p.IsZero() && cur.on.IsZero():
				cur.on = p
				if cur == &l.born {
					l.days = p.Precision() == edtf.Day
				}
			}
			k, bare = next, true
			continue
		}
		switch {
		case w.is(BornMark):
			cur, l.born.told, bare = &l.born, true, false
			k = s.birthName(k+1, end)
			continue
		case w.is(DiedMark):
			cur, l.died.told, bare = &l.died, true, false
		case w.kind == prose.Dash && cur == &l.born && (!l.born.on.IsZero() || l.born.place != ""):
			cur, l.dash, bare = &l.died, true, false
		case w.is(Nee) || w.is(As) || w.mark == ':' && !bare && !l.born.told:
			for k < end && !s.words[k].comma() && s.words[k].mark != ';' {
				k++
			}
		case w.mark == '(':
			if c := s.closing(k); c > k && c < end {
				k = c
			}
		case w.name >= 0, s.words[k].any(&inPlace):
			from := k
			if w.name < 0 {
				from++
			}
			if from < end && cur.place == "" && (w.name < 0 || bare || l.born.told || l.died.told || s.commaDate(from, end)) {
				if at, next := s.placeFrom(from, end); !at.empty() {
					cur.place = s.text(at)
					k = next
					continue
				}
			}
			if w.name >= 0 && s.names[s.mentions[w.name].name].kind == Org && !bare && !l.born.told && !l.died.told {
				l.other = true
			}
		case w.is(Since) || w.is(Until) || w.is(Role) && !bare || w.is(From) || w.e.forms != 0 && w.is(Verb) && !w.is(Born) && !w.is(Die) && !bare:
			l.other = true
			return l
		}
		k++
	}
	return l
}

// birthName passes over the name that somebody was born with: "born Ana Pell on
// 3 May".
func (s *Sentence) birthName(k, end int32) int32 {
	if k >= end || s.words[k].name < 0 {
		return k
	}
	next := s.mentions[s.words[k].name].last
	if next < end && (s.words[next].is(In) || s.words[next].is(On) || s.words[next].mark == ';') {
		return next
	}
	if n := &s.names[s.mentions[s.words[k].name].name]; n.kind == Person && n.given && n.count > 1 {
		return next
	}
	return k
}

// commaDate tells that a name is followed by a comma and a date: "(Hesk, 1901".
func (s *Sentence) commaDate(k, end int32) bool {
	_, next := s.placeFrom(k, end)
	if next < end && s.words[next].comma() {
		_, after := s.lifeDate(next+1, end)
		return after > next+1
	}
	return false
}

// lifeDate reads a date of a life at k: an absolute one, about or not; it gives
// the word after it.
func (s *Sentence) lifeDate(k, end int32) (edtf.Date, int32) {
	about := false
	j := k
	for j < end && (s.words[j].is(Circa) || s.words[j].is(On)) {
		about = about || s.words[j].is(Circa)
		j++
	}
	if j >= end {
		return edtf.Date{}, k
	}
	p, next := s.pointAt(s.s, j)
	if y := s.yearAt(s.s, j); p.kind != absolute && y > 0 {
		p, next = point{kind: absolute, year: y}, j+1
	}
	if p.kind != absolute {
		return edtf.Date{}, k
	}
	if j > s.s.first && (s.words[j-1].is(After) || s.words[j-1].is(Before)) {
		return edtf.Date{}, next
	}
	p.about = p.about || about
	d, ok := s.settlePoint(&p, false, false)
	if !ok {
		return edtf.Date{}, next
	}
	return d, next
}

// twoYears reads two years that a hyphen joins.
func (s *Sentence) twoYears(k int32) (born, died edtf.Date, ok bool) {
	w := &s.words[k]
	text := s.t.Source[w.start:w.end]
	if w.kind != prose.Number || len(text) != 9 || text[4] != '-' {
		return born, died, false
	}
	a, err1 := strconv.Atoi(text[:4])
	b, err2 := strconv.Atoi(text[5:])
	if err1 != nil || err2 != nil || a < 1000 || b < a || b > 2100 {
		return born, died, false
	}
	born, err1 = edtf.New(a, 0, 0)
	died, err2 = edtf.New(b, 0, 0)
	return born, died, err1 == nil && err2 == nil
}

// describes tells that the sentence says behind k what its first name is.
func (s *Sentence) describes(id, k int32) bool {
	return s.mentions[id].full == s.s.first && k < s.s.last && (s.words[k].is(IsForm) || s.words[k].is(WasForm) || s.words[k].is(Be))
}
