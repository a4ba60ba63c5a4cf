package content

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"profilegen/generator/diag"
	"profilegen/generator/edtf"
)

// AppendDecision gives the decisions file with one block more at its end, in
// the form that an editor would write; every byte of raw stays as it is. It is
// an error where raw cannot be read, or is not written as a list of blocks.
func AppendDecision(raw []byte, d Decision) ([]byte, error) {
	r := &reader{file: "decisions.yaml"}
	before, at := r.decisions(raw)
	if r.failed() {
		return nil, fmt.Errorf("adding a decision: %s", firstError(r.problems))
	}
	newline := "\n"
	if bytes.Contains(raw, []byte("\r\n")) {
		newline = "\r\n"
	}
	out := bytes.Clone(raw)
	if len(bytes.TrimPrefix(out, []byte("\ufeff"))) > 0 {
		if !bytes.HasSuffix(out, []byte(newline)) {
			out = append(out, newline...)
		}
		if !bytes.HasSuffix(out, []byte(newline+newline)) {
			out = append(out, newline...)
		}
	}
	indent := strings.Repeat(" ", max(at.Column-1, 0)) // as that of the blocks above
	for _, line := range decisionLines(d) {
		out = append(out, indent+line+newline...)
	}
	after, problems := ParseDecisions("decisions.yaml", out)
	if diag.Has(problems, diag.Error) {
		return nil, fmt.Errorf("adding a decision on %s: %s", d.ID, firstError(problems))
	}
	if len(after) != len(before)+1 || !sameDecision(after[len(before)], d) {
		return nil, fmt.Errorf("adding a decision on %s: the file is not a list of blocks; write each as \"- id: …\"", d.ID)
	}
	return out, nil
}

// CheckFields tells what is wrong with the fields that an edited fact is to
// have, by their names and as text: an unknown name, a date that is none.
func CheckFields(set map[string]string) error {
	d := Decision{ID: "000000000000", Verdict: Edited, By: "-", Set: set}
	d.Date, _ = edtf.New(2000, 1, 1)
	_, problems := ParseDecisions("decisions.yaml", []byte(strings.Join(decisionLines(d), "\n")))
	if !diag.Has(problems, diag.Error) {
		return nil
	}
	first := firstError(problems)
	return errors.New(strings.Join(slices.DeleteFunc([]string{first.Text, first.Hint}, func(s string) bool { return s == "" }), "; "))
}

func firstError(problems []diag.Problem) diag.Problem {
	for _, p := range diag.Sort(problems) {
		if p.Severity == diag.Error {
			return p
		}
	}
	return diag.Problem{}
}

func sameDecision(a, b Decision) bool {
	return a.ID == b.ID && a.Verdict == b.Verdict && a.By == b.By && a.Date == b.Date && a.Reason == b.Reason &&
		strings.Join(a.Words, "\x00") == strings.Join(b.Words, "\x00") && maps.Equal(a.Set, b.Set)
}

// decisionLines writes one block. Its first and its last line are like no other
// block's: a merge that finds two blocks added at one place would otherwise take
// the lines that they begin or end with for one and the same, and cut the blocks
// in pieces.
func decisionLines(d Decision) []string {
	lines := []string{"- id: " + yamlScalar(d.ID), "  decision: " + string(d.Verdict)}
	if len(d.Words) > 0 {
		quoted := make([]string, len(d.Words))
		for i, words := range d.Words {
			quoted[i] = yamlQuoted(words)
		}
		lines = append(lines, "  words: ["+strings.Join(quoted, ", ")+"]")
	}
	if d.By != "" {
		lines = append(lines, "  by: "+yamlScalar(d.By))
	}
	lines = append(lines, "  date: "+d.Date.String())
	if d.Reason != "" {
		lines = append(lines, "  reason: "+yamlScalar(d.Reason))
	}
	if len(d.Set) > 0 {
		var fields []string
		for _, key := range setKeys() {
			text, ok := d.Set[key]
			switch {
			case !ok:
			case text == "":
				fields = append(fields, key+": ~")
			case key == "former" || key == "start" || key == "end" || key == "on":
				fields = append(fields, key+": "+text)
			default:
				fields = append(fields, key+": "+yamlQuoted(text))
			}
		}
		lines = append(lines, "  set: {"+strings.Join(fields, ", ")+"}")
	}
	return append(lines, "  # "+d.ID)
}

// yamlScalar writes a text without quotes where it then still reads as itself.
func yamlScalar(text string) string {
	const risky = ":#\"'\\[]{},&*!|>%@`?-~=<"
	lower := strings.ToLower(text)
	switch {
	case text == "" || strings.TrimSpace(text) != text || strings.IndexFunc(text, needsEscape) >= 0,
		strings.Contains(text, ": ") || strings.HasSuffix(text, ":") || strings.Contains(text, " #"),
		strings.IndexByte(risky, text[0]) >= 0,
		lower == "null" || lower == "true" || lower == "false":
		return yamlQuoted(text)
	}
	return text
}

func needsEscape(c rune) bool {
	return c < ' ' || c >= 0x7f && c < 0xa0 || c == 0x2028 || c == 0x2029 || c == 0xfeff || c == 0xfffe || c == 0xffff ||
		c >= 0x202a && c <= 0x202e || c >= 0x2066 && c <= 0x2069
}

// yamlQuoted writes a text between double quotation marks.
func yamlQuoted(text string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, c := range text {
		switch {
		case c == '"' || c == '\\':
			b.WriteByte('\\')
			b.WriteRune(c)
		case c == '\n':
			b.WriteString(`\n`)
		case c == '\t':
			b.WriteString(`\t`)
		case needsEscape(c):
			fmt.Fprintf(&b, `\u%04x`, c)
		default:
			b.WriteRune(c)
		}
	}
	b.WriteByte('"')
	return b.String()
}
