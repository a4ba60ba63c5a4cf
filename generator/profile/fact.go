package profile

import (
	"slices"

	"profilegen/generator/claim"
	"profilegen/generator/edtf"
)

// Fact is one thing that a profile shows: the claims and lines of front matter
// that say the same, merged; docs/claims.md has the meaning of its fields, and
// Flat the form in which it is written. Org is a Ref's text where it has a
// profile, else the name as written. A site has many facts, and most
// have one claim that nobody disputes: what few have stands behind pointers.
type Fact struct {
	ID      string
	Subject Ref
	Role    string
	Org     string
	Place   string
	one     [1]*claim.Claim // see Told; nil for none, or with several
	only    [1]*Source      // see Sources; nil for none, or with several
	several *several        // nil with one claim and one source at most
	Detail  *claim.Detail   // nil where there is none; often that of its claim
	Dispute *Dispute        // nil where all say the same, in the article's own voice
	Ended   *Ended          // of an open post: what ended it
	Edited  *Edited         // nil where no editor's line says so
	Voices  int32
	Start   edtf.Date
	End     edtf.Date
	On      edtf.Date
	// AsOf is the newest source's date, for open posts ("as of").
	AsOf      edtf.Date
	Type      claim.Type
	Stage     claim.Stage
	Action    claim.Action
	CaseRole  claim.CaseRole
	Status    claim.Status
	Origin    Origin
	Review    Review
	Former    bool
	Anonymous bool
}

// several is what a fact stands on that has more than one claim or source.
type several struct {
	told    []*claim.Claim
	sources []*Source
}

// Told gives the claims that say so, in the order of Sources; in a publication
// they are as they may be shown. They are not to be changed.
func (f *Fact) Told() []*claim.Claim {
	switch {
	case f.several != nil:
		return f.several.told
	case f.one[0] != nil:
		return f.one[:]
	}
	return nil
}

// SetTold sets the claims that say so.
func (f *Fact) SetTold(told []*claim.Claim) {
	switch {
	case f.several != nil:
		f.several = &several{told, f.several.sources}
	case len(told) > 1:
		f.several = &several{told, slices.Clone(f.Sources())}
	default:
		f.one = [1]*claim.Claim{}
		copy(f.one[:], told)
	}
}

// Sources gives what the fact stands on, which many facts share; it is not to be
// changed.
func (f *Fact) Sources() []*Source {
	switch {
	case f.several != nil:
		return f.several.sources
	case f.only[0] != nil:
		return f.only[:]
	}
	return nil
}

// SetSources sets the sources of a fact that is being made.
func (f *Fact) SetSources(sources []*Source) {
	switch {
	case f.several != nil:
		f.several.sources = sources
	case len(sources) > 1:
		f.several = &several{slices.Clone(f.Told()), sources}
	default:
		f.only = [1]*Source{}
		copy(f.only[:], sources)
	}
}

// Dispute is who says what of a fact that is not simply asserted, and the facts
// on the same thing that cannot be right as well.
type Dispute struct {
	Sides   []Side
	Differs []string // their ids, sorted
}

// Ended is what ended an open post.
type Ended struct {
	By    string    // the id of the fact that did
	Shown edtf.Date // the end that it gives; zero where no source tells the day
}

// Edited is what an editor's lines give a fact.
type Edited struct {
	// Text is an event's.
	Text string
	// Finer are dates that articles know better than the editor's line, which
	// stands as written: shown beside it with their sources.
	Finer []Finer

	lines []*line
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

// Claims gives the ids of the claims.
func (f *Fact) Claims() []string {
	if len(f.Told()) == 0 {
		return nil
	}
	ids := make([]string, len(f.Told()))
	for i, c := range f.Told() {
		ids[i] = c.ID()
	}
	return ids
}

// Words gives the quotations that it was made on, those in the same words once.
func (f *Fact) Words() []string {
	var words []string
	for _, c := range f.Told() {
		if c.Quote() != "" && !slices.Contains(words, c.Quote()) {
			words = append(words, c.Quote())
		}
	}
	return words
}

// Quote gives the words of a statement or an event, of an editor's event its
// text; empty for all else.
func (f *Fact) Quote() string {
	if f.Edited != nil && f.Edited.Text != "" {
		return f.Edited.Text
	}
	if f.Type == claim.Statement || f.Type == claim.Event {
		for _, c := range f.Told() {
			if c.Quote() != "" {
				return c.Quote()
			}
		}
	}
	return ""
}

// Object gives the other person or the addressee: a Ref's text where they have a
// profile, else the name as written.
func (f *Fact) Object() string { return f.detail().Object }

// When gives an article's own words for a date that cannot be resolved.
func (f *Fact) When() string { return f.detail().When }

// Reason gives the reason that all who tell one tell.
func (f *Fact) Reason() string { return f.detail().Reason }

func (f *Fact) detail() claim.Detail {
	if f.Detail == nil {
		return claim.Detail{}
	}
	return *f.Detail
}

// SetDetail sets what few facts tell; a fact never changes a Detail that others
// may have too.
func (f *Fact) SetDetail(d claim.Detail) {
	f.Detail = nil
	if d != (claim.Detail{}) {
		kept := d // what is empty takes no memory
		f.Detail = &kept
	}
}

// Sides gives who says what, where that is told.
func (f *Fact) Sides() []Side {
	if f.Dispute == nil {
		return nil
	}
	return f.Dispute.Sides
}

// Differs gives the ids of the facts that cannot be right as well, sorted.
func (f *Fact) Differs() []string {
	if f.Dispute == nil {
		return nil
	}
	return f.Dispute.Differs
}

// SetDispute sets who says what and the facts that differ; a fact never changes
// a Dispute that another may have too.
func (f *Fact) SetDispute(sides []Side, differs []string) {
	f.Dispute = nil
	if len(sides) > 0 || len(differs) > 0 {
		f.Dispute = &Dispute{sides, differs}
	}
}

// addDiffers adds a fact that cannot be right as well to one that is being made,
// whose Dispute no other has.
func (f *Fact) addDiffers(id string) {
	if f.Dispute == nil {
		f.Dispute = &Dispute{}
	}
	f.Dispute.Differs = append(f.Dispute.Differs, id)
}

// EndedBy gives the id of the fact that ended an open post; empty for none.
func (f *Fact) EndedBy() string {
	if f.Ended == nil {
		return ""
	}
	return f.Ended.By
}

// EndShown gives the end that the fact of EndedBy gives an open post.
func (f *Fact) EndShown() edtf.Date {
	if f.Ended == nil {
		return edtf.Date{}
	}
	return f.Ended.Shown
}

// Finer gives the dates that articles know better than the editor's line.
func (f *Fact) Finer() []Finer {
	if f.Edited == nil {
		return nil
	}
	return f.Edited.Finer
}

// Lines gives the front-matter lines that it stands on, for check's messages.
func (f *Fact) Lines() []Line {
	if f.Edited == nil {
		return nil
	}
	var lines []Line
	for _, l := range f.Edited.lines {
		lines = append(lines, l.at)
	}
	return lines
}
