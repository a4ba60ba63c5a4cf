// Package claim is the vocabulary between the stages: what one article says
// about one person or party, with the words that say it.
//
// The fields, types and values are those of docs/claims.md and closed: Validate
// refuses any other. Extraction makes claims, the merge turns them into facts;
// neither the extractor nor the merge defines words of its own. The package
// reads no file and knows no rule.
package claim

import "profilegen/generator/edtf"

// Claim is one thing that one article says about one person or party. A site
// has very many and keeps them all: what few of them tell stands behind
// pointers, and their texts stand together in Words, each once. Flat has the
// form in which a claim is written; claims are made of it, and not changed.
type Claim struct {
	// Words are those of all claims of the article; nil in the zero value.
	Words *Words
	// Places has where the claim's own stand: see ID, Subject and so on.
	Places   [wordings]Place
	Begin    int32   // see StartByte
	Voice    *Voice  // nil in the article's own voice
	Detail   *Detail // nil where there is none
	Start    edtf.Date
	End      edtf.Date
	On       edtf.Date
	Type     Type
	Stage    Stage
	Action   Action
	CaseRole CaseRole
	Status   Status
	Former   bool
}

// Voice is who speaks, where it is not the article itself. Claims share it; it
// is never changed.
type Voice struct {
	// By is the speaker.
	By string
	// Via lists the sources that report one another, outermost first.
	Via []string
}

// Detail is what few claims tell. Claims share it; it is never changed.
type Detail struct {
	// Object is the other person (family) or the addressee (statement).
	Object string
	// When is the article's own words for a date that cannot be resolved.
	When string
	// Reason is in the article's words.
	Reason string
}

// ID gives the claim's id, as MakeID makes it.
func (c *Claim) ID() string { return c.Words.at(c.Places[atID]) }

// Article gives the source's id: its file name without the extension.
func (c *Claim) Article() string {
	if c.Words == nil {
		return ""
	}
	return c.Words.Article
}

// Subject gives the person or party in the fullest form that the article gives,
// without honorifics (Sir and Lord stay).
func (c *Claim) Subject() string { return c.Words.at(c.Places[atSubject]) }

// Role gives the post, in the article's words.
func (c *Claim) Role() string { return c.Words.at(c.Places[atRole]) }

// Org gives the organisation, in the article's words.
func (c *Claim) Org() string { return c.Words.at(c.Places[atOrg]) }

// Place gives the place, in the article's words.
func (c *Claim) Place() string { return c.Words.at(c.Places[atPlace]) }

// Quote gives the article's exact words that carry the claim, at most two sentences.
func (c *Claim) Quote() string { return c.Words.at(c.Places[atQuote]) }

// Rule names the extractor's rule.
func (c *Claim) Rule() string { return c.Words.at(c.Places[atRule]) }

// StartByte says where Quote stands in the article's text, in UTF-8 bytes.
func (c *Claim) StartByte() int { return int(c.Begin) }

// SetAsides sets who speaks and what few claims tell, of a claim that is being
// made.
func (c *Claim) SetAsides(v Voice, d Detail) {
	if v.By != "" || len(v.Via) > 0 {
		kept := v // what is empty takes no memory
		c.Voice = &kept
	}
	if d != (Detail{}) {
		kept := d
		c.Detail = &kept
	}
}

// EndByte says where Quote ends in the article's text, exclusive.
func (c *Claim) EndByte() int { return c.StartByte() + len(c.Quote()) }

// By gives the speaker, where it is not the article itself.
func (c *Claim) By() string {
	if c.Voice == nil {
		return ""
	}
	return c.Voice.By
}

// Via gives the sources that report one another, outermost first.
func (c *Claim) Via() []string {
	if c.Voice == nil {
		return nil
	}
	return c.Voice.Via
}

// Object gives the other person (family) or the addressee (statement).
func (c *Claim) Object() string {
	if c.Detail == nil {
		return ""
	}
	return c.Detail.Object
}

// When gives the article's own words for a date that cannot be resolved.
func (c *Claim) When() string {
	if c.Detail == nil {
		return ""
	}
	return c.Detail.When
}

// Reason gives the reason in the article's words.
func (c *Claim) Reason() string {
	if c.Detail == nil {
		return ""
	}
	return c.Detail.Reason
}
