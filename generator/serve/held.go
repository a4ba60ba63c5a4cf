package serve

import (
	"cmp"
	"strings"

	"profilegen/generator/profile"
	"profilegen/generator/review"
)

// heldPage is what the review bar shows on one page.
type heldPage struct {
	Facts []heldFactOn `json:"facts"` // of this page
	Total int          `json:"total"` // of the site
}

// heldFactOn is a held fact with its place on the page.
type heldFactOn struct {
	ID      string   `json:"id"`
	Subject string   `json:"subject"`
	What    string   `json:"what"`
	When    string   `json:"when,omitempty"`
	Status  string   `json:"status"`
	Words   []string `json:"words"`
	Why     []string `json:"why"`
	Was     []string `json:"was,omitempty"`
	Voices  []string `json:"voices,omitempty"` // who says so, with what they say
	Sources []string `json:"sources,omitempty"`
	// After and Before are the ids of the published facts of the same timeline
	// that it stands between; either may be empty.
	After  string `json:"after,omitempty"`
	Before string `json:"before,omitempty"`
}

// heldFact finds a held fact by its id; nil where it is none.
func heldFact(out Outcome, id string) *review.HeldFact {
	for i := range out.Held {
		if out.Held[i].ID == id {
			return &out.Held[i]
		}
	}
	return nil
}

// heldOn gives what is held of the page at a URL path: of a profile its facts,
// of an article those that it is a source of.
func heldOn(out Outcome, urlPath string) heldPage {
	page := heldPage{Facts: []heldFactOn{}, Total: len(out.Held)}
	parts := strings.Split(strings.Trim(urlPath, "/"), "/")
	if len(parts) < 2 {
		return page
	}
	ref := profile.Ref(parts[0] + "/" + parts[1])
	for _, held := range out.Held {
		switch {
		case parts[0] == "articles" && from(held, parts[1]):
			page.Facts = append(page.Facts, describe(held))
		case held.Subject == ref:
			fact := describe(held)
			fact.After, fact.Before = neighbours(out, held)
			page.Facts = append(page.Facts, fact)
		}
	}
	return page
}

// from tells whether an article is a source of a fact.
func from(held review.HeldFact, article string) bool {
	for _, source := range held.Sources() {
		if source.Article == article {
			return true
		}
	}
	return false
}

// neighbours gives the published facts before and after a held one in the
// timeline of its profile.
func neighbours(out Outcome, held review.HeldFact) (before, after string) {
	if out.Merged == nil || out.Shown == nil {
		return "", ""
	}
	shown := make(map[string]bool)
	for _, p := range out.Shown.Profiles {
		if p.Ref == held.Subject {
			for _, fact := range p.Facts {
				shown[fact.ID] = true
			}
		}
	}
	for _, p := range out.Merged.Profiles {
		if p.Ref != held.Subject {
			continue
		}
		passed := false
		for _, fact := range p.Facts {
			switch {
			case fact.ID == held.ID:
				passed = true
			case !shown[fact.ID]:
			case !passed:
				before = fact.ID
			default:
				return before, fact.ID
			}
		}
	}
	return before, after
}

// describe puts a held fact into words for its editor.
func describe(held review.HeldFact) heldFactOn {
	f := held.Fact
	fact := heldFactOn{
		ID: f.ID, Subject: string(f.Subject), Status: f.Status.String(), Words: held.Words, Why: held.Why, Was: held.Was,
		What: joined(": ", f.Type.String(), joined(", ", f.CaseRole.String(), f.Action.String(), f.Stage.String(), f.Role, f.Org, f.Object(), f.Place, f.Reason())),
	}
	span := joined(" – ", f.Start.String(), f.End.String())
	fact.When = cmp.Or(f.On.String(), span, f.When())
	for _, side := range f.Sides() {
		voice := cmp.Or(side.By, "the article itself")
		fact.Voices = append(fact.Voices, joined(", ", voice+": "+side.Status.String(), side.Reason))
	}
	for _, source := range f.Sources() {
		fact.Sources = append(fact.Sources, joined(", ", source.Outlet, source.Date.String(), cmp.Or(source.Article, source.URL)))
	}
	return fact
}

// joined puts the parts that are not empty together.
func joined(with string, parts ...string) string {
	kept := parts[:0]
	for _, part := range parts {
		if part != "" {
			kept = append(kept, part)
		}
	}
	return strings.Join(kept, with)
}
