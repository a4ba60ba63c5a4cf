// Package ingest turns foreign bytes into content: web articles, saved or
// fetched, into articles, Popolo into people and parties. It also asks the web
// whether the addresses of sources still answer.
//
// In go bytes, their names, and the site's folder to see what is there already;
// out come files to write, in the form that an editor would write and that
// content reads back, and problems with their places. All that comes in is
// taken for hostile: sizes, times and depths are limited, a connection goes to
// public addresses only unless the caller allows others, and no name of outside
// becomes a path. The package never writes a file, never overwrites one, and is
// no part of a build.
package ingest

import (
	"errors"

	"profilegen/generator/diag"
)

// File is one to be written into a site's folder.
type File struct {
	Path string // from the site's folder, with slashes
	Raw  []byte
}

// fault is why something of outside cannot be taken.
type fault struct{ code, text, hint string }

func (f *fault) Error() string { return f.text }

// ProblemOf gives an error of Fetch as a problem of the address it was fetched
// from.
func ProblemOf(address string, err error) diag.Problem {
	var known *fault
	if !errors.As(err, &known) {
		known = &fault{code: "no-answer", text: err.Error()}
	}
	return diag.Problem{File: address, Severity: diag.Error, Code: known.code, Text: known.text, Hint: known.hint}
}
