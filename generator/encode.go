package generator

import (
	"bytes"
	"encoding/binary"

	"profilegen/generator/claim"
	"profilegen/generator/edtf"
	"profilegen/generator/extract"
)

// What was extracted is written in a form of its own: for ten thousand
// articles, reading it back is a matter of milliseconds, and all texts of an
// article share one piece of memory, in which each stands once. One description
// of the fields serves both directions, so that they cannot differ.

// coder writes to out, or reads from in.
type coder struct {
	reading bool
	in      string
	out     []byte
	failed  bool
	// numbers has the texts written so far, told the texts read so far: one that
	// comes again is written as its number, from 2; 0 comes before a new one, and
	// 1 is no text.
	numbers map[string]int
	told    []string
}

func (c *coder) number(n *int) {
	if !c.reading {
		c.out = binary.AppendVarint(c.out, int64(*n))
		return
	}
	var value uint64
	for shift := 0; ; shift += 7 {
		if len(c.in) == 0 || shift > 63 {
			c.failed = true
			return
		}
		b := c.in[0]
		c.in = c.in[1:]
		value |= uint64(b&0x7f) << shift
		if b < 0x80 {
			break
		}
	}
	*n = int(int64(value>>1) ^ -int64(value&1))
}

func text[T ~string](c *coder, s *T) {
	if !c.reading {
		at := noText
		if *s != "" {
			at = c.numbers[string(*s)]
		}
		c.number(&at)
		if at == 0 {
			size := len(*s)
			c.number(&size)
			c.out = append(c.out, *s...)
			c.numbers[string(*s)] = len(c.numbers) + noText + 1
		}
		return
	}
	at, size := 0, 0
	switch c.number(&at); {
	case c.failed || at < 0 || at > len(c.told)+noText:
		c.failed = true
	case at == noText:
		*s = ""
	case at > noText:
		*s = T(c.told[at-noText-1])
	default:
		if c.number(&size); c.failed || size < 0 || size > len(c.in) {
			c.failed = true
			return
		}
		*s = T(c.in[:size])
		c.told = append(c.told, c.in[:size])
		c.in = c.in[size:]
	}
}

// noText is the number of the empty text.
const noText = 1

func (c *coder) truth(b *bool) {
	n := 0
	if *b {
		n = 1
	}
	c.number(&n)
	*b = n == 1
}

// word codes a word of a vocabulary; read is one that it has.
func word[T interface {
	~uint8
	Known() bool
}](c *coder, w *T) {
	n := int(*w)
	c.number(&n)
	if *w = T(n); c.reading && (n != int(*w) || !(*w).Known()) {
		c.failed = true
	}
}

func (c *coder) date(d *edtf.Date) {
	written := d.String()
	text(c, &written)
	if c.reading && written != "" {
		var err error
		if *d, err = edtf.Parse(written); err != nil {
			c.failed = true
		}
	}
}

// list codes a list; least is the fewest bytes that one of it takes.
func list[T any](c *coder, items *[]T, least int, one func(*T)) {
	size := len(*items)
	c.number(&size)
	if c.reading {
		if size < 0 || size > len(c.in)/least {
			c.failed = true
			return
		}
		if size > 0 {
			*items = make([]T, size)
		}
	}
	for i := range *items {
		if c.failed {
			return
		}
		one(&(*items)[i])
	}
}

func (c *coder) claim(x *claim.Claim) {
	by, via := x.By(), x.Via()
	d := claim.Detail{Object: x.Object(), When: x.When(), Reason: x.Reason()}
	text(c, &x.ID)
	text(c, &x.Article)
	word(c, &x.Type)
	text(c, &x.Subject)
	text(c, &x.Role)
	text(c, &x.Org)
	text(c, &d.Object)
	text(c, &x.Place)
	c.date(&x.Start)
	c.date(&x.End)
	c.date(&x.On)
	text(c, &d.When)
	c.truth(&x.Former)
	word(c, &x.Stage)
	word(c, &x.Action)
	word(c, &x.CaseRole)
	text(c, &d.Reason)
	word(c, &x.Status)
	text(c, &by)
	list(c, &via, 1, func(s *string) { text(c, s) })
	text(c, &x.Quote)
	c.number(&x.StartByte)
	text(c, &x.Rule)
	if c.reading {
		x.SetVoice(by, via)
		x.SetDetail(d)
	}
}

func (c *coder) result(r *extract.Result) {
	list(c, &r.Claims, 20, c.claim)
	list(c, &r.Unclear, 3, func(u *extract.Unclear) {
		text(c, &u.Name)
		c.number(&u.StartByte)
		c.number(&u.EndByte)
	})
	list(c, &r.Mentions, 3, func(m *extract.Mention) {
		kind := int(m.Kind)
		text(c, &m.Name)
		c.number(&kind)
		c.number(&m.StartByte)
		m.Kind = extract.Kind(kind)
	})
	list(c, &r.Sentences, 1, func(s *uint64) {
		n := int(*s)
		c.number(&n)
		*s = uint64(n)
	})
}

func encodeResult(r *extract.Result) []byte { return newCoder().encode(r) }

func newCoder() *coder { return &coder{numbers: map[string]int{}} }

// encode writes a result into memory of its own; the coder can be used again.
func (c *coder) encode(r *extract.Result) []byte {
	c.out = c.out[:0]
	c.result(r)
	clear(c.numbers)
	return bytes.Clone(c.out)
}

// decodeResult reads what encodeResult wrote.
func decodeResult(raw []byte) (*extract.Result, bool) { return newDecoder().decode(raw) }

func newDecoder() *coder { return &coder{reading: true} }

// decode reads a result; the coder can be used again.
func (c *coder) decode(raw []byte) (*extract.Result, bool) {
	c.in = string(raw)
	r := &extract.Result{}
	c.result(r)
	ok := !c.failed && c.in == ""
	clear(c.told)
	c.in, c.failed, c.told = "", false, c.told[:0]
	return r, ok
}
