package generator

import (
	"os"
	"sync"

	"profilegen/generator/diag"
	"profilegen/generator/extract"
	"profilegen/generator/render"
	"profilegen/generator/review"
	"profilegen/layouts"
)

// What later stages read of the program and of the site, whatever the articles
// say, is read beside the articles: at the end of the way one core would do it
// while the others wait. What they read of the program alone, a first run finds
// read already: one core does that while the other looks for the site's files.

// ahead is what is read of the program. A site with words or layouts of its own
// has no use for what it puts others in the place of.
type ahead struct {
	done      sync.WaitGroup
	language  string
	extractor func() (*extract.Extractor, []diag.Problem) // nil for a site with words of its own
	look      *render.Look                                // nil for a site with layouts of its own
}

// readAhead begins to read of the program what a run that remembers nothing needs.
func (p *Pipeline) readAhead() {
	if _, err := os.Lstat(p.cacheFolder()); err == nil && !p.NoCache {
		return
	}
	a := &ahead{}
	if p.folder("lexicon") == nil {
		a.extractor = sync.OnceValues(func() (*extract.Extractor, []diag.Problem) { return extract.NewExtractor(nil) })
	}
	p.ahead = a
	a.done.Go(func() { // one after the other: the rest of the start wants a core too
		a.language = p.language()
		if a.extractor != nil {
			x, _ := a.extractor()
			x.Prepare(a.language)
		}
		p.reviewer.Prepare(review.Words{}, a.language)
		if p.folder("layouts") == nil {
			a.look = render.ReadLook(layouts.Overlay(nil), a.language)
		}
	})
}

// newExtractor reads the lexicons, unless they were read ahead.
func (p *Pipeline) newExtractor() (*extract.Extractor, []diag.Problem) {
	own := p.folder("lexicon")
	if a := p.ahead; own == nil && a != nil && a.extractor != nil {
		return a.extractor()
	}
	return extract.NewExtractor(own)
}

// prepared is what stands ready once done has been waited for.
type prepared struct {
	done sync.WaitGroup
	look *render.Look
}

// prepare begins to read; a run that comes after another has it all.
func (p *Pipeline) prepare(x *extract.Extractor) *prepared {
	r := &prepared{}
	a := p.ahead
	p.ahead = nil
	if p.watched.changed != nil {
		return r
	}
	language := p.articles.language
	if p.cache.Empty() { // every article is to be extracted
		r.done.Go(func() { x.Prepare(language) })
	}
	r.done.Go(func() {
		if a != nil {
			a.done.Wait()
		}
		p.reviewer.Prepare(p.sensitiveWords(), language)
		own := p.folder("layouts")
		if own == nil && a != nil && a.look != nil && a.language == language {
			r.look = a.look
			return
		}
		r.look = render.ReadLook(layouts.Overlay(own), language)
	})
	return r
}
