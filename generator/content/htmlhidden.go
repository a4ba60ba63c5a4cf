package content

import (
	"strconv"
	"strings"

	"github.com/andybalholm/cascadia"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// removeHidden takes out all that a reader of the page would not see, so that
// it never becomes text: what is hidden by attribute, by its own style or by
// the page's style sheets. The root and the body stay: pages hide them until
// their scripts have run.
func removeHidden(doc *html.Node) {
	used := usedNames(doc)
	var rules []cascadia.Sel
	for n := range doc.Descendants() {
		if n.DataAtom == atom.Style && n.Type == html.ElementNode {
			rules = append(rules, hidingRules(textOf(n), used)...)
		}
	}
	removeWhere(doc, func(n *html.Node) bool {
		if n.DataAtom == atom.Html || n.DataAtom == atom.Body {
			return false
		}
		if hiddenByAttribute(n) {
			return true
		}
		for _, rule := range rules {
			if rule.Match(n) {
				return true
			}
		}
		return false
	})
}

// hiddenByAttribute tells of an element that hides itself.
func hiddenByAttribute(n *html.Node) bool {
	open := false
	for _, a := range n.Attr {
		switch a.Key {
		case "hidden":
			return true
		case "aria-hidden":
			if strings.EqualFold(strings.TrimSpace(a.Val), "true") {
				return true
			}
		case "style":
			if hides(a.Val) {
				return true
			}
		case "class":
			if hasHidingClass(a.Val) {
				return true
			}
		case "type":
			if n.DataAtom == atom.Input && strings.EqualFold(a.Val, "hidden") {
				return true
			}
		case "open":
			open = true
		}
	}
	return n.DataAtom == atom.Dialog && !open
}

// hasHidingClass tells of the class names that pages use for words that only
// screen readers get.
func hasHidingClass(classes string) bool {
	for class := range strings.FieldsSeq(strings.ToLower(classes)) {
		switch class {
		case "sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "screen-reader-only", "u-visually-hidden",
			"element-invisible", "d-none", "is-hidden":
			return true
		}
	}
	return false
}

// hides tells whether the declarations of a style make an element invisible:
// by a single one of them, or by two together.
func hides(style string) bool {
	var clipped, tiny bool
	var ink, paper string
	for declaration := range strings.SplitSeq(strings.ToLower(style), ";") {
		property, setting, ok := strings.Cut(declaration, ":")
		if !ok {
			continue
		}
		property = strings.TrimSpace(property)
		setting = strings.TrimSpace(strings.ReplaceAll(setting, "!important", ""))
		if hidesAlone(property, setting) {
			return true
		}
		switch property {
		case "color":
			ink = setting
		case "background", "background-color":
			paper = setting
		case "overflow":
			clipped = setting == "hidden" || setting == "clip"
		case "height", "width", "max-height", "max-width":
			number, isNumber := leadingNumber(setting)
			tiny = tiny || isNumber && (number == 0 || number <= 1 && strings.HasSuffix(setting, "px"))
		}
	}
	return clipped && tiny || ink != "" && ink == paper
}

// hidesAlone tells of a setting that is enough by itself.
func hidesAlone(property, setting string) bool {
	number, isNumber := leadingNumber(setting)
	switch property {
	case "display":
		return setting == "none"
	case "visibility":
		return setting == "hidden" || setting == "collapse"
	case "content-visibility":
		return setting == "hidden"
	case "opacity":
		return isNumber && number <= 0.05
	case "font-size":
		return isNumber && (number == 0 || number < 2 && (strings.HasSuffix(setting, "px") || strings.HasSuffix(setting, "pt")))
	case "color":
		return setting == "transparent"
	case "text-indent", "left", "right", "top", "margin-left", "margin-top":
		return isNumber && number <= -900
	case "transform":
		return strings.Contains(setting, "scale(0)") || strings.Contains(setting, "translate") && strings.Contains(setting, "-9999")
	case "clip":
		return strings.HasPrefix(setting, "rect(0") || strings.HasPrefix(setting, "rect(1px")
	case "clip-path":
		return strings.HasPrefix(setting, "inset(50%") || strings.HasPrefix(setting, "inset(100%") || setting == "circle(0)"
	}
	return false
}

// leadingNumber reads the number with which a setting begins.
func leadingNumber(setting string) (float64, bool) {
	end := 0
	for end < len(setting) && strings.IndexByte("+-.0123456789", setting[end]) >= 0 {
		end++
	}
	n, err := strconv.ParseFloat(setting[:end], 64)
	return n, err == nil
}

// usedNames gives the classes and ids that stand in the page; a rule that names
// another cannot match.
func usedNames(doc *html.Node) map[string]bool {
	used := make(map[string]bool)
	for n := range doc.Descendants() {
		for _, a := range n.Attr {
			switch a.Key {
			case "class":
				for class := range strings.FieldsSeq(a.Val) {
					used["."+class] = true
				}
			case "id":
				used["#"+a.Val] = true
			}
		}
	}
	return used
}

// maxRules bounds the hiding rules of one style sheet that are looked at.
const maxRules = 300

// hidingRules gives the selectors of a style sheet under which elements become
// invisible on a screen.
func hidingRules(sheet string, used map[string]bool) []cascadia.Sel {
	var rules []cascadia.Sel
	for rest := withoutComments(sheet); rest != "" && len(rules) < maxRules; {
		open := strings.IndexAny(rest, "{;}")
		if open < 0 {
			break
		}
		prelude := strings.TrimSpace(rest[:open])
		mark := rest[open]
		rest = rest[open+1:]
		switch {
		case mark != '{':
		case strings.HasPrefix(prelude, "@"):
			if !forScreens(prelude) {
				rest = rest[blockEnd(rest):]
			}
		default:
			end := strings.IndexByte(rest, '}')
			if end < 0 {
				end = len(rest)
			}
			if hides(rest[:end]) {
				rules = append(rules, selectors(prelude, used)...)
			}
			rest = rest[end:]
		}
	}
	return rules
}

// forScreens tells of the blocks that hold for every screen. Others hold for
// paper or for some widths: what they hide is seen by somebody.
func forScreens(prelude string) bool {
	switch strings.Join(strings.Fields(strings.ToLower(prelude)), " ") {
	case "@media screen", "@media all", "@media only screen", "@media only all":
		return true
	}
	return strings.HasPrefix(prelude, "@layer") || strings.HasPrefix(prelude, "@supports")
}

// blockEnd gives the offset behind the closing brace of a block that is open.
func blockEnd(text string) int {
	depth := 1
	for i := range len(text) {
		switch text[i] {
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				return i + 1
			}
		}
	}
	return len(text)
}

func withoutComments(sheet string) string {
	var b strings.Builder
	for {
		before, after, found := strings.Cut(sheet, "/*")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		_, sheet, _ = strings.Cut(after, "*/")
	}
}

// selectors gives those of a comma-parted list that can match in the page.
func selectors(prelude string, used map[string]bool) []cascadia.Sel {
	var list []cascadia.Sel
	for part := range strings.SplitSeq(prelude, ",") {
		if part = strings.TrimSpace(part); !namesUsed(part, used) {
			continue
		}
		// pseudo-elements and states do not parse, and hide nothing at rest
		if sel, err := cascadia.Parse(part); err == nil && sel.PseudoElement() == "" {
			list = append(list, sel)
		}
	}
	return list
}

// namesUsed tells that every class and id of a selector stands in the page.
func namesUsed(selector string, used map[string]bool) bool {
	if strings.ContainsAny(selector, `[(\`) {
		return true
	}
	for i := 0; i < len(selector); i++ {
		if c := selector[i]; c != '.' && c != '#' {
			continue
		}
		end := i + 1
		for end < len(selector) && strings.IndexByte(" .#:>+~*", selector[end]) < 0 {
			end++
		}
		if !used[selector[i:end]] {
			return false
		}
		i = end - 1
	}
	return true
}

// textOf gives the text nodes right below an element.
func textOf(n *html.Node) string {
	var b strings.Builder
	for child := range n.ChildNodes() {
		if child.Type == html.TextNode {
			b.WriteString(child.Data)
		}
	}
	return b.String()
}
