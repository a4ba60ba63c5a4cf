package render

import (
	"fmt"
	"strings"

	"profilegen/generator/content"
	"profilegen/generator/diag"
)

// checkLinks looks at the links from editors' Markdown to pages of the site,
// and tells which bodies are beyond what Markdown is made of.
func (s *Site) checkLinks() []diag.Problem {
	var problems []diag.Problem
	body := func(file, text string, places map[string]content.Place) {
		if strings.TrimSpace(text) == "" {
			return
		}
		if tooMuch(text) {
			problems = append(problems, diag.Problem{File: file, Severity: diag.Warning, Code: "markdown",
				Text: "the text is too long or too deeply nested for Markdown and is shown as plain text",
				Hint: fmt.Sprintf("keep paragraphs under %d kB", maxParagraph>>10)})
			return
		}
		if !strings.Contains(text, "](/") && !strings.Contains(text, "]: /") {
			return
		}
		s.markdown.html(text, placeOf{heading: 1, has: s.has, broken: func(dest string) {
			p := diag.Problem{File: file, Severity: diag.Warning, Code: "link",
				Text: fmt.Sprintf("the site has no page %s", dest), Hint: "a link is written as /people/ID/"}
			if at, ok := places["body"]; ok {
				before, _, _ := strings.Cut(text, dest)
				p.Line = at.Line + strings.Count(before, "\n")
			}
			problems = append(problems, p)
		}})
	}
	for _, p := range s.pub.Profiles {
		if p.Person != nil {
			body(p.Person.File, p.Person.Body, p.Person.Places)
		}
		if p.Party != nil {
			body(p.Party.File, p.Party.Body, p.Party.Places)
		}
	}
	for _, p := range s.pub.Pages {
		body(p.File, p.Body, p.Places)
	}
	return problems
}
