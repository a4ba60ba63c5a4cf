// Package profile merges claims and front matter into profiles: who is meant,
// which claims say the same thing, which contradict each other, what status a
// fact has once all its sources are put together.
//
// In go the site's documents and the claims of each article; out come facts
// with every source kept, for each person and party, stubs included. It
// decides nothing about what may be shown (package review does), renders
// nothing, and never makes a fact without a source or a date that no source
// gives. The order of its input decides nothing.
package profile

import (
	"strings"

	"profilegen/generator/claim"
	"profilegen/generator/content"
	"profilegen/generator/diag"
	"profilegen/generator/edtf"
)

// Ref names a profile: "people/ID" or "parties/ID"; empty for nobody with a profile.
type Ref string

// PersonRef and PartyRef make the name of a profile from its id.
func PersonRef(id string) Ref { return Ref("people/" + id) }

// PartyRef makes the name of a party's profile from its id.
func PartyRef(id string) Ref { return Ref("parties/" + id) }

// IsPerson tells people from parties.
func (r Ref) IsPerson() bool { return strings.HasPrefix(string(r), "people/") }

// ID gives the id without the kind.
func (r Ref) ID() string {
	_, id, _ := strings.Cut(string(r), "/")
	return id
}

// Fact is one thing that a profile shows: the claims and lines of front matter
// that say the same, merged. The order of the fields is the order in
// facts.jsonl; docs/claims.md has their meaning. Org and Object are a Ref's
// text where they have a profile, else the name as written.
type Fact struct {
	ID        string         `json:"id"`
	Subject   Ref            `json:"subject"`
	Type      claim.Type     `json:"type"`
	Role      string         `json:"role,omitempty"`
	Org       string         `json:"org,omitempty"`
	Object    string         `json:"object,omitempty"`
	Place     string         `json:"place,omitempty"`
	Start     edtf.Date      `json:"start,omitzero"`
	End       edtf.Date      `json:"end,omitzero"`
	On        edtf.Date      `json:"on,omitzero"`
	When      string         `json:"when,omitempty"`
	Former    bool           `json:"former,omitempty"`
	Stage     claim.Stage    `json:"stage,omitempty"`
	Action    claim.Action   `json:"action,omitempty"`
	CaseRole  claim.CaseRole `json:"case_role,omitempty"`
	Reason    string         `json:"reason,omitempty"`
	Status    claim.Status   `json:"status"`
	Origin    Origin         `json:"origin"`
	Review    Review         `json:"review"`
	Sides     []Side         `json:"sides,omitempty"`
	Sources   []Source       `json:"sources,omitempty"`
	Voices    int            `json:"voices"`
	Anonymous bool           `json:"anonymous,omitempty"`
	EndedBy   string         `json:"ended_by,omitempty"`
	Claims    []string       `json:"claims,omitempty"`
	Differs   []string       `json:"differs,omitempty"`
	// Quote is kept for statements and events; of an editor's event its text.
	Quote string `json:"quote,omitempty"`

	// Words are the quotations it was made on, for review (not in facts.jsonl).
	Words []string `json:"-"`
	// AsOf is the newest source's date, for open posts ("as of").
	AsOf edtf.Date `json:"-"`
	// EndShown is the end that EndedBy's fact gives an open post.
	EndShown edtf.Date `json:"-"`
	// Lines are the front-matter lines that it stands on, for check's messages.
	Lines []Line `json:"-"`
	// Finer are dates that articles know better than the editor's line, which
	// stands as written: shown beside it with their sources.
	Finer []Finer `json:"-"`

	members []member // the claims and lines themselves, in the order of Sources
}

// Finer is a date that an article knows better than the editor's line.
type Finer struct {
	Field  string // "start", "end" or "on"
	Date   edtf.Date
	Source Source
	Claim  string // the claim's id
}

// Line is a place in an editor's file.
type Line struct {
	File         string
	Line, Column int
}

// Side is who says what of a fact that is not simply asserted.
type Side struct {
	Status claim.Status `json:"status"`
	By     string       `json:"by,omitempty"` // absent for the article's own voice
	Via    []string     `json:"via,omitempty"`
	Reason string       `json:"reason,omitempty"`
	Claims []string     `json:"claims,omitempty"` // absent for an editor's line
}

// Source is where a fact stands: an article, or a bare address.
type Source struct {
	Article string    `json:"article,omitempty"`
	Outlet  string    `json:"outlet,omitempty"`
	Date    edtf.Date `json:"date,omitzero"`
	URL     string    `json:"url,omitempty"`
}

// Article is what the merge reads of one source.
type Article struct {
	*content.Article // Text may be empty: the merge needs only the metadata
	Claims           []claim.Claim
	// Sentences are hashes of the normalised sentences, to find wire copies.
	Sentences []uint64
}

// Input is everything that the merge reads.
type Input struct {
	Site     *content.Site
	Articles []Article // sorted by id; drafts left out
	// RoleNames groups names of one post by the lexicon ("MP", "Member of Parliament").
	RoleNames [][]string
	// Drafts tells that profiles marked as drafts are built too. Otherwise they
	// are known by their names, so that no stub takes their place, and shown nowhere.
	Drafts bool
}

// Profile is one person or party with all its facts, whether they may be shown or not.
type Profile struct {
	Ref    Ref
	Name   string
	Person *content.Person // nil for a party and for a stub
	Party  *content.Party  // nil for a person and for a stub
	Facts  []*Fact         // in the order of the timeline: by date, then type, then id
}

// Stub tells that no editor wrote this profile.
func (p *Profile) Stub() bool { return p.Person == nil && p.Party == nil }

// Use is what became of one claim.
type Use struct {
	Claim   *claim.Claim
	Fact    *Fact // nil where the subject has no profile
	Subject Ref   // empty for nobody with a profile
	Org     Ref
	Object  Ref
	// Other is the fact on the other person's profile, told from that side
	// (family); nil where that person has none.
	Other *Fact
}

// Unresolved is a name that fits no profile, or several.
type Unresolved struct {
	Name       string
	Articles   []string
	Candidates []Ref // the profiles that it could mean; none where it fits none
	Why        string
}

// Result is what the merge makes of a site.
type Result struct {
	Profiles []*Profile // people, then parties, each by id
	// Uses has, for each article of the input and in its order, what became of its claims.
	Uses       [][]Use
	Unresolved []Unresolved
	Problems   []diag.Problem // contradictions of the editor's word, and the like

	merge *merge   // what Restrict needs
	ids   *builder // what IDs needs
}
