package content

import (
	"crypto/sha256"
	"fmt"
	"path"
	"strings"

	"golang.org/x/text/language"

	"profilegen/generator/diag"
	"profilegen/generator/edtf"
)

func articleKeys() []string {
	return []string{"title", "date", "outlet", "author", "url", "archive_url", "language", "licence", "text", "draft", "names"}
}

// ParseArticle reads one file of content/articles; the article is nil where it
// cannot be used: a fault of its bytes sets it aside, a fault of its front
// matter is an error. Language stays empty where the file does not tell it.
func ParseArticle(file string, raw []byte) (*Article, []diag.Problem) {
	return parseArticle(file, raw, sha256.Sum256(raw), nil)
}

// parseArticle is ParseArticle where the hash of the bytes is known.
func parseArticle(file string, raw []byte, hash [32]byte, room *roomToParse) (*Article, []diag.Problem) {
	r := &reader{file: file, bytes: diag.SetAside, room: room}
	a := &Article{ID: idOf(file), File: file, Format: formatOf(file), Hash: hash}
	var usable bool
	if a.Format == HTML {
		usable = r.webArticle(a, raw)
	} else {
		usable = r.textArticle(a, raw)
	}
	if !usable || r.failed() {
		return nil, r.problems
	}
	return a, r.problems
}

// formatOf gives how an article's file is written, by its extension.
func formatOf(file string) Format {
	switch strings.ToLower(path.Ext(file)) {
	case ".txt":
		return PlainText
	case ".html", ".htm":
		return HTML
	}
	return Markdown
}

// textArticle reads Markdown and plain text.
func (r *reader) textArticle(a *Article, raw []byte) bool {
	text, ok := r.decode(raw)
	if !ok {
		return false
	}
	if isBlank(text) {
		r.unusable(Place{1, 1}, "empty", "the file is empty", "")
		return false
	}
	f, ok := cut(r, text)
	if !ok || f.values != nil && !r.articleKeys(a, f.values) {
		return false
	}
	a.Text, a.TextLine = f.body, f.line
	if a.Format == Markdown {
		r.checkMarkdown(a.Text, a.TextLine)
	}
	if isBlank(a.Text) {
		r.tell(Place{f.line, 1}, diag.Warning, "empty", "the article has no text", "write or paste it below the front matter")
	}
	if a.Title == "" {
		a.Title = strings.Clone(titleOf(a.Text, a.Format)) // it shall not hold on to the text
	}
	return true
}

// articleKeys reads an article's front matter.
func (r *reader) articleKeys(a *Article, v *value) bool {
	f, ok := r.open(v, nil, "", articleKeys()...)
	if !ok {
		return false
	}
	a.Title = f.title("title")
	a.Date = f.moment("date")
	a.Outlet = f.title("outlet")
	a.Author = f.title("author")
	a.URL = f.address("url")
	a.ArchiveURL = f.address("archive_url")
	a.URLPlace, a.ArchivePlace = f.placeOf("url"), f.placeOf("archive_url")
	a.Language = f.language("language")
	a.Licence = f.text("licence")
	a.FullText = f.oneOf("text", "excerpts", "full", "excerpts") == "full"
	a.Draft = f.flag("draft")
	a.Names, a.NamePlaces = f.meanings("names")
	return true
}

// moment gives a date of which the file may tell the time too, and the zone:
// the day is the one that is written.
func (f form) moment(key string) edtf.Date {
	v := f.get(key)
	if v != nil && v.kind != list && v.kind != table && v.kind != flag {
		if day, ok := dayOfMoment(strings.TrimSpace(v.text)); ok {
			return f.dateOf(key, day, v.at)
		}
	}
	return f.date(key)
}

// dayOfMoment cuts the time of day off 2024-05-03T10:00:00+02:00.
func dayOfMoment(text string) (string, bool) {
	const day = len("2006-01-02")
	if len(text) <= day+1 || strings.IndexByte("Tt ", text[day]) < 0 {
		return "", false
	}
	clock := strings.TrimLeft(text[day+1:], " ")
	if len(clock) < 5 || clock[2] != ':' || strings.Trim(clock, "0123456789:.,+-TZtz ") != "" || clock[0] > '2' || clock[3] > '5' {
		return "", false
	}
	return text[:day], true
}

// language gives a BCP 47 tag.
func (f form) language(key string) string {
	v := f.get(key)
	text, ok := f.scalar(key, v)
	if !ok || text == "" {
		return ""
	}
	tag, err := languageTag(text)
	if err != nil {
		f.wrong(v.at, "bad-language", fmt.Sprintf("%s: %q is not a language", key, text), "write a tag, as en, en-GB or ur")
	}
	return tag
}

func languageTag(text string) (string, error) {
	tag, err := language.Raw.Parse(text)
	if err != nil || strings.Contains(text, "_") || tag == language.Und {
		return "", fmt.Errorf("%q is not a language", text)
	}
	return tag.String(), nil
}

// oneOf gives one of a few words; otherwise is that of an absent key.
func (f form) oneOf(key, otherwise string, words ...string) string {
	v := f.get(key)
	text, ok := f.scalar(key, v)
	if !ok {
		return otherwise
	}
	for _, word := range words {
		if text == word {
			return text
		}
	}
	f.wrong(v.at, "unknown-value", fmt.Sprintf("%s: %q is none of %s", key, text, strings.Join(words, ", ")), didYouMean(text, words))
	return otherwise
}

// meanings gives whom each name means: an id, or "none".
func (f form) meanings(key string) (names map[string]string, places map[string]Place) {
	v := f.get(key)
	if v == nil {
		return nil, nil
	}
	if v.kind != table {
		f.wrongType(key, v, "a table of names", "write names: {Name as it stands: person-id}")
		return nil, nil
	}
	names, places = make(map[string]string, len(v.entries)), make(map[string]Place, len(v.entries))
	for _, e := range v.entries {
		places[e.key] = e.value.at
		text, ok := f.scalar(key, e.value)
		switch {
		case isBlank(e.key):
			f.wrong(e.at, "empty", key+": an empty name", "remove it")
		case e.value.kind == null || ok && text == "":
			f.wrong(e.value.at, "empty", fmt.Sprintf("%s: whom does %q mean?", key, e.key), "write a person's id, or none")
		case ok:
			names[e.key] = text
		}
	}
	return names, places
}
