package content

import (
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
