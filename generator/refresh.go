package generator

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"profilegen/generator/cache"
)

// A site that is watched is run again and again, with hints on what may have
// changed. What did change is decided by the files' bytes; a file that no hint
// names is not looked at.

// Everything is the hint that any file may have changed.
const Everything = "."

// watched is every file that a run reads, as the last run found it.
type watched struct {
	files map[string]input // by path; nil before the first run
	last  *Site
	// changed are the files that differ since the last run; nil where a run has
	// to look at all of them.
	changed map[string]bool
}

// Refresh is Run for a site that is watched: hints are the files and folders,
// by their paths from the site's folder, that may have changed since the last
// call. It gives the paths of the files that did, sorted. Where none did, the
// site is that of the last call.
func (p *Pipeline) Refresh(ctx context.Context, hints []string) (*Site, []string, error) {
	w := &p.watched
	if w.files == nil || w.last == nil {
		hints = []string{Everything}
	}
	changed := p.lookAgain(hints)
	if w.last != nil && len(changed) == 0 {
		return w.last, nil, nil
	}
	w.changed = nil
	if w.last != nil {
		w.changed = make(map[string]bool, len(changed))
		for _, file := range changed {
			w.changed[file] = true
		}
	}
	first := w.last == nil
	w.last = nil // a run that is cut short leaves nothing to build upon
	site, err := p.Run(ctx)
	if err != nil {
		return nil, changed, err
	}
	p.noteHashes()
	if first {
		p.cache.Save(true)
	}
	w.last = site
	return site, changed, nil
}

// lookAgain brings the list of files up to date, and gives those that changed.
func (p *Pipeline) lookAgain(hints []string) []string {
	w := &p.watched
	if w.files == nil {
		w.files = map[string]input{}
	}
	var changed []string
	for _, hint := range hints {
		found := p.filesAt(hint)
		for file, in := range found {
			old, had := w.files[file]
			if had && old.Stamp == in.Stamp && !old.Fresh {
				continue
			}
			in.Hash, _ = p.hashInput(file)
			if !had || old.Hash != in.Hash || old.Stamp.Size != in.Stamp.Size {
				changed = append(changed, file)
			}
			w.files[file] = in
		}
		for file := range w.files {
			if _, has := found[file]; !has && under(file, hint) {
				delete(w.files, file)
				changed = append(changed, file)
			}
		}
	}
	slices.Sort(changed)
	return slices.Compact(changed)
}

// under tells whether a file is at a path or below it.
func under(file, path string) bool {
	return path == Everything || file == path || len(file) > len(path) && file[len(path)] == '/' && strings.HasPrefix(file, path)
}

// filesAt lists the files that a run reads at a path and below it. A link or
// something that is no file counts too: it is told of.
func (p *Pipeline) filesAt(hint string) map[string]input {
	w := inputWalk{source: p.Source, now: time.Now(), limit: make(chan struct{}, p.Jobs), all: true}
	places := []string{hint}
	if hint == Everything {
		places = inputPlaces[:]
	}
	for _, place := range places {
		if info, err := os.Lstat(filepath.Join(p.Source, filepath.FromSlash(place))); err == nil {
			w.entry(place, info)
		}
	}
	w.group.Wait()
	found := make(map[string]input, len(w.found))
	for _, in := range w.found {
		found[in.Path] = in
	}
	return found
}
