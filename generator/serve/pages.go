package serve

import (
	"container/list"
	"fmt"
	"path"
	"runtime"
	"strings"
	"sync"

	"golang.org/x/sync/singleflight"
)

// Of the pages that were made, so many bytes are kept; a file above a quarter
// of it is made each time.
const keptBytes = 32 << 20

// page is the bytes of one path in one state of the site.
type page struct {
	path string
	key  [32]byte
	body []byte
	html bool
	view view // of HTML only; its assets have no keys
}

// pages makes the bytes of paths when they are asked for, each once, and
// remembers those that were asked for last. It is safe for concurrent use.
type pages struct {
	limit  int // in bytes
	flight singleflight.Group
	slots  chan struct{} // bounds how many are made at once

	mu     sync.Mutex
	order  *list.List // of *page, the one asked for last in front
	byPath map[string]*list.Element
	size   int
}

func newPages(limit int) *pages {
	return &pages{
		limit: limit,
		slots: make(chan struct{}, 2*runtime.GOMAXPROCS(0)),
		order: list.New(), byPath: make(map[string]*list.Element),
	}
}

// get gives the page of a path. Where it cannot be made, it gives the error
// and the last good page of that path, if that is still known.
func (p *pages) get(site Site, file string) (*page, error) {
	if file == "" { // the site has not even a page that says so
		return &page{}, nil
	}
	key := site.Key(file)
	known := p.find(file)
	if known != nil && known.key == key {
		return known, nil
	}
	made, err, _ := p.flight.Do(file+string(key[:]), func() (any, error) {
		p.slots <- struct{}{}
		defer func() { <-p.slots }()
		if now := p.find(file); now != nil && now.key == key {
			return now, nil // made since it was looked for
		}
		body, err := render(site, file)
		if err != nil {
			return nil, err
		}
		fresh := &page{path: file, key: key, body: body, html: path.Ext(file) == ".html"}
		if fresh.html {
			fresh.view = viewOf(body, baseOf(file))
		}
		p.keep(fresh)
		return fresh, nil
	})
	if err != nil {
		return known, err
	}
	return made.(*page), nil
}

// find gives the page of a path as it was made last, or nil.
func (p *pages) find(file string) *page {
	p.mu.Lock()
	defer p.mu.Unlock()
	at := p.byPath[file]
	if at == nil {
		return nil
	}
	p.order.MoveToFront(at)
	return at.Value.(*page)
}

// keep remembers a page, and forgets those that nobody asked for longest.
func (p *pages) keep(fresh *page) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if old := p.byPath[fresh.path]; old != nil {
		p.drop(old)
	}
	if len(fresh.body) > p.limit/4 {
		return
	}
	p.byPath[fresh.path] = p.order.PushFront(fresh)
	p.size += len(fresh.body)
	for p.size > p.limit {
		p.drop(p.order.Back())
	}
}

// drop forgets one page.
func (p *pages) drop(at *list.Element) {
	old := p.order.Remove(at).(*page)
	delete(p.byPath, old.path)
	p.size -= len(old.body)
}

// render is Site.Render, with a panic made an error: the server outlives it.
func render(site Site, file string) (body []byte, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = fmt.Errorf("%s: this is a bug in profilegen: the page panicked: %v", file, fault)
		}
	}()
	return site.Render(file)
}

// baseOf gives the URL path that a file's relative addresses count from.
func baseOf(file string) string {
	return "/" + strings.TrimSuffix(file, "index.html")
}

// place is what a URL's path stands for in a site.
type place struct {
	file  string // the site's path; empty where there is none
	move  string // where the page is instead, relative to the URL; empty where it is here
	found bool   // false for the page that says that there is none
}

// find gives what a URL's path stands for. Only what the site lists exists:
// there is no way to a file, so that no spelling of a path leads to one.
func find(site Site, urlPath string) place {
	rest, rooted := strings.CutPrefix(urlPath, "/")
	switch {
	case !rooted:
	case (rest == "" || strings.HasSuffix(rest, "/")) && site.Has(rest+"index.html"):
		return place{file: rest + "index.html", found: true}
	case site.Has(rest):
		return place{file: rest, found: true}
	case rest != "" && site.Has(rest+"/index.html"):
		return place{file: rest + "/index.html", move: "./" + path.Base(rest) + "/", found: true}
	}
	if site.Has(notFound) {
		return place{file: notFound}
	}
	return place{}
}

// notFound is the page for addresses that the site does not have.
const notFound = "404.html"
