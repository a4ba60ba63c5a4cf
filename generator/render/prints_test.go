package render

import (
	"bytes"
	"reflect"
	"testing"

	"profilegen/generator/claim"
	"profilegen/generator/edtf"
)

// leaves calls do with every value that can be changed in a publication, and
// the names of the field that holds it.
func leaves(v reflect.Value, name string, seen map[uintptr]bool, do func(name string, v reflect.Value)) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() && !seen[v.Pointer()] {
			seen[v.Pointer()] = true
			leaves(v.Elem(), name, seen, do)
		}
	case reflect.Slice:
		for i := range v.Len() {
			leaves(v.Index(i), name, seen, do)
		}
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[edtf.Date]() {
			do(name, v)
			return
		}
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() && f.Name != "ID" && f.Name != "Ref" && f.Name != "Article" {
				leaves(v.Field(i), v.Type().Name()+"."+f.Name, seen, do)
			} else if f.IsExported() && f.Type.Kind() == reflect.Pointer {
				leaves(v.Field(i), name, seen, do)
			}
		}
	case reflect.String, reflect.Bool, reflect.Int, reflect.Int32, reflect.Uint8:
		do(name, v)
	}
}

// another gives a leaf another value.
func another(v reflect.Value) {
	switch old := v.Interface().(type) {
	case edtf.Date:
		if old == day("1999-04-03") {
			v.Set(reflect.ValueOf(day("2001")))
		} else {
			v.Set(reflect.ValueOf(day("1999-04-03")))
		}
	case bool:
		v.SetBool(!old)
	case int, int32:
		v.SetInt(v.Int() + 3)
	case claim.Status:
		v.Set(reflect.ValueOf(claim.Denied))
	default:
		if v.Kind() == reflect.Uint8 { // another word of the vocabulary
			v.SetUint(v.Uint()%2 + 1)
			return
		}
		v.SetString(v.String() + "x")
	}
}

// Whatever is another one in a publication: a page with other bytes has another key.
func TestEveryChangeMovesTheKeys(t *testing.T) {
	most := 2 // of each field
	if testing.Short() {
		most = 1
	}
	old := sample()
	before := build(t, old)
	bytesOf, keys := map[string][]byte{}, map[string][32]byte{}
	for _, p := range before.Paths() {
		bytesOf[p], keys[p] = render(t, before, p), before.Key(p)
	}
	count := map[string]int{}
	total := 0
	leaves(reflect.ValueOf(old), "", map[uintptr]bool{}, func(string, reflect.Value) { total++ })
	for change := range total {
		pub, at, field := sample(), 0, ""
		leaves(reflect.ValueOf(pub), "", map[uintptr]bool{}, func(name string, v reflect.Value) {
			if at == change && count[name] < most {
				count[name]++
				field = name
				another(v)
			}
			at++
		})
		if field == "" {
			continue
		}
		after, problems := New(Inputs{Pub: pub, Layouts: before.in.Layouts})
		if after.routes == nil {
			t.Fatal(problems)
		}
		after.Prepare()
		for p, was := range bytesOf {
			now, err := after.Render(p)
			if err == nil && !bytes.Equal(now, was) && after.Key(p) == keys[p] {
				t.Errorf("%s: %s has other bytes and the same key", field, p)
			}
		}
	}
	if len(count) < 60 {
		t.Errorf("only %d fields were changed", len(count))
	}
}

// What Prepare made ready is what is made without it.
func TestPreparedKeys(t *testing.T) {
	ready, bare := build(t, sample()), build(t, sample())
	ready.Prepare()
	for _, p := range ready.Paths() {
		if ready.Key(p) != bare.Key(p) {
			t.Errorf("%s has another key", p)
		}
		var out, none bytes.Buffer
		key, err := ready.RenderUnless(p, [32]byte{}, &out)
		if err != nil || key != bare.Key(p) || !bytes.Equal(out.Bytes(), render(t, bare, p)) {
			t.Errorf("%s: %v, or other bytes", p, err)
		}
		if ready.RenderUnless(p, key, &none); none.Len() > 0 {
			t.Errorf("%s was made though its key is known", p)
		}
	}
}
