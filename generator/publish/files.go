package publish

import (
	"fmt"
	"io/fs"
	"iter"
	"path/filepath"
	"slices"
	"strings"
)

// The site's files stand in order by path, and so does what became of each:
// what is asked of them is looked up there.

// order puts the files in order by path, or tells what is wrong with their paths.
func order(files []File) error {
	slices.SortFunc(files, func(a, b File) int { return strings.Compare(a.Path, b.Path) })
	for i, f := range files {
		switch {
		case !fs.ValidPath(f.Path) || f.Path == "." || !filepath.IsLocal(filepath.FromSlash(f.Path)) || strings.ContainsRune(f.Path, '\\'):
			return fmt.Errorf("the site has a file with the unusable path %q", f.Path)
		case f.Path == recordName || strings.HasPrefix(f.Path, insideStage+"/") || f.Path == insideStage:
			return fmt.Errorf("the site has a file of its own at %s; that name is taken", f.Path)
		case i > 0 && f.Path == files[i-1].Path:
			return fmt.Errorf("the site has two files at %s", f.Path)
		}
	}
	return nil
}

// find gives the number of the file at a path, or of the first one behind it.
func (r *run) find(path string) (i int, found bool) {
	return slices.BinarySearchFunc(r.files, path, func(f File, path string) int {
		return strings.Compare(f.Path, path)
	})
}

// hasFolder tells whether a file of the site lies in a folder, at any depth.
func (r *run) hasFolder(dir string) bool {
	dir += "/"
	i, _ := r.find(dir)
	return i < len(r.files) && strings.HasPrefix(r.files[i].Path, dir)
}

// stale gives what an earlier run wrote and this one does not have, sorted.
func (r *run) stale() []string {
	var gone []string
	for path := range r.old {
		if _, found := r.find(path); !found {
			gone = append(gone, path)
		}
	}
	slices.Sort(gone)
	return gone
}

// recorded tells whether the record of the last run is that of this one.
func (r *run) recorded() bool {
	if r.old == nil || len(r.old) != len(r.files) {
		return false
	}
	for i := range r.files {
		if old, ours := r.old[r.files[i].Path]; !ours || old != r.done[i].entry {
			return false
		}
	}
	return true
}

// entries gives what is to be recorded, by path: the site's files, and those
// of the last run that are stale but may still be there.
func (r *run) entries(stale []string) iter.Seq2[string, entry] {
	return func(yield func(string, entry) bool) {
		stale := stale
		for i := range r.files {
			path := r.files[i].Path
			for ; len(stale) > 0 && stale[0] < path; stale = stale[1:] {
				if !yield(stale[0], r.old[stale[0]]) {
					return
				}
			}
			if !yield(path, r.done[i].entry) {
				return
			}
		}
		for _, path := range stale {
			if !yield(path, r.old[path]) {
				return
			}
		}
	}
}
