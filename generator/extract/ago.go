package extract

// unitPoint reads what stands behind a unit of time in a language that puts it
// there: "el año pasado", "la semana próxima".
func (r *reading) unitPoint(s *sentence, k int32) (point, int32) {
	if !r.lex.grammar.heads || k+1 >= s.last {
		return point{}, k
	}
	count, n := 1, &r.words[k+1]
	if n.is(Last) {
		count = -1
	} else if !n.is(Next) {
		return point{}, k
	}
	if w := &r.words[k]; w.e.number == 1 {
		return point{kind: unitOffset, unit: w.e.value, count: count}, k + 2
	}
	return point{kind: vague}, k + 2
}

// agoPoint reads "hace dos años", where the word for "ago" comes first.
func (r *reading) agoPoint(s *sentence, k int32) (point, int32) {
	if !r.lex.grammar.heads || k+2 >= s.last || !r.words[k+2].is(Unit) {
		return point{}, k
	}
	n := r.digits(k + 1)
	if r.words[k+1].is(A) {
		n = 1
	}
	if n < 0 {
		return point{}, k
	}
	return ago(r.words[k+2].e.value, n), k + 3
}

// ago gives the point that lies n units back.
func ago(unit string, n int) point {
	switch unit {
	case "day":
		return point{kind: dayOffset, count: -n}
	case "week":
		return point{kind: dayOffset, count: -7 * n}
	case "fortnight":
		return point{kind: dayOffset, count: -14 * n}
	case "decade":
		return point{kind: unitOffset, unit: "year", count: -10 * n, about: true}
	}
	return point{kind: unitOffset, unit: unit, count: -n}
}
