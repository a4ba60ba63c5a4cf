package main

import (
	"fmt"
	"strings"

	"profilegen/generator"
	"profilegen/generator/content"
	"profilegen/generator/diag"
	"profilegen/generator/profile"
	"profilegen/generator/review"
)

// What review says; report.go has the rules.

// held prints a fact that is held: what it says, its words, its sources, why.
// In a list that is asked for, it is data; before a question it is not.
func (r *report) held(site *generator.Site, h review.HeldFact) {
	line := func(text string) { fmt.Fprintln(r.out, diag.Printable(text)) }
	line(fmt.Sprintf("%s  %s: %s", h.ID, subject(site, h.Subject), factText(h.Fact)))
	line("  held: " + strings.Join(h.Why, ", "))
	for _, words := range h.Words {
		line("  “" + strings.Join(strings.Fields(words), " ") + "”")
	}
	for _, words := range h.Was {
		line("  accepted before: “" + strings.Join(strings.Fields(words), " ") + "”")
	}
	for _, source := range h.Sources() {
		line("  from " + sourceText(source))
	}
	for _, side := range h.Sides() {
		if side.By != "" {
			line(fmt.Sprintf("  %s by %s", side.Status, side.By))
		}
	}
}

func subject(site *generator.Site, ref profile.Ref) string {
	for _, p := range site.Merged.Profiles {
		if p.Ref == ref {
			return p.Name
		}
	}
	return ref.ID()
}

// factText tells a fact by its fields.
func factText(f *profile.Fact) string {
	parts := []string{f.Status.String(), f.Type.String()}
	for _, part := range []string{f.Action.String(), f.Role, f.Org, f.Object(), f.Place, f.On.String(), f.Stage.String()} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	if !f.Start.IsZero() || !f.End.IsZero() {
		parts = append(parts, f.Start.String()+"–"+f.End.String())
	}
	if f.When() != "" {
		parts = append(parts, "“"+f.When()+"”")
	}
	return strings.Join(parts, ", ")
}

func sourceText(s *profile.Source) string {
	var parts []string
	for _, part := range []string{s.Article, s.Outlet, s.Date.String(), s.URL} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, ", ")
}

func (r *report) heldCount(n int) {
	if r.quiet {
		return
	}
	if n == 0 {
		r.line("nothing is held")
		return
	}
	r.line(count(n, "fact is", "facts are") + " held; profilegen review accept ID… or reject ID… decides")
}

// decided tells of a decision that was written.
func (r *report) decided(site *generator.Site, d content.Decision) {
	if r.quiet {
		return
	}
	text := d.ID
	if f := site.Fact(d.ID); f != nil {
		text = fmt.Sprintf("%s  %s: %s", d.ID, subject(site, f.Subject), factText(f))
	}
	r.line(fmt.Sprintf("%s %s", d.Verdict, text))
}

// ask prints a question without a new line.
func (r *report) ask(question string) { fmt.Fprint(r.err, question) }

func (r *report) nothingToUndo() { r.line("nothing to undo") }

func (r *report) reviewEnd(decided, held int) {
	if !r.quiet {
		r.line(fmt.Sprintf("%d of %s decided", decided, count(held, "fact", "facts")))
	}
}
