package extract

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"profilegen/generator/claim"
	"profilegen/generator/edtf"
)

// The files of testdata/LANGUAGE hold the sentences of one family of rules:
//
//	types: position membership      the types that the file is about
//
//	date: 2024-03-05                the article's date, until the next one
//	> Harbour Minister Ana Roe …    the article, one line a line
//	+ position; subject: Ana Roe; role: Harbour Minister
//
// An article must make exactly the claims of its + lines, as far as the file's
// types go: one that is missing fails, and so does one that is not told. An
// article without + lines is a look-alike. Fields that a line leaves out may be
// anything; "field: -" means that it must be absent.
func TestRules(t *testing.T) {
	files, err := filepath.Glob("testdata/*/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no test files", err)
	}
	x := newTestExtractor(t)
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.ToSlash(file), ".txt"), func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			checkFile(t, x, file, string(data))
		})
	}
}

func newTestExtractor(t testing.TB) *Extractor {
	t.Helper()
	x, problems := NewExtractor(nil)
	for _, p := range problems {
		t.Errorf("%s", p)
	}
	return x
}

// sample is one article of a test file.
type sample struct {
	line int
	date edtf.Date
	text string
	want []string
}

func checkFile(t *testing.T, x *Extractor, file, data string) {
	types, samples := readSamples(t, file, data)
	lang := filepath.Base(filepath.Dir(file))
	for _, s := range samples {
		got := x.Extract(Article{ID: "sample", Date: s.date, Language: lang, Text: s.text}).Claims
		got = slices.DeleteFunc(got, func(c claim.Claim) bool { return !slices.Contains(types, c.Type.String()) })
		left := slices.Clone(got)
		for _, want := range s.want {
			k := slices.IndexFunc(left, func(c claim.Claim) bool { return matches(t, &c, want) })
			if k < 0 {
				t.Errorf("%s:%d: missing: %s\n\tin: %s\n\tgot: %s", file, s.line, want, s.text, list(got))
				continue
			}
			left = slices.Delete(left, k, k+1)
		}
		for i := range left {
			t.Errorf("%s:%d: must not be made: %s\n\tin: %s", file, s.line, show(&left[i]), s.text)
		}
	}
}

func readSamples(t *testing.T, file, data string) (types []string, samples []sample) {
	t.Helper()
	var date edtf.Date
	number := 0
	fresh := true
	for line := range strings.Lines(data) {
		number++
		line = strings.TrimRight(line, "\n")
		switch {
		case strings.HasPrefix(line, "types:"):
			types = strings.Fields(line[len("types:"):])
		case strings.HasPrefix(line, "date:"):
			d, err := edtf.Parse(strings.TrimSpace(line[len("date:"):]))
			if err != nil {
				t.Fatalf("%s:%d: %v", file, number, err)
			}
			date = d
		case strings.HasPrefix(line, ">"):
			text := strings.TrimPrefix(strings.TrimPrefix(line, ">"), " ")
			if fresh {
				samples = append(samples, sample{line: number, date: date, text: text})
				fresh = false
			} else {
				samples[len(samples)-1].text += "\n" + text
			}
			continue
		case strings.HasPrefix(line, "+"):
			samples[len(samples)-1].want = append(samples[len(samples)-1].want, strings.TrimSpace(line[1:]))
		case line != "" && !strings.HasPrefix(line, "#"):
			t.Fatalf("%s:%d: what is %q?", file, number, line)
		}
		fresh = true
	}
	if len(types) == 0 || len(samples) == 0 {
		t.Fatalf("%s: needs types: and samples", file)
	}
	return types, samples
}

// fields gives a claim's fields by their names in test files.
func fields(c *claim.Claim) map[string]string {
	former := ""
	if c.Former {
		former = "true"
	}
	return map[string]string{
		"subject": c.Subject(), "role": c.Role(), "org": c.Org(), "object": c.Object(), "place": c.Place(),
		"start": c.Start.String(), "end": c.End.String(), "on": c.On.String(), "when": c.When(), "former": former,
		"stage": c.Stage.String(), "action": c.Action.String(), "case_role": c.CaseRole.String(), "reason": c.Reason(),
		"status": c.Status.String(), "by": c.By(), "via": strings.Join(c.Via(), " < "), "quote": c.Quote(), "rule": c.Rule(),
	}
}

func matches(t *testing.T, c *claim.Claim, want string) bool {
	t.Helper()
	parts := strings.Split(want, "; ")
	if parts[0] != c.Type.String() {
		return false
	}
	have := fields(c)
	for _, part := range parts[1:] {
		name, value, ok := strings.Cut(part, ": ")
		if _, known := have[name]; !ok || !known {
			t.Fatalf("what is %q in %q?", part, want)
		}
		if value == "-" {
			value = ""
		}
		if have[name] != value {
			return false
		}
	}
	return true
}

func show(c *claim.Claim) string {
	have := fields(c)
	var b strings.Builder
	b.WriteString(c.Type.String())
	for _, name := range []string{"subject", "role", "org", "object", "place", "start", "end", "on", "when", "former",
		"stage", "action", "case_role", "reason", "status", "by", "via", "rule"} {
		if have[name] != "" {
			fmt.Fprintf(&b, "; %s: %s", name, have[name])
		}
	}
	return b.String()
}

func list(claims []claim.Claim) string {
	if len(claims) == 0 {
		return "nothing"
	}
	var lines []string
	for i := range claims {
		lines = append(lines, show(&claims[i]))
	}
	return strings.Join(lines, "\n\t     ")
}
