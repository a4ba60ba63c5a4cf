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
	const window = 4 * maxFragment // bytes in which the first or last words stand
	quote = strings.TrimSpace(quote)
	if quote == "" {
		return ""
	}
	if len(quote) <= 2*window {
		whole := strings.Join(strings.Fields(quote), " ")
		if len(whole) <= maxFragment && !strings.Contains(quote, "\n") {
			return escapeDirective(whole)
		}
		words := strings.Fields(quote)
		first, last := someWords(words, true), someWords(words, false)
		if len(first)+len(last) >= len(whole) {
			return escapeDirective(whole)
		}
		return escapeDirective(first) + "," + escapeDirective(last)
	}
	head, tail := window, len(quote)-window
	for !utf8.RuneStart(quote[head]) {
		head--
	}
	for !utf8.RuneStart(quote[tail]) {
		tail++
	}
	return escapeDirective(someWords(strings.Fields(quote[:head]), true)) + "," +
		escapeDirective(someWords(strings.Fields(quote[tail:]), false))
}

// someWords gives up to five words from the front or the back, at most 36 bytes
// unless one word is longer; of a single long word (a script without spaces)
// its first or last runes.
func someWords(words []string, front bool) string {
	n, size := 1, 0
	at := func(i int) string {
		if front {
			return words[i]
		}
		return words[len(words)-1-i]
	}
	for size = len(at(0)); n < 5 && n < len(words) && size+1+len(at(n)) <= 36; n++ {
		size += 1 + len(at(n))
	}
	if !front {
		words = words[len(words)-n:]
	}
	text := strings.Join(words[:n], " ")
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
