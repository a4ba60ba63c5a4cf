package extract

import (
	"strings"

	"profilegen/generator/claim"
	"profilegen/generator/edtf"
)

// room is what one reading needs for a while: the next one writes over it.
type room struct {
	// words are those of names, in lower case.
	words []string
	text  []byte
	// order are the names from the longest to the shortest; before, where each ends
	// in text.
	order []int32
	// used are the spans of drafts, a few for each.
	used []used
	// ids are the people and organisations of the lists that a sentence's rules
	// look at, sayings the acts of speaking of one verb.
	ids     []int32
	sayings []saying
	// called are the people of the sentence calledIn, quoted where its first
	// quotation stands, of the sentence quotedIn.
	called           []called
	calledIn         int32
	quoted, quotedIn int32

	// of merging; digits are the ids of the claims, one after the other, texts
	// those of keys
	texts                 strings.Builder
	digits                []byte
	standing, posts, from []int
	kept                  []kept
	same                  map[key]int
	seen                  map[claim.ID]edtf.Date
	packer                claim.Packer
	last                  map[string]bool
}

// empty makes the room ready for the next article.
func (m *room) empty() {
	clear(m.words)
	m.words, m.used, m.ids = m.words[:0], m.used[:0], m.ids[:0]
	m.calledIn, m.quotedIn = -1, -1
	m.same, m.seen, m.last = emptied(m.same), emptied(m.seen), emptied(m.last)
}

// few is how many spans most drafts use.
const few = 4

// fewUsed gives an empty list of spans with room for a few.
func (m *room) fewUsed() []used {
	n := len(m.used)
	if cap(m.used)-n < few {
		m.used, n = make([]used, 0, max(64*few, 2*cap(m.used))), 0
	}
	m.used = m.used[:n+few]
	return m.used[n:n:len(m.used)]
}

// textsAtOnce is how much room for the texts of keys is made at once, in bytes.
const textsAtOnce = 4 << 10

// keyText gives a text of a key, which nobody needs once the article is read.
func (m *room) keyText(b []byte) string {
	from := m.texts.Len()
	if m.texts.Cap()-from < len(b) {
		m.texts, from = strings.Builder{}, 0
		m.texts.Grow(max(textsAtOnce, len(b)))
	}
	m.texts.Write(b)
	return m.texts.String()[from:]
}

// listed gives the end of the room of ids as a list of its own.
func (m *room) listed(from int) []int32 { return m.ids[from:len(m.ids):len(m.ids)] }
