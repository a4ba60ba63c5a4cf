package render

import (
	"html/template"
	"net/url"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// The limits under which goldmark, whose time grows with the square of some
// inputs, stays fast: bytes of a file and of a paragraph, marks that nest.
const (
	maxMarkdown  = 1 << 20
	maxParagraph = 16 << 10
	maxNesting   = 24
)

// markdown makes HTML of editors' Markdown; raw HTML is left out.
type markdown struct{ md goldmark.Markdown }

func newMarkdown() *markdown {
	return &markdown{md: goldmark.New(
		goldmark.WithExtensions(extension.Strikethrough, extension.Linkify,
			extension.NewTable(extension.WithTableCellAlignMethod(extension.TableCellAlignNone))),
		goldmark.WithParserOptions(parser.WithASTTransformers(util.Prioritized(rewriter{}, 100))),
	)}
}

// placeOf says from where a body's links start and how deep its headings are.
type placeOf struct {
	root    string                // the way to the site's root
	heading int                   // what "#" becomes, at least
	has     func(p string) bool   // whether an address of the site leads anywhere; nil to not ask
	broken  func(dest string)     // told of each link that does not; may be nil
	picture func(p string) string // the address of a picture of the site's own; empty for none
}

var placeKey = parser.NewContextKey()

// html makes HTML of a body: with goldmark, or, beyond its limits, as plain
// paragraphs (plain is true).
func (m *markdown) html(body string, place placeOf) (out template.HTML, plain bool) {
	if strings.TrimSpace(body) == "" {
		return "", false
	}
	if tooMuch(body) {
		return plainParagraphs(body), true
	}
	ctx := parser.NewContext()
	ctx.Set(placeKey, place)
	b := sheet{make([]byte, 0, len(body)+len(body)/4)}
	if err := m.md.Convert([]byte(body), &b, parser.WithContext(ctx)); err != nil {
		return plainParagraphs(body), true
	}
	return template.HTML(b.b), false
}

// sheet is what goldmark writes on. As it is a util.BufWriter, goldmark needs no
// buffer of its own before it, which is larger than most bodies.
type sheet struct{ b []byte }

// Write implements io.Writer.
func (s *sheet) Write(p []byte) (int, error) { s.b = append(s.b, p...); return len(p), nil }

// WriteString implements io.StringWriter.
func (s *sheet) WriteString(text string) (int, error) {
	s.b = append(s.b, text...)
	return len(text), nil
}

// WriteByte implements io.ByteWriter.
func (s *sheet) WriteByte(c byte) error { s.b = append(s.b, c); return nil }

// WriteRune adds a character, as bufio.Writer does.
func (s *sheet) WriteRune(r rune) (int, error) {
	before := len(s.b)
	s.b = utf8.AppendRune(s.b, r)
	return len(s.b) - before, nil
}

// Available, Buffered and Flush tell that nothing waits to be written.
func (s *sheet) Available() int { return cap(s.b) - len(s.b) }
func (s *sheet) Buffered() int  { return 0 }
func (s *sheet) Flush() error   { return nil }

// tooMuch tells whether a body is beyond the limits.
func tooMuch(body string) bool {
	if len(body) > maxMarkdown {
		return true
	}
	run, lines := 0, 0
	for line := range strings.SplitSeq(body, "\n") {
		trimmed := strings.TrimLeft(line, " \t")
		indent := len(line) - len(trimmed)
		if strings.TrimSpace(line) == "" {
			run, lines = 0, 0
			continue
		}
		run += len(line) + 1
		lines++
		if run > maxParagraph || indent > 4*maxNesting || nesting(trimmed) > maxNesting {
			return true
		}
	}
	return false
}

// nesting counts the marks of quotations and lists at the start of a line.
func nesting(line string) int {
	n := 0
	for i := 0; i < len(line); i++ {
		switch line[i] {
		case '>', '-', '*', '+':
			n++
		case ' ', '\t', '.', ')', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9':
		default:
			return n
		}
		if strings.Trim(line, "-*+ \t") == "" {
			return 0 // a rule
		}
	}
	return n
}

// plainParagraphs escapes a text and parts it at blank lines.
func plainParagraphs(body string) template.HTML {
	var b strings.Builder
	for part := range strings.SplitSeq(body, "\n\n") {
		if part = strings.TrimSpace(part); part != "" {
			b.WriteString("<p>" + template.HTMLEscapeString(part) + "</p>\n")
		}
	}
	return template.HTML(b.String())
}

// rewriter turns the tree of a body into one that a page may show: headings
// below the page's own, links as seen from the page, no picture from elsewhere.
type rewriter struct{}

// Transform implements parser.ASTTransformer.
func (rewriter) Transform(doc *ast.Document, reader text.Reader, ctx parser.Context) {
	place, _ := ctx.Get(placeKey).(placeOf)
	var pictures []*ast.Image
	var addresses []*ast.AutoLink
	var headings []*ast.Heading
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Heading:
			headings = append(headings, n)
		case *ast.Link:
			n.Destination = place.link(n.Destination)
		case *ast.Image:
			pictures = append(pictures, n)
		case *ast.AutoLink:
			addresses = append(addresses, n)
		}
		return ast.WalkContinue, nil
	})
	highest := 6
	for _, n := range headings {
		highest = min(highest, n.Level)
	}
	for _, n := range headings {
		n.Level = min(n.Level-highest+place.heading, 6)
	}
	for _, n := range pictures {
		place.image(n)
	}
	for _, n := range addresses {
		if n.AutoLinkType == ast.AutoLinkURL && safeURL(string(n.URL(reader.Source()))) == "" {
			n.Parent().ReplaceChild(n.Parent(), n, ast.NewString(n.Label(reader.Source())))
		}
	}
}

// image keeps a picture of the site's own and makes a link of any other.
func (p placeOf) image(n *ast.Image) {
	dest := string(n.Destination)
	if p.picture != nil && !strings.Contains(dest, ":") && !strings.HasPrefix(dest, "//") {
		if own := p.picture(dest); own != "" {
			n.Destination = []byte(own)
			return
		}
	}
	link := ast.NewLink()
	link.Destination = p.link(n.Destination)
	for c := n.FirstChild(); c != nil; {
		next := c.NextSibling()
		link.AppendChild(link, c)
		c = next
	}
	if link.FirstChild() == nil {
		link.AppendChild(link, ast.NewString([]byte(dest)))
	}
	n.Parent().ReplaceChild(n.Parent(), n, link)
}

// link gives an address as seen from the page: outside ones only as http,
// https and mailto, those from the site's root made relative.
func (p placeOf) link(dest []byte) []byte {
	address := strings.TrimSpace(string(dest))
	u, err := url.Parse(address)
	switch {
	case err != nil:
		return nil
	case u.Scheme != "":
		return []byte(safeURL(address))
	case u.Host != "" || strings.HasPrefix(address, "//") || strings.HasPrefix(address, `\`) || strings.HasPrefix(address, `/\`):
		return nil
	case strings.HasPrefix(address, "/"):
		inside := strings.TrimPrefix(u.Path, "/")
		if p.has != nil && !p.has(inside) && p.broken != nil {
			p.broken(address)
		}
		if rest := strings.TrimPrefix(address, "/"); p.root+rest != "" {
			return []byte(p.root + rest)
		}
		return []byte("./")
	}
	return dest
}
