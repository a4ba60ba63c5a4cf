package content

import (
	"fmt"
	"strings"
)

// Limits of Markdown: beyond them its readers need time that grows with the
// square of the length. No text written for people comes near.
const (
	maxNesting   = 40      // quotations or lists within each other
	maxMarks     = 4000    // of emphasis, links and code in one paragraph
	maxParagraph = 1 << 20 // bytes
)

// checkMarkdown tells Markdown that would take too long to read; line is that
// of the file on which text begins.
func (r *reader) checkMarkdown(text string, line int) {
	length, marks := 0, 0 // of the paragraph
	countMarks := marksIn(text) > maxMarks
	for l := range strings.Lines(text) {
		nesting, begins := nestingOf(l)
		if begins {
			length, marks = 0, 0
		}
		length += len(l)
		if countMarks {
			marks += marksIn(l)
		}
		at := Place{line, 1}
		switch {
		case nesting > maxNesting:
			r.unusable(at, "too-deep", fmt.Sprintf("quotations or lists nest %d deep", nesting), fmt.Sprintf("the limit is %d", maxNesting))
			return
		case marks > maxMarks:
			r.unusable(at, "too-many-marks", fmt.Sprintf("a paragraph has more than %d marks of emphasis, links or code", maxMarks),
				"part it with blank lines")
			return
		case length > maxParagraph:
			r.unusable(at, "too-long", fmt.Sprintf("a paragraph has more than %d bytes", maxParagraph), "part it with blank lines")
			return
		}
		line++
	}
}

// marksIn counts the characters that can begin or end something in a paragraph.
func marksIn(text string) int {
	n := 0
	for _, mark := range []string{"*", "_", "[", "]", "`", "<", "!", "~", "&"} {
		n += strings.Count(text, mark)
	}
	return n
}

// nestingOf gives how deep in quotations and lists a line stands, and whether
// it begins a new paragraph.
func nestingOf(line string) (nesting int, begins bool) {
	if c := line[0] | 0x20; 'a' <= c && c <= 'z' {
		return 0, false // a letter, as nearly always
	}
	words := strings.TrimLeft(line, " \t>")
	opening := line[:len(line)-len(words)]
	if strings.Trim(words, "-*_ \t\n") == "" {
		// a blank line or a rule
		return strings.Count(opening, ">"), true
	}
	inRow := listMarks(words)
	nesting = strings.Count(opening, ">") + inRow
	if inRow > 0 {
		nesting += len(opening) / 4
	}
	return nesting, inRow > 0
}

// listMarks counts the list marks in a row with which a line begins, as in
// "- - - deep".
func listMarks(line string) int {
	n := 0
	for {
		digits := len(line) - len(strings.TrimLeft(line, "0123456789"))
		rest := line[digits:]
		switch {
		case len(rest) < 2 || rest[1] != ' ' && rest[1] != '\t' && rest[1] != '\n':
			return n
		case digits == 0 && strings.IndexByte("-*+>", rest[0]) >= 0, digits > 0 && (rest[0] == '.' || rest[0] == ')'):
			n++
			line = strings.TrimLeft(rest[2:], " \t")
		default:
			return n
		}
	}
}
