package render

import (
	"cmp"
	"slices"
	"strings"

	"profilegen/generator/claim"
	"profilegen/generator/content"
	"profilegen/generator/edtf"
	"profilegen/generator/profile"
	"profilegen/generator/review"
)

// maker makes what one page shows; its links are relative to that page.
type maker struct {
	s     *Site
	w     *wording
	root  string          // the way to the site's root: "../../"
	shown map[string]bool // facts that stand on the page already
}

func (s *Site) maker(path string) *maker {
	return &maker{s: s, w: s.words, root: rootOf(path), shown: map[string]bool{}}
}

// FactView is a fact as a page shows it.
type FactView struct {
	ID     string // data-fact
	Anchor string // the id attribute: the fact's on its first element of the page, else empty
	Name   Part   // whose fact, on pages that are not this profile's
	Date   Stamp
	Note   string // "as of 3 April 2014", "reported 3 April 2014", the source's own words
	Mark   *Mark  // what parts it from a plain statement; nil for what is asserted
	Told   Sentence
	// Extracted tells that no editor wrote it.
	Extracted bool
	Sources   []SourceView
	Voices    string // "2 sources, one voice", "nobody named stands behind it"
	Words     []WordsView
	Sides     []SideView
	SidesLine string // the sides in one line, where Sides stand elsewhere
	Office    *Succession
	NoDenial  bool   // alleged, and nobody is reported to deny it
	See       string // where on this page it is told in full: "#ID"
}

// Mark is a small label: its style class and its word.
type Mark struct{ Class, Text string }

// SourceView is the link to a source.
type SourceView struct {
	Href   string
	Text   string // outlet, title or host
	Date   string
	Claims string // data-claim: ids parted by spaces
}

// WordsView are the words of one claim.
type WordsView struct {
	Quote  string
	Claim  string // its id
	Href   string // the claim on its article's page
	Text   string // who says it, and the outlet
	Prefix string // "according to a private channel, Babar Ghauri denied", for statements
	Lang   string // where it is not the page's
}

// SideView is one side of what is not simply asserted.
type SideView struct {
	Status string
	Told   Sentence
	Words  []WordsView
}

// depth says how much of a fact a page shows.
type depth uint8

const (
	brief depth = iota // the sentence, its sources, its sides in one line
	whole              // with the words and each side
)

// fact makes the view of a fact.
func (m *maker) fact(f *profile.Fact, d depth) FactView {
	v := FactView{ID: f.ID, Extracted: f.Origin == profile.Extracted}
	if !m.shown[f.ID] {
		m.shown[f.ID] = true
		v.Anchor = f.ID
	}
	v.Date, v.Note = m.dateOf(f)
	v.Mark = m.mark(f.Status)
	v.Told = m.told(f)
	v.Sources = m.sources(f)
	if contested(f) {
		v.NoDenial = !denied(f)
		if d == whole {
			v.Sides = m.sides(f)
		} else {
			v.SidesLine = m.sidesLine(f)
		}
	} else if d == whole {
		v.Words = m.words(f.Claims, f.Type)
	}
	if d == brief && len(f.Differs) > 0 {
		v.SidesLine = joinNote(v.SidesLine, m.otherAccounts(f))
	}
	v.Voices = m.voices(f)
	return v
}

// of adds whose fact it is, for pages that show several profiles.
func (m *maker) factOf(f *profile.Fact, d depth) FactView {
	v := m.fact(f, d)
	v.Name = m.named(string(f.Subject))
	return v
}

// contested tells of what is not simply asserted or planned.
func contested(f *profile.Fact) bool {
	switch f.Status {
	case claim.Disputed, claim.Denied, claim.Alleged:
		return true
	}
	return f.Status == claim.Planned && denied(f)
}

func denied(f *profile.Fact) bool {
	return slices.ContainsFunc(f.Sides, func(s profile.Side) bool { return s.Status == claim.Denied })
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
		return w.stamp(f.On), ""
	case !f.Start.IsZero() || !f.End.IsZero() || !f.EndShown.IsZero():
		end, note := f.End, ""
		if end.IsZero() && !f.EndShown.IsZero() {
			end = f.EndShown
		} else if end.IsZero() && open(f) && !newest(f).IsZero() {
			note = w.say("date.as-of", "date", w.day(newest(f)))
		}
		return Stamp{Text: w.span(f.Start, end)}, note
	case f.When != "":
		return Stamp{}, w.say("quoted", "words", f.When)
	}
	if date := newest(f); !date.IsZero() {
		if open(f) {
			return Stamp{}, w.say("date.as-of", "date", w.day(date))
		}
		return Stamp{}, w.say("date.reported", "date", w.day(date))
	}
	return Stamp{}, w.say("date.unknown")
}

// open tells of a post or membership that no source ends.
func open(f *profile.Fact) bool {
	return (f.Type == claim.Position || f.Type == claim.Membership) && !f.Former && f.End.IsZero() && f.EndShown.IsZero()
}

// newest gives the date of a fact's newest source.
func newest(f *profile.Fact) edtf.Date {
	date := f.AsOf
	for _, s := range f.Sources {
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
		by := m.reporter(f)
		if by == "" && t.object.Text == "" && f.Status != claim.Planned && !denies(f.Quote) {
			return nil // the words speak for themselves
		}
		return m.w.statement(t, Part{}, by).upper()
	}
	if f.Type == claim.Event {
		t.quote = m.eventWords(f)
	}
	s := m.w.what(t)
	if f.Type == claim.Event && t.quote == "" {
		s = Sentence{{Text: m.w.say("event.untold")}}
	}
	if !contested(f) {
		s = m.w.because(s, f.Reason)
	}
	if by := m.reporter(f); by != "" && !contested(f) {
		s = s.join(m.w.tell("fact.according", arg{"who", Part{Text: by}}))
	}
	return s.upper()
}

// eventWords gives an event's words as a page shows them.
func (m *maker) eventWords(f *profile.Fact) string {
	for _, id := range f.Claims {
		if c := m.s.claims[id]; c != nil {
			return m.s.plain(c)
		}
	}
	return f.Quote
}

// reporter names who says so, where all that is told of a fact comes through
// the same named or unnamed speaker.
func (m *maker) reporter(f *profile.Fact) string {
	if f.Origin != profile.Extracted {
		return ""
	}
	found := ""
	for i, id := range f.Claims {
		c := m.s.claims[id]
		if c == nil || c.By == "" {
			return ""
		}
		by := m.w.speaker(c.By, c.Via)
		if i > 0 && by != found {
			return ""
		}
		found = by
	}
	return found
}

// sources gives the links: an article's to its own page at the exact words,
// or, where it has no address, to its page here.
func (m *maker) sources(f *profile.Fact) []SourceView {
	out := make([]SourceView, 0, len(f.Sources))
	for _, src := range f.Sources {
		if src.Article == "" {
			if link := safeURL(src.URL); link != "" {
				out = append(out, SourceView{Href: link, Text: hostOf(link)})
			}
			continue
		}
		out = append(out, m.source(src.Article, m.s.claimsOf(f, src.Article)))
	}
	return out
}

func (m *maker) source(id string, claims []*review.Claim) SourceView {
	a := m.s.articles[id]
	if a == nil {
		return SourceView{Href: m.root + articleAddress(id), Text: id}
	}
	v := SourceView{Href: m.s.urls[id], Text: cmp.Or(a.Outlet, m.s.titleOf(a)), Date: m.w.day(a.Date)}
	for i, c := range claims {
		if i > 0 {
			v.Claims += " "
		}
		v.Claims += c.ID
	}
	switch {
	case v.Href == "":
		v.Href = m.root + articleAddress(id)
		if len(claims) > 0 {
			v.Href += "#" + claims[0].ID
		}
	case len(claims) > 0:
		v.Href = withWords(v.Href, m.s.plain(claims[0]))
	}
	return v
}

// words gives the quotations of claims, each text once.
func (m *maker) words(ids []string, kind claim.Type) []WordsView {
	if kind == claim.Event {
		return nil // the event's words are its sentence
	}
	var out []WordsView
	for _, id := range ids {
		c := m.s.claims[id]
		if c == nil {
			continue
		}
		v := m.quotation(c)
		if v.Quote == "" || slices.ContainsFunc(out, func(o WordsView) bool { return o.Quote == v.Quote }) {
			continue
		}
		out = append(out, v)
	}
	return out
}

func (m *maker) quotation(c *review.Claim) WordsView {
	v := WordsView{Quote: m.s.plain(c), Claim: c.ID, Href: m.root + articleAddress(c.Article) + "#" + c.ID}
	a := m.s.articles[c.Article]
	if a == nil {
		return v
	}
	v.Text = cmp.Or(a.Outlet, m.s.titleOf(a))
	if c.By != "" {
		v.Text = m.w.say("words.by", "who", m.w.speaker(c.By, c.Via), "outlet", v.Text)
	}
	if a.Language != "" && a.Language != m.w.code {
		v.Lang = a.Language
	}
	return v
}

// sides gives each side with its own words.
func (m *maker) sides(f *profile.Fact) []SideView {
	out := make([]SideView, 0, len(f.Sides))
	for _, s := range f.Sides {
		out = append(out, SideView{Status: string(s.Status), Told: m.side(s), Words: m.words(s.Claims, f.Type)})
	}
	return out
}

// side gives "Denied by Nasir Jamal", "According to a private channel, Babar
// Ghauri denied it".
func (m *maker) side(s profile.Side) Sentence {
	who := s.By
	if who == "" {
		who = m.ownVoice(s)
	}
	key := "side." + string(s.Status)
	args := []arg{{"who", Part{Text: who, Name: true}}}
	if len(s.Via) > 0 {
		key += ".via"
		via := s.Via[len(s.Via)-1]
		for _, outer := range slices.Backward(s.Via[:len(s.Via)-1]) {
			via = m.w.say("side.cites", "via", outer, "next", via)
		}
		args = append(args, arg{"via", Part{Text: via, Name: true}})
	}
	return m.w.because(m.w.tell(key, args...), s.Reason)
}

// ownVoice names the outlets that speak for themselves; without claims, the editors.
func (m *maker) ownVoice(s profile.Side) string {
	var outlets []string
	for _, id := range s.Claims {
		c := m.s.claims[id]
		if c == nil || m.s.articles[c.Article] == nil {
			continue
		}
		a := m.s.articles[c.Article]
		if name := cmp.Or(a.Outlet, m.s.titleOf(a)); !slices.Contains(outlets, name) {
			outlets = append(outlets, name)
		}
	}
	if len(outlets) == 0 {
		return m.w.say("side.editor")
	}
	return strings.Join(outlets, m.w.say("list.and"))
}

// sidesLine gives all sides in one line, for entries without the words.
func (m *maker) sidesLine(f *profile.Fact) string {
	var parts []string
	for _, s := range f.Sides {
		parts = append(parts, m.side(s).upper().String())
	}
	if !denied(f) {
		parts = append(parts, m.w.say("side.no-denial"))
	}
	return strings.Join(parts, m.w.say("sides.part"))
}

// otherAccounts tells in one line what other sources give for the same thing.
func (m *maker) otherAccounts(f *profile.Fact) string {
	var others []string
	for _, id := range f.Differs {
		other := m.s.facts[id]
		if other == nil {
			continue
		}
		date, note := m.dateOf(other)
		text := cmp.Or(date.Text, note)
		if len(other.Sources) > 0 && other.Sources[0].Outlet != "" {
			text = m.w.say("fact.other", "date", text, "outlet", other.Sources[0].Outlet)
		}
		others = append(others, text)
	}
	if len(others) == 0 {
		return ""
	}
	return m.w.say("fact.others", "others", strings.Join(others, m.w.say("list.and")))
}

// voices tells what the number of sources does not: that they are one voice,
// or that nobody named stands behind them.
func (m *maker) voices(f *profile.Fact) string {
	if f.Origin == profile.Editor {
		return ""
	}
	var parts []string
	if n := len(f.Sources); n > 1 && f.Voices < n && f.Voices > 0 {
		parts = append(parts, m.w.count("count.sources", n), m.w.count("fact.voices", f.Voices))
	}
	if f.Anonymous {
		parts = append(parts, m.w.say("fact.anonymous"))
	}
	return strings.Join(parts, m.w.say("list.and"))
}

// titleOf gives what stands for an article's title.
func (s *Site) titleOf(a *review.Article) string { return cmp.Or(a.Label, a.Title, a.ID) }

// claimsOf gives a fact's claims of one article.
func (s *Site) claimsOf(f *profile.Fact, article string) []*review.Claim {
	var out []*review.Claim
	for _, id := range f.Claims {
		if c := s.claims[id]; c != nil && c.Article == article {
			out = append(out, c)
		}
	}
	return out
}

// plain gives a claim's words without the marks of Markdown.
func (s *Site) plain(c *review.Claim) string {
	if a := s.articles[c.Article]; a != nil && a.Format == content.Markdown {
		return unmarked(c.Quote)
	}
	return c.Quote
}
