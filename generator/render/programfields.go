package render

import (
	"html/template"
	"reflect"
	"strconv"
	"text/template/parse"
)

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
