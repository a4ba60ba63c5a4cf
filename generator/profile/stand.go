package profile

import (
	"cmp"
	"slices"
	"strings"

	"profilegen/generator/claim"
	"profilegen/generator/edtf"
)

// stand fills in what a fact stands on: sources, voices, the newest date, and
// whether somebody named stands behind it.
func (as *assembler) stand(f *Fact, parts []*part) {
	m := as.m
	as.arts = as.arts[:0]
	var cited []*Source
	f.Anonymous = true
	denials := 0
	for _, p := range parts {
		if p.line != nil {
			f.Anonymous = false
			cited = append(cited, m.cite(p.line, &as.arts)...)
			continue
		}
		c := p.use.Claim
		if c.Status == claim.Denied {
			denials++
			continue
		}
		if f.Anonymous && (c.Status != claim.Alleged || c.By() != "") && !isAnonymous(c.By()) {
			f.Anonymous = false
		}
		if n := len(as.arts); n == 0 || as.arts[n-1] != p.art {
			as.arts = append(as.arts, p.art)
		}
	}
	if denials == len(parts) {
		f.Anonymous = false
	}
	f.SetSources(m.sourcesOf(parts, cited))
	if len(as.arts) > 1 {
		slices.SortFunc(as.arts, func(a, b int32) int { return cmp.Compare(m.arts[a].rank, m.arts[b].rank) })
		as.arts = slices.Compact(as.arts)
	}
	f.Voices = voices(m.arts, as.arts)
	for _, a := range as.arts {
		if d := m.arts[a].date(); d.Lo() > f.AsOf.Lo() {
			f.AsOf = d
		}
	}
}

// cite gives the sources that an editor's line names and adds its articles.
func (m *merge) cite(l *line, arts *[]int32) []*Source {
	var out []*Source
	for _, text := range l.sources {
		if i, ok := m.byID[text]; ok {
			out = append(out, m.arts[i].source())
			*arts = append(*arts, i)
		} else if strings.Contains(text, "://") {
			out = append(out, &Source{URL: text})
		}
	}
	return out
}

func (m *merge) sourcesOf(parts []*part, cited []*Source) []*Source {
	if len(parts) == 1 && parts[0].line == nil {
		return m.arts[parts[0].art].alone
	}
	out := make([]*Source, 0, len(cited)+len(parts))
	for _, s := range cited {
		if !slices.ContainsFunc(out, func(o *Source) bool { return sameSource(o, s) }) {
			out = append(out, s)
		}
	}
	known := len(out)
	last := int32(-1)
	for _, p := range parts {
		if p.line != nil || p.art == last {
			continue
		}
		last = p.art
		s := m.arts[p.art].source()
		if !slices.ContainsFunc(out[:known], func(c *Source) bool { return c.Article == s.Article }) {
			out = append(out, s)
		}
	}
	if len(out) == 0 {
		return nil
	}
	return slices.Clip(out)
}

// sides says who says what, where a fact is not simply asserted, a source
// speaks through another, or reasons differ.
func sides(f *Fact, parts []*part) []Side {
	if !needsSides(f) {
		return nil
	}
	var sides []Side
	for _, p := range parts {
		side := Side{Status: claim.Asserted}
		if p.line == nil {
			c := p.use.Claim
			side = Side{Status: c.Status, By: Speaker(c.By()), Via: c.Via(), Reason: c.Reason()}
		}
		at := slices.IndexFunc(sides, func(s Side) bool { return sameSide(s, side) && (p.line != nil) == (s.Claims == nil) })
		if at < 0 {
			at, sides = len(sides), append(sides, side)
		}
		if p.line == nil {
			sides[at].Claims = append(sides[at].Claims, p.use.Claim.ID())
		}
	}
	sides = withReasons(sides)
	slices.SortStableFunc(sides, func(a, b Side) int { return rankOf(a.Status) - rankOf(b.Status) })
	return sides
}

// withReasons puts what a speaker says without a reason to what the same one
// says with one: who gives no reason contradicts none.
func withReasons(sides []Side) []Side {
	var kept []Side
	for i, s := range sides {
		at := slices.IndexFunc(sides, func(o Side) bool {
			return s.Reason == "" && o.Reason != "" && (s.Claims == nil) == (o.Claims == nil) && sameVoice(s, o)
		})
		if at < 0 {
			kept = append(kept, s)
			continue
		}
		into := &sides[at]
		if k := slices.IndexFunc(kept, func(o Side) bool { return sameSide(o, *into) }); k >= 0 {
			into = &kept[k]
		}
		into.Claims = append(slices.Clip(into.Claims), sides[i].Claims...)
	}
	return kept
}

func needsSides(f *Fact) bool {
	switch f.Status {
	case claim.Disputed, claim.Denied, claim.Alleged:
		return true
	}
	reason, differ := "", false
	for _, c := range f.Told() {
		if len(c.Via()) > 0 || f.Type == claim.Statement && c.By() != "" {
			return true
		}
		if c.Reason() != "" {
			differ = differ || reason != "" && reason != c.Reason() && f.Reason() == ""
			reason = c.Reason()
		}
	}
	return differ
}

func sameSide(a, b Side) bool {
	return a.Reason == b.Reason && sameVoice(a, b)
}

func sameVoice(a, b Side) bool {
	return a.Status == b.Status && slices.Equal(a.Via, b.Via) &&
		(a.By == b.By || strings.Join(fold(a.By), " ") == strings.Join(fold(b.By), " "))
}

// finer gives the dates that articles know better than the editor's line.
func (m *merge) finer(f *Fact, parts []*part) []Finer {
	var out []Finer
	note := func(p *part, field string, stands, d edtf.Date) {
		if !d.IsZero() && !stands.IsZero() && d != stands && stands.MorePrecise(d) == d {
			out = append(out, Finer{Field: field, Date: d, Source: *m.arts[p.art].source(), Claim: p.use.Claim.ID()})
		}
	}
	for _, p := range parts {
		if p.line == nil && p.status != claim.Denied {
			note(p, "start", f.Start, p.start)
			note(p, "end", f.End, p.end)
			note(p, "on", f.On, p.on)
		}
	}
	return out
}
