package generator

import (
	"context"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"

	"profilegen/generator/cache"
	"profilegen/generator/content"
	"profilegen/generator/diag"
	"profilegen/generator/extract"
	"profilegen/generator/profile"
	"profilegen/generator/render"
	"profilegen/generator/review"
)

// A site that is watched is run again and again, with hints on what may have
// changed. What did change is decided by the files' bytes; a file that no hint
// names is not looked at.

// Everything is the hint that any file may have changed.
const Everything = "."

// watched is every file that a run reads, as the last run found it.
type watched struct {
	files map[string]input // by path; folders too, without stamp and hash
	last  *Site
	// changed are the files that differ since the last run; nil where a run has
	// to look at all of them.
	changed map[string]bool

	extractor *extract.Extractor
	problems  []diag.Problem // of the site's lexicons

	// unsettled tells that the last run's hashes and results are not noted yet.
	unsettled, firstRun bool

	// pages are those of the last run that had some.
	pages *render.Site
	// since are the files that changed since they were made.
	since []string

	// listed is what the last run found where; moved tells that files have come
	// or gone since.
	listed   content.Files
	misfiled []diag.Problem
	moved    bool
}

// Refresh is Run for a site that is watched: hints are the files and folders,
// by their paths from the site's folder, that may have changed since the last
// call. It gives the paths of the files that did, sorted. Where none did, the
// site is that of the last call.
func (p *Pipeline) Refresh(ctx context.Context, hints []string) (*Site, []string, error) {
	w := &p.watched
	p.Settle()
	if w.last == nil {
		// What a run that was cut short leaves may be half of one thing and half of another.
		hints, w.pages, p.merger, p.reviewer = []string{Everything}, nil, profile.Merger{}, review.Reviewer{}
	}
	changed := p.lookAgain(hints)
	if w.last != nil && len(changed) == 0 {
		return w.last, nil, nil
	}
	first := w.last == nil
	w.changed = nil
	if !first && !slices.ContainsFunc(changed, p.reachesAll) {
		w.changed = make(map[string]bool, len(changed))
		for _, file := range changed {
			w.changed[file] = true
		}
	}
	p.reviewer.Keep = true
	w.since = append(w.since, changed...)
	w.last = nil // a run that is cut short leaves nothing to build upon
	site, err := p.Run(ctx)
	if err != nil {
		return nil, changed, err
	}
	w.unsettled, w.firstRun = true, first
	w.last = site
	if site.Pages != nil {
		w.pages, w.since = site.Pages, nil
	}
	return site, changed, nil
}

// Settle does what a run leaves for when its site is shown: it notes what the
// next one goes by. Refresh does so itself where nobody did.
func (p *Pipeline) Settle() {
	w := &p.watched
	if !w.unsettled {
		return
	}
	w.unsettled = false
	p.noteHashes()
	if w.firstRun {
		_ = p.cache.Save(true) // without it the next start takes a little longer
	}
}

// same tells that the files of a folder, layouts or static, are those that the
// last pages were made with; pictures beside the content count as static.
func (w *watched) same(folder string) bool {
	return w.pages != nil && !slices.ContainsFunc(w.since, func(file string) bool {
		return under(file, folder) || folder == "static" && under(file, "content") && !isText(file)
	})
}

// isText tells of content that is no picture.
func isText(file string) bool {
	return slices.Contains([]string{".md", ".txt", ".html", ".yaml"}, strings.ToLower(path.Ext(file)))
}

// reachesAll tells of the files that every article is read and extracted with:
// of the settings only the language counts.
func (p *Pipeline) reachesAll(file string) bool {
	return under(file, "lexicon") || file == "profilegen.yaml" && p.language() != p.articles.language
}

// extractor gives the extractor of the last run where the lexicons are the same.
func (p *Pipeline) extractor() (*extract.Extractor, []diag.Problem) {
	w := &p.watched
	if w.changed == nil || w.extractor == nil {
		w.extractor, w.problems = extract.NewExtractor(p.folder("lexicon"))
	}
	return w.extractor, w.problems
}

// list gives the files that the last run found where none came or went.
func (p *Pipeline) list(fsys fs.FS) (content.Files, []diag.Problem) {
	w := &p.watched
	if w.changed == nil || w.moved {
		w.listed, w.misfiled = content.List(fsys)
		w.moved = false
	}
	return w.listed, w.misfiled
}

// lookAgain brings the list of files up to date, and gives those that changed.
func (p *Pipeline) lookAgain(hints []string) []string {
	w := &p.watched
	first := w.files == nil
	if first {
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
			if !first && in.Stamp.Size >= 0 {
				in.Hash, _ = p.hashInput(file)
			}
			if !had || old.Hash != in.Hash || old.Stamp.Size != in.Stamp.Size {
				changed = append(changed, file)
			}
			w.moved = w.moved || !had || (old.Stamp.Size == noFile) != (in.Stamp.Size == noFile)
			w.files[file] = in
		}
		for file := range w.files {
			if _, has := found[file]; !has && under(file, hint) {
				delete(w.files, file)
				w.moved = true
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

// noFile is the size of what is there but no file: a folder, or something
// that a run tells of.
const noFile = -1

// filesAt lists what is at a path and below it, as far as a run reads it.
func (p *Pipeline) filesAt(hint string) map[string]input {
	places := []string{hint}
	if hint == Everything {
		places = inputPlaces[:]
	}
	w := p.newWalk()
	w.folders = true
	for _, place := range places {
		if !passedOver(path.Dir(place), path.Base(place)) {
			w.place(place)
		}
	}
	w.group.Wait()
	found := make(map[string]input, len(w.found))
	for _, in := range w.found {
		found[in.Path] = in
	}
	return found
}

// noteHashes fills in the hashes that the last run made. What has none (a
// picture) counts as changed once its stamp is another.
func (p *Pipeline) noteHashes() {
	w := &p.watched
	for file, in := range w.files {
		if in.Hash != ([32]byte{}) || in.Stamp.Size == noFile {
			continue
		}
		if f, ok := p.articles.now.files[file]; ok {
			in.Hash = f.hash
		} else if !under(file, "static") {
			in.Hash = p.hashAsFound(in)
		}
		w.files[file] = in
	}
}

// hashAsFound gives the hash of a file that is as it was found, and the zero
// hash, which counts as another, where it was written since: the run may have
// read the one or the other.
func (p *Pipeline) hashAsFound(in input) (hash [32]byte) {
	sum, err := p.hashInput(in.Path)
	if err != nil {
		return hash
	}
	if info, err := os.Lstat(p.inputFile(in.Path)); err != nil || cache.StampOf(info) != in.Stamp {
		return hash
	}
	return sum
}
