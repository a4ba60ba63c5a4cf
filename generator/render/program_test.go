package render

import (
	"bytes"
	"html/template"
	"testing"
	"testing/fstest"

	"profilegen/generator/diag"
	"profilegen/layouts"
)

// Every layout that is built in is cut into steps, and makes the bytes that
// html/template makes.
func TestProgramsMakeWhatTheirTemplatesMake(t *testing.T) {
	s := build(t, sample())
	for name := range pageLayouts() {
		if s.layouts.page(name).program == nil {
			t.Errorf("%s is left to html/template", name)
		}
	}
	pages := 0
	for _, path := range s.Paths() {
		name, page, err := s.page(path, s.routes[path])
		if err != nil || name == "" {
			continue
		}
		pages++
		var want bytes.Buffer
		if err := s.layouts.templateOf(s.layouts.page(name), name).ExecuteTemplate(&want, "base", page); err != nil {
			t.Fatal(err)
		}
		got, ok := s.layouts.page(name).program.append(nil, page)
		if !ok || !bytes.Equal(got, want.Bytes()) {
			t.Errorf("%s: got\n%s\nwant\n%s", path, got, want.Bytes())
		}
	}
	if pages < 20 {
		t.Errorf("only %d pages", pages)
	}
}

// What a theme may do beside fields, lists and conditions is html/template's.
func TestALayoutOfItsOwnKind(t *testing.T) {
	for _, body := range []string{
		`{{printf "%q" .Name}}`, `{{$x := .Name}}{{$x}}`, `{{range $i, $c := .Passages}}{{$i}}{{end}}`,
		`<p onclick="say({{.Name}})">`, `<p style="color: {{.Name}}">`, `{{len .Passages}}`, `{{.Name | printf "%s"}}`,
		`{{range .Passages}}{{break}}{{end}}`, `<a title={{.Name}}>`, `<!-- {{.Name}} -->`, `{{.NoIndex}}`,
		`<textarea>{{template "stamp" .Date}}</textarea>`,
	} {
		own := fstest.MapFS{"pages/article.html": {Data: []byte(`{{define "main"}}` + body + `{{end}}`)}}
		s, problems := New(Inputs{Pub: sample(), Layouts: layouts.Overlay(own)})
		if diag.Has(problems, diag.Error) {
			t.Fatalf("%s: %v", body, problems)
		}
		for _, path := range s.Paths() {
			name, page, err := s.page(path, s.routes[path])
			if err != nil || name != "article" {
				continue
			}
			var want bytes.Buffer
			if err := s.layouts.templateOf(s.layouts.page(name), name).ExecuteTemplate(&want, "base", page); err != nil {
				t.Fatal(err)
			}
			got, err := s.Render(path)
			if err != nil || !bytes.Equal(got, want.Bytes()) {
				t.Errorf("%s: %v: got\n%s\nwant\n%s", body, err, got, want.Bytes())
			}
		}
	}
}

// The escapers are those of html/template.
func FuzzEscapers(f *testing.F) {
	for _, seed := range []string{"", "a", `<b>"x" & 'y'+z</b>`, "\x00\xff€", "java script:x", "https://e.org/a b?c=d&e=%2f%zz#ü(1)", "mailto:a@b", "//x", "x/y:z", ":"} {
		f.Add(seed)
	}
	places := template.Must(template.New("").Parse(
		`{{define "text"}}<p>{{.}}</p>{{end}}{{define "attr"}}<p title="{{.}}">{{end}}{{define "title"}}<title>{{.}}</title>{{end}}{{define "href"}}<a href="{{.}}">{{end}}`))
	f.Fuzz(func(t *testing.T, text string) {
		for place, around := range map[string][2]string{"text": {"<p>", "</p>"}, "attr": {`<p title="`, `">`}, "title": {"<title>", "</title>"}, "href": {`<a href="`, `">`}} {
			var want bytes.Buffer
			if err := places.ExecuteTemplate(&want, place, text); err != nil {
				t.Fatal(err)
			}
			escape := appendEscaped
			if place == "href" {
				escape = appendAddress
			}
			if got := around[0] + string(escape(nil, text)) + around[1]; got != want.String() {
				t.Errorf("%s of %q: got %s, want %s", place, text, got, want.String())
			}
		}
	})
}
