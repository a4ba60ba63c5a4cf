// Package review decides what may be shown: it holds back what an editor has to
// see first, applies the editors' decisions, and cuts the quotations of what is
// published to words that carry nothing held.
//
// In go the merged profiles, the decisions and the settings; out come a
// Publication, which has no word of what is held or rejected (so that no later
// stage can show it by mistake), and the list of what is held. It renders
// nothing and writes no decision.
package review

import (
	"iter"

	"profilegen/generator/claim"
	"profilegen/generator/content"
	"profilegen/generator/edtf"
	"profilegen/generator/profile"
)

// Publication is everything that pages, feeds and data may show.
type Publication struct {
	Settings content.Settings
	Profiles []*Profile // those with a page: people, then parties, each by id
	Articles []*Article // by id
	Pages    []*content.Page
	// Changes are the corrections and withdrawals, newest first.
	Changes []Change
}

// Profile is a person or party with the facts that may be shown.
type Profile struct {
	Ref    profile.Ref
	Name   string
	Person *content.Person // nil for a party and for a stub
	Party  *content.Party  // nil for a person and for a stub
	// Facts in the order of the timeline (by date, undated first). Their
	// Claims, Sides, Sources and Differs name only what is published.
	Facts []*profile.Fact
	// Mentions are published claims of people without a profile that name this
	// profile as their org or object, in the order of their articles' dates.
	Mentions []*Claim
	// Updated is the date of the newest source; zero where there is none.
	Updated edtf.Date
}

// Article is a source with its published claims.
type Article struct {
	*content.Article // Text is empty unless FullText
	// Label is what stands for the title where its words tell something held:
	// outlet and date. Empty where Title may be shown.
	Label  string
	Claims []Claim // in text order
	// Spans is the text as it may be shown, only with FullText: sentences with
	// held words are left out and marked.
	Spans []Span
}

// Span is a piece of a source's text, or the mark of something left out.
type Span struct {
	Text    string   // empty where Omitted
	Claims  []string // the published claims whose words it belongs to
	Omitted bool     // shown as "[…]"
	Break   bool     // a paragraph ends after it
}

// Claim is a published claim. Its Quote is cut to words that carry nothing
// held, with its own offsets; it is empty where the two cannot be cut apart.
type Claim struct {
	*claim.Claim        // the merge's own where nothing is cut, so that it stands in memory once
	Named        *Named // never nil; claims that name the same may share it
	// Fact is the id of the fact that the claim stands for; empty for somebody
	// without a profile.
	Fact string
}

// Named are the profiles that a claim names; each is empty where it names nobody
// with a profile. The names as written are the claim.Claim's.
type Named struct {
	Subject, Org, Object profile.Ref
	// Other is the id of the fact on the other person's side, of a kinship that
	// both sides have a fact of.
	Other string
}

// Facts gives the ids of the facts that the claim stands for: Fact, if there is
// one, and Named.Other, if there is one.
func (c *Claim) Facts() iter.Seq[string] {
	return func(yield func(string) bool) {
		if c.Fact != "" && yield(c.Fact) && c.Named.Other != "" {
			yield(c.Named.Other)
		}
	}
}

// Change is a dated line for /corrections/.
type Change struct {
	Date    edtf.Date
	Subject profile.Ref
	Name    string
	// Text is an editor's correction; empty for a withdrawn fact, which leaves
	// no word of its own.
	Text      string
	Withdrawn bool
	Fact      string // the id, for corrected or withdrawn facts
}

// HeldFact is a fact that waits for an editor.
type HeldFact struct {
	*profile.Fact
	Words []string // its quotations
	Why   []string // why it is held, as "type legal", "alleged", "words on health"
	// Was has the words of an earlier acceptance, where they changed.
	Was []string
}

// FlatHeld is a held fact as it is written: the fact's fields, then its own.
type FlatHeld struct {
	profile.FlatFact
	Words []string `json:"words"`
	Why   []string `json:"held"`
	Was   []string `json:"was,omitempty"`
}

// Flat gives a held fact as it is written.
func (h HeldFact) Flat() FlatHeld { return FlatHeld{h.Fact.Flat(), h.Words, h.Why, h.Was} }

// MarshalJSON writes the flat form.
func (h HeldFact) MarshalJSON() ([]byte, error) { return claim.PlainJSON(h.Flat()) }
