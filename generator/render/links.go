package render

import (
	"net/url"
	"strings"
	"unicode/utf8"

	"profilegen/generator/profile"
)

// maxFragment is how many bytes of a quotation a text fragment carries whole;
// of a longer one it carries the first and the last words.
const maxFragment = 72

// safeURL gives an address that a page may link to: http, https or mailto,
// without user or password; else the empty string.
func safeURL(address string) string {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil || u.User != nil {
		return ""
	}
	switch strings.ToLower(u.Scheme) {
	case "http", "https":
		if u.Host == "" {
			return ""
		}
	case "mailto":
	default:
		return ""
	}
	return u.String()
}

// contactURL gives the link for the site's contact: an address, or an e-mail
// address written without mailto.
func contactURL(contact string) string {
	if link := safeURL(contact); link != "" {
		return link
	}
	if strings.Contains(contact, "@") && !strings.ContainsAny(contact, ":/ ") {
		return safeURL("mailto:" + contact)
	}
	return ""
}

// withWords adds the text fragment for a quotation to an address.
func withWords(address, quote string) string {
	directive := textFragment(quote)
	if address == "" || directive == "" || strings.HasPrefix(address, "mailto:") {
		return address
	}
	if strings.Contains(address, "#") {
		return address + ":~:text=" + directive
	}
	return address + "#:~:text=" + directive
}

// textFragment gives the value of a text directive: the words, or of a long
// quotation, or one over several paragraphs, its first and its last words.
func textFragment(quote string) string {
	words := strings.Fields(quote)
	if len(words) == 0 {
		return ""
	}
	whole := strings.Join(words, " ")
	paragraphs := strings.Contains(quote, "\n")
	if len(whole) <= maxFragment && !paragraphs {
		return escapeDirective(whole)
	}
	first, last := someWords(words, true), someWords(words, false)
	if len(first)+len(last) >= len(whole) {
		return escapeDirective(whole)
	}
	return escapeDirective(first) + "," + escapeDirective(last)
}

// someWords gives up to five words from the front or the back, at most 36 bytes
// unless one word is longer; of a single long word (a script without spaces)
// its first or last runes.
func someWords(words []string, front bool) string {
	n := 1
	pick := func(n int) string {
		if front {
			return strings.Join(words[:n], " ")
		}
		return strings.Join(words[len(words)-n:], " ")
	}
	for n < 5 && n < len(words) && len(pick(n+1)) <= 36 {
		n++
	}
	text := pick(n)
	if len(text) <= 90 {
		return text
	}
	if front {
		cut := 60
		for !utf8.RuneStart(text[cut]) {
			cut--
		}
		return text[:cut]
	}
	cut := len(text) - 60
	for !utf8.RuneStart(text[cut]) {
		cut++
	}
	return text[cut:]
}

// escapeDirective percent-encodes all but letters and digits of ASCII: "-",
// "," and "&" have a meaning in a text directive.
func escapeDirective(text string) string {
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	b.Grow(len(text) * 3 / 2)
	for i := range len(text) {
		c := text[i]
		if c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '.' || c == '_' {
			b.WriteByte(c)
			continue
		}
		b.WriteByte('%')
		b.WriteByte(hex[c>>4])
		b.WriteByte(hex[c&15])
	}
	return b.String()
}

// refAddress gives a profile's address from the site's root: "people/x/".
func refAddress(r profile.Ref) string {
	kind, id, _ := strings.Cut(string(r), "/")
	return kind + "/" + url.PathEscape(id) + "/"
}

func articleAddress(id string) string { return "articles/" + url.PathEscape(id) + "/" }

// rootOf gives the way from a path to the site's root: "../../".
func rootOf(path string) string { return strings.Repeat("../", strings.Count(path, "/")) }

// addressOf gives the address of a path from the site's root: "people/x/" of
// "people/x/index.html", percent-encoded.
func addressOf(path string) string {
	if path == "index.html" || strings.HasSuffix(path, "/index.html") {
		path = strings.TrimSuffix(path, "index.html")
	}
	parts := strings.Split(path, "/")
	for i, part := range parts {
		parts[i] = url.PathEscape(part)
	}
	return strings.Join(parts, "/")
}
