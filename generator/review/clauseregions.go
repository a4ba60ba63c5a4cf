package review

import "slices"

// regions finds which segments are embedded in the main clause of their
// sentence and can be left out of it.
func (q *parsed) regions() {
	number, current := 0, 0
	finite := false // the open region has its verb
	for i := range q.segs {
		s := &q.segs[i]
		if s.sentence != q.prev(i).sentence {
			current = 0
		}
		switch {
		case s.relative && current == 0, i == q.firstOf(s.sentence) && q.opensSentence(s):
			number++
			current, finite = number, false
		case current != 0 && (s.closes || s.comma && finite && s.predicate && !conjuncts[q.lower[s.first]] || q.restarts(i)):
			current = 0
			if s.relative {
				number++
				current, finite = number, false
			}
		}
		s.region = current
		finite = finite || s.finite
	}
	for i := range q.segs {
		if i == q.firstOf(q.segs[i].sentence) {
			number = q.appositions(i, number)
		}
	}
}

func (q *parsed) prev(i int) segment {
	if i == 0 {
		return segment{sentence: -1}
	}
	return q.segs[i-1]
}

func (q *parsed) firstOf(sentence int) int {
	return slices.IndexFunc(q.segs, func(s segment) bool { return s.sentence == sentence })
}

// opensSentence: "After she was charged, …".
func (q *parsed) opensSentence(s *segment) bool { return openers[q.lower[s.first]] }

// restarts tells that the main clause begins after an opening clause: the
// first comma after it, with a verb of its own behind.
func (q *parsed) restarts(i int) bool {
	first := q.firstOf(q.segs[i].sentence)
	return q.segs[i].comma && q.opensSentence(&q.segs[first]) && q.segs[i].finite && !q.segs[i].relative && !q.segs[i].opens
}

// appositions embeds what stands between a subject and its verb.
func (q *parsed) appositions(first, number int) int {
	if q.segs[first].region != 0 || q.segs[first].finite || q.segs[first].quoted {
		return number
	}
	verb := -1
	for i := first + 1; i < len(q.segs) && q.segs[i].sentence == q.segs[first].sentence; i++ {
		if s := q.segs[i]; s.own && s.region == 0 {
			break
		} else if s.region == 0 && s.predicate && s.comma {
			verb = i
		}
	}
	for i := first + 1; i < verb; i++ {
		if q.segs[i].region == 0 {
			number++
			q.segs[i].region = number
		}
	}
	return number
}
