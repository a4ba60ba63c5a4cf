package main

// This file owns every word that a user sees but help texts. The rules:
//
//   - What was asked for (claims, held facts, a report with --json) goes to
//     standard output, everything else to standard error.
//   - One line says one thing: where, what, and after a semicolon what to do.
//     No capital at the beginning and no full stop at the end.
//   - Problems are told all at once, sorted by place, and counted at the end.
//   - What comes from outside is escaped: no control character but the newline
//     of ours reaches a terminal.
//   - Nothing moves where standard error is no terminal, and nothing has a
//     colour there or where NO_COLOR is set.

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"

	"golang.org/x/term"

	"profilegen/generator"
	"profilegen/generator/diag"
	"profilegen/generator/extract"
)

// report tells a user what happened.
type report struct {
	out, err             io.Writer
	quiet, verbose, json bool
	terminal, color      bool
}

func newReport(out, errs io.Writer) *report {
	r := &report{out: out, err: errs}
	if file, ok := errs.(*os.File); ok && term.IsTerminal(int(file.Fd())) {
		r.terminal = os.Getenv("TERM") != "dumb" && os.Getenv("CI") == ""
		r.color = r.terminal && os.Getenv("NO_COLOR") == ""
	}
	return r
}

// line prints one line to standard error.
func (r *report) line(text string) { fmt.Fprintln(r.err, diag.Printable(text)) }

func (r *report) colored(code, text string) string {
	if !r.color {
		return text
	}
	return "\x1b[" + code + "m" + text + "\x1b[0m"
}

// failed tells of an error that is no problem of the content.
func (r *report) failed(err error) {
	r.line("profilegen: " + err.Error())
}

// misused tells of a command line that cannot be carried out.
func (r *report) misused(u *usageError) {
	text := "profilegen: " + u.text
	if u.hint != "" {
		text += "; " + u.hint
	}
	r.line(text)
}

func (r *report) interrupted() { r.line("profilegen: interrupted; nothing was changed") }

// crashed tells of a fault of the program itself.
func (r *report) crashed(fault any, stack []byte) {
	r.line(fmt.Sprintf("profilegen: this is a bug, please report it: %v", fault))
	if r.verbose {
		r.err.Write(stack)
	}
}

// problems prints problems sorted by place, with their notes.
func (r *report) problems(list []diag.Problem) {
	for _, p := range diag.Sort(list) {
		if r.quiet && p.Severity > diag.SetAside {
			continue
		}
		text := p.String()
		switch p.Severity {
		case diag.Error:
			text = r.colored("31", text)
		case diag.SetAside, diag.Warning:
			text = r.colored("33", text)
		}
		fmt.Fprintln(r.err, text)
		for _, n := range p.Notes {
			r.line("  " + diag.Problem{File: n.File, Line: n.Line, Text: n.Text, Severity: diag.Error}.String())
		}
	}
}

// data prints one value as a line of JSON on standard output.
func (r *report) data(value any) error {
	encoder := json.NewEncoder(r.out)
	encoder.SetEscapeHTML(false)
	return encoder.Encode(value)
}

// fails tells whether problems make a command fail.
func (s *shared) fails(list []diag.Problem) bool {
	return diag.Has(list, diag.Error) || s.strict && diag.Has(list, diag.SetAside)
}

// reason gives an error of the file system without the path, which stands
// before it already.
func reason(err error) string {
	var path *fs.PathError
	if errors.As(err, &path) {
		return path.Op + ": " + path.Err.Error()
	}
	return err.Error()
}

// explanations tells for each claim of a file what made it, and of each
// sentence without one that there is none.
func (r *report) explanations(file string, list []extract.Explanation) {
	for _, e := range list {
		place := fmt.Sprintf("%s at byte %d: ", file, e.StartByte)
		if e.Claim == nil {
			fmt.Fprintln(r.out, diag.Printable(place+"no claim about "+e.Name))
		} else {
			fmt.Fprintln(r.out, diag.Printable(place+e.Claim.Type.String()+" of "+e.Claim.Subject()+", by the rule "+e.Claim.Rule()))
		}
		fmt.Fprintln(r.out, diag.Printable("  "+strings.Join(strings.Fields(e.Sentence), " ")))
		for _, f := range e.Fired {
			fmt.Fprintln(r.out, diag.Printable(fmt.Sprintf("    %-10s %q at %d", f.What, f.Words, f.StartByte)))
		}
	}
}

// errNoContent is told where a command finds no site.
func errNoContent(source string) error {
	return &hinted{fmt.Sprintf("there is no content/ in %s", source), "profilegen new site DIR makes a site to start from, --source DIR names another folder"}
}

// hinted is an error with what to do about it.
type hinted struct{ text, hint string }

func (h *hinted) Error() string { return h.text + "; " + h.hint }

// built tells what a build did.
func (r *report) built(b generator.Report) error {
	b.Problems = slices.DeleteFunc(b.Problems, func(p diag.Problem) bool { return p.Severity == diag.Info })
	if r.json {
		if b.Problems == nil {
			b.Problems = []diag.Problem{}
		}
		return r.data(b)
	}
	r.problems(b.Problems)
	if r.verbose {
		for _, t := range b.Times {
			r.line(fmt.Sprintf("%-18s %6d ms", t.Stage, t.Took.Milliseconds()))
		}
	}
	switch {
	case !b.Published:
		r.line(fmt.Sprintf("the site was not built: %s", counts(b.Problems)))
	case r.quiet:
	default:
		r.line(fmt.Sprintf("%s, %s: %s, %s", count(b.People, "person", "people"), count(b.Parties, "party", "parties"),
			count(b.Facts, "fact", "facts"), "from "+count(b.Articles, "article", "articles")))
		if b.Held > 0 {
			r.line(fmt.Sprintf("%s held for review; profilegen review lists them", count(b.Held, "fact is", "facts are")))
		}
		if b.Written+b.Removed == 0 {
			r.line(fmt.Sprintf("%s: %s, nothing changed", b.Folder, count(b.Files, "file", "files")))
		} else {
			r.line(fmt.Sprintf("%s: %s, %d written, %d removed", b.Folder, count(b.Files, "file", "files"), b.Written, b.Removed))
		}
	}
	return nil
}

// checked tells what a check found.
func (r *report) checked(problems []diag.Problem) error {
	if r.json {
		if problems == nil {
			problems = []diag.Problem{}
		}
		return r.data(struct {
			Problems []diag.Problem `json:"problems"`
		}{problems})
	}
	r.problems(problems)
	if !r.quiet {
		r.line(counts(problems))
	}
	return nil
}

// counts says how many problems of each kind there are.
func counts(problems []diag.Problem) string {
	var number [diag.Info + 1]int
	for _, p := range problems {
		number[p.Severity]++
	}
	var parts []string
	for severity, names := range [...][2]string{
		diag.Error: {"error", "errors"}, diag.SetAside: {"article set aside", "articles set aside"},
		diag.Warning: {"warning", "warnings"}, diag.Info: {"remark", "remarks"},
	} {
		if n := number[severity]; n > 0 {
			parts = append(parts, count(n, names[0], names[1]))
		}
	}
	if len(parts) == 0 {
		return "nothing is wrong"
	}
	return strings.Join(parts, ", ")
}

func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// errThere is told instead of overwriting a file.
func errThere(path string) error {
	return &hinted{path + " is there already", "choose another name, or move it away"}
}

// made tells of a file that was written for an editor.
func (r *report) made(path string) {
	if !r.quiet {
		r.line("made " + path)
	}
}

func (r *report) madeSite(dir string) {
	if !r.quiet {
		r.line(fmt.Sprintf("made a site in %s; profilegen build --source %s builds it", dir, dir))
	}
}
