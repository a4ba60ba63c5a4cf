package profile

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
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
}

type keyOf struct {
	typ  claim.Type
	text keyText
}

func newBuilder(m *merge) *builder {
	return &builder{m: m, as: assembler{m: m}, keys: newKeys(m), made: map[keyOf]*key{}, slugs: map[string]string{}}
}

// facts makes all facts of one profile: a pure function of its lines and its
// claims. The claims' uses are told which fact they became.
func (b *builder) facts(ref Ref, lines []*line, claims []member) []*Fact {
	clear(b.keys.fits)
	byType := map[claim.Type][]*part{}
	parts := make([]part, 0, len(lines)+len(claims))
	add := func(typ claim.Type, mb member) {
		parts = append(parts, b.m.part(mb))
		byType[typ] = append(byType[typ], &parts[len(parts)-1])
	}
	for _, l := range lines {
		add(l.typ, member{line: l, art: -1})
	}
	for _, mb := range claims {
		add(mb.use.Claim.Type, mb)
	}
	var all []*cluster
	byTypeClusters := map[claim.Type][]*cluster{}
	for _, typ := range claim.Types() {
		list := b.clusters(typ, byType[typ])
		for _, c := range list {
			b.finish(ref, typ, c)
		}
		byTypeClusters[typ] = list
		all = append(all, list...)
	}
	b.number(all)
	b.differ(byTypeClusters)
	b.end(byTypeClusters)
	facts := make([]*Fact, len(all))
	for i, c := range all {
		facts[i] = c.fact
	}
	b.m.timeline(facts)
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
		t = keyText{action: string(mb.action()), caseRole: string(mb.caseRole())}
	case typ == claim.Family:
		t = keyText{action: string(mb.action()), object: b.slug(mb.object())}
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
	c.fact = b.as.assemble(ref, typ, members)
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

// number gives each fact its id: a hash of subject, type and key, and of the
// year where several have these in common.
func (b *builder) number(all []*cluster) {
	first := make(map[string]*cluster, len(all))
	var doubles map[string][]*cluster
	for _, c := range all {
		c.fact.ID = hashID(b.base(c))
		other, taken := first[c.fact.ID]
		if !taken {
			first[c.fact.ID] = c
			continue
		}
		if doubles == nil {
			doubles = map[string][]*cluster{}
		}
		if doubles[c.fact.ID] == nil {
			doubles[c.fact.ID] = []*cluster{other}
		}
		doubles[c.fact.ID] = append(doubles[c.fact.ID], c)
	}
	for _, list := range doubles {
		part := func(c *cluster) []string { return []string{yearOf(c)} }
		b.tellApart(list, part, 0)
	}
}

// tellApart adds what parts facts of one key: the year, then place,
// organisation and dates, then their order.
func (b *builder) tellApart(list []*cluster, part func(*cluster) []string, depth int) {
	byID := map[string][]*cluster{}
	for _, c := range list {
		c.fact.base = strings.Join(b.base(c), "\x00")
		id := hashID(append(b.base(c), part(c)...))
		c.fact.ID = id
		byID[id] = append(byID[id], c)
	}
	for _, same := range byID {
		if len(same) < 2 {
			continue
		}
		if depth == 0 {
			b.tellApart(same, func(c *cluster) []string {
				return append(part(c), placeOf(c), c.start.String(), c.end.String(), c.on.String())
			}, 1)
			continue
		}
		slices.SortStableFunc(same, func(x, y *cluster) int { return b.m.compareFirst(x, y) })
		for i, c := range same {
			c.fact.ID = hashID(append(b.base(c), append(part(c), strconv.Itoa(i))...))
		}
	}
}

// compareFirst orders clusters by their first members.
func (m *merge) compareFirst(x, y *cluster) int {
	a, b := &x.fact.members[0], &y.fact.members[0]
	switch {
	case a.line != nil && b.line != nil:
		return cmp.Or(strings.Compare(a.line.at.File, b.line.at.File), cmp.Compare(a.line.at.Line, b.line.at.Line))
	case a.line != nil:
		return -1
	case b.line != nil:
		return 1
	}
	return m.before(a, b)
}

func yearOf(c *cluster) string { return c.sortDate().Cut(edtf.Year).String() }

func placeOf(c *cluster) string {
	return strings.Join(fold(c.fact.Place+" "+c.fact.Org), "-")
}

// base gives what an id hashes: subject, type and the part of the key that no
// further source changes.
func (b *builder) base(c *cluster) []string {
	f := c.fact
	base := []string{string(f.Subject), string(f.Type)}
	switch {
	case f.Type == claim.Statement || f.Type == claim.Event:
		return append(base, strconv.FormatUint(wordsHash(f.Quote), 16))
	case f.Type.HasRole():
		return append(base, b.coreOf(c))
	case f.Type.HasOrg():
		return append(base, b.slug(f.Org))
	case f.Type == claim.Residence:
		return append(base, Slug(f.Place))
	}
	return append(base, string(f.Action), b.slug(f.Object))
}

// coreOf gives the words that all roles of a cluster have in common.
func (b *builder) coreOf(c *cluster) string {
	var common []string
	for _, k := range c.keys {
		if len(k.role) == 0 {
			continue
		}
		words := core(k)
		if common == nil {
			common = words
			continue
		}
		common = slices.DeleteFunc(slices.Clone(common), func(w string) bool { return !slices.Contains(words, w) })
	}
	return strings.Join(common, "-")
}

func hashID(parts []string) string {
	h := sha256.New()
	for _, part := range parts {
		h.Write([]byte(part))
		h.Write([]byte{0})
	}
	return hex.EncodeToString(h.Sum(nil)[:6])
}

// timeline orders facts by date, then type, then id.
func (m *merge) timeline(facts []*Fact) {
	types := map[claim.Type]int{}
	for i, t := range claim.Types() {
		types[t] = i
	}
	slices.SortFunc(facts, func(a, b *Fact) int {
		return cmp.Or(edtf.Compare(a.TimelineDate(), b.TimelineDate()), cmp.Compare(types[a.Type], types[b.Type]), strings.Compare(a.ID, b.ID))
	})
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
