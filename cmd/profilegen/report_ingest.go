package main

import (
	"path/filepath"

	"profilegen/generator/diag"
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
