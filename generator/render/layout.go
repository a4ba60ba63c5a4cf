package render

import (
	"bytes"
	"errors"
	"fmt"
	"html/template"
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"profilegen/generator/diag"
	"profilegen/layouts"
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

// layoutSet holds a template for each page.
type layoutSet struct {
	words *wording
	parts *template.Template
	pages map[string]*pageLayout
	// sources are the layouts' bytes, by name, for the digest.
	sources map[string][]byte
}

// pageLayout is one page's template. It is made ready when the first page asks
// for it, once: a site that is looked at shows one kind of page first.
type pageLayout struct {
	once    sync.Once
	program *program // nil where the page is left to html/template
	err     error
	// template is nil where there is a program, until a page is found that the
	// program cannot make: a set takes much memory.
	template *template.Template
	again    sync.Once
}

// fragments are the parts that many pages share, made once for each depth.
type fragments struct {
	mutex sync.Mutex
	made  map[fragmentOf]template.HTML
}

type fragmentOf struct{ part, root string }

// parseLayouts reads parts/*.html into every page's set and pages/NAME.html
// into its own. Those that the program carries are known to be right; where a
// site has layouts of its own, each is made ready at once, to tell what is wrong.
func (s *Site) parseLayouts() []diag.Problem {
	set := &layoutSet{words: s.words, pages: map[string]*pageLayout{}, sources: map[string][]byte{}}
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
		if err := set.read(s.in.Layouts, name); err != nil {
			fail(name, err)
		} else if err := set.parse(set.parts, name); err != nil {
			fail(name, err)
		}
	}
	s.words.foldWords(set.parts)
	kinds := slices.Sorted(maps.Keys(pageLayouts()))
	for _, kind := range kinds {
		set.pages[kind] = &pageLayout{}
		if err := set.read(s.in.Layouts, pageFile(kind)); err != nil {
			fail(pageFile(kind), err)
		}
	}
	if s.in.Layouts == layouts.BuiltIn() || len(problems) > 0 {
		return problems
	}
	var group sync.WaitGroup
	for _, kind := range kinds {
		group.Go(func() { set.page(kind) })
	}
	group.Wait()
	for _, kind := range kinds {
		if err := set.page(kind).err; err != nil {
			fail(pageFile(kind), err)
		}
	}
	return problems
}

func pageFile(kind string) string { return "pages/" + kind + ".html" }

// read notes the bytes of a layout.
func (set *layoutSet) read(files fs.FS, name string) error {
	source, err := fs.ReadFile(files, name)
	if err == nil {
		set.sources[name] = source
	}
	return err
}

func (set *layoutSet) parse(into *template.Template, name string) error {
	_, err := into.New("layouts/" + name).Parse(string(set.sources[name]))
	return err
}

// page gives the layout of a kind of page, ready to be executed; nil where
// there is none.
func (set *layoutSet) page(kind string) *pageLayout {
	l := set.pages[kind]
	if l != nil {
		l.once.Do(func() { l.err = set.ready(l, kind, pageLayouts()[kind]) })
	}
	return l
}

// ready parses a page and tries it.
func (set *layoutSet) ready(l *pageLayout, kind string, empty any) error {
	page, err := set.whole(kind)
	if err != nil {
		return err
	}
	if err := try(page, empty); err != nil {
		return err
	}
	if l.program, err = compile(page, empty); err != nil {
		l.program, l.template = nil, page
	}
	return nil
}

// whole parses a page with the parts.
func (set *layoutSet) whole(kind string) (*template.Template, error) {
	page, err := set.parts.Clone()
	if err != nil {
		return nil, err
	}
	if err := set.parse(page, pageFile(kind)); err != nil {
		return nil, err
	}
	set.words.foldWords(page)
	return page, nil
}

// templateOf gives the template of a page that was made ready without an error.
func (set *layoutSet) templateOf(l *pageLayout, kind string) *template.Template {
	l.again.Do(func() {
		if l.template == nil {
			l.template, _ = set.whole(kind) // it was parsed before
		}
	})
	return l.template
}

// try executes a page once with nothing in it, so that html/template finds what
// it cannot make safe before any page is asked for. What an empty page lacks is
// no fault of the layout.
func try(page *template.Template, empty any) error {
	err := page.ExecuteTemplate(&bytes.Buffer{}, "base", empty)
	var unsafe *template.Error
	if errors.As(err, &unsafe) || err != nil && strings.Contains(err.Error(), "can't evaluate field") ||
		err != nil && strings.Contains(err.Error(), "not defined") {
		return err
	}
	return nil
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
	l := s.layouts.page(name)
	if l == nil || l.err != nil {
		return fmt.Errorf("layouts/pages/%s.html could not be read", name)
	}
	if l.program != nil {
		if made, ok := l.program.append(out.Bytes(), page); ok {
			put(out, made)
			executed(page)
			return nil
		}
	}
	before := out.Len()
	if err := s.layouts.templateOf(l, name).ExecuteTemplate(out, "base", page); err != nil {
		out.Truncate(before)
		p := layoutProblem("pages/"+name+".html", err)
		return fmt.Errorf("%s: %s", p.Place(), p.Text)
	}
	executed(page)
	return nil
}

func executed(page any) {
	if p, ok := page.(interface{ executed() }); ok {
		p.executed()
	}
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
