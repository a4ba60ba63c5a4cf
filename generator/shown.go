package generator

import (
	"bufio"
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
	// What goes wrong here costs the next start some time.
	_ = cache.WriteState(p.cacheFolder(), shownState, func(w *bufio.Writer) error {
		writeText(w, p.purpose())
		writeInputs(w, inputs)
		_, err := w.Write(shown)
		return err
	})
}

// Shown gives what KeepShown was given last, if every file of the site is as it
// was; otherwise nil.
func (p *Pipeline) Shown() []byte {
	if p.NoCache || len(p.Claims) > 0 {
		return nil
	}
	raw, ok := p.cutPurpose(cache.ReadState(p.cacheFolder(), shownState))
	if !ok {
		return nil
	}
	before, shown, ok := readInputs(raw)
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
