package ingest

import (
	"fmt"

	"profilegen/generator/diag"
)

// readMemberships gives each person the memberships that name them, wherever in
// the files they stand.
func (im *importer) readMemberships() {
	for _, f := range im.files {
		for _, m := range f.memberships {
			im.addMembership(f, m, nil, nil)
		}
		for _, o := range f.organizations {
			for i := range o.Memberships {
				m := &o.Memberships[i]
				m.place = o.place
				im.addMembership(f, m, nil, im.organizations[f][o.key()])
			}
		}
	}
	for _, p := range im.people {
		for i := range p.told.Memberships {
			m := &p.told.Memberships[i]
			m.place = p.told.place
			im.addMembership(p.in, m, p, nil)
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
		id = own.key()
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
