package content

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	readability "codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"

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
	removePageFrame(doc)
	text := plainText(readableNode(doc))
	if isBlank(text) {
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
