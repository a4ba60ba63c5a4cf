package main

import (
	"fmt"
	"path/filepath"
	"strings"

	"profilegen/generator/diag"
	"profilegen/generator/ingest"
)

// addReport is what add did.
type addReport struct {
	Added    []addedArticle `json:"added"`
	Have     []addedArticle `json:"have,omitempty"`
	Problems []diag.Problem `json:"problems"`
}

type addedArticle struct {
	File  string `json:"file"`
	Title string `json:"title,omitempty"`
	Date  string `json:"date,omitempty"`
	URL   string `json:"url,omitempty"`
}

// added tells which articles were made, and which were there.
func (r *report) added(source string, done addReport) error {
	if r.json {
		if done.Problems == nil {
			done.Problems = []diag.Problem{}
		}
		return r.data(done)
	}
	for _, a := range done.Added {
		r.made(filepath.Join(source, filepath.FromSlash(a.File)))
	}
	for _, a := range done.Have {
		if !r.quiet {
			r.line(filepath.Join(source, filepath.FromSlash(a.File)) + " has this article already")
		}
	}
	r.problems(done.Problems)
	return nil
}

// importReport is what import did.
type importReport struct {
	People   int            `json:"people"`
	Parties  int            `json:"parties"`
	Made     []string       `json:"made"`
	Kept     []string       `json:"kept,omitempty"`
	Problems []diag.Problem `json:"problems"`
}

// imported tells how many profiles were made, and which were there.
func (r *report) imported(source string, done ingest.Imported, problems []diag.Problem) error {
	problems = diag.Sort(problems)
	if r.json {
		out := importReport{done.People, done.Parties, []string{}, done.Kept, append([]diag.Problem{}, problems...)}
		for _, f := range done.Files {
			out.Made = append(out.Made, f.Path)
		}
		return r.data(out)
	}
	r.problems(problems)
	if diag.Has(problems, diag.Error) {
		r.line("nothing was imported: " + counts(problems))
		return nil
	}
	if r.quiet {
		return nil
	}
	if r.verbose {
		for _, f := range done.Files {
			r.made(filepath.Join(source, filepath.FromSlash(f.Path)))
		}
	}
	r.line(fmt.Sprintf("made %s and %s in %s", count(done.People, "person", "people"), count(done.Parties, "party", "parties"), filepath.Join(source, "content")))
	if n := len(done.Kept); n > 0 {
		text := count(n, "profile is", "profiles are") + " there already and stayed as they were"
		if n == 1 {
			text = "1 profile is there already and stayed as it was"
		}
		if r.verbose || n <= 5 {
			text += ": " + strings.Join(done.Kept, ", ")
		}
		r.line(text)
	}
	return nil
}
