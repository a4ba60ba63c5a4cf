package ingest

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"profilegen/generator/content"
	"profilegen/generator/diag"
)

// parliament has one of everything that is imported.
const parliament = `{
  "persons": [
    {"id": "p1", "name": "Ada  Lind", "honorific_prefix": "Lady", "other_names": [{"name": "A. Lind"}, {"name": "ADA LIND"}, {"name": "Ада Линд"}],
     "birth_date": "1961-05-00", "death_date": "2020", "summary": "Mayor: twice", "biography": "Born by the *sea*.\n\n# Early years", "image": "https://img.example/ada.jpg",
     "identifiers": [{"scheme": "wikidata", "identifier": "Q99"}, {"scheme": "roll", "identifier": 17}],
     "links": [{"url": "https://ada.example", "note": "website"}, {"url": "https://ada.example/2", "note": "website"}],
     "contact_details": [{"type": "twitter", "value": "https://social.example/ada"}, {"type": "phone", "value": "12 34"}, {"type": "email", "label": "office", "value": "ada@house.example"}],
     "sources": [{"url": "https://roll.example/ada"}], "gender": "female", "unheard_of": {"a": [1, null]}},
    {"id": "bert-holm", "name": "Bert Holm"}
  ],
  "organizations": [
    {"id": "reed", "name": "Reed Party", "classification": "party", "other_names": [{"name": "RP", "note": "acronym"}, {"name": "The Reeds"}],
     "founding_date": "1920", "srgb": "336699", "abstract": "For the reeds.", "links": [{"url": "https://reed.example", "note": "website"}]},
    {"id": "tide", "name": "Tide List"},
    {"id": "group", "name": "Reeds and Tides", "classification": "faction"},
    {"id": "house", "name": "House of Marl", "classification": "legislature"}
  ],
  "memberships": [
    {"person_id": "p1", "organization_id": "house", "on_behalf_of_id": "reed", "role": "member", "area_id": "north", "legislative_period_id": "t1"},
    {"person_id": "p1", "organization_id": "house", "on_behalf_of_id": "tide", "role": "member", "area_id": "north", "legislative_period_id": "t2", "end_date": "2006-01-02",
     "sources": [{"url": "https://gazette.example/7", "note": "Gazette"}]},
    {"person_id": "p1", "organization_id": "house", "on_behalf_of_id": "group", "post_id": "speaker", "start_date": "2004", "end_date": "2005"},
    {"person_id": "p1", "organization_id": "reed", "role": "leader", "start_date": "1999"},
    {"person_id": "p1", "organization_id": "reed", "role": "treasurer"},
    {"person_id": "bert-holm", "organization_id": "reed", "role": "member", "start_date": "2001"},
    {"person_id": "bert-holm", "role": "Mayor", "area": {"name": "Marl, West"}},
    {"person_id": "bert-holm", "organization_id": "reed", "role": "treasurer", "label": "Former treasurer of the Reed Party"},
    {"person_id": "bert-holm", "organization_id": "house", "role": "member", "label": "Former member", "end_date": "1999"}
  ],
  "posts": [{"id": "speaker", "label": "Speaker", "organization_id": "house"}],
  "areas": [{"id": "north", "name": "Marl North"}],
  "events": [{"id": "t1", "start_date": "2000-05-01", "end_date": "2004-04-30"}, {"id": "t2", "start_date": "2004-05-01"},
    {"id": "e1", "description": "Opened the bridge", "start_date": "2003-07-01", "attendees": [{"id": "p1", "name": "Ada Lind"}], "organization_id": "reed",
     "sources": [{"url": "https://gazette.example/9"}]}, {"id": "e2", "description": "Some day", "attendees": [{"id": "p1"}]}],
  "meta": {"sources": ["https://house.example"]}
}`

func importOf(t *testing.T, site fstest.MapFS, texts ...string) (map[string]string, []diag.Problem) {
	t.Helper()
	var sources []Source
	for i, text := range texts {
		sources = append(sources, Source{fmt.Sprintf("%c.json", 'a'+i), []byte(text)})
	}
	done, problems := ImportPopolo(site, sources)
	files := map[string]string{}
	for _, f := range done.Files {
		files[f.Path] = string(f.Raw)
	}
	return files, problems
}

func linesOf(problems []diag.Problem) []string {
	var lines []string
	for _, p := range problems {
		lines = append(lines, p.String())
	}
	return lines
}

func TestImportPopolo(t *testing.T) {
	files, problems := importOf(t, fstest.MapFS{}, parliament)
	if len(problems) > 0 {
		t.Errorf("%v", linesOf(problems))
	}
	want := map[string]string{
		"content/people/ada-lind.md": `---
name: Ada Lind
aliases:
  - Lady Ada Lind
  - A. Lind
  - Ада Линд
born: 1961-05
died: 2020
summary: "Mayor: twice"
links:
  wikidata: Q99
  website: https://ada.example
  website 2: https://ada.example/2
  twitter: https://social.example/ada
  office: mailto:ada@house.example
  picture: https://img.example/ada.jpg
memberships:
  - {party: reed, start: 2000-05-01, end: 2004-04-30, sources: [https://roll.example/ada]}
  - {party: tide, start: 2004-05-01, end: 2006-01-02, sources: [https://gazette.example/7]}
positions:
  - {role: treasurer, org: Reed Party, sources: [https://roll.example/ada]}
  - {role: member, place: Marl North, org: House of Marl, start: 2000-05-01, end: 2006-01-02, sources: [https://roll.example/ada, https://gazette.example/7]}
  - {role: member, org: Reeds and Tides, start: 2004, end: 2005, sources: [https://roll.example/ada]}
  - {role: Speaker, org: House of Marl, start: 2004, end: 2005, sources: [https://roll.example/ada]}
events:
  - {date: 2003-07-01, text: Opened the bridge, sources: [https://gazette.example/9]}
# imported from a.json, where it is p1; identifiers: wikidata Q99, roll 17
---
Born by the \*sea\*.

\# Early years
`,
		"content/people/bert-holm.md": `---
name: Bert Holm
party: reed
memberships:
  - {party: reed, start: 2001, sources: [https://house.example]}
positions:
  - {role: former treasurer, org: Reed Party, sources: [https://house.example]}
  - {role: Mayor, place: "Marl, West", sources: [https://house.example]}
  - {role: member, org: House of Marl, end: 1999, sources: [https://house.example]}
# imported from a.json, where it is bert-holm
---
`,
		"content/parties/reed.md": `---
name: Reed Party
abbreviation: RP
aliases:
  - The Reeds
founded: 1920
color: "#336699"
summary: For the reeds.
leaders:
  - {person: ada-lind, start: 1999, sources: [https://roll.example/ada]}
links:
  website: https://reed.example
events:
  - {date: 2003-07-01, text: Opened the bridge, sources: [https://gazette.example/9]}
# imported from a.json, where it is reed
---
`,
		"content/parties/tide.md": `---
name: Tide List
# imported from a.json, where it is tide
---
`,
	}
	if diff := cmp.Diff(want, files); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// The order of the objects in a file decides nothing.
func TestImportPopoloInAnyOrder(t *testing.T) {
	const people = `{"id":"9","name":"Jo Roe","birth_date":"1950"}|{"id":"10","name":"Jo Roe","birth_date":"1980"}|{"id":"jo-roe","name":"Jo Roe"}|{"id":"con","name":"Con"}`
	list := strings.Split(people, "|")
	var first map[string]string
	for range list {
		list = append(list[1:], list[0])
		files, problems := importOf(t, fstest.MapFS{}, `{"persons":[`+strings.Join(list, ",")+`]}`)
		if len(problems) > 0 {
			t.Fatal(linesOf(problems))
		}
		if first == nil {
			first = files
		}
		if diff := cmp.Diff(first, files); diff != "" {
			t.Errorf("-first +other:\n%s", diff)
		}
	}
	for file, not := range map[string]string{"jo-roe": "\n  - jo-roe-2\n  - jo-roe-3\n", "jo-roe-2": "\n  - jo-roe\n  - jo-roe-3\n", "con-1": "name: Con\n"} {
		if !strings.Contains(first["content/people/"+file+".md"], not) {
			t.Errorf("%s has not %q:\n%s", file, not, first["content/people/"+file+".md"])
		}
	}
}

// Ids name what stands in their own file, or else in the only other one.
func TestImportPopoloOfSeveralFiles(t *testing.T) {
	files, problems := importOf(t, fstest.MapFS{},
		`{"persons":[{"id":"1","name":"Ada Lind","memberships":[{"organization_id":"reed","start_date":"2001"}]}],"organizations":[]}`,
		`{"persons":[{"id":"1","name":"Cora Falk"}],"organizations":[{"id":"reed","name":"Reed Party","classification":"Political Party","memberships":[{"person_id":"1","start_date":"2002"}]}]}`,
		`{"memberships":[{"person":{},"person_id":"nobody"},{"person_id":"1","organization":{"id":"x","name":"Port Board"},"organization_id":"x","role":"chair"}],"persons":[{"id":"2","name":"Dario Ek"}]}`)
	if diff := cmp.Diff([]string{
		`c.json:1:42: warning: a membership of nobody: there is no person "nobody"; it is left out`,
		`c.json:1:65: warning: a membership of nobody: there is no person "1"; it is left out`,
	}, linesOf(problems)); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	for file, line := range map[string]string{"people/ada-lind": "{party: reed, start: 2001}", "people/cora-falk": "{party: reed, start: 2002}", "parties/reed": "name: Reed Party"} {
		if !strings.Contains(files["content/"+file+".md"], line) {
			t.Errorf("%s has not %s:\n%s", file, line, files["content/"+file+".md"])
		}
	}
}

// Who has no id keeps what stands in them to themselves.
func TestImportPopoloWithoutIDs(t *testing.T) {
	files, problems := importOf(t, fstest.MapFS{}, `{"persons":[{"name":"Ada Lind","memberships":[{"role":"Mayor","organization":{"name":"Town of Marl"}}]},
{"name":"Bert Holm","memberships":[{"on_behalf_of":{"name":"Tide List"},"organization":{"name":"House"}}]},{"name":"Cora Falk"}],
"organizations":[{"name":"Reed Party","classification":"party"},{"name":"Salt Party","classification":"party"}]}`)
	if len(problems) > 0 {
		t.Error(linesOf(problems))
	}
	for file, want := range map[string]string{
		"people/ada-lind":    "positions:\n  - {role: Mayor, org: Town of Marl}\n",
		"people/bert-holm":   "memberships:\n  - {party: tide-list}\npositions:\n  - {role: member, org: House}\n",
		"people/cora-falk":   "name: Cora Falk\n# imported",
		"parties/reed-party": "name: Reed Party\n", "parties/salt-party": "name: Salt Party\n", "parties/tide-list": "name: Tide List\n",
	} {
		if !strings.Contains(files["content/"+file+".md"], want) {
			t.Errorf("%s has not %q:\n%s", file, want, files["content/"+file+".md"])
		}
	}
	if len(files) != 6 {
		t.Errorf("%d files", len(files))
	}
}

// What the site has stays, and is found again by what it is.
func TestImportPopoloKeepsWhatIsThere(t *testing.T) {
	site := fstest.MapFS{
		"content/people/lind.md":     {Data: []byte("---\nname: A. Lind\nlinks: {wikidata: Q99}\n---\n")},
		"content/people/jo-roe.md":   {Data: []byte("---\nname: Jo Roe\nborn: 1950\n---\n")},
		"content/people/bert.md":     {Data: []byte("---\nname: Bert Holm\n---\n")},
		"content/parties/reeders.md": {Data: []byte("---\nname: Reed Party\n---\n")},
	}
	done, problems := ImportPopolo(site, []Source{{"a.json", []byte(`{"persons":[
		{"id":"1","name":"Ada Lind","identifiers":[{"scheme":"wikidata","identifier":"Q99"}]},
		{"id":"2","name":"Jo Roe","birth_date":"1980-02-03","memberships":[{"organization_id":"r","start_date":"2001"}]},
		{"id":"3","name":"Bert Holm"},{"id":"4","name":"Bert Holm"}],
		"organizations":[{"id":"r","name":"Reed party","classification":"party"}]}`)}})
	if len(problems) > 0 {
		t.Fatal(linesOf(problems))
	}
	if diff := cmp.Diff([]string{"content/parties/reeders.md", "content/people/bert.md", "content/people/lind.md"}, done.Kept); diff != "" {
		t.Errorf("kept (-want +got):\n%s", diff)
	}
	var paths []string
	for _, f := range done.Files {
		paths = append(paths, f.Path)
	}
	if diff := cmp.Diff([]string{"content/people/bert-holm.md", "content/people/jo-roe-2.md"}, paths); diff != "" {
		t.Fatalf("made (-want +got):\n%s", diff)
	}
	for i, want := range []string{"not:\n  - bert\n", "not:\n  - jo-roe\nparty: reeders\n"} {
		if !strings.Contains(string(done.Files[i].Raw), want) {
			t.Errorf("%s has not %q:\n%s", paths[i], want, done.Files[i].Raw)
		}
	}
}

// Every fault is told with its place, and nothing is made.
func TestImportPopoloTellsFaults(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"", "a.json:1:1: no JSON: unexpected end of JSON input; export the file again"},
		{"{\"persons\": [\n  {\"id\": 1,}\n]}", "a.json:2:12: no JSON: invalid character '}' looking for beginning of object key string; export the file again"},
		{"{\"persons\": [{}", "a.json:1:16: no JSON: unexpected end of JSON input; export the file again"},
		{"[]", "a.json:1:1: a Popolo file is an object with persons, organizations and memberships"},
		{"{\"a\": 1}", "a.json:1:1: there are no persons and no organizations in it; a Popolo file is an object with persons, organizations and memberships"},
		{"{\"persons\": {\"a\": {}}}", "a.json:1:21: a list is wanted here; write [ … ]"},
		{"{\"persons\": [\"Ada\"]}", "a.json:1:14: a string is not wanted here; Popolo has an object"},
		{"{\"persons\": [{\"id\": {}, \"name\": \"Ä\"}]}", "a.json:1:14: an id is a text or a number"},
		{"{\"persons\": [{\"é\": 1,\n \"name\": [\"Ada\"]}]}", "a.json:2:10: name: an array is not wanted here; Popolo has a text"},
		{"{\"persons\": [{\"id\": 1}]}", "a.json:1:14: the person's name is empty; write it into the file"},
		{"{\"persons\": [{\"name\": \"Ada\",\n\"birth_date\": \"1971-02-29\"}]}", `a.json:2:15: birth_date: "1971-02-29" is not a date; write 1971, 1971-12 or 1971-12-27 into the file`},
		{"{\"persons\": [{\"name\": \"Ada\", \"birth_date\": \"1971\", \"death_date\": \"1970\"}]}", "a.json:1:14: no profile can be made of Ada: died: 1970 is before born 1971; correct it in the file"},
		{"{\"persons\": [{\"id\":\"a\",\"name\":\"Ada\"},{\"id\":\"a\",\"name\":\"Bo\"}]}", `a.json:1:44: the id "a" stands twice among the persons; keep one of them`},
		{"{\"persons\": [{\"id\":\"a\",\"name\":\"Ada\",\n\"memberships\":[{\"role\":\"x\",\"start_date\":\"2001\",\"end_date\":\"2000\"}]}]}", "a.json:1:14: end_date: 2000 is before start_date 2001; correct one of them in the file"},
		{"{\"persons\": [{\"name\":\"A\xffda\"}]}", "a.json:1:24: byte 0xFF is not UTF-8; convert the file"},
		{"{\"organizations\": [{\"id\":\"a\"}]}", "a.json:1:20: the organization's name is empty; write it into the file"},
	} {
		files, problems := importOf(t, fstest.MapFS{}, test.text)
		if got := strings.Join(linesOf(problems), "\n"); got != test.want {
			t.Errorf("%s:\n got %s\nwant %s", test.text, got, test.want)
		}
		if len(files) > 0 {
			t.Errorf("%s: %d files were made", test.text, len(files))
		}
	}
	// one fault in one file keeps all from being made, and all are told
	files, problems := importOf(t, fstest.MapFS{}, parliament, `{"persons":[{"name":"Ada","birth_date":"x"},{"name":"Bo","death_date":"y"}]}`)
	if len(files) > 0 || len(problems) != 2 {
		t.Errorf("%d files, %v", len(files), linesOf(problems))
	}
}

// What is odd is told, and the rest is made.
func TestImportPopoloTellsDoubts(t *testing.T) {
	files, problems := importOf(t, fstest.MapFS{}, `{
"persons": [{"id":"1","name":"Jo Roe","birth_date":"1950-01-02","links":[{"url":"javascript:x"}]},
{"id":"2","name":"Jo Roe","birth_date":"1950-01-02"}],
"organizations": [{"id":"u","name":"Unknown","classification":"party"},{"id":"r","name":"Reed","classification":"party"},{"id":"q","name":"REED","classification":"party"}],
"events": [{"id":"t","start_date":"2001-02-03"}],
"memberships": [{"person_id":"1","on_behalf_of_id":"u","organization_id":"gone","role":"clerk"},
{"person_id":"1","on_behalf_of_id":"q","start_date":"2002"},
{"person_id":"1","on_behalf_of_id":"r","legislative_period_id":"t","end_date":"2001-02-02"}]}`)
	if diff := cmp.Diff([]string{
		`a.json:2:73: warning: "javascript:x" is left out of the links: an address of javascript: is not allowed, only https and http; correct it in the file`,
		`a.json:3:1: warning: two people are called Jo Roe and were born on 1950-01-02; if they are one, merge content/people/jo-roe.md and jo-roe-2.md, and name the old address under redirects`,
		`a.json:4:36: warning: "Unknown" says that a party is not known, and is taken for none`,
		`a.json:4:72: warning: the party Reed stands there twice (q and r); both are taken for one`,
		`a.json:6:74: warning: there is no organization "gone"; the membership is taken without it`,
		`a.json:8:79: warning: the membership lies outside its term (t, from 2001-02-03); it is left out`,
	}, linesOf(problems)); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	if got := files["content/people/jo-roe.md"]; !strings.Contains(got, "memberships:\n  - {party: q, start: 2002}\npositions:\n  - {role: clerk}\n#") {
		t.Errorf("got\n%s", got)
	}
	if len(files) != 3 {
		t.Errorf("%d files", len(files))
	}
}

// Whatever the bytes, either something is told or every file is read back.
func FuzzImportPopolo(f *testing.F) {
	f.Add([]byte(parliament))
	f.Add([]byte(`{"persons":[{"id":1,"name":"a: b # c"},{"id":"../x","name":"A"}],"posts":null,"areas":{"a":[{}]}}`))
	f.Add([]byte(`{"organizations":[{"name":"---\nx: y","classification":"party","description":"---"}]}`))
	f.Fuzz(func(t *testing.T, raw []byte) {
		done, problems := ImportPopolo(fstest.MapFS{}, []Source{{"a.json", raw}})
		if diag.Has(problems, diag.Error) {
			if len(done.Files) > 0 {
				t.Fatal("files in spite of errors")
			}
			return
		}
		seen := map[string]bool{}
		for _, file := range done.Files {
			name, people := strings.CutPrefix(file.Path, "content/people/")
			name, parties := strings.CutPrefix(name, "content/parties/")
			if people == parties || strings.ContainsAny(name, "/\\") || seen[file.Path] {
				t.Fatalf("file %q", file.Path)
			}
			seen[file.Path] = true
			var found []diag.Problem
			if people {
				_, found = content.ParsePerson(file.Path, file.Raw)
			} else {
				_, found = content.ParseParty(file.Path, file.Raw)
			}
			if diag.Has(found, diag.Error) {
				t.Fatalf("%v of\n%s", found, file.Raw)
			}
		}
	})
}
