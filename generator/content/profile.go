package content

import (
	"crypto/sha256"

	"profilegen/generator/diag"
)

// personKeys and partyKeys are the keys of the two kinds of profile.
func personKeys() []string {
	return []string{"name", "aliases", "redirects", "not", "party", "born", "died", "birthplace", "image", "summary",
		"links", "memberships", "positions", "events", "corrections", "draft"}
}

func partyKeys() []string {
	return []string{"name", "abbreviation", "aliases", "redirects", "founded", "dissolved", "color", "ideology",
		"leaders", "links", "summary", "image", "events", "corrections", "draft"}
}

// ParsePerson reads one file of content/people; the person is nil where there
// is an error.
func ParsePerson(file string, raw []byte) (*Person, []diag.Problem) {
	r := &reader{file: file}
	p := &Person{ID: idOf(file), File: file, Hash: sha256.Sum256(raw), Places: make(map[string]Place)}
	f, ok := r.document(raw, p.Places, &p.Body, personKeys())
	if !ok {
		return nil, r.problems
	}
	p.Name = f.needName("name")
	p.Aliases = f.aliases()
	p.Redirects = f.redirects()
	p.Not = f.names("not")
	p.Party = f.name("party")
	p.Born, p.Died = f.span("born", "died")
	p.Birthplace = f.name("birthplace")
	p.Image = f.image("image")
	p.Summary = f.text("summary")
	p.Links = f.links()
	for e := range f.tables("memberships", "party: …", "party", "start", "end", "sources") {
		m := Membership{Party: e.needName("party"), Sources: e.sources()}
		m.Start, m.End = e.span("start", "end")
		p.Memberships = append(p.Memberships, m)
	}
	for e := range f.tables("positions", "role: …", "role", "place", "org", "start", "end", "sources") {
		post := Position{Role: e.needName("role"), Place: e.name("place"), Org: e.name("org"), Sources: e.sources()}
		post.Start, post.End = e.span("start", "end")
		p.Positions = append(p.Positions, post)
	}
	p.Events = f.events()
	p.Corrections = f.corrections()
	p.Draft = f.flag("draft")
	if r.failed() {
		return nil, r.problems
	}
	return p, r.problems
}

// ParseParty reads one file of content/parties; the party is nil where there is
// an error.
func ParseParty(file string, raw []byte) (*Party, []diag.Problem) {
	r := &reader{file: file}
	p := &Party{ID: idOf(file), File: file, Hash: sha256.Sum256(raw), Places: make(map[string]Place)}
	f, ok := r.document(raw, p.Places, &p.Body, partyKeys())
	if !ok {
		return nil, r.problems
	}
	p.Name = f.needName("name")
	p.Abbreviation = f.name("abbreviation")
	p.Aliases = f.aliases()
	p.Redirects = f.redirects()
	p.Founded, p.Dissolved = f.span("founded", "dissolved")
	p.Color = f.color("color")
	p.Ideology = f.ideology()
	for e := range f.tables("leaders", "person: …", "person", "start", "end", "sources") {
		l := Leader{Person: e.needName("person"), Sources: e.sources()}
		l.Start, l.End = e.span("start", "end")
		p.Leaders = append(p.Leaders, l)
	}
	p.Links = f.links()
	p.Summary = f.text("summary")
	p.Image = f.image("image")
	p.Events = f.events()
	p.Corrections = f.corrections()
	p.Draft = f.flag("draft")
	if r.failed() {
		return nil, r.problems
	}
	return p, r.problems
}

// ParsePage reads one file of content/pages; the page is nil where there is an
// error.
func ParsePage(file string, raw []byte) (*Page, []diag.Problem) {
	r := &reader{file: file}
	p := &Page{ID: idOf(file), File: file, Hash: sha256.Sum256(raw), Places: make(map[string]Place)}
	f, ok := r.document(raw, p.Places, &p.Body, []string{"title", "summary", "draft"})
	if !ok {
		return nil, r.problems
	}
	p.Title = f.needName("title")
	p.Summary = f.text("summary")
	p.Draft = f.flag("draft")
	if r.failed() {
		return nil, r.problems
	}
	return p, r.problems
}

// document decodes and cuts a file that must have front matter, and opens that.
func (r *reader) document(raw []byte, places map[string]Place, body *string, keys []string) (form, bool) {
	text, ok := r.decode(raw)
	if !ok {
		return form{}, false
	}
	if isBlank(text) {
		r.wrong(Place{1, 1}, "empty", "the file is empty", "begin it with a line ---, then "+keys[0]+": …, then a line ---")
		return form{}, false
	}
	cutText, ok := cut(r, text)
	if !ok {
		return form{}, false
	}
	if cutText.values == nil {
		r.wrong(Place{1, 1}, "no-front-matter", "there is no front matter", "begin the file with a line ---, then "+keys[0]+": …, then a line ---")
		return form{}, false
	}
	*body = cutText.body
	r.checkMarkdown(cutText.body, cutText.line)
	return r.open(cutText.values, places, "", keys...)
}
