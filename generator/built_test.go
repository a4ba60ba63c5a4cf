package generator

import (
	"bufio"
	"bytes"
	"fmt"
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"

	"profilegen/generator/diag"
)

// filled gives what fill writes.
func filled(fill func(*bufio.Writer) error) []byte {
	var out bytes.Buffer
	w := bufio.NewWriter(&out)
	if err := fill(w); err != nil {
		panic(err)
	}
	w.Flush()
	return out.Bytes()
}

func encodeReport(r Report) []byte {
	return filled(func(w *bufio.Writer) error { return writeReport(w, r) })
}

// reports are what a build may tell: every field set, many problems, nothing.
func reports(t testing.TB) []Report {
	var full, many Report
	fill(t, reflect.ValueOf(&full).Elem())
	for i := range 3*problemsAtOnce + 1 {
		many.Problems = append(many.Problems, diag.Problem{File: fmt.Sprint("content/", i), Line: i, Severity: diag.SetAside, Code: "odd", Text: "it is odd"})
	}
	return []Report{{}, full, many}
}

func TestReportsComeBackAsTheyWere(t *testing.T) {
	for _, want := range reports(t) {
		raw := encodeReport(want)
		got, ok := readReport(raw)
		if diff := cmp.Diff(want, got); diff != "" || !ok {
			t.Errorf("ok %v, (-want +got):\n%s", ok, diff)
		}
		for size := range min(len(raw), 600) {
			// What ends with a piece is a report with fewer problems.
			if got, ok := readReport(raw[:size]); ok && len(got.Problems) >= max(1, len(want.Problems)) {
				t.Errorf("cut at %d of %d it comes back whole", size, len(raw))
			}
		}
	}
}

func FuzzReadReport(f *testing.F) {
	for _, r := range reports(f) {
		f.Add(encodeReport(r))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		r, ok := readReport(raw)
		if !ok {
			return
		}
		again, ok := readReport(encodeReport(r))
		if diff := cmp.Diff(r, again); diff != "" || !ok {
			t.Fatalf("ok %v, (-want +got):\n%s", ok, diff)
		}
	})
}

func FuzzReadInputs(f *testing.F) {
	list := []input{{Path: "content/a.md", Hash: [32]byte{1}, Fresh: true}, {Path: "profilegen.yaml"}}
	list[0].Stamp.Size, list[0].Stamp.Modified, list[0].Stamp.Changed, list[0].Stamp.Number = 300, -1, 1<<40, 1<<50
	write := func(list []input) []byte {
		return filled(func(w *bufio.Writer) error { writeInputs(w, list); return nil })
	}
	f.Add(write(list))
	f.Add(append(write(list), "rest"...))
	f.Fuzz(func(t *testing.T, raw []byte) {
		inputs, rest, ok := readInputs(raw)
		if !ok {
			return
		}
		again, left, ok := readInputs(append(write(inputs), rest...))
		if !ok || !reflect.DeepEqual(again, inputs) || !bytes.Equal(left, rest) {
			t.Errorf("got %v %q, want %v %q", again, left, inputs, rest)
		}
	})
}
