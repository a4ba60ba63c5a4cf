package e2e

import (
	"encoding/json"
	"encoding/xml"
	"io/fs"
	"net/url"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
)

// What the example site's files hold, as their readers (feed readers, search
// engines, people with slow lines) need it. The example has all kinds of facts.

const base = "https://record.example/"

func TestFiles(t *testing.T) {
	site := os.DirFS(build(t, "en"))
	for name, check := range map[string]func(*testing.T, fs.FS){"sizes": sizes, "feeds": feeds, "JSON-LD": linkedData,
		"Open Graph": openGraph, "sitemap": sitemap} {
		t.Run(name, func(t *testing.T) { check(t, site) })
	}
}

func sizes(t *testing.T, site fs.FS) {
	limits := map[string]int{"assets/*.css": 20_000, "assets/*.js": 15_000, "people/mustafa-kamal/index.html": 60_000,
		"search/index.json": 20_000}
	for pattern, limit := range limits {
		names, err := fs.Glob(site, pattern)
		if err != nil || len(names) != 1 {
			t.Errorf("%s: %q, %v", pattern, names, err)
			continue
		}
		page := read(t, site, names[0])
		page = regexp.MustCompile(`(?s)<script type="application/ld\+json">.*?</script>`).ReplaceAllString(page, "")
		if len(page) >= limit {
			t.Errorf("%s has %d bytes, more than %d", names[0], len(page), limit)
		}
	}
}

// atomFeed is what RFC 4287 asks of a feed.
type atomFeed struct {
	XMLName xml.Name `xml:"http://www.w3.org/2005/Atom feed"`
	Lang    string   `xml:"http://www.w3.org/XML/1998/namespace lang,attr"`
	atomHead
	Entries []struct {
		atomHead
		Summary *string `xml:"summary"`
		Content *string `xml:"content"`
	} `xml:"entry"`
}

// atomHead is what feeds and entries have in common: each once.
type atomHead struct {
	IDs     []string `xml:"id"`
	Titles  []string `xml:"title"`
	Updated []string `xml:"updated"`
	Authors []struct {
		Name string `xml:"name"`
	} `xml:"author"`
	Links []struct {
		Rel  string `xml:"rel,attr"`
		Href string `xml:"href,attr"`
	} `xml:"link"`
}

func (h atomHead) check(t *testing.T, where string) {
	t.Helper()
	if len(h.IDs) != 1 || len(h.Titles) != 1 || len(h.Updated) != 1 {
		t.Errorf("%s: id %q, title %q, updated %q: each must stand once", where, h.IDs, h.Titles, h.Updated)
		return
	}
	if u, err := url.Parse(h.IDs[0]); err != nil || !u.IsAbs() {
		t.Errorf("%s: the id %q is no absolute address", where, h.IDs[0])
	}
	if strings.TrimSpace(h.Titles[0]) == "" {
		t.Errorf("%s: an empty title", where)
	}
	if _, err := time.Parse(time.RFC3339, h.Updated[0]); err != nil {
		t.Errorf("%s: updated: %v", where, err)
	}
	alternates := 0
	for _, l := range h.Links {
		if l.Rel == "" || l.Rel == "alternate" {
			alternates++
		}
		if !strings.HasPrefix(l.Href, base) {
			t.Errorf("%s: the link %q is not absolute", where, l.Href)
		}
	}
	if alternates != 1 {
		t.Errorf("%s: %d links to what it is about", where, alternates)
	}
}

func feeds(t *testing.T, site fs.FS) {
	names := find(t, site, "feed.xml")
	if len(names) < 5 {
		t.Fatalf("feeds: %q", names)
	}
	for _, name := range names {
		var feed atomFeed
		decoder := xml.NewDecoder(strings.NewReader(read(t, site, name)))
		decoder.Strict = true
		if err := decoder.Decode(&feed); err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		feed.check(t, name)
		if !slices.ContainsFunc(feed.Links, func(l struct {
			Rel  string `xml:"rel,attr"`
			Href string `xml:"href,attr"`
		}) bool {
			return l.Rel == "self" && l.Href == base+name
		}) {
			t.Errorf("%s: no link to itself", name)
		}
		seen := map[string]bool{}
		newest := ""
		for i, e := range feed.Entries {
			where := name + ", " + strings.Join(e.Titles, "")
			e.check(t, where)
			if len(feed.Authors) == 0 && len(e.Authors) == 0 {
				t.Errorf("%s: nobody wrote it", where)
			}
			if e.Summary == nil && e.Content == nil {
				t.Errorf("%s: nothing is told", where)
			}
			if seen[e.IDs[0]] {
				t.Errorf("%s: the id stands twice", where)
			}
			seen[e.IDs[0]] = true
			if i == 0 {
				newest = e.Updated[0]
			}
		}
		if newest != "" && feed.Updated[0] < newest {
			t.Errorf("%s: updated %s, before its newest entry", name, feed.Updated[0])
		}
	}
}

// terms are the types of schema.org that pages use, each with its properties.
// No page rates what somebody said: there is no ClaimReview and no Rating.
func terms() map[string][]string {
	thing := []string{"@context", "@type", "@id", "name", "url", "description", "image", "alternateName", "sameAs", "subjectOf"}
	with := func(more ...string) []string { return append(slices.Clone(thing), more...) }
	work := with("headline", "datePublished", "author", "publisher", "license", "archivedAt", "isPartOf", "citation", "mentions", "text",
		"hasPart", "temporalCoverage")
	return map[string][]string{
		"Person":           with("birthDate", "deathDate", "birthPlace", "deathPlace", "memberOf", "hasOccupation"),
		"Organization":     with("foundingDate", "dissolutionDate", "memberOf", "member"),
		"OrganizationRole": with("roleName", "startDate", "endDate", "memberOf", "member", "hasOccupation"),
		"Occupation":       with("occupationLocation"), "AdministrativeArea": thing, "Place": thing,
		"Claim": append(slices.Clone(work), "appearance", "firstAppearance"), "Quotation": append(slices.Clone(work), "spokenByCharacter"),
		"WebSite": work, "WebPage": work, "CollectionPage": work, "NewsArticle": work,
	}
}

func linkedData(t *testing.T, site fs.FS) {
	block := regexp.MustCompile(`(?s)<script type="application/ld\+json">(.*?)</script>`)
	known := terms()
	var check func(where string, value any)
	check = func(where string, value any) {
		switch value := value.(type) {
		case []any:
			for _, v := range value {
				check(where, v)
			}
		case map[string]any:
			kind, _ := value["@type"].(string)
			properties, ok := known[kind]
			if !ok {
				t.Errorf("%s: the type %q", where, kind)
				return
			}
			for key, v := range value {
				if !slices.Contains(properties, key) {
					t.Errorf("%s: a %s has no %q", where, kind, key)
				}
				check(where+", "+key, v)
			}
		case string:
			if value == "" {
				t.Errorf("%s: an empty text", where)
			}
		}
	}
	for _, name := range find(t, site, "index.html") {
		found := block.FindAllStringSubmatch(read(t, site, name), -1)
		if len(found) != 1 {
			t.Errorf("%s: %d blocks of JSON-LD", name, len(found))
			continue
		}
		var value map[string]any
		if err := json.Unmarshal([]byte(found[0][1]), &value); err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if value["@context"] != "https://schema.org" {
			t.Errorf("%s: @context %v", name, value["@context"])
		}
		check(name, value)
	}
}

func openGraph(t *testing.T, site fs.FS) {
	for _, name := range find(t, site, "index.html") {
		page := read(t, site, name)
		for _, property := range []string{"og:title", "og:type"} {
			if strings.Count(page, `<meta property="`+property+`" content="`) != 1 {
				t.Errorf("%s: %s must stand once", name, property)
			}
		}
		if strings.Contains(page, `<meta http-equiv="refresh"`) {
			continue
		}
		canonical := base + strings.TrimSuffix(name, "index.html")
		if !strings.Contains(page, `<meta property="og:url" content="`+canonical+`">`) || !strings.Contains(page, `<link rel="canonical" href="`+canonical+`">`) {
			t.Errorf("%s: og:url and canonical must be %s", name, canonical)
		}
	}
}

func sitemap(t *testing.T, site fs.FS) {
	var list struct {
		XMLName xml.Name `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
		URLs    []struct {
			Loc     string `xml:"loc"`
			LastMod string `xml:"lastmod"`
		} `xml:"url"`
	}
	if err := xml.Unmarshal([]byte(read(t, site, "sitemap.xml")), &list); err != nil {
		t.Fatal(err)
	}
	var listed []string
	for _, u := range list.URLs {
		name, ok := strings.CutPrefix(u.Loc, base)
		if !ok {
			t.Errorf("%s is not of the site", u.Loc)
		}
		if u.LastMod != "" && !regexp.MustCompile(`^\d{4}(-\d\d(-\d\d)?)?$`).MatchString(u.LastMod) {
			t.Errorf("%s: lastmod %q", u.Loc, u.LastMod)
		}
		listed = append(listed, name+"index.html")
	}
	for _, name := range find(t, site, "index.html") {
		page := read(t, site, name)
		hidden := strings.Contains(page, `<meta name="robots" content="noindex">`)
		if slices.Contains(listed, name) == hidden {
			t.Errorf("%s: in the sitemap %v, for search engines %v", name, !hidden, hidden)
		}
	}
	if robots := read(t, site, "robots.txt"); !strings.Contains(robots, "Sitemap: "+base+"sitemap.xml") {
		t.Errorf("robots.txt: %q", robots)
	}
}

// find lists the site's files of a name.
func find(t *testing.T, site fs.FS, name string) []string {
	t.Helper()
	var found []string
	err := fs.WalkDir(site, ".", func(p string, d fs.DirEntry, err error) error {
		if err == nil && path.Base(p) == name {
			found = append(found, p)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func read(t *testing.T, site fs.FS, name string) string {
	t.Helper()
	b, err := fs.ReadFile(site, name)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}
