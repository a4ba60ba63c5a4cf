package ingest

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
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

// readPopolo reads one file, object by object. What is no JSON, or has another
// shape than Popolo gives it, is an error with its place.
func readPopolo(s Source) (*popoloFile, []diag.Problem) {
	s.Raw = bytes.TrimPrefix(s.Raw, []byte("\ufeff"))
	f := &popoloFile{Source: s, posts: map[ident]*popoloPost{}, areas: map[ident]*popoloArea{}, events: map[ident]*popoloEvent{}}
	if at := firstInvalid(s.Raw); at >= 0 {
		return nil, []diag.Problem{f.problem(at, diag.Error, "not-utf8", fmt.Sprintf("byte 0x%02X is not UTF-8", s.Raw[at]), "convert the file")}
	}
	var whole struct{}
	var fault *json.SyntaxError
	if err := json.Unmarshal(s.Raw, &whole); errors.As(err, &fault) {
		at := int(fault.Offset) - 1
		if strings.HasPrefix(err.Error(), "unexpected end") {
			at = len(bytes.TrimRight(s.Raw, " \t\r\n"))
		}
		return nil, []diag.Problem{f.problem(at, diag.Error, "not-json", "no JSON: "+err.Error(), "export the file again")}
	} else if err != nil {
		return nil, []diag.Problem{f.problem(0, diag.Error, "not-popolo", "a Popolo file is an object with persons, organizations and memberships", "")}
	}
	var problems []diag.Problem
	dec := json.NewDecoder(bytes.NewReader(s.Raw))
	dec.Token() // the brace: it was looked at above
	for dec.More() {
		key, _ := dec.Token()
		switch key {
		case "persons", "people":
			problems = append(problems, each(f, dec, func(p *popoloPerson) { f.people = append(f.people, p) })...)
		case "organizations", "organisations":
			problems = append(problems, each(f, dec, func(o *popoloOrganization) { f.organizations = append(f.organizations, o) })...)
		case "memberships":
			problems = append(problems, each(f, dec, func(m *popoloMembership) { f.memberships = append(f.memberships, m) })...)
		case "posts":
			problems = append(problems, each(f, dec, func(p *popoloPost) { f.posts[p.ID] = p })...)
		case "areas":
			problems = append(problems, each(f, dec, func(a *popoloArea) { f.areas[a.ID] = a })...)
		case "events":
			problems = append(problems, each(f, dec, func(e *popoloEvent) {
				f.events[e.ID] = e
				if e.Description != "" {
					f.told = append(f.told, e)
				}
			})...)
		case "meta":
			var meta struct{ Sources []string }
			var raw json.RawMessage
			if dec.Decode(&raw) == nil && json.Unmarshal(raw, &meta) == nil {
				f.sources = meta.Sources
			}
		default:
			var passed json.RawMessage
			dec.Decode(&passed)
		}
	}
	if len(f.people)+len(f.organizations) == 0 && len(problems) == 0 {
		problems = append(problems, f.problem(0, diag.Error, "not-popolo", "there are no persons and no organizations in it", "a Popolo file is an object with persons, organizations and memberships"))
	}
	return f, problems
}

// object is a pointer to one of Popolo's classes.
type object[T any] interface {
	*T
	stand(in *popoloFile, at int, own []byte)
}

// each reads a list of objects, one after the other.
func each[T any, P object[T]](f *popoloFile, dec *json.Decoder, take func(P)) []diag.Problem {
	var problems []diag.Problem
	if opening, _ := dec.Token(); opening != json.Delim('[') {
		if opening == json.Delim('{') {
			for depth := 1; depth > 0; {
				switch token, _ := dec.Token(); token {
				case json.Delim('{'), json.Delim('['):
					depth++
				case json.Delim('}'), json.Delim(']'):
					depth--
				}
			}
		}
		if opening == nil {
			return nil // null is an empty list
		}
		return []diag.Problem{f.problem(int(dec.InputOffset())-1, diag.Error, "not-popolo", "a list is wanted here", "write [ … ]")}
	}
	for dec.More() {
		var own json.RawMessage
		dec.Decode(&own) // it was looked at above
		at := int(dec.InputOffset()) - len(own)
		value := P(new(T))
		if err := json.Unmarshal(own, value); err != nil {
			problems = append(problems, f.wrongShape(at, own, err))
			continue
		}
		value.stand(f, at, own)
		take(value)
	}
	dec.Token()
	return problems
}

// wrongShape tells of a value of another kind than Popolo has there.
func (f *popoloFile) wrongShape(at int, own []byte, err error) diag.Problem {
	text, hint := err.Error(), ""
	var kind *json.UnmarshalTypeError
	if errors.As(err, &kind) {
		key, _, _ := strings.Cut(kind.Field, ".")
		at += max(valueOf(own, key), 0)
		text = fmt.Sprintf("%s: %s is not wanted here", kind.Field, aKind(kind.Value))
		if kind.Field == "" {
			text = aKind(kind.Value) + " is not wanted here"
		}
		hint = "Popolo has " + wantedKind(kind.Type.Kind().String())
	}
	return f.problem(at, diag.Error, "not-popolo", text, hint)
}

func aKind(kind string) string {
	kind, _, _ = strings.Cut(kind, " ")
	if strings.IndexByte("aeiou", kind[0]) >= 0 {
		return "an " + kind
	}
	return "a " + kind
}

func wantedKind(kind string) string {
	switch kind {
	case "slice":
		return "a list"
	case "struct":
		return "an object"
	}
	return "a text"
}

func firstInvalid(raw []byte) int {
	if utf8.Valid(raw) {
		return -1
	}
	for i := 0; i < len(raw); {
		r, size := utf8.DecodeRune(raw[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return -1
}

// valueOf gives where the value of a key of an object begins, in bytes; -1
// where the object has no such key.
func valueOf(object []byte, key string) int {
	dec := json.NewDecoder(bytes.NewReader(object))
	if opening, _ := dec.Token(); opening != json.Delim('{') {
		return -1
	}
	for dec.More() {
		name, err := dec.Token()
		if err != nil {
			return -1
		}
		var value json.RawMessage
		if dec.Decode(&value) != nil {
			return -1
		}
		if name == key {
			return int(dec.InputOffset()) - len(value)
		}
	}
	return -1
}
