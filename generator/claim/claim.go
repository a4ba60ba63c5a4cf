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

// Claim is one thing that one article says about one person or party. The
// order of the fields is the order in JSON; empty fields are left out.
type Claim struct {
	// ID is made by MakeID alone.
	ID string `json:"id"`
	// Article is the source's id: its file name without the extension.
	Article string `json:"article"`
	Type    Type   `json:"type"`
	// Subject is the person or party in the fullest form that the article gives,
	// without honorifics (Sir and Lord stay).
	Subject string `json:"subject"`
	Role    string `json:"role,omitempty"`
	Org     string `json:"org,omitempty"`
	// Object is the other person (family) or the addressee (statement).
	Object string    `json:"object,omitempty"`
	Place  string    `json:"place,omitempty"`
	Start  edtf.Date `json:"start,omitzero"`
	End    edtf.Date `json:"end,omitzero"`
	On     edtf.Date `json:"on,omitzero"`
	// When is the article's own words for a date that cannot be resolved.
	When     string   `json:"when,omitempty"`
	Former   bool     `json:"former,omitempty"`
	Stage    Stage    `json:"stage,omitempty"`
	Action   Action   `json:"action,omitempty"`
	CaseRole CaseRole `json:"case_role,omitempty"`
	// Reason is in the article's words.
	Reason string `json:"reason,omitempty"`
	Status Status `json:"status"`
	// By is the speaker, where it is not the article itself.
	By string `json:"by,omitempty"`
	// Via lists the sources that report one another, outermost first.
	Via []string `json:"via,omitempty"`
	// Quote is the article's exact words that carry the claim, at most two sentences.
	Quote string `json:"quote"`
	// StartByte and EndByte say where Quote stands in the article's text, in
	// UTF-8 bytes, end exclusive.
	StartByte int `json:"start_byte"`
	EndByte   int `json:"end_byte"`
	// Rule names the extractor's rule.
	Rule string `json:"rule,omitempty"`
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
	case c.EndByte-c.StartByte != len(c.Quote) || c.StartByte < 0:
		return fmt.Errorf("the offsets %d to %d do not fit a quote of %d bytes", c.StartByte, c.EndByte, len(c.Quote))
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
