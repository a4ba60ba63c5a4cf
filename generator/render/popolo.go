package render

import (
	"cmp"
	"slices"

	"profilegen/generator/claim"
	"profilegen/generator/content"
	"profilegen/generator/profile"
	"profilegen/generator/review"
)

// popolo.json follows the Popolo specification. Only what is simply asserted
// stands in it: Popolo has no place for the other side. It grows with the site,
// and is written line by line.

// popoloMaker writes the file, piece by piece.
type popoloMaker struct {
	object
	m       *maker
	piece   func([]byte)
	lists   int        // that were begun
	items   int        // of the list
	orgs    popoloList // organisations without a profile
	areas   popoloList
	posts   []*office
	posted  map[*office]bool
	sourced []content.Link // memory for the sources of one thing
}

// popoloList are things with an id and a name, each once, as they came up.
type popoloList struct {
	ids, names []string
	known      map[string]bool
}

func (l *popoloList) id(prefix, name string) string {
	if name == "" {
		return ""
	}
	id := prefix + cmp.Or(slug(name), name) // a name without letters of ASCII stands as it is
	if !l.known[id] {
		l.known[id] = true
		l.ids, l.names = append(l.ids, id), append(l.names, name)
	}
	return id
}

// eachPopolo hands out the file in pieces, each good until the next.
func (s *Site) eachPopolo(piece func([]byte)) {
	w := &popoloMaker{m: s.maker("data/popolo.json"), piece: piece, posted: map[*office]bool{},
		orgs: popoloList{known: map[string]bool{}}, areas: popoloList{known: map[string]bool{}}}
	defer w.m.reuse()
	people := slices.DeleteFunc(slices.Clone(s.pub.Profiles), func(p *review.Profile) bool { return !p.Ref.IsPerson() })
	parties := slices.DeleteFunc(slices.Clone(s.pub.Profiles), func(p *review.Profile) bool { return p.Ref.IsPerson() })
	w.collect(people)
	w.list("persons")
	for _, p := range people {
		w.item(func() bool { w.person(p); return true })
	}
	w.list("organizations")
	for _, p := range parties {
		w.item(func() bool { w.party(p); return true })
	}
	w.named(&w.orgs)
	w.list("memberships")
	for _, p := range people {
		for _, f := range p.Facts {
			w.item(func() bool { return w.membership(p, f) })
		}
	}
	w.list("posts")
	for _, o := range w.posts {
		w.item(func() bool { w.post(o); return true })
	}
	w.list("areas")
	w.named(&w.areas)
	w.list("events")
	for _, p := range s.pub.Profiles {
		for _, f := range p.Facts {
			w.item(func() bool { return w.event(p, f) })
		}
	}
	w.piece([]byte("\n]\n}\n"))
}

// list begins one of the file's lists.
func (w *popoloMaker) list(name string) {
	before := "{\n"
	if w.lists > 0 {
		before = "\n],\n"
	}
	w.lists, w.items = w.lists+1, 0
	w.piece([]byte(before + `"` + name + `": [`))
}

// item adds what write makes, unless that says that it is nothing.
func (w *popoloMaker) item(write func() bool) {
	w.b = append(w.b[:0], ",\n"...)
	w.open()
	if !write() {
		return
	}
	w.end()
	if w.items == 0 {
		w.b = w.b[1:]
	}
	w.items++
	w.piece(w.b)
	w.m.w.reset()
}

func (w *popoloMaker) named(l *popoloList) {
	for i, id := range l.ids {
		w.item(func() bool {
			w.must("id", id)
			w.must("name", l.names[i])
			return true
		})
	}
}

// isHeldPost tells of posts and memberships that nobody disputes.
func isHeldPost(f *profile.Fact) bool { return isPost(f) && f.Status == claim.Asserted }

// collect finds the organisations, areas and posts that memberships name.
func (w *popoloMaker) collect(people []*review.Profile) {
	posts := w.m.s.later.posts()
	for _, p := range people {
		for _, f := range p.Facts {
			if !isHeldPost(f) {
				continue
			}
			w.orgID(f.Org)
			w.areas.id("area-", f.Place)
			if o := posts[f]; o != nil && !w.posted[o] {
				w.posted[o] = true
				w.posts = append(w.posts, o)
			}
		}
	}
	for _, o := range w.posts { // of terms that are disputed
		_, org, place := w.agreed(o)
		w.orgID(org)
		w.areas.id("area-", place)
	}
}

// orgID gives the id of an organisation, and notes it where it has no profile.
func (w *popoloMaker) orgID(org string) string {
	ref := profile.Ref(org)
	if w.m.s.profiles[ref] != nil && !ref.IsPerson() {
		return ref.ID()
	}
	return w.orgs.id("org-", w.m.named(org).Text)
}

// agreed gives the role of an office, and the organisation and the area on
// which all its holders agree.
func (w *popoloMaker) agreed(o *office) (role, org, place string) {
	same := true
	for _, f := range o.terms {
		role, org, place = cmp.Or(role, f.Role), cmp.Or(org, f.Org), cmp.Or(place, f.Place)
		same = same && (f.Org == "" || f.Org == org) && (f.Place == "" || f.Place == place)
	}
	if !same {
		return role, "", ""
	}
	return role, org, place
}
