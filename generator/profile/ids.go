package profile

import (
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"iter"
	"slices"
	"strconv"
	"strings"

	"profilegen/generator/claim"
	"profilegen/generator/edtf"
)

// numbered is a cluster's place with the hash that makes its id.
type numbered struct {
	hash uint64
	at   int
}

// number gives each fact its id: a hash of subject, type and key, and of the
// year where several have these in common.
func (b *builder) number(all []*cluster) {
	each := b.draft.ids[:0]
	for i, c := range all {
		c.hash = hashOf(b.base(c))
		each = append(each, numbered{c.hash, i})
	}
	b.draft.ids = each
	for same := range doubles(all, each) {
		b.tellApart(same, yearOf, true)
	}
	texts := b.buf[:0]
	for _, c := range all {
		texts = appendID(texts, c.hash)
	}
	b.buf = texts
	ids := string(texts) // of a whole profile in one piece of memory
	for i, c := range all {
		c.fact.ID = ids[2*idBytes*i : 2*idBytes*(i+1)]
	}
}

// doubles gives the clusters that have one hash, in their order.
func doubles(all []*cluster, each []numbered) iter.Seq[[]*cluster] {
	slices.SortFunc(each, func(a, b numbered) int {
		if a.hash != b.hash {
			return cmp.Compare(a.hash, b.hash)
		}
		return cmp.Compare(a.at, b.at)
	})
	return func(yield func([]*cluster) bool) {
		for from := 0; from < len(each); {
			to := from + 1
			for to < len(each) && each[to].hash == each[from].hash {
				to++
			}
			if to > from+1 {
				same := make([]*cluster, 0, to-from)
				for _, n := range each[from:to] {
					same = append(same, all[n.at])
				}
				if !yield(same) {
					return
				}
			}
			from = to
		}
	}
}

// tellApart adds what parts facts of one key: the year, then place,
// organisation and dates, then their order.
func (b *builder) tellApart(list []*cluster, part func([]byte, *cluster) []byte, yearAlone bool) {
	each := make([]numbered, len(list))
	for i, c := range list {
		c.hash = hashOf(part(b.base(c), c))
		each[i] = numbered{c.hash, i}
	}
	for same := range doubles(list, each) {
		if yearAlone {
			b.tellApart(same, func(out []byte, c *cluster) []byte {
				out = field0(part(out, c), placeOf(c))
				for _, d := range [...]edtf.Date{c.start, c.end, c.on} {
					out = date0(part(out, c), d)
				}
				return out
			}, false)
			continue
		}
		slices.SortStableFunc(same, func(x, y *cluster) int { return b.m.compareFirst(x, y) })
		for i, c := range same {
			c.hash = hashOf(field0(part(b.base(c), c), strconv.Itoa(i)))
		}
	}
}

// compareFirst orders clusters by their first members.
func (m *merge) compareFirst(x, y *cluster) int {
	a, b := x.sources[0], y.sources[0]
	switch {
	case a.line != nil && b.line != nil:
		return cmp.Or(strings.Compare(a.line.at.File, b.line.at.File), cmp.Compare(a.line.at.Line, b.line.at.Line))
	case a.line != nil:
		return -1
	case b.line != nil:
		return 1
	}
	return m.before(&a.member, &b.member)
}

func yearOf(out []byte, c *cluster) []byte { return date0(out, c.sortDate().Cut(edtf.Year)) }

func placeOf(c *cluster) string {
	return strings.Join(fold(c.fact.Place+" "+c.fact.Org), "-")
}

// base gives what an id hashes: subject, type and the part of the key that no
// further source changes. The bytes are the builder's until the next call.
func (b *builder) base(c *cluster) []byte {
	f := c.fact
	out := field0(field0(b.buf[:0], string(f.Subject)), f.Type.String())
	switch {
	case f.Type == claim.Statement || f.Type == claim.Event:
		out = append(strconv.AppendUint(out, c.words, 16), 0)
	case f.Type.HasRole():
		out = field0(out, b.coreOf(c))
	case f.Type.HasOrg():
		out = field0(out, b.slug(f.Org))
	case f.Type == claim.Residence:
		out = field0(out, Slug(f.Place))
	default:
		out = field0(field0(out, f.Action.String()), b.slug(f.Object()))
	}
	b.buf = out
	return out
}

// field0 writes a part of what is hashed, and its end.
func field0(out []byte, text string) []byte { return append(append(out, text...), 0) }

func date0(out []byte, d edtf.Date) []byte { return append(d.Append(out), 0) }

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

// hashOf gives the number whose digits make an id.
func hashOf(text []byte) uint64 {
	sum := sha256.Sum256(text)
	return binary.BigEndian.Uint64(sum[:]) >> (64 - 8*idBytes)
}

func idOf(hash uint64) string { return string(appendID(make([]byte, 0, 2*idBytes), hash)) }

func appendID(out []byte, hash uint64) []byte {
	for shift := 8*idBytes - 4; shift >= 0; shift -= 4 {
		out = append(out, "0123456789abcdef"[hash>>shift&0xf])
	}
	return out
}
