package generator

import (
	"sync"

	"profilegen/generator/extract"
	"profilegen/generator/render"
	"profilegen/layouts"
)

// What later stages read of the program and of the site, whatever the articles
// say, is read beside the articles: at the end of the way one core would do it
// while the others wait.

// prepared is what stands ready once done has been waited for.
type prepared struct {
	done sync.WaitGroup
	look *render.Look
}

// prepare begins to read; a run that comes after another has it all.
func (p *Pipeline) prepare(x *extract.Extractor) *prepared {
	r := &prepared{}
	if p.watched.changed != nil {
		return r
	}
	language := p.articles.language
	if p.cache.Empty() { // every article is to be extracted
		r.done.Go(func() { x.Prepare(language) })
	}
	r.done.Go(func() {
		p.reviewer.Prepare(p.sensitiveWords(), language)
		r.look = render.ReadLook(layouts.Overlay(p.folder("layouts")), language)
	})
	return r
}
