package profile

import (
	"profilegen/generator/claim"
	"profilegen/generator/edtf"
)

// FlatFact is a fact as it is written; the order of the fields is the order in
// facts.jsonl.
type FlatFact struct {
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
	Sources   []*Source      `json:"sources,omitempty"`
	Voices    int32          `json:"voices"`
	Anonymous bool           `json:"anonymous,omitempty"`
	EndedBy   string         `json:"ended_by,omitempty"`
	Claims    []string       `json:"claims,omitempty"`
	Differs   []string       `json:"differs,omitempty"`
	Quote     string         `json:"quote,omitempty"`
}

// Flat gives a fact as it is written.
func (f *Fact) Flat() FlatFact {
	return FlatFact{ID: f.ID, Subject: f.Subject, Type: f.Type, Role: f.Role, Org: f.Org, Object: f.Object(), Place: f.Place,
		Start: f.Start, End: f.End, On: f.On, When: f.When(), Former: f.Former, Stage: f.Stage, Action: f.Action,
		CaseRole: f.CaseRole, Reason: f.Reason(), Status: f.Status, Origin: f.Origin, Review: f.Review, Sides: f.Sides(),
		Sources: f.Sources(), Voices: f.Voices, Anonymous: f.Anonymous, EndedBy: f.EndedBy(), Claims: f.Claims(),
		Differs: f.Differs(), Quote: f.Quote()}
}

// MarshalJSON writes the flat form.
func (f Fact) MarshalJSON() ([]byte, error) { return claim.PlainJSON(f.Flat()) }
