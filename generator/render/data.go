package render

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"strings"

	"profilegen/generator/claim"
	"profilegen/generator/content"
	"profilegen/generator/edtf"
	"profilegen/generator/profile"
	"profilegen/generator/review"
)

// eachClaim hands out every published claim as a line of JSON, by article. The
// line is good until the next one.
func (s *Site) eachClaim(line func([]byte)) {
	var o object
	for _, a := range s.pub.Articles {
		for _, c := range a.Claims {
			o.b = o.b[:0]
			o.open()
			claimFields(&o, c.Claim)
			o.end()
			o.b = append(o.b, '\n')
			line(o.b)
		}
	}
}

// eachFact hands out every published fact as a line of JSON, by profile.
func (s *Site) eachFact(line func([]byte)) {
	var o object
	for _, p := range s.pub.Profiles {
		for _, f := range p.Facts {
			o.b = o.b[:0]
			o.open()
			factFields(&o, f)
			o.end()
			o.b = append(o.b, '\n')
			line(o.b)
		}
	}
}

// profileJSON adds a profile as data to b: what its editor wrote, every fact, and
// the claims about people without a profile that name it.
func (s *Site) profileJSON(b []byte, p *review.Profile) []byte {
	o := object{b: b}
	o.open()
	o.must("id", string(p.Ref))
	o.must("name", p.Name)
	if base := s.pub.Settings.BaseURL; base != "" {
		o.text("url", base+refAddress(p.Ref))
	}
	if p.Person != nil {
		o.list("aliases", p.Person.Aliases)
		o.text("party", p.Person.Party)
		o.date("born", p.Person.Born)
		o.date("died", p.Person.Died)
		o.text("birthplace", p.Person.Birthplace)
		o.text("summary", p.Person.Summary)
		each(&o, "links", p.Person.Links, linkFields)
		each(&o, "corrections", p.Person.Corrections, correctionFields)
	}
	if p.Party != nil {
		o.text("abbreviation", p.Party.Abbreviation)
		o.list("aliases", p.Party.Aliases)
		o.date("founded", p.Party.Founded)
		o.date("dissolved", p.Party.Dissolved)
		o.text("color", p.Party.Color)
		o.list("ideology", p.Party.Ideology)
		o.text("summary", p.Party.Summary)
		each(&o, "links", p.Party.Links, linkFields)
		each(&o, "corrections", p.Party.Corrections, correctionFields)
	}
	o.date("updated", p.Updated)
	each(&o, "facts", p.Facts, factFields)
	each(&o, "told_of_others", s.later.told()[p.Ref], factFields)
	each(&o, "mentions", p.Mentions, func(o *object, c *review.Claim) { claimFields(o, c.Claim) })
	o.end()
	return append(o.b, '\n')
}

func linkFields(o *object, l content.Link) {
	o.must("name", l.Name)
	o.must("url", l.URL)
}

func correctionFields(o *object, c content.Correction) {
	o.date("date", c.Date)
	o.must("text", c.Text)
}

// peopleCSV gives the people as a table. A cell that a spreadsheet would take
// for a formula begins with an apostrophe.
func (s *Site) peopleCSV() ([]byte, error) {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	rows := [][]string{{"id", "name", "aliases", "party", "born", "died", "birthplace", "summary", "wikidata", "updated"}}
	for _, p := range s.pub.Profiles {
		if !p.Ref.IsPerson() {
			continue
		}
		row := []string{p.Ref.ID(), p.Name, "", "", "", "", "", "", "", p.Updated.String()}
		if e := p.Person; e != nil {
			copy(row[2:], []string{strings.Join(e.Aliases, "; "), e.Party, e.Born.String(), e.Died.String(), e.Birthplace, e.Summary})
			for _, l := range e.Links {
				if l.Name == "wikidata" {
					row[8] = l.URL
				}
			}
		}
		rows = append(rows, row)
	}
	for _, row := range rows {
		for i, cell := range row {
			if cell != "" && strings.ContainsRune("=+-@\t\r\n", rune(cell[0])) {
				row[i] = "'" + cell
			}
		}
	}
	if err := w.WriteAll(rows); err != nil {
		return nil, fmt.Errorf("people.csv: %w", err)
	}
	return b.Bytes(), nil
}

// The types of popolo.json, after the Popolo specification. Only what is
// simply asserted stands in it: Popolo has no place for the other side.
type popoloFile struct {
	Persons       []popoloPerson       `json:"persons"`
	Organizations []popoloOrganization `json:"organizations"`
	Memberships   []popoloMembership   `json:"memberships"`
}

type popoloPerson struct {
	ID          string             `json:"id"`
	Name        string             `json:"name"`
	OtherNames  []popoloName       `json:"other_names,omitempty"`
	Identifiers []popoloIdentifier `json:"identifiers,omitempty"`
	BirthDate   string             `json:"birth_date,omitempty"`
	DeathDate   string             `json:"death_date,omitempty"`
	Summary     string             `json:"summary,omitempty"`
	Links       []popoloLink       `json:"links,omitempty"`
}

type popoloOrganization struct {
	ID              string       `json:"id"`
	Name            string       `json:"name"`
	Classification  string       `json:"classification,omitempty"`
	Abstract        string       `json:"abstract,omitempty"`
	OtherNames      []popoloName `json:"other_names,omitempty"`
	FoundingDate    string       `json:"founding_date,omitempty"`
	DissolutionDate string       `json:"dissolution_date,omitempty"`
	Links           []popoloLink `json:"links,omitempty"`
}

type popoloMembership struct {
	ID           string       `json:"id"`
	PersonID     string       `json:"person_id"`
	Organization string       `json:"organization_id,omitempty"`
	OnBehalfOf   string       `json:"on_behalf_of_id,omitempty"`
	Role         string       `json:"role,omitempty"`
	Label        string       `json:"label,omitempty"`
	Area         *popoloArea  `json:"area,omitempty"`
	StartDate    string       `json:"start_date,omitempty"`
	EndDate      string       `json:"end_date,omitempty"`
	Sources      []popoloLink `json:"sources,omitempty"`
}

type popoloName struct {
	Name string `json:"name"`
}

type popoloArea struct {
	Name string `json:"name"`
}

type popoloLink struct {
	URL  string `json:"url"`
	Note string `json:"note,omitempty"`
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

func (s *Site) popolo() ([]byte, error) {
	file := popoloFile{Persons: []popoloPerson{}, Organizations: []popoloOrganization{}, Memberships: []popoloMembership{}}
	others := map[string]string{} // organisations without a profile, by name
	for _, p := range s.pub.Profiles {
		if p.Ref.IsPerson() {
			file.Persons = append(file.Persons, popoloPersonOf(p))
		} else {
			file.Organizations = append(file.Organizations, popoloOrganizationOf(p))
		}
	}
	for _, p := range s.pub.Profiles {
		if !p.Ref.IsPerson() {
			continue
		}
		for _, f := range p.Facts {
			if !isPost(f) || f.Status != claim.Asserted {
				continue
			}
			m := s.popoloMembershipOf(p, f)
			if m.EndDate == "" && f.EndedBy != "" { // who left is no member
				m.EndDate = popoloDate(f.EndShown)
			}
			switch {
			case strings.HasPrefix(f.Org, "parties/"):
				m.Organization = profile.Ref(f.Org).ID()
			case f.Org != "":
				id := "org-" + slug(f.Org)
				if _, known := others[id]; !known {
					others[id] = f.Org
					file.Organizations = append(file.Organizations, popoloOrganization{ID: id, Name: f.Org})
				}
				m.Organization = id
			}
			file.Memberships = append(file.Memberships, m)
		}
	}
	out, err := json.MarshalIndent(file, "", " ")
	if err != nil {
		return nil, fmt.Errorf("popolo.json: %w", err)
	}
	return append(out, '\n'), nil
}

func (s *Site) popoloMembershipOf(p *review.Profile, f *profile.Fact) popoloMembership {
	m := popoloMembership{ID: f.ID, PersonID: p.Ref.ID(), Role: f.Role, StartDate: popoloDate(f.Start), EndDate: popoloDate(f.End)}
	if f.Type == claim.Membership {
		m.Role = "member"
	}
	if f.Place != "" {
		m.Area = &popoloArea{f.Place}
	}
	for _, src := range f.Sources {
		link := safeURL(src.URL)
		if src.Article != "" {
			link = s.urls.at(src.Article)
		}
		if link != "" {
			m.Sources = append(m.Sources, popoloLink{URL: link, Note: src.Outlet})
		}
	}
	return m
}

func popoloPersonOf(p *review.Profile) popoloPerson {
	out := popoloPerson{ID: p.Ref.ID(), Name: p.Name, BirthDate: lifeDate(p, claim.Birth), DeathDate: lifeDate(p, claim.Death)}
	if e := p.Person; e != nil {
		out.OtherNames, out.Summary = popoloNames(e.Aliases), e.Summary
		out.Links = popoloLinks(e.Links)
		for _, l := range e.Links {
			if _, q, ok := strings.Cut(l.URL, "wikidata.org/wiki/"); ok && l.Name == "wikidata" {
				out.Identifiers = append(out.Identifiers, popoloIdentifier{"wikidata", q})
			}
		}
	}
	return out
}

// lifeDate gives the day of a birth or a death on which nobody disagrees.
func lifeDate(p *review.Profile, typ claim.Type) string {
	if f := undisputed(p.Facts, typ); f != nil {
		return popoloDate(f.On)
	}
	return ""
}

// undisputed gives the fact of a type on which nobody disagrees; an editor's
// line goes before what articles tell.
func undisputed(facts []*profile.Fact, typ claim.Type) *profile.Fact {
	for _, f := range facts {
		if f.Type == typ && f.Status == claim.Asserted && (f.Origin != profile.Extracted || len(f.Differs) == 0) {
			return f
		}
	}
	return nil
}

func popoloOrganizationOf(p *review.Profile) popoloOrganization {
	out := popoloOrganization{ID: p.Ref.ID(), Name: p.Name, Classification: "party"}
	if e := p.Party; e != nil {
		names := e.Aliases
		if e.Abbreviation != "" {
			names = append([]string{e.Abbreviation}, names...)
		}
		out.OtherNames, out.Links = popoloNames(names), popoloLinks(e.Links)
		out.Abstract = e.Summary
		out.FoundingDate, out.DissolutionDate = popoloDate(e.Founded), popoloDate(e.Dissolved)
	}
	return out
}

func popoloNames(names []string) []popoloName {
	var out []popoloName
	for _, n := range names {
		out = append(out, popoloName{n})
	}
	return out
}

func popoloLinks(links []content.Link) []popoloLink {
	var out []popoloLink
	for _, l := range links {
		if href := safeURL(l.URL); href != "" {
			out = append(out, popoloLink{URL: href, Note: l.Name})
		}
	}
	return out
}
