package render

import (
	"bytes"
	"fmt"
	"io/fs"
	"strings"

	"profilegen/generator/content"
	"profilegen/generator/profile"
)

// make gives the bytes of a route.
func (s *Site) make(path string, r route) ([]byte, error) {
	var out bytes.Buffer
	err := s.makeInto(&out, path, r)
	return out.Bytes(), err
}

// makeInto writes the bytes of a route.
func (s *Site) makeInto(out *bytes.Buffer, path string, r route) error {
	name, page, err := s.page(path, r)
	if err != nil {
		return err
	}
	if name != "" {
		return s.executeInto(out, name, page)
	}
	if isLarge(r.kind) {
		return s.WriteTo(path, out)
	}
	b, err := s.appendFile(out.Bytes(), r)
	put(out, b)
	return err
}

// put gives out what it has with more behind it, in its own memory or, where there
// was no room, in that which the longer text grew into: it is not copied.
func put(out *bytes.Buffer, b []byte) { *out = *bytes.NewBuffer(b) }

// appendFile adds the bytes of what is no page to b.
func (s *Site) appendFile(b []byte, r route) ([]byte, error) {
	switch r.kind {
	case profileFeed:
		return s.profileFeed(b, s.profiles[profile.Ref(r.id)]), nil
	case profileJSON:
		return s.profileJSON(b, s.profiles[profile.Ref(r.id)]), nil
	case siteFeed:
		return s.siteFeed(b), nil
	case sitemapFile:
		return s.sitemap(b, r.part), nil
	case robotsFile:
		return s.robots(b), nil
	case searchShard:
		return s.searchFile(b, r.id), nil
	case assetFile:
		return append(b, s.assets[r.id].bytes...), nil
	}
	raw, err := s.rest(r)
	return append(b, raw...), err
}

// rest gives the bytes of what there is one of, or a few.
func (s *Site) rest(r route) ([]byte, error) {
	switch r.kind {
	case peopleData:
		return s.peopleCSV()
	case staticFile:
		return fs.ReadFile(s.in.Static, r.id)
	case pictureFile:
		return s.pictureBytes(profile.Ref(r.id), r.part)
	}
	return nil, fmt.Errorf("no way to make a page of kind %d", r.kind)
}

// page gives the layout and the matter of an HTML page; an empty name for what
// is no page.
func (s *Site) page(path string, r route) (name string, page any, err error) {
	switch r.kind {
	case homePage:
		name = "home"
		page, err = s.homePage(path)
	case peopleIndex, partiesIndex, articlesIndex, officesIndex:
		name = "list"
		page, err = s.listPage(path, r)
	case personPage:
		name = "person"
		page, err = s.personPage(path, r)
	case partyPage:
		name = "party"
		page, err = s.partyPage(path, s.profiles[profile.Ref(r.id)])
	case allPage:
		name = "all"
		ref, year, _ := strings.Cut(r.id, "\x00")
		page, err = s.allPage(path, s.profiles[profile.Ref(ref)], year, r.part)
	case articlePage:
		name = "article"
		page, err = s.articlePage(path, s.articles.at(r.id))
	case officePage:
		name = "office"
		page, err = s.officePage(path, s.officeByID[r.id])
	case freePage:
		name = "free"
		page, err = s.freePage(path, s.freePageOf(r.id))
	case timelinePage:
		name = "timeline"
		page, err = s.timelinePage(path, r)
	case searchPage:
		var p SearchPage
		name = "search"
		p.Chrome, err = s.plainPage(path, "search")
		page = p
	case missingPage:
		var p MissingPage
		name = "missing"
		p.Chrome, err = s.plainPage(path, "missing")
		p.NoIndex, p.Home = true, s.pub.Settings.BaseURL
		page = p
	case correctionsPage:
		name = "corrections"
		page, err = s.correctionsPage(path)
	case movedPage:
		name = "moved"
		page, err = s.movedPage(path, s.profiles[profile.Ref(r.id)])
	}
	return name, page, err
}

func (s *Site) personPage(path string, r route) (PersonPage, error) {
	m, p := s.maker(path), s.profiles[profile.Ref(r.id)]
	defer m.release()
	parts, err := s.profileParts(m, path, p)
	return PersonPage{parts, m.relation(p.Ref, p.Name)}, err
}

func (s *Site) freePageOf(id string) *content.Page {
	for _, p := range s.pub.Pages {
		if p.ID == id {
			return p
		}
	}
	return nil
}
