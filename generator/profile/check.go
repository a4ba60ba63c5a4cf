package profile

import (
	"fmt"
	"slices"
	"strings"

	"profilegen/generator/claim"
	"profilegen/generator/diag"
)

// check tells where articles contradict an editor's line of a profile, and what
// is disputed.
func check(p *Profile) []diag.Problem {
	var problems []diag.Problem
	var byID map[string]*Fact
	for _, f := range p.Facts {
		if len(f.Differs()) > 0 {
			if byID == nil {
				byID = map[string]*Fact{}
			}
			byID[f.ID] = f
		}
	}
	for _, f := range p.Facts {
		if f.Edited != nil {
			for _, id := range f.Differs() {
				problems = append(problems, contradiction(p, f, byID[id]))
			}
		}
		if f.Status == claim.Disputed {
			problems = append(problems, disputed(p, f))
		}
	}
	return problems
}

func contradiction(p *Profile, mine, other *Fact) diag.Problem {
	at := mine.Lines()[0]
	prob := diag.Problem{File: at.File, Line: at.Line, Column: at.Column, Severity: diag.Warning, Code: "contradiction",
		Text: fmt.Sprintf("%s: %s here, %s in %s", p.Name, brief(mine), dates(other), where(other)),
		Hint: "both are shown as a disagreement; correct the line, or reject the other with `profilegen review`"}
	for _, l := range other.Lines() {
		prob.Notes = append(prob.Notes, diag.Note{File: l.File, Line: l.Line, Text: "the other line"})
	}
	return prob
}

func disputed(p *Profile, f *Fact) diag.Problem {
	var who []string
	for _, s := range f.Sides() {
		if s.Status == claim.Denied && s.By != "" && !slices.Contains(who, s.By) {
			who = append(who, s.By)
		}
	}
	prob := diag.Problem{Severity: diag.Info, Code: "disputed",
		Text: fmt.Sprintf("%s: %s is disputed by %s (%s)", p.Name, brief(f), strings.Join(who, ", "), where(f))}
	if len(who) == 0 {
		prob.Text = fmt.Sprintf("%s: %s is disputed (%s)", p.Name, brief(f), where(f))
	}
	if lines := f.Lines(); len(lines) > 0 {
		prob.File, prob.Line, prob.Column = lines[0].File, lines[0].Line, lines[0].Column
	}
	return prob
}

// brief names a fact in a few words.
func brief(f *Fact) string {
	words := []string{f.Type.String()}
	for _, w := range []string{f.Action.String(), f.Role, f.Org, f.Place} {
		if w != "" {
			words = append(words, strings.TrimPrefix(strings.TrimPrefix(w, "parties/"), "people/"))
		}
	}
	if d := dates(f); d != "" {
		words = append(words, d)
	}
	return strings.Join(words, " ")
}

func dates(f *Fact) string {
	switch {
	case !f.On.IsZero():
		return f.On.String()
	case f.Start.IsZero() && f.End.IsZero():
		return f.When()
	case f.End.IsZero():
		return "from " + f.Start.String()
	case f.Start.IsZero():
		return "until " + f.End.String()
	}
	return f.Start.String() + " to " + f.End.String()
}

func where(f *Fact) string {
	var names []string
	for _, s := range f.Sources() {
		if s.Article != "" {
			names = append(names, s.Article)
		} else if s.URL != "" {
			names = append(names, s.URL)
		}
	}
	if len(names) == 0 {
		return "front matter"
	}
	return strings.Join(names, ", ")
}
