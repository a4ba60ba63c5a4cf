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
	m     *merge
	as    assembler
	keys  *keys
	made  map[keyOf]*key
	slugs map[string]string
	buf   []byte
	draft draft
	round int // of the grouping at hand
}

type keyOf struct {
	typ  claim.Type
	text keyText
}

// draft is what one profile's facts are made in; the next one has its memory.
type draft struct {
	claims  []member
	parts   []part
	byType  [claim.Event + 1]drafted
	room    []cluster // there is never a need for more than one for each part
	all     []*cluster
	sources []*part // the parts of one cluster after the other, in the order of their sources
	ids     []numbered
	entries []entry
}

// drafted is what there is of one type.
type drafted struct {
	parts    []*part
	clusters []*cluster
}

// factsAtOnce is how many facts are given memory at once: as many as fill a piece
// that the runtime has of just that size, nearly to its end.
const factsAtOnce = 116

func newBuilder(m *merge) *builder {
	return &builder{m: m, as: assembler{m: m, facts: chunk[Fact]{size: factsAtOnce}, told: chunk[*claim.Claim]{size: 256}}, keys: newKeys(m),
		made: map[keyOf]*key{}, slugs: map[string]string{}}
}

// begin takes up the parts of a profile.
func (d *draft) begin(m *merge, lines []*line) {
	n := len(lines) + len(d.claims)
	d.parts, d.room = slices.Grow(d.parts[:0], n), slices.Grow(d.room[:0], n)
	d.sources, d.all = slices.Grow(d.sources[:0], n), d.all[:0]
	for i := range d.byType {
		d.byType[i] = drafted{d.byType[i].parts[:0], nil}
	}
	for _, l := range lines {
		d.add(l.typ, m.part(member{line: l, art: -1}))
	}
	for _, mb := range d.claims {
		d.add(mb.use.Claim.Type, m.part(mb))
	}
}

func (d *draft) add(typ claim.Type, p part) {
	d.parts = append(d.parts, p)
	d.byType[typ].parts = append(d.byType[typ].parts, &d.parts[len(d.parts)-1])
}

// cluster begins one with a part.
func (d *draft) cluster(p *part) *cluster {
	d.room = append(d.room, cluster{})
	c := &d.room[len(d.room)-1]
	c.parts, c.keys = c.onePart[:0], c.oneKey[:0]
	c.take(p)
	return c
}

// facts makes all facts of one profile: a pure function of its lines and its
// claims. The claims' uses are told which fact they became.
func (b *builder) facts(ref Ref) []*Fact {
	d := &b.draft
	d.claims = b.m.claimsAbout(d.claims[:0], ref)
	d.begin(b.m, b.m.lines[ref])
	for _, typ := range claim.Types() {
		of := &d.byType[typ]
		if len(of.parts) == 0 {
			continue
		}
		of.clusters = b.clusters(typ, of.parts)
		for _, c := range of.clusters {
			b.finish(ref, typ, c)
		}
		d.all = append(d.all, of.clusters...)
	}
	b.number(d.all)
	b.differ()
	b.end()
	facts := make([]*Fact, len(d.all))
	for i, c := range d.all {
		facts[i] = c.fact
	}
	d.timeline(facts)
	return facts
}

func (b *builder) clusters(typ claim.Type, parts []*part) []*cluster {
	if typ == claim.Statement || typ == claim.Event {
		return b.byWords(parts)
	}
	for _, p := range parts {
		p.key = b.keyOf(typ, &p.member)
	}
	return b.group(typ, parts)
}

// byWords groups statements and events: one is one where the words are the same.
func (b *builder) byWords(parts []*part) []*cluster {
	list := make([]*cluster, 0, len(parts))
	first := make(map[uint64]*cluster, len(parts))
	for _, p := range parts {
		h := wordsHash(p.words())
		into := first[h]
		for into != nil && !into.on.Agrees(p.on) {
			into = into.next
		}
		if into != nil {
			into.take(p)
			continue
		}
		c := b.draft.cluster(p)
		c.words = h
		list = append(list, c)
		if last := first[h]; last == nil {
			first[h] = c
		} else {
			for last.next != nil {
				last = last.next
			}
			last.next = c
		}
	}
	return list
}

func (p *part) words() string {
	if p.line != nil {
		return p.line.text
	}
	return p.use.Claim.Quote()
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
		t = keyText{action: mb.action(), caseRole: mb.caseRole()}
	case typ == claim.Family:
		t = keyText{action: mb.action(), object: b.slug(mb.object())}
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
	c.sources = c.parts
	if len(c.parts) > 1 {
		from := len(b.draft.sources)
		b.draft.sources = append(b.draft.sources, c.parts...)
		c.sources = b.draft.sources[from:]
		b.m.orderSources(c.sources)
	}
	c.fact = b.as.assemble(ref, typ, c.sources)
	for _, p := range c.parts {
		switch {
		case p.line != nil:
		case p.flip:
			p.use.Other = c.fact
		default:
			p.use.Fact = c.fact
		}
	}
}

// entry is a fact with what it is put into the timeline by.
type entry struct {
	rank int // of its date, then of its type
	fact *Fact
}

// timeline orders facts by date, then type, then id.
func (d *draft) timeline(facts []*Fact) {
	d.entries = d.entries[:0]
	for _, f := range facts {
		d.entries = append(d.entries, entry{f.TimelineDate().Rank()<<8 | int(f.Type), f})
	}
	slices.SortFunc(d.entries, func(a, b entry) int {
		if a.rank != b.rank {
			return cmp.Compare(a.rank, b.rank)
		}
		return strings.Compare(a.fact.ID, b.fact.ID)
	})
	for i, e := range d.entries {
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
		for _, s := range f.Sources() {
			if !s.Date.IsZero() {
				return s.Date
			}
		}
	}
	return edtf.Date{}
}
