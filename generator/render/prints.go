package render

import (
	"crypto/sha256"
	"encoding/json"

	"profilegen/generator/edtf"
	"profilegen/generator/profile"
	"profilegen/generator/review"
)

// A page's key is put together from the prints of what it shows: a hash of all
// that any page reads of an article, a claim, a fact or a profile. A fact stands
// on half a dozen pages; what it is made of is hashed once for all of them.

// print is a hash of something that pages show.
type print [16]byte

// prints holds those that were made, of claims and facts by their number; where
// nothing was, each is made when asked for.
type prints struct {
	articles map[*review.Article]articlePrints
	claims   []print // until those of articles, facts and profiles stand for them
	facts    []print
	profiles map[*review.Profile]print
}

// articlePrints are of an article and of its claims.
type articlePrints struct{ own, claims print }

// hasher gathers what a print or a key is of.
type hasher struct {
	s *Site
	object
	nextClaim, nextFact int // the numbers behind those that were asked for last: see numberNear
	// last is the profile that was named last: its facts follow each other.
	last  *review.Profile
	facts []*profile.Fact // of a list
}

func (s *Site) hasher() *hasher {
	if h, _ := s.hashers.Get().(*hasher); h != nil {
		h.reset()
		return h
	}
	h := &hasher{s: s, object: object{b: make([]byte, 0, 2048), bare: true}}
	return h
}

// done gives the print of what was gathered, and the memory back.
func (h *hasher) done() print {
	p := h.print()
	h.s.hashers.Put(h)
	return p
}

func (h *hasher) add(parts ...string) {
	for _, p := range parts {
		h.b = append(h.b, p...)
		h.b = append(h.b, 0)
	}
}

// fold puts a hash in the place of what was gathered, where that is long.
func (h *hasher) fold() {
	if len(h.b) > maxGathered {
		sum := sha256.Sum256(h.b)
		h.b = append(h.b[:0], sum[:]...)
	}
}

// maxGathered is how many bytes of what grows with the site are gathered before
// they are hashed.
const maxGathered = 16 << 10

func (h *hasher) print() print {
	sum := sha256.Sum256(h.b)
	return print(sum[:16])
}

func (h *hasher) reset() { h.b = h.b[:0] }

func (h *hasher) dates(dates ...edtf.Date) {
	for _, d := range dates {
		h.b = d.Append(h.b)
		h.b = append(h.b, 0)
	}
}

// refs adds the names of profiles: those that named looks up.
func (h *hasher) refs(refs ...string) {
	for _, ref := range refs {
		h.add(ref)
		if ref == "" {
			continue
		}
		p := h.last
		if p == nil || string(p.Ref) != ref {
			p = h.s.profiles[profile.Ref(ref)]
		}
		if p != nil {
			h.add("page", p.Name)
			h.last = p
		}
	}
}

// json adds a document of the editor's as a whole.
func (h *hasher) json(document any) {
	raw, err := json.Marshal(document)
	if err != nil {
		panic(err) // texts and dates alone
	}
	h.b = append(append(h.b, raw...), 0)
}

// article adds what pages show of a source beside its claims and its text.
func (h *hasher) article(a *review.Article) {
	h.add(a.ID, a.Label, a.Title, a.Outlet, a.Author, a.URL, a.ArchiveURL, a.Language, a.Licence, string(a.Format))
	h.yes("", a.FullText)
	h.dates(a.Date)
}

// claim adds the print of a claim with its source, but not of the facts that it
// stands for.
func (h *hasher) claim(c *review.Claim) {
	p := h.claimPrint(c)
	h.b = append(h.b, p[:]...)
}

func (h *hasher) wholeClaim(c *review.Claim) {
	h.open()
	claimFields(&h.object, c.Claim)
	h.end()
	h.refs(string(c.Named.Subject), string(c.Named.Org), string(c.Named.Object))
	h.source(c.Article())
}

// source adds the print of an article; nothing for one that is not there.
func (h *hasher) source(id string) {
	if a := h.s.articles.at(id); a != nil {
		p := h.s.articlePrint(a)
		h.b = append(h.b, p[:]...)
	}
}

// fact adds a fact with its claims and sources, but not those it differs from.
func (h *hasher) fact(f *profile.Fact) {
	h.open()
	factFields(&h.object, f)
	h.end()
	h.dates(f.AsOf, f.EndShown())
	h.refs(string(f.Subject), f.Org, f.Object())
	for _, told := range f.Told() {
		if c := h.s.claims.at(told.ID()); c != nil {
			h.claim(c)
		}
	}
	for _, side := range f.Sides() {
		for _, id := range side.Claims {
			if c := h.s.claims.at(id); c != nil {
				h.claim(c)
			}
		}
	}
	for i := range f.Sources() {
		h.source(f.Sources()[i].Article)
	}
	for _, finer := range f.Finer() {
		h.add(finer.Field, finer.Claim)
		h.dates(finer.Date)
	}
}

// printOf makes the print of what add gathers of something.
func printOf[V any](s *Site, of *V, add func(*hasher, *V)) print {
	h := s.hasher()
	add(h, of)
	return h.done()
}

func (s *Site) articlePrint(a *review.Article) print {
	if p, ok := s.prints.articles[a]; ok {
		return p.own
	}
	return printOf(s, a, (*hasher).article)
}

// claims adds the print of an article's claims.
func (h *hasher) claims(a *review.Article) {
	p := h.s.prints.articles[a].claims
	if p == (print{}) {
		p = printOf(h.s, a, (*hasher).eachClaim)
	}
	h.b = append(h.b, p[:]...)
}

func (h *hasher) eachClaim(a *review.Article) {
	for i := range a.Claims {
		h.claim(&a.Claims[i])
	}
}

func (h *hasher) claimPrint(c *review.Claim) print {
	if p, ok := madeOf(h.s.prints.claims, &h.s.claims, &h.nextClaim, c.ID(), c); ok {
		return p
	}
	return printOf(h.s, c, (*hasher).wholeClaim)
}

func (h *hasher) factPrint(f *profile.Fact) print {
	if p, ok := madeOf(h.s.prints.facts, &h.s.facts, &h.nextFact, f.ID, f); ok {
		return p
	}
	return printOf(h.s, f, (*hasher).fact)
}

// madeOf gives the print of a claim or a fact where it was made before.
func madeOf[V any](made []print, in *register[V], next *int, id string, of *V) (p print, ok bool) {
	if made == nil {
		return p, false
	}
	n := in.numberNear(next, id, of)
	if n < 0 {
		return p, false
	}
	return made[n], true
}

// whole adds the print of a profile.
func (h *hasher) whole(p *review.Profile) {
	made, ok := h.s.prints.profiles[p]
	if !ok {
		made = printOf(h.s, p, (*hasher).profile)
	}
	h.b = append(h.b, made[:]...)
}
