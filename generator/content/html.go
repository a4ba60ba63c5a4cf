package content

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	readability "codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"

	"profilegen/generator/edtf"
)

// WebPage is what a saved web page says of itself, and its main text.
type WebPage struct {
	Title    string
	Date     edtf.Date // of publication
	DateRule string    // which mark of the page told the date, as "json-ld"
	Outlet   string
	Author   string
	URL      string // the page's own word for its address: http or https, or empty
	Language string // BCP 47, or empty
	// Text is the main part as plain text: a blank line between blocks, nothing
	// that a reader of the page would not see.
	Text string
}

// Limits of what is read of one page.
const (
	maxHTML     = 8 << 20 // bytes
	maxElements = 60_000
)

// byteError is a fault of a page's bytes with its place.
type byteError struct {
	at               Place
	code, text, hint string
}

func (e *byteError) Error() string {
	if e.at.Line == 0 {
		return e.text
	}
	return fmt.Sprintf("%d:%d: %s", e.at.Line, e.at.Column, e.text)
}

// ReadWebPage reads a web page: contentType is the header it came with, or
// empty. The error tells that the bytes are not what they are said to be, that
// the page is too large or too deep, or that it has no text.
func ReadWebPage(raw []byte, contentType string) (WebPage, error) {
	if len(raw) > maxHTML {
		return WebPage{}, &byteError{code: "too-large", text: fmt.Sprintf("the page has %d bytes", len(raw)), hint: fmt.Sprintf("the limit is %d", maxHTML)}
	}
	text, err := decodeHTML(raw, contentType)
	if err != nil {
		return WebPage{}, err
	}
	doc, err := html.Parse(strings.NewReader(text))
	if err != nil {
		return WebPage{}, &byteError{code: "too-deep", text: "the page cannot be read: " + strings.TrimPrefix(err.Error(), "html: ")}
	}
	if n := countElements(doc); n > maxElements {
		return WebPage{}, &byteError{code: "too-large", text: fmt.Sprintf("the page has %d elements", n), hint: fmt.Sprintf("the limit is %d", maxElements)}
	}
	page := pageMeta(doc)
	removeHidden(doc)
	page.Text = mainText(doc)
	switch {
	case isBlank(page.Text):
		return page, &byteError{code: "empty", text: "the page has no text that a reader would see", hint: "save the article itself, not a page that loads it"}
	case strings.ContainsRune(page.Text, utf8.RuneError):
		return page, &byteError{code: "lost-letter", text: "U+FFFD stands where a letter was lost", hint: "save the page again"}
	}
	return page, nil
}

// webArticle reads an HTML article; what its front matter leaves out is taken
// from the page.
func (r *reader) webArticle(a *Article, raw []byte) bool {
	if what := binaryKind(raw[:min(len(raw), sniffed)]); what != "" {
		r.unusable(Place{1, 1}, "not-text", "not text ("+what+")", "save the page as HTML")
		return false
	}
	if len(bytes.TrimSpace(raw)) == 0 {
		r.unusable(Place{1, 1}, "empty", "the file is empty", "")
		return false
	}
	f := front{body: string(raw), line: 1}
	if head := bytes.TrimLeft(bytes.TrimPrefix(raw, []byte("\ufeff")), " \t\r\n"); len(head) > 0 && strings.IndexByte("-+;{", head[0]) >= 0 {
		var ok bool
		if f, ok = r.cutHTML(raw); !ok || f.values != nil && !r.articleKeys(a, f.values) {
			return false
		}
	}
	page, err := ReadWebPage([]byte(f.body), "")
	if err != nil {
		var fault *byteError
		if !errors.As(err, &fault) {
			fault = &byteError{code: "not-text", text: err.Error()}
		}
		if fault.at.Line > 0 {
			fault.at.Line += f.line - 1
		}
		r.unusable(fault.at, fault.code, fault.text, fault.hint)
		return false
	}
	a.fillFrom(page)
	return true
}

// cutHTML parts the front matter, which is UTF-8, from a page that may be
// written in another character set.
func (r *reader) cutHTML(raw []byte) (front, bool) {
	text := unixLines(string(bytes.TrimPrefix(raw, []byte("\ufeff"))))
	f, ok := cut(r, text)
	if ok && f.values != nil {
		ok = r.checkText(text[:len(text)-len(f.body)])
	}
	return f, ok
}

func (a *Article) fillFrom(page WebPage) {
	a.Text = page.Text
	for _, field := range []struct {
		to   *string
		from string
	}{{&a.Title, page.Title}, {&a.Outlet, page.Outlet}, {&a.Author, page.Author}, {&a.URL, page.URL}, {&a.Language, page.Language}} {
		if *field.to == "" {
			*field.to = field.from
		}
	}
	if a.Date.IsZero() {
		a.Date = page.Date
	}
	if a.Title == "" {
		a.Title = titleOf(a.Text, HTML)
	}
}

// decodeHTML gives a page's characters: by its byte-order mark, the header or
// its own declaration, and only where the bytes bear that out.
func decodeHTML(raw []byte, contentType string) (string, error) {
	if bytes.HasPrefix(raw, []byte{0xff, 0xfe}) || bytes.HasPrefix(raw, []byte{0xfe, 0xff}) {
		r := &reader{}
		text, ok := r.decode(raw)
		if !ok {
			p := r.problems[0]
			return "", &byteError{Place{p.Line, p.Column}, p.Code, p.Text, p.Hint}
		}
		return text, nil
	}
	body := bytes.TrimPrefix(raw, []byte("\ufeff"))
	name, declared := declaredCharset(body, contentType)
	if len(body) < len(raw) {
		name, declared = "utf-8", true
	}
	var text string
	switch valid := utf8.Valid(body); {
	case valid && (!declared || name == "utf-8" || isASCII(body) && !strings.HasPrefix(name, "iso-2022")):
		text = string(body)
	case valid && !isASCII(body):
		return "", &byteError{Place{1, 1}, "charset", fmt.Sprintf("the page says that it is %s, but its bytes are UTF-8", name), "correct its charset"}
	case !declared || name == "utf-8":
		lines := unixLines(string(body))
		at := firstInvalid(lines)
		what := fmt.Sprintf("byte 0x%02X is not UTF-8", lines[at])
		if !declared {
			what += ", and the page names no other character set"
		}
		return "", &byteError{placeOf(lines, at), "not-utf8", what, "convert the file"}
	default:
		encoding, _ := charset.Lookup(name)
		decoded, err := encoding.NewDecoder().Bytes(body)
		text = string(decoded)
		if at := strings.IndexFunc(text, lostLetter); err != nil || at >= 0 {
			lines := unixLines(text)
			return "", &byteError{placeOf(lines, max(strings.IndexFunc(lines, lostLetter), 0)), "charset",
				fmt.Sprintf("the page says that it is %s, but its bytes are not", name), "convert the file to UTF-8"}
		}
	}
	text = unixLines(text)
	if at := strings.IndexByte(text, 0); at >= 0 {
		return "", &byteError{placeOf(text, at), "not-text", "not text (a NUL byte)", "save the page as HTML"}
	}
	if at := strings.Index(text, "\ufffd"); at >= 0 {
		return "", &byteError{placeOf(text, at), "lost-letter", "U+FFFD stands where a letter was lost", "save the page again"}
	}
	return text, nil
}

// lostLetter tells of what bytes become that their character set does not have.
func lostLetter(c rune) bool { return c == utf8.RuneError || c >= 0x80 && c < 0xa0 }

func isASCII(raw []byte) bool {
	for _, c := range raw {
		if c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// declaredCharset gives the character set that the header or the page names.
// A browser looks for it in the first 1024 bytes; saved pages put much before it.
func declaredCharset(body []byte, contentType string) (string, bool) {
	const searched = 64 << 10
	head := body[:min(len(body), searched)]
	from := 0
	if at := bytes.Index(bytes.ToLower(head), []byte("charset")); at > 1000 {
		from = max(bytes.LastIndexByte(head[:at], '<'), 0)
	}
	_, name, certain := charset.DetermineEncoding(head[from:], contentType)
	if certain {
		return name, true
	}
	if first, _, ok := bytes.Cut(head[:min(len(head), 200)], []byte("?>")); ok && bytes.HasPrefix(first, []byte("<?xml")) {
		if _, after, ok := bytes.Cut(first, []byte("encoding=")); ok {
			label := strings.Trim(strings.TrimSpace(string(after)), `"'`)
			if _, name = charset.Lookup(label); name != "" {
				return name, true
			}
		}
	}
	return "", false
}

func countElements(doc *html.Node) int {
	n := 0
	for node := range doc.Descendants() {
		if node.Type == html.ElementNode {
			n++
		}
	}
	return n
}

// mainText gives the text of the page's main part: what readability finds, or,
// of a page in which it finds nothing, its body.
func mainText(doc *html.Node) string {
	text := plainText(readableNode(doc))
	if isBlank(text) {
		removePageFrame(doc)
		text = plainText(doc)
	}
	return text
}

// readableNode gives the main part, or nil. The library reads foreign trees
// with much arithmetic on their shape: should it panic, the page's body is
// taken instead.
func readableNode(doc *html.Node) (main *html.Node) {
	defer func() {
		if recover() != nil {
			main = nil
		}
	}()
	parser := readability.NewParser()
	parser.DisableJSONLD = true
	article, err := parser.ParseDocument(doc, nil)
	if err != nil {
		return nil
	}
	return article.Node
}
