package render

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"sync"

	"go.yaml.in/yaml/v4"
	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/number"

	"profilegen/generator/diag"
)

// wording is the site's own words in one language, from i18n/LANGUAGE.yaml:
// a flat list of keys and messages with {names} in braces. What a language
// lacks stands in English.
type wording struct {
	tag      language.Tag
	code     string // BCP 47, as the settings have it
	dir      string // "ltr" or "rtl"
	messages map[string]phrase
	printer  *message.Printer
	months   [12]string
	ofRoles  []string        // roles that take their place with "of"
	small    func() []string // the numbers of which pages have many, as the language writes them
}

// phrase is a message cut at its braces.
type phrase []slot

// slot is a piece of a message: text, or the name of what goes there.
type slot struct{ text, name string }

// arg fills one slot of a message.
type arg struct {
	name string
	part Part
}

// Part is a piece of a sentence: text, a link, or somebody's name.
type Part struct {
	Text string
	Href string // a link where it is not empty
	Name bool   // a name, to be kept together in right-to-left text
}

// Sentence is what the site says in its own words, with its links.
type Sentence []Part

// String gives the sentence without its links.
func (s Sentence) String() string {
	if len(s) == 1 {
		return s[0].Text
	}
	size := 0
	for _, part := range s {
		size += len(part.Text)
	}
	var b strings.Builder
	b.Grow(size)
	for _, part := range s {
		b.WriteString(part.Text)
	}
	return b.String()
}

// loadWords reads the messages of a language: the exact file (pt-BR.yaml), then
// that of the base language (pt.yaml), over English.
func loadWords(layouts fs.FS, code string) (*wording, []diag.Problem) {
	w := &wording{code: code, dir: "ltr", messages: map[string]phrase{}}
	tag, err := language.Parse(code)
	if err != nil {
		tag, w.code = language.English, "en"
	}
	w.tag = tag
	var problems []diag.Problem
	base, _ := tag.Base()
	files, found := []string{"en"}, base.String() == "en"
	for _, name := range []string{base.String(), tag.String()} {
		if !slices.Contains(files, name) {
			files = append(files, name)
		}
	}
	for _, name := range files {
		path := "i18n/" + name + ".yaml"
		source, err := fs.ReadFile(layouts, path)
		if errors.Is(err, fs.ErrNotExist) && name != "en" {
			continue
		}
		if err == nil {
			err = w.read(source)
		}
		if err != nil {
			problems = append(problems, diag.Problem{File: "layouts/" + path, Severity: diag.Error, Code: "layout",
				Text: fmt.Sprintf("the translations cannot be read: %v", err)})
		}
		found = found || name != "en"
	}
	if !found {
		problems = append(problems, diag.Problem{File: "profilegen.yaml", Severity: diag.Warning, Code: "language",
			Text: fmt.Sprintf("no translation of the site's own words into %q", code),
			Hint: "put one into layouts/i18n/" + base.String() + ".yaml; English is used"})
	}
	w.finish()
	return w, problems
}

func (w *wording) read(source []byte) error {
	var list map[string]string
	if err := yaml.Unmarshal(source, &list); err != nil {
		return err
	}
	for key, text := range list {
		w.messages[key] = cutPhrase(text)
	}
	return nil
}

func (w *wording) finish() {
	w.printer = message.NewPrinter(w.tag)
	w.small = sync.OnceValue(func() []string {
		const many = 256
		list := make([]string, many)
		for n := range list {
			list[n] = w.printer.Sprint(number.Decimal(n))
		}
		return list
	})
	if dir := w.say("direction"); dir == "rtl" {
		w.dir = dir
	}
	for i, name := range strings.Split(w.say("months"), ",") {
		if i < len(w.months) {
			w.months[i] = strings.TrimSpace(name)
		}
	}
	for role := range strings.SplitSeq(w.say("post.of-roles"), ",") {
		if role = strings.TrimSpace(role); role != "" {
			w.ofRoles = append(w.ofRoles, role)
		}
	}
}

// cutPhrase parts "as of {date}" into its slots.
func cutPhrase(text string) phrase {
	var out phrase
	for text != "" {
		before, rest, open := strings.Cut(text, "{")
		name, after, closed := strings.Cut(rest, "}")
		if !open || !closed {
			return append(out, slot{text: text})
		}
		if before != "" {
			out = append(out, slot{text: before})
		}
		out = append(out, slot{name: name})
		text = after
	}
	return out
}

// has tells whether the message exists.
func (w *wording) has(key string) bool {
	_, ok := w.messages[key]
	return ok
}

// say gives a message as plain text, its slots filled with the strings given
// as name, value, name, value.
func (w *wording) say(key string, pairs ...string) string {
	var space [256]byte // more than most messages take
	message, ok := w.messages[key]
	if !ok {
		return strings.Clone(key) // a key that was put together need not last
	}
	if len(message) == 1 && message[0].name == "" {
		return message[0].text
	}
	return string(message.append(space[:0], pairs))
}

// append adds a message to b, its slots filled as say fills them.
func (message phrase) append(b []byte, pairs []string) []byte {
	for _, p := range message {
		if p.name == "" {
			b = append(b, p.text...)
			continue
		}
		for i := 0; i+1 < len(pairs); i += 2 {
			if pairs[i] == p.name {
				b = append(b, pairs[i+1]...)
			}
		}
	}
	return b
}

// with adds a part, unless it is empty.
func (s Sentence) with(part Part) Sentence {
	if part.Text == "" {
		return s
	}
	return append(s, part)
}

// count gives a message in the plural form of n: key.one, key.few, key.other …
func (w *wording) count(key string, n int) string {
	return w.say(key+"."+w.form(key, n), "n", w.number(n))
}

// form names the plural form of n that a message has.
func (w *wording) form(key string, n int) string {
	form := "other"
	switch plural.Cardinal.MatchPlural(w.tag, n, 0, 0, 0, 0) {
	case plural.Zero:
		form = "zero"
	case plural.One:
		form = "one"
	case plural.Two:
		form = "two"
	case plural.Few:
		form = "few"
	case plural.Many:
		form = "many"
	}
	if !w.has(key + "." + form) {
		form = "other"
	}
	return form
}

func (w *wording) number(n int) string {
	if small := w.small(); n >= 0 && n < len(small) {
		return small[n]
	}
	return w.printer.Sprint(number.Decimal(n))
}
