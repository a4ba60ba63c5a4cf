package content

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"profilegen/generator/diag"
	"profilegen/generator/edtf"
)

// form reads the keys of one table strictly: each key that is asked for by its
// type, and none that nobody asked for.
type form struct {
	*reader
	value *value
	// places gets the place of each value by its path; path is the table's own.
	places map[string]Place
	path   string
}

// open checks that v is a table (or nothing) with none but the known keys.
func (r *reader) open(v *value, places map[string]Place, path string, known ...string) (form, bool) {
	f := form{reader: r, value: v, places: places, path: path}
	if v == nil || v.kind == null {
		f.value = &value{kind: table}
		return f, true
	}
	if v.kind != table {
		hint := "write {" + known[0] + ": …}"
		if path == "" {
			hint = "write key: value lines; a rule in the text is written ***"
		}
		r.wrong(v.at, "wrong-type", "keys are wanted here, not "+v.kind.String(), hint)
		return f, false
	}
	for _, e := range v.entries {
		if places != nil {
			places[f.join(e.key)] = e.value.at
		}
		if !slices.Contains(known, e.key) {
			r.wrong(e.at, "unknown-key", fmt.Sprintf("unknown key %q", e.key), didYouMean(e.key, known))
		}
	}
	return f, true
}

func (f form) join(key string) string {
	if f.path == "" {
		return key
	}
	return f.path + "." + key
}

// get gives a key's value; nil where it is absent or null.
func (f form) get(key string) *value {
	for i := range f.value.entries {
		if e := &f.value.entries[i]; e.key == key {
			if e.value.kind == null {
				return nil
			}
			return e.value
		}
	}
	return nil
}

// placeOf gives the place of a key's value, and none where the key is absent.
func (f form) placeOf(key string) Place {
	if v := f.get(key); v != nil {
		return v.at
	}
	return Place{}
}

// at gives the place of a key's value, or of the table where the key is absent.
func (f form) at(key string) Place {
	for _, e := range f.value.entries {
		if e.key == key {
			return e.value.at
		}
	}
	if f.value.at.Line == 0 {
		return Place{1, 1}
	}
	return f.value.at
}

// wrongType tells that a value is of another kind than wanted.
func (f form) wrongType(key string, v *value, wanted, hint string) {
	f.wrong(v.at, "wrong-type", fmt.Sprintf("%s: %s is wanted, not %s", key, wanted, v.kind), hint)
}

// scalar gives the words of a value; ok is false where it is absent or none.
func (f form) scalar(key string, v *value) (string, bool) {
	switch {
	case v == nil || v.kind == null:
		return "", false
	case v.kind == plain || v.kind == quoted:
		return strings.TrimSpace(v.text), true
	case v.kind == list || v.kind == table:
		f.wrongType(key, v, "text", "write one value; put quotes around a text that begins with [ or {")
	default:
		f.wrongType(key, v, "text", "put quotes around it")
	}
	return "", false
}

// text gives a text of any length and number of lines.
func (f form) text(key string) string {
	v := f.get(key)
	text, ok := f.scalar(key, v)
	if !ok {
		return ""
	}
	if i := strings.IndexFunc(text, func(c rune) bool {
		return c < ' ' && c != '\n' && c != '\t' || c >= 0x7f && c < 0xa0 && c != 0x85 || c == utf8.RuneError
	}); i >= 0 {
		c, _ := utf8.DecodeRuneInString(text[i:])
		f.wrong(v.at, "control-character", fmt.Sprintf("%s: has the control character U+%04X", key, c), "remove it")
		return ""
	}
	return text
}

// title gives a text of one line as an article has it: line ends and control
// characters, which other people's pages are full of, become spaces.
func (f form) title(key string) string {
	v := f.get(key)
	text, ok := f.scalar(key, v)
	if !ok {
		return ""
	}
	text = oneLine(text)
	if n := utf8.RuneCountInString(text); n > maxTitle {
		f.wrong(v.at, "too-long", fmt.Sprintf("%s: is %d characters long", key, n), fmt.Sprintf("the limit is %d", maxTitle))
		return ""
	}
	return text
}

// name gives a text of one line that stands for somebody or something.
func (f form) name(key string) string {
	v := f.get(key)
	text, ok := f.scalar(key, v)
	if !ok || text == "" {
		return ""
	}
	return f.checked(key, text, v.at)
}

// needName gives a name that must be there.
func (f form) needName(key string) string {
	v := f.get(key)
	if v == nil {
		f.missing(key)
		return ""
	}
	if v.text == "" && v.kind == quoted {
		f.wrong(v.at, "empty", "empty "+key, "write it between the quotation marks")
		return ""
	}
	return f.name(key)
}

func (f form) missing(key string) {
	at := f.at(key)
	for _, e := range f.value.entries {
		if e.key == key {
			hint := "write it after the colon"
			if e.value.text != "" && e.value.text != "~" {
				hint = fmt.Sprintf("put quotes around it where it is meant as a word: %q", e.value.text)
			}
			f.wrong(at, "empty", "empty "+key, hint)
			return
		}
	}
	f.wrong(at, "missing-key", fmt.Sprintf("the key %q is missing", key), "every "+f.what()+" has one")
}

// what names the table for a message.
func (f form) what() string {
	if f.path == "" {
		kind, _, _ := strings.Cut(strings.TrimPrefix(f.file, "content/"), "/")
		switch kind {
		case "people":
			return "person"
		case "parties":
			return "party"
		case "pages":
			return "page"
		}
		return "file"
	}
	name, _, _ := strings.Cut(f.path, "[")
	if name == "" {
		return "decision"
	}
	return "one of the " + name
}

func (f form) checked(key, text string, at Place) string {
	err := checkName(text)
	if err == nil {
		if scripts := mixedScripts(text); scripts != "" {
			f.tell(at, diag.Warning, "mixed-scripts", fmt.Sprintf("%s: %q mixes %s letters in one word", key, text, scripts),
				"type it again if they should be of one alphabet")
		}
		return text
	}
	if isBlank(text) {
		f.wrong(at, "empty", "empty "+key, "write it, or leave the key out")
		return ""
	}
	f.wrong(at, "bad-name", fmt.Sprintf("%s: %s", key, err), "type it anew")
	return ""
}

// date gives a date as well as it is known; a year may be a number.
func (f form) date(key string) edtf.Date {
	v := f.get(key)
	if v == nil {
		return edtf.Date{}
	}
	if v.kind == list || v.kind == table || v.kind == flag {
		f.wrongType(key, v, "a date", "write 1971, 1971-12, 1971-12-27 or 1971~")
		return edtf.Date{}
	}
	return f.dateOf(key, strings.TrimSpace(v.text), v.at)
}

func (f form) dateOf(key, text string, at Place) edtf.Date {
	d, err := edtf.Parse(text)
	if err != nil {
		f.wrong(at, "bad-date", key+": "+err.Error(), "")
	}
	return d
}

// needDate gives a date that must be there.
func (f form) needDate(key string) edtf.Date {
	if f.get(key) == nil {
		f.missing(key)
	}
	return f.date(key)
}

// span gives two dates of which the second must not lie before the first.
func (f form) span(from, to string) (start, end edtf.Date) {
	start, end = f.date(from), f.date(to)
	if !start.IsZero() && !end.IsZero() && end.Hi() < start.Lo() {
		f.wrong(f.at(to), "bad-date", fmt.Sprintf("%s: %s is before %s %s", to, end, from, start), "change one of them")
	}
	return start, end
}

// flag gives true or false; absent is false.
func (f form) flag(key string) bool {
	v := f.get(key)
	switch {
	case v == nil:
	case (v.kind == plain || v.kind == flag) && (v.text == "true" || v.text == "false"):
		return v.text == "true"
	case v.kind == quoted:
		f.wrongType(key, v, "true or false", "write it without quotes")
	case v.kind == plain:
		f.wrong(v.at, "wrong-type", fmt.Sprintf("%s: true or false is wanted, not %q", key, v.text), "write true or false")
	default:
		f.wrongType(key, v, "true or false", "write true or false")
	}
	return false
}
