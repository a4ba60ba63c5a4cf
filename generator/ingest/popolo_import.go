package ingest

import (
	"fmt"
	"io/fs"
	"strings"

	"profilegen/generator/content"
	"profilegen/generator/diag"
	"profilegen/generator/edtf"
)

// Imported is what became of Popolo files.
type Imported struct {
	// Files are those to be written, sorted by path; none where there is an error.
	Files           []File
	People, Parties int
	// Kept are the files that the site has already, which stay as they are.
	Kept []string
}

// importer makes profiles of Popolo.
type importer struct {
	files         []*popoloFile
	organizations map[*popoloFile]map[ident]*organization
	people        []*person
	parties       []*organization
	known         map[*popoloFile]map[ident]*person
	problems      []diag.Problem
}

// person is one person of Popolo, on the way to a file.
type person struct {
	told *popoloPerson
	profiled
	memberships []*membership
	lines       []line
	events      []event
}

// organization is one organisation, or several that are one, on the way to a file.
type organization struct {
	told *popoloOrganization
	profiled
	isParty bool
	nobody  bool // it stands for not being in one
	leaders []line
	events  []event
}

// membership is one membership with the file whose ids it uses.
type membership struct {
	*popoloMembership
	org, behalf *organization
}

// ImportPopolo makes people and parties of Popolo files. fsys is the site's
// folder: a profile that it has already is kept as it is. Where anything is
// wrong, nothing is made.
func ImportPopolo(fsys fs.FS, sources []Source) (Imported, []diag.Problem) {
	im := &importer{organizations: map[*popoloFile]map[ident]*organization{}, known: map[*popoloFile]map[ident]*person{}}
	for _, s := range sources {
		f, problems := readPopolo(s)
		im.problems = append(im.problems, problems...)
		if f != nil {
			im.files = append(im.files, f)
		}
	}
	im.readOrganizations()
	im.readPeople()
	im.readMemberships()
	im.findParties()
	sitePeople, siteParties := profilesThere(fsys)
	assign(profilesOf(im.people, func(p *person) *profiled { return &p.profiled }), sitePeople)
	assign(profilesOf(im.parties, func(o *organization) *profiled { return &o.profiled }), siteParties)
	im.tellTwins()
	for _, p := range im.people {
		im.makeLines(p)
	}
	im.readEvents()
	done := im.write()
	if diag.Has(im.problems, diag.Error) {
		done = Imported{}
	}
	return done, diag.Sort(im.problems)
}

func profilesOf[T any](list []T, of func(T) *profiled) []*profiled {
	profiles := make([]*profiled, len(list))
	for i, one := range list {
		profiles[i] = of(one)
	}
	return profiles
}

func (im *importer) tell(p diag.Problem) { im.problems = append(im.problems, p) }

// readOrganizations notes the organisations of each file by their ids.
func (im *importer) readOrganizations() {
	for _, f := range im.files {
		byID := map[ident]*organization{}
		im.organizations[f] = byID
		for _, o := range f.organizations {
			if byID[o.ID] != nil && o.ID != "" {
				im.tell(o.tell(diag.Error, "duplicate-id", fmt.Sprintf("the id %q stands twice among the organizations", o.ID), "keep one of them", "id"))
				continue
			}
			byID[o.key()] = im.newOrganization(o)
		}
	}
}

// key is an organisation's id, or, of one without, its name: written so that no
// id is the same.
func (o *popoloOrganization) key() ident {
	if o.ID == "" {
		return ident("\x00" + content.FoldName(o.Name))
	}
	return o.ID
}

func (im *importer) newOrganization(o *popoloOrganization) *organization {
	name := cleanName(o.Name)
	if err := content.CheckName(name); err != nil {
		im.tell(o.tell(diag.Error, "bad-name", "the organization's name "+err.Error(), "write it into the file", "name"))
	}
	var others []string
	for _, n := range o.OtherNames {
		others = append(others, n.Name)
	}
	return &organization{told: o, profiled: profiled{
		place: &o.place, own: o.ID, name: name, alone: soleID(o.ID, name), aliases: aliasesOf(name, others),
		wikidata: partyNumber(o.Identifiers), date: im.date(&o.place, "founding_date", o.FoundingDate),
	}}
}

// independents is Wikidata's number for politicians without a party: a kind of
// people, which files give to what they keep in the place of a party.
const independents = "Q327591"

func partyNumber(identifiers []popoloIdentifier) string {
	if q := wikidataIn(identifiers); q != independents {
		return q
	}
	return ""
}

func wikidataIn(identifiers []popoloIdentifier) string {
	for _, i := range identifiers {
		if q := string(i.Identifier); strings.EqualFold(i.Scheme, "wikidata") && len(q) > 1 && q[0] == 'Q' && strings.Trim(q[1:], "0123456789") == "" {
			return q
		}
	}
	return ""
}

func (im *importer) readPeople() {
	for _, f := range im.files {
		byID := map[ident]*person{}
		im.known[f] = byID
		for _, p := range f.people {
			if byID[p.ID] != nil && p.ID != "" {
				im.tell(p.tell(diag.Error, "duplicate-id", fmt.Sprintf("the id %q stands twice among the persons", p.ID), "keep one of them", "id"))
				continue
			}
			name := cleanName(p.Name)
			if name == "" {
				name = cleanName(p.GivenName + " " + p.FamilyName)
			}
			if err := content.CheckName(name); err != nil {
				im.tell(p.tell(diag.Error, "bad-name", "the person's name "+err.Error(), "write it into the file", "name"))
				continue
			}
			var others []string
			if prefix := cleanName(p.Prefix); prefix != "" {
				others = append(others, prefix+" "+name)
			}
			for _, n := range p.OtherNames {
				others = append(others, n.Name)
			}
			one := &person{told: p, profiled: profiled{
				place: &p.place, own: p.ID, name: name, alone: soleID(p.ID, name), aliases: aliasesOf(name, others),
				wikidata: wikidataIn(p.Identifiers), date: im.date(&p.place, "birth_date", p.BirthDate),
			}}
			if p.ID != "" {
				byID[p.ID] = one
			}
			im.people = append(im.people, one)
		}
	}
}

// tellTwins tells of people who may be one person told twice.
func (im *importer) tellTwins() {
	first := map[string]*person{}
	for _, p := range im.people {
		if p.date == "" {
			continue
		}
		key := p.date + content.FoldName(p.name)
		if other := first[key]; other != nil {
			im.tell(p.tell(diag.Warning, "twins", fmt.Sprintf("two people are called %s and were born on %s", p.name, p.date),
				fmt.Sprintf("if they are one, merge content/people/%s.md and %s.md, and name the old address under redirects", other.id, p.id)))
			continue
		}
		first[key] = p
	}
}

// date gives a date as content has it: empty where none is told, without the
// parts that are not known, and an error where it is no date.
func (im *importer) date(p *place, key, text string) string {
	text = strings.TrimSpace(text)
	if at := strings.IndexAny(text, "T "); at == len("2006-01-02") {
		text = text[:at]
	}
	for strings.HasSuffix(text, "-00") {
		text = strings.TrimSuffix(text, "-00")
	}
	if text == "" || strings.Trim(text, "0") == "" {
		return ""
	}
	d, err := edtf.Parse(text)
	if err != nil {
		im.tell(p.tell(diag.Error, "bad-date", fmt.Sprintf("%s: %q is not a date", key, text), "write 1971, 1971-12 or 1971-12-27 into the file", key))
		return ""
	}
	return d.String()
}
