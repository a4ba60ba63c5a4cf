// Package render makes the bytes of every path of a site from what may be
// published.
//
// In go a review.Publication, the layouts, the static files and the pictures
// beside the content; out come the list of paths, and one function from a path
// to its bytes. It never writes a file, reads no clock, decides nothing about
// what may be shown, and prints no word of an article as HTML: html/template
// and goldmark are used here alone.
package render

import (
	"fmt"
	"html/template"
	"io/fs"
	"slices"
	"sync"
	"time"

	"profilegen/generator/claim"
	"profilegen/generator/diag"
	"profilegen/generator/profile"
	"profilegen/generator/review"
	"profilegen/layouts"
)

// Inputs is everything that the bytes of a site depend on.
type Inputs struct {
	Pub     *review.Publication
	Layouts fs.FS // the built-in layouts overlaid by the site's own: layouts.Overlay
	Static  fs.FS // the site's static/, copied as it is; may be nil
	Content fs.FS // the site's content/, for pictures beside the files; may be nil
	// Before is the site as it was made before this one, if it was: what both
	// show is not made again. SameLayouts tells that Layouts are the same files.
	// SameFiles that the static files and the pictures are.
	Before                 *Site
	SameLayouts, SameFiles bool
	// Look, where set, has been read of Layouts for the publication's language.
	Look *Look
}

// Site offers the pages of one publication. It is safe for concurrent use.
type Site struct {
	in      Inputs
	pub     *review.Publication
	words   *wording
	english *wording // built-in English, for what is the same in all languages
	zone    *time.Location

	profiles map[profile.Ref]*review.Profile
	marks    map[claim.Status]*Mark
	tables
	offices    []*office
	officeByID map[string]*office
	byWords    map[string]*office // offices by the words of their titles
	lists      lists
	shape      listing // of the timeline
	later      later
	all        map[profile.Ref]allList

	layouts    *layoutSet
	assets     map[string]asset
	assetNames map[string]string
	pictures   map[profile.Ref]*picture
	markdown   *markdown
	routes     map[string]route // but those of the search index: see route
	mapped     []string         // the paths of the sitemap
	base       [32]byte         // of the layouts and the site's own words
	common     print            // of what every page has around its own matter
	prints     prints
	hashers    sync.Pool // of *hasher
	makers     sync.Pool // of *maker
	fragments  fragments
	broken     bool // something was to be told of the layouts
	clashes    bool // or of them, of pictures or of addresses

	postsOf map[*review.Profile][]namedPost
}

// New parses the layouts, lays out the paths and checks the links inside the
// site. With a diag.Error among the problems the site must not be published.
func New(in Inputs) (*Site, []diag.Problem) {
	s := &Site{in: in, pub: in.Pub, markdown: newMarkdown(), zone: time.UTC}
	if zone, err := time.LoadLocation(in.Pub.Settings.Timezone); err == nil {
		s.zone = zone
	}
	problems := s.readLayouts(in.Before)
	var tables sync.WaitGroup // of what neither offices nor lists look up
	s.index(in.Before, &tables)
	s.findOffices(in.Before)
	s.later = s.newLater()
	s.makeLists(in.Before)
	tables.Wait()
	clashes := problems
	if !s.takePictures(in.Before) {
		clashes = append(clashes, s.findPictures()...)
	}
	if !s.takeRoutes(in.Before) {
		clashes = append(clashes, s.layOut()...)
	}
	s.clashes = len(clashes) > 0
	problems = clashes
	problems = append(problems, s.checkLinks()...)
	s.digestCommon()
	return s, diag.Sort(problems)
}

// readLayouts reads the site's own words, the assets and the layouts, or takes
// those of the site before.
func (s *Site) readLayouts(before *Site) []diag.Problem {
	s.in.Before = nil // it is not to be kept for ever
	if before != nil && s.in.SameLayouts && before.pub.Settings.Language == s.pub.Settings.Language && !before.broken {
		s.words, s.english, s.layouts, s.base = before.words, before.english, before.layouts, before.base
		s.assets, s.assetNames = before.assets, before.assetNames
		s.fragments.made = map[fragmentOf]template.HTML{}
		s.takePosts(before)
		return nil
	}
	if look := s.in.Look; look != nil && look.language == s.pub.Settings.Language {
		s.in.Look = nil
		read := look.site
		s.words, s.english, s.layouts, s.base, s.broken = read.words, read.english, read.layouts, read.base, read.broken
		s.assets, s.assetNames = read.assets, read.assetNames
		s.fragments.made = map[fragmentOf]template.HTML{}
		return slices.Clone(look.problems)
	}
	words, problems := loadWords(s.in.Layouts, s.pub.Settings.Language)
	s.words = words
	if s.english = words; s.in.Layouts != layouts.BuiltIn() || words.code != "en" {
		s.english, _ = loadWords(layouts.BuiltIn(), "en") // what is wrong with it, a test of ours tells
	}
	problems = append(problems, s.loadAssets()...)
	problems = append(problems, s.parseLayouts()...)
	s.broken = len(problems) > 0
	s.digest()
	return problems
}

// index makes the tables by which pages find what they show; where they are made
// for the first time, they are ready once group is.
func (s *Site) index(before *Site, group *sync.WaitGroup) {
	s.profiles = make(map[profile.Ref]*review.Profile, len(s.pub.Profiles))
	s.marks = map[claim.Status]*Mark{}
	for _, status := range []claim.Status{claim.Disputed, claim.Denied, claim.Alleged, claim.Planned} {
		s.marks[status] = &Mark{Class: status.String(), Text: s.words.say("fact." + status.String())}
	}
	for _, p := range s.pub.Profiles {
		s.profiles[p.Ref] = p
	}
	switch {
	case before == nil:
		group.Go(s.makeTables)
	case !s.takeTables(before):
		s.makeTables()
	}
}

// Paths lists every path of the site, sorted, as "people/x/index.html". The list is
// the site's own: it must not be changed.
func (s *Site) Paths() []string { return s.later.paths() }

// Has tells whether the site has a path.
func (s *Site) Has(path string) bool {
	_, ok := s.route(path)
	return ok
}

// Render gives the bytes of a path. The error names the layout's place and the page.
func (s *Site) Render(path string) ([]byte, error) {
	r, ok := s.route(path)
	if !ok {
		return nil, fmt.Errorf("%s: the site has no such path", path)
	}
	out, err := s.make(path, r)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return out, nil
}
