// Package diag holds problems as values with their places.
//
// Every stage of the pipeline collects problems instead of printing them or
// stopping at the first; cmd/profilegen sorts them and tells them all at once.
// In go findings of the stages; out come sorted, de-duplicated lists and the
// one-line form "file:line:col: text; hint". The package imports nothing of
// profilegen, prints nothing and never decides an exit status.
package diag

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Severity says what a problem means for the run.
type Severity uint8

const (
	// Error is a fault in what an editor wrote: the run fails, public/ stays.
	Error Severity = iota
	// SetAside is foreign input (an article) that cannot be used: the run goes
	// on without it, and fails only under --strict.
	SetAside
	// Warning is a doubt that an editor should see on every build.
	Warning
	// Info is what only `check` tells: names not resolved, sentences not understood.
	Info
)

var severityNames = [...]string{Error: "error", SetAside: "set-aside", Warning: "warning", Info: "info"}

// String gives the severity's name as JSON reports print it.
func (s Severity) String() string { return severityNames[s] }

// MarshalText makes JSON reports carry the name.
func (s Severity) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads what MarshalText wrote.
func (s *Severity) UnmarshalText(text []byte) error {
	at := slices.Index(severityNames[:], string(text))
	if at < 0 {
		return fmt.Errorf("%q is not a severity", text)
	}
	*s = Severity(at)
	return nil
}

// Problem is one thing that is wrong or doubtful, with its place.
type Problem struct {
	// File is the path relative to the site's folder, with slashes.
	File string `json:"file,omitempty"`
	// Line and Column are 1-based; Column counts runes; 0 means not known.
	Line   int `json:"line,omitempty"`
	Column int `json:"column,omitempty"`
	// Severity says whether the run fails.
	Severity Severity `json:"severity"`
	// Code is a short stable word for scripts, as "unknown-key".
	Code string `json:"code"`
	// Text is lower case, without a full stop.
	Text string `json:"text"`
	// Hint says what to do, in the same tone; it may be empty.
	Hint string `json:"hint,omitempty"`
	// Notes point to other places that belong to the problem.
	Notes []Note `json:"notes,omitempty"`
}

// Note points to another place that belongs to a problem.
type Note struct {
	File string `json:"file,omitempty"`
	Line int    `json:"line,omitempty"`
	Text string `json:"text"`
}

// Place gives "file:line:col", as far as it is known.
func (p Problem) Place() string {
	switch {
	case p.File == "":
		return ""
	case p.Line == 0:
		return p.File
	case p.Column == 0:
		return fmt.Sprintf("%s:%d", p.File, p.Line)
	}
	return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Column)
}

// String gives the problem on one line: "file:line:col: text; hint".
// Control characters are escaped, so that a hostile file name or title can
// neither forge a line nor reach the terminal.
func (p Problem) String() string {
	var b strings.Builder
	if place := p.Place(); place != "" {
		b.WriteString(place)
		b.WriteString(": ")
	}
	switch p.Severity {
	case Error:
	case SetAside:
		b.WriteString("set aside: ")
	default:
		b.WriteString(p.Severity.String())
		b.WriteString(": ")
	}
	b.WriteString(p.Text)
	if p.Hint != "" {
		b.WriteString("; ")
		b.WriteString(p.Hint)
	}
	return Printable(b.String())
}

// Printable replaces control and bidirectional-override characters by their
// escaped form (\x1b, \u202e), so that foreign text is safe on a terminal.
func Printable(s string) string {
	risky := func(r rune) bool {
		return r < 0x20 || r >= 0x7f && r < 0xa0 || r == 0x2028 || r == 0x2029 ||
			r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 || r == 0xfeff
	}
	if strings.IndexFunc(s, risky) < 0 {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		switch {
		case !risky(r):
			b.WriteRune(r)
		case r < 0x100:
			fmt.Fprintf(&b, `\x%02x`, r)
		default:
			fmt.Fprintf(&b, `\u%04x`, r)
		}
	}
	return b.String()
}

// Sort orders problems by file, line, column, severity and text, and drops
// those that say the same of the same place.
func Sort(list []Problem) []Problem {
	slices.SortStableFunc(list, func(a, b Problem) int {
		return cmp.Or(
			strings.Compare(a.File, b.File),
			cmp.Compare(a.Line, b.Line),
			cmp.Compare(a.Column, b.Column),
			cmp.Compare(a.Severity, b.Severity),
			strings.Compare(a.Text, b.Text),
		)
	})
	return slices.CompactFunc(list, func(a, b Problem) bool {
		return a.Place() == b.Place() && a.Severity == b.Severity && a.Text == b.Text
	})
}

// Has tells whether a problem of the given severity is in the list.
func Has(list []Problem, severity Severity) bool {
	return slices.ContainsFunc(list, func(p Problem) bool { return p.Severity == severity })
}
