package ingest

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"path"
	"regexp"
	"strings"

	"profilegen/generator/content"
	"profilegen/generator/diag"
	"profilegen/generator/edtf"
)

// Added is what became of one page.
type Added struct {
	// File is the article to be written; its path is empty where there is none.
	File File
	// Title, Date and URL are the article's.
	Title, Date, URL string
	// Have is the file that has the same article already; nothing is written then.
	Have string
	// Problems say why there is no file, and what an editor should add to it.
	Problems []diag.Problem
}

// article is a page that was read.
type article struct {
	page   Page
	told   content.WebPage
	url    string
	copied string // the archived copy's address
}

// readPage reads what a page says and who published it.
func readPage(p Page) (article, *diag.Problem) {
	if hint := notAPage(p); hint != "" {
		return article{}, &diag.Problem{File: p.Name, Severity: diag.Error, Code: "not-html", Text: "it is no web page", Hint: hint}
	}
	told, err := content.ReadWebPage(p.Raw, p.ContentType)
	if err != nil {
		problem := content.PageProblem(p.Name, diag.Error, err)
		return article{}, &problem
	}
	a := article{page: p, told: told, url: told.URL}
	if p.Final != "" {
		a.url, _, _ = strings.Cut(p.Final, "#")
		// a page may say which of its addresses is the lasting one, but not
		// that it is somebody else's
		if told.URL != "" && hostOf(told.URL) == hostOf(p.Final) && (!isHome(told.URL) || isHome(a.url)) {
			a.url = told.URL
		}
	}
	for _, address := range []string{a.url, p.Final} {
		if copied, original := archived(address); copied != "" {
			a.copied, a.url = copied, original
			break
		}
	}
	a.fromAddress()
	return a, nil
}

// fromAddress takes from the article's address what the page does not tell: its
// host for the outlet, and the day in its path.
func (a *article) fromAddress() {
	if a.told.Outlet == "" || a.copied != "" && strings.HasSuffix(a.told.Outlet, "archive.org") {
		a.told.Outlet = hostOf(a.url)
	}
	if !a.told.Date.IsZero() {
		return
	}
	if day := regexp.MustCompile(`/((?:19|20)\d\d)/(\d\d)/(\d\d)(?:/|$)`).FindStringSubmatch(a.url); day != nil {
		if date, err := edtf.Parse(strings.Join(day[1:], "-")); err == nil {
			a.told.Date, a.told.DateRule = date, "address"
		}
	}
}

// notAPage gives what to do with a file that is no web page; "" for one that
// may be.
func notAPage(p Page) string {
	head := bytes.ToLower(p.Raw[:min(len(p.Raw), 4096)])
	switch extension := strings.ToLower(path.Ext(p.Name)); {
	case p.Final != "":
		return ""
	case extension == ".md", extension == ".txt":
		return "Markdown and plain text need no conversion: put the file into content/articles/"
	case bytes.HasPrefix(head, []byte("from:")) && bytes.Contains(head, []byte("mime-version")), bytes.HasPrefix(head, []byte("mime-version")):
		return "it is an MHTML archive: save the page as HTML"
	case bytes.HasPrefix(head, []byte("bplist")):
		return "it is a web archive of Safari: save the page as HTML"
	case bytes.HasPrefix(head, []byte("%pdf-")):
		return "it is a PDF: put its text into content/articles/ as a .txt file"
	}
	return ""
}

// id gives the name that the article's file should have: its date and the words
// of its title.
func (a article) id() string {
	const most = 60
	slug := content.NewID(a.told.Title)
	if slug == "" {
		first, _, _ := strings.Cut(a.told.Text, "\n")
		slug = content.NewID(first)
	}
	if slug == "" {
		slug = "article"
	}
	if len(slug) > most {
		cut := slug[:most]
		if at := strings.LastIndexByte(cut, '-'); at > most/2 {
			cut = cut[:at]
		}
		slug = strings.Trim(cut, "-")
	}
	if date := a.told.Date.String(); date != "" {
		slug = date + "-" + slug
	}
	if content.CheckID(slug) != nil {
		slug = "article-" + slug
	}
	return slug
}

// write gives the article's file, and warns of what the page does not tell.
func (a article) write(file string) ([]byte, []diag.Problem) {
	f := front{file: file}
	f.line("---")
	f.text("title", a.told.Title, "the page tells no title", "write title: Its headline")
	if date := a.told.Date.String(); date != "" {
		f.line("date: " + date + " # as the page's " + a.told.DateRule + " tells it")
	} else {
		f.missing("date: 2016-05-12", "the page tells no date", "write when it was published, or \"on Monday\" and the like stay words")
	}
	f.text("outlet", a.told.Outlet, "the page tells no outlet", "write who published it: two articles of one outlet are one voice")
	if a.told.Author != "" {
		f.line("author: " + content.YAMLText(a.told.Author))
	}
	f.text("url", a.url, "the page tells no address", "write where it stands on the web")
	if a.copied != "" {
		f.line("archive_url: " + content.YAMLText(a.copied))
	}
	if a.told.Language != "" {
		f.line("language: " + content.YAMLText(a.told.Language))
	}
	f.line("# " + a.origin())
	f.line("---")
	text := a.told.Text
	if rest, ok := strings.CutPrefix(text, a.told.Title+"\n\n"); ok && a.told.Title != "" {
		text = rest // the front matter has it
	}
	f.b.WriteString(markdownOf(text))
	return f.b.Bytes(), f.problems
}

// origin tells where the page came from, for a comment on one line.
func (a article) origin() string {
	var b strings.Builder
	switch {
	case a.page.Final == "":
		fmt.Fprintf(&b, "from the file %s", path.Base(strings.ReplaceAll(a.page.Name, "\\", "/")))
	case a.page.Final == a.page.Asked:
		fmt.Fprintf(&b, "from %s", a.page.Final)
	default:
		fmt.Fprintf(&b, "from %s, which led to %s", a.page.Asked, a.page.Final)
	}
	if a.page.Fetched != "" {
		fmt.Fprintf(&b, ", on %s", a.page.Fetched)
	}
	fmt.Fprintf(&b, "; sha256 %x", sha256.Sum256(a.page.Raw))
	return strings.Map(func(c rune) rune {
		if diag.Printable(string(c)) != string(c) {
			return -1 // it must not end the comment
		}
		return c
	}, b.String())
}

// front writes front matter line by line.
type front struct {
	file     string
	b        bytes.Buffer
	lines    int
	problems []diag.Problem
}

func (f *front) line(text string) {
	f.b.WriteString(text + "\n")
	f.lines++
}

// text writes a key, or a line for the editor to fill in.
func (f *front) text(key, value, missing, hint string) {
	if value == "" {
		f.missing(key+": …", missing, hint)
		return
	}
	f.line(key + ": " + content.YAMLText(value))
}

func (f *front) missing(line, text, hint string) {
	f.line("# " + line)
	f.problems = append(f.problems, diag.Problem{File: f.file, Line: f.lines, Column: 1, Severity: diag.Warning,
		Code: "not-told", Text: text, Hint: hint})
}
