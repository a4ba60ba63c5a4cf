package generator

import (
	"context"
	"io/fs"
	"path"
	"slices"
	"strings"

	"profilegen/generator/content"
	"profilegen/generator/diag"
	"profilegen/generator/extract"
	"profilegen/generator/profile"
	"profilegen/generator/render"
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
		hints, w.pages, p.merger = []string{Everything}, nil, profile.Merger{}
		p.reviewer.Forget()
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
		w.extractor, w.problems = p.newExtractor()
	}
	return w.extractor, w.problems
}

// list gives the files that the last run found where none came or went.
func (p *Pipeline) list(fsys fs.FS) (content.Files, []diag.Problem) {
	w := &p.watched
	if w.changed == nil || w.moved {
		w.listed, w.misfiled = content.List(fsys)
		w.moved = false
		p.articles.expect(len(w.listed.Articles) + len(w.listed.People) + len(w.listed.Parties) + len(w.listed.Pages))
	}
	return w.listed, w.misfiled
}

// under tells whether a file is at a path or below it.
func under(file, path string) bool {
	return path == Everything || file == path || len(file) > len(path) && file[len(path)] == '/' && strings.HasPrefix(file, path)
}
