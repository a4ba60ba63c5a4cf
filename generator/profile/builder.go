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
	m       *merge
	as      assembler
	keys    *keys
	made    map[keyOf]*key
	slugs   map[string]string
	members chunk[member]
	byType  [][]*part // by the type's place among claim.Types
	buf     []byte
}

type keyOf struct {
	typ  claim.Type
	text keyText
}

func newBuilder(m *merge) *builder {
	return &builder{m: m, as: assembler{m: m}, keys: newKeys(m), made: map[keyOf]*key{}, slugs: map[string]string{},
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
	members := b.members.take(len(c.parts))
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
	first := make(map[[idBytes]byte]*cluster, len(all))
	var doubles map[[idBytes]byte][]*cluster
	for _, c := range all {
		id := hashOf(b.base(c))
		other, taken := first[id]
		if !taken {
			c.fact.ID = idOf(id)
			first[id] = c
			continue
		}
		if doubles == nil {
			doubles = map[[idBytes]byte][]*cluster{}
		}
		if doubles[id] == nil {
			doubles[id] = []*cluster{other}
		}
		doubles[id] = append(doubles[id], c)
	}
	for _, list := range doubles {
		b.tellApart(list, func(out []byte, c *cluster) []byte { return field0(out, yearOf(c)) }, true)
	}
}

// tellApart adds what parts facts of one key: the year, then place,
// organisation and dates, then their order.
func (b *builder) tellApart(list []*cluster, part func([]byte, *cluster) []byte, yearAlone bool) {
	byID := map[[idBytes]byte][]*cluster{}
	for _, c := range list {
		id := hashOf(part(b.base(c), c))
		c.fact.ID = idOf(id)
		byID[id] = append(byID[id], c)
	}
	for _, same := range byID {
		switch {
		case len(same) < 2:
		case yearAlone:
			b.tellApart(same, func(out []byte, c *cluster) []byte {
				for _, text := range []string{placeOf(c), c.start.String(), c.end.String(), c.on.String()} {
					out = field0(part(out, c), text)
				}
				return out
			}, false)
		default:
			slices.SortStableFunc(same, func(x, y *cluster) int { return b.m.compareFirst(x, y) })
			for i, c := range same {
				c.fact.ID = idOf(hashOf(field0(part(b.base(c), c), strconv.Itoa(i))))
			}
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
// further source changes. The bytes are the builder's until the next call.
func (b *builder) base(c *cluster) []byte {
	f := c.fact
	out := field0(field0(b.buf[:0], string(f.Subject)), string(f.Type))
	switch {
	case f.Type == claim.Statement || f.Type == claim.Event:
		out = append(strconv.AppendUint(out, wordsHash(f.Quote), 16), 0)
	case f.Type.HasRole():
		out = field0(out, b.coreOf(c))
	case f.Type.HasOrg():
		out = field0(out, b.slug(f.Org))
	case f.Type == claim.Residence:
		out = field0(out, Slug(f.Place))
	default:
		out = field0(field0(out, string(f.Action)), b.slug(f.Object))
	}
	b.buf = out
	return out
}

// field0 writes a part of what is hashed, and its end.
func field0(out []byte, text string) []byte { return append(append(out, text...), 0) }

// coreOf gives the words that all roles of a cluster have in common.
func (b *builder) coreOf(c *cluster) string {
	if len(c.keys) == 1 {
		return c.keys[0].core
	}
	var common []string
	some := false
	for _, k := range c.keys {
		if len(k.role) == 0 {
			continue
		}
		words := core(k)
		if !some {
			common, some = words, true
			continue
		}
		common = slices.DeleteFunc(slices.Clone(common), func(w string) bool { return !slices.Contains(words, w) })
	}
	return strings.Join(common, "-")
}

// idBytes is how many bytes of a hash make an id.
const idBytes = 6

func hashOf(text []byte) (id [idBytes]byte) {
	sum := sha256.Sum256(text)
	copy(id[:], sum[:])
	return id
}

func idOf(id [idBytes]byte) string { return hex.EncodeToString(id[:]) }

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
