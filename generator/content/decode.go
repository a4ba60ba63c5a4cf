package content

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"profilegen/generator/diag"
)

// reader collects the problems of one file.
type reader struct {
	file string
	// bytes is how bad a fault of the bytes themselves is: an article is set
	// aside, everything else is an error.
	bytes    diag.Severity
	problems []diag.Problem
	// room is where front matter is parsed; nil for memory of its own.
	room *roomToParse
}

func (r *reader) tell(at Place, severity diag.Severity, code, text, hint string) {
	r.problems = append(r.problems, diag.Problem{File: r.file, Line: at.Line, Column: at.Column,
		Severity: severity, Code: code, Text: text, Hint: hint})
}

// wrong tells a fault in what an editor wrote.
func (r *reader) wrong(at Place, code, text, hint string) {
	r.tell(at, diag.Error, code, text, hint)
}

// unusable tells a fault of the bytes.
func (r *reader) unusable(at Place, code, text, hint string) {
	r.tell(at, r.bytes, code, text, hint)
}

// failed tells that the file cannot be used.
func (r *reader) failed() bool {
	for _, p := range r.problems {
		if p.Severity <= diag.SetAside {
			return true
		}
	}
	return false
}

// decode gives the file's text: UTF-8 (or UTF-16 with a byte-order mark),
// without the mark, line ends as LF. It is false where the bytes are no text.
func (r *reader) decode(raw []byte) (string, bool) {
	if what := binaryKind(raw[:min(len(raw), sniffed)]); what != "" {
		r.unusable(Place{1, 1}, "not-text", "not text ("+what+")", "save it as plain text in UTF-8")
		return "", false
	}
	var text string
	switch {
	case bytes.HasPrefix(raw, []byte{0xff, 0xfe}):
		var ok bool
		if text, ok = r.utf16(raw[2:], binary.LittleEndian); !ok {
			return "", false
		}
	case bytes.HasPrefix(raw, []byte{0xfe, 0xff}):
		var ok bool
		if text, ok = r.utf16(raw[2:], binary.BigEndian); !ok {
			return "", false
		}
	default:
		text = string(raw)
	}
	text = unixLines(strings.TrimLeft(text, "\ufeff"))
	return text, r.checkText(text)
}

// checkText tells the first byte that is not UTF-8, the first NUL, the first
// replacement character and the first mark of an unfinished merge.
func (r *reader) checkText(text string) bool {
	if !utf8.ValidString(text) {
		at := firstInvalid(text)
		r.unusable(placeOf(text, at), "not-utf8", fmt.Sprintf("byte 0x%02X is not UTF-8", text[at]), "convert the file")
		return false
	}
	if at := strings.IndexByte(text, 0); at >= 0 {
		r.unusable(placeOf(text, at), "not-text", "not text (a NUL byte)", "save it as plain text in UTF-8")
		return false
	}
	if at := strings.Index(text, "\ufffd"); at >= 0 {
		r.unusable(placeOf(text, at), "lost-letter", "U+FFFD stands where a letter was lost",
			"convert the file again from its original")
		return false
	}
	if at := conflictMark(text); at >= 0 {
		severity := r.bytes
		if inFront(text[:at]) {
			severity = diag.Error
		}
		r.tell(placeOf(text, at), severity, "conflict", "a merge was left unfinished (<<<<<<<)",
			"choose one side and remove the marks")
		return false
	}
	return true
}

// inFront tells that a text ends before its front matter does.
func inFront(head string) bool {
	opening, _, format := openingOf(head)
	if format == nil {
		return false
	}
	_, after, _ := strings.Cut(head[opening:], "\n")
	return lineWith(after, format.End) < 0
}

// utf16 decodes UTF-16 without its mark; lone surrogates are told.
func (r *reader) utf16(raw []byte, order binary.ByteOrder) (string, bool) {
	units := make([]uint16, len(raw)/2)
	for i := range units {
		units[i] = order.Uint16(raw[2*i:])
	}
	text := string(utf16.Decode(units))
	if len(raw)%2 == 1 {
		lines := unixLines(text)
		r.unusable(placeOf(lines, len(lines)), "not-utf8", "half a letter of UTF-16 stands at the end", "convert the file to UTF-8")
		return "", false
	}
	return text, true
}

// sniffed is how many bytes of a file tell whether it is text.
const sniffed = 8000

// binaryKind names what a file's first bytes show it to be, or "" for text.
func binaryKind(head []byte) string {
	for _, kind := range []struct{ magic, name string }{
		{"\x89PNG", "a PNG picture"},
		{"\xff\xd8\xff", "a JPEG picture"},
		{"GIF8", "a GIF picture"},
		{"RIFF", "a RIFF file"},
		{"%PDF-", "a PDF"},
		{"\x1f\x8b", "compressed with gzip"},
		{"PK\x03\x04", "a zip archive, as .docx or .odt"},
		{"\xd0\xcf\x11\xe0", "an old Office file"},
		{"{\\rtf", "an RTF document"},
		{"\x7fELF", "a program"},
		{"MZ\x90\x00", "a program"},
		{"\xff\xfe\x00\x00", "UTF-32"},
		{"\x00\x00\xfe\xff", "UTF-32"},
	} {
		if bytes.HasPrefix(head, []byte(kind.magic)) {
			return kind.name
		}
	}
	if bytes.HasPrefix(head, []byte{0xff, 0xfe}) || bytes.HasPrefix(head, []byte{0xfe, 0xff}) {
		return ""
	}
	if bytes.IndexByte(head, 0) < 0 {
		return ""
	}
	// letters of ASCII in UTF-16 are every other byte
	var zeros [2]int
	for i, c := range head {
		if c == 0 {
			zeros[i%2]++
		}
	}
	if few, many := min(zeros[0], zeros[1]), max(zeros[0], zeros[1]); many > len(head)/4 && few*8 < many && len(head) > 3 {
		return "UTF-16 without a byte-order mark"
	}
	return "a NUL byte"
}

// unixLines turns CRLF and CR into LF.
func unixLines(text string) string {
	if strings.IndexByte(text, '\r') < 0 {
		return text
	}
	return strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
}

// firstInvalid gives the offset of the first byte that is not UTF-8.
func firstInvalid(text string) int {
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return len(text)
}

// conflictMark gives the offset of a line that git left for a merge, or -1.
// The two sides' marks must both be there, so that a line of arrows is none.
func conflictMark(text string) int {
	at := lineWith(text, "<<<<<<<")
	if at < 0 || lineWith(text[at:], ">>>>>>>") < 0 && lineWith(text[at:], "=======") < 0 {
		return -1
	}
	return at
}

// lineWith gives the offset of the first line that is mark, alone or followed
// by a space, or -1.
func lineWith(text, mark string) int {
	for from := 0; ; {
		at := strings.Index(text[from:], mark)
		if at < 0 {
			return -1
		}
		at += from
		after := text[at+len(mark):]
		if (at == 0 || text[at-1] == '\n') && (after == "" || after[0] == ' ' || after[0] == '\n') {
			return at
		}
		from = at + len(mark)
	}
}

// placeOf gives the line and column of a byte offset in a text with LF.
func placeOf(text string, offset int) Place {
	before := text[:min(offset, len(text))]
	start := strings.LastIndexByte(before, '\n') + 1
	return Place{1 + strings.Count(before, "\n"), 1 + utf8.RuneCountInString(before[start:])}
}

// isInvisible tells of runes that leave no mark on paper.
func isInvisible(r rune) bool {
	switch {
	case r <= ' ', r >= 0x7f && r <= 0xa0, r == 0xad, r == 0x034f, r == 0x061c, r == 0x115f, r == 0x1160,
		r == 0x1680, r == 0x17b4, r == 0x17b5, r == 0x180e, r >= 0x2000 && r <= 0x200f, r >= 0x2028 && r <= 0x202f,
		r >= 0x205f && r <= 0x206f, r == 0x2800, r == 0x3000, r == 0x3164, r >= 0xfe00 && r <= 0xfe0f,
		r == 0xfeff, r == 0xffa0, r >= 0xfff9 && r <= 0xfffb, r >= 0xe0000 && r <= 0xe0fff:
		return true
	}
	return false
}

// isBlank tells that a text shows nothing.
func isBlank(text string) bool {
	return strings.IndexFunc(text, func(r rune) bool { return !isInvisible(r) }) < 0
}
