package generator

import (
	"encoding/binary"
	"slices"
	"strings"

	"profilegen/generator/edtf"
	"profilegen/generator/extract"
)

// What was extracted is written in a form of its own: for ten thousand
// articles, reading it back is a matter of milliseconds, and all texts of an
// article share one piece of memory, in which each stands once and nothing else
// does. One description of the fields serves both directions, so that they
// cannot differ.

// coder writes to out, or reads from in; the texts stand apart from all else.
type coder struct {
	reading bool
	// keeping: each text that is written gives its place to a copy in kept, as if
	// it had been read again.
	keeping bool
	kept    strings.Builder
	in      []byte
	out     []byte
	failed  bool
	// inTexts are the texts to be read, outTexts those written, without a gap.
	inTexts  string
	outTexts []byte
	// room is the memory of what was written last, keys that of a map's keys.
	room []byte
	keys []string
	// told are the texts written or read so far, numbers has the places of those
	// written: one that comes again is written as its number, from 2; 0 comes before
	// a new one, and 1 is no text.
	told    []string
	numbers map[string]int
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
		if written := c.write(string(*s)); c.keeping {
			*s = T(written)
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
		if c.number(&size); c.failed || size < 0 || size > len(c.inTexts) {
			c.failed = true
			return
		}
		*s = T(c.inTexts[:size])
		c.told = append(c.told, c.inTexts[:size])
		c.inTexts = c.inTexts[size:]
	}
}

// write writes a text and gives what is to stand in its place.
func (c *coder) write(s string) string {
	at, size := noText, len(s)
	if s != "" {
		at = c.numbers[s]
	}
	c.number(&at)
	switch {
	case at == noText:
		return ""
	case at > noText:
		return c.told[at-noText-1]
	}
	c.number(&size)
	c.outTexts = append(c.outTexts, s...)
	if c.keeping {
		s = c.copied(s)
	}
	c.told = append(c.told, s)
	c.numbers[s] = len(c.told) + noText
	return s
}

// options are bits that tell which of up to 16 fields are set: what is not takes
// no room but that.
type options struct {
	at         int // in out
	bits, next uint16
}

func (c *coder) options() options {
	o := options{at: len(c.out), next: 1}
	switch {
	case !c.reading:
		c.out = append(c.out, 0, 0)
	case len(c.in) < 2:
		c.failed = true
	default:
		o.bits, c.in = binary.LittleEndian.Uint16(c.in), c.in[2:]
	}
	return o
}

// option tells whether the next field is to be coded: when it is written, that is
// whether it is set.
func (c *coder) option(o *options, set bool) bool {
	bit := o.next
	o.next <<= 1
	if c.reading {
		return o.bits&bit != 0
	}
	if set {
		o.bits |= bit
		binary.LittleEndian.PutUint16(c.out[o.at:], o.bits)
	}
	return set
}

// block codes a long text, which comes but once.
func (c *coder) block(s *string) {
	size := len(*s)
	c.number(&size)
	switch {
	case !c.reading:
		c.outTexts = append(c.outTexts, *s...)
	case c.failed || size < 0 || size > len(c.inTexts):
		c.failed = true
	default:
		*s, c.inTexts = c.inTexts[:size], c.inTexts[size:]
	}
}

// keptAtOnce is how much room for copies of texts is made at once, in bytes:
// articles share it.
const keptAtOnce = 32 << 10

// copied gives a text in memory that holds texts to be kept and nothing else.
func (c *coder) copied(s string) string {
	from := c.kept.Len()
	if c.kept.Cap()-from < len(s) {
		c.kept, from = strings.Builder{}, 0
		c.kept.Grow(max(keptAtOnce, len(s)))
	}
	c.kept.WriteString(s)
	return c.kept.String()[from:]
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

// date codes a date as one number, 0 for none.
func (c *coder) date(d *edtf.Date) {
	const some, decade, about = 1, 2, 4
	n := 0
	if !d.IsZero() {
		n = ((d.Year()*13+d.Month())*32+d.Day())*8 | some
		if d.Precision() == edtf.Decade {
			n |= decade
		}
		if d.About() {
			n |= about
		}
	}
	if c.number(&n); !c.reading || n == 0 {
		return
	}
	day := n / 8
	made, err := edtf.New(day/32/13, day/32%13, day%32)
	c.failed = c.failed || err != nil || n < 0 || n&some == 0
	if n&decade != 0 {
		made = made.Cut(edtf.Decade)
	}
	if n&about != 0 {
		made = made.WithAbout()
	}
	*d = made
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

func newCoder() *coder { return &coder{numbers: map[string]int{}} }

// encode writes a result; what it gives is good until the coder is used again.
func (c *coder) encode(r *extract.Result) []byte {
	c.begin()
	c.result(r)
	c.room = c.written(c.room[:0])
	return c.room
}

// begin forgets what was written before.
func (c *coder) begin() {
	c.out, c.outTexts = c.out[:0], c.outTexts[:0]
	clear(c.numbers)
	clear(c.told)
	c.told = c.told[:0]
}

// written adds to out how much was written but for the texts, that, and the texts.
func (c *coder) written(out []byte) []byte {
	out = slices.Grow(out, binary.MaxVarintLen64+len(c.out)+len(c.outTexts))
	return append(append(binary.AppendUvarint(out, uint64(len(c.out))), c.out...), c.outTexts...)
}

// open begins to read what was written; nothing of raw but the texts is kept,
// and those as a copy.
func (c *coder) open(raw []byte) {
	size, n := binary.Uvarint(raw)
	if n <= 0 || size > uint64(len(raw)-n) {
		c.failed = true
		return
	}
	c.in, c.inTexts = raw[n:n+int(size)], string(raw[n+int(size):])
}

// read tells that all of what was opened was read, and was right.
func (c *coder) read() bool { return !c.failed && len(c.in) == 0 && c.inTexts == "" }

func newDecoder() *coder { return &coder{reading: true} }
