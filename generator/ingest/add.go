package ingest

import (
	"bytes"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"profilegen/generator/content"
	"profilegen/generator/diag"
)

// articlesFolder is where articles stand in a site's folder.
const articlesFolder = "content/articles"

// Add makes an article of each page, in the order of the pages. fsys is the
// site's folder: what is there already is not made again, and no name that is
// taken is given to another.
func Add(fsys fs.FS, pages []Page) []Added {
	added := make([]Added, len(pages))
	read := make([]article, len(pages))
	for i, p := range pages {
		var problem *diag.Problem
		if read[i], problem = readPage(p); problem != nil {
			added[i].Problems = []diag.Problem{*problem}
		}
	}
	s := openShelf(fsys, read)
	for i := range read {
		if len(added[i].Problems) == 0 {
			added[i] = s.add(read[i])
		}
	}
	return added
}

// shelf is what a site's articles are compared by.
type shelf struct {
	taken  map[string]shelved   // by the id's lower-case form
	placed map[string][]shelved // by the key of the address
}

// shelved is an article that is there.
type shelved struct {
	file  string
	words string // its text with single spaces; empty where it was not read
}

// openShelf lists a site's articles. Only those that could be one of the new
// ones are read: they name one of their hosts, or have one of their ids.
func openShelf(fsys fs.FS, new []article) *shelf {
	s := &shelf{taken: map[string]shelved{}, placed: map[string][]shelved{}}
	var hosts [][]byte
	ids := map[string]bool{}
	for _, a := range new {
		if host := hostOf(a.url); host != "" {
			hosts = append(hosts, []byte(host))
		}
		ids[a.id()] = true
	}
	files, _ := content.List(fsys) // what is wrong with other files is told by check
	for _, file := range files.Articles {
		id := strings.TrimSuffix(path.Base(file), path.Ext(file))
		one := shelved{file: file}
		if raw, err := fs.ReadFile(fsys, file); err == nil && len(raw) <= 2*MaxPage && (ids[id] || containsAny(bytes.ToLower(raw), hosts)) {
			if a, _ := content.ParseArticle(file, raw); a != nil {
				one.words = bareWords(a.Title, a.Text)
				if key := addressKey(a.URL); key != "" {
					s.placed[key] = append(s.placed[key], one)
				}
			}
		}
		s.taken[strings.ToLower(id)] = one
	}
	return s
}

func containsAny(raw []byte, hosts [][]byte) bool {
	for _, host := range hosts {
		if bytes.Contains(raw, host) {
			return true
		}
	}
	return false
}

// bareWords gives what two texts of one article have in common: their words,
// without the title above them and what Markdown adds.
func bareWords(title, text string) string {
	words := strings.Join(strings.Fields(strings.ReplaceAll(text, "\\", "")), " ")
	return strings.TrimPrefix(words, strings.ReplaceAll(title, "\\", "")+" ")
}

// add makes one article, and remembers it for those to come.
func (s *shelf) add(a article) Added {
	words := bareWords(a.told.Title, a.told.Text)
	out := Added{Title: a.told.Title, Date: a.told.Date.String(), URL: a.url}
	key := addressKey(a.url)
	var older string
	for _, there := range s.placed[key] {
		if there.words == words {
			out.Have = there.file
			return out
		}
		older = there.file
	}
	id := a.id()
	if there, ok := s.taken[id]; ok && there.words == words {
		out.Have = there.file
		return out
	}
	for n := 2; ; n++ {
		if _, ok := s.taken[id]; !ok {
			break
		}
		id = fmt.Sprintf("%s-%d", a.id(), n)
	}
	file := articlesFolder + "/" + id + ".md"
	raw, problems := a.write(file)
	if wrong := readBack(file, raw, a); wrong != nil {
		out.Problems = wrong
		return out
	}
	if older != "" {
		problems = append(problems, diag.Problem{File: file, Severity: diag.Warning, Code: "same-address",
			Text: fmt.Sprintf("%s has this address too, with other words", older), Hint: "keep both as two versions, or remove one of them"})
	}
	one := shelved{file, words}
	s.taken[id] = one
	if key != "" {
		s.placed[key] = append(s.placed[key], one)
	}
	out.File, out.Problems = File{file, raw}, problems
	return out
}

// readBack holds a file against what content makes of it: nothing is written
// that a build could not use.
func readBack(file string, raw []byte, a article) []diag.Problem {
	_, problems := content.ParseArticle(file, raw)
	if !diag.Has(problems, diag.Error) && !diag.Has(problems, diag.SetAside) {
		return nil
	}
	for i := range problems {
		problems[i].File, problems[i].Line, problems[i].Column, problems[i].Severity = a.page.Name, 0, 0, diag.Error
		problems[i].Text = "no article can be made of it: " + problems[i].Text
	}
	return problems
}
