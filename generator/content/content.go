// Package content reads what a site's editors wrote: settings, people,
// parties, articles, free pages and decisions.
//
// In goes a file tree (fs.FS) laid out as docs/content.md says; out come typed
// documents, each with the place of every value that a later stage may have to
// point to, and the problems found, all of them in one run. What an editor
// wrote fails closed (a diag.Error); an article that cannot be used is set
// aside. The package never writes, never extracts and never guesses a value.
package content

import (
	"profilegen/generator/edtf"
)

// Publish says what extracted facts a site shows without an editor's word.
type Publish string

const (
	PublishAll          Publish = "all"
	PublishCorroborated Publish = "corroborated"
	PublishReviewed     Publish = "reviewed"
)

// Settings are those of profilegen.yaml, with the defaults filled in.
type Settings struct {
	Title       string
	BaseURL     string // ends with a slash, or empty
	Language    string // BCP 47; default "en"
	Description string
	Timezone    string // IANA name; default "UTC"
	Publish     Publish
	Contact     string // an address (http, https, mailto) or an e-mail address
}

// Place is where a value stands in a file; Line and Column are 1-based, Column
// in runes, and 0 where the format does not tell.
type Place struct {
	Line, Column int
}

// Person is one file of content/people.
type Person struct {
	ID        string // the file's name without its extension
	File      string // path from the site's folder, with slashes
	Hash      [32]byte
	Name      string
	Aliases   []string
	Redirects []string // site-absolute paths, as "/people/kamal/"; only .html files end without a slash
	Not       []string // ids of people with a like name
	Party     string   // a party's id, or a name where no such party exists
	Born      edtf.Date
	Died      edtf.Date

	Birthplace  string
	Image       string // as it is written; Files.Picture finds the file
	Summary     string
	Links       []Link // in the file's order
	Memberships []Membership
	Positions   []Position
	Events      []Event
	Corrections []Correction
	Draft       bool

	Body   string // Markdown, as it stands after the front matter, with LF
	Places map[string]Place
	// Places has the place of each value by its path: "born", "positions[0]",
	// "positions[0].sources[1]", "links.website".
}

// Party is one file of content/parties.
type Party struct {
	ID, File     string
	Hash         [32]byte
	Name         string
	Abbreviation string
	Aliases      []string
	Redirects    []string
	Founded      edtf.Date
	Dissolved    edtf.Date
	Color        string // "#rrggbb", or empty
	Ideology     []string
	Leaders      []Leader
	Links        []Link
	Summary      string
	Image        string
	Events       []Event
	Corrections  []Correction
	Draft        bool

	Body   string
	Places map[string]Place
}

// Link is one entry of `links`.
type Link struct {
	Name string // "website", "wikidata" …
	URL  string // an address; a Wikidata Q-number is written out
}

// Membership is an editor's line on a party or other organisation.
type Membership struct {
	Party      string
	Start, End edtf.Date
	Sources    []string // articles' ids, or addresses
}

// Position is an editor's line on a post.
type Position struct {
	Role, Place, Org string
	Start, End       edtf.Date
	Sources          []string
}

// Leader is an editor's line on who led a party.
type Leader struct {
	Person     string // a person's id, or a name where no such profile exists
	Start, End edtf.Date
	Sources    []string
}

// Event is an editor's line of the timeline.
type Event struct {
	Date    edtf.Date
	Text    string
	Sources []string
}

// Correction is a dated note on what an earlier version had wrong.
type Correction struct {
	Date edtf.Date
	Text string
}

// Format is how an article's file is written.
type Format string

const (
	Markdown  Format = "md"
	PlainText Format = "txt"
	HTML      Format = "html"
)

// Article is one source: what its front matter says, and where its text is.
type Article struct {
	ID, File   string
	Format     Format
	Hash       [32]byte // of the file's bytes
	Title      string
	Date       edtf.Date // when it was published
	Outlet     string
	Author     string
	URL        string
	ArchiveURL string
	Language   string // BCP 47; the site's where the file does not say
	Licence    string
	FullText   bool              // text: full
	Names      map[string]string // what an editor said a name in this article means; "none" is nobody
	Draft      bool
	// URLPlace, ArchivePlace and NamePlaces are where the two addresses and each of
	// Names stand in the file.
	URLPlace, ArchivePlace Place
	NamePlaces             map[string]Place

	// Text is what claims' offsets count in: what follows the front matter,
	// decoded, without a byte-order mark, line ends as LF; of HTML the text of
	// the main part, a blank line between blocks.
	Text string
	// TextLine is the file's line on which Text begins (0 for HTML).
	TextLine int
}

// Page is one file of content/pages, published at /ID/.
type Page struct {
	ID, File string
	Hash     [32]byte
	Title    string
	Summary  string
	Draft    bool
	Body     string
	Places   map[string]Place
}

// Verdict is what an editor decided.
type Verdict string

const (
	Accepted Verdict = "accepted"
	Rejected Verdict = "rejected"
	Edited   Verdict = "edited"
)

// Decision is one block of content/decisions.yaml.
type Decision struct {
	ID      string // the fact's
	Verdict Verdict
	Words   []string // the quotations it was made on
	By      string
	Date    edtf.Date // a day
	Reason  string
	// Set has the fields as they are to stand, by their name in facts.jsonl,
	// only with Edited; an empty value takes the field away, former is "true" or
	// "false".
	Set   map[string]string
	Place Place
}

// Site is everything a build reads but the layouts and the static files.
// Slices are sorted by id; Decisions keep the file's order.
type Site struct {
	Settings  Settings
	People    []*Person
	Parties   []*Party
	Articles  []*Article
	Pages     []*Page
	Decisions []Decision
	// DecisionsHash is of the decisions file's bytes (zero where there is none).
	DecisionsHash [32]byte
	// Files lists what the folder holds, drafts and what was set aside included.
	Files Files
}
