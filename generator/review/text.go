package review

import (
	"slices"
	"strings"

	"profilegen/generator/prose"
)

// shownText is what of an article's title and text may be shown.
type shownText struct {
	label string // stands for the title
	spans []Span
	cut   bool // something is left out
}

// text judges an article's title and, where it may be shown whole, its text.
// It reads the states that article has just left.
func (j *judge) text(art int) shownText {
	a := &j.r.in.Articles[art]
	var out shownText
	if a.Title != "" && j.tellsAny(a.Title) {
		out.label = label(a.Outlet, a.Date.String(), a.ID)
	}
	if !a.FullText {
		return out
	}
	text := a.Text
	if j.r.o.Texts != nil {
		text = j.r.o.Texts(a.ID)
	}
	out.spans, out.cut = j.spans(text, a.Format == "md")
	return out
}

// label names an article by its outlet and date; one that has neither by the
// id that its editor gave it.
func label(outlet, date, id string) string {
	if name := strings.Join(slices.DeleteFunc([]string{outlet, date}, func(s string) bool { return s == "" }), ", "); name != "" {
		return name
	}
	return id
}

// spans cuts a whole text into pieces: sentences with held words are left out.
func (j *judge) spans(text string, markdown bool) (spans []Span, cut bool) {
	t := prose.Analyse(text, markdown, &j.lang.prose)
	at := 0
	for i, s := range t.Sentences {
		if s.First >= s.Last {
			continue
		}
		start, end := int(t.Tokens[s.First].Start), len(text)
		if i+1 < len(t.Sentences) {
			end = int(t.Tokens[t.Sentences[i+1].First].Start)
		}
		if i == 0 {
			start = 0
		}
		breaks := i+1 == len(t.Sentences) || t.Sentences[i+1].Paragraph != s.Paragraph
		if breaks && markdown && i+1 < len(t.Sentences) {
			// the marks of a paragraph are its own, as "- " and "["
			if line := strings.LastIndexByte(text[start:end], '\n'); line >= 0 {
				end = max(start+line+1, int(t.Tokens[s.Last-1].End))
			}
		}
		start = max(start, at)
		at = end
		if j.heldIn(start, end) || j.tellsAny(text[start:end]) {
			cut = true
			if n := len(spans); n > 0 && spans[n-1].Omitted && !spans[n-1].Break {
				spans[n-1].Break = breaks
			} else {
				spans = append(spans, Span{Omitted: true, Break: breaks})
			}
			continue
		}
		spans = append(spans, j.claimed(text, start, end)...)
		if n := len(spans); n > 0 {
			spans[n-1].Break = breaks
		}
	}
	return spans, cut
}

// heldIn tells that a held claim has words between two places.
func (j *judge) heldIn(start, end int) bool {
	return slices.ContainsFunc(j.between(start, end), func(i int32) bool { return !j.states[i].shown() })
}

// claimed cuts a piece of text where the words of shown claims begin and end.
func (j *judge) claimed(text string, start, end int) []Span {
	borders := []int{start, end}
	type words struct {
		id         string
		start, end int
	}
	var claims []words
	for _, i := range j.between(start, end) {
		s, c := &j.states[i], j.uses[i].Claim
		from, to := c.StartByte()+s.words.start, c.StartByte()+s.words.end
		if !s.shown() || s.words == (span{}) || to <= start || end <= from {
			continue
		}
		claims = append(claims, words{c.ID(), from, to})
		borders = append(borders, max(from, start), min(to, end))
	}
	slices.Sort(borders)
	borders = slices.Compact(borders)
	var out []Span
	for i := 1; i < len(borders); i++ {
		s := Span{Text: text[borders[i-1]:borders[i]]}
		for _, w := range claims {
			if w.start < borders[i] && borders[i-1] < w.end {
				s.Claims = append(s.Claims, w.id)
			}
		}
		out = append(out, s)
	}
	return out
}
