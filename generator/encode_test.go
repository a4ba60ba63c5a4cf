package generator

import (
	"reflect"
	"testing"
	"unsafe"

	"github.com/google/go-cmp/cmp"

	"profilegen/generator/claim"
	"profilegen/generator/content"
	"profilegen/generator/diag"
	"profilegen/generator/edtf"
	"profilegen/generator/extract"
)

var sameDates = cmp.Comparer(func(a, b edtf.Date) bool { return a == b })

func date(t testing.TB, text string) edtf.Date {
	t.Helper()
	d, err := edtf.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// packed makes the claims of one article.
func packed(claims ...claim.Flat) []claim.Claim {
	return new(claim.Packer).Pack(len(claims), func(i int) *claim.Flat { return &claims[i] })
}

// results are what an extractor may give: every field set, none set, nothing.
func results(t testing.TB) []extract.Result {
	full := claim.Flat{
		ID: "0123456789ab", Article: "a", Type: claim.Legal, Subject: "Ada Lind", Role: "mayor", Org: "Left",
		Place: "Northport", Start: date(t, "2005"), End: date(t, "2010-06~"), On: date(t, "198X"), Former: true,
		Stage: claim.Tendered, Action: claim.Arrested, CaseRole: claim.Accused, Status: claim.Alleged,
		By: "sources", Via: []string{"a private channel", "the Senate"},
		Object: "Bert Holm", When: "in June this year", Reason: "personal issues",
		Quote: "“Ünïcode” \x00 \n", StartByte: 1 << 30, Rule: "arrest",
	}
	return []extract.Result{
		{},
		{Claims: packed(full, claim.Flat{Article: "a"}, full), Unclear: []extract.Unclear{{Name: "Ada", StartByte: 1, EndByte: 2}},
			Sentences: []uint64{0, 1, 1<<64 - 1}},
	}
}

func TestResultsComeBackAsTheyWere(t *testing.T) {
	for _, want := range results(t) {
		got, ok := decodeResult(encodeResult(&want))
		if diff := cmp.Diff(&want, got, sameDates); diff != "" || !ok {
			t.Errorf("ok %v, (-want +got):\n%s", ok, diff)
		}
	}
}

// What is kept is what would be read back, in memory of its own.
func TestKeptResultsAreThoseReadBack(t *testing.T) {
	c, text := newCoder(), "Ada Lind was named mayor."
	for range 3 {
		kept := extract.Result{
			Claims: packed(claim.Flat{Subject: text[:8], Role: text[19:24], Quote: text, By: text[:3], Via: []string{text[4:8]}},
				claim.Flat{Subject: text[:8], Quote: text, Reason: text[9:]}),
			Unclear: []extract.Unclear{{Name: text[:8]}},
		}
		read, ok := decodeResult(c.keepResult(&kept))
		if diff := cmp.Diff(read, &kept, sameDates); diff != "" || !ok {
			t.Fatalf("ok %v, (-read +kept):\n%s", ok, diff)
		}
		for _, part := range []string{kept.Claims[0].Subject(), kept.Claims[1].Quote(), kept.Claims[0].By(), kept.Claims[1].Reason(), kept.Unclear[0].Name} {
			if unsafe.StringData(part) == unsafe.StringData(text) {
				t.Errorf("%q holds on to the article's text", part)
			}
		}
	}
}

func FuzzDecodeResult(f *testing.F) {
	for _, r := range results(f) {
		f.Add(encodeResult(&r))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		r, ok := decodeResult(raw)
		if !ok {
			return
		}
		again, ok := decodeResult(encodeResult(r))
		if diff := cmp.Diff(r, again, sameDates); diff != "" || !ok {
			t.Fatalf("ok %v, (-want +got):\n%s", ok, diff)
		}
	})
}

func TestFilesComeBackAsTheyWere(t *testing.T) {
	person, problems := content.ParsePerson("content/people/ada.md", []byte(`---
name: Ada Lind
aliases: [A. Lind]
party: left
born: 1971-12~
links: {website: "https://example.org/"}
memberships: [{party: left, start: 1999, sources: [x]}]
positions: [{role: Mayor, place: Northport, end: 2010}]
events: [{date: 2014-04-01, text: Opened the harbour}]
---
Text.
`))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	article, problems := content.ParseArticle("content/articles/x.md", []byte("---\ntitle: X\ndate: 2012-03-01\nnames: {Lind: ada}\n---\nText.\n"))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	full := &content.Article{}
	fill(t, reflect.ValueOf(full).Elem())
	for _, want := range []storedFile{
		{Document: content.Document{Person: person}},
		{Document: content.Document{Article: article}, Text: [32]byte{1, 2}},
		{Document: content.Document{Article: full}, Text: [32]byte{3}},
		{Document: content.Document{Article: &content.Article{Names: map[string]string{}}}},
		{Document: content.Document{Problems: []diag.Problem{{File: "x", Line: 1, Severity: diag.Warning, Text: "odd", Notes: []diag.Note{{Text: "here"}}}}}},
	} {
		got, ok := decodeFile(newCoder().encodeFile(want))
		if diff := cmp.Diff(want, got, sameDates); diff != "" || !ok {
			t.Errorf("ok %v, (-want +got):\n%s", ok, diff)
		}
	}
}

// fill sets every field, so that one that is not written shows.
func fill(t testing.TB, v reflect.Value) {
	t.Helper()
	for i := range v.NumField() {
		name := v.Type().Field(i).Name
		switch field := v.Field(i).Addr().Interface().(type) {
		case *string:
			*field = name
		case *content.Format:
			*field = content.HTML
		case *bool:
			*field = true
		case *int:
			*field = 100 + i
		case *edtf.Date:
			*field = date(t, "1971-12~")
		case *content.Place:
			*field = content.Place{Line: 2, Column: i}
		case *[32]byte:
			field[i] = 1
		case *map[string]string:
			*field = map[string]string{"Lind": "ada", "A. Holm": "none"}
		case *map[string]content.Place:
			*field = map[string]content.Place{"title": {Line: 2, Column: 8}, "date": {Line: 3, Column: 1}}
		case *diag.Severity:
			*field = diag.Info
		case *[]diag.Problem:
			*field = make([]diag.Problem, 1)
			fill(t, reflect.ValueOf(&(*field)[0]).Elem())
		case *[]diag.Note:
			*field = make([]diag.Note, 1)
			fill(t, reflect.ValueOf(&(*field)[0]).Elem())
		case *[]Time: // is remembered nowhere
		default:
			t.Fatalf("what is %s, a %T?", name, field)
		}
	}
}

func FuzzDecodeFile(f *testing.F) {
	f.Add(newCoder().encodeFile(storedFile{Document: content.Document{Article: &content.Article{ID: "a", File: "content/articles/a.md",
		Date: date(f, "2012"), Names: map[string]string{"Lind": "ada"}, URLPlace: content.Place{Line: 2, Column: 8}}}}))
	f.Add(newCoder().encodeFile(storedFile{Document: content.Document{Page: &content.Page{ID: "about"}}}))
	f.Fuzz(func(t *testing.T, raw []byte) {
		file, ok := decodeFile(raw)
		if !ok {
			return
		}
		again, ok := decodeFile(newCoder().encodeFile(file))
		if diff := cmp.Diff(file, again, sameDates); diff != "" || !ok {
			t.Fatalf("ok %v, (-want +got):\n%s", ok, diff)
		}
	})
}

func BenchmarkDecodeResult(b *testing.B) {
	r := results(b)[1]
	for range 20 {
		r.Claims = append(r.Claims, r.Claims[0])
	}
	raw := encodeResult(&r)
	b.SetBytes(int64(len(raw)))
	b.ReportAllocs()
	for b.Loop() {
		decodeResult(raw)
	}
}
