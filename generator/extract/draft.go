package extract

import (
	"slices"

	"profilegen/generator/claim"
	"profilegen/generator/edtf"
)

// draft is a claim in the making: what a rule found, in the article's words.
type draft struct {
	claim.Flat
	// words are those that carry the claim; the zero span is the whole sentence.
	words span
	// fired are the spans that a rule used.
	fired []used
	// who is the subject, other the object; -1 where it is nobody of the article.
	who, other int32
	// ahead: it is to come, if it comes.
	ahead bool
	// dropped: another draft says all of it.
	dropped bool
}

// used is one span that a rule used, and what for.
type used struct {
	what string
	span
}

// told says how the article stands to what a verb tells.
type told struct {
	status claim.Status
	by     string
	via    []string
	// ahead: it is to come.
	ahead bool
}

// add makes a draft of the given type about the person or organisation who.
// The status is "asserted" in the article's own voice unless set.
func (s *Sentence) add(t claim.Type, who int32, set func(d *draft)) *draft {
	if who < 0 || !s.rule.validType(t) {
		return nil
	}
	d := s.spare // set may add another draft meanwhile
	s.spare = nil
	if d == nil {
		d = &draft{}
	}
	*d = draft{who: who, other: -1, fired: s.room.fewUsed()}
	d.Type, d.Status, d.Rule = t, claim.Asserted, s.rule.Name
	d.words = s.s.span
	if s.ahead.who == who && t != claim.Statement { // the words that name the person carry it too
		d.words.last = s.ahead.end
	}
	if set != nil {
		set(d)
	}
	s.spare = d
	if keyless(d) {
		return nil
	}
	if n := len(s.drafts); n == cap(s.drafts) { // large as they are, twice the room at once
		s.drafts = slices.Grow(s.drafts, max(64, n))
	}
	s.drafts = append(s.drafts, *d)
	n := len(s.drafts) - 1
	if s.several {
		s.again()
	}
	return &s.drafts[n]
}

// keyless tells of an event about no post, body or place at all: it could be
// merged with nothing.
func keyless(d *draft) bool {
	switch d.Type {
	case claim.Resignation, claim.Dismissal, claim.Appointment:
		return d.Role == "" && d.Org == "" && d.Place == ""
	case claim.Defeat, claim.Candidacy:
		return d.Role == "" && d.Org == "" && d.Place == "" && d.On.IsZero()
	case claim.Membership, claim.Joined, claim.Left:
		return d.Org == ""
	}
	return d.Type == claim.None
}

// addTold makes a draft of what the verb v tells: its status and speakers come
// from the verbs it stands under, its date from those that belong to it. None
// is made where the sentence does not tell that it happened, will happen, or is
// denied.
func (s *Sentence) addTold(t claim.Type, who int32, v int32, set func(d *draft)) *draft {
	how, ok := s.told(v)
	if !ok {
		return nil
	}
	return s.add(t, who, func(d *draft) {
		d.Status, d.By, d.Via, d.ahead = how.status, how.by, how.via, how.ahead
		if d.By == s.who[who].name && len(d.Via) == 0 && d.Status != claim.Denied {
			d.By = "" // "NAME said she would stand": never the one who acts
		}
		d.fired = append(d.fired, used{"verb", s.verbs[v].span})
		if dt := s.dateOf(v); dt != nil {
			s.setDate(d, dt, how.ahead)
		}
		if set != nil {
			set(d)
		}
	})
}

// dateOf gives the date that belongs to a verb, nil where there is none.
func (r *reading) dateOf(v int32) *date {
	for i := range r.dates {
		if d := &r.dates[i]; d.verb == v && (d.is == atTime || d.is == afterTime && d.from.kind == absolute) {
			return d
		}
	}
	return nil
}

// datesOf gives all the dates that belong to a verb.
func (r *reading) datesOf(v int32) []*date {
	var list []*date
	for i := range r.dates {
		if r.dates[i].verb == v && !r.dates[i].again {
			list = append(list, &r.dates[i])
		}
	}
	return list
}

// setDate puts a date into a draft: On, or Start and End, or When.
func (r *reading) setDate(d *draft, dt *date, future bool) {
	got := r.settleDate(dt, future)
	if !got.on.IsZero() {
		d.On = got.on
	}
	if !got.start.IsZero() {
		d.Start = got.start
	}
	if !got.end.IsZero() {
		d.End = got.end
	}
	if got.words != "" {
		d.When = got.words
	}
	d.fired = append(d.fired, used{"date", dt.span})
}

// term puts the dates of a verb into a draft as the term of a post: "from 2003
// to 2005", "since 2010", "until 1996", "in 1997".
func (r *reading) term(d *draft, v int32) {
	d.On, d.When = edtf.Date{}, ""
	for _, dt := range r.datesOf(v) {
		if !r.words[dt.first].is(Before) && !(dt.first > r.s.first && r.words[dt.first-1].is(Before)) {
			r.setDate(d, dt, false)
		}
	}
	if !d.On.IsZero() && d.Start.IsZero() {
		d.Start, d.On = d.On, edtf.Date{}
	}
	d.On = edtf.Date{}
}

// claims turns the drafts into claims: the one place that fills in the article,
// the names, the offsets and the id, and refuses what is not in the text.
func (r *reading) claims() ([]claim.Claim, []int) {
	r.fillSeats()
	drafts := r.merged()
	from, digits := r.room.from[:0], r.room.digits[:0]
	seen := r.room.seen
	for _, i := range drafts {
		d := &r.drafts[i]
		d.Article = r.a.ID
		d.Subject = r.who[d.who].name
		if d.other >= 0 {
			d.Object = r.who[d.other].name
		}
		words := r.trim(d.words)
		if words.empty() {
			continue
		}
		d.StartByte, d.EndByte = r.byteSpan(words)
		if d.StartByte < 0 || d.EndByte > len(r.a.Text) || d.StartByte >= d.EndByte {
			continue
		}
		d.Quote = r.a.Text[d.StartByte:d.EndByte]
		if d.Validate() != nil {
			continue
		}
		id := claim.IDOf(&d.Flat)
		when := d.On
		if when.IsZero() {
			when = d.Start
		}
		if had, ok := seen[id]; ok && had == when {
			continue
		} else if ok { // "was re-elected in 1983 and 1987": two events of the same words
			other := d.Flat
			other.Quote += " " + when.String()
			if id = claim.IDOf(&other); seen[id] == when {
				continue
			}
		}
		seen[id] = when
		from, digits = append(from, i), append(digits, id[:]...)
	}
	r.room.from, r.room.digits = from, digits
	ids := string(digits) // one text for all of them
	return r.room.packer.Pack(len(from), func(i int) *claim.Flat {
		d := &r.drafts[from[i]]
		d.ID = ids[i*len(claim.ID{}):][:len(claim.ID{})]
		return &d.Flat
	}), from
}

// trim leaves dashes and commas at the edges out of a quote.
func (r *reading) trim(s span) span {
	for !s.empty() && (r.words[s.first].comma()) {
		s.first++
	}
	for !s.empty() && r.words[s.last-1].comma() {
		s.last--
	}
	return s
}
