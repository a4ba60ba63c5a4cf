package generator

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"profilegen/generator/content"
	"profilegen/generator/diag"
	"profilegen/generator/profile"
)

// DecisionsFile is where editors' decisions stand in a site's folder.
const DecisionsFile = "content/decisions.yaml"

// ErrConflict tells that the decisions file was changed by somebody else again
// and again while a decision was to be written.
var ErrConflict = errors.New(DecisionsFile + " keeps being changed by another program")

// Decide adds decisions to a site's decisions file, all or none. A decision of
// the same day on the same fact is replaced: of two that disagree, nobody could
// tell which is the later. Other programs of ours wait; what an editor saves
// meanwhile is kept.
func Decide(source string, list ...content.Decision) error {
	return changeDecisions(source, func(raw []byte) ([]byte, error) {
		for _, d := range list {
			without, err := withoutDecision(raw, d)
			if err != nil {
				return nil, err
			}
			if raw, err = content.AppendDecision(without, d); err != nil {
				return nil, fmt.Errorf("%s: %w", DecisionsFile, err)
			}
		}
		return raw, nil
	})
}

// Withdraw takes a decision of one day on one fact out of the file again.
func Withdraw(source string, d content.Decision) error {
	return changeDecisions(source, func(raw []byte) ([]byte, error) { return withoutDecision(raw, d) })
}

// changeDecisions replaces the decisions file by what change makes of it.
func changeDecisions(source string, change func([]byte) ([]byte, error)) error {
	path := filepath.Join(source, filepath.FromSlash(DecisionsFile))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return fmt.Errorf("writing decisions: %w", err)
	}
	unlock, err := lockDir(filepath.Dir(path))
	if err != nil {
		return fmt.Errorf("waiting to write decisions: %w", err)
	}
	defer unlock()
	for range 10 {
		before, err := readIfThere(path)
		if err != nil {
			return fmt.Errorf("reading decisions: %w", err)
		}
		after, err := change(before)
		if err != nil {
			return err
		}
		done, err := replaceUnchanged(path, before, after)
		if done || err != nil {
			return err
		}
	}
	return ErrConflict
}

// readIfThere reads a file; nil where there is none.
func readIfThere(path string) ([]byte, error) {
	raw, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return raw, err
}

// replaceUnchanged writes a file anew if it still is what it was before.
func replaceUnchanged(path string, before, after []byte) (bool, error) {
	next, err := writeBeside(path, after)
	if err != nil {
		return false, err
	}
	defer os.Remove(next)
	now, err := readIfThere(path)
	if err != nil {
		return false, fmt.Errorf("reading decisions again: %w", err)
	}
	if !bytes.Equal(now, before) {
		return false, nil
	}
	if err := os.Rename(next, path); err != nil {
		return false, fmt.Errorf("writing decisions: %w", err)
	}
	return true, syncDir(filepath.Dir(path))
}

// withoutDecision takes out what was decided on the same day on the same fact.
func withoutDecision(raw []byte, d content.Decision) ([]byte, error) {
	old, problems := content.ParseDecisions(DecisionsFile, raw)
	if diag.Has(problems, diag.Error) {
		return nil, &Broken{problems}
	}
	for _, o := range slices.Backward(old) {
		if o.ID == d.ID && o.Date == d.Date {
			raw = withoutBlock(raw, o.Place.Line)
		}
	}
	return raw, nil
}

// withoutBlock takes out the block that begins on a line: its lines up to the
// next block, or to the comment or empty line before it.
func withoutBlock(raw []byte, line int) []byte {
	lines := bytes.SplitAfter(raw, []byte("\n"))
	from := line - 1
	if from < 0 || from >= len(lines) {
		return raw
	}
	indent := len(lines[from]) - len(bytes.TrimLeft(lines[from], " "))
	to := from + 1
	for ; to < len(lines); to++ {
		text := bytes.TrimRight(lines[to], "\r\n")
		inner := len(text) - len(bytes.TrimLeft(text, " "))
		if len(bytes.TrimSpace(text)) > 0 && inner <= indent {
			break
		}
	}
	return bytes.Join(slices.Concat(lines[:from], lines[to:]), nil)
}

// Broken is a file of the editors' that cannot be read, with what is wrong.
type Broken struct{ Problems []diag.Problem }

// Error gives the first problem.
func (b *Broken) Error() string { return diag.Sort(b.Problems)[0].String() }

// Fact finds a fact by its id, held or not; nil where there is none.
func (s *Site) Fact(id string) *profile.Fact {
	for _, p := range s.Merged.Profiles {
		for _, f := range p.Facts {
			if f.ID == id {
				return f
			}
		}
	}
	return nil
}

// Words gives the words that a decision on a fact is made on.
func (s *Site) Words(id string) []string {
	for _, h := range s.Held {
		if h.ID == id && len(h.Words) > 0 {
			return h.Words
		}
	}
	if f := s.Fact(id); f != nil {
		return f.Words()
	}
	return nil
}
