package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"profilegen/layouts"
)

// profileEdits are what happens to people, parties, pages and decisions.
var profileEdits = []edit{
	{3, func(e *editing) string {
		line := fmt.Sprintf("aliases: [%s Senior, %s]", e.name(), e.name())
		return line + " in " + e.change(e.person(), func(s string) string { return front(s, line) })
	}},
	{2, func(e *editing) string {
		line := e.one("born: 1950", "summary: Another line.", "birthplace: Undal", "draft: true", fmt.Sprintf("redirects: [/people/old-%d/]", e.number),
			"image: face.png", "not: [ada-abel-2]", "links: {website: https://ada.example/}", "name: "+e.name()+" the Younger")
		return line + " in " + e.change(e.person(), func(s string) string { return front(s, line) })
	}},
	{2, func(e *editing) string {
		line := fmt.Sprintf("positions: [{role: %s, start: %d, sources: [%s]}]", posts[e.rng.IntN(len(posts))], 1990+e.rng.IntN(20), e.articleID())
		return line + " in " + e.change(e.person(), func(s string) string { return front(s, line) })
	}},
	{1, func(e *editing) string {
		line := fmt.Sprintf("corrections: [{date: 20%02d-05-02, text: An earlier version was wrong.}]", e.number%30)
		return line + " in " + e.change(e.person(), func(s string) string { return front(s, line) })
	}},
	{2, func(e *editing) string {
		person := e.person()
		e.must(os.Remove(e.site.path(person)))
		return "delete " + person
	}},
	{2, func(e *editing) string {
		name := e.name()
		file := "content/people/" + slugOf(name) + ".md"
		e.site.write(e.t, file, "---\nname: "+name+e.one("", fmt.Sprintf(" %c", 'A'+e.number%26))+"\nsummary: new\n---\nText.\n")
		return "write " + file
	}},
	{1, func(e *editing) string {
		from := e.person()
		to := fmt.Sprintf("content/people/moved-%d.md", e.number)
		e.must(os.Rename(e.site.path(from), e.site.path(to)))
		return "rename " + from + " to " + to
	}},
	{2, func(e *editing) string {
		party := e.any("content/parties")
		if party == "" {
			party = "content/parties/civic.md"
			e.site.write(e.t, party, "")
		}
		return "a party " + e.change(party, func(string) string {
			return fmt.Sprintf("---\nname: %s\nabbreviation: P%d\nideology: [liberal]\n---\nA party.\n", e.site.parties[e.rng.IntN(len(e.site.parties))], e.number)
		})
	}},
	{1, func(e *editing) string {
		party := e.any("content/parties")
		if party == "" {
			return "nothing"
		}
		line := e.one("founded: 1950", "aliases: [The Greys]", "draft: true", fmt.Sprintf("leaders: [{person: ada-abel, start: %d}]", 1990+e.number%20))
		return line + " in " + e.change(party, func(s string) string { return front(s, line) })
	}},
	{1, func(e *editing) string {
		party := e.any("content/parties")
		if party == "" {
			return "nothing"
		}
		e.must(os.Remove(e.site.path(party)))
		return "delete " + party
	}},
	{3, func(e *editing) string {
		id := e.factID(fmt.Sprintf("%012x", e.rng.Uint64()&0xffffffffffff))
		block := fmt.Sprintf("- id: %s\n  decision: %s\n  by: A. Editor\n  date: 20%02d-02-01\n", id, e.one("rejected", "accepted", "edited\n  set: {place: Undal}"), 10+e.number%80)
		file := "content/decisions.yaml"
		if e.site.read(file) == "" {
			e.site.write(e.t, file, block)
			return "a decision"
		}
		return "another decision in " + e.change(file, func(s string) string { return s + block })
	}},
	{1, func(e *editing) string {
		e.must(os.RemoveAll(e.site.path("content/decisions.yaml")))
		delete(e.broken, "content/decisions.yaml")
		return "no decisions"
	}},
	{1, func(e *editing) string {
		e.site.write(e.t, "content/pages/about.md", fmt.Sprintf("---\ntitle: About %d\n---\nWho we are.\n", e.number))
		return "a page"
	}},
	{1, func(e *editing) string {
		e.must(os.RemoveAll(e.site.path("content/pages")))
		return "no pages"
	}},
}

func (e *editing) articleID() string {
	article := filepath.Base(e.article())
	return strings.TrimSuffix(article, filepath.Ext(article))
}

// siteEdits are what happens to settings, layouts, word lists and static files.
var siteEdits = []edit{
	{2, func(e *editing) string {
		line := e.one("publish: all", "publish: corroborated", "publish: reviewed", "language: de", "timezone: Asia/Karachi", "base_url: https://other.example/", "description: A record.", "contact: desk@record.example")
		e.site.write(e.t, "profilegen.yaml", fmt.Sprintf("title: Record %d\n%s\n", e.number, line))
		delete(e.broken, "profilegen.yaml")
		return line
	}},
	{1, func(e *editing) string {
		e.must(os.RemoveAll(e.site.path("profilegen.yaml")))
		delete(e.broken, "profilegen.yaml")
		return "no settings"
	}},
	{1, func(e *editing) string {
		e.site.write(e.t, "layouts/assets/site.css", fmt.Sprintf("main { margin: %dpx }\n", e.number))
		return "a style sheet"
	}},
	{2, func(e *editing) string {
		file := e.template()
		e.site.write(e.t, file, strings.Replace(e.templateText(file), ">", fmt.Sprintf("><b>%d</b>", e.number), 1))
		return "another " + file
	}},
	{1, func(e *editing) string {
		file := e.any("layouts")
		if file == "" {
			return "nothing"
		}
		e.must(os.Remove(e.site.path(file)))
		delete(e.broken, file)
		return "delete " + file
	}},
	{1, func(e *editing) string {
		e.site.write(e.t, "lexicon/en/roles.txt", fmt.Sprintf("harbour master\nclerk of the %s\n", e.one("ports", "rolls", "levies")))
		return "a word list"
	}},
	{1, func(e *editing) string {
		e.must(os.RemoveAll(e.site.path("lexicon")))
		return "no word lists"
	}},
	{1, func(e *editing) string {
		e.site.write(e.t, e.one("static/notes.txt", "static/.well-known/security.txt"), fmt.Sprintf("note %d\n", e.number))
		return "a static file"
	}},
	{1, func(e *editing) string {
		file := e.one("static/face.png", "content/people/face.png")
		e.site.write(e.t, file, "\x89PNG\r\n\x1a\n"+string(pixel[8:]))
		return "a picture " + file
	}},
	{1, func(e *editing) string {
		for _, folder := range []string{"layouts", "static"} {
			e.must(os.RemoveAll(e.site.path(folder)))
			for file := range e.broken {
				if strings.HasPrefix(file, folder+"/") {
					delete(e.broken, file)
				}
			}
		}
		return "no layouts, no static files"
	}},
}

// pixel is the smallest picture.
var pixel = []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89\x00\x00\x00\nIDATx\x9cc\x00\x01\x00\x00\x05\x00\x01\r\n-\xb4\x00\x00\x00\x00IEND\xaeB`\x82")

// template gives one of the layouts.
func (e *editing) template() string {
	names, err := fs.Glob(layouts.BuiltIn(), "*/*.html")
	e.must(err)
	slices.Sort(names)
	return "layouts/" + names[e.rng.IntN(len(names))]
}

// templateText gives a layout as it stands, or as it was built in.
func (e *editing) templateText(file string) string {
	if text := e.site.read(file); text != "" {
		return text
	}
	raw, err := fs.ReadFile(layouts.BuiltIn(), strings.TrimPrefix(file, "layouts/"))
	e.must(err)
	return string(raw)
}

// breaks puts something wrong in the place of a file, to be mended later.
func (e *editing) breaks(file string, with func(text string) string) string {
	if _, already := e.broken[file]; already {
		return "nothing"
	}
	text := e.site.read(file)
	e.broken[file] = text
	e.site.write(e.t, file, with(text))
	return "break " + file
}

// breakages are mistakes.
var breakages = []edit{
	{1, func(e *editing) string {
		return e.breaks(e.person(), func(s string) string { return strings.Replace(s, "name:", "nmae:", 1) })
	}},
	{1, func(e *editing) string {
		return e.breaks(e.article(), func(s string) string { return strings.Replace(s, "\n---\n", "\n", 1) + "\xff" })
	}},
	{1, func(e *editing) string {
		return e.breaks("content/decisions.yaml", func(s string) string { return s + "<<<<<<< HEAD\n" })
	}},
	{1, func(e *editing) string {
		return e.breaks("profilegen.yaml", func(s string) string { return s + "titel: x\n" })
	}},
	{2, func(e *editing) string {
		file := e.template()
		bad := e.one("{{ if }}", "{{ .Nowhere }}", "{{ template \"nowhere\" . }}", "</main>{{ end }}")
		return bad + ": " + e.breaks(file, func(string) string { return strings.Replace(e.templateText(file), ">", ">"+bad, 1) })
	}},
	{1, func(e *editing) string {
		article := e.article()
		return "two of one id: " + e.breaks("content/articles/other/"+filepath.Base(article), func(string) string { return e.site.read(article) })
	}},
	{1, func(e *editing) string {
		return e.breaks("content/people/face.md", func(string) string { return "---\nname: Face\nimage: nowhere.png\nredirects: [/people/]\n---\n" })
	}},
	{1, func(e *editing) string {
		file := "content/articles/link.md"
		if _, already := e.broken[file]; already {
			return "nothing"
		}
		e.broken[file] = ""
		e.must(os.Symlink(e.site.path(e.article()), e.site.path(file)))
		return "a link " + file
	}},
}
