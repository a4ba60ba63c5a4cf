package render

import (
	"errors"
	"html/template"
	"reflect"
	"slices"
	"strings"
	"text/template/parse"
)

// A program is a layout as html/template left it after it made it safe, cut
// into steps for the type of its page: the same bytes at a small part of the
// time, for the type of each field is looked up once and not on each page. What
// each place escapes is html/template's decision, which stands in the tree; the
// escapers of escape.go are held against its own by a test. A layout with
// anything else than fields, conditions, lists and other templates is executed
// by html/template as it is.

// program is one template for one type of its dot.
type program struct{ steps []step }

// step adds to a page. dollar is what the template was given, dot what stands
// for "." at this place.
type step func(b []byte, dollar, dot reflect.Value) []byte

// errForeign tells of a layout that cannot be cut into steps.
var errForeign = errors.New("the layout is for html/template alone")

func (p *program) run(b []byte, dollar, dot reflect.Value) []byte {
	for _, s := range p.steps {
		b = s(b, dollar, dot)
	}
	return b
}

// append adds the page to b; false where it can be made by html/template alone,
// which then says why.
func (p *program) append(b []byte, page any) (out []byte, ok bool) {
	defer func() {
		if recover() != nil {
			out, ok = b, false
		}
	}()
	v := reflect.Indirect(reflect.ValueOf(page))
	return p.run(b, v, v), true
}

// compiler cuts the templates of one set.
type compiler struct {
	set  *template.Template
	made map[programOf]*program
}

type programOf struct {
	name string
	typ  reflect.Type
}

// compile gives the program of a page's set, which must have been executed once.
func compile(set *template.Template, page any) (*program, error) {
	c := &compiler{set: set, made: map[programOf]*program{}}
	return c.template("base", reflect.TypeOf(page))
}

func (c *compiler) template(name string, typ reflect.Type) (*program, error) {
	at := programOf{name, typ}
	if p := c.made[at]; p != nil {
		return p, nil
	}
	t := c.set.Lookup(name)
	if t == nil || t.Tree == nil {
		return nil, errForeign
	}
	p := &program{}
	c.made[at] = p
	var err error
	p.steps, err = c.list(t.Tree.Root, typ, typ)
	return p, err
}

func (c *compiler) list(list *parse.ListNode, dollar, dot reflect.Type) ([]step, error) {
	if list == nil {
		return nil, nil
	}
	steps := make([]step, 0, len(list.Nodes))
	for _, node := range joined(list.Nodes) {
		s, err := c.node(node, dollar, dot)
		if err != nil {
			return nil, err
		}
		if s != nil {
			steps = append(steps, s)
		}
	}
	return steps, nil
}

// joined gives nodes with texts that follow each other as one: the site's own
// words are texts among those of the layout.
func joined(nodes []parse.Node) []parse.Node {
	out := make([]parse.Node, 0, len(nodes))
	for _, node := range nodes {
		text, ok := node.(*parse.TextNode)
		if ok && len(out) > 0 {
			if last, ok := out[len(out)-1].(*parse.TextNode); ok {
				out[len(out)-1] = &parse.TextNode{NodeType: parse.NodeText, Pos: last.Pos, Text: slices.Concat(last.Text, text.Text)}
				continue
			}
		}
		out = append(out, node)
	}
	return out
}

func (c *compiler) node(node parse.Node, dollar, dot reflect.Type) (step, error) {
	switch node := node.(type) {
	case *parse.TextNode:
		text := string(node.Text)
		return func(b []byte, _, _ reflect.Value) []byte { return append(b, text...) }, nil
	case *parse.CommentNode:
		return nil, nil
	case *parse.ActionNode:
		return c.action(node.Pipe, dollar, dot)
	case *parse.IfNode:
		return c.condition(&node.BranchNode, false, dollar, dot)
	case *parse.WithNode:
		return c.condition(&node.BranchNode, true, dollar, dot)
	case *parse.RangeNode:
		return c.loop(node, dollar, dot)
	case *parse.TemplateNode:
		return c.call(node, dollar, dot)
	}
	return nil, errForeign
}

// action prints a value.
func (c *compiler) action(pipe *parse.PipeNode, dollar, dot reflect.Type) (step, error) {
	if len(pipe.Decl) > 0 || len(pipe.Cmds) == 0 {
		return nil, errForeign
	}
	get, typ, err := c.value(pipe.Cmds[0], dollar, dot)
	if err != nil {
		return nil, err
	}
	var chain []string
	for _, cmd := range pipe.Cmds[1:] {
		name, ok := cmd.Args[0].(*parse.IdentifierNode)
		if !ok || len(cmd.Args) != 1 {
			return nil, errForeign
		}
		chain = append(chain, strings.TrimPrefix(name.Ident, "_html_template_"))
	}
	print, err := printerOf(typ, strings.Join(chain, " "))
	if err != nil {
		return nil, err
	}
	return func(b []byte, dollar, dot reflect.Value) []byte { return print(b, get(dollar, dot)) }, nil
}

// call is {{template "name" value}}.
func (c *compiler) call(node *parse.TemplateNode, dollar, dot reflect.Type) (step, error) {
	if node.Pipe == nil || len(node.Pipe.Decl) > 0 || len(node.Pipe.Cmds) != 1 {
		return nil, errForeign
	}
	get, typ, err := c.value(node.Pipe.Cmds[0], dollar, dot)
	if err != nil {
		return nil, err
	}
	p, err := c.template(node.Name, typ)
	return func(b []byte, dollar, dot reflect.Value) []byte {
		v := get(dollar, dot)
		return p.run(b, v, v)
	}, err
}
