package ingest

import (
	"bytes"
	"encoding/json"
	"errors"
	"unicode/utf8"

	"profilegen/generator/diag"
)

// Source is a file to import from.
type Source struct {
	Name string // for messages
	Raw  []byte
}

// The classes of Popolo, as far as profiles have room for them. Keys that are
// not named here are passed over. Each has, in at, where it stands in its file.

type popoloPerson struct {
	ID          ident              `json:"id"`
	Name        string             `json:"name"`
	GivenName   string             `json:"given_name"`
	FamilyName  string             `json:"family_name"`
	Prefix      string             `json:"honorific_prefix"`
	OtherNames  []popoloName       `json:"other_names"`
	Identifiers []popoloIdentifier `json:"identifiers"`
	BirthDate   string             `json:"birth_date"`
	DeathDate   string             `json:"death_date"`
	Image       string             `json:"image"`
	Summary     string             `json:"summary"`
	Biography   string             `json:"biography"`
	Contacts    []popoloContact    `json:"contact_details"`
	Links       []popoloLink       `json:"links"`
	Sources     []popoloLink       `json:"sources"`
	Memberships []popoloMembership `json:"memberships"`
	place
}

type popoloOrganization struct {
	ID              ident              `json:"id"`
	Name            string             `json:"name"`
	Classification  string             `json:"classification"`
	Abstract        string             `json:"abstract"`
	Description     string             `json:"description"`
	OtherNames      []popoloName       `json:"other_names"`
	Identifiers     []popoloIdentifier `json:"identifiers"`
	FoundingDate    string             `json:"founding_date"`
	DissolutionDate string             `json:"dissolution_date"`
	Image           string             `json:"image"`
	Color           string             `json:"color"`
	SRGB            string             `json:"srgb"`
	Contacts        []popoloContact    `json:"contact_details"`
	Links           []popoloLink       `json:"links"`
	Memberships     []popoloMembership `json:"memberships"`
	place
}

type popoloMembership struct {
	PersonID       ident               `json:"person_id"`
	OrganizationID ident               `json:"organization_id"`
	OnBehalfOfID   ident               `json:"on_behalf_of_id"`
	PostID         ident               `json:"post_id"`
	AreaID         ident               `json:"area_id"`
	PeriodID       ident               `json:"legislative_period_id"`
	Organization   *popoloOrganization `json:"organization"`
	OnBehalfOf     *popoloOrganization `json:"on_behalf_of"`
	Post           *popoloPost         `json:"post"`
	Area           *popoloArea         `json:"area"`
	Role           string              `json:"role"`
	Label          string              `json:"label"`
	StartDate      string              `json:"start_date"`
	EndDate        string              `json:"end_date"`
	Sources        []popoloLink        `json:"sources"`
	place
}

type popoloPost struct {
	ID             ident       `json:"id"`
	Label          string      `json:"label"`
	Role           string      `json:"role"`
	OrganizationID ident       `json:"organization_id"`
	AreaID         ident       `json:"area_id"`
	Area           *popoloArea `json:"area"`
	place
}

type popoloArea struct {
	ID   ident  `json:"id"`
	Name string `json:"name"`
	place
}

// popoloEvent is an event: a term of a legislature, or what people took part in.
type popoloEvent struct {
	ID             ident        `json:"id"`
	Description    string       `json:"description"`
	StartDate      string       `json:"start_date"`
	EndDate        string       `json:"end_date"`
	OrganizationID ident        `json:"organization_id"`
	Attendees      []popoloName `json:"attendees"`
	Sources        []popoloLink `json:"sources"`
	place
}

type popoloName struct {
	ID   ident  `json:"id"` // of an attendee
	Name string `json:"name"`
	Note string `json:"note"`
}

type popoloIdentifier struct {
	Scheme     string `json:"scheme"`
	Identifier ident  `json:"identifier"`
}

type popoloContact struct {
	Label string `json:"label"`
	Type  string `json:"type"`
	Value ident  `json:"value"`
}

type popoloLink struct {
	URL  string `json:"url"`
	Note string `json:"note"`
}

// ident is an id: a text, or a number written as one.
type ident string

// UnmarshalJSON reads a string, a number or null.
func (i *ident) UnmarshalJSON(raw []byte) error {
	switch {
	case raw[0] == '"':
		return json.Unmarshal(raw, (*string)(i))
	case raw[0] == '-' || raw[0] >= '0' && raw[0] <= '9':
		*i = ident(raw)
	case raw[0] == 'n':
	default:
		return errors.New("an id is a text or a number")
	}
	return nil
}

// place is where an object stands: its own bytes, and where they begin.
type place struct {
	in  *popoloFile
	at  int
	own []byte
}

func (p *place) stand(in *popoloFile, at int, own []byte) { p.in, p.at, p.own = in, at, own }

// popoloFile is one file that was read.
type popoloFile struct {
	Source
	people        []*popoloPerson
	organizations []*popoloOrganization
	memberships   []*popoloMembership
	posts         map[ident]*popoloPost
	areas         map[ident]*popoloArea
	events        map[ident]*popoloEvent
	told          []*popoloEvent // those with a description, in their order
	sources       []string       // of the whole file
}

// tell gives a problem at a key of an object; without keys, at the object.
func (p *place) tell(severity diag.Severity, code, text, hint string, keys ...string) diag.Problem {
	at := p.at
	for _, key := range keys {
		if inside := valueOf(p.own, key); inside >= 0 {
			at += inside
			break
		}
	}
	return p.in.problem(at, severity, code, text, hint)
}

func (f *popoloFile) problem(at int, severity diag.Severity, code, text, hint string) diag.Problem {
	before := f.Raw[:min(max(at, 0), len(f.Raw))]
	start := bytes.LastIndexByte(before, '\n') + 1
	return diag.Problem{File: f.Name, Line: 1 + bytes.Count(before, []byte{'\n'}), Column: 1 + utf8.RuneCount(before[start:]),
		Severity: severity, Code: code, Text: text, Hint: hint}
}
