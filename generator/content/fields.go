package content

import (
	"fmt"
	"path"
	"strings"
)

// aliases gives the other names; one that begins with a slash was meant to be
// an old address.
func (f form) aliases() []string {
	var names []string
	for _, v := range f.items("aliases", "…") {
		text, ok := f.word("aliases", v)
		switch {
		case !ok:
		case strings.HasPrefix(text, "/"):
			f.wrong(v.at, "alias-path", fmt.Sprintf("aliases: %q is an address, not a name", text), "old addresses stand under redirects")
		default:
			if text = f.checked("alias", text, v.at); text != "" {
				names = append(names, text)
			}
		}
	}
	return names
}

// redirects gives the old addresses of a page in their plain form.
func (f form) redirects() []string {
	var paths []string
	for _, v := range f.items("redirects", "/people/old-name/") {
		text, ok := f.word("redirects", v)
		if !ok {
			continue
		}
		clean, err := redirectPath(text)
		if err != nil {
			f.wrong(v.at, "bad-redirect", fmt.Sprintf("redirects: %q: %s", text, err), "write it as /people/old-name/")
			continue
		}
		paths = append(paths, clean)
	}
	return paths
}

// sources gives articles' ids and addresses.
func (f form) sources() []string {
	var sources []string
	for _, v := range f.items("sources", "…") {
		text, ok := f.word("sources", v)
		if !ok {
			continue
		}
		if strings.ContainsAny(text, ":/") {
			if err := checkAddress(text); err != nil {
				f.wrong(v.at, "bad-address", fmt.Sprintf("sources: %q: %s", text, err), "write an article's id or an https: address")
				continue
			}
		}
		sources = append(sources, text)
	}
	return sources
}

// tables gives the entries of a list of tables, each opened with the keys.
func (f form) tables(key, example string, known ...string) func(yield func(form) bool) {
	return func(yield func(form) bool) {
		for i, v := range f.items(key, "{"+example+"}") {
			name := fmt.Sprintf("%s[%d]", f.join(key), i)
			if v.kind == null {
				f.wrong(v.at, "empty", key+": an empty entry", "remove it")
				continue
			}
			if e, ok := f.open(v, f.places, name, known...); ok && !yield(e) {
				return
			}
		}
	}
}

func (f form) events() []Event {
	var events []Event
	for e := range f.tables("events", "date: …, text: …", "date", "text", "sources") {
		events = append(events, Event{Date: e.needDate("date"), Text: e.needText("text"), Sources: e.sources()})
	}
	return events
}

func (f form) corrections() []Correction {
	var corrections []Correction
	for e := range f.tables("corrections", "date: …, text: …", "date", "text") {
		corrections = append(corrections, Correction{Date: e.needDate("date"), Text: e.needText("text")})
	}
	return corrections
}

// links gives the table of addresses by name, in the file's order.
func (f form) links() []Link {
	v := f.get("links")
	if v == nil {
		return nil
	}
	if v.kind != table {
		f.wrongType("links", v, "a table of addresses", "write links: {website: https://…}")
		return nil
	}
	var links []Link
	for _, e := range v.entries {
		f.places["links."+e.key] = e.value.at
		if e.value.kind == null {
			continue
		}
		if err := checkName(e.key); err != nil {
			f.wrong(e.at, "bad-name", fmt.Sprintf("links: a name %s", err), "name the link")
			continue
		}
		text, ok := f.scalar(e.key, e.value)
		if !ok {
			continue
		}
		if e.key == "wikidata" && isWikidata(text) {
			text = "https://www.wikidata.org/wiki/" + text
		}
		if err := checkAddress(text, "mailto"); err != nil {
			hint := "write an https: address"
			if e.key == "wikidata" {
				hint = "write a Q-number, as Q42, or an https: address"
			}
			f.wrong(e.value.at, "bad-address", fmt.Sprintf("%s: %q: %s", e.key, text, err), hint)
			continue
		}
		links = append(links, Link{Name: e.key, URL: text})
	}
	return links
}

func isWikidata(text string) bool {
	return len(text) > 1 && len(text) < 20 && text[0] == 'Q' && strings.Trim(text[1:], "0123456789") == "" && text[1] != '0'
}

// address gives a web address, or "".
func (f form) address(key string, more ...string) string {
	v := f.get(key)
	text, ok := f.scalar(key, v)
	if !ok || text == "" {
		return ""
	}
	if err := checkAddress(text, more...); err != nil {
		f.wrong(v.at, "bad-address", fmt.Sprintf("%s: %q: %s", key, text, err), "write an https: address")
		return ""
	}
	return text
}

// image gives a picture's path: beside the file, or under static/.
func (f form) image(key string) string {
	v := f.get(key)
	text, ok := f.scalar(key, v)
	if !ok || text == "" {
		return ""
	}
	file := strings.TrimPrefix(text, "/")
	switch {
	case strings.Contains(text, "://") || strings.HasPrefix(text, "//"):
		f.wrong(v.at, "bad-image", fmt.Sprintf("%s: %q is an address", key, text), "save the picture beside this file, and write its name")
	case file == "" || path.Clean(file) != file || strings.HasPrefix(file, "..") || strings.ContainsAny(file, "\\:") || isBlank(file):
		f.wrong(v.at, "bad-image", fmt.Sprintf("%s: %q is not a file of this site", key, text), "write the name of a file beside this one or under static/")
	case !isPicture(file):
		f.wrong(v.at, "bad-image", fmt.Sprintf("%s: %q is not a picture that can be resized", key, text), "use .jpg, .png, .gif or .webp")
	default:
		return file
	}
	return ""
}

// isPicture tells of the extensions of pictures that can be read.
func isPicture(file string) bool {
	switch strings.ToLower(path.Ext(file)) {
	case ".jpg", ".jpeg", ".png", ".gif", ".webp":
		return true
	}
	return false
}

// color gives a colour as #rrggbb.
func (f form) color(key string) string {
	v := f.get(key)
	text, ok := f.scalar(key, v)
	if !ok || text == "" {
		return ""
	}
	text = strings.ToLower(text)
	if digits := strings.TrimPrefix(text, "#"); len(digits) != len(text)-1 || len(digits) != 3 && len(digits) != 6 ||
		strings.Trim(digits, "0123456789abcdef") != "" {
		f.wrong(v.at, "bad-color", fmt.Sprintf("%s: %q is not a colour", key, text), `write "#00693e", between quotes`)
		return ""
	}
	if len(text) == 4 {
		return string([]byte{'#', text[1], text[1], text[2], text[2], text[3], text[3]})
	}
	return text
}

// ideology is a list, or one word.
func (f form) ideology() []string {
	if v := f.get("ideology"); v != nil && v.kind != list {
		if name := f.name("ideology"); name != "" {
			return []string{name}
		}
		return nil
	}
	return f.names("ideology")
}

// needText gives a text that must be there.
func (f form) needText(key string) string {
	v := f.get(key)
	if v == nil {
		f.missing(key)
		return ""
	}
	if v.kind == quoted && isBlank(v.text) {
		f.wrong(v.at, "empty", "empty "+key, "write it")
		return ""
	}
	return f.text(key)
}

// items gives the values of a list with their paths; one is what an entry
// looks like.
func (f form) items(key, example string) []*value {
	v := f.get(key)
	if v == nil {
		return nil
	}
	if v.kind != list {
		f.wrong(v.at, "wrong-type", fmt.Sprintf("%s: a list is wanted, not %s", key, v.kind), "write "+key+": ["+example+"]")
		return nil
	}
	if f.places != nil {
		for i, item := range v.items {
			f.places[fmt.Sprintf("%s[%d]", f.join(key), i)] = item.at
		}
	}
	return v.items
}

// word gives the text of one entry of a list.
func (f form) word(key string, v *value) (string, bool) {
	if v.kind == null {
		f.wrong(v.at, "empty", key+": an empty entry", "remove it")
		return "", false
	}
	text, ok := f.scalar(key, v)
	if ok && isBlank(text) {
		f.wrong(v.at, "empty", key+": an empty entry", "remove it")
		return "", false
	}
	return text, ok
}

// names gives a list of names.
func (f form) names(key string) []string {
	var names []string
	for _, v := range f.items(key, "…") {
		if text, ok := f.word(key, v); ok {
			if text = f.checked(key, text, v.at); text != "" {
				names = append(names, text)
			}
		}
	}
	return names
}
