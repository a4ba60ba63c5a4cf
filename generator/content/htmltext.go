package content

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// plainText gives a tree's text: white space as one space, a line end for each
// <br>, a blank line between blocks, so that no two sentences that stand apart
// on the page become one.
func plainText(root *html.Node) string {
	if root == nil {
		return ""
	}
	var b blocks
	b.walk(root, false)
	b.end()
	if b.out.Len() == 0 {
		return ""
	}
	return b.out.String() + "\n"
}

// blocks builds text block by block.
type blocks struct {
	out   strings.Builder
	block strings.Builder
	// space tells that white space was passed, breaks how many <br>.
	space  bool
	breaks int
}

func (b *blocks) walk(n *html.Node, pre bool) {
	var tag atom.Atom
	switch n.Type {
	case html.TextNode:
		b.words(n.Data, pre)
		return
	case html.ElementNode:
		// the tag by its name: readability renames elements and leaves their atoms
		tag = atom.Lookup([]byte(n.Data))
		switch {
		case isNoText(tag) || n.Namespace != "":
			return
		case tag == atom.Br:
			b.breaks++
			return
		case tag == atom.Pre:
			pre = true
		}
	}
	block := isBlock(tag)
	if block {
		b.end()
	}
	for child := range n.ChildNodes() {
		b.walk(child, pre)
	}
	if block {
		b.end()
	}
}

// words adds text to the block.
func (b *blocks) words(text string, pre bool) {
	for _, c := range text {
		switch {
		case c == '\n' && pre:
			b.breaks++
		case c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f':
			b.space = true
		case c < ' ' || c >= 0x7f && c < 0xa0 || c == 0xfeff:
			// no control character or byte-order mark of a page becomes text
		default:
			b.gap()
			b.block.WriteRune(c)
		}
	}
}

// gap writes the white space that was passed, where words go on.
func (b *blocks) gap() {
	switch {
	case b.block.Len() == 0:
	case b.breaks == 1:
		b.block.WriteByte('\n')
	case b.breaks > 1:
		b.end()
	case b.space:
		b.block.WriteByte(' ')
	}
	b.space, b.breaks = false, 0
}

// end closes the block.
func (b *blocks) end() {
	if text := b.block.String(); !isBlank(text) {
		if b.out.Len() > 0 {
			b.out.WriteString("\n\n")
		}
		b.out.WriteString(text)
	}
	b.block.Reset()
	b.space, b.breaks = false, 0
}

// isBlock tells of elements that stand apart from what is around them.
func isBlock(a atom.Atom) bool {
	switch a {
	case atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Body, atom.Caption, atom.Center, atom.Dd, atom.Details,
		atom.Div, atom.Dl, atom.Dt, atom.Fieldset, atom.Figcaption, atom.Figure, atom.Footer, atom.Form, atom.H1, atom.H2,
		atom.H3, atom.H4, atom.H5, atom.H6, atom.Header, atom.Hgroup, atom.Hr, atom.Html, atom.Li, atom.Main, atom.Menu,
		atom.Nav, atom.Ol, atom.P, atom.Pre, atom.Section, atom.Summary, atom.Table, atom.Tbody, atom.Td, atom.Tfoot,
		atom.Th, atom.Thead, atom.Tr, atom.Ul:
		return true
	}
	return false
}

// isNoText tells of elements whose text is no part of what a page tells: code,
// controls, fallbacks, and words that are struck out.
func isNoText(a atom.Atom) bool {
	switch a {
	case atom.Applet, atom.Audio, atom.Button, atom.Canvas, atom.Datalist, atom.Del, atom.Embed, atom.Frameset, atom.Head,
		atom.Iframe, atom.Input, atom.Math, atom.Meter, atom.Noembed, atom.Noframes, atom.Noscript, atom.Object,
		atom.Optgroup, atom.Option, atom.Progress, atom.Rp, atom.Rt, atom.S, atom.Script, atom.Select, atom.Strike, atom.Style,
		atom.Svg, atom.Template, atom.Textarea, atom.Title, atom.Video:
		return true
	}
	return false
}

// removePageFrame takes out what frames an article: menus, footers, what
// stands beside it.
func removePageFrame(doc *html.Node) {
	removeWhere(doc, func(n *html.Node) bool {
		switch n.DataAtom {
		case atom.Nav, atom.Footer, atom.Aside, atom.Menu:
			return true
		}
		return false
	})
}

// removeWhere takes out the elements that are asked for, with all in them.
func removeWhere(n *html.Node, unwanted func(*html.Node) bool) {
	for child := n.FirstChild; child != nil; {
		next := child.NextSibling
		if child.Type == html.ElementNode && unwanted(child) {
			n.RemoveChild(child)
		} else {
			removeWhere(child, unwanted)
		}
		child = next
	}
}
