package render

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"

	"profilegen/generator/content"
	"profilegen/generator/diag"
)

// kind says what stands at a path.
type kind uint8

const (
	homePage kind = iota
	peopleIndex
	partiesIndex
	articlesIndex
	officesIndex
	personPage
	partyPage
	allPage
	articlePage
	officePage
	freePage
	timelinePage
	searchPage
	correctionsPage
	missingPage
	movedPage
	siteFeed
	profileFeed
	profileJSON
	claimsData
	factsData
	popoloData
	peopleData
	sitemapFile
	robotsFile
	searchShard
	assetFile
	staticFile
	pictureFile
)

// route is what stands at a path: its kind, what it is about, and which part
// of a list that was cut.
type route struct {
	kind kind
	id   string // an id, a Ref, a letter, a year, or the target of a redirect
	part int    // 1 for the second part of a list
}

// asker is the editor's file that asked for a path, for messages; the site itself
// has none.
type asker struct {
	file string
	line content.Place
}

// maxList is how many entries an index or the timeline shows on one page.
const maxList = 500

// layOut makes the table of paths; two pages with one address are a problem.
func (s *Site) layOut() []diag.Problem {
	paths := 100 + 3*len(s.pub.Profiles) + len(s.pub.Articles) + len(s.offices) // and those of lists and pictures
	t := table{routes: make(map[string]route, paths), askers: make(map[string]string, paths), moved: map[string]content.Place{}, folded: map[string]string{}}
	for p, k := range map[string]kind{
		"index.html": homePage, "people/index.html": peopleIndex, "parties/index.html": partiesIndex,
		"articles/index.html": articlesIndex, "offices/index.html": officesIndex, "timeline/index.html": timelinePage,
		"search/index.html": searchPage, "corrections/index.html": correctionsPage, "404.html": missingPage,
		"feed.xml": siteFeed, "robots.txt": robotsFile, "data/claims.jsonl": claimsData, "data/facts.jsonl": factsData,
		"data/popolo.json": popoloData, "data/people.csv": peopleData,
	} {
		t.add(p, route{kind: k}, asker{})
	}
	s.layOutProfiles(&t)
	for _, a := range s.pub.Articles {
		t.add("articles/"+a.ID+"/index.html", route{kind: articlePage, id: a.ID}, asker{file: a.File})
	}
	for _, o := range s.offices {
		t.add("offices/"+o.id+"/index.html", route{kind: officePage, id: o.id}, asker{})
	}
	for _, p := range s.pub.Pages {
		t.add(p.ID+"/index.html", route{kind: freePage, id: p.ID}, asker{file: p.File})
	}
	s.layOutLists(&t)
	for _, name := range slices.Sorted(maps.Keys(s.assets)) {
		t.add(name, route{kind: assetFile, id: name}, asker{})
	}
	s.layOutPictures(&t)
	s.layOutStatic(&t)
	s.layOutRedirects(&t)
	s.searchTaken(&t)
	sorted := slices.AppendSeq(make([]string, 0, len(t.routes)), maps.Keys(t.routes))
	slices.Sort(sorted)
	t.nested(sorted)
	s.routes = t.routes
	s.layOutSitemap(sorted)
	return t.problems
}

func (s *Site) layOutProfiles(t *table) {
	for _, p := range s.pub.Profiles {
		base, k, by := string(p.Ref)+"/", partyPage, asker{}
		if p.Ref.IsPerson() {
			k = personPage
		}
		switch {
		case p.Person != nil:
			by.file = p.Person.File
		case p.Party != nil:
			by.file = p.Party.File
		}
		id := string(p.Ref)
		t.add(base+"index.html", route{kind: k, id: id}, by)
		t.add(base+"index.json", route{kind: profileJSON, id: id}, by)
		t.add(base+"feed.xml", route{kind: profileFeed, id: id}, by)
		if s.overflows(p) {
			for year, parts := range s.yearsOf(p) {
				for part := range parts {
					t.add(partPath(base+"all/", year, part), route{kind: allPage, id: id + "\x00" + year, part: part}, by)
				}
			}
		}
	}
}

// partPath gives the path of a part of a list: "timeline/2014/index.html",
// "timeline/2014/2/index.html" of the second.
func partPath(base, name string, part int) string {
	if name != "" {
		base += name + "/"
	}
	if part > 0 {
		base += fmt.Sprint(part+1) + "/"
	}
	return base + "index.html"
}

func (s *Site) layOutStatic(t *table) {
	if s.in.Static == nil {
		return
	}
	err := fs.WalkDir(s.in.Static, ".", func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.Type().IsRegular() {
			t.add(p, route{kind: staticFile, id: p}, asker{file: "static/" + p})
		}
		return nil
	})
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.problems = append(t.problems, diag.Problem{File: "static", Severity: diag.Error, Code: "static",
			Text: fmt.Sprintf("the folder cannot be read: %v", err)})
	}
}

func (s *Site) layOutRedirects(t *table) {
	for _, p := range s.pub.Profiles {
		var list []string
		var file string
		var places map[string]content.Place
		switch {
		case p.Person != nil:
			list, file, places = p.Person.Redirects, p.Person.File, p.Person.Places
		case p.Party != nil:
			list, file, places = p.Party.Redirects, p.Party.File, p.Party.Places
		}
		for i, old := range list {
			place, ok := places[fmt.Sprintf("redirects[%d]", i)]
			if !ok {
				place = places["redirects"]
			}
			target := strings.Trim(path.Clean("/"+old), "/")
			if path.Ext(target) != ".html" {
				target = strings.TrimPrefix(target+"/index.html", "/")
			}
			t.add(target, route{kind: movedPage, id: string(p.Ref)}, asker{file, place})
		}
	}
}

// table collects the paths and finds those that two pages claim.
type table struct {
	routes   map[string]route
	askers   map[string]string        // the files that asked for paths
	moved    map[string]content.Place // where they did, of old addresses
	folded   map[string]string        // paths with capitals and beyond ASCII, by the form in which file systems may mix them up
	problems []diag.Problem
}

func fold(p string) string { return cases.Fold().String(norm.NFC.String(p)) }

func (t *table) add(p string, r route, by asker) {
	key := p
	if !isASCIILower(p) {
		key = fold(p)
	}
	other, taken := t.folded[key]
	if _, same := t.routes[key]; same {
		other, taken = key, true
	}
	if taken {
		t.clash(p, r, by, other)
		return
	}
	if key != p {
		t.folded[key] = p
	}
	t.routes[p] = r
	if by.file != "" {
		t.askers[p] = by.file
	}
	if by.line != (content.Place{}) {
		t.moved[p] = by.line
	}
}

func isASCIILower(p string) bool {
	for i := range len(p) {
		if c := p[i]; c >= 0x80 || c >= 'A' && c <= 'Z' {
			return false
		}
	}
	return true
}

// clash tells that a path is taken by another page, that of path other.
func (t *table) clash(p string, r route, by asker, other string) {
	address := "/" + strings.TrimSuffix(p, "index.html")
	first := asker{t.askers[other], t.moved[other]}
	owner := cmp.Or(first.file, "the site itself")
	told := by
	if by.file == "" && first.file != "" {
		told, owner = first, "the site itself"
	}
	if r.kind != movedPage && t.routes[other].kind == movedPage {
		told, owner = first, cmp.Or(by.file, "the site itself")
	}
	file, line := told.file, told.line
	t.problems = append(t.problems, diag.Problem{File: file, Line: line.Line, Column: line.Column, Severity: diag.Error,
		Code: "address", Text: fmt.Sprintf("the address %s is taken by %s", address, owner), Hint: "change or rename one of them",
		Notes: []diag.Note{{File: owner, Text: "the other page with this address"}}})
}

// nested finds files that stand where another path needs a folder; the paths are
// sorted.
func (t *table) nested(paths []string) {
	free := "." // a folder that no file stands in the way of: many have more than one path
	for _, p := range paths {
		folder := path.Dir(p)
		if folder == free {
			continue
		}
		clashes := len(t.problems)
		for dir := folder; dir != "."; dir = path.Dir(dir) {
			if _, ok := t.routes[dir]; ok {
				t.clash(p, t.routes[p], asker{t.askers[p], t.moved[p]}, dir)
			}
		}
		if len(t.problems) == clashes {
			free = folder
		}
	}
}

// has tells whether an address of the site, as "people/x/" or
// "data/facts.jsonl", leads anywhere.
func (s *Site) has(address string) bool {
	for _, p := range []string{address, strings.TrimSuffix(address, "/") + "/index.html", address + "index.html"} {
		if _, ok := s.routes[strings.TrimPrefix(p, "/")]; ok {
			return true
		}
	}
	return false
}
