package render

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"profilegen/generator/claim"
	"profilegen/generator/content"
	"profilegen/generator/edtf"
	"profilegen/generator/profile"
	"profilegen/generator/review"
)

// The types of popolo.json, after the Popolo specification. Only what is
// simply asserted stands in it: Popolo has no place for the other side.
type popoloFile struct {
	Persons       []popoloPerson       `json:"persons"`
	Organizations []popoloOrganization `json:"organizations"`
	Memberships   []popoloMembership   `json:"memberships"`
	Posts         []popoloPost         `json:"posts"`
	Areas         []popoloArea         `json:"areas"`
	Events        []popoloEvent        `json:"events"`
}

type popoloPerson struct {
	ID             string             `json:"id"`
	Name           string             `json:"name"`
	OtherNames     []popoloName       `json:"other_names,omitempty"`
	Identifiers    []popoloIdentifier `json:"identifiers,omitempty"`
	Email          string             `json:"email,omitempty"`
	BirthDate      string             `json:"birth_date,omitempty"`
	DeathDate      string             `json:"death_date,omitempty"`
	Image          string             `json:"image,omitempty"`
	Summary        string             `json:"summary,omitempty"`
	Biography      string             `json:"biography,omitempty"`
	ContactDetails []popoloContact    `json:"contact_details,omitempty"`
	Links          []popoloLink       `json:"links,omitempty"`
	Sources        []popoloLink       `json:"sources,omitempty"`
}

type popoloOrganization struct {
	ID              string             `json:"id"`
	Name            string             `json:"name"`
	OtherNames      []popoloName       `json:"other_names,omitempty"`
	Identifiers     []popoloIdentifier `json:"identifiers,omitempty"`
	Classification  string             `json:"classification,omitempty"`
	Abstract        string             `json:"abstract,omitempty"`
	Description     string             `json:"description,omitempty"`
	FoundingDate    string             `json:"founding_date,omitempty"`
	DissolutionDate string             `json:"dissolution_date,omitempty"`
	Image           string             `json:"image,omitempty"`
	ContactDetails  []popoloContact    `json:"contact_details,omitempty"`
	Links           []popoloLink       `json:"links,omitempty"`
}

type popoloMembership struct {
	ID           string       `json:"id"`
	Label        string       `json:"label,omitempty"`
	Role         string       `json:"role,omitempty"`
	PersonID     string       `json:"person_id"`
	Organization string       `json:"organization_id,omitempty"`
	Post         string       `json:"post_id,omitempty"`
	AreaID       string       `json:"area_id,omitempty"`
	Area         *popoloArea  `json:"area,omitempty"`
	StartDate    string       `json:"start_date,omitempty"`
	EndDate      string       `json:"end_date,omitempty"`
	Sources      []popoloLink `json:"sources,omitempty"`
}

type popoloPost struct {
	ID           string `json:"id"`
	Label        string `json:"label"`
	Role         string `json:"role"`
	Organization string `json:"organization_id,omitempty"`
	AreaID       string `json:"area_id,omitempty"`
}

type popoloEvent struct {
	ID             string       `json:"id"`
	Name           string       `json:"name,omitempty"`
	Description    string       `json:"description,omitempty"`
	StartDate      string       `json:"start_date,omitempty"`
	EndDate        string       `json:"end_date,omitempty"`
	Location       string       `json:"location,omitempty"`
	Classification string       `json:"classification,omitempty"`
	Organization   string       `json:"organization_id,omitempty"`
	Attendees      []popoloRef  `json:"attendees,omitempty"`
	Sources        []popoloLink `json:"sources,omitempty"`
}

// popoloRef is somebody by id and name.
type popoloRef struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

type popoloName struct {
	Name string `json:"name"`
	Note string `json:"note,omitempty"`
}

type popoloArea struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

type popoloLink struct {
	URL  string `json:"url"`
	Note string `json:"note,omitempty"`
}

type popoloContact struct {
	Label string `json:"label,omitempty"`
	Type  string `json:"type"`
	Value string `json:"value"`
}

type popoloIdentifier struct {
	Scheme     string `json:"scheme"`
	Identifier string `json:"identifier"`
}

// popoloDate gives a date as Popolo has it; about and decade have no form there.
func popoloDate(d edtf.Date) string {
	if d.About() || d.Precision() < edtf.Year {
		return ""
	}
	return d.String()
}

// popoloMaker puts the file together.
type popoloMaker struct {
	*maker
	file  popoloFile
	known map[string]bool // organisations without a profile, areas and posts, by id
}

func (s *Site) popolo() ([]byte, error) {
	m := &popoloMaker{maker: s.maker("data/popolo.json"), known: map[string]bool{},
		file: popoloFile{[]popoloPerson{}, []popoloOrganization{}, []popoloMembership{}, []popoloPost{}, []popoloArea{}, []popoloEvent{}}}
	for _, p := range s.pub.Profiles {
		if p.Ref.IsPerson() {
			m.file.Persons = append(m.file.Persons, m.person(p))
		} else {
			m.file.Organizations = append(m.file.Organizations, m.organization(p))
		}
	}
	for _, p := range s.pub.Profiles {
		for _, f := range p.Facts {
			switch {
			case f.Status != claim.Asserted:
			case isPost(f) && p.Ref.IsPerson():
				m.membership(p, f)
			case (f.Type == claim.Event || f.Type == claim.Election) && len(f.Differs) == 0:
				m.event(p, f)
			}
		}
	}
	out, err := json.MarshalIndent(m.file, "", " ")
	if err != nil {
		return nil, fmt.Errorf("popolo.json: %w", err)
	}
	return append(out, '\n'), nil
}

// person gives what an editor wrote of somebody and the lives that sources tell.
func (m *popoloMaker) person(p *review.Profile) popoloPerson {
	out := popoloPerson{ID: p.Ref.ID(), Name: p.Name, Image: m.image(p)}
	for _, typ := range []claim.Type{claim.Birth, claim.Death} {
		f := undisputed(p.Facts, typ)
		if f == nil {
			continue
		}
		if typ == claim.Birth {
			out.BirthDate = popoloDate(f.On)
		} else {
			out.DeathDate = popoloDate(f.On)
		}
		out.Sources = m.addSources(out.Sources, f)
	}
	if e := p.Person; e != nil {
		out.OtherNames, out.Summary = popoloNames(e.Aliases, ""), e.Summary
		out.Biography = strings.TrimSpace(unmarked(e.Body))
		out.Links, out.ContactDetails, out.Identifiers = popoloLinks(e.Links)
		if len(out.ContactDetails) > 0 {
			out.Email = out.ContactDetails[0].Value
		}
	}
	return out
}

func (m *popoloMaker) organization(p *review.Profile) popoloOrganization {
	out := popoloOrganization{ID: p.Ref.ID(), Name: p.Name, Classification: "party", Image: m.image(p)}
	if e := p.Party; e != nil {
		if e.Abbreviation != "" {
			out.OtherNames = popoloNames([]string{e.Abbreviation}, "abbreviation")
		}
		out.OtherNames = append(out.OtherNames, popoloNames(e.Aliases, "")...)
		out.Abstract, out.Description = e.Summary, strings.TrimSpace(unmarked(e.Body))
		out.FoundingDate, out.DissolutionDate = popoloDate(e.Founded), popoloDate(e.Dissolved)
		out.Links, out.ContactDetails, out.Identifiers = popoloLinks(e.Links)
	}
	return out
}

// image gives the absolute address of a profile's picture.
func (m *popoloMaker) image(p *review.Profile) string {
	if v := m.picture(p, &Chrome{}); v != nil {
		return v.Absolute
	}
	return ""
}

// membership adds a post or a membership, with the organisation, the area and
// the post that it names.
func (m *popoloMaker) membership(p *review.Profile, f *profile.Fact) {
	out := popoloMembership{ID: f.ID, Label: m.w.what(m.of(f)).upper().String(), Role: f.Role, PersonID: p.Ref.ID(), Organization: m.orgID(f.Org),
		StartDate: popoloDate(f.Start), EndDate: popoloDate(f.End), Sources: m.addSources(nil, f)}
	if f.Type == claim.Membership {
		out.Role = "member"
	}
	if out.EndDate == "" && f.EndedBy != "" { // who left is no member
		out.EndDate = popoloDate(f.EndShown)
		if end := m.s.facts.at(f.EndedBy); end != nil {
			out.Sources = m.addSources(out.Sources, end)
		}
	}
	if f.Place != "" {
		out.AreaID = m.areaID(f.Place)
		out.Area = &popoloArea{out.AreaID, f.Place}
	}
	if o := m.s.later.posts()[f.ID]; o != nil {
		out.Post = o.id
		m.post(o)
	}
	m.file.Memberships = append(m.file.Memberships, out)
}

// orgID gives the id of an organisation, and adds it where it has no profile.
func (m *popoloMaker) orgID(org string) string {
	ref := profile.Ref(org)
	switch {
	case org == "":
		return ""
	case m.s.profiles[ref] != nil && !ref.IsPerson():
		return ref.ID()
	}
	name := m.named(org).Text
	id := idOf("org-", name)
	if !m.known[id] {
		m.known[id] = true
		m.file.Organizations = append(m.file.Organizations, popoloOrganization{ID: id, Name: name})
	}
	return id
}

// areaID gives the id of a place, and adds it.
func (m *popoloMaker) areaID(place string) string {
	if place == "" {
		return ""
	}
	id := idOf("area-", place)
	if !m.known[id] {
		m.known[id] = true
		m.file.Areas = append(m.file.Areas, popoloArea{id, place})
	}
	return id
}

// idOf makes an id from a name; of one without letters and digits that stand in
// ASCII, from the name as it is.
func idOf(prefix, name string) string { return prefix + cmp.Or(slug(name), name) }

// post adds an office, with the organisation and the area on which all its
// holders agree.
func (m *popoloMaker) post(o *office) {
	if m.known["post "+o.id] {
		return
	}
	m.known["post "+o.id] = true
	out := popoloPost{ID: o.id, Label: o.title}
	org, place, agreed := "", "", true
	for _, f := range o.terms {
		if out.Role == "" {
			out.Role = f.Role
		}
		for _, field := range []struct{ all, own *string }{{&org, &f.Org}, {&place, &f.Place}} {
			if *field.all == "" {
				*field.all = *field.own
			}
			agreed = agreed && (*field.own == "" || *field.own == *field.all)
		}
	}
	if agreed {
		out.Organization = m.orgID(org)
		out.AreaID = m.areaID(place)
	}
	m.file.Posts = append(m.file.Posts, out)
}

// event adds what somebody took part in or won.
func (m *popoloMaker) event(p *review.Profile, f *profile.Fact) {
	out := popoloEvent{ID: f.ID, StartDate: popoloDate(f.On), EndDate: popoloDate(f.On), Location: f.Place, Classification: string(f.Type),
		Sources: m.addSources(nil, f)}
	if f.Type == claim.Event {
		if out.Description = m.eventWords(f); out.Description == "" {
			return
		}
	} else {
		out.Name = m.told(f).upper().String()
	}
	if p.Ref.IsPerson() {
		out.Attendees = []popoloRef{{p.Ref.ID(), p.Name}}
	} else {
		out.Organization = p.Ref.ID()
	}
	m.file.Events = append(m.file.Events, out)
}

// addSources adds the addresses on which a fact stands, each once.
func (m *popoloMaker) addSources(list []popoloLink, f *profile.Fact) []popoloLink {
	for _, src := range f.Sources {
		link := safeURL(src.URL)
		if src.Article != "" {
			link = m.s.urls.at(src.Article)
		}
		if link != "" && !slices.ContainsFunc(list, func(l popoloLink) bool { return l.URL == link }) {
			list = append(list, popoloLink{URL: link, Note: src.Outlet})
		}
	}
	return list
}

func popoloNames(names []string, note string) []popoloName {
	var out []popoloName
	for _, n := range names {
		out = append(out, popoloName{n, note})
	}
	return out
}

// popoloLinks parts an editor's links into links, e-mail addresses and what
// others know somebody by.
func popoloLinks(list []content.Link) (links []popoloLink, contacts []popoloContact, ids []popoloIdentifier) {
	for _, l := range list {
		href := safeURL(l.URL)
		if address, ok := strings.CutPrefix(href, "mailto:"); ok {
			address, _, _ = strings.Cut(address, "?")
			contacts = append(contacts, popoloContact{Label: l.Name, Type: "email", Value: address})
		} else if href != "" {
			links = append(links, popoloLink{URL: href, Note: l.Name})
		}
		if _, q, ok := strings.Cut(l.URL, "wikidata.org/wiki/"); ok {
			ids = append(ids, popoloIdentifier{"wikidata", q})
		}
	}
	return links, contacts, ids
}
