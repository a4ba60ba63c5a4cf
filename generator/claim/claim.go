// Package claim is the vocabulary between the stages: what one article says
// about one person or party, with the words that say it.
//
// The fields, types and values are those of docs/claims.md and closed: Validate
// refuses any other. Extraction makes claims, the merge turns them into facts;
// neither the extractor nor the merge defines words of its own. The package
// reads no file and knows no rule.
package claim

import (
	"fmt"
	"slices"
	"strings"

	"profilegen/generator/edtf"
)

// Claim is one thing that one article says about one person or party. A site
// has very many: what few of them tell stands behind pointers, and Flat has the
// form in which one is written.
type Claim struct {
	// ID is made by MakeID alone.
	ID string
	// Article is the source's id: its file name without the extension.
	Article string
	// Subject is the person or party in the fullest form that the article gives,
	// without honorifics (Sir and Lord stay).
	Subject string
	Role    string
	Org     string
	Place   string
	// Quote is the article's exact words that carry the claim, at most two sentences.
	Quote string
	// Rule names the extractor's rule.
	Rule string
	// StartByte says where Quote stands in the article's text, in UTF-8 bytes.
	StartByte int
	Voice     *Voice  // nil in the article's own voice
	Detail    *Detail // nil where there is none
	Start     edtf.Date
	End       edtf.Date
	On        edtf.Date
	Type      Type
	Stage     Stage
	Action    Action
	CaseRole  CaseRole
	Status    Status
	Former    bool
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

// EndByte says where Quote ends in the article's text, exclusive.
func (c *Claim) EndByte() int { return c.StartByte + len(c.Quote) }

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

// SetVoice sets the speaker and whoever reports him.
func (c *Claim) SetVoice(by string, via []string) {
	c.Voice = nil
	if by != "" || len(via) > 0 {
		c.Voice = &Voice{by, via}
	}
}

// SetDetail sets what few claims tell.
func (c *Claim) SetDetail(d Detail) {
	c.Detail = nil
	if d != (Detail{}) {
		kept := d // what is empty takes no memory
		c.Detail = &kept
	}
}

// Validate tells the first word of the claim that does not fit its type, or a
// missing subject, quote or article.
func (c *Claim) Validate() error {
	switch {
	case c.Article == "":
		return fmt.Errorf("a claim without an article")
	case c.Type == None || c.Type > Event:
		return unknown("type", c.Type.String())
	case strings.TrimSpace(c.Subject) == "":
		return fmt.Errorf("a %s without a subject", c.Type)
	case c.Quote == "":
		return fmt.Errorf("a %s of %s without its words", c.Type, c.Subject)
	case c.StartByte < 0:
		return misfit(c.StartByte, c.EndByte(), c.Quote)
	case c.Status == None || c.Status > Planned:
		return misplaced("status", c.Status.String(), c.Type)
	case c.Stage != None && !slices.Contains(Stages(c.Type), c.Stage):
		return misplaced("stage", c.Stage.String(), c.Type)
	case c.Action != None && !slices.Contains(Actions(c.Type), c.Action):
		return misplaced("action", c.Action.String(), c.Type)
	case c.CaseRole != None && !slices.Contains(CaseRoles(c.Type), c.CaseRole):
		return misplaced("case_role", c.CaseRole.String(), c.Type)
	}
	return nil
}

func misfit(start, end int, quote string) error {
	return fmt.Errorf("the offsets %d to %d do not fit a quote of %d bytes", start, end, len(quote))
}
