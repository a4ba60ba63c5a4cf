package content

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"profilegen/generator/edtf"
)

func TestBrokenDecisions(t *testing.T) {
	set := func(name, raw string, want ...string) brokenCase {
		for i := range want {
			want[i] = "content/decisions.yaml:" + want[i]
		}
		return brokenCase{name, "content/decisions.yaml", raw, want}
	}
	const first = "- id: 0a1b2c3d4e5f\n  decision: accepted\n  words: [\"was sworn in\"]\n  by: C. Desk\n  date: 2024-02-01\n"
	testBroken(t, []brokenCase{
		set("unfinished merge", "<<<<<<< HEAD\n"+first+"=======\n>>>>>>> theirs\n", "1:1: a merge was left unfinished (<<<<<<<); choose one side and remove the marks"),
		set("no list", "id: 0a1b2c3d4e5f\n", "1:1: decisions are a list, not a table of keys; begin each with a line - id: …"),
		set("no table", "- 0a1b2c3d4e5f\n", "1:3: keys are wanted here, not text; write {id: …}"),
		set("nothing in a block", "-\n", `1:1: the key "date" is missing; every decision has one`, `1:1: the key "decision" is missing; every decision has one`,
			`1:1: the key "id" is missing; every decision has one`, "1:2: warning: the decision does not say who made it; add by: NAME"),
		set("two documents", first+"---\n"+first, "6:1: a second YAML document begins here; keep one; a line --- or ... parts them"),
		set("unknown verdict", strings.Replace(first, "accepted", "acepted", 1), `2:13: decision: "acepted" is none of accepted, rejected, edited; did you mean accepted?`),
		set("unknown key", first+"  why: x\n", `6:3: unknown key "why"; known are id, decision, words, by, date, reason, set`),
		set("no day", strings.Replace(first, "2024-02-01", "2024-02", 1), "5:9: date: 2024-02 is not a day; write the day of the decision, as 2024-02-01"),
		set("words that are no list", strings.Replace(first, `["was sworn in"]`, "was sworn in", 1),
			`1:3: warning: an acceptance without words covers none; name the words that it was made on`, `3:10: words: a list is wanted, not text; write words: ["…"]`),
		set("set without an edit", first+"  set: {on: 2023}\n", "6:8: set stands with accepted; it goes with decision: edited"),
		set("an edit without set", strings.Replace(first, "accepted", "edited", 1), "2:13: an edited fact needs set; write set: {FIELD: VALUE}"),
		set("set", strings.Replace(first, "accepted", "edited", 1)+"  set: {on: 2023-02-30, former: yes, rle: x, start: 2010, end: 2005, subject: y}\n",
			"6:13: on: 2023-02-30 is not a date (month 2023-02 has no day 30)", `6:33: former: true or false is wanted, not "yes"; write true or false`,
			`6:38: unknown key "rle"; did you mean role?`, "6:64: end: 2005 is before start 2010; change one of them",
			`6:70: unknown key "subject"; did you mean object?`),
		set("a contradiction", first+"\n"+strings.Replace(first, "accepted", "rejected", 1),
			"7:3: two decisions of 2024-02-01 on 0a1b2c3d4e5f disagree (accepted on line 1, rejected here); keep one of them"),
		set("later days and further words do not contradict", first+strings.Replace(first, "sworn", "brought", 1)+strings.Replace(strings.Replace(first, "accepted", "rejected", 1), "02-01", "02-02", 1)),
		set("nobody", strings.Replace(first, "  by: C. Desk\n", "", 1), "1:3: warning: the decision does not say who made it; add by: NAME"),
		set("an alias", strings.Replace(first, "C. Desk", "*desk", 1), "4:7: not YAML: unknown anchor 'desk' referenced"),
		set("not UTF-8", strings.Replace(first, "C.", "\xc7.", 1), "4:7: byte 0xC7 is not UTF-8; convert the file"),
	})
}

func sampleDecision(t *testing.T) Decision {
	return Decision{ID: "3f9c2a71d0e4", Verdict: Edited, Words: []string{`said: "never" \ again`, "two\nlines", " spaced"},
		By: "C. Desk", Date: date(t, "2024-02-01"), Reason: "The court's register: says otherwise #2",
		Set: map[string]string{"on": "2023-09-02", "former": "true", "role": "Mayor, acting", "end": "", "reason": "null"}}
}

func TestAppendDecision(t *testing.T) {
	d := sampleDecision(t)
	const block = `- id: 3f9c2a71d0e4
  decision: edited
  words: ["said: \"never\" \\ again", "two\nlines", " spaced"]
  by: C. Desk
  date: 2024-02-01
  reason: "The court's register: says otherwise #2"
  set: {role: "Mayor, acting", end: ~, on: 2023-09-02, former: true, reason: "null"}
  # 3f9c2a71d0e4
`
	const first = "- id: 0a1b2c3d4e5f\n  decision: rejected\n  by: C. Desk\n  date: 2024-01-01"
	tests := []struct{ name, before, added string }{
		{"no file yet", "", block},
		{"comments only", "# decisions, newest last\n", "\n" + block},
		{"after a block", first + "\n", "\n" + block},
		{"without a line end", first, "\n\n" + block},
		{"after a blank line", first + "\n\n", block},
		{"indented", "  " + strings.ReplaceAll(first, "\n", "\n  ") + "\n", "\n" + "  " + strings.TrimSuffix(strings.ReplaceAll(block, "\n", "\n  "), "  ")},
		{"wide dashes", strings.ReplaceAll(strings.Replace(first, "- id", "-   id", 1), "\n ", "\n   ") + "\n", "\n" + block},
		{"CRLF", strings.ReplaceAll(first, "\n", "\r\n") + "\r\n", "\r\n" + strings.ReplaceAll(block, "\n", "\r\n")},
		{"a mark and comments", "\ufeff# first\n" + first + " # here\n# last\n", "\n" + block},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			out, err := AppendDecision([]byte(test.before), d)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(test.before+test.added, string(out)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			again, err := AppendDecision(out, d)
			if err != nil || !strings.HasPrefix(string(again), string(out)) {
				t.Errorf("a second block: %v", err)
			}
		})
	}
	for name, before := range map[string]string{
		"in brackets": "[{id: a, decision: rejected, by: B, date: 2024-01-01}]\n", "broken": "- id: [\n", "ended": first + "\n...\n",
		"UTF-16": "\xff\xfe-\x00 \x00",
	} {
		if out, err := AppendDecision([]byte(before), d); err == nil {
			t.Errorf("%s: no error, but\n%s", name, out)
		}
	}
}

// FuzzAppendDecision holds that what is added reads back as it was, and that
// nothing before it changes.
func FuzzAppendDecision(f *testing.F) {
	f.Add("", "a", "words", "by", "reason", "role")
	f.Add("- id: a\n  decision: rejected\n  date: 2024-01-01\n", "0b", "“x” \\ '\"\n\t", "Ö", ": #", "- x")
	f.Fuzz(func(t *testing.T, before, id, words, by, reason, role string) {
		day, _ := edtf.New(2024, 2, 1)
		d := Decision{ID: id, Verdict: Edited, Words: []string{words}, By: by, Date: day, Reason: reason, Set: map[string]string{"role": role}}
		out, err := AppendDecision([]byte(before), d)
		if err != nil {
			return
		}
		if !strings.HasPrefix(string(out), before) {
			t.Fatalf("%q does not begin with %q", out, before)
		}
		read, problems := ParseDecisions("d", out)
		if len(read) == 0 || !sameDecision(read[len(read)-1], d) {
			t.Fatalf("%q reads back as %+v %v", out, read, problems)
		}
	})
}
