package ingest

import (
	"fmt"
	"io/fs"
	"slices"
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
			byID[o.ID] = im.newOrganization(o)
		}
	}
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
		place: &o.place, own: o.ID, name: name, aliases: aliasesOf(name, others),
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
				place: &p.place, own: p.ID, name: name, aliases: aliasesOf(name, others),
				wikidata: wikidataIn(p.Identifiers), date: im.date(&p.place, "birth_date", p.BirthDate),
			}}
			byID[p.ID] = one
			im.people = append(im.people, one)
		}
	}
}

// readMemberships gives each person the memberships that name them, wherever in
// the files they stand.
func (im *importer) readMemberships() {
	for _, f := range im.files {
		for _, m := range f.memberships {
			im.addMembership(f, m, nil, nil)
		}
		for _, p := range f.people {
			for i := range p.Memberships {
				m := &p.Memberships[i]
				m.place = p.place
				im.addMembership(f, m, im.known[f][p.ID], nil)
			}
		}
		for _, o := range f.organizations {
			for i := range o.Memberships {
				m := &o.Memberships[i]
				m.place = o.place
				im.addMembership(f, m, nil, im.organizations[f][o.ID])
			}
		}
	}
}

func (im *importer) addMembership(f *popoloFile, m *popoloMembership, p *person, o *organization) {
	if p == nil {
		p = find(im.files, im.known, f, m.PersonID)
	}
	if p == nil {
		im.tell(m.tell(diag.Warning, "no-person", fmt.Sprintf("a membership of nobody: there is no person %q", m.PersonID), "it is left out", "person_id"))
		return
	}
	one := &membership{popoloMembership: m, org: o}
	orgID := m.OrganizationID
	if post := m.post(); post != nil && orgID == "" {
		orgID = post.OrganizationID
	}
	if one.org == nil {
		one.org = im.organizationOf(f, m, orgID, m.Organization, "organization_id")
	}
	one.behalf = im.organizationOf(f, m, m.OnBehalfOfID, m.OnBehalfOf, "on_behalf_of_id")
	p.memberships = append(p.memberships, one)
}

// organizationOf finds an organisation that a membership names by its id, or
// brings itself.
func (im *importer) organizationOf(f *popoloFile, m *popoloMembership, id ident, own *popoloOrganization, key string) *organization {
	if own != nil && id == "" {
		id = own.ID
	}
	if id == "" && own == nil {
		return nil
	}
	if o := find(im.files, im.organizations, f, id); o != nil {
		return o
	}
	if own == nil {
		im.tell(m.tell(diag.Warning, "no-organization", fmt.Sprintf("there is no organization %q", id), "the membership is taken without it", key))
		return nil
	}
	own.place = m.place
	o := im.newOrganization(own)
	im.organizations[f][id] = o
	return o
}

// find gives what an id means: in its own file, or in the only other that has it.
func find[T any](files []*popoloFile, all map[*popoloFile]map[ident]*T, own *popoloFile, id ident) *T {
	if id == "" {
		return nil
	}
	if found := all[own][id]; found != nil {
		return found
	}
	var found *T
	for _, f := range files {
		if other := all[f][id]; other != nil {
			if found != nil {
				return nil
			}
			found = other
		}
	}
	return found
}

// post gives a membership's post: its own, or that of the file.
func (m *popoloMembership) post() *popoloPost {
	if m.Post != nil {
		return m.Post
	}
	return m.in.posts[m.PostID]
}

// findParties picks the organisations that are parties. Popolo leaves open how
// an organisation is classified: one without any is a party where somebody sits
// on its behalf.
func (im *importer) findParties() {
	for _, p := range im.people {
		for _, m := range p.memberships {
			if m.behalf != nil && m.behalf.told.Classification == "" {
				m.behalf.isParty = true
			}
		}
	}
	var all []*organization
	for _, f := range im.files {
		for _, o := range im.organizations[f] {
			o.isParty = o.isParty || isPartyClass(o.told.Classification)
			switch {
			case !o.isParty || o.name == "":
			case isNoParty(o.name):
				o.isParty, o.nobody = false, true
				im.tell(o.tell(diag.Warning, "no-party", fmt.Sprintf("%q says that a party is not known, and is taken for none", o.name), "", "name"))
			default:
				all = append(all, o)
			}
		}
	}
	slices.SortStableFunc(all, func(a, b *organization) int { return compareProfiled(&a.profiled, &b.profiled) })
	im.parties = im.joinParties(all)
}

// isPartyClass tells of the ways in which files say that an organisation is a
// party; a faction or a group in a parliament is none.
func isPartyClass(classification string) bool {
	words := strings.ToLower(strings.NewReplacer("_", " ", "-", " ").Replace(classification))
	return words == "party" || words == "politicalparty" || strings.HasSuffix(words, " party")
}

// isNoParty tells of the names by which files say that somebody's party is not
// known, or that there is none. Independents are as the file has them.
func isNoParty(name string) bool {
	switch content.FoldName(name) {
	case "unknown", "none", "no party", "not known", "n/a", "na", "-":
		return true
	}
	return false
}

// joinParties makes one of the parties that are told twice: those of one name
// or one Wikidata number, if nothing speaks against it.
func (im *importer) joinParties(all []*organization) []*organization {
	var parties []*organization
	first := map[string]*organization{}
	joined := map[*organization]*organization{}
	for _, o := range all {
		keys := []string{"name " + content.FoldName(o.name)}
		if o.wikidata != "" {
			keys = append(keys, o.wikidata)
		}
		var same *organization
		for _, key := range keys {
			if other := first[key]; other != nil && agree(other.wikidata, o.wikidata) && (agree(other.date, o.date) || key == o.wikidata) {
				same = other
				break
			}
		}
		if same == nil {
			same = o
			parties = append(parties, o)
		} else {
			joined[o] = same
			if o.in == same.in {
				im.tell(o.tell(diag.Warning, "party-twice", fmt.Sprintf("the party %s stands there twice (%s and %s)", o.name, same.own, o.own), "both are taken for one"))
			}
			same.aliases = aliasesOf(same.name, slices.Concat(same.aliases, []string{o.name}, o.aliases))
			if same.wikidata == "" {
				same.wikidata = o.wikidata
			}
		}
		for _, key := range keys {
			if first[key] == nil {
				first[key] = same
			}
		}
	}
	for _, p := range im.people {
		for _, m := range p.memberships {
			if same := joined[m.org]; same != nil {
				m.org = same
			}
			if same := joined[m.behalf]; same != nil {
				m.behalf = same
			}
		}
	}
	return parties
}

// agree tells that two marks of one thing do not contradict each other.
func agree(a, b string) bool { return a == "" || b == "" || a == b }

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
