package render

import "strings"

// markup puts together the HTML of what stands on pages by the thousand: a
// sentence with its links, a line of sources. It is the one place beside
// html/template and goldmark where HTML is made: every text goes through
// text(), every address through link(), and tags are constants of the program.
type markup struct{ b []byte }

// tag is HTML written in the program. No text is ever converted to it.
type tag string

func (m *markup) tag(t tag) { m.b = append(m.b, t...) }

// marking are the bytes that text and appendEscaped look at: those that mean
// something in HTML, and the first of characters that turn the direction.
var marking = [256]bool{0: true, '"': true, '&': true, '\'': true, '+': true, '<': true, '>': true, 0xe2: true}

// text escapes a text, for elements and for attributes in double quotes.
// Characters that turn the direction of what follows are left out.
func (m *markup) text(s string) {
	start := 0
	for i := 0; i < len(s); i++ {
		if !marking[s[i]] {
			continue
		}
		var with tag
		switch s[i] {
		case '&':
			with = "&amp;"
		case '<':
			with = "&lt;"
		case '>':
			with = "&gt;"
		case '"':
			with = "&#34;"
		case '\'':
			with = "&#39;"
		case 0:
			with = "\ufffd"
		case '+':
			continue
		case 0xe2:
			if !turnsDirection(s[i:]) {
				continue
			}
			m.b = append(m.b, s[start:i]...)
			i += 2
			start = i + 1
			continue
		}
		m.b = append(m.b, s[start:i]...)
		m.b = append(m.b, with...)
		start = i + 1
	}
	m.b = append(m.b, s[start:]...)
}

// turnsDirection tells of U+202A to U+202E and U+2066 to U+2069.
func turnsDirection(s string) bool {
	if len(s) < 3 {
		return false
	}
	return s[1] == 0x80 && s[2] >= 0xaa && s[2] <= 0xae || s[1] == 0x81 && s[2] >= 0xa6 && s[2] <= 0xa9
}

// upright gives a text without such characters.
func upright(s string) string {
	if !strings.Contains(s, "\u2028"[:1]) {
		return s
	}
	return strings.Map(func(r rune) rune {
		if r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 {
			return -1
		}
		return r
	}, s)
}

// link opens a link; only http, https, mailto and addresses inside the site
// become one. It tells whether it did, for close().
func (m *markup) link(href string) bool {
	if href == "" || !linkable(href) {
		return false
	}
	m.tag(`<a href="`)
	m.text(href)
	m.tag(`"`)
	return true
}

// linkable refuses every scheme but three.
func linkable(href string) bool {
	end := 0
	for end < len(href) && href[end] != ':' && href[end] != '/' && href[end] != '?' && href[end] != '#' {
		end++
	}
	if end == len(href) || href[end] != ':' {
		return !strings.HasPrefix(href, "//") && !strings.HasPrefix(href, `/\`)
	}
	switch strings.ToLower(href[:end]) {
	case "http", "https", "mailto":
		return true
	}
	return false
}

// part writes a piece of a sentence.
func (m *markup) part(p Part) {
	if m.link(p.Href) {
		m.tag(`><bdi>`)
		m.text(p.Text)
		m.tag(`</bdi></a>`)
		return
	}
	if p.Name {
		m.tag(`<bdi>`)
		m.text(p.Text)
		m.tag(`</bdi>`)
		return
	}
	m.text(p.Text)
}

func (m *markup) sentence(s Sentence) {
	for _, p := range s {
		m.part(p)
	}
}

// mark writes a small label; nil writes nothing.
func (m *markup) mark(mark *Mark) {
	if mark == nil {
		return
	}
	m.tag(`<span class="tag `)
	m.text(mark.Class)
	m.tag(`">`)
	m.text(mark.Text)
	m.tag(`</span>`)
}

// stamp writes a date.
func (m *markup) stamp(s Stamp) {
	if s.Machine == "" {
		m.text(s.Text)
		return
	}
	m.tag(`<time datetime="`)
	m.text(s.Machine)
	m.tag(`">`)
	m.text(s.Text)
	m.tag(`</time>`)
}
