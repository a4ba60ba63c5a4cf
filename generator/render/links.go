package render

import (
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"

	"profilegen/generator/profile"
)

// maxFragment is how many bytes of a quotation a text fragment carries whole;
// of a longer one it carries the first and the last words.
const maxFragment = 72

// safeURL gives an address that a page may link to: http, https or mailto,
// without user or password; else the empty string.
func safeURL(address string) string {
	if address == "" {
		return ""
	}
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
	if whole := u.String(); whole != address {
		return whole
	}
	return address
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
func (m *maker) withWords(address, quote string) string {
	if address == "" || strings.HasPrefix(address, "mailto:") {
		return address
	}
	var space [512]byte
	b := append(space[:0], address...)
	if strings.Contains(address, "#") {
		b = append(b, ":~:text="...)
	} else {
		b = append(b, "#:~:text="...)
	}
	before := len(b)
	if b = appendFragment(b, quote); len(b) == before {
		return address
	}
	return m.text(b)
}

// toArticle gives the way to an article's page.
func (m *maker) toArticle(id string) string {
	var space [256]byte
	return m.text(appendArticleAddress(append(space[:0], m.root...), id))
}

// claimAt gives the way to a claim on its article's page.
func (m *maker) claimAt(article, claim string) string {
	var space [256]byte
	b := appendArticleAddress(append(space[:0], m.root...), article)
	return m.text(append(append(b, '#'), claim...))
}

// textFragment gives the value of a text directive: the words, or of a long
// quotation, or one over several paragraphs, its first and its last words.
func textFragment(quote string) string { return string(appendFragment(nil, quote)) }

func appendFragment(b []byte, quote string) []byte {
	const window = 4 * maxFragment // bytes in which the first or last words stand
	quote = strings.TrimSpace(quote)
	if quote == "" {
		return b
	}
	if len(quote) <= 2*window {
		whole := folded(quote)
		if len(whole) <= maxFragment && !strings.Contains(quote, "\n") {
			return appendDirective(b, whole)
		}
		first, last := firstWords(whole), lastWords(whole)
		if len(first)+len(last) >= len(whole) {
			return appendDirective(b, whole)
		}
		return appendDirective(append(appendDirective(b, first), ','), last)
	}
	head, tail := window, len(quote)-window
	for !utf8.RuneStart(quote[head]) {
		head--
	}
	for !utf8.RuneStart(quote[tail]) {
		tail++
	}
	return appendDirective(append(appendDirective(b, firstWords(folded(quote[:head]))), ','), lastWords(folded(quote[tail:])))
}

// folded gives a text with one space between its words.
func folded(text string) string {
	if isFolded(text) {
		return text
	}
	return strings.Join(strings.Fields(text), " ")
}

// isFolded tells of a text with one space between its words, as nearly all have.
// Eight bytes of ASCII are looked at once: the highest bit of a byte of spaces is
// set where it is one, and some bit of other where any is neither that nor printed.
func isFolded(text string) bool {
	const ones, highest = 0x0101010101010101, 0x8080808080808080
	space := true // stands before i, or nothing does
	for i := 0; i < len(text); {
		if len(text)-i >= 8 {
			w := eightBytes(text[i:])
			apart := w ^ ones*' '
			spaces := ^(apart&^highest + highest - ones | apart) & highest
			other := (w | (w - ones*' ')) & highest
			if other == 0 {
				if space && spaces&0x80 != 0 || spaces&(spaces<<8) != 0 {
					return false
				}
				space = spaces>>63 != 0
				i += 8
				continue
			}
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		if r < ' ' || r != ' ' && unicode.IsSpace(r) || r == ' ' && space {
			return false
		}
		space = r == ' '
		i += size
	}
	return !space
}

// maxWords and maxWordBytes say how much of a long quotation's ends is given,
// unless one word is longer.
const (
	maxWords     = 5
	maxWordBytes = 36
)

// firstWords gives up to five words from the front of a folded text; of a
// single long word (a script without spaces) its first runes.
func firstWords(text string) string {
	end := len(text)
	for n, at := 0, 0; n < maxWords; n++ {
		size := strings.IndexByte(text[at:], ' ')
		if size < 0 {
			size = len(text) - at
		}
		if n > 0 && at+size > maxWordBytes {
			end = at - 1
			break
		}
		if at += size; at == len(text) {
			break
		}
		end = at
		at++
	}
	if text = text[:end]; len(text) <= 90 {
		return text
	}
	cut := 60
	for !utf8.RuneStart(text[cut]) {
		cut--
	}
	return text[:cut]
}

// lastWords is firstWords from the back.
func lastWords(text string) string {
	start := 0
	for n, at := 0, len(text); n < maxWords; n++ {
		space := strings.LastIndexByte(text[:at], ' ')
		if n > 0 && len(text)-space-1 > maxWordBytes {
			start = at + 1
			break
		}
		if space < 0 {
			start = 0
			break
		}
		start, at = space+1, space
	}
	if text = text[start:]; len(text) <= 90 {
		return text
	}
	cut := len(text) - 60
	for !utf8.RuneStart(text[cut]) {
		cut++
	}
	return text[cut:]
}

// appendDirective percent-encodes all but letters and digits of ASCII: "-",
// "," and "&" have a meaning in a text directive.
func appendDirective(b []byte, text string) []byte {
	const hex = "0123456789ABCDEF"
	start := 0
	for i := range len(text) {
		c := text[i]
		if c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9' || c == '.' || c == '_' {
			continue
		}
		b = append(append(b, text[start:i]...), '%', hex[c>>4], hex[c&15])
		start = i + 1
	}
	return append(b, text[start:]...)
}

// refAddress gives a profile's address from the site's root: "people/x/".
func refAddress(r profile.Ref) string {
	var space [256]byte
	return string(appendRefAddress(space[:0], r))
}

func appendRefAddress(b []byte, r profile.Ref) []byte {
	kind, id, _ := strings.Cut(string(r), "/")
	return append(append(append(append(b, kind...), '/'), url.PathEscape(id)...), '/')
}

func articleAddress(id string) string {
	var space [256]byte
	return string(appendArticleAddress(space[:0], id))
}

func appendArticleAddress(b []byte, id string) []byte {
	return append(append(append(b, "articles/"...), url.PathEscape(id)...), '/')
}

// rootOf gives the way from a path to the site's root: "../../".
func rootOf(path string) string { return strings.Repeat("../", strings.Count(path, "/")) }

// addressOf gives the address of a path from the site's root: "people/x/" of
// "people/x/index.html", percent-encoded.
func addressOf(path string) string {
	var space [256]byte
	return string(appendAddressOf(space[:0], path))
}

func appendAddressOf(b []byte, path string) []byte {
	if path == "index.html" || strings.HasSuffix(path, "/index.html") {
		path = strings.TrimSuffix(path, "index.html")
	}
	for part := range strings.SplitSeq(path, "/") {
		b = append(append(b, url.PathEscape(part)...), '/')
	}
	return b[:len(b)-1]
}
