package content

import (
	"cmp"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"profilegen/generator/diag"
)

// Options say how a site is read.
type Options struct {
	// Drafts keeps the articles and pages that are marked as drafts.
	Drafts bool
	// Jobs is how many files are parsed at once; 0 is one for each core.
	Jobs int
	// Memo remembers documents between loads; it may be empty.
	Memo Memo
	// List gives the site's files; nil is List.
	List func(fsys fs.FS) (Files, []diag.Problem)
}

// Document is one parsed file: one of the four is set, or none where the file
// could not be used; Problems say why.
type Document struct {
	Person   *Person
	Party    *Party
	Article  *Article
	Page     *Page
	Problems []diag.Problem
}

// Memo remembers parsed files by path and hash of their bytes. Each function
// may be nil; all are called from several goroutines at once. A document that
// was given to Keep, or came from Known or Recall, is never changed by this package.
type Memo struct {
	// Known gives the document of a file that is known to be unchanged: such a
	// file is not even opened.
	Known  func(file string) (Document, bool)
	Recall func(file string, hash [32]byte) (Document, bool)
	Keep   func(file string, hash [32]byte, d Document)
}

// Load reads the whole site from its folder. The problems are complete and
// sorted; the site holds what could be read, also where there are errors.
// Drafts are checked, but those of articles and pages stand in the site only
// where the options say so; those of profiles always do.
func Load(fsys fs.FS, o Options) (*Site, []diag.Problem) {
	list := List
	if o.List != nil {
		list = o.List
	}
	files, problems := list(fsys)
	problems = slices.Clone(problems)
	site := &Site{Settings: DefaultSettings(), Files: files}
	if raw := readCurated(fsys, files.Settings, &problems); raw != nil {
		var found []diag.Problem
		site.Settings, found = ParseSettings(files.Settings, raw)
		problems = append(problems, found...)
	}
	if raw := readCurated(fsys, files.Decisions, &problems); raw != nil {
		var found []diag.Problem
		site.Decisions, found = ParseDecisions(files.Decisions, raw)
		site.DecisionsHash = sha256.Sum256(raw)
		problems = append(problems, found...)
	}
	for _, d := range parseAll(fsys, slices.Concat(files.People, files.Parties, files.Articles, files.Pages), o) {
		problems = append(problems, d.Problems...)
		site.add(d)
	}
	site.sort()
	problems = append(problems, Check(site)...)
	if !o.Drafts {
		site.dropDrafts()
	}
	return site, diag.Sort(problems)
}

// readCurated reads a file of the editors' own; nil where it is absent or
// cannot be read, which is told.
func readCurated(fsys fs.FS, file string, problems *[]diag.Problem) []byte {
	if file == "" {
		return nil
	}
	raw, problem := readFile(fsys, file, maxCurated, diag.Error, nil)
	if problem != nil {
		*problems = append(*problems, *problem)
	}
	return raw
}

// Limits of single files, in bytes.
const (
	maxCurated = 32 << 20
	maxArticle = 16 << 20
)

// parseAll parses files on several cores; the documents are in the files' order.
func parseAll(fsys fs.FS, files []string, o Options) []Document {
	documents := make([]Document, len(files))
	jobs := o.Jobs
	if jobs <= 0 {
		jobs = runtime.GOMAXPROCS(0)
	}
	var next atomic.Int64
	var workers sync.WaitGroup
	for range min(jobs, len(files)) {
		workers.Go(func() {
			var room roomToRead
			for i := int(next.Add(1)) - 1; i < len(files); i = int(next.Add(1)) - 1 {
				documents[i] = parseFile(fsys, files[i], o.Memo, &room)
			}
		})
	}
	workers.Wait()
	return documents
}

// roomToRead is memory that one file after the other is read into: nothing of
// it outlives the parsing of a file.
type roomToRead struct {
	bytes []byte
	parse roomToParse
}

// parseFile reads a file into room and parses it, or remembers it.
func parseFile(fsys fs.FS, file string, memo Memo, room *roomToRead) Document {
	if memo.Known != nil {
		if d, ok := memo.Known(file); ok {
			return d
		}
	}
	kind, _, _ := strings.Cut(strings.TrimPrefix(file, "content/"), "/")
	limit, severity := maxCurated, diag.Error
	if kind == articles {
		limit, severity = maxArticle, diag.SetAside
	}
	raw, problem := readFile(fsys, file, limit, severity, room.bytes)
	if problem != nil {
		return Document{Problems: []diag.Problem{*problem}}
	}
	if raw == nil {
		return Document{} // gone since it was listed
	}
	room.bytes = raw[:0]
	hash := sha256.Sum256(raw)
	if memo.Recall != nil {
		if d, ok := memo.Recall(file, hash); ok {
			return d
		}
	}
	var d Document
	switch kind {
	case people:
		d.Person, d.Problems = ParsePerson(file, raw)
	case parties:
		d.Party, d.Problems = ParseParty(file, raw)
	case articles:
		d.Article, d.Problems = parseArticle(file, raw, hash, &room.parse)
	case pages:
		d.Page, d.Problems = ParsePage(file, raw)
	}
	if memo.Keep != nil {
		memo.Keep(file, hash, d)
	}
	return d
}

// readFile reads a regular file up to a limit, into room where that is large
// enough. Of a file that is no text, only its first bytes are read. It gives nil
// where the file is gone.
func readFile(fsys fs.FS, file string, limit int, severity diag.Severity, room []byte) ([]byte, *diag.Problem) {
	trouble := func(code, text, hint string) ([]byte, *diag.Problem) {
		return nil, &diag.Problem{File: file, Severity: severity, Code: code, Text: text, Hint: hint}
	}
	f, err := fsys.Open(file)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case err != nil:
		return trouble("unreadable", "the file cannot be read: "+cause(err), "")
	}
	defer f.Close()
	info, err := f.Stat()
	switch {
	case err != nil:
		return trouble("unreadable", "the file cannot be read: "+cause(err), "")
	case !info.Mode().IsRegular():
		return trouble("not-a-file", "this is not a file", "")
	}
	size := int(min(info.Size(), int64(limit)))
	if cap(room) < size+bytesMore {
		room = make([]byte, 0, size+bytesMore)
	}
	head := room[:min(size, sniffed)]
	n, err := io.ReadFull(f, head)
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) && !errors.Is(err, io.EOF) {
		return trouble("unreadable", "the file cannot be read: "+cause(err), "")
	}
	raw := head[:n]
	if what := binaryKind(raw); what != "" {
		return raw, nil // the parser tells it from these bytes
	}
	if info.Size() > int64(limit) {
		return trouble("too-large", fmt.Sprintf("the file has %d bytes", info.Size()), fmt.Sprintf("the limit is %d", limit))
	}
	for len(raw) <= limit {
		if len(raw) == cap(raw) {
			raw = append(raw, 0)[:len(raw)]
		}
		n, err := f.Read(raw[len(raw):cap(raw)])
		raw = raw[:len(raw)+n]
		if errors.Is(err, io.EOF) {
			return raw, nil
		}
		if err != nil {
			return trouble("unreadable", "the file cannot be read: "+cause(err), "")
		}
	}
	return trouble("too-large", "the file grows while it is read", fmt.Sprintf("the limit is %d bytes", limit))
}

// bytesMore is the room in which the end of a file shows itself.
const bytesMore = 512

// add puts a document into the site.
func (s *Site) add(d Document) {
	switch {
	case d.Person != nil:
		s.People = append(s.People, d.Person)
	case d.Party != nil:
		s.Parties = append(s.Parties, d.Party)
	case d.Page != nil:
		s.Pages = append(s.Pages, d.Page)
	case d.Article != nil:
		a := d.Article
		if a.Language == "" {
			// what is remembered stays as it was read
			copied := *a
			copied.Language = s.Settings.Language
			a = &copied
		}
		s.Articles = append(s.Articles, a)
	}
}

// sort orders the documents by id, those of one id by file.
func (s *Site) sort() {
	slices.SortFunc(s.People, func(a, b *Person) int { return compareIDs(a.ID, b.ID, a.File, b.File) })
	slices.SortFunc(s.Parties, func(a, b *Party) int { return compareIDs(a.ID, b.ID, a.File, b.File) })
	slices.SortFunc(s.Articles, func(a, b *Article) int { return compareIDs(a.ID, b.ID, a.File, b.File) })
	slices.SortFunc(s.Pages, func(a, b *Page) int { return compareIDs(a.ID, b.ID, a.File, b.File) })
}

func compareIDs(a, b, fileA, fileB string) int {
	return cmp.Or(strings.Compare(a, b), strings.Compare(fileA, fileB))
}

// dropDrafts leaves out what is not built. Profiles stay, marked as they are:
// whoever has one in the making is known by name, and shown nowhere.
func (s *Site) dropDrafts() {
	s.Articles = slices.DeleteFunc(s.Articles, func(a *Article) bool { return a.Draft })
	s.Pages = slices.DeleteFunc(s.Pages, func(p *Page) bool { return p.Draft })
}
