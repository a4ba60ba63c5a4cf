package content

import (
	"bytes"
	"fmt"
	"maps"
	"strings"

	"profilegen/generator/diag"
	"profilegen/generator/edtf"
)

// setKeys are the fields of a fact that an editor can set.
func setKeys() []string {
	return []string{"role", "org", "object", "place", "start", "end", "on", "when", "former", "stage", "action",
		"case_role", "reason", "status"}
}

// ParseDecisions reads content/decisions.yaml in the file's order. Whatever is
// wrong is an error: to build without a decision would publish what an editor
// rejected.
func ParseDecisions(file string, raw []byte) ([]Decision, []diag.Problem) {
	r := &reader{file: file}
	decisions, _ := r.decisions(raw)
	return decisions, r.problems
}

// decisions gives the place of the list too; both are empty where there is an
// error.
func (r *reader) decisions(raw []byte) ([]Decision, Place) {
	v, ok := r.yamlFile(raw)
	if !ok || v.kind == null {
		return nil, Place{}
	}
	if v.kind != list {
		r.wrong(v.at, "wrong-type", "decisions are a list, not "+v.kind.String(), "begin each with a line - id: …")
		return nil, Place{}
	}
	decisions := make([]Decision, 0, len(v.items))
	for i, item := range v.items {
		f, ok := r.open(item, nil, fmt.Sprintf("[%d]", i), "id", "decision", "words", "by", "date", "reason", "set")
		if ok {
			decisions = append(decisions, f.decision(item.at))
		}
	}
	r.checkDecisions(decisions)
	if r.failed() {
		return nil, Place{}
	}
	return decisions, v.at
}

func (f form) decision(at Place) Decision {
	d := Decision{Place: at, ID: f.needName("id"), By: f.name("by"), Reason: f.text("reason")}
	if strings.ContainsAny(d.ID, " \t") {
		f.wrong(f.at("id"), "bad-id", fmt.Sprintf("id: %q is not a fact's id", d.ID), "copy it from the page or from review")
	}
	d.Verdict = Verdict(f.oneOf("decision", "", string(Accepted), string(Rejected), string(Edited)))
	if f.get("decision") == nil {
		f.missing("decision")
	}
	d.Date = f.needDate("date")
	if !d.Date.IsZero() && (d.Date.Precision() != edtf.Day || d.Date.About()) {
		f.wrong(f.at("date"), "bad-date", fmt.Sprintf("date: %s is not a day", d.Date), "write the day of the decision, as 2024-02-01")
	}
	for _, v := range f.items("words", `"…"`) {
		if _, ok := f.word("words", v); ok {
			d.Words = append(d.Words, v.text) // to the byte
		}
	}
	if d.Verdict == Accepted && len(d.Words) == 0 {
		f.tell(at, diag.Warning, "no-words", "an acceptance without words covers none", "name the words that it was made on")
	}
	if d.By == "" {
		f.tell(at, diag.Warning, "no-name", "the decision does not say who made it", "add by: NAME")
	}
	d.Set = f.set(d.Verdict)
	return d
}

// set reads the fields of an edited fact; null takes a field away.
func (f form) set(verdict Verdict) map[string]string {
	v := f.get("set")
	if v == nil {
		if verdict == Edited {
			f.wrong(f.at("decision"), "missing-key", "an edited fact needs set", "write set: {FIELD: VALUE}")
		}
		return nil
	}
	if verdict != Edited && verdict != "" {
		f.wrong(v.at, "set-without-edit", fmt.Sprintf("set stands with %s", verdict), "it goes with decision: edited")
	}
	s, ok := f.open(v, nil, "set", setKeys()...)
	if !ok {
		return nil
	}
	set := make(map[string]string, len(v.entries))
	for _, e := range v.entries {
		switch {
		case e.value.kind == null:
			set[e.key] = ""
		case e.key == "start" || e.key == "end" || e.key == "on":
			set[e.key] = s.date(e.key).String()
		case e.key == "former":
			set[e.key] = fmt.Sprint(s.flag(e.key))
		default:
			set[e.key] = s.text(e.key)
		}
	}
	if len(set) == 0 {
		f.wrong(v.at, "missing-key", "set is empty", "write the fields as they are to stand")
	}
	s.span("start", "end")
	return set
}

// checkDecisions tells decisions of one day on one fact that disagree: nothing
// says which of them is the later.
func (r *reader) checkDecisions(decisions []Decision) {
	type day struct {
		id   string
		date edtf.Date
	}
	first := make(map[day]Decision, len(decisions))
	for _, d := range decisions {
		key := day{d.ID, d.Date}
		earlier, known := first[key]
		if !known {
			first[key] = d
			continue
		}
		if d.Verdict != earlier.Verdict || !maps.Equal(d.Set, earlier.Set) {
			r.wrong(d.Place, "contradiction", fmt.Sprintf("two decisions of %s on %s disagree (%s on line %d, %s here)",
				d.Date, d.ID, earlier.Verdict, earlier.Place.Line, d.Verdict), "keep one of them")
		}
	}
}

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

// decisionLines writes one block.
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
	return lines
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
