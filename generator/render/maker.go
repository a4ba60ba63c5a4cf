package render

import (
	"html/template"
	"strings"

	"profilegen/generator/edtf"
	"profilegen/generator/profile"
)

// maker makes what one page shows; its links are relative to that page.
type maker struct {
	s     *Site
	w     *wording
	root  string          // the way to the site's root: "../../"
	here  profile.Ref     // the party whose page it is: its name goes without saying
	shown map[string]bool // facts that stand on the page already
	// last is the fact whose claims statedOf gave last.
	last   *profile.Fact
	stated []stated
	// What follows only saves memory and work, from one page to the next.
	spare [][]byte        // for the next pieces of markup
	space []byte          // for the JSON-LD
	texts strings.Builder // the pieces of this page
	days  [256]Stamp      // of dates that came up, by some of their bits
	dayOf [256]edtf.Date
	names map[string]Part // of profiles, as seen from a page at this depth
}

// maxNames is how many names of profiles are kept from one page to the next.
const maxNames = 1000

func (s *Site) maker(path string) *maker {
	m, _ := s.makers.Get().(*maker)
	if m == nil {
		m = &maker{s: s, w: s.words, shown: map[string]bool{}, names: map[string]Part{}}
	}
	if root := rootOf(path); root != m.root || len(m.names) > maxNames {
		m.root = root
		clear(m.names)
	}
	return m
}

// release gives the maker back when its page is made.
func (m *maker) release() {
	clear(m.shown)
	m.here, m.last, m.stated, m.texts = "", nil, m.stated[:0], strings.Builder{}
	m.s.makers.Put(m)
}

// markup begins a piece of markup; html ends it.
func (m *maker) markup() markup {
	if n := len(m.spare) - 1; n >= 0 {
		b := m.spare[n]
		m.spare = m.spare[:n]
		return markup{b[:0]}
	}
	return markup{make([]byte, 0, 1024)}
}

// html gives what was written, and takes the memory back.
func (m *maker) html(out markup) template.HTML {
	m.spare = append(m.spare, out.b)
	return template.HTML(m.text(out.b))
}

// text keeps some bytes as a string. The many small texts of one page are parts
// of a few large ones.
func (m *maker) text(b []byte) string {
	const least, most = 1 << 10, 32 << 10
	if len(b) == 0 {
		return ""
	}
	if m.texts.Cap()-m.texts.Len() < len(b) {
		size := min(max(2*m.texts.Cap(), least), most)
		m.texts = strings.Builder{}
		m.texts.Grow(max(size, len(b)))
	}
	from := m.texts.Len()
	m.texts.Write(b)
	return m.texts.String()[from:]
}

// stamp gives a date with its form for machines.
func (m *maker) stamp(d edtf.Date) Stamp {
	if d.IsZero() {
		return Stamp{}
	}
	at := (d.Day() + 31*d.Month() + 11*d.Year()) % len(m.days)
	if m.dayOf[at] != d {
		m.days[at], m.dayOf[at] = m.w.stamp(d), d
	}
	return m.days[at]
}

// day gives a date in the site's language; the empty string for no date.
func (m *maker) day(d edtf.Date) string { return m.stamp(d).Text }
