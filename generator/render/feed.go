package render

import (
	"cmp"
	"crypto/sha256"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"profilegen/generator/claim"
	"profilegen/generator/edtf"
	"profilegen/generator/profile"
	"profilegen/generator/review"
)

// maxFeed is how many entries a feed has.
const maxFeed = 50

// noDate is the date of a feed without entries.
const noDate = "1970-01-01T00:00:00Z"

// entry is one entry of a feed.
type entry struct {
	date    edtf.Date
	id      string // unique in the site: "fact/3f9c…", "change/…"
	title   string
	address string // from the site's root
	text    string
}

// siteFeed adds what is new on the whole site to b.
func (s *Site) siteFeed(b []byte) []byte {
	m := s.maker("feed.xml")
	defer m.reuse()
	var entries []entry
	for _, f := range s.later.newest() {
		entries = append(entries, m.feedEntry(f))
	}
	for _, c := range s.pub.Changes[:min(maxFeed, len(s.pub.Changes))] {
		entries = append(entries, m.changeEntry(c))
	}
	return s.feed(b, "", s.pub.Settings.Title, entries)
}

// profileFeed adds what is new on one profile to b.
func (s *Site) profileFeed(b []byte, p *review.Profile) []byte {
	m := s.maker(refAddress(p.Ref) + "feed.xml")
	defer m.reuse()
	m.ranked = newFacts(m.ranked[:0], p.Facts, maxFeed)
	facts := m.factsOf(m.ranked)
	entries := m.views.entries.list(2 * maxFeed)
	for _, f := range facts {
		entries = append(entries, m.feedEntry(f))
	}
	for _, c := range s.pub.Changes {
		if c.Subject == p.Ref && !c.Date.IsZero() && len(entries) < 2*maxFeed {
			entries = append(entries, m.changeEntry(c))
		}
	}
	return s.feed(b, refAddress(p.Ref), p.Name, entries)
}

// feedEntry tells a fact in one entry, with every side of it.
func (m *maker) feedEntry(f *profile.Fact) entry {
	name := m.named(string(f.Subject))
	if f.Type == claim.Statement {
		return m.feedText(f, m.w.flat(m.w.upper(m.w.statement(m.of(f), name, m.reporter(f)))))
	}
	told := m.w.flat(m.told(f))
	if mark := m.mark(f.Status); mark != nil {
		told = m.w.say("feed.marked", "mark", mark.Text, "what", told)
	}
	return m.feedText(f, m.w.say("named", "name", name.Text, "what", told))
}

func (m *maker) feedText(f *profile.Fact, title string) entry {
	e := entry{date: newest(f), id: m.concat("fact/", f.ID), title: title}
	var space [256]byte
	e.address = m.text(append(append(appendRefAddress(space[:0], f.Subject), '#'), f.ID...))
	out := m.markup()
	date, note := m.dateOf(f)
	out.line(m.w.notes(date.Text, note))
	if contested(f) {
		out.line(m.sidesLine(f))
	}
	out.line(m.otherAccounts(f))
	out.line(m.caseEnd(f))
	if !contested(f) && f.Type != claim.Event { // an event's words are its title
		for _, c := range m.statedOf(f) {
			if c.words != "" {
				out.line(m.w.inQuotes(folded(c.words)))
				break
			}
		}
	}
	for _, src := range f.Sources()[:min(5, len(f.Sources()))] {
		day := m.day(src.Date)
		out.line(cmp.Or(src.Outlet, day))
		if src.Outlet != "" && day != "" {
			out.b = append(append(out.b, m.w.say("list.and")...), day...)
		}
	}
	if f.Origin == profile.Extracted {
		out.line(m.w.say("fact.extracted"))
	}
	e.text, m.spare = m.text(out.b), append(m.spare, out.b)
	return e
}

// line adds a line of plain text; nothing for the empty text.
func (m *markup) line(text string) {
	if text != "" && len(m.b) > 0 {
		m.b = append(m.b, '\n')
	}
	m.b = append(m.b, text...)
}

func (m *maker) changeEntry(c review.Change) entry {
	v := m.change(c)
	sum := sha256.Sum256([]byte(c.Date.String() + "\x00" + string(c.Subject) + "\x00" + c.Fact + "\x00" + c.Text))
	address := "corrections/"
	if _, ok := m.s.profiles[c.Subject]; ok {
		address = refAddress(c.Subject)
	}
	return entry{date: c.Date, id: fmt.Sprintf("change/%x", sum[:8]), address: address,
		title: m.w.say("named", "name", c.Name, "what", m.w.say("change.correction")), text: v.Text}
}

// feed adds Atom to b: the newest entries, those without a date left out.
func (s *Site) feed(b []byte, address, title string, entries []entry) []byte {
	entries = slices.DeleteFunc(entries, func(e entry) bool { return e.date.IsZero() })
	slices.SortStableFunc(entries, func(a, b entry) int {
		return cmp.Or(-edtf.Compare(a.date, b.date), strings.Compare(a.id, b.id))
	})
	entries = entries[:min(maxFeed, len(entries))]
	var updated edtf.Date
	if len(entries) > 0 {
		updated = entries[0].date
	}
	base := s.pub.Settings.BaseURL
	x := xmlWriter{b}
	x.raw(`<?xml version="1.0" encoding="utf-8"?>` + "\n")
	x.raw(`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="`)
	x.text(s.words.code)
	x.raw(`">` + "\n")
	s.feedID(&x, "feed/"+address, base, address, "feed.xml")
	x.element("title", title)
	s.updated(&x, updated)
	if base != "" {
		x.link("self", "application/atom+xml", base, address, "feed.xml")
		x.link("alternate", "text/html", base, address)
	}
	x.raw("<author>")
	x.element("name", s.pub.Settings.Title)
	x.raw("</author>\n")
	top := cmp.Or(base, rootOf(address))
	for _, e := range entries {
		x.raw("<entry>\n")
		s.feedID(&x, e.id, base, e.id)
		x.element("title", e.title)
		s.updated(&x, e.date)
		x.link("alternate", "text/html", top, e.address)
		x.raw(`<content type="text">`)
		x.text(e.text)
		x.raw("</content>\n")
		x.raw("</entry>\n")
	}
	x.raw("</feed>\n")
	return x.b
}

// feedID writes an id that never changes: an address of the site, or, without
// base_url, a urn made of the name.
func (s *Site) feedID(x *xmlWriter, name string, address ...string) {
	if s.pub.Settings.BaseURL != "" {
		x.element("id", address...)
		return
	}
	h := sha256.Sum256([]byte("profilegen feed\x00" + s.pub.Settings.Title + "\x00" + name))
	h[6], h[8] = h[6]&0x0f|0x80, h[8]&0x3f|0x80 // RFC 9562, version 8
	x.element("id", fmt.Sprintf("urn:uuid:%x-%x-%x-%x-%x", h[:4], h[4:6], h[6:8], h[8:10], h[10:16]))
}

// updated writes the first moment of a date in the site's time zone; noDate for none.
func (s *Site) updated(x *xmlWriter, d edtf.Date) {
	x.raw("<updated>")
	if d.IsZero() {
		x.raw(noDate)
	} else {
		lo := d.Lo()
		x.b = time.Date(lo/10000, time.Month(lo/100%100), lo%100, 0, 0, 0, 0, s.zone).AppendFormat(x.b, time.RFC3339)
	}
	x.raw("</updated>\n")
}

// xmlWriter appends XML.
type xmlWriter struct{ b []byte }

func (x *xmlWriter) raw(s string) { x.b = append(x.b, s...) }

func (x *xmlWriter) element(name string, texts ...string) {
	x.b = append(append(append(x.b, '<'), name...), '>')
	for _, text := range texts {
		x.text(text)
	}
	x.b = append(append(append(x.b, "</"...), name...), ">\n"...)
}

// link leads to an address that is given in pieces.
func (x *xmlWriter) link(rel, kind string, address ...string) {
	x.raw(`<link rel="`)
	x.raw(rel)
	x.raw(`" type="`)
	x.raw(kind)
	x.raw(`" href="`)
	for _, piece := range address {
		x.text(piece)
	}
	x.raw("\"/>\n")
}

// text escapes a text for an element or attribute; characters that XML forbids
// become U+FFFD.
func (x *xmlWriter) text(s string) {
	start := 0
	for i, r := range s {
		if r >= '\'' && r < 0x7f && r != '<' && r != '>' {
			continue
		}
		with := "\ufffd"
		switch {
		case r == '&':
			with = "&amp;"
		case r == '<':
			with = "&lt;"
		case r == '>':
			with = "&gt;"
		case r == '"':
			with = "&#34;"
		case r < 0x20 && r != '\t' && r != '\n' && r != '\r', r&0xfffe == 0xfffe,
			r >= 0xfdd0 && r <= 0xfdef, r >= 0x7f && r < 0xa0:
		case r == utf8.RuneError: // also what is no UTF-8
		default:
			continue
		}
		x.b = append(append(x.b, s[start:i]...), with...)
		_, size := utf8.DecodeRuneInString(s[i:])
		start = i + size
	}
	x.b = append(x.b, s[start:]...)
}
