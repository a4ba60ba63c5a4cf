package render

import (
	"html/template"
	"reflect"
	"text/template/parse"
)

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
