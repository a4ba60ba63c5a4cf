package content

import (
	"io/fs"

	"profilegen/generator/diag"
)

// Options say how a site is read.
type Options struct {
	// Drafts keeps the documents that are marked as drafts.
	Drafts bool
	// Jobs is how many files are parsed at once; 0 is one for each core.
	Jobs int
	// Memo remembers documents between loads; it may be empty.
	Memo Memo
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

// Memo remembers parsed files by path and hash of their bytes. Either function
// may be nil; both are called from several goroutines at once. What Recall
// gives is not changed by this package.
type Memo struct {
	Recall func(file string, hash [32]byte) (Document, bool)
	Keep   func(file string, hash [32]byte, d Document)
}

// Load reads the whole site from its folder. The problems are complete and
// sorted; the site holds what could be read, also where there are errors.
func Load(fsys fs.FS, o Options) (*Site, []diag.Problem) {
	return &Site{}, nil
}

// Files are the content files of a site by kind, each list sorted by path.
// Paths are relative to the site's folder, with slashes.
type Files struct {
	Settings  string // profilegen.yaml, or empty
	Decisions string // content/decisions.yaml, or empty
	People    []string
	Parties   []string
	Articles  []string
	Pages     []string
	// Pictures are the image files beside profiles and pages.
	Pictures []string
	// Static are the files under static/.
	Static []string
}

// List finds every content file. Nothing but folders is opened; what is no
// regular file, is misplaced or leads elsewhere is told and left out.
func List(fsys fs.FS) (Files, []diag.Problem) { return Files{}, nil }

// Check tells what is wrong between documents: ids and addresses taken twice,
// redirects over pages, references to nothing.
func Check(site *Site) []diag.Problem { return nil }

// ParsePerson reads one file of content/people.
func ParsePerson(file string, raw []byte) (*Person, []diag.Problem) { return &Person{}, nil }

// ParseParty reads one file of content/parties.
func ParseParty(file string, raw []byte) (*Party, []diag.Problem) { return &Party{}, nil }

// ParseArticle reads one file of content/articles.
func ParseArticle(file string, raw []byte) (*Article, []diag.Problem) { return &Article{}, nil }

// ParsePage reads one file of content/pages.
func ParsePage(file string, raw []byte) (*Page, []diag.Problem) { return &Page{}, nil }

// ParseSettings reads profilegen.yaml; no bytes give the defaults.
func ParseSettings(file string, raw []byte) (Settings, []diag.Problem) { return Settings{}, nil }

// ParseDecisions reads content/decisions.yaml in the file's order.
func ParseDecisions(file string, raw []byte) ([]Decision, []diag.Problem) { return nil, nil }

// AppendDecision gives the decisions file with one block more at its end;
// every byte of raw stays as it is.
func AppendDecision(raw []byte, d Decision) ([]byte, error) { return raw, nil }

// NearestKey gives the one of keys that word was probably meant to be, or "".
func NearestKey(word string, keys []string) string { return "" }
