package render

import (
	"cmp"
	"html/template"
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
	here  profile.Ref     // the party whose page it is: its name goes without saying
	shown map[string]bool // facts that stand on the page already
	spare [][]byte        // memory for the next pieces of markup
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
	return template.HTML(out.b)
}

func (s *Site) maker(path string) *maker {
	return &maker{s: s, w: s.words, root: rootOf(path), shown: map[string]bool{}}
}

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

// SourceView is the link to a source.
type SourceView struct {
	Href   string
	Text   string // outlet, title or host
	Date   string
	Claims string // data-claim: ids parted by spaces
}

// quotation are the words of one claim.
type quotation struct {
	quote string
	claim string // its id
	href  string // the claim on its article's page
	text  string // who says it, and the outlet
	lang  string // where it is not the page's
}

// depth says how much of a fact a page shows.
type depth uint8

const (
	brief depth = iota // the sentence, its sources, its sides in one line
	whole              // with the words and each side
)

// fact makes the view of a fact.
func (m *maker) fact(f *profile.Fact, d depth) FactView {
	v := FactView{ID: f.ID, When: m.whenOf(f), Told: m.toldOf(f, m.told(f).upper()), Sources: m.sourcesOf(f, d)}
	if !m.shown[f.ID] {
		m.shown[f.ID] = true
		v.Anchor = f.ID
	}
	switch {
	case d == brief:
		v.Line = m.lineOf(f, "")
	case contested(f):
		v.Sides, v.Finer = m.sides(f), m.finer(f)
	default:
		v.Words, v.Finer = m.quoted(m.words(f.Claims, f.Type)), m.finer(f)
	}
	return v
}

// factOf adds whose fact it is, for pages that show several profiles.
func (m *maker) factOf(f *profile.Fact, d depth) FactView {
	v := m.fact(f, d)
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

// lineOf gives all sides of a fact in one line, and where on this page it is
// told in full.
func (m *maker) lineOf(f *profile.Fact, see string) template.HTML {
	line := ""
	if contested(f) {
		line = m.sidesLine(f)
	}
	if see == "" && (len(f.Differs) > 0 || f.Type == claim.Legal) {
		line = joinNote(line, m.otherAccounts(f), m.caseEnd(f))
	}
	out := m.markup()
	out.text(line)
	switch {
	case see == "":
	case out.seeAlso(see):
		switch {
		case line != "":
			out.text(m.w.say("fact.see"))
		case len(f.Differs) > 0:
			out.text(m.w.say("fact.differs"))
		default:
			out.text(m.w.say("fact.above"))
		}
		out.tag(`</a>`)
	}
	return m.html(out)
}

func (m *markup) seeAlso(href string) bool {
	if len(m.b) > 0 {
		m.tag(` `)
	}
	if !m.link(href) {
		return false
	}
	m.tag(`>`)
	return true
}

// shownSources is how many of a fact's sources stand open, the newest of them;
// the others are folded away, or, where a fact is told in brief, one step away.
const shownSources = 3

// sourcesOf gives whether the fact was extracted, the links to its sources, how
// many voices they are and, where it is told in full, the link to cite it by.
func (m *maker) sourcesOf(f *profile.Fact, d depth) template.HTML {
	out := m.markup()
	if f.Origin == profile.Extracted {
		out.extractedFrom(m.w)
	}
	list := m.sources(f)
	slices.Reverse(list)
	open := min(len(list), shownSources)
	if open == len(list)-1 {
		open = len(list) // the place that "1 more" takes
	}
	out.sources(m.w, list[:open])
	if len(list) == 0 {
		out.text(m.w.say("fact.by-editor"))
	}
	rest := list[open:]
	if d == brief {
		m.restOf(&out, f, rest)
	}
	if voices := m.voices(f); voices != "" {
		out.dot()
		out.tag(`<em>`)
		out.text(voices)
		out.tag(`</em>`)
	}
	if d == brief {
		return m.html(out)
	}
	out.tag("\u2002<a class=\"cite\" href=\"#")
	out.text(f.ID)
	out.tag(`">`)
	out.text(m.w.say("fact.cite"))
	out.tag(`</a>`)
	if len(rest) > 0 {
		out.tag(`<details class="rest"><summary>`)
		out.text(m.w.count("fact.more-sources", len(rest)))
		out.tag(`</summary>`)
		out.sources(m.w, rest)
		out.tag(`</details>`)
	}
	return m.html(out)
}

// extractedFrom says that no editor wrote what stands above.
func (m *markup) extractedFrom(w *wording) {
	m.tag(`<span class="extracted">`)
	m.text(w.say("fact.extracted-from"))
	m.tag(`</span> `)
}

func (m *markup) sources(w *wording, list []SourceView) {
	for i, src := range list {
		if i > 0 {
			m.dot()
		}
		m.source(w, src)
	}
}

// restOf leads to the sources that a fact told in brief has no room for: to the
// fact on its own page, where all of them are.
func (m *maker) restOf(out *markup, f *profile.Fact, rest []SourceView) {
	if len(rest) == 0 {
		return
	}
	var claims []string
	for _, src := range rest {
		claims = append(claims, nonEmpty(src.Claims)...)
	}
	out.dot()
	if out.link(m.root + refAddress(f.Subject) + "#" + f.ID) {
		out.tag(` data-claim="`)
		out.text(strings.Join(claims, " "))
		out.tag(`">`)
		out.text(m.w.count("fact.more-sources", len(rest)))
		out.tag(`</a>`)
	}
}

// dot parts what stands on one line.
func (m *markup) dot() {
	if len(m.b) > 0 {
		m.tag("\u00a0· ") // no line begins with it
	}
}

func (m *markup) source(w *wording, src SourceView) {
	if m.link(src.Href) {
		m.tag(` data-claim="`)
		m.text(src.Claims)
		m.tag(`">`)
		m.text(src.Text)
		m.tag(`</a>`)
	} else {
		m.text(src.Text)
	}
	if src.Date != "" {
		m.text(w.say("list.and"))
		m.text(src.Date)
	}
}

// shownWords is how many quotations stand open on one side of a dispute.
const shownWords = 2

// quoted gives the quotations, each with the way to the claim.
func (m *maker) quoted(list []quotation) template.HTML {
	out := m.markup()
	m.quote(&out, list)
	return m.html(out)
}

// quoteSome folds away what comes after the first quotations.
func (m *maker) quoteSome(out *markup, list []quotation) {
	if len(list) <= shownWords+1 {
		m.quote(out, list)
		return
	}
	m.quote(out, list[:shownWords])
	out.tag(`<details class="rest"><summary>`)
	out.text(m.w.count("fact.more-words", len(list)-shownWords))
	out.tag(`</summary>`)
	m.quote(out, list[shownWords:])
	out.tag(`</details>`)
}

func (m *maker) quote(out *markup, list []quotation) {
	for _, q := range list {
		out.quote(q.quote, q.lang)
		if out.link(q.href) {
			out.tag(` data-claim="`)
			out.text(q.claim)
			out.tag(`">`)
			out.text(q.text)
			out.tag(`</a>`)
		}
		out.tag(`</blockquote>`)
	}
}

// quote opens a quotation.
func (m *markup) quote(words, lang string) {
	m.tag(`<blockquote`)
	if lang != "" {
		m.tag(` lang="`)
		m.text(lang)
		m.tag(`"`)
	}
	m.tag(`><p>`)
	m.text(words)
	m.tag(`</p>`)
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
		return m.w.statement(t, Part{}, m.reporter(f))
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
		s = s.join(m.w.tell("fact.according", arg{"who", Part{Text: by, Name: true}}))
	}
	return s
}

// saidOf gives the words of a statement.
func (m *maker) saidOf(f *profile.Fact) template.HTML {
	out := m.markup()
	if words := m.words(f.Claims, f.Type); len(words) > 0 {
		out.quote(words[0].quote, words[0].lang)
		out.tag(`</blockquote>`)
	} else if f.Quote != "" && len(f.Claims) == 0 {
		out.quote(f.Quote, "")
		out.tag(`</blockquote>`)
	}
	return m.html(out)
}

// eventWords gives an event's words as a page shows them.
func (m *maker) eventWords(f *profile.Fact) string {
	for _, id := range f.Claims {
		if c := m.s.claims.at(id); c != nil {
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
		c := m.s.claims.at(id)
		if c == nil || c.By == "" {
			return ""
		}
		by := m.w.speaker(profile.Speaker(c.By), c.Via)
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
	a := m.s.articles.at(id)
	if a == nil {
		return SourceView{Href: m.root + articleAddress(id), Text: id}
	}
	v := SourceView{Href: m.s.urls.at(id), Text: m.s.outletOf(a), Date: m.w.day(a.Date)}
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
func (m *maker) words(ids []string, kind claim.Type) []quotation {
	if kind == claim.Event {
		return nil // the event's words are its sentence
	}
	var out []quotation
	for _, id := range ids {
		c := m.s.claims.at(id)
		if c == nil {
			continue
		}
		v := m.quotation(c)
		if v.quote == "" || slices.ContainsFunc(out, func(o quotation) bool { return o.quote == v.quote }) {
			continue
		}
		out = append(out, v)
	}
	return out
}

func (m *maker) quotation(c *review.Claim) quotation {
	q := quotation{quote: m.s.plain(c), claim: c.ID, href: m.root + articleAddress(c.Article) + "#" + c.ID}
	a := m.s.articles.at(c.Article)
	if a == nil {
		return q
	}
	q.text, q.lang = m.s.outletOf(a), m.s.foreign(a)
	if c.By != "" {
		q.text = m.w.say("words.by", "who", m.w.speaker(c.By, c.Via), "outlet", q.text)
	}
	return q
}

// foreign gives an article's language where it is not the site's.
func (s *Site) foreign(a *review.Article) string {
	if a.Language == s.words.code {
		return ""
	}
	return a.Language
}

// sides gives each side with its own words: those who say so beside those who
// deny it, or the word that nobody is reported to.
func (m *maker) sides(f *profile.Fact) template.HTML {
	out := m.markup()
	var so, not []profile.Side
	for _, s := range f.Sides {
		if s.Status == claim.Denied {
			not = append(not, s)
		} else {
			so = append(so, s)
		}
	}
	for _, sides := range [][]profile.Side{so, not} {
		if len(sides) == 0 {
			continue
		}
		out.tag(`<div>`)
		for _, s := range sides {
			m.sideOf(&out, f, s)
		}
		out.tag(`</div>`)
	}
	if len(not) == 0 {
		out.tag(`<p class="none">`)
		out.text(m.w.say("side.no-denial"))
		out.tag(`</p>`)
	}
	return m.html(out)
}

func (m *maker) sideOf(out *markup, f *profile.Fact, s profile.Side) {
	out.tag(`<div class="side `)
	out.text(string(s.Status))
	out.tag(`"><p>`)
	out.sentence(m.side(s).upper())
	out.tag(`</p>`)
	m.quoteSome(out, m.words(s.Claims, f.Type))
	out.tag(`</div>`)
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
	if chain := others(s.By, s.Via); len(chain) > 0 {
		key += ".via"
		via := chain[len(chain)-1]
		for _, outer := range slices.Backward(chain[:len(chain)-1]) {
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
		c := m.s.claims.at(id)
		if c == nil || m.s.articles.at(c.Article) == nil {
			continue
		}
		a := m.s.articles.at(c.Article)
		if name := m.s.outletOf(a); !slices.Contains(outlets, name) {
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
		if f.Type == claim.Statement && s.Status != claim.Denied {
			continue // the sentence says so: "according to a channel, X said"
		}
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
		other := m.s.facts.at(id)
		if other == nil {
			continue
		}
		date, note := m.dateOf(other)
		text := cmp.Or(date.Text, note)
		if len(other.Sources) > 0 && other.Sources[0].Outlet != "" {
			text = m.w.say("fact.other", "date", text, "outlet", other.Sources[0].Outlet)
		}
		for _, s := range other.Sides { // a denial never apart from what it denies
			if s.Status == claim.Denied {
				text = strings.Join([]string{text, m.side(s).String()}, m.w.say("list.and"))
			}
		}
		others = append(others, text)
	}
	if len(others) == 0 {
		return ""
	}
	if n := len(others) - shownSources; n > 1 {
		others = append(others[:shownSources], m.w.count("fact.more", n))
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

// titleOf gives what stands for an article's title: where the title may not be
// shown, its outlet and date in the site's language.
func (s *Site) titleOf(a *review.Article) string {
	title := a.Title
	if a.Label != "" {
		title = strings.Join(nonEmpty(a.Outlet, s.words.day(a.Date)), s.words.say("list.and"))
	}
	return upright(cmp.Or(title, a.ID))
}

// outletOf names a source in short: its outlet, else its title.
func (s *Site) outletOf(a *review.Article) string {
	if a.Outlet != "" {
		return upright(a.Outlet)
	}
	return s.titleOf(a)
}

// claimsOf gives a fact's claims of one article.
func (s *Site) claimsOf(f *profile.Fact, article string) []*review.Claim {
	var out []*review.Claim
	for _, id := range f.Claims {
		if c := s.claims.at(id); c != nil && c.Article == article {
			out = append(out, c)
		}
	}
	return out
}

// plain gives a claim's words without the marks of Markdown.
func (s *Site) plain(c *review.Claim) string {
	if a := s.articles.at(c.Article); a != nil && a.Format == content.Markdown {
		return unmarked(c.Quote)
	}
	return c.Quote
}
