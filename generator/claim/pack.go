package claim

import (
	"encoding/binary"
	"math"
)

// The texts of a claim, by their index in Claim.Places.
const (
	atID = iota
	atSubject
	atRole
	atOrg
	atPlace
	atQuote
	atRule
	wordings
)

// Words are the texts of the claims of one article, each once.
type Words struct {
	// Article is the source's id.
	Article string
	// Texts has them one behind the other, each behind its length (seven bits a
	// byte, the lowest first, the highest bit set in all but the last). It begins
	// with the empty one.
	Texts string
}

// Place is where a text stands in Words.Texts; 0 for the empty one.
type Place uint32

// at gives the text at a place.
func (w *Words) at(p Place) string {
	if p == 0 {
		return ""
	}
	size, from := sizeAt(w.Texts, int(p))
	return w.Texts[from : from+size]
}

// Has tells that at p there is a text.
func (w *Words) Has(p Place) bool {
	if p == 0 {
		return true
	}
	if uint64(p) >= uint64(len(w.Texts)) {
		return false
	}
	size, from := sizeAt(w.Texts, int(p))
	return size >= 0 && size <= len(w.Texts)-from
}

// sizeAt reads the length that stands at a place, and tells where it ends; -1 for
// none.
func sizeAt(texts string, at int) (size, end int) {
	for shift := 0; at < len(texts) && shift < 32; shift += 7 {
		b := texts[at]
		at++
		if size |= int(b&0x7f) << shift; b < 0x80 {
			return size, at
		}
	}
	return -1, at
}

// Packer makes claims of what was written of one article after the other; it
// keeps its memory in between.
type Packer struct {
	texts  []byte
	places map[string]Place
	before told
}

// told are texts of the claim before, and where they stand: most claims have one
// or the other of them again.
type told struct {
	texts  [wordings]string
	places [wordings]Place
}

// Pack makes the claims of one article: n, of which flat gives each. They end
// where their quotes do. Their voices and details hold on to the texts given,
// all else is a copy.
func (p *Packer) Pack(n int, flat func(int) *Flat) []Claim {
	if n == 0 {
		return nil
	}
	words := &Words{Article: flat(0).Article}
	p.begin()
	list, voices, details := make([]Claim, n), 0, 0
	for i := range list {
		f := flat(i)
		list[i] = p.claim(f)
		list[i].Words = words
		if f.voiced() {
			voices++
		}
		if f.detailed() {
			details++
		}
	}
	words.Texts = string(p.texts)
	clear(p.places) // the keys may be parts of a long text
	p.before = told{}
	asides(list, flat, make([]Voice, 0, voices), make([]Detail, 0, details))
	return list
}

func (p *Packer) begin() {
	if p.places == nil {
		p.places = map[string]Place{}
	}
	p.texts = append(p.texts[:0], 0)
}

// claim gives a claim but for its words and what few tell.
func (p *Packer) claim(f *Flat) Claim {
	c := Claim{Begin: int32(min(f.StartByte, math.MaxInt32)), Start: f.Start, End: f.End, On: f.On, Type: f.Type, Stage: f.Stage,
		Action: f.Action, CaseRole: f.CaseRole, Status: f.Status, Former: f.Former}
	c.Places[atID], c.Places[atQuote] = p.add(f.ID), p.again(atQuote, f.Quote)
	c.Places[atSubject], c.Places[atRule] = p.place(atSubject, f.Subject), p.place(atRule, f.Rule)
	c.Places[atRole], c.Places[atOrg], c.Places[atPlace] = p.place(atRole, f.Role), p.place(atOrg, f.Org), p.place(atPlace, f.Place)
	return c
}

// place gives the place of a text, which is added where it is not there.
func (p *Packer) place(i int, text string) Place {
	if text == "" || text == p.before.texts[i] {
		return p.again(i, text)
	}
	at, ok := p.places[text]
	if !ok {
		at = p.add(text)
		p.places[text] = at
	}
	p.before.texts[i], p.before.places[i] = text, at
	return at
}

// again gives the place of a text that stands nowhere but in claims that follow
// one another, if anywhere.
func (p *Packer) again(i int, text string) Place {
	if text != p.before.texts[i] {
		p.before.texts[i], p.before.places[i] = text, p.add(text)
	}
	return p.before.places[i]
}

func (p *Packer) add(text string) Place {
	if text == "" {
		return 0
	}
	at := Place(len(p.texts))
	p.texts = append(binary.AppendUvarint(p.texts, uint64(len(text))), text...)
	return at
}

// asides gives the claims what few of them tell.
func asides(list []Claim, flat func(int) *Flat, voices []Voice, details []Detail) {
	for i := range list {
		c, f := &list[i], flat(i)
		if f.voiced() {
			voices = append(voices, Voice{f.By, f.Via})
			c.Voice = &voices[len(voices)-1]
		}
		if f.detailed() {
			details = append(details, Detail{f.Object, f.When, f.Reason})
			c.Detail = &details[len(details)-1]
		}
	}
}

func (f *Flat) voiced() bool { return f.By != "" || len(f.Via) > 0 }

func (f *Flat) detailed() bool { return f.Object != "" || f.When != "" || f.Reason != "" }

// Claim gives what was written as a claim, which ends where its quote does.
func (f Flat) Claim() Claim { return new(Packer).Pack(1, func(int) *Flat { return &f })[0] }
