package render

import (
	"html/template"
	"text/template/parse"
)

// foldWords puts the site's own words into a template where it asks for them by
// name alone, {{t "nav.people"}}: they are the same on every page, and a call
// for each costs more than all else that a line of a list needs. The words are
// escaped as in an attribute, which is right in text too.
func (w *wording) foldWords(set *template.Template) {
	for _, t := range set.Templates() {
		if t.Tree != nil {
			w.foldList(t.Tree.Root)
		}
	}
}

func (w *wording) foldList(list *parse.ListNode) {
	if list == nil {
		return
	}
	for i, node := range list.Nodes {
		switch node := node.(type) {
		case *parse.ActionNode:
			if key, ok := wordOf(node.Pipe); ok {
				list.Nodes[i] = &parse.TextNode{NodeType: parse.NodeText, Pos: node.Pos,
					Text: []byte(template.HTMLEscapeString(w.say(key)))}
			}
		case *parse.IfNode:
			w.foldList(node.List)
			w.foldList(node.ElseList)
		case *parse.RangeNode:
			w.foldList(node.List)
			w.foldList(node.ElseList)
		case *parse.WithNode:
			w.foldList(node.List)
			w.foldList(node.ElseList)
		}
	}
}

// wordOf tells whether a pipeline is nothing but t and a constant key.
func wordOf(pipe *parse.PipeNode) (string, bool) {
	if len(pipe.Decl) > 0 || len(pipe.Cmds) != 1 || len(pipe.Cmds[0].Args) != 2 {
		return "", false
	}
	name, isName := pipe.Cmds[0].Args[0].(*parse.IdentifierNode)
	key, isText := pipe.Cmds[0].Args[1].(*parse.StringNode)
	if !isName || !isText || name.Ident != "t" {
		return "", false
	}
	return key.Text, true
}
