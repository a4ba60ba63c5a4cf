package generator

import (
	"bufio"
	"encoding/binary"
	"slices"

	"profilegen/generator/cache"
	"profilegen/generator/diag"
)

// What a build leaves for the next one is told for each file of the site and
// each problem. It is written one after the other, as a stream: at that moment,
// the end of a build, most memory is in use.

// keepBuilt remembers what a build was made from and what it told.
func (p *Pipeline) keepBuilt(inputs []input, told told, report Report) {
	cache.WriteState(p.cacheFolder(), p.stateName("told"), told.write)
	cache.WriteState(p.cacheFolder(), p.stateName("built"), func(w *bufio.Writer) error {
		writeText(w, p.purpose())
		writeInputs(w, inputs)
		return writeReport(w, report)
	})
}

// lastBuilt reads what keepBuilt wrote for this kind of build.
func (p *Pipeline) lastBuilt() (inputs []input, report Report, ok bool) {
	raw, ok := p.cutPurpose(cache.ReadState(p.cacheFolder(), p.stateName("built")))
	if !ok {
		return nil, report, false
	}
	if inputs, raw, ok = readInputs(raw); !ok {
		return nil, report, false
	}
	report, ok = readReport(raw)
	return inputs, report, ok
}

// cutPurpose takes the kind of build off the beginning of what was remembered;
// false where it was another.
func (p *Pipeline) cutPurpose(raw []byte) (rest []byte, ok bool) {
	purpose, rest, ok := cutPiece(raw)
	return rest, ok && string(purpose) == p.purpose()
}

func writeCount(w *bufio.Writer, n int) {
	w.Write(binary.AppendUvarint(w.AvailableBuffer(), uint64(n)))
}

func writeText(w *bufio.Writer, text string) {
	writeCount(w, len(text))
	w.WriteString(text)
}

// cutPiece takes off a piece that stands behind its length.
func cutPiece(raw []byte) (piece, rest []byte, ok bool) {
	size, n := binary.Uvarint(raw)
	if n <= 0 || size > uint64(len(raw)-n) {
		return nil, nil, false
	}
	raw = raw[n:]
	return raw[:size], raw[size:], true
}

// problemsAtOnce is how many problems make a piece: enough for most texts to
// stand there once.
const problemsAtOnce = 256

// writeReport writes a report but for its times: itself, then its problems in
// pieces.
func writeReport(w *bufio.Writer, r Report) error {
	c := newCoder()
	write := func() error {
		c.room = c.written(c.room[:0])
		writeCount(w, len(c.room))
		_, err := w.Write(c.room)
		c.begin()
		return err
	}
	c.report(&r)
	err := write()
	for part := range slices.Chunk(r.Problems, problemsAtOnce) {
		list(c, &part, leastProblem, c.problem)
		err = write()
	}
	return err // the writer keeps its first one
}

// readReport reads what writeReport wrote, and nothing else.
func readReport(raw []byte) (r Report, ok bool) {
	piece, raw, ok := cutPiece(raw)
	c := newDecoder()
	c.open(piece)
	c.report(&r)
	for ok = ok && c.read(); ok && len(raw) > 0; {
		if piece, raw, ok = cutPiece(raw); !ok {
			break
		}
		var part []diag.Problem
		c = newDecoder()
		c.open(piece)
		list(c, &part, leastProblem, c.problem)
		r.Problems = append(r.Problems, part...)
		ok = c.read()
	}
	return r, ok
}

func (c *coder) report(r *Report) {
	c.truth(&r.Published)
	text(c, &r.Folder)
	for _, n := range []*int{&r.People, &r.Parties, &r.Articles, &r.Claims, &r.Facts, &r.Held, &r.Files, &r.Written, &r.Removed} {
		c.number(n)
	}
}

// leastProblem is the fewest bytes that a problem takes.
const leastProblem = 8

func (c *coder) problem(p *diag.Problem) {
	text(c, &p.File)
	c.number(&p.Line)
	c.number(&p.Column)
	severity := int(p.Severity)
	c.number(&severity)
	c.failed = c.failed || severity < 0 || severity > int(diag.Info)
	p.Severity = diag.Severity(severity)
	text(c, &p.Code)
	text(c, &p.Text)
	text(c, &p.Hint)
	list(c, &p.Notes, 3, func(n *diag.Note) {
		text(c, &n.File)
		c.number(&n.Line)
		text(c, &n.Text)
	})
}

// writeInputs writes a list of inputs.
func writeInputs(w *bufio.Writer, inputs []input) {
	writeCount(w, len(inputs))
	for i := range inputs {
		in := &inputs[i]
		writeText(w, in.Path)
		w.Write(in.Hash[:])
		b := binary.AppendVarint(w.AvailableBuffer(), in.Stamp.Size)
		b = binary.LittleEndian.AppendUint64(b, uint64(in.Stamp.Modified))
		b = binary.LittleEndian.AppendUint64(b, uint64(in.Stamp.Changed))
		b = binary.AppendUvarint(b, in.Stamp.Number)
		fresh := byte(0)
		if in.Fresh {
			fresh = 1
		}
		w.Write(append(b, fresh))
	}
}

// fixedInput is what of an input always takes the same room, and leastInput the
// least that one takes: with a length, a size and a number of a byte each.
const (
	fixedInput = 32 + 8 + 8 + 1
	leastInput = fixedInput + 3
)

// readInputs reads what writeInputs wrote, and gives what stands behind it.
func readInputs(raw []byte) (inputs []input, rest []byte, ok bool) {
	count, n := binary.Uvarint(raw)
	if n <= 0 || count > uint64(len(raw))/leastInput {
		return nil, nil, false
	}
	raw = raw[n:]
	inputs = make([]input, count)
	for i := range inputs {
		in := &inputs[i]
		size, n := binary.Uvarint(raw)
		if n <= 0 || size > uint64(len(raw)-n) || len(raw)-n-int(size) < fixedInput {
			return nil, nil, false
		}
		raw = raw[n:]
		in.Path, raw = string(raw[:size]), raw[size:]
		raw = raw[copy(in.Hash[:], raw):]
		if in.Stamp.Size, n = binary.Varint(raw); n <= 0 || len(raw)-n < 16 {
			return nil, nil, false
		}
		raw = raw[n:]
		in.Stamp.Modified = int64(binary.LittleEndian.Uint64(raw))
		in.Stamp.Changed = int64(binary.LittleEndian.Uint64(raw[8:]))
		raw = raw[16:]
		if in.Stamp.Number, n = binary.Uvarint(raw); n <= 0 || len(raw) == n {
			return nil, nil, false
		}
		in.Fresh, raw = raw[n] != 0, raw[n+1:]
	}
	return inputs, raw, true
}
