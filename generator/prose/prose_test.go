package prose

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var english = &Language{
	Abbreviations: map[string]bool{"mr": true, "dr": true, "st": true},
	Starters:      map[string]bool{"the": true, "he": true, "but": true},
	Genitive:      "s",
}

// sentences gives the sentences of a text, headlines marked with #.
func sentences(text string, markdown bool) []string {
	t := Analyse(text, markdown, english)
	var list []string
	for _, s := range t.Sentences {
		words := t.Words(s.First, s.Last)
		if s.Headline {
			words = "# " + words
		}
		list = append(list, words)
	}
	return list
}

func TestSentences(t *testing.T) {
	for _, test := range []struct {
		text string
		want []string
	}{
		{"She went. He came.", []string{"She went.", "He came."}},
		{"Mr. Pell met Dr. Roe of St. Ives. He left.", []string{"Mr. Pell met Dr. Roe of St. Ives.", "He left."}},
		{"C. J. Roe spoke.", []string{"C. J. Roe spoke."}},
		{"We have plan B. The rest is lost.", []string{"We have plan B.", "The rest is lost."}},
		{"The U.S. Senate met. It rose 2.5 per cent.", []string{"The U.S. Senate met.", "It rose 2.5 per cent."}},
		{"They went to the party.“Some came,” he said.", []string{"They went to the party.", "“Some came,” he said."}},
		{"“Will you go?” he asked. She went.", []string{"“Will you go?” he asked.", "She went."}},
		{"He said: “Yes. No.” She left.", []string{"He said: “Yes.", "No.”", "She left."}},
		{"One came.Two went.", []string{"One came.", "Two went."}},
		{"See bbc.example.org for more.", []string{"See bbc.example.org for more."}},
		{"Mayor quits\n\nShe went. He came.", []string{"# Mayor quits", "She went.", "He came."}},
		{"Mayor quits\nShe went. He came.", []string{"# Mayor quits", "She went.", "He came."}},
		{"The mayor of Marl went to the fair on\nMonday. It had rained there for a week\nbut nobody minded.", []string{"The mayor of Marl went to the fair on\nMonday.", "It had rained there for a week\nbut nobody minded."}},
		{"Mayor quits\nAna Roe, the mayor of Marl, went to the fair on\nMonday. It had rained there for a week.", []string{"# Mayor quits", "Ana Roe, the mayor of Marl, went to the fair on\nMonday.", "It had rained there for a week."}},
		{"The café\u2028Rosa shut.", []string{"The café\u2028Rosa shut."}},
		{"PORT ELLIS (ANA) - She went.", []string{"She went."}},
		{"PORT ELLIS, Marl: She went.", []string{"She went."}},
		{"EUAN ROE went to the fair.", []string{"EUAN ROE went to the fair."}},
		{"", nil},
		{"One line only", []string{"One line only"}},
	} {
		if diff := cmp.Diff(test.want, sentences(test.text, false)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", test.text, diff)
		}
	}
}

func TestMarkdownLines(t *testing.T) {
	for text, want := range map[string][]string{
		"The mayor of Marl went to the fair on\nMonday.":           {"The mayor of Marl went to the fair on\nMonday."},
		"> The mayor\n> went home.\n>\n> She slept.":               {"The mayor\n> went home.", "She slept."},
		"Mayor quits\nAna Roe, the mayor of Marl, left on Monday.": {"# Mayor quits", "Ana Roe, the mayor of Marl, left on Monday."},
	} {
		if diff := cmp.Diff(want, sentences(text, true)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", text, diff)
		}
	}
}

func TestMarkdown(t *testing.T) {
	text := "# Mayor *quits*\n\n> **Ana Roe**, [the mayor](https://x.example/a_b), left.\n\n---\n\n- One came.\n- Two went."
	want := []string{"# Mayor *quits", "Ana Roe**, [the mayor](https://x.example/a_b), left.", "One came.", "Two went."}
	if diff := cmp.Diff(want, sentences(text, true)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	for _, tok := range Analyse(text, true, english).Tokens {
		if word := text[tok.Start:tok.End]; strings.ContainsAny(word, "*[]()#>/") {
			t.Errorf("the mark %q is a token", word)
		}
	}
}

func TestQuotations(t *testing.T) {
	for _, test := range []struct {
		text string
		want []string
	}{
		{`He said: "Yes."`, []string{`"Yes."`}},
		{`"Yes," she said, "and no."`, []string{`"Yes,"`, `"and no."`}},
		{"“They say, ‘Go,’ and we go.”", []string{"“They say, ‘Go,’ and we go.”", "‘Go,’"}},
		{"It was the members’ and Tom’s.", nil},
		{"It was the members' and Tom's 'home'.", []string{"'home'"}},
		{"“One.\n\n“Two,” he said.", []string{"“One.", "“Two,”"}},
		{`He said: "One. "Two," and left.`, []string{`"One.`, `"Two,"`}},
		{`They were "only half. Mr Roe saw "a change" in it.`, []string{`"only half.`, `"a change"`}},
		{"„Ja“, sagte er.", []string{"„Ja“"}},
		{"party.“Some came,” he said", []string{"“Some came,”"}},
		{"a lone ” and a lone '", nil},
	} {
		tx := Analyse(test.text, false, english)
		var got []string
		for _, q := range tx.Quotations {
			got = append(got, tx.Words(q.Open, q.Last+1))
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", test.text, diff)
		}
	}
}

// TestHash holds that a word has one hash, whatever its capitals and wherever it
// stands, and that what is not of ASCII letters alone has none.
func TestHash(t *testing.T) {
	text := "Quay quay QUAY harbours Harbours elections Elections Dr. dr quay’s Ébène 2nd co-op elections quay"
	byWord := map[string]uint64{}
	for _, tok := range Analyse(text, false, english).Tokens {
		word := strings.ToLower(strings.TrimSuffix(text[tok.Start:tok.End], "."))
		letters := tok.Kind == Word && !strings.ContainsFunc(word, func(r rune) bool { return r < 'a' || r > 'z' })
		if had, ok := byWord[word]; tok.Hash != 0 != letters || ok && had != tok.Hash {
			t.Errorf("%q has the hash %x, another one of it %x", word, tok.Hash, had)
		}
		byWord[word] = tok.Hash
	}
	if byWord["quay"] == byWord["dr"] || byWord["harbours"] == byWord["elections"] {
		t.Error("two words share a hash")
	}
}

// FuzzAnalyse holds any bytes against the promises: offsets in order and inside
// the text, sentences and quotations within the tokens.
func FuzzAnalyse(f *testing.F) {
	f.Add("Mr. Roe said: “Yes ‘no’.” It's 1,5 - \"x", false)
	f.Add("# A\n\n* [b](c) `d` ![e](f) <g> \\h\n---\n> i", true)
	f.Add("a."+strings.Repeat(")", 2*longest)+" b", false)
	f.Add("\xff\xfe a\u0301\u200b\u2028b 'c' ''", false)
	f.Fuzz(func(t *testing.T, text string, markdown bool) {
		tx := Analyse(text, markdown, english)
		end := int32(0)
		for i, tok := range tx.Tokens {
			if tok.Start < end || tok.End <= tok.Start || int(tok.End) > len(text) {
				t.Fatalf("token %d is %d to %d after %d of %d", i, tok.Start, tok.End, end, len(text))
			}
			end = tok.End
		}
		last := int32(0)
		for _, s := range tx.Sentences {
			if s.First < last || s.Last <= s.First || int(s.Last) > len(tx.Tokens) || s.Last-s.First > longest+closers {
				t.Fatalf("sentence %+v after %d of %d", s, last, len(tx.Tokens))
			}
			last = s.Last
		}
		for _, q := range tx.Quotations {
			if q.Open > q.Last || q.Open < 0 || int(q.Last) >= len(tx.Tokens) {
				t.Fatalf("quotation %+v of %d", q, len(tx.Tokens))
			}
		}
	})
}

func BenchmarkAnalyse(b *testing.B) {
	text := strings.Repeat("Mr Roe said: “We will build it, and it won't be ‘late’.” The quay (of 1990) cost £2.5m. ", 200)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Analyse(text, false, english)
	}
}
