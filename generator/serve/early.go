package serve

import (
	"encoding/binary"
	"fmt"
	"maps"
	"slices"
)

// What a browser asked for last is kept for the next session: where nothing of
// the site has changed since, those pages are shown at once, while the site is
// made whole behind them. A page that is not among them waits for that.

// early is a site of the few pages that were kept. It never changes.
type early map[string]kept

// kept is one path of a site: the key that it had, and its bytes.
type kept struct {
	key  [32]byte
	body []byte // nil where only the key is known: a file that a kept page loads
}

// Has tells whether a path's bytes were kept.
func (e early) Has(path string) bool { return e[path].body != nil }

// Key gives the key that a path had.
func (e early) Key(path string) [32]byte { return e[path].key }

// Render gives the bytes that were kept of a path.
func (e early) Render(path string) ([]byte, error) {
	if body := e[path].body; body != nil {
		return body, nil
	}
	return nil, fmt.Errorf("%s was not kept", path)
}

// encode writes the pages down, the same ones always as the same bytes.
func (e early) encode() []byte {
	var b []byte
	for _, path := range slices.Sorted(maps.Keys(e)) {
		k := e[path]
		b = binary.AppendUvarint(b, uint64(len(path)))
		b = append(b, path...)
		b = append(b, k.key[:]...)
		if k.body == nil {
			b = binary.AppendUvarint(b, 0)
			continue
		}
		b = binary.AppendUvarint(b, uint64(len(k.body))+1)
		b = append(b, k.body...)
	}
	return b
}

// readEarly reads what encode wrote; of anything else it gives nil.
func readEarly(raw []byte) early {
	e := early{}
	piece := func(size uint64) (p []byte, ok bool) {
		if size > uint64(len(raw)) {
			return nil, false
		}
		p, raw = raw[:size:size], raw[size:]
		return p, true
	}
	count := func() (n uint64, ok bool) {
		n, size := binary.Uvarint(raw)
		raw = raw[max(size, 0):]
		return n, size > 0
	}
	for len(raw) > 0 {
		n, ok1 := count()
		path, ok2 := piece(n)
		var k kept
		key, ok3 := piece(uint64(len(k.key)))
		n, ok4 := count()
		if !ok1 || !ok2 || !ok3 || !ok4 {
			return nil
		}
		copy(k.key[:], key)
		if n > 0 {
			if k.body, ok1 = piece(n - 1); !ok1 {
				return nil
			}
		}
		e[string(path)] = k
	}
	return e
}

// What is kept: so many pages, and so many bytes of them.
const (
	mostKept      = 64
	mostKeptBytes = 2 << 20
)

// homePage is the page that a session begins with.
const homePage = "index.html"

// kept gives the pages that were asked for last as the site has them, with the
// home page, and the files that they load.
func (p *pages) kept(site Site) early {
	e, size := early{}, 0
	add := func(made *page) {
		if made.body == nil || len(e) >= mostKept || size+len(made.body) > mostKeptBytes || e.Has(made.path) {
			return
		}
		size += len(made.body)
		e[made.path] = kept{made.key, made.body}
		for _, a := range made.view.assets {
			if _, has := e[a.path]; !has {
				e[a.path] = kept{key: site.Key(a.path)}
			}
		}
	}
	for _, path := range p.beginning(site) {
		if made, err := p.get(site, path); err == nil {
			add(made)
		}
	}
	for _, made := range p.lastAsked() {
		if made.key == site.Key(made.path) {
			add(made)
		}
	}
	return e
}

// beginning names the home page and what it loads.
func (p *pages) beginning(site Site) []string {
	if !site.Has(homePage) {
		return nil
	}
	home, err := p.get(site, homePage)
	if err != nil {
		return nil
	}
	list := []string{homePage}
	for _, a := range home.view.assets {
		if site.Has(a.path) {
			list = append(list, a.path)
		}
	}
	return list
}

// lastAsked gives the pages at hand, the one asked for last first.
func (p *pages) lastAsked() []*page {
	p.mu.Lock()
	defer p.mu.Unlock()
	var list []*page
	for at := p.order.Front(); at != nil && len(list) < mostKept; at = at.Next() {
		list = append(list, at.Value.(*page))
	}
	return list
}

// Beginning gives, in the form of Options.Shown, the page that a session begins
// with, and what it loads.
func Beginning(site Site) []byte { return newPages(keptBytes).kept(site).encode() }

// lookBack takes what the last session kept, if it is as good as new.
func (s *Server) lookBack() {
	defer close(s.lookedBack)
	if s.o.Shown != nil {
		s.early = readEarly(s.o.Shown())
	}
}

// keepShown remembers for the next session what this one shows.
func (s *Server) keepShown() {
	now := s.current.Load()
	if s.o.Keep == nil || now.last.Site == nil {
		return
	}
	if e := s.pages.kept(now.site); len(e) > 0 {
		s.o.Keep(e.encode())
	}
}
