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
	"io/fs"

	"profilegen/generator/diag"
	"profilegen/generator/review"
)

// Inputs is everything that the bytes of a site depend on.
type Inputs struct {
	Pub     *review.Publication
	Layouts fs.FS // the built-in layouts overlaid by the site's own: layouts.Overlay
	Static  fs.FS // the site's static/, copied as it is; may be nil
	Content fs.FS // the site's content/, for pictures beside the files; may be nil
}

// Site offers the pages of one publication. It is safe for concurrent use.
type Site struct {
	in Inputs
}

// New parses the layouts, lays out the paths and checks the links inside the
// site. With a diag.Error among the problems the site must not be published.
func New(in Inputs) (*Site, []diag.Problem) { return &Site{in: in}, nil }

// Paths lists every path of the site, sorted, as "people/x/index.html".
func (s *Site) Paths() []string { return nil }

// Key is a hash of everything that the bytes of a path depend on but the
// program itself: equal keys mean equal bytes. It executes no template.
func (s *Site) Key(path string) [32]byte { return [32]byte{} }

// Render gives the bytes of a path. The error names the layout's place and the page.
func (s *Site) Render(path string) ([]byte, error) {
	return nil, fmt.Errorf("%s: the site has no such path", path)
}
