package render

import (
	"html/template"

	"profilegen/generator/edtf"
	"profilegen/generator/profile"
	"profilegen/generator/review"
)

// maker makes what one page shows; its links are relative to that page.
type maker struct {
	s     *Site
	w     *voice
	root  string          // the way to the site's root: "../../"
	here  profile.Ref     // the party whose page it is: its name goes without saying
	shown map[string]bool // facts that stand on the page already
	// last is the fact whose claims statedOf gave last.
	last   *profile.Fact
	stated []stated
	// What follows only saves memory and work, from one page to the next.
	spare     [][]byte       // for the next pieces of markup
	space     []byte         // for the JSON-LD
	views     views          // the lists of this page
	lent      bool           // a page has them, and texts, that is still to be executed
	page      ArticlePage    // of an article
	days      [maxDays]Stamp // of dates that came up, by their place among those of some years
	dayOf     [maxDays]edtf.Date
	names     map[string]Part // of profiles, as seen from a page at this depth
	lastNamed string          // the last of them that was asked for
	lastPart  Part
	desk
	// around is what is around each page at this depth.
	around Chrome
}

// desk is where a page's parts are put in order. What lies on it is good within
// the function that put it there, and in those that this calls.
type desk struct {
	ranked    []ranked
	taken     []place                  // by the bars of a picture
	related   []*profile.Fact          // that disagree
	byID      map[string]*profile.Fact // the facts of a profile that do
	done      map[string]bool          // those of them that were told, by their ids
	articles  []*review.Article        // the sources of a page
	people    map[profile.Ref]bool     // of an office or an article
	described map[string]bool          // articles that the JSON-LD has described, by their ids
	roled     map[*profile.Fact]bool   // facts that a role in the JSON-LD tells whole, with their sources
	met       []companion
	metAt     map[*review.Profile]int // their places
}

func newDesk() desk {
	return desk{metAt: map[*review.Profile]int{}, byID: map[string]*profile.Fact{}, done: map[string]bool{}, people: map[profile.Ref]bool{},
		described: map[string]bool{}, roled: map[*profile.Fact]bool{}}
}

// How many names of profiles and how many dates are kept from one page to the next.
const (
	maxNames = 1000
	maxDays  = 4096
)

func (s *Site) maker(path string) *maker {
	m, _ := s.makers.Get().(*maker)
	if m == nil {
		m = &maker{s: s, w: &voice{wording: s.words}, shown: map[string]bool{}, names: map[string]Part{}, desk: newDesk()}
	}
	if root := rootOf(path); root != m.root || len(m.names) > maxNames {
		m.root, m.around = root, Chrome{}
		m.lastNamed = ""
		clear(m.names)
	}
	return m
}

// release gives the maker back when its page is made: at once where what it made
// may be kept for good, else when the page is executed.
func (m *maker) release() {
	if m.lent {
		return
	}
	m.views, m.w.memory = views{}, memory{}
	m.reuse()
}

// reuse gives the maker back, and with it the memory of all texts that it made:
// nothing may read them any more.
func (m *maker) reuse() {
	clear(m.shown)
	m.here, m.last, m.stated, m.lent = "", nil, m.stated[:0], false
	m.page = ArticlePage{}
	m.views.reset()
	m.w.reset()
	m.s.makers.Put(m)
}

// lend has the texts last until the page is executed that they stand on.
func (m *maker) lend() *maker {
	m.lent = true
	return m
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

// text keeps some bytes as a string.
func (m *maker) text(b []byte) string { return m.w.texts.keep(b) }

// concat gives texts as one.
func (m *maker) concat(texts ...string) string {
	var space [512]byte
	b := space[:0]
	for _, text := range texts {
		b = append(b, text...)
	}
	return m.text(b)
}

// joined gives texts as one, with a message between them; the empty ones are left out.
func (m *maker) joined(between string, texts ...string) string {
	var space [512]byte
	b := space[:0]
	for _, text := range texts {
		if text != "" && len(b) > 0 {
			b = append(b, m.w.say(between)...)
		}
		b = append(b, text...)
	}
	return m.text(b)
}

// stamp gives a date with its form for machines.
func (m *maker) stamp(d edtf.Date) Stamp {
	if d.IsZero() {
		return Stamp{}
	}
	at := (d.Day() + 31*d.Month() + 12*31*d.Year()) % maxDays
	if m.dayOf[at] != d {
		m.days[at], m.dayOf[at] = m.w.stamp(d), d
	}
	return m.days[at]
}

// byDate is the function of that name, for a list that lasts as long as the page.
func (m *maker) byDate(facts []*profile.Fact, date func(*profile.Fact) edtf.Date) []*profile.Fact {
	m.ranked = rankedBy(m.ranked[:0], facts, date)
	return m.factsOf(m.ranked)
}

func (m *maker) factsOf(list []ranked) []*profile.Fact {
	return appendFacts(m.views.ordered.list(len(list)), list)
}

// day gives a date in the site's language; the empty string for no date.
func (m *maker) day(d edtf.Date) string { return m.stamp(d).Text }
