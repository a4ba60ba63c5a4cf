package generator

import (
	"context"
	"fmt"
	"strings"

	"profilegen/generator/claim"
	"profilegen/generator/content"
	"profilegen/generator/diag"
	"profilegen/generator/profile"
)

// Check runs the pipeline without publishing and tells all that is wrong or
// doubtful: the problems that a build has, and what only an editor who asks
// wants to know.
func (p *Pipeline) Check(ctx context.Context) ([]diag.Problem, error) {
	site, err := p.Run(ctx)
	if err != nil {
		return nil, err
	}
	p.cache.Save(false)
	problems := site.Problems
	problems = append(problems, settingsDoubts(site.Content)...)
	problems = append(problems, sourceDoubts(site.Content)...)
	problems = append(problems, dateDoubts(site)...)
	problems = append(problems, nameDoubts(site)...)
	problems = append(problems, p.notUnderstood(site)...)
	problems = append(problems, noResponse(site)...)
	if p.Links != nil {
		problems = append(problems, p.tryLinks(ctx, site)...)
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
	}
	return diag.Sort(problems), nil
}

// tryLinks asks the web whether the links of the content still answer.
func (p *Pipeline) tryLinks(ctx context.Context, site *Site) []diag.Problem {
	var progress func(done, total int)
	if p.Progress != nil {
		progress = func(done, total int) { p.Progress("links", done, total) }
	}
	return p.Links.TryLinks(ctx, linksOf(p.files, site.Content, p.Drafts), 0, progress)
}

// Review runs the pipeline without publishing, for what it holds for review.
func (p *Pipeline) Review(ctx context.Context) (*Site, error) {
	site, err := p.Run(ctx)
	if err == nil {
		p.cache.Save(false)
	}
	return site, err
}

// settingsDoubts tells what the settings leave out that pages would need.
func settingsDoubts(site *content.Site) []diag.Problem {
	if site.Settings.BaseURL != "" {
		return nil
	}
	return []diag.Problem{{
		File: "profilegen.yaml", Severity: diag.Info, Code: "no-base-url",
		Text: "base_url is not set: canonical links and the sitemap are left out, and feeds have no addresses",
		Hint: "set it to the address that the site will have",
	}}
}

// sourceDoubts tells of articles that make weak sources.
func sourceDoubts(site *content.Site) []diag.Problem {
	var problems []diag.Problem
	for _, a := range site.Articles {
		if a.Date.IsZero() {
			problems = append(problems, diag.Problem{
				File: a.File, Severity: diag.Info, Code: "undated",
				Text: "the article has no date, so that \"on Monday\" and the like stay words",
				Hint: "add its date to the front matter",
			})
		}
		if a.ArchiveURL == "" && a.URL != "" {
			problems = append(problems, diag.Problem{
				File: a.File, Severity: diag.Info, Code: "no-archive",
				Text: "the source has no archived copy", Hint: "add archive_url, before the page is gone",
			})
		}
	}
	return problems
}

// dateDoubts tells of dates in dated articles that stay words: their tense
// contradicts them, as "was there in June this year" in an article of March.
func dateDoubts(site *Site) []diag.Problem {
	var problems []diag.Problem
	for _, a := range site.Merge.Articles {
		if a.Date.IsZero() {
			continue // told once for the whole article
		}
		for i := range a.Claims {
			if c := &a.Claims[i]; c.When() != "" {
				problems = append(problems, diag.Problem{
					File: a.File, Severity: diag.Warning, Code: "unresolved-date",
					Text: fmt.Sprintf("%q does not fit an article of %s in %q", c.When(), a.Date, shortened(c.Quote())),
					Hint: "the words are shown as they are; check the article's date",
				})
			}
		}
	}
	return problems
}

// nameDoubts tells of names that fit no profile, or several.
func nameDoubts(site *Site) []diag.Problem {
	files := map[string]string{}
	for _, a := range site.Content.Articles {
		files[a.ID] = a.File
	}
	var problems []diag.Problem
	for _, u := range site.Merged.Unresolved {
		problem := diag.Problem{Severity: diag.Info, Code: "unknown-name", Text: fmt.Sprintf("%q is nobody with a profile", u.Name)}
		if u.Why != "" {
			problem.Text += ": " + u.Why
		}
		if len(u.Candidates) > 1 {
			problem.Severity, problem.Code = diag.Warning, "ambiguous-name"
			problem.Text = fmt.Sprintf("%q could be %s; it is nobody until the article says who", u.Name, refs(u.Candidates))
			problem.Hint = "add names: to the article's front matter"
		}
		for i, id := range u.Articles {
			if i == 0 {
				problem.File = files[id]
				continue
			}
			problem.Notes = append(problem.Notes, diag.Note{File: files[id], Text: "named here too"})
		}
		problems = append(problems, problem)
	}
	return problems
}

func refs(list []profile.Ref) string {
	names := make([]string, len(list))
	for i, ref := range list {
		names[i] = string(ref)
	}
	return strings.Join(names, " or ")
}

// notUnderstood lists the sentences that name a profile and made no claim.
func (p *Pipeline) notUnderstood(site *Site) []diag.Problem {
	known := map[string]bool{}
	for _, profile := range site.Merged.Profiles {
		known[profile.Name] = true
		switch {
		case profile.Person != nil:
			for _, name := range profile.Person.Aliases {
				known[name] = true
			}
		case profile.Party != nil:
			known[profile.Party.Abbreviation] = true
			for _, name := range profile.Party.Aliases {
				known[name] = true
			}
		}
	}
	var problems []diag.Problem
	for _, a := range site.Content.Articles {
		result := p.articles.result(a)
		if result == nil {
			continue
		}
		text := ""
		for _, u := range result.Unclear {
			if !known[u.Name] {
				continue
			}
			if text == "" {
				text = p.articles.text(a.File)
			}
			if u.StartByte < 0 || u.EndByte > len(text) || u.StartByte > u.EndByte {
				break // the file has changed since it was read
			}
			problem := diag.Problem{
				File: a.File, Severity: diag.Info, Code: "not-understood",
				Text: fmt.Sprintf("no claim about %s in %q", u.Name, shortened(text[u.StartByte:u.EndByte])),
			}
			if a.TextLine > 0 {
				problem.Line = a.TextLine + strings.Count(text[:u.StartByte], "\n")
			}
			problems = append(problems, problem)
		}
	}
	return problems
}

// shortened gives the beginning of a sentence on one line.
func shortened(sentence string) string {
	const most = 100
	words := strings.Join(strings.Fields(sentence), " ")
	runes := []rune(words)
	if len(runes) <= most {
		return words
	}
	return string(runes[:most]) + "…"
}

// articleFile gives the file of the first article that a fact stands in.
func articleFile(files map[string]string, f *profile.Fact) string {
	for _, source := range f.Sources() {
		if source.Article != "" {
			return files[source.Article]
		}
	}
	return ""
}

// noResponse lists allegations to which no source has an answer.
func noResponse(site *Site) []diag.Problem {
	var problems []diag.Problem
	files := make(map[string]string, len(site.Content.Articles))
	for _, a := range site.Content.Articles {
		files[a.ID] = a.File
	}
	for _, p := range site.Merged.Profiles {
		for _, f := range p.Facts {
			// words that reach us through somebody else are no allegation
			// against their speaker, and an address is none either
			if f.Status != claim.Alleged || f.Type == claim.Statement || f.Type == claim.Residence {
				continue
			}
			answered := false
			for _, side := range f.Sides() {
				answered = answered || side.Status == claim.Denied
			}
			if !answered {
				problems = append(problems, diag.Problem{
					File: articleFile(files, f), Severity: diag.Info, Code: "no-response",
					Text: fmt.Sprintf("%s: the sources report no answer of %s to what is alleged (%s)", f.ID, p.Name, f.Type),
				})
			}
		}
	}
	return problems
}
