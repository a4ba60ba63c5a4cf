package content

import (
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"

	"profilegen/generator/diag"
)

// Check tells what is wrong between documents: ids and addresses taken twice
// and redirects over pages are errors; a reference to nothing is a warning that
// names the nearest id, for a stub page may still come to bear it.
func Check(site *Site) []diag.Problem {
	c := checker{site: site, ids: make(map[string][]string), folded: make(map[string]map[string]string)}
	c.files(people, site.Files.People)
	c.files(parties, site.Files.Parties)
	c.files(articles, site.Files.Articles)
	c.files(pages, site.Files.Pages)
	c.pages()
	c.redirects()
	for _, p := range site.People {
		c.person(p)
	}
	for _, p := range site.Parties {
		c.party(p)
	}
	for _, a := range site.Articles {
		c.article(a)
	}
	return diag.Sort(c.problems)
}

type checker struct {
	site *Site
	// ids are those of each kind's files, sorted, whatever state they are in;
	// folded has the files by their id's folded form.
	ids      map[string][]string
	folded   map[string]map[string]string
	problems []diag.Problem
}

func (c *checker) has(kind, id string) bool {
	_, ok := slices.BinarySearch(c.ids[kind], id)
	return ok
}

func (c *checker) tell(file string, at Place, severity diag.Severity, code, text, hint string) {
	c.problems = append(c.problems, diag.Problem{File: file, Line: at.Line, Column: at.Column, Severity: severity,
		Code: code, Text: text, Hint: hint})
}

// files notes the ids of one kind, and tells two files with one id, also where
// some file systems or web servers alone take them for one.
func (c *checker) files(kind string, files []string) {
	taken := make(map[string]string, len(files))
	ids := make([]string, len(files))
	for i, file := range files {
		id := idOf(file)
		ids[i] = id
		first, ok := taken[foldKey(id)]
		switch {
		case !ok:
			taken[foldKey(id)] = file
		case idOf(first) == id:
			c.tell(file, Place{}, diag.Error, "duplicate-id", fmt.Sprintf("the id %q is taken by %s", id, first), "rename one of them")
		default:
			c.tell(file, Place{}, diag.Error, "duplicate-id",
				fmt.Sprintf("the id %q and that of %s differ only in case or in how letters are composed", id, first), "rename one of them")
		}
	}
	slices.Sort(ids)
	c.ids[kind], c.folded[kind] = ids, taken
}

// ownPaths are the site's own folders and files right under its address.
func ownPaths() []string {
	return []string{"people", "parties", "articles", "offices", "timeline", "search", "corrections", "data", "assets",
		"index.html", "404.html", "feed.xml", "sitemap.xml", "robots.txt", "feed", "404", "static"}
}

// pages tells free pages whose address the site needs for itself.
func (c *checker) pages() {
	for _, file := range c.site.Files.Pages {
		if id := foldKey(idOf(file)); slices.Contains(ownPaths(), id) {
			c.tell(file, Place{}, diag.Error, "duplicate-address", fmt.Sprintf("the address /%s/ is the site's own", id), "rename the file")
		} else if at := c.staticUnder(id); at != "" {
			c.tell(file, Place{}, diag.Error, "duplicate-address", fmt.Sprintf("the address /%s/ is taken by %s", id, at), "rename one of them")
		}
	}
}

// staticUnder gives a static file that would stand at a page's address.
func (c *checker) staticUnder(folder string) string {
	for _, file := range []string{path.Join("static", folder), path.Join("static", folder, "index.html")} {
		if _, ok := slices.BinarySearch(c.site.Files.Static, file); ok {
			return file
		}
	}
	return ""
}

// redirects tells old addresses that are still, or twice, in use.
func (c *checker) redirects() {
	claimed := make(map[string]string)
	check := func(file string, paths []string, places map[string]Place) {
		for i, old := range paths {
			at := places[fmt.Sprintf("redirects[%d]", i)]
			if user := c.userOf(old); user != "" {
				c.tell(file, at, diag.Error, "bad-redirect", fmt.Sprintf("redirects: %s is the address of %s", old, user), "remove it, or move what stands there")
				continue
			}
			key := foldKey(strings.TrimSuffix(strings.TrimSuffix(old, "index.html"), "/"))
			if first, ok := claimed[key]; ok {
				c.tell(file, at, diag.Error, "bad-redirect", fmt.Sprintf("redirects: %s is claimed by %s too", old, first), "keep one of them")
				continue
			}
			claimed[key] = file
		}
	}
	for _, p := range c.site.People {
		check(p.File, p.Redirects, p.Places)
	}
	for _, p := range c.site.Parties {
		check(p.File, p.Redirects, p.Places)
	}
}

// userOf tells who uses a path of the site now; "" where it is free, as far as
// can be seen without the pages that come from articles.
func (c *checker) userOf(old string) string {
	plain := foldKey(strings.Trim(strings.TrimSuffix(old, "index.html"), "/"))
	first, rest, deeper := strings.Cut(plain, "/")
	switch {
	case plain == "":
		return "the home page"
	case !deeper && slices.Contains(ownPaths(), first), first == "data" || first == "assets":
		return "the site itself"
	case deeper:
		id, below, _ := strings.Cut(rest, "/")
		if below != "" && below != "all" && !strings.HasSuffix(below, ".json") && !strings.HasSuffix(below, ".xml") {
			break
		}
		if file := c.folded[first][id]; file != "" && first != pages {
			return file
		}
	default:
		if file := c.folded[pages][first]; file != "" {
			return file
		}
	}
	return c.staticUser(plain)
}

func (c *checker) staticUser(plain string) string {
	for _, file := range c.site.Files.Static {
		folded := foldKey(strings.TrimPrefix(file, "static/"))
		if folded == plain || folded == plain+"/index.html" {
			return file
		}
	}
	return ""
}

func (c *checker) person(p *Person) {
	at := func(format string, args ...any) Place { return p.Places[fmt.Sprintf(format, args...)] }
	c.partyNamed(p.File, at("party"), "party", p.Party)
	for i, m := range p.Memberships {
		c.partyNamed(p.File, at("memberships[%d].party", i), "party", m.Party)
		c.sources(p.File, p.Places, fmt.Sprintf("memberships[%d]", i), m.Sources)
	}
	for i, post := range p.Positions {
		c.sources(p.File, p.Places, fmt.Sprintf("positions[%d]", i), post.Sources)
	}
	c.events(p.File, p.Places, p.Events)
	for i, id := range p.Not {
		switch {
		case id == p.ID:
			c.tell(p.File, at("not[%d]", i), diag.Error, "bad-reference", "not: the profile names itself", "write the ids of other people")
		case !c.has(people, id):
			c.unknown(p.File, at("not[%d]", i), "not", id, "person", people)
		}
	}
	c.image(p.File, at("image"), p.Image)
}

func (c *checker) party(p *Party) {
	for i, l := range p.Leaders {
		// a leader without a profile is named in words
		if id := l.Person; !c.has(people, id) && !strings.Contains(id, " ") && strings.ToLower(id) == id {
			c.unknown(p.File, p.Places[fmt.Sprintf("leaders[%d].person", i)], "person", id, "person", people)
		}
		c.sources(p.File, p.Places, fmt.Sprintf("leaders[%d]", i), l.Sources)
	}
	c.events(p.File, p.Places, p.Events)
	c.image(p.File, p.Places["image"], p.Image)
}

func (c *checker) article(a *Article) {
	for _, name := range slices.Sorted(maps.Keys(a.Names)) {
		if id := a.Names[name]; id != "none" && !c.has(people, id) && !c.has(parties, id) {
			c.unknown(a.File, a.NamePlaces[name], "names", id, "person", people)
		}
	}
}

func (c *checker) events(file string, places map[string]Place, events []Event) {
	for i, e := range events {
		c.sources(file, places, fmt.Sprintf("events[%d]", i), e.Sources)
	}
}

// sources tells ids of articles that are not there; an article that is set
// aside or a draft is.
func (c *checker) sources(file string, places map[string]Place, path string, sources []string) {
	for i, source := range sources {
		if !strings.ContainsAny(source, ":/") && !c.has(articles, source) {
			c.unknown(file, places[fmt.Sprintf("%s.sources[%d]", path, i)], "sources", source, "article", articles)
		}
	}
}

// partyNamed tells a party that is not there, and the file of the one that is
// called by that name.
func (c *checker) partyNamed(file string, at Place, key, party string) {
	if party == "" || c.has(parties, party) {
		return
	}
	for _, p := range c.site.Parties {
		if foldKey(p.Name) == foldKey(party) || p.Abbreviation != "" && foldKey(p.Abbreviation) == foldKey(party) {
			c.tell(file, at, diag.Warning, "unknown-party", fmt.Sprintf("%s: %q is a party's name, not its file's", key, party), "did you mean "+p.ID+"?")
			return
		}
	}
	c.unknown(file, at, key, party, "party", parties)
}

func (c *checker) unknown(file string, at Place, key, id, what, kind string) {
	hint := fmt.Sprintf("write the name of a file in content/%s, without its extension", kind)
	if near := NearestKey(id, c.ids[kind]); near != "" {
		hint = "did you mean " + near + "?"
	}
	c.tell(file, at, diag.Warning, "unknown-"+what, fmt.Sprintf("%s: there is no %s %q", key, what, id), hint)
}

func (c *checker) image(file string, at Place, image string) {
	if image == "" {
		return
	}
	if _, ok := c.site.Files.Picture(file, image); ok {
		return
	}
	hint := "put it beside this file or under static/"
	if near := NearestKey(image, pictureNames(c.site.Files, path.Dir(file))); near != "" {
		hint = "did you mean " + near + "?"
	}
	c.tell(file, at, diag.Warning, "no-image", fmt.Sprintf("image: there is no file %q", image), hint)
}

func pictureNames(files Files, dir string) []string {
	var names []string
	for _, file := range files.Pictures {
		if path.Dir(file) == dir {
			names = append(names, path.Base(file))
		}
	}
	for _, file := range files.Static {
		if isPicture(file) {
			names = append(names, strings.TrimPrefix(file, "static/"))
		}
	}
	return names
}
