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
	a, b := &x.members[0], &y.members[0]
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
	out := field0(field0(b.buf[:0], string(f.Subject)), f.Type.String())
	switch {
	case f.Type == claim.Statement || f.Type == claim.Event:
		out = append(strconv.AppendUint(out, wordsHash(f.Quote()), 16), 0)
	case f.Type.HasRole():
		out = field0(out, b.coreOf(c))
	case f.Type.HasOrg():
		out = field0(out, b.slug(f.Org))
	case f.Type == claim.Residence:
		out = field0(out, Slug(f.Place))
	default:
		out = field0(field0(out, f.Action.String()), b.slug(f.Object))
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
