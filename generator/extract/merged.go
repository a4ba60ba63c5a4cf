package extract

import (
	"slices"
	"strings"

	"profilegen/generator/claim"
	"profilegen/generator/edtf"
)

// key is what two claims of one article must share to be one.
type key struct {
	t                    claim.Type
	who, other           int32
	what, org, place, by string
	status               claim.Status
	on                   edtf.Date
	action               claim.Action
}

// merged gives the drafts that stand, in text order: of claims that say the
// same thing one, a post once for each person and role, the one with the dates.
func (r *reading) merged() []int {
	list := r.room.standing[:0]
	r.room.kept = r.room.kept[:0]
	for i := range r.drafts {
		d := &r.drafts[i]
		k := key{t: d.Type, who: d.who, other: d.other, action: d.Action, status: d.Status, by: d.By}
		switch d.Type {
		case claim.Statement, claim.Event:
			k.place = r.text(span{d.words.first, min(d.words.last, d.words.first+12)})
		case claim.Position:
			k.what, k.status, k.by = r.roleKey(d.Role), claim.None, ""
			if !d.Start.IsZero() || !d.End.IsZero() {
				k.on = d.Start
			}
		case claim.Membership:
			k.org, k.status, k.by = r.orgKey(d.Org), claim.None, ""
		case claim.Family:
			k.what = d.Object
		case claim.Residence, claim.Education:
			k.org, k.place = r.orgKey(d.Org), d.Place
		default:
			k.what, k.on = r.roleKey(d.Role), d.On
			if !d.Type.HasRole() {
				k.org = r.orgKey(d.Org)
			}
		}
		if j := r.keep(&k); j >= 0 {
			r.unite(&r.drafts[list[j]], d)
			continue
		}
		list = append(list, i)
	}
	list = r.onePost(list)
	r.room.standing = list
	slices.SortStableFunc(list, func(a, b int) int {
		return int(r.words[r.drafts[a].words.first].start) - int(r.words[r.drafts[b].words.first].start)
	})
	return list
}

// kept is the key of a draft that stands, with the one before it of the same
// person or organisation, counted from 1.
type kept struct {
	key    key
	before int32
}

// keep gives the place among those kept of the one with the key; where there is
// none, it keeps the key and gives -1.
func (r *reading) keep(k *key) int {
	e := &r.who[k.who]
	for i := e.kept; i > 0; i = r.room.kept[i-1].before {
		if r.room.kept[i-1].key == *k {
			return int(i) - 1
		}
	}
	at := len(r.room.kept)
	if e.claims >= bucket { // too many to look at each
		if j, ok := r.room.same[*k]; ok {
			return j
		}
		r.room.same[*k] = at
		r.room.kept = append(r.room.kept, kept{})
		return -1
	}
	r.room.kept = append(r.room.kept, kept{*k, e.kept})
	e.kept, e.claims = int32(at)+1, e.claims+1
	return -1
}

// unite puts what the second of two same claims knows more into the first.
func (r *reading) unite(a, b *draft) {
	if a.Org == "" {
		a.Org = b.Org
	}
	if a.Place == "" {
		a.Place = b.Place
	}
	if a.On.IsZero() && a.When == "" && (!b.On.IsZero() || b.When != "") {
		a.On, a.When = b.On, b.When
		if len(b.fired) > 0 {
			a.words, a.fired = b.words, b.fired
		}
	}
	if a.Stage == claim.None {
		a.Stage = b.Stage
	}
	if a.Reason == "" {
		a.Reason = b.Reason
	}
	a.Former = a.Former && b.Former || a.Former && a.Type == claim.Position
}

// onePost keeps each post of a person once: the claim with dates goes before
// the one without, the fuller words before the bare noun ("Marlow mayor" and
// "mayor").
func (r *reading) onePost(list []int) []int {
	posts := r.room.posts[:0]
	for _, i := range list {
		if r.drafts[i].Type == claim.Position {
			posts = append(posts, i)
		}
	}
	r.room.posts = posts
	slices.SortStableFunc(posts, func(a, b int) int { return int(r.drafts[a].who) - int(r.drafts[b].who) })
	dropped := false
	for len(posts) > 0 {
		n := 1
		for n < len(posts) && r.drafts[posts[n]].who == r.drafts[posts[0]].who {
			n++
		}
		own := posts[:min(n, bucket)]
		for _, i := range own {
			for _, j := range own {
				if a, b := &r.drafts[i], &r.drafts[j]; i != j && !b.dropped && !a.dropped && r.contains(a, b) {
					b.dropped, dropped = true, true
					if a.Org == "" {
						a.Org = b.Org
					}
					if a.Place == "" {
						a.Place = b.Place
					}
				}
			}
		}
		posts = posts[n:]
	}
	if r.oneEvent(list) {
		dropped = true
	}
	if !dropped {
		return list
	}
	return slices.DeleteFunc(list, func(i int) bool { return r.drafts[i].dropped })
}

// contains tells that a says all of the post that b says: the same noun, no
// other dates, and of b's words and places nothing that a has not.
func (r *reading) contains(a, b *draft) bool {
	dated := func(d *draft) bool { return !d.Start.IsZero() || !d.End.IsZero() }
	if dated(b) || a.Former != b.Former && !dated(a) && a.Former {
		return false
	}
	if b.Org != "" && a.Org != "" && !r.sameOrg(a.Org, b.Org) || b.Place != "" && a.Place != "" && a.Place != b.Place {
		return false
	}
	from := len(r.room.words)
	defer func() { r.room.words = r.room.words[:from] }()
	x, y := r.nameWords(r.wholeRole(a.Role)), r.nameWords(r.wholeRole(b.Role))
	if len(x) == 0 || len(y) == 0 {
		return false
	}
	// what one has more than the other must be its place or organisation
	return r.covered(x, y, b) && r.covered(y, x, a)
}

// wholeRole writes the short form of a post out: "DP".
func (r *reading) wholeRole(text string) string {
	if strings.IndexByte(text, ' ') >= 0 {
		return text
	}
	e := r.lex.find(text)
	if e == nil {
		e = r.lex.find(lowerText(text))
	}
	if e == nil || !e.set.has(Role) || strings.IndexByte(e.lemma, ' ') < 0 {
		return text
	}
	return e.lemma
}

// covered tells that the words of y stand in x, or in the place or the
// organisation of d, whose words they are.
func (r *reading) covered(x, y []string, d *draft) bool {
	for _, w := range y {
		if !slices.Contains(x, w) && !slices.Contains(r.nameWords(d.Place), w) && !slices.Contains(r.nameWords(d.Org), w) && r.lex.find(w) != nil {
			return false
		}
	}
	return true
}

// roleKey folds a role for comparing.
func (r *reading) roleKey(text string) string {
	var room [96]byte
	return r.room.keyText(appendLower(room[:0], text))
}

// lowerText gives a text in lower case.
func lowerText(text string) string {
	var room [96]byte
	return string(appendLower(room[:0], text))
}
