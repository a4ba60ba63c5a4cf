package extract

import "profilegen/generator/claim"

// oneEvent drops those elections and appointments of a person that only tell again,
// with fewer words and without a date of their own, what another one tells: "won the
// vote" of a leader behind "was elected leader of the Reform Party in May". It tells
// whether there are any.
func (r *reading) oneEvent(list []int) bool {
	events := r.room.posts[:0]
	for _, i := range list {
		if t := r.drafts[i].Type; (t == claim.Election || t == claim.Appointment) && len(events) < bucket {
			events = append(events, i)
		}
	}
	r.room.posts = events
	dropped := false
	for _, i := range events {
		for _, j := range events {
			a, b := &r.drafts[i], &r.drafts[j]
			if i == j || a.dropped || b.dropped || a.Type != b.Type || a.who != b.who || a.Status != b.Status || a.By != b.By {
				continue
			}
			if b.Role == "" || !b.On.IsZero() || b.When != "" || a.Role == b.Role && a.On.IsZero() && i > j || !r.tellsPost(a, b) {
				continue
			}
			b.dropped, dropped = true, true
		}
	}
	return dropped
}

// tellsPost tells that a tells the post of b in as many words or more.
func (r *reading) tellsPost(a, b *draft) bool {
	if b.Org != "" && (a.Org == "" || !r.sameOrg(a.Org, b.Org)) || b.Place != "" && a.Place != b.Place {
		return false
	}
	from := len(r.room.words)
	defer func() { r.room.words = r.room.words[:from] }()
	x, y := r.nameWords(r.wholeRole(a.Role)), r.nameWords(r.wholeRole(b.Role))
	return len(x) > 0 && len(y) > 0 && x[len(x)-1] == y[len(y)-1] && r.covered(x, y, a)
}
