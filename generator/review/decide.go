package review

import (
	"cmp"
	"encoding"
	"fmt"
	"slices"
	"strings"

	"profilegen/generator/claim"
	"profilegen/generator/content"
	"profilegen/generator/diag"
	"profilegen/generator/edtf"
	"profilegen/generator/profile"
)

// decisionsFile is named in problems.
const decisionsFile = "content/decisions.yaml"

// decision is what holds for one fact: the latest of the decisions on it.
type decision struct {
	content.Decision
	words []string // of all blocks of its day, with single spaces
	// shown tells that an earlier decision published the fact.
	shown bool
	used  bool
	// doubtful tells that the fact's id has changed since, and its words too.
	doubtful bool
}

// readDecisions gives the decision that holds for each id.
func readDecisions(list []content.Decision) map[string]*decision {
	byID := map[string]*decision{}
	ordered := slices.Clone(list)
	slices.SortStableFunc(ordered, func(a, b content.Decision) int { return edtf.Compare(a.Date, b.Date) })
	for _, d := range ordered {
		next := &decision{Decision: d}
		if before := byID[d.ID]; before != nil {
			next.shown = before.shown || before.Verdict != content.Rejected
			if before.Date == d.Date {
				next.words = before.words
			}
		}
		for _, w := range d.Words {
			if w = plain(w); w != "" && !slices.Contains(next.words, w) {
				next.words = append(next.words, w)
			}
		}
		byID[d.ID] = next
	}
	return byID
}

// plain puts single spaces between words.
func plain(text string) string { return strings.Join(strings.Fields(text), " ") }

// covers tells whether a decision was made on words, or on a part of them:
// which part is given, in bytes.
func (d *decision) covers(quote string) (span, bool) {
	for _, w := range d.words {
		if plain(quote) == w {
			return span{0, len(quote)}, true
		}
	}
	best, found := span{}, false
	for _, w := range d.words {
		if sp, ok := within(quote, w); ok && (!found || sp.end-sp.start > best.end-best.start) {
			best, found = sp, true
		}
	}
	return best, found
}

// within finds words in a quotation, at the borders of words, whatever the
// white space between them. One word alone names nothing.
func within(quote, words string) (span, bool) {
	fields := strings.Fields(words)
	if len(fields) < 2 {
		return span{}, false
	}
	for from := 0; ; {
		at := strings.Index(quote[from:], fields[0])
		if at < 0 {
			return span{}, false
		}
		start := from + at
		if end, ok := follows(quote, start, fields); ok && (start == 0 || !isLetter(quote[start-1])) && wordByte(quote, end) == 0 {
			return span{start, end}, true
		}
		from = start + 1
	}
}

// follows tells that fields stand at a place of a text, parted by white space.
func follows(text string, at int, fields []string) (end int, ok bool) {
	for i, field := range fields {
		if i > 0 {
			rest := strings.TrimLeft(text[at:], " \t\n\r")
			if len(rest) == len(text)-at {
				return 0, false
			}
			at = len(text) - len(rest)
		}
		if !strings.HasPrefix(text[at:], field) {
			return 0, false
		}
		at += len(field)
	}
	return at, true
}

// assign finds the facts that decisions are about. A decision whose id no fact
// has any more goes to the fact that had it when other facts with its key came
// and went, if its words are among the fact's; where they are not, a rejection
// leaves a doubt.
func assign(res *profile.Result, byID map[string]*decision) map[*profile.Fact]*decision {
	on := map[*profile.Fact]*decision{}
	if len(byID) == 0 {
		return on
	}
	for _, p := range res.Profiles {
		for _, f := range p.Facts {
			if d := byID[f.ID]; d != nil {
				d.used = true
				on[f] = d
			}
		}
	}
	open := slices.ContainsFunc(values(byID), func(d *decision) bool { return !d.used })
	if !open {
		return on
	}
	for _, p := range res.Profiles {
		for _, f := range p.Facts {
			if on[f] == nil && f.Origin != profile.Editor {
				assignOld(res, byID, on, f)
			}
		}
	}
	return on
}

func values(byID map[string]*decision) []*decision {
	list := make([]*decision, 0, len(byID))
	for _, d := range byID {
		list = append(list, d)
	}
	slices.SortFunc(list, func(a, b *decision) int { return strings.Compare(a.ID, b.ID) })
	return list
}

func assignOld(res *profile.Result, byID map[string]*decision, on map[*profile.Fact]*decision, f *profile.Fact) {
	for _, id := range res.IDs(f)[1:] {
		d := byID[id]
		if d == nil || id == f.ID {
			continue
		}
		sure := slices.ContainsFunc(f.Words(), func(w string) bool { _, ok := d.covers(w); return ok })
		switch {
		case sure:
			on[f] = d
		case d.Verdict == content.Rejected:
			doubt := *d
			doubt.doubtful = true
			on[f] = &doubt
		default:
			continue
		}
		d.used = true
		return
	}
}

// checkDecisions tells of decisions whose fact is gone, and of edits that set
// a field to a word outside the vocabulary.
func checkDecisions(byID map[string]*decision, on map[*profile.Fact]*decision) []diag.Problem {
	var problems []diag.Problem
	tell := func(d *decision, severity diag.Severity, code, text, hint string) {
		problems = append(problems, diag.Problem{File: decisionsFile, Line: d.Place.Line, Column: d.Place.Column,
			Severity: severity, Code: code, Text: text, Hint: hint})
	}
	for _, d := range values(byID) {
		if !d.used {
			tell(d, diag.Warning, "orphan-decision", fmt.Sprintf("the fact %s of this decision is gone", d.ID),
				"nothing is lost: the decision holds again when the fact comes back")
		}
	}
	for f, d := range on {
		if f.Origin == profile.Editor {
			tell(d, diag.Warning, "decision-on-line", fmt.Sprintf("the fact %s is an editor's line, which stands whatever is decided", d.ID),
				"change the profile's front matter")
		}
		if bad := BadSet(f, d.Set); bad != "" {
			tell(d, diag.Error, "bad-value", bad, "docs/claims.md lists the words")
		}
	}
	return diag.Sort(problems)
}

// BadSet tells the first value that a field of the fact's type cannot have;
// empty where there is none.
func BadSet(f *profile.Fact, set map[string]string) string {
	for _, key := range []string{"stage", "action", "case_role", "status"} {
		if value := set[key]; value != "" && !fits(f.Type, key, value) {
			return fmt.Sprintf("set: %s %q is not in the vocabulary of a %s", key, value, f.Type)
		}
	}
	return ""
}

// fits tells of a word that a fact of the type can have in the field.
func fits(typ claim.Type, field, word string) bool {
	switch field {
	case "stage":
		return slices.Contains(claim.Stages(typ), claim.StageOf(word))
	case "action":
		return slices.Contains(claim.Actions(typ), claim.ActionOf(word))
	case "case_role":
		return slices.Contains(claim.CaseRoles(typ), claim.CaseRoleOf(word))
	}
	return claim.StatusOf(word) != claim.None
}

// edit sets a fact's fields as an editor wants them to stand.
func edit(f *profile.Fact, set map[string]string) {
	d := claim.Detail{Object: f.Object(), When: f.When(), Reason: f.Reason()}
	text := map[string]*string{"role": &f.Role, "org": &f.Org, "object": &d.Object, "place": &f.Place, "when": &d.When,
		"reason": &d.Reason}
	words := map[string]encoding.TextUnmarshaler{"stage": &f.Stage, "action": &f.Action, "case_role": &f.CaseRole,
		"status": &f.Status, "start": &f.Start, "end": &f.End, "on": &f.On}
	for key, value := range set {
		if at := text[key]; at != nil {
			*at = value
		} else if at := words[key]; at != nil {
			at.UnmarshalText([]byte(value)) // an error was told before: BadSet, and the dates when the file was read
		} else if key == "former" {
			f.Former = value == "true"
		}
	}
	f.SetDetail(d)
}

// editClaim makes a claim say what the edited fact says: what the extractor
// read wrongly stands in no file.
func editClaim(c *claim.Flat, set map[string]string) {
	text := map[string]*string{"role": &c.Role, "place": &c.Place, "when": &c.When, "reason": &c.Reason}
	words := map[string]encoding.TextUnmarshaler{"stage": &c.Stage, "action": &c.Action, "case_role": &c.CaseRole,
		"start": &c.Start, "end": &c.End, "on": &c.On}
	for key, value := range set {
		if at := text[key]; at != nil {
			*at = value
		} else if at := words[key]; at != nil {
			at.UnmarshalText([]byte(value)) // an error was told before: BadSet, and the dates when the file was read
		} else if key == "former" {
			c.Former = value == "true"
		}
	}
}

// compareHeld orders what waits by profile, then as the timeline has it.
func compareHeld(a, b HeldFact) int {
	return cmp.Or(profile.CompareRefs(a.Subject, b.Subject), edtf.Compare(a.TimelineDate(), b.TimelineDate()), strings.Compare(a.ID, b.ID))
}
