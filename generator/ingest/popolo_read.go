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
