// Package generator is the whole way of the data: from a site's folder to its
// published pages.
//
// In goes a folder as docs/content.md has it; out come a site in memory, whose
// pages are made when asked for, and a published folder. Each stage is a pure
// function of what comes in and remembers its results by the hash of that, so
// that there is one way to build, whether everything is new or one word
// changed. This is the only package that knows all stages; it prints nothing
// and decides no exit status.
package generator

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"profilegen/generator/cache"
	"profilegen/generator/content"
	"profilegen/generator/diag"
	"profilegen/generator/ingest"
	"profilegen/generator/profile"
	"profilegen/generator/render"
	"profilegen/generator/review"
	"profilegen/layouts"
)

// Options say which site is built, and how.
type Options struct {
	// Source is the site's folder.
	Source string
	// Output is the folder that it is published into.
	Output string
	// Drafts takes drafts in.
	Drafts bool
	// Jobs is how many things are done at once; 0 is one for each core.
	Jobs int
	// NoCache neither reads nor writes what earlier runs remembered.
	NoCache bool
	// Claims are files of claims that take the place of extraction.
	Claims []string
	// Progress, where set, is told how far a stage has come, from several
	// goroutines; total is 0 where it is not known.
	Progress func(stage string, done, total int)
	// Links, where set, is what Check tries the links of the content with. A
	// build never does.
	Links *ingest.Client
}

// Pipeline builds one site as often as it is asked to, and remembers what did
// not change in between. It is for one goroutine at a time.
type Pipeline struct {
	Options
	root  *os.Root
	files fs.FS
	// program is a hash of the running program: with it everything that was
	// remembered of another one is out of date.
	program  string
	cache    *cache.Cache // nil without a cache
	articles articles
	watched  watched
	merger   profile.Merger
	reviewer review.Reviewer
	ahead    *ahead // until the first run has it
}

// Site is what one run made: everything but the pages' bytes.
type Site struct {
	Content *content.Site
	Merge   profile.Input
	Merged  *profile.Result
	// Public is all that may be shown, Held what waits for an editor.
	Public *review.Publication
	Held   []review.HeldFact
	// Pages makes a page when it is asked for one; nil where there are errors.
	Pages    *render.Site
	Problems []diag.Problem
	Times    []Time
	// claims and articles are how many there are.
	claims, articles int
	told             told
}

// Time is how long a stage took.
type Time struct {
	Stage string        `json:"stage"`
	Took  time.Duration `json:"ns"`
}

// CacheFolder is the folder in the site's folder that holds what is remembered.
const CacheFolder = ".profilegen"

// New opens a site's folder. Close lets go of it.
func New(o Options) (*Pipeline, error) {
	root, err := os.OpenRoot(o.Source)
	if err != nil {
		return nil, fmt.Errorf("opening the site's folder: %w", err)
	}
	if o.Jobs <= 0 {
		o.Jobs = runtime.GOMAXPROCS(0)
	}
	if o.Output == "" {
		o.Output = filepath.Join(o.Source, "public")
	}
	p := &Pipeline{Options: o, root: root, files: root.FS()}
	if p.program, err = programHash(); err != nil {
		p.NoCache = true
	}
	p.readAhead()
	return p, nil
}

// Close lets go of the site's folder.
func (p *Pipeline) Close() error {
	if p.ahead != nil {
		p.ahead.done.Wait()
	}
	p.cache.Close()
	return p.root.Close()
}

func (p *Pipeline) cacheFolder() string { return filepath.Join(p.Source, CacheFolder) }

// Run goes from the folder to a site that can be asked for its pages. With an
// error among its problems, the site has no pages. The error is that of ctx.
func (p *Pipeline) Run(ctx context.Context) (*Site, error) { return p.run(ctx, false, nil) }

// run is Run; with lean it lets go of each stage's results as soon as the next
// ones have what they need of them, leaves Content, Merge and Merged empty, and
// gives the inputs, which are sorted by path, the hashes of what it read.
func (p *Pipeline) run(ctx context.Context, lean bool, inputs []input) (*Site, error) {
	p.openCache()
	s, clock := &Site{}, stopwatch{last: time.Now()}

	extractor, problems := p.extractor()
	s.add(problems)
	given, problems := p.readClaims()
	s.add(problems)

	stopped := func() bool { return ctx.Err() != nil }
	p.articles.stopped, p.merger.Stopped, p.reviewer.Stopped = stopped, stopped, stopped
	p.articles.begin(p, extractor, p.watched.changed)
	ready := p.prepare(extractor)
	defer ready.done.Wait()
	files := &folderFiles{source: p.Source, root: p.root}
	defer files.close()
	s.Content, problems = content.Load(files, content.Options{Drafts: p.Drafts, Jobs: p.Jobs, Memo: p.articles.memo(), List: p.list})
	s.add(problems)
	s.Times = clock.lap(s.Times, "read and extract")
	if err := ctx.Err(); err != nil {
		return s, err
	}

	s.Merge, problems = p.articles.input(s.Content, given)
	s.add(problems)
	s.articles = len(s.Content.Articles)
	for i := range s.Merge.Articles {
		s.claims += len(s.Merge.Articles[i].Claims)
	}
	if lean {
		p.haveRead(inputs)
	}
	p.merger.Once = lean
	s.Merged = p.merger.Merge(s.Merge)
	s.add(s.Merged.Problems)
	s.Times = clock.lap(s.Times, "merge")
	if err := ctx.Err(); err != nil {
		return s, err
	}

	ready.done.Wait()
	s.Public, s.Held, problems = p.reviewer.Apply(s.Merged, s.Merge, p.reviewOptions(s.Content))
	s.add(problems)
	s.Times = clock.lap(s.Times, "review")
	if err := ctx.Err(); err != nil || diag.Has(s.Problems, diag.Error) {
		return s, err
	}

	if lean {
		s.told = newTold(s.Merge.Articles)
		p.letGo(s)
	}
	s.Pages, problems = render.New(render.Inputs{
		Pub: s.Public, Layouts: layouts.Overlay(p.folder("layouts")), Static: p.folder("static"), Content: p.folder("content"),
		Before: p.watched.pages, SameLayouts: p.watched.same("layouts"), SameFiles: p.watched.same("static"),
		Look: ready.look,
	})
	s.add(problems)
	if diag.Has(problems, diag.Error) {
		s.Pages = nil
	} else if lean {
		s.Pages.LetGo()
	}
	s.Times = clock.lap(s.Times, "lay out")
	return s, ctx.Err()
}

func (s *Site) add(problems []diag.Problem) { s.Problems = append(s.Problems, problems...) }

// folder gives a folder of the site without what editors and systems leave in
// it, or nil where there is none.
func (p *Pipeline) folder(name string) fs.FS {
	if info, err := p.root.Stat(name); err != nil || !info.IsDir() {
		return nil
	}
	sub, err := fs.Sub(p.files, name)
	if err != nil {
		return nil
	}
	if name == "static" { // .well-known and .nojekyll belong to the site
		return content.Without(sub, content.Leftover)
	}
	return content.Without(sub, content.Foreign)
}

// stopwatch tells how long each stage took.
type stopwatch struct{ last time.Time }

func (w *stopwatch) lap(times []Time, stage string) []Time {
	now := time.Now()
	times = append(times, Time{stage, now.Sub(w.last)})
	w.last = now
	return times
}

// reviewOptions gives what review needs beside the merge.
func (p *Pipeline) reviewOptions(site *content.Site) review.Options {
	files := make(map[string]string, len(site.Articles))
	for _, a := range site.Articles {
		files[a.ID] = a.File
	}
	return review.Options{
		Sensitive: p.sensitiveWords(),
		Texts:     func(id string) string { return p.articles.text(files[id]) },
	}
}

// sensitiveWords reads the lists by which a site adds to what is held:
// lexicon/LANGUAGE/sensitive-*.txt, a line an entry, # before a comment.
func (p *Pipeline) sensitiveWords() review.Words {
	var words review.Words
	names, err := fs.Glob(p.files, "lexicon/*/sensitive-*.txt")
	if err != nil {
		return words
	}
	for _, name := range names {
		raw, err := fs.ReadFile(p.files, name)
		if err != nil {
			continue // the extractor reads it too, and tells
		}
		language, list := path.Base(path.Dir(name)), strings.TrimSuffix(path.Base(name), ".txt")
		if words.Lists == nil {
			words.Lists = map[string]map[string][]string{}
		}
		if words.Lists[language] == nil {
			words.Lists[language] = map[string][]string{}
		}
		for line := range strings.Lines(string(raw)) {
			line, _, _ = strings.Cut(line, "#")
			if line = strings.TrimSpace(line); line != "" {
				words.Lists[language][list] = append(words.Lists[language][list], line)
			}
		}
	}
	return words
}
