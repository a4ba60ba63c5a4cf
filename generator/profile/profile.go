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
