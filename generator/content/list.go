package content

import (
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"profilegen/generator/diag"
)

// The kinds of content, by the name of their folder.
const (
	people   = "people"
	parties  = "parties"
	articles = "articles"
	pages    = "pages"
)

// List finds every content file. Nothing but folders is opened; links are not
// followed, and what is no regular file, stands where it is not read or cannot
// be named in an address is told and left out. Files of editors and systems
// (see Foreign) are passed over; another copy of a file that a disk shared by
// several people made of two edits is told.
func List(fsys fs.FS) (Files, []diag.Problem) {
	l := lister{fsys: fsys}
	l.root()
	if l.isFolder("content") {
		l.content()
	}
	if l.isFolder("static") {
		l.static("static")
	}
	for _, list := range l.files.all() {
		slices.Sort(list)
	}
	return l.files, diag.Sort(l.problems)
}

type lister struct {
	fsys     fs.FS
	files    Files
	problems []diag.Problem
}

func (l *lister) tell(file string, severity diag.Severity, code, text, hint string) {
	l.problems = append(l.problems, diag.Problem{File: file, Severity: severity, Code: code, Text: text, Hint: hint})
}

// entries reads a folder; editors' and systems' own files are left out.
func (l *lister) entries(dir string) []fs.DirEntry { return l.read(dir, Foreign) }

func (l *lister) read(dir string, leftOut func(name string) bool) []fs.DirEntry {
	all, err := fs.ReadDir(l.fsys, dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		l.tell(dir, diag.Error, "unreadable", "the folder cannot be read: "+cause(err), "")
	}
	return slices.DeleteFunc(all, func(e fs.DirEntry) bool { return leftOut(e.Name()) || l.isConflict(dir, e.Name()) })
}

// isConflict tells of, and tells, one of the copies that Syncthing, Dropbox and
// the like make of a file that two people changed at once: it is not another
// person or article.
func (l *lister) isConflict(dir, name string) bool {
	if !strings.Contains(name, ".sync-conflict-") && !strings.Contains(name, "conflicted copy") {
		return false
	}
	l.tell(path.Join(dir, name), diag.Warning, "conflict-copy", "this is not read: it is a copy that a shared folder kept when two people changed a file at once",
		"take over what is missing from it, and delete it")
	return true
}

// root looks at the site's own folder.
func (l *lister) root() {
	for _, e := range l.entries(".") {
		switch name := e.Name(); name {
		case "profilegen.yaml":
			if l.isRegular(name, e, diag.Error) {
				l.files.Settings = name
			}
		case "profilegen.yml", "profilegen.toml", "profilegen.json", "config.yaml", "hugo.yaml":
			if strings.HasPrefix(name, "profilegen.") {
				l.tell(name, diag.Error, "misplaced", "settings are not read from here", "rename it to profilegen.yaml, and write it in YAML")
			}
		case "decisions.yaml", "decisions.yml":
			l.tell(name, diag.Error, "misplaced", "decisions are not read from here", "move it to content/decisions.yaml")
		}
	}
}

// isFolder tells of a folder in the site's own; a link is not followed.
func (l *lister) isFolder(name string) bool {
	info, err := fs.Lstat(l.fsys, name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		if name == "content" {
			l.tell(name, diag.Error, "no-content", "there is no folder content here", "start a site with: profilegen new site DIR")
		}
	case err != nil:
		l.tell(name, diag.Error, "unreadable", "the folder cannot be read: "+cause(err), "")
	case info.Mode()&fs.ModeSymlink != 0:
		l.tell(name, diag.Error, "link", "a symbolic link is not followed", "put the folder itself here")
	case !info.IsDir():
		l.tell(name, diag.Error, "not-a-folder", "this is not a folder", "put a folder here")
	default:
		return true
	}
	return false
}

// content looks at content/ itself.
func (l *lister) content() {
	for _, e := range l.entries("content") {
		name := e.Name()
		file := path.Join("content", name)
		switch {
		case name == "decisions.yaml":
			if l.isRegular(file, e, diag.Error) {
				l.files.Decisions = file
			}
		case strings.EqualFold(strings.TrimSuffix(name, path.Ext(name)), "decisions"):
			l.tell(file, diag.Error, "misplaced", "decisions are not read from here", "rename it to content/decisions.yaml")
		case !slices.Contains([]string{people, parties, articles, pages}, name):
			hint := "people, parties, articles and pages are read"
			if meant := folderMeant(name); meant != "" {
				hint = "did you mean content/" + meant + "?"
			}
			l.tell(file, diag.Warning, "misplaced", "this is not read", hint)
		case l.isFolder(file) && name == articles:
			l.articles(file)
		case e.IsDir() && name != articles:
			l.flat(name, file)
		}
	}
}

// folderMeant gives the folder that another name was probably meant to be.
func folderMeant(name string) string {
	switch NearestKey(name, []string{people, "person", parties, "party", articles, "news", "posts", pages}) {
	case people, "person":
		return people
	case parties, "party":
		return parties
	case articles, "news", "posts":
		return articles
	case pages:
		return pages
	}
	return ""
}

// flat looks at a folder whose documents are all Markdown files right in it.
func (l *lister) flat(kind, dir string) {
	for _, e := range l.entries(dir) {
		file := dir + "/" + e.Name()
		extension := strings.ToLower(path.Ext(file))
		switch {
		case extension == ".md":
			if l.isRegular(file, e, diag.Error) && l.isNameable(file, diag.Error) {
				l.add(kind, file)
			}
		case isPicture(file):
			if l.isRegular(file, e, diag.Warning) {
				l.files.Pictures = append(l.files.Pictures, file)
			}
		case e.IsDir():
			l.tell(file, diag.Warning, "misplaced", "sub-folders are not read here", "move its files up to "+dir)
		case extension == ".markdown" || extension == ".mdown" || extension == ".txt" || extension == ".html" || extension == ".htm" || extension == ".yaml":
			l.tell(file, diag.Warning, "misplaced", "this is not read", "rename it to end with .md")
		default:
			l.tell(file, diag.Warning, "misplaced", "this is not read", "documents end with .md, pictures with .jpg, .png, .gif or .webp")
		}
	}
}

func (l *lister) add(kind, file string) {
	switch kind {
	case people:
		l.files.People = append(l.files.People, file)
	case parties:
		l.files.Parties = append(l.files.Parties, file)
	case pages:
		l.files.Pages = append(l.files.Pages, file)
	}
}

// articles looks at the articles and their sub-folders.
func (l *lister) articles(dir string) {
	for _, e := range l.entries(dir) {
		file := dir + "/" + e.Name()
		extension := strings.ToLower(path.Ext(file))
		isArticle := extension == ".md" || extension == ".txt" || extension == ".html"
		switch {
		case isArticle:
			if l.isRegular(file, e, diag.SetAside) && l.isNameable(file, diag.Error) {
				l.files.Articles = append(l.files.Articles, file)
			}
		case e.IsDir():
			l.articles(file)
		case e.Type()&fs.ModeSymlink != 0:
			l.isRegular(file, e, diag.SetAside)
		case isPicture(file):
		default:
			hint := "articles end with .md, .txt or .html"
			if extension == ".htm" {
				hint = "rename it to end with .html"
			}
			l.tell(file, diag.Warning, "misplaced", "this is not read", hint)
		}
	}
}

// static lists what is copied as it is: .nojekyll and .well-known too.
func (l *lister) static(dir string) {
	for _, e := range l.read(dir, Leftover) {
		file := dir + "/" + e.Name()
		switch {
		case !utf8.ValidString(file):
			l.tell(file, diag.Error, "bad-name", "the file's name is not UTF-8", "rename the file")
		case e.IsDir():
			l.static(file)
		case l.isRegular(file, e, diag.Error):
			l.files.Static = append(l.files.Static, file)
		}
	}
}

// isRegular tells of a file that can be read without leaving the site and
// without waiting.
func (l *lister) isRegular(file string, e fs.DirEntry, severity diag.Severity) bool {
	switch mode := e.Type(); {
	case mode.IsRegular():
		return true
	case mode&fs.ModeSymlink != 0:
		l.tell(file, severity, "link", "a symbolic link is not followed", "put the file itself here")
	case mode.IsDir():
		l.tell(file, severity, "not-a-file", "this is a folder, not a file", "rename it")
	default:
		l.tell(file, severity, "not-a-file", "this is "+modeName(mode)+", not a file", "remove it")
	}
	return false
}

func modeName(mode fs.FileMode) string {
	switch {
	case mode&fs.ModeNamedPipe != 0:
		return "a named pipe"
	case mode&fs.ModeSocket != 0:
		return "a socket"
	case mode&(fs.ModeDevice|fs.ModeCharDevice) != 0:
		return "a device"
	}
	return "something special"
}

// cause gives the system's words for an error, without the path that the
// problem names anyway.
func cause(err error) string {
	var at *fs.PathError
	if errors.As(err, &at) {
		return at.Err.Error()
	}
	return err.Error()
}
