package render

import (
	"errors"
	"html/template"
	"reflect"
	"slices"
	"strconv"
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

// getter finds a value in a page.
type getter func(dollar, dot reflect.Value) reflect.Value

// value is a field of dot or of what the template was given.
func (c *compiler) value(cmd *parse.CommandNode, dollar, dot reflect.Type) (getter, reflect.Type, error) {
	if len(cmd.Args) != 1 {
		return nil, nil, errForeign
	}
	return c.operand(cmd.Args[0], dollar, dot)
}

func (c *compiler) operand(node parse.Node, dollar, dot reflect.Type) (getter, reflect.Type, error) {
	switch node := node.(type) {
	case *parse.DotNode:
		return func(_, dot reflect.Value) reflect.Value { return dot }, dot, nil
	case *parse.FieldNode:
		path, typ, err := fieldPath(dot, node.Ident)
		if len(path) == 1 && path[0] != throughPointer { // as most are
			field := path[0]
			return func(_, dot reflect.Value) reflect.Value { return dot.Field(field) }, typ, err
		}
		return func(_, dot reflect.Value) reflect.Value { return follow(dot, path) }, typ, err
	case *parse.VariableNode:
		if node.Ident[0] == "$" {
			path, typ, err := fieldPath(dollar, node.Ident[1:])
			return func(dollar, _ reflect.Value) reflect.Value { return follow(dollar, path) }, typ, err
		}
	case *parse.StringNode:
		text := reflect.ValueOf(node.Text)
		return func(_, _ reflect.Value) reflect.Value { return text }, text.Type(), nil
	}
	return nil, nil, errForeign
}

// throughPointer stands in a path of fields where a pointer is followed.
const throughPointer = -1

// fieldPath gives the way to a field of a field.
func fieldPath(typ reflect.Type, names []string) ([]int, reflect.Type, error) {
	var path []int
	for _, name := range names {
		if typ.Kind() == reflect.Pointer {
			path, typ = append(path, throughPointer), typ.Elem()
		}
		if typ.Kind() != reflect.Struct {
			return nil, nil, errForeign
		}
		if _, method := reflect.PointerTo(typ).MethodByName(name); method {
			return nil, nil, errForeign
		}
		f, ok := typ.FieldByName(name)
		if !ok || !f.IsExported() {
			return nil, nil, errForeign
		}
		for _, i := range f.Index {
			if typ.Kind() == reflect.Pointer { // an embedded pointer
				return nil, nil, errForeign
			}
			path, typ = append(path, i), typ.Field(i).Type
		}
	}
	return path, typ, nil
}

func follow(v reflect.Value, path []int) reflect.Value {
	for _, i := range path {
		if i == throughPointer {
			v = v.Elem()
		} else {
			v = v.Field(i)
		}
	}
	return v
}

// condition is an if or a with.
func (c *compiler) condition(node *parse.BranchNode, with bool, dollar, dot reflect.Type) (step, error) {
	if len(node.Pipe.Decl) > 0 || len(node.Pipe.Cmds) != 1 {
		return nil, errForeign
	}
	inner := dot
	get, typ, err := c.value(node.Pipe.Cmds[0], dollar, dot)
	var holds func(dollar, dot reflect.Value) bool
	switch {
	case err == nil:
		isTrue, err := truthOf(typ)
		if err != nil {
			return nil, err
		}
		holds = func(dollar, dot reflect.Value) bool { return isTrue(get(dollar, dot)) }
		if with {
			inner = typ
		}
	case with:
		return nil, err
	default:
		if holds, err = c.test(node.Pipe.Cmds[0], dollar, dot); err != nil {
			return nil, err
		}
	}
	then, err := c.list(node.List, dollar, inner)
	if err != nil {
		return nil, err
	}
	otherwise, err := c.list(node.ElseList, dollar, dot)
	yes, no := &program{then}, &program{otherwise}
	return func(b []byte, dollar, dot reflect.Value) []byte {
		if !holds(dollar, dot) {
			return no.run(b, dollar, dot)
		}
		if with {
			dot = get(dollar, dot)
		}
		return yes.run(b, dollar, dot)
	}, err
}

// test is a condition made with a function: or, and, not, and eq of texts.
func (c *compiler) test(cmd *parse.CommandNode, dollar, dot reflect.Type) (func(dollar, dot reflect.Value) bool, error) {
	name, ok := cmd.Args[0].(*parse.IdentifierNode)
	if !ok || len(cmd.Args) < 2 {
		return nil, errForeign
	}
	gets := make([]getter, len(cmd.Args)-1)
	types := make([]reflect.Type, len(gets))
	truths := make([]func(reflect.Value) bool, len(gets))
	for i, arg := range cmd.Args[1:] {
		var err error
		if gets[i], types[i], err = c.operand(arg, dollar, dot); err != nil {
			return nil, err
		}
		if truths[i], err = truthOf(types[i]); err != nil {
			return nil, err
		}
	}
	text := reflect.TypeFor[string]()
	switch {
	case name.Ident == "eq" && len(gets) == 2 && types[0] == text && types[1] == text:
		return func(dollar, dot reflect.Value) bool {
			return gets[0](dollar, dot).String() == gets[1](dollar, dot).String()
		}, nil
	case name.Ident == "not" && len(gets) == 1:
		return func(dollar, dot reflect.Value) bool { return !truths[0](gets[0](dollar, dot)) }, nil
	case name.Ident == "or" || name.Ident == "and":
		all := name.Ident == "and"
		return func(dollar, dot reflect.Value) bool {
			for i, get := range gets {
				if truths[i](get(dollar, dot)) != all {
					return !all
				}
			}
			return all
		}, nil
	}
	return nil, errForeign
}

// truthOf tells how text/template finds whether a value of a type is true.
func truthOf(typ reflect.Type) (func(reflect.Value) bool, error) {
	switch typ.Kind() {
	case reflect.Bool:
		return reflect.Value.Bool, nil
	case reflect.String, reflect.Slice, reflect.Map:
		return func(v reflect.Value) bool { return v.Len() > 0 }, nil
	case reflect.Int:
		return func(v reflect.Value) bool { return v.Int() != 0 }, nil
	case reflect.Pointer:
		return func(v reflect.Value) bool { return !v.IsNil() }, nil
	case reflect.Struct:
		return func(reflect.Value) bool { return true }, nil
	case reflect.Interface:
		return func(v reflect.Value) bool {
			truth, ok := template.IsTrue(v.Interface())
			return truth && ok
		}, nil
	}
	return nil, errForeign
}

// loop is a range over a list.
func (c *compiler) loop(node *parse.RangeNode, dollar, dot reflect.Type) (step, error) {
	if len(node.Pipe.Decl) > 0 || len(node.Pipe.Cmds) != 1 {
		return nil, errForeign
	}
	get, typ, err := c.value(node.Pipe.Cmds[0], dollar, dot)
	if err != nil {
		return nil, err
	}
	if typ.Kind() != reflect.Slice {
		return nil, errForeign
	}
	body, err := c.list(node.List, dollar, typ.Elem())
	if err != nil {
		return nil, err
	}
	otherwise, err := c.list(node.ElseList, dollar, dot)
	each, none := &program{body}, &program{otherwise}
	return func(b []byte, dollar, dot reflect.Value) []byte {
		list := get(dollar, dot)
		n := list.Len()
		if n == 0 {
			return none.run(b, dollar, dot)
		}
		for i := range n {
			b = each.run(b, dollar, list.Index(i))
		}
		return b
	}, err
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

// printer adds a value, escaped for its place.
type printer func(b []byte, v reflect.Value) []byte

// printerOf gives the printer for a type and the names of the escapers.
func printerOf(typ reflect.Type, chain string) (printer, error) {
	if chain == "jsvalescaper" && typ == reflect.TypeFor[template.JS]() { // html/template takes it as it is
		return func(b []byte, v reflect.Value) []byte { return append(b, v.String()...) }, nil
	}
	if borrowed, ok := samples()[chain]; ok {
		return borrowed, nil
	}
	plain := typ == reflect.TypeFor[string]()
	switch {
	case chain == "htmlescaper" && typ == reflect.TypeFor[template.HTML]():
		return func(b []byte, v reflect.Value) []byte { return append(b, v.String()...) }, nil
	case plain && (chain == "htmlescaper" || chain == "attrescaper" || chain == "rcdataescaper"):
		return func(b []byte, v reflect.Value) []byte { return appendEscaped(b, v.String()) }, nil
	case plain && (chain == "urlfilter urlnormalizer attrescaper"):
		return func(b []byte, v reflect.Value) []byte { return appendAddress(b, v.String()) }, nil
	case typ == reflect.TypeFor[int]() && (chain == "htmlescaper" || chain == "attrescaper"):
		return func(b []byte, v reflect.Value) []byte { return strconv.AppendInt(b, v.Int(), 10) }, nil
	}
	return nil, errForeign
}
