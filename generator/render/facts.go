package render

import (
	"html/template"

	"profilegen/generator/claim"
	"profilegen/generator/edtf"
	"profilegen/generator/profile"
)

// FactView is a fact as a page shows it, each part ready to be put into its
// place: a profile shows hundreds of them.
type FactView struct {
	ID      string        // data-fact
	Anchor  string        // the id attribute: the fact's on its first element of the page, else empty
	Name    template.HTML // whose fact, on pages that are not this profile's
	When    template.HTML // the date, "as of 3 April 2014", the source's own words for it
	Told    template.HTML // the sentence, with its labels
	Line    template.HTML // all sides in one line, where Sides stand elsewhere
	Office  template.HTML // who held the post before and after
	Sources template.HTML // links to the sources, and how many voices they are
	Sides   template.HTML // each side with its words
	Words   template.HTML // the words of an undisputed fact
	Finer   template.HTML // dates that sources know better than the editor's line
}

// Mark is a small label: its style class and its word.
type Mark struct{ Class, Text string }

// depth says how much of a fact a page shows.
type depth uint8

const (
	brief depth = iota // the sentence, its sources, its sides in one line
	whole              // with the words and each side
)

// fact makes the view of a fact.
func (m *maker) fact(f *profile.Fact, d depth) FactView {
	v := m.untold(f, d)
	v.Told = m.toldOf(f, m.w.upper(m.told(f)))
	return v
}

// untold is fact without the sentence.
func (m *maker) untold(f *profile.Fact, d depth) FactView {
	v := FactView{ID: f.ID, Anchor: m.anchor(f), When: m.whenOf(f), Sources: m.sourcesOf(f, d)}
	switch {
	case d == brief:
		v.Line = m.lineOf(f, "")
	case contested(f):
		v.Sides, v.Finer = m.sides(f), m.finer(f)
	default:
		v.Words, v.Finer = m.quoted(m.words(m.statedOf(f), f.Type)), m.finer(f)
	}
	return v
}

// anchor gives the id attribute for a fact: its id on its first element of the page.
func (m *maker) anchor(f *profile.Fact) string {
	if m.shown[f.ID] {
		return ""
	}
	m.shown[f.ID] = true
	return f.ID
}

// factOf adds whose fact it is, for pages that show several profiles.
func (m *maker) factOf(f *profile.Fact, d depth) FactView {
	v := m.untold(f, d)
	out := m.markup()
	out.part(m.named(string(f.Subject)))
	v.Name, v.Told = m.html(out), m.toldOf(f, m.told(f))
	if f.Type == claim.Statement && d == brief {
		v.Words = m.saidOf(f)
	}
	return v
}

// whenOf gives the date and what has to be said with it.
func (m *maker) whenOf(f *profile.Fact) template.HTML {
	date, note := m.dateOf(f)
	out := m.markup()
	out.stamp(date)
	if note != "" {
		out.tag(` <small>`)
		out.text(note)
		out.tag(`</small>`)
	}
	return m.html(out)
}

// toldOf gives the sentence after the label of what is not simply asserted.
func (m *maker) toldOf(f *profile.Fact, told Sentence) template.HTML {
	out := m.markup()
	if mark := m.mark(f.Status); mark != nil {
		out.mark(mark)
		out.tag(` `)
	}
	out.sentence(told)
	return m.html(out)
}

func (m *maker) mark(status claim.Status) *Mark {
	switch status {
	case claim.Disputed, claim.Denied, claim.Alleged, claim.Planned:
		return m.s.marks[status]
	}
	return nil
}

// dateOf gives the date and what has to be said with it.
func (m *maker) dateOf(f *profile.Fact) (Stamp, string) {
	w := m.w
	switch {
	case !f.On.IsZero():
		return m.stamp(f.On), ""
	case !f.Start.IsZero() || !f.End.IsZero() || !f.EndShown().IsZero():
		end, note := f.End, ""
		if end.IsZero() && !f.EndShown().IsZero() {
			end = f.EndShown()
		} else if end.IsZero() && open(f) && !newest(f).IsZero() {
			note = w.say("date.as-of", "date", m.day(newest(f)))
		}
		return Stamp{Text: m.span(f.Start, end)}, note
	case f.When() != "":
		return Stamp{}, w.say("quoted", "words", f.When())
	}
	if date := newest(f); !date.IsZero() {
		if open(f) {
			return Stamp{}, w.say("date.as-of", "date", m.day(date))
		}
		return Stamp{}, w.say("date.reported", "date", m.day(date))
	}
	return Stamp{}, w.say("date.unknown")
}

// open tells of a post or membership that no source ends.
func open(f *profile.Fact) bool {
	return (f.Type == claim.Position || f.Type == claim.Membership) && !f.Former && f.End.IsZero() && f.EndShown().IsZero()
}

// newest gives the date of a fact's newest source.
func newest(f *profile.Fact) edtf.Date {
	date := f.AsOf
	for _, s := range f.Sources() {
		if edtf.Compare(s.Date, date) > 0 {
			date = s.Date
		}
	}
	return date
}

// when gives the date by which a fact stands in a timeline; zero where it has none.
func when(f *profile.Fact) edtf.Date {
	switch {
	case !f.On.IsZero():
		return f.On
	case !f.Start.IsZero():
		return f.Start
	}
	return f.End
}

// told gives the sentence: what, why, and according to whom.
func (m *maker) told(f *profile.Fact) Sentence {
	t := m.of(f)
	if f.Type == claim.Statement {
		return m.w.statement(t, Part{}, m.reporter(f))
	}
	if f.Type == claim.Event {
		t.quote = m.eventWords(f)
	}
	s := m.w.what(t)
	if f.Type == claim.Event && t.quote == "" {
		s = m.w.sentence(Part{Text: m.w.say("event.untold")})
	}
	if !contested(f) {
		s = m.w.because(s, f.Reason())
	}
	if by := m.reporter(f); by != "" && !contested(f) {
		s = m.w.join(s, m.w.tell("fact.according", arg{"who", Part{Text: by, Name: true}}))
	}
	return s
}
