package extract

import "profilegen/generator/prose"

// pointKind says how a point in time is told.
type pointKind uint8

const (
	noPoint     pointKind = iota
	absolute              // 2005, June 2005, 14 June 2005
	decade                // the 1980s
	dayMonth              // 14 June, June 14: no year
	monthOnly             // June: no year
	weekdayOnly           // Monday
	dayOffset             // yesterday, a fortnight ago
	unitOffset            // last year, next month, three years ago
	afterwards            // two years later, the following year
	vague                 // last week, next summer: never more than words
)

// point is one point in time as the text tells it.
type point struct {
	kind             pointKind
	year, month, day int
	weekday          int
	// rel is -1 for "last", 1 for "next", 2 for "this".
	rel int
	// unit is "day", "month", "year"; count how many of them.
	unit  string
	count int
	about bool
}

// when says what a date is to the thing that it dates.
type when uint8

const (
	atTime  when = iota // on, in, or nothing
	ranging             // from … to, between … and
	since
	until
	afterTime
	beforeTime
)

// date is one expression of time in a sentence, its preposition included.
type date struct {
	span
	is       when
	from, to point // from is the only one where it is no range
	verb     int32 // the verb that it belongs to, -1 where there is none
	again    bool  // it goes on with a list: "in 2012, 2016 and 2020"
}

var (
	// timeful are the words with which expressions of time can begin, timeNouns
	// those of them that are no articles and the like.
	timeful   = setOf(Month, Weekday, DayWord, Ago, Last, Next, This, Following, Unit, Season, That, NumberWord, A, The)
	timeNouns = setOf(Month, Weekday, DayWord, Ago, Last, Next, This, Following, Unit, Season, NumberWord)
	// afterArticle are the words one of which follows an article that begins one.
	afterArticle = setOf(Month, Last, Next, Following, Unit)
)

// findDates finds the expressions of time of a sentence.
func (r *reading) findDates(s *sentence) {
	r.dates, r.several = r.dates[:0], false
	for k := s.first; k < s.last; {
		if k = r.nextTimely(s, k); k == s.last {
			break
		}
		p, end := r.pointAt(s, k)
		if p.kind == noPoint {
			k++
			continue
		}
		if p.kind == absolute && end == k+1 && r.namesThing(s, k) {
			k = end
			continue
		}
		d := date{span: span{k, end}, from: p, verb: -1}
		r.preposition(s, &d)
		end = r.rangeEnd(s, &d)
		r.words[d.first].dated = true
		r.dates = append(r.dates, d)
		if r.listedDate(s) {
			r.dates[len(r.dates)-1].again, r.several = true, true
		}
		k = end
	}
}

// nextTimely gives the next word, from k on, with which an expression of time can
// begin; the end of the sentence for none.
func (r *reading) nextTimely(s *sentence, k int32) int32 {
	words := r.words[:s.last]
	for ; int(k) < len(words); k++ {
		w := &words[k]
		if w.kind == prose.Number || w.e.timely && (!w.e.article || k+1 < s.last && words[k+1].any(&afterArticle)) {
			break
		}
	}
	return k
}

// namesThing tells that the year at k says which thing is meant, and not when
// something happened: "in the 2019 budget"; but "in the 2017 election".
func (r *reading) namesThing(s *sentence, k int32) bool {
	if k < s.first+2 || k+1 >= s.last {
		return false
	}
	the, n := &r.words[k-1], &r.words[k+1]
	if !the.is(The) && !the.is(Poss) && the.kind != prose.Genitive || n.kind != prose.Word || n.any(&closed) || n.is(Unit) || n.is(Last) {
		return false
	}
	if b := &r.words[k-2]; b.is(At) || b.is(Since) || b.is(After) || b.is(During) || b.is(Before) || b.is(Until) {
		return false
	}
	for i := k + 1; i < min(s.last, k+5); i++ {
		w := &r.words[i]
		if w.any(&eventful) {
			return w.is(Yearly) && !w.is(ElectionWord) && !the.is(The) // "his 2016 campaign"
		}
		if w.kind != prose.Word || w.any(&closed) {
			break
		}
	}
	return true
}

// eventful are the nouns of what a year dates.
var eventful = setOf(ElectionWord, RaceNoun, PrimaryNoun, BidNoun, Victory, TrialNoun, Yearly)

// preposition takes the word before a point into the expression.
func (r *reading) preposition(s *sentence, d *date) {
	for d.first > s.first {
		w := &r.words[d.first-1]
		switch {
		case w.is(PartOf) && !w.is(Role):
			if w.is(Former) && d.from.kind != absolute {
				return
			}
		case w.is(About) && w.is(Prep) && d.from.kind == absolute, w.is(Circa) && !w.is(Prep) && !w.is(Adv):
			d.from.about = true
		case w.is(The), w.is(A) && d.from.kind == absolute && d.last < s.last && (r.words[d.last].is(ElectionWord) || r.words[d.last].is(SeatNoun)):
		case w.is(Since):
			d.is = since
			d.first--
			return
		case w.is(Until):
			d.is = until
			d.first--
			return
		case w.is(After) && w.is(Prep):
			d.is = afterTime
			d.first--
			return
		case w.is(Before) && w.is(Prep):
			d.is = beforeTime
			d.first--
			return
		case w.is(On), w.is(In), w.is(At), w.is(From), w.is(By), w.is(Between), w.is(Of) && d.from.kind == absolute && d.from.month > 0, w.is(During):
			d.first--
			return
		default:
			return
		}
		d.first--
	}
}

// rangeEnd reads the second point of a range and gives the place after it.
func (r *reading) rangeEnd(s *sentence, d *date) int32 {
	k := d.last
	if k+1 >= s.last || d.is == until || d.is == afterTime || d.is == beforeTime {
		return k
	}
	w := &r.words[k]
	open := &r.words[d.first]
	dash := w.kind == prose.Dash
	if !(dash || w.is(To) || w.is(Until) || w.is(And) && open.is(Between)) {
		return k
	}
	if !dash && !open.is(From) && !open.is(Between) && !w.is(To) && !w.is(Until) {
		return k
	}
	p, end := r.pointAt(s, k+1)
	if p.kind == noPoint && r.words[k+1].is(Now) {
		d.is, d.last = since, k+2
		return d.last
	}
	if p.kind == noPoint && r.words[k+1].kind == prose.Number && dash {
		if n := r.digits(k + 1); n > 0 && n < 100 && d.from.kind == absolute { // 2005–10
			p, end = point{kind: absolute, year: d.from.year - d.from.year%100 + n}, k+2
		}
	}
	if p.kind == noPoint && r.words[k+1].is(The) {
		p, end = r.pointAt(s, k+2)
	}
	if p.kind == noPoint || dash && p.kind != absolute {
		return k
	}
	d.is, d.to, d.last = ranging, p, end
	if d.from.kind == monthOnly && p.kind == absolute {
		d.from.kind, d.from.year = absolute, p.year
	}
	return end
}

// pauses tells that nothing follows at k to which a preposition before it could
// belong.
func (r *reading) pauses(s *sentence, k int32) bool {
	if k >= s.last {
		return true
	}
	w := &r.words[k]
	return w.kind == prose.Stop || w.kind == prose.Close || w.comma() || w.is(And)
}

// pointAt reads the point in time at k and gives the place after it.
func (r *reading) pointAt(s *sentence, k int32) (point, int32) {
	at := func(i int32) *word {
		if i >= s.last {
			return &nothing
		}
		return &r.words[i]
	}
	w := at(k)
	switch {
	case w.is(DayWord) && w.capital() && k > s.first && !r.initial(s, k): // "the Today programme"
		return point{}, k
	case w.is(Weekday) && k > s.first && at(k-1).kind == prose.Genitive && at(k+1).is(With): // "Radio One's Sunday with NAME"
		return point{}, k
	case w.is(DayWord):
		return point{kind: dayOffset, count: int(w.e.number)}, k + 1
	case w.is(Month) && !(w.name >= 0 && at(k+1).is(Particle)) && (r.bigOrSmall(w) || at(k+1).kind == prose.Number) && !(w.is(Given) && at(k+1).capital()):
		if w.is(May) && !(at(k+1).kind == prose.Number || k > s.first && (at(k-1).is(In) || at(k-1).is(Since) || at(k-1).is(Last) || at(k-1).is(Until) || at(k-1).is(On) || at(k-1).is(By) || at(k-1).is(To) || at(k-1).is(From) || at(k-1).is(And))) {
			return point{}, k
		}
		return r.monthAt(s, k)
	case w.is(Weekday) && w.name < 0 && r.bigOrSmall(w):
		end := k + 1
		if at(end).comma() && !at(end+1).is(Weekday) {
			if p, e := r.pointAt(s, end+1); p.kind == absolute && p.day > 0 || p.kind == dayMonth {
				return p, e
			}
		}
		if at(end).is(Weekday) {
			return point{kind: weekdayOnly, weekday: int(w.e.number)}, end
		}
		if p, e := r.pointAt(s, end); p.kind == absolute && p.day > 0 || p.kind == dayMonth {
			return p, e
		}
		if at(end).is(DayPart) && !at(end).capital() {
			end++
		}
		if at(end).is(Last) && at(end+1).is(Unit) && at(end+1).e.value == "week" { // "on Sunday last week"
			return point{kind: weekdayOnly, weekday: int(w.e.number), rel: -2}, end + 2
		}
		return point{kind: weekdayOnly, weekday: int(w.e.number)}, end
	case w.is(Last), w.is(Next), w.is(This):
		return r.relative(s, k)
	case w.is(That) && k > s.first && (at(k-1).is(In) || at(k-1).is(SeatNoun) || at(k-1).is(ElectionWord)) && at(k+1).is(Month) && at(k+1).capital():
		p, end := r.monthAt(s, k+1)
		if p.kind == monthOnly {
			p.unit = "anchor"
		}
		return p, end
	case w.is(Following) && at(k+1).is(Unit):
		return point{kind: afterwards, unit: at(k + 1).e.value, count: 1}, k + 2
	case w.is(The):
		if y := at(k + 1); y.is(Unit) && y.e.value == "year" && (at(k+2).is(After) || at(k+2).is(Before)) && r.pauses(s, k+3) {
			count := 1 // "the year after"
			if at(k + 2).is(Before) {
				count = -1
			}
			return point{kind: afterwards, unit: "year", count: count}, k + 3
		}
		if n := at(k + 1); at(k+2).is(Unit) && at(k+2).e.value == "year" && (n.is(Next) || n.is(Last)) && !(k > s.first && at(k-1).is(For)) {
			count := 1 // "the next year", "the previous year"
			if n.is(Last) {
				count = -1
			}
			return point{kind: afterwards, unit: "year", count: count}, k + 3
		}
		if p, end := r.pointAfter(s, k+1); end > k+1 { // "el año pasado"
			return p, end
		}
		if at(k+1).is(Following) && at(k+2).is(Unit) || at(k+1).is(Next) && at(k+2).is(Unit) && at(k+2).e.value == "day" {
			return point{kind: afterwards, unit: at(k + 2).e.value, count: 1}, k + 3
		}
		return point{}, k
	case w.kind == prose.Number, w.is(NumberWord), w.is(A):
		return r.numberPoint(s, k)
	case w.is(Ago):
		return r.agoPoint(s, k)
	case w.is(Unit):
		return r.unitPoint(s, k)
	case w.is(Season):
		end := k + 1
		if at(end).is(Of) {
			end++
		}
		if y := r.yearAt(s, end); y > 0 {
			return point{kind: absolute, year: y}, end + 1
		}
	}
	return point{}, k
}

// pointAfter reads the unit of time behind an article, with what stands behind it.
func (r *reading) pointAfter(s *sentence, k int32) (point, int32) {
	if k >= s.last || !r.words[k].is(Unit) {
		return point{}, k
	}
	return r.unitPoint(s, k)
}
