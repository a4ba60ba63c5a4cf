package content

import (
	"errors"
	"strings"

	"github.com/mozillazg/go-unidecode"

	"profilegen/generator/diag"
)

// What those need who write content for an editor: a text, an id and an address
// in the form in which this package reads them back.

// YAMLText gives a text of one line or several as a YAML value on one line,
// quoted only where it would else read as anything but itself. In a flow
// mapping or list a text with one of ,[]{} must be quoted: see YAMLQuoted.
func YAMLText(text string) string {
	lower := strings.ToLower(text)
	switch {
	case lower == "yes", lower == "no", lower == "on", lower == "off", lower == "y", lower == "n",
		text != "" && strings.Trim(text, "0123456789.:_+-eTtZ ") == "":
		return yamlQuoted(text) // other readers of YAML take it for a flag, a number or a time
	}
	return yamlScalar(text)
}

// YAMLQuoted gives a text as a YAML value between double quotation marks.
func YAMLQuoted(text string) string { return yamlQuoted(text) }

// NewID makes an id from a name: ASCII letters and digits in lower case, hyphens
// between the words, at most 100 bytes; "" where the name has no letter or digit.
func NewID(name string) string {
	words := strings.FieldsFunc(strings.ToLower(unidecode.Unidecode(name)), func(c rune) bool {
		return (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '\''
	})
	id := strings.ReplaceAll(strings.Join(words, "-"), "'", "")
	return strings.Trim(id[:min(len(id), 100)], "-")
}

// CheckAddress tells what is wrong with an address of the web, as the error of a
// url in front matter would.
func CheckAddress(address string) error { return checkAddress(address) }

// CheckName tells what is wrong with a name, role or place, as the error of one
// in front matter would; the text goes on after the name.
func CheckName(name string) error { return checkName(name) }

// IsMixed tells of a name that has letters of two alphabets in one word, which
// loading warns of.
func IsMixed(name string) bool { return mixedScripts(name) != "" }

// PageProblem gives an error of ReadWebPage with its place in a file.
func PageProblem(file string, severity diag.Severity, err error) diag.Problem {
	var fault *byteError
	if !errors.As(err, &fault) {
		fault = &byteError{code: "not-text", text: err.Error()}
	}
	return diag.Problem{File: file, Line: fault.at.Line, Column: fault.at.Column, Severity: severity,
		Code: fault.code, Text: fault.text, Hint: fault.hint}
}

// FoldName makes one text of the ways to write one name: case, the composing of
// letters and white space aside.
func FoldName(name string) string { return foldKey(strings.Join(strings.Fields(name), " ")) }
