package render

import "unsafe"

// slab hands out short lists from one piece of memory, which serves one page
// after another.
type slab[T any] struct{ used []T }

const (
	leastSlab = 64   // things
	keptSlab  = 4096 // more than any but the longest pages take
)

// list gives an empty list with room for n things, good until the next reset.
func (s *slab[T]) list(n int) []T {
	if cap(s.used)-len(s.used) < n { // what was given out keeps its memory
		s.used = make([]T, 0, max(n, 2*cap(s.used), leastSlab))
	}
	from := len(s.used)
	s.used = s.used[:from+n]
	return s.used[from : from : from+n]
}

// views are the lists of which pages have many.
type views struct {
	facts    slab[FactView]
	dated    slab[DatedFact]
	claims   slab[ClaimView]
	passages slab[Passage]
	articles slab[ArticleView]
	sources  slab[SourceView]
	words    slab[quotation]
}

func (v *views) reset() {
	v.facts.reset()
	v.dated.reset()
	v.claims.reset()
	v.passages.reset()
	v.articles.reset()
	v.sources.reset()
	v.words.reset()
}

// reset ends the life of the lists. What a page of unusual size took is let go of.
func (s *slab[T]) reset() {
	if cap(s.used) > keptSlab {
		s.used = nil
	}
	clear(s.used)
	s.used = s.used[:0]
}

// texts holds the many small texts of one page in a few blocks of memory, which
// are used again for the next page.
type texts struct {
	blocks [][]byte
	full   int // so many blocks have no room left
}

const (
	textBlock  = 32 << 10      // bytes
	longText   = textBlock / 4 // from here on, a text has memory of its own
	keptBlocks = 64            // more than any but the longest pages take
)

// keep gives the bytes as a string that is good until the next reset.
func (t *texts) keep(b []byte) string {
	if len(b) == 0 {
		return ""
	}
	if len(b) >= longText {
		return string(b)
	}
	if t.full < len(t.blocks) && textBlock-len(t.blocks[t.full]) < len(b) {
		t.full++
	}
	if t.full == len(t.blocks) {
		t.blocks = append(t.blocks, make([]byte, 0, textBlock))
	}
	block := &t.blocks[t.full]
	from := len(*block)
	*block = append(*block, b...)
	return unsafe.String(&(*block)[from], len(b))
}

// reset ends the life of the texts. What a page of unusual size took is let go of.
func (t *texts) reset() {
	if len(t.blocks) > keptBlocks {
		clear(t.blocks[keptBlocks:])
		t.blocks = t.blocks[:keptBlocks]
	}
	for i := range t.blocks {
		t.blocks[i] = t.blocks[i][:0]
	}
	t.full = 0
}
