package render

import (
	"bytes"
	"errors"
	"fmt"
	"html/template"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"profilegen/generator/diag"
)

// pageLayouts names each page's template, layouts/pages/NAME.html, with the
// type of what it is given. docs/themes.md lists the same.
func pageLayouts() map[string]any {
	return map[string]any{
		"home": HomePage{}, "person": PersonPage{}, "party": PartyPage{}, "all": AllPage{}, "list": ListPage{},
		"article": ArticlePage{}, "office": OfficePage{}, "free": FreePage{}, "timeline": TimelinePage{},
		"search": SearchPage{}, "corrections": CorrectionsPage{}, "missing": MissingPage{}, "moved": MovedPage{},
	}
}

// layoutSet holds a parsed template for each page.
type layoutSet struct {
	pages map[string]*template.Template
	parts *template.Template
	// programs has those of the pages that need not be left to html/template.
	programs map[string]*program
	// sources are the layouts' bytes, by name, for the digest.
	sources map[string][]byte
}

// fragments are the parts that many pages share, made once for each depth.
type fragments struct {
	mutex sync.Mutex
	made  map[fragmentOf]template.HTML
}

type fragmentOf struct{ part, root string }

// parseLayouts reads parts/*.html into every page's set and pages/NAME.html
// into its own.
func (s *Site) parseLayouts() []diag.Problem {
	set := &layoutSet{pages: map[string]*template.Template{}, programs: map[string]*program{}, sources: map[string][]byte{}}
	s.layouts, s.fragments.made = set, map[fragmentOf]template.HTML{}
	var problems []diag.Problem
	fail := func(name string, err error) { problems = append(problems, layoutProblem(name, err)) }
	names, err := fs.Glob(s.in.Layouts, "parts/*.html")
	if err != nil {
		fail("parts", err)
	}
	slices.Sort(names)
	set.parts = template.New("parts").Funcs(template.FuncMap{"t": s.words.say})
	for _, name := range names {
		if err := set.parse(s.in.Layouts, set.parts, name); err != nil {
			fail(name, err)
		}
	}
	s.words.foldWords(set.parts)
	for name := range pageLayouts() {
		page, err := set.parts.Clone()
		if err == nil {
			err = set.parse(s.in.Layouts, page, "pages/"+name+".html")
		}
		if err != nil {
			fail("pages/"+name+".html", err)
			continue
		}
		s.words.foldWords(page)
		set.pages[name] = page
	}
	if len(problems) > 0 {
		return problems // what is missing because of them would only hide them
	}
	if problems = s.tryLayouts(); len(problems) > 0 {
		return problems
	}
	for name, empty := range pageLayouts() {
		if p, err := compile(set.pages[name], empty); err == nil {
			set.programs[name] = p
		}
	}
	return nil
}

func (set *layoutSet) parse(files fs.FS, into *template.Template, name string) error {
	source, err := fs.ReadFile(files, name)
	if err != nil {
		return err
	}
	set.sources[name] = source
	_, err = into.New("layouts/" + name).Parse(string(source))
	return err
}

// tryLayouts executes each page once with nothing in it, so that html/template
// finds what it cannot make safe before any page is asked for. What an empty
// page lacks is no fault of the layout.
func (s *Site) tryLayouts() []diag.Problem {
	var problems []diag.Problem
	for name, empty := range pageLayouts() {
		page := s.layouts.pages[name]
		if page == nil {
			continue
		}
		err := page.ExecuteTemplate(&bytes.Buffer{}, "base", empty)
		var unsafe *template.Error
		if errors.As(err, &unsafe) || err != nil && strings.Contains(err.Error(), "can't evaluate field") ||
			err != nil && strings.Contains(err.Error(), "not defined") {
			problems = append(problems, layoutProblem("pages/"+name+".html", err))
		}
	}
	return problems
}

// layoutPlace finds the layout's place in the messages of html/template.
func layoutPlace() *regexp.Regexp {
	return regexp.MustCompile(`(?:html/template:|template: ?)(layouts/[^:]+):(\d+)(?::(\d+))?:? ?`)
}

func layoutProblem(name string, err error) diag.Problem {
	p := diag.Problem{File: path.Join("layouts", name), Severity: diag.Error, Code: "layout", Text: err.Error(),
		Hint: "remove the file from layouts/ to use the built-in one"}
	if at := layoutPlace().FindStringSubmatchIndex(p.Text); at != nil {
		text := p.Text
		p.File = text[at[2]:at[3]]
		p.Line, _ = strconv.Atoi(text[at[4]:at[5]])
		if at[6] >= 0 {
			p.Column, _ = strconv.Atoi(text[at[6]:at[7]])
		}
		p.Text = text[at[1]:]
	}
	return p
}

// executeInto makes a page. The error begins with the layout's place.
func (s *Site) executeInto(out *bytes.Buffer, name string, page any) error {
	t := s.layouts.pages[name]
	if t == nil {
		return fmt.Errorf("layouts/pages/%s.html could not be read", name)
	}
	if p := s.layouts.programs[name]; p != nil {
		if made, ok := p.append(out.AvailableBuffer(), page); ok {
			out.Write(made)
			return nil
		}
	}
	before := out.Len()
	if err := t.ExecuteTemplate(out, "base", page); err != nil {
		out.Truncate(before)
		p := layoutProblem("pages/"+name+".html", err)
		return fmt.Errorf("%s: %s", p.Place(), p.Text)
	}
	return nil
}

// fragment executes the header or the footer once for each depth and keeps its
// HTML: what the pages of one depth share. This and the output of goldmark are
// all the template.HTML that there is: it comes out of html/template itself.
func (s *Site) fragment(part, root string) (template.HTML, error) {
	s.fragments.mutex.Lock()
	defer s.fragments.mutex.Unlock()
	at := fragmentOf{part, root}
	if made, ok := s.fragments.made[at]; ok {
		return made, nil
	}
	set, err := s.layouts.parts.Clone()
	if err != nil {
		return "", err
	}
	var b strings.Builder
	if err := set.ExecuteTemplate(&b, part, s.frame(root)); err != nil {
		p := layoutProblem("parts/"+part+".html", err)
		return "", fmt.Errorf("%s: %s", p.Place(), p.Text)
	}
	made := template.HTML(b.String())
	s.fragments.made[at] = made
	return made, nil
}
