package render

import (
	"unsafe"

	"profilegen/generator/profile"
)

// slab hands out short lists from a few blocks of memory, which serve one page
// after another.
type slab[T any] struct {
	blocks [][]T
	full   int // so many blocks have no room left
}

const (
	slabBlock = 256  // things
	keptSlab  = 4096 // more than any but the longest pages take
)

// list gives an empty list with room for n things, good until the next reset.
func (s *slab[T]) list(n int) []T {
	for {
		if s.full == len(s.blocks) {
			s.blocks = append(s.blocks, nil)
		}
		block := &s.blocks[s.full]
		if len(*block) == 0 && cap(*block) < n {
			*block = make([]T, 0, max(n, slabBlock))
		}
		if from := len(*block); cap(*block)-from >= n {
			*block = (*block)[:from+n]
			return (*block)[from : from : from+n]
		}
		s.full++
	}
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
	ordered  slab[*profile.Fact]
	links    slab[NavLink]
	lines    slab[Line]
	texts    slab[string]
	entries  slab[entry]
	box      slab[BoxFact]
	drawn    drawnLists
}

// drawnLists are those of the pictures.
type drawnLists struct {
	bars   slab[bar]
	rows   slab[BarRow]
	points slab[Point]
	ticks  slab[Tick]
	dots   slab[SharedDot]
	met    slab[met]
	lines  slab[SharedLine]
	shared slab[SharedRow]
	people slab[SharedPerson]
}

func (v *views) reset() {
	v.facts.reset()
	v.dated.reset()
	v.claims.reset()
	v.passages.reset()
	v.articles.reset()
	v.sources.reset()
	v.words.reset()
	v.ordered.reset()
	v.links.reset()
	v.lines.reset()
	v.texts.reset()
	v.entries.reset()
	v.box.reset()
	v.drawn.reset()
}

func (d *drawnLists) reset() {
	d.bars.reset()
	d.rows.reset()
	d.points.reset()
	d.ticks.reset()
	d.dots.reset()
	d.met.reset()
	d.lines.reset()
	d.shared.reset()
	d.people.reset()
}

// reset ends the life of the lists. What a page of unusual size took is let go of.
func (s *slab[T]) reset() {
	kept := 0
	for i, block := range s.blocks {
		if kept += cap(block); kept > keptSlab {
			clear(s.blocks[i:])
			s.blocks = s.blocks[:i]
			break
		}
		clear(block)
		s.blocks[i] = block[:0]
	}
	s.full = 0
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
	keptBlocks = 16            // more than any but the longest pages take
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
