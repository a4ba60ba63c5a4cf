package extract

import (
	"strconv"
	"strings"

	"profilegen/generator/prose"
)

// digits gives the value of a number of plain digits (with "st", "nd", "rd",
// "th" behind), or of a numeral; -1 for anything else.
func (r *reading) digits(k int32) int {
	w := &r.words[k]
	if w.kind == prose.Word {
		if w.is(NumberWord) {
			return int(w.e.number)
		}
		return -1
	}
	text := r.t.Source[w.start:w.end]
	n := len(text)
	for n > 0 && (text[n-1] < '0' || text[n-1] > '9') {
		n--
	}
	if rest := text[n:]; rest != "" && !r.lex.grammar.lists("ordinals", rest) || n == 0 || n > 4 {
		return -1
	}
	v, err := strconv.Atoi(text[:n])
	if err != nil {
		return -1
	}
	return v
}

// bigOrSmall tells that a month or a day of the week is written as the language
// writes them: with a capital, or without.
func (r *reading) bigOrSmall(w *word) bool { return w.capital() || r.lex.grammar.small }

// yearAt gives the year at k; 0 where there is none.
func (r *reading) yearAt(s *sentence, k int32) int {
	if k >= s.last || r.words[k].kind != prose.Number || r.words[k].end-r.words[k].start != 4 {
		return 0
	}
	if next := k + 1; next < s.last && (r.words[next].is(VotesNoun) || r.words[next].is(SeatsNoun)) {
		return 0 // "by 1912 votes"
	}
	if k >= s.first+2 && r.words[k-1].is(To) && r.words[k-2].is(VotesNoun) {
		return 0 // "by 2098 votes to 1912"
	}
	if n := r.digits(k); n >= 1000 && n <= 2100 {
		return n
	}
	return 0
}

// monthAt reads "June", "June 2005", "June 14, 2005", "June this year".
func (r *reading) monthAt(s *sentence, k int32) (point, int32) {
	p := point{kind: monthOnly, month: int(r.words[k].e.number)}
	k++
	if y := r.yearAt(s, k); y > 0 {
		p.kind, p.year = absolute, y
		return p, k + 1
	}
	if k < s.last && r.words[k].kind == prose.Number {
		if d := r.digits(k); d >= 1 && d <= 31 {
			p.kind, p.day = dayMonth, d
			k++
			next := k
			if next < s.last && r.words[next].comma() {
				next++
			}
			if y := r.yearAt(s, next); y > 0 {
				p.kind, p.year = absolute, y
				return p, next + 1
			}
			return r.yearWords(s, p, k)
		}
	}
	next := k
	if next < s.last && (r.words[next].is(Of) || r.words[next].comma()) {
		next++
	}
	if y := r.yearAt(s, next); y > 0 {
		p.kind, p.year = absolute, y
		return p, next + 1
	}
	return r.yearWords(s, p, k)
}

// yearWords reads "this year", "last year" after a month or a day of a month.
func (r *reading) yearWords(s *sentence, p point, k int32) (point, int32) {
	if k+1 < s.last && r.words[k+1].is(Unit) && r.words[k+1].e.value == "year" {
		switch w := &r.words[k]; {
		case w.is(Last):
			p.unit, p.count = "year", -1
			return p, k + 2
		case w.is(This):
			p.unit, p.rel = "year", 2
			return p, k + 2
		case w.is(Next):
			p.unit, p.count = "year", 1
			return p, k + 2
		}
	}
	return p, k
}

// relative reads "last Monday", "this May", "next year".
func (r *reading) relative(s *sentence, k int32) (point, int32) {
	w := &r.words[k]
	rel := 2
	if w.is(Last) {
		rel = -1
	} else if w.is(Next) {
		rel = 1
	}
	if k+1 >= s.last {
		return point{}, k
	}
	n := &r.words[k+1]
	switch {
	case n.is(Month) && r.bigOrSmall(n):
		p, end := r.monthAt(s, k+1)
		if p.kind == monthOnly {
			p.rel = rel
		}
		return p, end
	case n.is(Weekday) && n.name < 0 && r.bigOrSmall(n):
		return point{kind: weekdayOnly, weekday: int(n.e.number), rel: rel}, k + 2
	case n.is(Unit):
		switch n.e.value {
		case "year", "month":
			if n.e.number == 1 { // "the last years" are many
				count := rel
				if rel == 2 {
					count = 0
				}
				return point{kind: unitOffset, unit: n.e.value, count: count}, k + 2
			}
			return point{}, k
		case "week":
			return point{kind: vague}, k + 2
		}
	case n.is(Season):
		return point{kind: vague}, k + 2
	}
	return point{}, k
}

// numberPoint reads what begins with a number: a year, a day of a month, "the
// 1980s", "three years ago", "two years later".
func (r *reading) numberPoint(s *sentence, k int32) (point, int32) {
	w := &r.words[k]
	at := func(i int32) *word {
		if i >= s.last {
			return &nothing
		}
		return &r.words[i]
	}
	text := r.t.Source[w.start:w.end]
	n := 1
	if !w.is(A) {
		n = r.digits(k)
	}
	if w.kind == prose.Number {
		if p, ok := isoPoint(text); ok {
			return p, k + 1
		}
		if d := decadeOf(text, r.lex.grammar.word("decades"), at(k-min(k, 1)).is(The) || at(k-min(k, 1)).is(And) || at(k-min(k, 1)).is(PartOf)); d > 0 {
			return point{kind: decade, year: d}, k + 1
		}
		if y := r.yearAt(s, k); y > 0 && r.yearHere(s, k) {
			return point{kind: absolute, year: y}, k + 1
		}
		if n >= 1 && n <= 31 {
			m := k + 1
			if at(m).is(Of) {
				m++
			}
			if at(m).is(Month) && r.bigOrSmall(at(m)) {
				p, end := r.monthAt(s, m)
				if p.day == 0 {
					p.day = n
					if p.kind == monthOnly {
						p.kind = dayMonth
						next := end
						if at(next).comma() {
							next++
						}
						if y := r.yearAt(s, next); y > 0 {
							p.kind, p.year, end = absolute, y, next+1
						}
					}
					return p, end
				}
			}
		}
	}
	if n < 0 || !at(k+1).is(Unit) {
		return point{}, k
	}
	unit := at(k + 1).e.value
	switch next := at(k + 2); {
	case next.is(Ago):
		return ago(unit, n), k + 3
	case (next.is(Earlier) || next.is(Before) && r.pauses(s, k+3)) && unit == "year":
		return point{kind: afterwards, unit: unit, count: -n}, k + 3
	case next.is(Later) && (unit == "year" || unit == "month"):
		return point{kind: afterwards, unit: unit, count: n}, k + 3
	}
	return point{}, k
}

// yearHere tells that a number of four digits at k is a year: after a word of
// time, in brackets, before a noun of an election; not after a currency or
// before what is counted.
func (r *reading) yearHere(s *sentence, k int32) bool {
	if k+1 < s.last && r.words[k+1].kind == prose.Symbol && r.words[k+1].mark == '%' {
		return false
	}
	if k == s.first {
		return false
	}
	b := &r.words[k-1]
	switch {
	case b.is(In), b.is(Since), b.is(From), b.is(Until), b.is(To), b.is(Of), b.is(By), b.is(Before), b.is(After), b.is(Between),
		b.is(And), b.is(About), b.is(PartOf), b.is(The), b.mark == '(', b.kind == prose.Dash, b.comma(), b.is(Month), b.is(Poss),
		b.is(Season), b.is(Circa), b.is(During), b.is(Unit) && b.e.value == "year", b.is(Following), b.is(Or):
		return true
	}
	return k+1 < s.last && r.words[k+1].is(ElectionWord) || b.kind == prose.Number && r.yearAt(s, k-1) > 0
}

// isoPoint reads 2024-01-03 and 2005-2010's first part is left to the range.
func isoPoint(text string) (point, bool) {
	if len(text) != 10 || text[4] != '-' || text[7] != '-' {
		return point{}, false
	}
	y, err1 := strconv.Atoi(text[:4])
	m, err2 := strconv.Atoi(text[5:7])
	d, err3 := strconv.Atoi(text[8:])
	if err1 != nil || err2 != nil || err3 != nil {
		return point{}, false
	}
	return point{kind: absolute, year: y, month: m, day: d}, true
}

// decadeOf reads 1980s and, after "the", 80s, where "s" is the end of a decade.
func decadeOf(text, end string, the bool) int {
	number, ok := strings.CutSuffix(text, end)
	if end == "" || !ok || len(number) < 2 || number[len(number)-1] != '0' {
		return 0
	}
	n, err := strconv.Atoi(number)
	switch {
	case err != nil:
		return 0
	case n >= 1000 && n <= 2100:
		return n
	case n < 100 && len(number) == 2 && the:
		return 1900 + n
	}
	return 0
}
