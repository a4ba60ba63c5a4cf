package generator

import (
	"maps"
	"slices"

	"profilegen/generator/content"
)

// Nearly all files of a site are articles of which nothing is to be told. These
// are written in the form of encode.go, all others in one for any value.

// The first byte of what is written says in which form it is.
const (
	compactForm = 'a'
	anyForm     = 'c'
)

// encodeFile writes a parsed file; nil where that cannot be done. What it gives
// is good until the coder is used again.
func (c *coder) encodeFile(f storedFile) []byte {
	if a := f.Document.Article; a != nil && len(f.Document.Problems) == 0 {
		c.begin()
		c.hash(&f.Text)
		c.article(a)
		c.room = c.written(append(c.room[:0], compactForm))
		return c.room
	}
	write, _ := codec()
	raw, err := write.Marshal(f)
	if err != nil {
		return nil
	}
	return append([]byte{anyForm}, raw...)
}

// decodeFile reads what encodeFile wrote.
func decodeFile(raw []byte) (f storedFile, ok bool) {
	switch {
	case len(raw) == 0:
		return f, false
	case raw[0] == anyForm:
		_, read := codec()
		return f, read.Unmarshal(raw[1:], &f) == nil
	case raw[0] != compactForm:
		return f, false
	}
	c := coder{reading: true, told: make([]string, 0, 16)}
	c.open(raw[1:])
	f.Document.Article = &content.Article{}
	c.hash(&f.Text)
	c.article(f.Document.Article)
	return f, c.read()
}

func (c *coder) hash(h *[32]byte) {
	if !c.reading {
		c.out = append(c.out, h[:]...)
		return
	}
	if len(c.in) < len(h) {
		c.failed = true
		return
	}
	c.in = c.in[copy(h[:], c.in):]
}

// table codes a map in the order of its keys; nil stays nil.
func table[V any](c *coder, m *map[string]V, one func(*V)) {
	size := len(*m)
	if *m == nil {
		size = -1
	}
	c.number(&size)
	if !c.reading {
		c.keys = slices.AppendSeq(c.keys[:0], maps.Keys(*m))
		slices.Sort(c.keys)
		var value V
		for i := range c.keys {
			value = (*m)[c.keys[i]]
			text(c, &c.keys[i])
			one(&value)
		}
		clear(c.keys)
		return
	}
	if size < 0 {
		return
	}
	const least = 2 // bytes of a key and a value
	if size > len(c.in)/least {
		c.failed = true
		return
	}
	*m = make(map[string]V, size)
	for range size {
		var key string
		var value V
		text(c, &key)
		one(&value)
		(*m)[key] = value
	}
}

func (c *coder) place(p *content.Place) {
	c.number(&p.Line)
	c.number(&p.Column)
}

func (c *coder) article(a *content.Article) {
	text(c, &a.ID)
	text(c, &a.File)
	text(c, &a.Format)
	c.hash(&a.Hash)
	text(c, &a.Title)
	c.date(&a.Date)
	text(c, &a.Outlet)
	text(c, &a.Author)
	text(c, &a.URL)
	text(c, &a.ArchiveURL)
	text(c, &a.Language)
	text(c, &a.Licence)
	c.truth(&a.FullText)
	table(c, &a.Names, func(s *string) { text(c, s) })
	c.truth(&a.Draft)
	c.place(&a.URLPlace)
	c.place(&a.ArchivePlace)
	table(c, &a.NamePlaces, c.place)
	text(c, &a.Text)
	c.number(&a.TextLine)
}
