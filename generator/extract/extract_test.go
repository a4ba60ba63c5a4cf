package extract

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"profilegen/generator/edtf"

	"github.com/google/go-cmp/cmp"
)

func TestExtractTwice(t *testing.T) {
	x := newTestExtractor(t)
	a := Article{ID: "quay", Text: report}
	first := x.Extract(a)
	if len(first.Claims) < 10 {
		t.Errorf("only %d claims", len(first.Claims))
	}
	x.Extract(Article{ID: "other", Text: strings.ToUpper(report)}) // fills the buffers with something else
	if diff := cmp.Diff(first, x.Extract(a), cmp.AllowUnexported(edtf.Date{})); diff != "" {
		t.Errorf("the second time (-first +second):\n%s", diff)
	}
}

func TestPeople(t *testing.T) {
	r := newTestExtractor(t).newReading(Article{ID: "quay", Text: report})
	defer r.done()
	r.run(func(int32) {})
	var names []string
	for i := range r.who {
		if e := &r.who[i]; e.kind == Person && e.last >= 0 {
			names = append(names, e.name)
		}
	}
	slices.Sort(names)
	want := []string{"Ana Roe", "Ines Duarte", "Jane Addy", "Sir Hugh Addy", "Tom Pell"}
	if diff := cmp.Diff(want, names); diff != "" {
		t.Errorf("people (-want +got):\n%s", diff)
	}
}

func TestUnclear(t *testing.T) {
	x := newTestExtractor(t)
	text := "Mayor Ana Roe resigned. Beside Ana Roe there is a chair."
	got := x.Extract(Article{ID: "a", Text: text}).Unclear
	if len(got) != 1 || got[0].Name != "Ana Roe" || text[got[0].StartByte:got[0].EndByte] != "Beside Ana Roe there is a chair." {
		t.Errorf("got %+v", got)
	}
}

func TestSentencesTellCopies(t *testing.T) {
	x := newTestExtractor(t)
	a := x.Extract(Article{ID: "a", Text: "PORT ELLIS (ANA) - Ana Roe resigned.\n\nShe was tired."}).Sentences
	b := x.Extract(Article{ID: "b", Text: "PORT ELLIS - Ana  Roe resigned. She was tired."}).Sentences
	if !slices.Equal(a, b) || len(a) != 2 {
		t.Errorf("%v and %v", a, b)
	}
}

func TestSiteLexicon(t *testing.T) {
	const text = "Harbourmistress Ana Roe spoke."
	plain := newTestExtractor(t)
	if got := plain.Extract(Article{ID: "a", Text: text}).Claims; len(got) != 0 {
		t.Fatalf("without the site's word: %s", list(got))
	}
	x, problems := NewExtractor(fstest.MapFS{
		"en/roles.txt":  {Data: []byte("# ours\nharbourmistress = public\nwrong = nonsense\n")},
		"en/rolls.txt":  {Data: []byte("typo\n")},
		"en/README.txt": {Data: []byte("")},
	})
	if got := x.Extract(Article{ID: "a", Text: text}).Claims; len(got) != 1 || got[0].Role() != "Harbourmistress" {
		t.Errorf("with the site's word: %s", list(got))
	}
	if len(problems) != 3 || problems[1].Place() != "lexicon/en/roles.txt:3" && problems[0].Place() != "lexicon/en/roles.txt:3" {
		t.Errorf("problems: %v", problems)
	}
	if x.Version() == plain.Version() {
		t.Error("the version does not tell the site's words")
	}
}

func TestLexicon(t *testing.T) {
	got := Lexicon("en", "weekdays")
	if len(got) != 7 || got[0] != "friday = 5" {
		t.Errorf("%q", got)
	}
	if got := Lexicon("xx", "weekdays"); got != nil {
		t.Errorf("%q", got)
	}
}

func TestExplain(t *testing.T) {
	x := newTestExtractor(t)
	text := "Mayor Ana Roe resigned on Monday. Beside Ana Roe there is a chair."
	list := x.Explain(Article{ID: "a", Text: text})
	if len(list) != 3 || list[2].Claim != nil || list[2].Name != "Ana Roe" {
		t.Fatalf("got %+v", list)
	}
	for _, e := range list {
		for _, f := range e.Fired {
			if text[f.StartByte:f.EndByte] != f.Words {
				t.Errorf("%q is not at %d", f.Words, f.StartByte)
			}
		}
	}
	if len(list[0].Fired) == 0 {
		t.Error("no words fired")
	}
}

// FuzzExtract holds every claim of any bytes against the promises: the quote is
// the text's, the vocabulary is closed, and the same comes out twice.
func FuzzExtract(f *testing.F) {
	f.Add(report, false)
	f.Add("# Title\n\n*Ana Roe*, [leader](https://x.example) of **Marl Council**, “quit”.", true)
	f.Add("\"“'‘Mr (Mr [ MP of of the's ' Born in 1970–", false)
	f.Add("Ana\xff Roe\u200b was\u2028born in \u202eMarl. É́ MR. X", false)
	x := newTestExtractor(f)
	f.Add("El exalcalde Juan Roe, según fuentes, dimitió el lunes. Dijo que «no».", false)
	f.Fuzz(func(t *testing.T, text string, markdown bool) {
		for _, lang := range []string{"", "es"} {
			holds(t, x, Article{ID: "a", Text: text, Markdown: markdown, Language: lang})
		}
	})
}

// holds checks what every article's claims promise.
func holds(t *testing.T, x *Extractor, a Article) {
	t.Helper()
	first := x.Extract(a)
	for _, c := range first.Claims {
		flat := c.Flat()
		if err := flat.Validate(); err != nil {
			t.Error(err)
		}
		if c.EndByte() > len(a.Text) || a.Text[c.StartByte():c.EndByte()] != c.Quote() {
			t.Errorf("quote %q is not at %d", c.Quote(), c.StartByte())
		}
	}
	if diff := cmp.Diff(first, x.Extract(a), cmp.AllowUnexported(edtf.Date{})); diff != "" {
		t.Error(diff)
	}
	x.Explain(a)
}
