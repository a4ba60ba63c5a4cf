package render

import (
	"encoding/json"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"profilegen/generator/claim"
	"profilegen/generator/content"
	"profilegen/generator/profile"
	"profilegen/layouts"
)

// popoloRules are the classes of the Popolo specification as far as a file can
// have them: each property with what stands in it. A "!" says that it must be
// there, "[]" that it is a list, and "->" that it is the id of something in
// another list of the file.
func popoloRules() map[string]map[string]string {
	text, date, uri := "text", "date", "uri"
	return map[string]map[string]string{
		"persons": {"id": "!text", "name": "!text", "other_names": "[]other_name", "identifiers": "[]identifier", "family_name": text, "given_name": text,
			"additional_name": text, "honorific_prefix": text, "honorific_suffix": text, "patronymic_name": text, "sort_name": text, "email": "email",
			"gender": text, "birth_date": date, "death_date": date, "image": uri, "summary": text, "biography": text, "national_identity": text,
			"contact_details": "[]contact_detail", "links": "[]link", "memberships": "[]memberships", "sources": "[]link"},
		"organizations": {"id": "!text", "name": "!text", "other_names": "[]other_name", "identifiers": "[]identifier", "classification": text,
			"parent_id": "->organizations", "area_id": "->areas", "abstract": text, "description": text, "founding_date": date,
			"dissolution_date": date, "image": uri, "contact_details": "[]contact_detail", "links": "[]link", "sources": "[]link"},
		"memberships": {"id": "!text", "label": text, "role": text, "person_id": "!->persons", "organization_id": "->organizations", "post_id": "->posts",
			"on_behalf_of_id": "->organizations", "area_id": "->areas", "area": "areas", "start_date": date, "end_date": date,
			"contact_details": "[]contact_detail", "links": "[]link", "sources": "[]link"},
		"posts": {"id": "!text", "label": "!text", "role": "!text", "organization_id": "->organizations", "area_id": "->areas",
			"start_date": date, "end_date": date, "contact_details": "[]contact_detail", "links": "[]link", "sources": "[]link"},
		"areas": {"id": "!text", "name": "!text", "identifier": text, "classification": text, "parent_id": "->areas", "sources": "[]link"},
		"events": {"id": "!text", "name": text, "description": text, "start_date": date, "end_date": date, "location": text, "status": text,
			"identifiers": "[]identifier", "classification": text, "organization_id": "->organizations", "attendees": "[]persons", "sources": "[]link"},
		"other_name":     {"name": "!text", "family_name": text, "given_name": text, "start_date": date, "end_date": date, "note": text},
		"identifier":     {"identifier": "!text", "scheme": text},
		"contact_detail": {"label": text, "type": "!text", "value": "!text", "note": text, "valid_from": date, "valid_until": date, "sources": "[]link"},
		"link":           {"url": "!uri", "note": text},
	}
}

// popoloCheck holds a file against them.
type popoloCheck struct {
	t     *testing.T
	rules map[string]map[string]string
	ids   map[string][]string
	used  map[string]bool // "persons, image"
}

func checkPopolo(t *testing.T, raw []byte) map[string]bool {
	t.Helper()
	var file map[string][]map[string]any
	if err := json.Unmarshal(raw, &file); err != nil {
		t.Fatal(err)
	}
	c := &popoloCheck{t, popoloRules(), map[string][]string{}, map[string]bool{}}
	for class, list := range file {
		for _, o := range list {
			id, _ := o["id"].(string)
			if slices.Contains(c.ids[class], id) {
				t.Errorf("%s: the id %q stands twice", class, id)
			}
			c.ids[class] = append(c.ids[class], id)
		}
	}
	for class, list := range file {
		for _, o := range list {
			c.object(class, o)
		}
	}
	return c.used
}

func (c *popoloCheck) object(class string, o map[string]any) {
	rules, ok := c.rules[class]
	if !ok {
		c.t.Fatalf("there is no class %q", class)
	}
	for name, rule := range rules {
		if _, there := o[name]; strings.HasPrefix(rule, "!") && !there {
			c.t.Errorf("%s: no %s in %v", class, name, o)
		}
	}
	for name, value := range o {
		rule, ok := rules[name]
		if !ok {
			c.t.Errorf("%s: there is no property %q", class, name)
			continue
		}
		c.used[class+", "+name] = true
		rule = strings.TrimPrefix(rule, "!")
		if each, isList := strings.CutPrefix(rule, "[]"); isList {
			list, ok := value.([]any)
			if !ok || len(list) == 0 {
				c.t.Errorf("%s: %s is %v, want a list", class, name, value)
			}
			for _, v := range list {
				c.value(class+", "+name, each, v)
			}
			continue
		}
		c.value(class+", "+name, rule, value)
	}
}

func (c *popoloCheck) value(where, rule string, value any) {
	if o, ok := value.(map[string]any); ok {
		c.object(rule, o)
		return
	}
	text, _ := value.(string)
	valid := strings.TrimSpace(text) != ""
	if class, isRef := strings.CutPrefix(rule, "->"); isRef {
		valid = slices.Contains(c.ids[class], text)
	}
	switch rule {
	case "date":
		valid = regexp.MustCompile(`^[0-9]{4}(-[0-9]{2}){0,2}$`).MatchString(text)
	case "uri":
		u, err := url.Parse(text)
		valid = err == nil && u.IsAbs()
	case "email":
		valid = regexp.MustCompile(`^[^@\s]+@[^@\s]+$`).MatchString(text)
	}
	if !valid {
		c.t.Errorf("%s: %v, want %s", where, value, rule)
	}
}

func TestPopolo(t *testing.T) {
	pub := sample()
	vale, finch := pub.Profiles[0], pub.Profiles[1]
	vale.Person.Image = "vale.jpg"
	vale.Person.Links = append(vale.Person.Links, content.Link{Name: "office", URL: "mailto:vale@ostmark.example"})
	born := &profile.Fact{ID: "fac7born", Subject: finch.Ref, Type: claim.Birth, On: day("1950-02"), Status: claim.Asserted, Origin: profile.Editor}
	born.SetSources([]*profile.Source{{URL: "https://parish.example/1950"}})
	finch.Facts = append(finch.Facts, born,
		&profile.Fact{ID: "fac7died", Subject: finch.Ref, Type: claim.Death, On: day("2021~"), Status: claim.Asserted, Origin: profile.Editor},
		&profile.Fact{ID: "fac7docks", Subject: finch.Ref, Type: claim.Event, On: day("2019"), Status: claim.Asserted, Origin: profile.Editor, Edited: &profile.Edited{Text: "Opened the docks."}})
	s, problems := New(Inputs{Pub: pub, Layouts: layouts.BuiltIn(), Content: fstest.MapFS{"people/vale.jpg": {Data: photo(t, 40, 40, 1)}}})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	raw := render(t, s, "data/popolo.json")
	used := checkPopolo(t, raw)
	for class, names := range map[string]string{
		"persons":       "other_names identifiers email birth_date image summary biography contact_details links sources",
		"organizations": "other_names abstract description classification",
		"memberships":   "label role organization_id post_id area_id area start_date end_date sources",
		"posts":         "label role area_id", "areas": "name", "events": "name description start_date attendees sources classification",
	} {
		for name := range strings.FieldsSeq(names) {
			if !used[class+", "+name] {
				t.Errorf("no %s in %s", name, class)
			}
		}
	}
	for _, want := range []string{`"birth_date":"1950-02"`, `"biography":"Amara Vale came to politics through the dockers' co-operative.`,
		`"value":"vale@ostmark.example"`, `"note":"abbreviation"`, `"label":"Former Deputy leader, Harbour Alliance"`, `"post_id":"mayor-of-brindle"`} {
		if !strings.Contains(string(raw), want) {
			t.Errorf("no %s in %s", want, raw)
		}
	}
	for _, not := range []string{"death_date", `\u003cscript`, "Assembly registrar", "investigated", "handed in"} {
		if strings.Contains(string(raw), not) {
			t.Errorf("%q in popolo.json", not)
		}
	}
}

func TestPopoloOfHostileText(t *testing.T) {
	checkPopolo(t, render(t, build(t, hostile()), "data/popolo.json"))
}
