package content

import (
	"iter"
	"path"
	"slices"
	"strings"
)

// Files are the content files of a site by kind, each list sorted by path.
// Paths are relative to the site's folder, with slashes.
type Files struct {
	Settings  string // profilegen.yaml, or empty
	Decisions string // content/decisions.yaml, or empty
	People    []string
	Parties   []string
	Articles  []string
	Pages     []string
	// Pictures are the image files beside profiles and pages.
	Pictures []string
	// Static are the files under static/.
	Static []string
}

// Picture gives the file that an image names: beside the document's own file,
// or under static/.
func (f Files) Picture(document, image string) (string, bool) {
	if image == "" {
		return "", false
	}
	beside := path.Join(path.Dir(document), image)
	if _, ok := slices.BinarySearch(f.Pictures, beside); ok {
		return beside, true
	}
	static := path.Join("static", strings.TrimPrefix(image, "static/"))
	_, ok := slices.BinarySearch(f.Static, static)
	return static, ok
}

// all are the lists, each sorted.
func (f Files) all() [][]string {
	return [][]string{f.People, f.Parties, f.Articles, f.Pages, f.Pictures, f.Static}
}

// Has tells whether a file was found.
func (f Files) Has(file string) bool {
	if file == f.Settings || file == f.Decisions {
		return file != ""
	}
	return slices.ContainsFunc(f.all(), func(list []string) bool {
		_, ok := slices.BinarySearch(list, file)
		return ok
	})
}

// Under gives the files that were found at a path or below it; "." is the
// site's folder.
func (f Files) Under(place string) iter.Seq[string] {
	return func(yield func(string) bool) {
		lists := append(f.all(), []string{f.Settings}, []string{f.Decisions})
		for _, list := range lists {
			from := 0
			if place != "." {
				from, _ = slices.BinarySearch(list, place)
			}
			for _, file := range list[from:] {
				if place != "." && !strings.HasPrefix(file, place) {
					break
				}
				below := place == "." || len(file) == len(place) || file[len(place)] == '/'
				if file != "" && below && !yield(file) {
					return
				}
			}
		}
	}
}
