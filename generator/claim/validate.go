package claim

import (
	"fmt"
	"math"
	"slices"
	"strings"
)

// Validate tells the first word of the claim that does not fit its type, or a
// missing subject, quote or article.
func (c *Flat) Validate() error {
	switch {
	case c.Article == "":
		return fmt.Errorf("a claim without an article")
	case c.Type == None || c.Type > Event:
		return unknown("type", c.Type.String())
	case strings.TrimSpace(c.Subject) == "":
		return fmt.Errorf("a %s without a subject", c.Type)
	case c.Quote == "":
		return fmt.Errorf("a %s of %s without its words", c.Type, c.Subject)
	case c.StartByte < 0 || c.StartByte > math.MaxInt32:
		return c.misfit()
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

func (c *Flat) misfit() error {
	return fmt.Errorf("the offsets %d to %d do not fit a quote of %d bytes", c.StartByte, c.EndByte, len(c.Quote))
}
