package render

import (
	"bytes"
	"encoding/json"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"profilegen/generator/claim"
	"profilegen/generator/profile"
	"profilegen/layouts"
)

// schemaTypes are the types of schema.org that pages use, each with its
// properties and what stands in them: "text", "date", "interval", "url", or
// types.
func schemaTypes() map[string]map[string]string {
	thing := map[string]string{"@id": "url", "@type": "text", "@context": "url", "name": "text", "url": "url", "description": "text",
		"alternateName": "text", "image": "url", "sameAs": "url", "subjectOf": "Claim Quotation NewsArticle WebPage"}
	with := func(base map[string]string, more ...string) map[string]string {
		all := map[string]string{}
		for k, v := range base {
			all[k] = v
		}
		for i := 0; i < len(more); i += 2 {
			all[more[i]] = more[i+1]
		}
		return all
	}
	role := with(thing, "roleName", "text", "startDate", "date", "endDate", "date", "memberOf", "Organization", "member", "Person", "hasOccupation", "Occupation")
	work := with(thing, "author", "text Organization", "text", "text", "hasPart", "Claim", "temporalCoverage", "interval", "headline", "text", "datePublished", "date",
		"publisher", "Organization", "license", "text", "archivedAt", "url", "citation", "NewsArticle", "mentions", "Person Organization", "isPartOf", "WebSite NewsArticle WebPage")
	return map[string]map[string]string{
		"Person": with(thing, "birthDate", "date", "deathDate", "date", "birthPlace", "Place", "deathPlace", "Place",
			"memberOf", "OrganizationRole", "hasOccupation", "OrganizationRole"),
		"Organization":     with(thing, "foundingDate", "date", "dissolutionDate", "date", "memberOf", "OrganizationRole", "member", "OrganizationRole"),
		"OrganizationRole": role, "Occupation": with(thing, "occupationLocation", "AdministrativeArea"),
		"Place": thing, "AdministrativeArea": thing,
		"Claim":     with(work, "appearance", "NewsArticle WebPage", "firstAppearance", "NewsArticle WebPage"),
		"Quotation": with(work, "spokenByCharacter", "Person Organization"),
		"WebPage":   work, "CollectionPage": work, "WebSite": work, "NewsArticle": work,
	}
}

// schemaCheck holds JSON-LD against them.
type schemaCheck struct {
	t     *testing.T
	where string
	types map[string]map[string]string
	seen  map[string]int
}

func (c *schemaCheck) object(o map[string]any) {
	kind, _ := o["@type"].(string)
	properties, ok := c.types[kind]
	if !ok {
		c.t.Errorf("%s: the type %q of %v", c.where, kind, o)
		return
	}
	c.seen[kind]++
	for key, value := range o {
		want, ok := properties[key]
		if !ok {
			c.t.Errorf("%s: a %s has no %q", c.where, kind, key)
			continue
		}
		list, is := value.([]any)
		if !is {
			list = []any{value}
		}
		if len(list) == 0 {
			c.t.Errorf("%s: %s of a %s is empty", c.where, key, kind)
		}
		for _, v := range list {
			c.value(kind+", "+key, v, strings.Fields(want))
		}
	}
}

func (c *schemaCheck) value(where string, v any, want []string) {
	switch v := v.(type) {
	case map[string]any:
		if kind, _ := v["@type"].(string); !slices.Contains(want, kind) {
			c.t.Errorf("%s: %s is a %q, want %q", c.where, where, kind, want)
		}
		c.object(v)
	case string:
		const date = `\d{4}(-\d\d(-\d\d)?)?`
		forms := map[string]string{"text": `(?s).*\S.*`, "date": date, "interval": date + `|(` + date + `|\.\.)/(` + date + `|\.\.)`, "url": `https?://\S+|(\.\./)+\S*|#\S+`}
		if !slices.ContainsFunc(want, func(w string) bool {
			return forms[w] != "" && regexp.MustCompile(`^(?:`+forms[w]+`)$`).MatchString(v)
		}) {
			c.t.Errorf("%s: %s is %q, want %q", c.where, where, v, want)
		}
	default:
		c.t.Errorf("%s: %s is %v", c.where, where, v)
	}
}

// linkedOf reads the JSON-LD of a page, as browsers find it.
func linkedOf(t *testing.T, page []byte) map[string]any {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var found []map[string]any
	for n := range root.Descendants() {
		if n.Data == "script" && n.FirstChild != nil {
			var o map[string]any
			if err := json.Unmarshal([]byte(n.FirstChild.Data), &o); err != nil {
				t.Fatalf("%v: %s", err, n.FirstChild.Data)
			}
			found = append(found, o)
		}
	}
	if len(found) != 1 {
		t.Fatalf("%d blocks of JSON-LD", len(found))
	}
	return found[0]
}

func TestLinkedDataIsSchemaOrg(t *testing.T) {
	for _, base := range []string{"https://record.example/", ""} {
		pub := sample()
		pub.Settings.BaseURL = base
		pub.Profiles[1].Facts = append(pub.Profiles[1].Facts, &profile.Fact{ID: "fac7born", Subject: pub.Profiles[1].Ref, Type: claim.Birth,
			On: day("1950~"), Place: "Marle", Status: claim.Asserted, Origin: profile.Editor, Review: profile.Published})
		s := build(t, pub)
		seen := map[string]int{}
		for _, p := range s.Paths() {
			if path.Ext(p) != ".html" {
				continue
			}
			page := render(t, s, p)
			root := linkedOf(t, page)
			if root["@context"] != "https://schema.org" {
				t.Errorf("%s: @context %v", p, root["@context"])
			}
			(&schemaCheck{t, p, schemaTypes(), seen}).object(root)
			list, _ := root["subjectOf"].([]any)
			for _, v := range list {
				id := v.(map[string]any)["@id"].(string)
				if !bytes.Contains(page, []byte(`id="`+id[1:]+`"`)) {
					t.Errorf("%s: %s is nowhere on the page", p, id)
				}
			}
		}
		for kind := range schemaTypes() {
			if seen[kind] == 0 {
				t.Errorf("no page has a %s", kind)
			}
		}
	}
}

func TestLinkedRoles(t *testing.T) {
	s := build(t, sample())
	text := func(v any) string {
		raw, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		return string(raw)
	}
	vale := linkedOf(t, render(t, s, "people/amara-vale/index.html"))
	for key, want := range map[string]string{
		"memberOf": `[{"@id":"#fac700000004","@type":"OrganizationRole","memberOf":{"@type":"Organization","name":"Ostmark Assembly"},"roleName":"Assembly member","startDate":"2018-09","subjectOf":["vale-steps-back"]},` +
			`{"@type":"OrganizationRole","memberOf":{"@id":"https://record.example/parties/harbour-alliance/","@type":"Organization","name":"Harbour Alliance"},"roleName":"member"}]`,
		"hasOccupation": `[{"@id":"#fac700000001","@type":"OrganizationRole","endDate":"2018","hasOccupation":{"@type":"Occupation","name":"Mayor of Brindle","occupationLocation":{"@type":"AdministrativeArea","name":"Brindle"}},"roleName":"Mayor","startDate":"2012",` +
			`"subjectOf":["new-mayor-elected","2012?a=1\u0026b=2"]}]`,
		"birthDate": `null`, // two sources, two dates, and no editor's line
	} {
		list, ok := vale[key].([]any)
		for _, role := range list { // of the sources, the last part of the address
			sources, _ := role.(map[string]any)["subjectOf"].([]any)
			for i, v := range sources {
				sources[i] = path.Base(v.(map[string]any)["url"].(string))
			}
		}
		if ok { // in an order that does not matter here
			slices.SortFunc(list, func(a, b any) int { return strings.Compare(text(a), text(b)) })
		}
		if got := text(vale[key]); got != want {
			t.Errorf("%s: %s, want %s", key, got, want)
		}
	}
	party := linkedOf(t, render(t, s, "parties/harbour-alliance/index.html"))
	if got, want := text(party["member"]), `{"@type":"OrganizationRole","member":{"@id":"https://record.example/people/amara-vale/","@type":"Person","name":"Amara Vale"},"roleName":"member"}`; !strings.Contains(got, want) {
		t.Errorf("members: %s", got)
	}
}

func TestLinkedClaimsHaveAllSides(t *testing.T) {
	pub := sample()
	s := build(t, pub)
	for _, p := range pub.Profiles {
		byID := map[string]map[string]any{}
		page := linkedOf(t, render(t, s, string(p.Ref)+"/index.html"))
		for _, property := range []string{"subjectOf", "memberOf", "hasOccupation"} {
			list, _ := page[property].([]any)
			for _, v := range list {
				if o := v.(map[string]any); o["@id"] != nil {
					byID[o["@id"].(string)[1:]] = o
				}
			}
		}
		for _, f := range p.Facts {
			o := byID[f.ID]
			if o == nil {
				if len(f.Told()) > 0 {
					t.Errorf("%s: %s is neither a role nor a claim", p.Ref, f.ID)
				}
				continue
			}
			raw, _ := json.Marshal(o)
			if o["@type"] == "OrganizationRole" {
				if contested(f) || len(f.Differs()) > 0 || o["subjectOf"] == nil {
					t.Errorf("%s: %s is no more than a role: %s", p.Ref, f.ID, raw)
				}
				continue
			}
			for _, side := range f.Sides() {
				if contested(f) && !strings.Contains(string(raw), side.By) {
					t.Errorf("%s: %s without %s: %s", p.Ref, f.ID, side.By, raw)
				}
			}
			quoted := o["@type"] == "Quotation"
			if quoted != (f.Type == claim.Statement && !contested(f)) || quoted && o["text"] != unmarked(f.Quote()) {
				t.Errorf("%s: a %s, %s: %s", p.Ref, f.Type, f.Status, raw)
			}
			if !quoted && (o["appearance"] == nil || len(f.Sources()) > 1 && o["firstAppearance"] == nil) {
				t.Errorf("%s: %s appears nowhere: %s", p.Ref, f.ID, raw)
			}
		}
	}
}

// A layout may name the same field elsewhere: it is JSON, ready to be printed.
func TestLinkedDataIsInert(t *testing.T) {
	pub := sample()
	bad := "</script><!--<script>\u2028&\""
	pub.Profiles[0].Person.Summary = bad
	s, problems := New(Inputs{Pub: pub, Layouts: layouts.BuiltIn()})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	page := render(t, s, refAddress(profile.PersonRef("amara-vale"))+"index.html")
	if got := linkedOf(t, page)["description"]; got != bad {
		t.Errorf("%q", got)
	}
	if n := bytes.Count(page, []byte("</script>")); n != 2 {
		t.Errorf("%d ends of scripts", n)
	}
}

func TestFinerDates(t *testing.T) {
	pub := sample()
	var mayor *profile.Fact
	for _, f := range pub.Profiles[0].Facts {
		if f.Type == claim.Position && f.Origin == profile.Both {
			mayor = f
		}
	}
	source := mayor.Sources()[0]
	mayor.Edited = &profile.Edited{Finer: []profile.Finer{{Field: "start", Date: day("2012-06-18"), Source: *source, Claim: mayor.Claims()[0]},
		{Field: "end", Date: day("2018-03-02"), Source: *source, Claim: "not published"}}}
	s := build(t, pub)
	page := string(render(t, s, "people/amara-vale/index.html"))
	if want := `<p class="line">Start, more precisely: 18 June 2012, according to <a href="https://city-gazette.example/new-mayor-elected#`; !strings.Contains(page, want) {
		t.Errorf("no %s in %s", want, page)
	}
	if strings.Contains(page, "2 March 2018") {
		t.Error("a date of a claim that is not published")
	}
}
