package profile

import (
	"cmp"
	"slices"
	"strings"

	"profilegen/generator/claim"
	"profilegen/generator/edtf"
)

// builder makes the facts of one profile after the other; each worker has one.
type builder struct {
	m      *merge
	as     assembler
	keys   *keys
	made   map[keyOf]*key
	slugs  map[string]string
	byType [][]*part // by the type's place among claim.Types
	buf    []byte
}

type keyOf struct {
	typ  claim.Type
	text keyText
}

func newBuilder(m *merge) *builder {
	return &builder{m: m, as: assembler{m: m, facts: chunk[Fact]{size: 128}, told: chunk[*claim.Claim]{size: 256}}, keys: newKeys(m), made: map[keyOf]*key{}, slugs: map[string]string{},
		byType: make([][]*part, len(types))}
}

// types lists the types of claims in the order of the timeline, typeOrder their
// places in it.
var (
	types     = claim.Types()
	typeOrder = func() map[claim.Type]int {
		order := map[claim.Type]int{}
		for i, t := range types {
			order[t] = i
		}
		return order
	}()
)

// facts makes all facts of one profile: a pure function of its lines and its
// claims. The claims' uses are told which fact they became.
func (b *builder) facts(ref Ref, lines []*line, claims []member) []*Fact {
	clear(b.keys.fits)
	for i := range b.byType {
		b.byType[i] = b.byType[i][:0]
	}
	parts := make([]part, 0, len(lines)+len(claims))
	add := func(typ claim.Type, mb member) {
		parts = append(parts, b.m.part(mb))
		at := typeOrder[typ]
		b.byType[at] = append(b.byType[at], &parts[len(parts)-1])
	}
	for _, l := range lines {
		add(l.typ, member{line: l, art: -1})
	}
	for _, mb := range claims {
		add(mb.use.Claim.Type, mb)
	}
	var all []*cluster
	byType := map[claim.Type][]*cluster{}
	for i, typ := range types {
		if len(b.byType[i]) == 0 {
			continue
		}
		list := b.clusters(typ, b.byType[i])
		for _, c := range list {
			b.finish(ref, typ, c)
		}
		byType[typ] = list
		all = append(all, list...)
	}
	b.number(all)
	b.differ(byType)
	b.end(byType)
	facts := make([]*Fact, len(all))
	for i, c := range all {
		facts[i] = c.fact
	}
	timeline(facts)
	return facts
}

func (b *builder) clusters(typ claim.Type, parts []*part) []*cluster {
	if typ == claim.Statement || typ == claim.Event {
		return byWords(parts)
	}
	for _, p := range parts {
		p.key = b.keyOf(typ, &p.member)
	}
	return b.group(typ, parts)
}

// byWords groups statements and events: one is one where the words are the same.
func byWords(parts []*part) []*cluster {
	made := make([]cluster, len(parts))
	list := make([]*cluster, 0, len(parts))
	first := make(map[uint64][]*cluster, len(parts))
	for _, p := range parts {
		h := wordsHash(p.words())
		var into *cluster
		for _, c := range first[h] {
			if c.on.Agrees(p.on) {
				into = c
				break
			}
		}
		if into == nil {
			into = &made[len(list)]
			list = append(list, into)
			first[h] = append(first[h], into)
		}
		into.take(p)
	}
	return list
}

func (p *part) words() string {
	if p.line != nil {
		return p.line.text
	}
	return p.use.Claim.Quote
}

// wordsHash hashes the letters and digits of a text; case, white space and
// punctuation play no part.
func wordsHash(text string) uint64 {
	const offset, prime = 14695981039346656037, 1099511628211
	h := uint64(offset)
	gap := false
	for i := range len(text) {
		c := text[i]
		switch {
		case 'A' <= c && c <= 'Z':
			c += 'a' - 'A'
		case 'a' <= c && c <= 'z', '0' <= c && c <= '9', c >= 0x80:
		default:
			gap = true
			continue
		}
		if gap && h != offset {
			h = (h ^ ' ') * prime
		}
		gap = false
		h = (h ^ uint64(c)) * prime
	}
	return h
}

func (b *builder) keyOf(typ claim.Type, mb *member) *key {
	var t keyText
	switch {
	case typ.HasRole():
		t = keyText{role: mb.role(), org: mb.org(), place: mb.place()}
	case typ.HasOrg():
		t.org = mb.org()
	case typ == claim.Legal:
		t = keyText{action: mb.action().String(), caseRole: mb.caseRole().String()}
	case typ == claim.Family:
		t = keyText{action: mb.action().String(), object: b.slug(mb.object())}
	case typ == claim.Residence:
		t.place = mb.place()
	}
	at := keyOf{typ, t}
	k := b.made[at]
	if k == nil {
		k = b.keys.make(typ, t)
		b.made[at] = k
	}
	return k
}

// slug gives the id of a profile, or the one that a name would have.
func (b *builder) slug(name string) string {
	if isRef(name) {
		return Ref(name).ID()
	}
	s, ok := b.slugs[name]
	if !ok && name != "" {
		s = Slug(strings.Join(unranked(nameWords(name)), " "))
		b.slugs[name] = s
	}
	return s
}

// finish makes the fact of a cluster and tells its claims.
func (b *builder) finish(ref Ref, typ claim.Type, c *cluster) {
	members := make([]member, len(c.parts))
	for i, p := range c.parts {
		members[i] = p.member
	}
	if len(members) > 1 {
		b.m.orderMembers(members)
	}
	c.fact, c.members = b.as.assemble(ref, typ, members), members
	for i := range members {
		switch mb := &members[i]; {
		case mb.line != nil:
		case mb.flip:
			mb.use.Other = c.fact
		default:
			mb.use.Fact = c.fact
		}
	}
}

// timeline orders facts by date, then type, then id.
func timeline(facts []*Fact) {
	type entry struct {
		date edtf.Date
		typ  int
		fact *Fact
	}
	list := make([]entry, len(facts))
	for i, f := range facts {
		list[i] = entry{f.TimelineDate(), typeOrder[f.Type], f}
	}
	slices.SortFunc(list, func(a, b entry) int {
		if a.date != b.date {
			return edtf.Compare(a.date, b.date)
		}
		return cmp.Or(cmp.Compare(a.typ, b.typ), strings.Compare(a.fact.ID, b.fact.ID))
	})
	for i, e := range list {
		facts[i] = e.fact
	}
}

// TimelineDate gives the date by which a fact stands in the timeline: its day, its
// start, its end; of words without a day the date of their oldest source.
func (f *Fact) TimelineDate() edtf.Date {
	for _, d := range []edtf.Date{f.On, f.Start, f.End} {
		if !d.IsZero() {
			return d
		}
	}
	if f.Type == claim.Statement || f.Type == claim.Event {
		for _, s := range f.Sources {
			if !s.Date.IsZero() {
				return s.Date
			}
		}
	}
	return edtf.Date{}
}
