package claim

import (
	"bytes"
	"encoding/json"
	"reflect"

	"profilegen/generator/edtf"
)

// Flat is a claim as it is written. The order of the fields is the order in
// JSON; empty fields are left out.
type Flat struct {
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

// Flat gives a claim as it is written.
func (c *Claim) Flat() Flat {
	return Flat{ID: c.ID(), Article: c.Article(), Type: c.Type, Subject: c.Subject(), Role: c.Role(), Org: c.Org(), Object: c.Object(),
		Place: c.Place(), Start: c.Start, End: c.End, On: c.On, When: c.When(), Former: c.Former, Stage: c.Stage,
		Action: c.Action, CaseRole: c.CaseRole, Reason: c.Reason(), Status: c.Status, By: c.By(), Via: c.Via(),
		Quote: c.Quote(), StartByte: c.StartByte(), EndByte: c.EndByte(), Rule: c.Rule()}
}

// Same tells that two claims say the same in all.
func (c *Claim) Same(other *Claim) bool { return reflect.DeepEqual(c.Flat(), other.Flat()) }

// MarshalJSON writes the flat form.
func (c Claim) MarshalJSON() ([]byte, error) { return PlainJSON(c.Flat()) }

// PlainJSON is json.Marshal without the escapes for HTML: whether a MarshalJSON's
// result is to have them is for the encoder that asked for it to decide.
func PlainJSON(value any) ([]byte, error) {
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	err := encoder.Encode(value)
	return out.Bytes(), err
}
