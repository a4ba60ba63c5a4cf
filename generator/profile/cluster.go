package profile

import (
	"cmp"
	"slices"
	"strings"

	"profilegen/generator/claim"
	"profilegen/generator/edtf"
)

// member is one claim or one line of front matter of a fact.
type member struct {
	use  *Use  // nil for a line
	line *line // nil for a claim
	art  int32 // the article, by its place in the input
	flip bool  // told from the other person's side (family)
}

// part is a member with what grouping needs of it.
type part struct {
	member
	key            *key
	start, end, on edtf.Date
	settled        edtf.Date // the day on which a resignation was accepted, refused or withdrawn
	stage          claim.Stage
	status         claim.Status
	published      edtf.Date // its article's date
}

// dates counts the dates that it gives.
func (p *part) dates() int {
	n := 0
	for _, d := range [...]edtf.Date{p.start, p.end, p.on} {
		if !d.IsZero() {
			n++
		}
	}
	return n
}

// cluster is a fact in the making.
type cluster struct {
	parts          []*part
	keys           []*key
	start, end, on edtf.Date
	edited         bool // its dates are the editor's where he gave them
	fact           *Fact
	sources        []*part  // the fact's parts in the order of its sources
	hash           uint64   // that makes the fact's id
	words          uint64   // of a statement or event: the hash of its words
	next           *cluster // of statements and events: another with the same hash of its words

	// onePart and oneKey are what parts and keys begin with: most have no more.
	onePart [1]*part
	oneKey  [1]*key
}

// order puts parts in the order in which they are grouped, which no order of
// files changes: the editor's lines, then what is dated best and named
// fullest, then by article and place in it.
func (b *builder) order(x, y *part) int {
	if (x.line != nil) != (y.line != nil) {
		if x.line != nil {
			return -1
		}
		return 1
	}
	if x.line != nil {
		return 0 // as they stand in the file
	}
	if c := cmp.Compare(y.grade(), x.grade()); c != 0 {
		return c
	}
	switch {
	case x.start != y.start:
		return edtf.Compare(x.start, y.start)
	case x.on != y.on:
		return edtf.Compare(x.on, y.on)
	case x.end != y.end:
		return edtf.Compare(x.end, y.end)
	}
	return b.m.before(&x.member, &y.member)
}

// grade says how well a part is dated and named: by the number of its dates, then
// by their precision, then by how many of role, place and organisation it tells.
func (p *part) grade() int {
	precision := int(p.start.Precision()) + int(p.end.Precision()) + int(p.on.Precision())
	k := p.key
	return p.dates()<<16 | precision<<8 | min(len(k.role), 1) + min(len(k.place), 1) + min(len(k.org), 1)
}

// before orders claims by their articles' ids and their place in the text.
func (m *merge) before(x, y *member) int {
	if x.art != y.art {
		if c := cmp.Compare(m.arts[x.art].rank, m.arts[y.art].rank); c != 0 {
			return c
		}
	}
	a, b := x.use.Claim, y.use.Claim
	switch {
	case a.StartByte() != b.StartByte():
		return cmp.Compare(a.StartByte(), b.StartByte())
	case a.EndByte() != b.EndByte():
		return cmp.Compare(a.EndByte(), b.EndByte())
	}
	return strings.Compare(a.ID(), b.ID())
}

// group makes clusters of the parts of one type.
func (b *builder) group(typ claim.Type, parts []*part) []*cluster {
	if len(parts) > 1 {
		slices.SortStableFunc(parts, b.order)
	}
	b.round++
	g := grouping{b: b, typ: typ, list: make([]*cluster, 0, len(parts))}
	for _, p := range parts {
		g.put(p)
	}
	switch typ {
	case claim.Position, claim.Membership, claim.Election, claim.Candidacy:
		return g.list
	}
	return giveWay(typ, g.list)
}

// grouping is the clusters of one type so far, and the keys that were met.
type grouping struct {
	b    *builder
	typ  claim.Type
	list []*cluster
	keys []*key
}

// meeting is what a grouping knows of a key.
type meeting struct {
	round int        // the builder's, of the grouping that knows it
	alike []*key     // the other keys that it met and that are the same thing
	near  []*cluster // those whose first key is it, or one of alike
}

// meet gives what is known of a key; one that comes for the first time is held
// against all others.
func (g *grouping) meet(k *key) *meeting {
	m := &k.met
	if m.round == g.b.round {
		return m
	}
	m.round, m.alike, m.near = g.b.round, m.alike[:0], m.near[:0]
	for _, other := range g.keys {
		if sameKey(g.typ, other, k) {
			m.alike = append(m.alike, other)
			other.met.alike = append(other.met.alike, k)
		}
	}
	g.keys = append(g.keys, k)
	if len(m.alike) > 0 {
		for _, c := range g.list {
			if slices.Contains(m.alike, c.keys[0]) {
				m.near = append(m.near, c)
			}
		}
	}
	return m
}

// put adds a part to the cluster that it fits best: of those that fit, one that
// names the same place and organisation, then the latest; else to a new one.
func (g *grouping) put(p *part) {
	met := g.meet(p.key)
	var best *cluster
	score := 0
	for _, c := range met.near {
		if p.line != nil && c.hasLine(p.line.at.File) {
			continue // two lines of one file are two facts
		}
		if !c.fitsDates(g.typ, p) || len(c.keys) > 1 && !fitsKeys(g.typ, c, p) {
			continue
		}
		s := c.shared(p)
		if best == nil || s > score || s == score && later(c, best) {
			best, score = c, s
		}
	}
	if best != nil {
		best.take(p)
		return
	}
	c := g.b.draft.cluster(p)
	g.list = append(g.list, c)
	met.near = append(met.near, c)
	for _, k := range met.alike {
		k.met.near = append(k.met.near, c)
	}
}

func (c *cluster) hasLine(file string) bool {
	return c.edited && slices.ContainsFunc(c.parts, func(p *part) bool { return p.line != nil && p.line.at.File == file })
}

// shared counts what speaks for a cluster beyond that it fits.
func (c *cluster) shared(p *part) int {
	n := 0
	for _, k := range c.keys {
		if len(k.place) > 0 && len(p.key.place) > 0 {
			n |= 1
		}
		if len(k.org) > 0 && len(p.key.org) > 0 {
			n |= 2
		}
	}
	if p.status == claim.Denied && p.dates() == 0 {
		for _, other := range c.parts {
			if other.line == nil && other.art == p.art {
				n |= 4 // a denial is of what its own article reports
			}
		}
	}
	return n
}

func later(a, b *cluster) bool {
	return cmp.Or(edtf.Compare(a.sortDate(), b.sortDate()), edtf.Compare(a.end, b.end)) > 0
}

// sortDate is the date by which terms and events follow one another.
func (c *cluster) sortDate() edtf.Date {
	for _, d := range []edtf.Date{c.on, c.start, c.end} {
		if !d.IsZero() {
			return d
		}
	}
	return edtf.Date{}
}

func fitsKeys(typ claim.Type, c *cluster, p *part) bool {
	for _, k := range c.keys {
		if !sameKey(typ, k, p.key) {
			return false
		}
	}
	return true
}

// take adds a part and makes the cluster's dates as precise as it knows them.
func (c *cluster) take(p *part) {
	c.join(p)
	c.refine(&c.start, p.start)
	c.refine(&c.end, p.end)
	c.refine(&c.on, p.on)
}

// join adds a part that tells nothing of the dates.
func (c *cluster) join(p *part) {
	c.parts = append(c.parts, p)
	if !slices.Contains(c.keys, p.key) {
		c.keys = append(c.keys, p.key)
	}
	if p.line != nil {
		c.edited = true
	}
}

func (c *cluster) refine(mine *edtf.Date, d edtf.Date) {
	if mine.IsZero() || !c.edited && mine.Agrees(d) && !d.IsZero() {
		*mine = mine.MorePrecise(d)
	}
}
