package generator

import (
	"encoding/binary"
	"maps"
	"slices"

	"profilegen/generator/cache"
)

// A dev server that is started again where nothing has changed shows at once
// what it showed last. What that is, is the server's own matter; here it is kept
// with every file that it was made from, and given back only where all of them
// are as they were.

const shownState = "shown"

// KeepShown remembers what is shown of the site of the last Refresh.
func (p *Pipeline) KeepShown(shown []byte) {
	w := &p.watched
	if p.NoCache || w.last == nil || len(p.Claims) > 0 {
		return
	}
	p.Settle()
	inputs := make([]input, 0, len(w.files))
	for _, file := range slices.Sorted(maps.Keys(w.files)) {
		in := w.files[file]
		if in.Stamp.Size == noFile {
			continue
		}
		if in.Fresh && in.Hash == ([32]byte{}) {
			in.Hash = p.hashAsFound(in)
		}
		inputs = append(inputs, in)
	}
	p.writeShown(inputs, shown)
}

func (p *Pipeline) writeShown(inputs []input, shown []byte) {
	purpose := p.purpose()
	b := binary.AppendUvarint(nil, uint64(len(purpose)))
	b = append(b, purpose...)
	b = appendInputs(b, inputs)
	// What goes wrong here costs the next start some time.
	_ = cache.WriteState(p.cacheFolder(), shownState, append(b, shown...))
}

// Shown gives what KeepShown was given last, if every file of the site is as it
// was; otherwise nil.
func (p *Pipeline) Shown() []byte {
	if p.NoCache || len(p.Claims) > 0 {
		return nil
	}
	raw := cache.ReadState(p.cacheFolder(), shownState)
	size, n := binary.Uvarint(raw)
	if n <= 0 || size > uint64(len(raw)-n) {
		return nil
	}
	if raw = raw[n:]; string(raw[:size]) != p.purpose() {
		return nil
	}
	before, shown, ok := readInputs(raw[size:])
	if !ok {
		return nil
	}
	now, tell := p.findInputs()
	if !tell {
		return nil
	}
	if changed, ok := p.changedInputs(now, before); !ok || len(changed) > 0 {
		return nil
	}
	return shown
}

// appendInputs writes a list of inputs down.
func appendInputs(b []byte, inputs []input) []byte {
	b = binary.AppendUvarint(b, uint64(len(inputs)))
	for i := range inputs {
		in := &inputs[i]
		b = binary.AppendUvarint(b, uint64(len(in.Path)))
		b = append(b, in.Path...)
		b = append(b, in.Hash[:]...)
		b = binary.AppendVarint(b, in.Stamp.Size)
		b = binary.LittleEndian.AppendUint64(b, uint64(in.Stamp.Modified))
		b = binary.LittleEndian.AppendUint64(b, uint64(in.Stamp.Changed))
		b = binary.AppendUvarint(b, in.Stamp.Number)
		fresh := byte(0)
		if in.Fresh {
			fresh = 1
		}
		b = append(b, fresh)
	}
	return b
}

// fixedInput is what of an input always takes the same room, and leastInput the
// least that one takes: with a length, a size and a number of a byte each.
const (
	fixedInput = 32 + 8 + 8 + 1
	leastInput = fixedInput + 3
)

// readInputs reads what appendInputs wrote, and gives what stands behind it.
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
