package content

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

const articleFile = "content/articles/2014/vote.md"

func TestBrokenArticles(t *testing.T) {
	set := func(name, raw string, want ...string) brokenCase {
		for i := range want {
			want[i] = articleFile + ":" + want[i]
		}
		return brokenCase{name, articleFile, raw, want}
	}
	const notText = "; save it as plain text in UTF-8"
	testBroken(t, []brokenCase{
		set("no bytes", "", "1:1: set aside: the file is empty"),
		set("nothing to see", "\u200b\n \n", "1:1: set aside: the file is empty"),
		set("Latin-1", "La\xebticia\n", "1:3: set aside: byte 0xEB is not UTF-8; convert the file"),
		set("Latin-1 below", "Één\r\ntwee\r\ncaf\xe9\r\n", "3:4: set aside: byte 0xE9 is not UTF-8; convert the file"),
		set("overlong", "a\xc0\xaf", "1:2: set aside: byte 0xC0 is not UTF-8; convert the file"),
		set("half a pair", "a\xed\xa0\x80", "1:2: set aside: byte 0xED is not UTF-8; convert the file"),
		set("a letter lost before", "It was lost\ufffd\n", "1:12: set aside: U+FFFD stands where a letter was lost; convert the file again from its original"),
		set("NUL", "Some text\x00 here, and more\n", "1:1: set aside: not text (a NUL byte)"+notText),
		set("NUL far below", strings.Repeat("word ", 4000)+"\n\x00", "2:1: set aside: not text (a NUL byte)"+notText),
		set("UTF-16 without a mark", "S\x00o\x00m\x00e\x00 \x00t\x00", "1:1: set aside: not text (UTF-16 without a byte-order mark)"+notText),
		set("half of UTF-16", "\xff\xfea\x00b", "1:2: set aside: half a letter of UTF-16 stands at the end; convert the file to UTF-8"),
		set("lone surrogate in UTF-16", "\xff\xfea\x00\x00\xd8b\x00", "1:2: set aside: U+FFFD stands where a letter was lost; convert the file again from its original"),
		set("a program", "\x7fELF\x02\x01", "1:1: set aside: not text (a program)"+notText),
		set("gzip", "\x1f\x8b\x08", "1:1: set aside: not text (compressed with gzip)"+notText),
		set("merge left in the text", "One\n<<<<<<< HEAD\nTwo\n=======\nThree\n", "2:1: set aside: a merge was left unfinished (<<<<<<<); choose one side and remove the marks"),
		set("merge left in the front", "---\n<<<<<<< HEAD\ntitle: A\n=======\ntitle: B\n>>>>>>> b\n---\nText\n", "2:1: a merge was left unfinished (<<<<<<<); choose one side and remove the marks"),
		set("quotations in quotations", "Fine\n\n"+strings.Repeat("> ", 60)+"x\n", "3:1: set aside: quotations or lists nest 60 deep; the limit is 40"),
		set("lists in lists", strings.Repeat(" ", 200)+"- x\n", "1:1: set aside: quotations or lists nest 51 deep; the limit is 40"),
		set("lists on one line", strings.Repeat("- ", 60)+"x\n", "1:1: set aside: quotations or lists nest 60 deep; the limit is 40"),
		set("marks without end", strings.Repeat("*a_ ", 3000)+"\n", "1:1: set aside: a paragraph has more than 4000 marks of emphasis, links or code; part it with blank lines"),
		set("no text", "---\ntitle: Vote\n---\n", "4:1: warning: the article has no text; write or paste it below the front matter"),
		set("front matter", "---\ntitel: Vote\ndate: 2014-02-30\nurl: ledger.example/1\narchive_url: javascript:x\nlanguage: english language\ntext: whole\ndraft: no\nnames: {Lund: ada-lund, Roe: none, Poe: }\n---\nText\n",
			`2:1: unknown key "titel"; did you mean title?`,
			"3:7: date: 2014-02-30 is not a date (month 2014-02 has no day 30)",
			`4:6: url: "ledger.example/1": an address begins with https:// or http://; write an https: address`,
			`5:14: archive_url: "javascript:x": an address of javascript: is not allowed, only https and http; write an https: address`,
			`6:11: language: "english language" is not a language; write a tag, as en, en-GB or ur`,
			`7:7: text: "whole" is none of full, excerpts; known are full, excerpts`,
			`8:8: draft: true or false is wanted, not "no"; write true or false`,
			`9:41: names: whom does "Poe" mean?; write a person's id, or none`),
		set("not closed", "---\ntitle: Vote\n\nText\n", "1:1: the front matter that opens with --- is not closed; close it with a line ---; a rule is written ***"),
		set("a list of names", "---\nnames: [Lund]\n---\nText\n", "2:8: names: a table of names is wanted, not a list; write names: {Name as it stands: person-id}"),
	})
}

func TestArticleText(t *testing.T) {
	front := "---\ntitle: Vote\ndate: 2014-04-01\n---\n"
	tests := []struct {
		name, file, raw, text string
		line                  int
	}{
		{"after the front matter", "a.md", front + "One *two*.\n\nThree.\n", "One *two*.\n\nThree.\n", 5},
		{"a blank line first", "a.md", front + "\nOne.\n", "\nOne.\n", 5},
		{"no line end at the end", "a.md", front + "One.", "One.", 5},
		{"blank lines above the front matter", "a.md", "\n\n" + front + "One.\n", "One.\n", 7},
		{"a rule below", "a.md", front + "One.\n\n---\n\nTwo.\n", "One.\n\n---\n\nTwo.\n", 5},
		{"a second block is text", "a.md", front + "---\ndraft: true\n---\nOne.\n", "---\ndraft: true\n---\nOne.\n", 5},
		{"empty front matter", "a.md", "---\n---\nOne.\n", "One.\n", 3},
		{"no front matter", "a.txt", "Head\n\nOne.\n", "Head\n\nOne.\n", 1},
		{"plain text with front matter", "a.txt", front + "One.\n", "One.\n", 5},
		{"byte-order mark and CRLF", "a.txt", "\ufeffHead\r\n\r\nOne.\r\n", "Head\n\nOne.\n", 1},
		{"CR alone", "a.txt", "Head\r\rOne.\r", "Head\n\nOne.\n", 1},
		{"other line ends are letters", "a.txt", "He\u2028ad\u0085\n", "He\u2028ad\u0085\n", 1},
		{"letters stay as they are composed", "a.txt", "Cafe\u0301 \U0001f600\u00a0\u00ad\n", "Cafe\u0301 \U0001f600\u00a0\u00ad\n", 1},
		{"UTF-16", "a.txt", "\xfe\xff\x00H\x00\xe9\x00\n", "Hé\n", 1},
		{"TOML", "a.md", "+++\ntitle = \"Vote\"\n+++\nOne.\n", "One.\n", 4},
		{"JSON on one line", "a.md", "{\"title\": \"The } vote\", \"date\": \"2014\"}\nOne.\n", "One.\n", 2},
		{"JSON without a blank line", "a.md", "{\n\"title\": \"Vote\"\n}\nOne.\n", "One.\n", 4},
		{"JSON", "a.md", "{\n\"title\": \"Vote\"\n}\n\nOne.\n", "One.\n", 5},
		{"a line of arrows is no merge", "a.txt", "Head\n<<<<<<< look\n", "Head\n<<<<<<< look\n", 1},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			a, problems := ParseArticle("content/articles/"+test.file, []byte(test.raw))
			if a == nil || len(problems) > 0 {
				t.Fatal(problems)
			}
			if diff := cmp.Diff(test.text, a.Text); diff != "" || a.TextLine != test.line {
				t.Errorf("text begins on line %d, want %d (-want +got):\n%s", a.TextLine, test.line, diff)
			}
		})
	}
}

func TestArticleDates(t *testing.T) {
	for text, want := range map[string]string{
		"2014-04-01": "2014-04-01", "2014-04": "2014-04", "2014": "2014", "2014~": "2014~", `"2014-04-01"`: "2014-04-01",
		"2014-04-01T23:30:00-05:00": "2014-04-01", "2014-04-01 00:15": "2014-04-01", "2014-04-01T10:00:00.123Z": "2014-04-01", "~": "",
	} {
		a, problems := ParseArticle(articleFile, []byte("---\ndate: "+text+"\n---\nText\n"))
		if a == nil || a.Date.String() != want {
			t.Errorf("date: %s gives %v %v, want %q", text, a, problems, want)
		}
	}
	for _, text := range []string{"2014-04-01T25", "2014-04-01 morning", "1 April 2014", "2014-02-30T10:00:00Z", "2014-04-01T99:00", "01/04/2014", "true: 1"} {
		if a, problems := ParseArticle(articleFile, []byte("---\ndate: "+text+"\n---\nText\n")); a != nil {
			t.Errorf("date: %s gives %v %v, want an error", text, a.Date, problems)
		}
	}
}

func TestTitleOf(t *testing.T) {
	tests := []struct {
		format     Format
		text, want string
	}{
		{PlainText, "Council votes to keep the bridge\n\nTAMAR: The council …", "Council votes to keep the bridge"},
		{PlainText, "\n\n  Will the bridge  stand?\n", "Will the bridge stand?"},
		{PlainText, "The council voted on Monday to keep the bridge.\n", "The council voted on Monday to keep the bridge"},
		{PlainText, "“We shall keep the bridge.”\n", "“We shall keep the bridge.”"},
		{PlainText, "TAMAR - The council voted on Monday to keep the old bridge over the harbour, which had been closed.\n",
			"TAMAR - The council voted on Monday to keep the old bridge over the harbour…"},
		{PlainText, strings.Repeat("word ", 30), strings.TrimSpace(strings.Repeat("word ", 15)) + " word…"},
		{PlainText, strings.Repeat("ø", 200), strings.Repeat("ø", 80) + "…"},
		{PlainText, strings.Repeat("w", 120), strings.Repeat("w", 120)},
		{Markdown, "\n# The *bridge* vote #\n\nText", "The *bridge* vote"},
		{Markdown, "---\n\n**Bridge stays**\n", "Bridge stays"},
		{PlainText, " \n\u200b\n", ""},
	}
	for _, test := range tests {
		if got := titleOf(test.text, test.format); got != test.want {
			t.Errorf("the title of %.40q is %q, want %q", test.text, got, test.want)
		}
	}
}

func TestTitlesAreOneLine(t *testing.T) {
	a, problems := ParseArticle(articleFile, []byte("---\ntitle: \"A\\nB\\x07 \u2028C\"\noutlet: ' Ledger '\n---\nText\n"))
	if a == nil || a.Title != "A B C" || a.Outlet != "Ledger" {
		t.Errorf("got %+v %v", a, problems)
	}
}

// fuzzFiles are the paths that a fuzzed file is read as.
func fuzzFiles() []string {
	return []string{personFile, "content/parties/rl.md", articleFile, "content/articles/a.txt", "content/articles/a.html",
		"content/pages/about.md", "content/decisions.yaml", "profilegen.yaml"}
}

// FuzzParse holds every reader to its promises for any bytes: no panic, each
// problem has its file and a place within it, a document comes out or an error,
// and what comes out is UTF-8.
func FuzzParse(f *testing.F) {
	for _, raw := range []string{"---\nname: Ada\nborn: 1971\nlinks: {a: https://a.example}\n---\nText\n", "+++\nname = \"Ada\"\n[[positions]]\nrole = 'x'\n+++\n",
		"{\n\"name\": [1, {\"a\": null}]\n}\n\nText", "<meta charset=shift_jis><style>.a{display:none}</style><p class=a>x<p>y", "- id: a\n  decision: rejected\n  date: 2001-01-01\n  by: B\n",
		"\xff\xfea\x00", "Head.\n\n> - text", "---\nname: \"\\u2028\\ud800\"\n---", "---\r\n---\r\n<<<<<<< x\n======="} {
		for kind := range fuzzFiles() {
			f.Add(uint8(kind), []byte(raw))
		}
	}
	f.Fuzz(func(t *testing.T, kind uint8, raw []byte) {
		file := fuzzFiles()[int(kind)%len(fuzzFiles())]
		lines, ok := problemsOf(file, string(raw))
		if !ok && len(lines) == 0 {
			t.Fatal("neither a document nor a problem")
		}
		for _, line := range lines {
			if !strings.HasPrefix(line, file+":") || strings.ContainsAny(line, "\n\r\x1b") {
				t.Errorf("problem %q has no place, or more than one line", line)
			}
		}
		if strings.HasPrefix(file, "content/articles/") {
			checkArticle(t, file, raw)
		}
	})
}

func checkArticle(t *testing.T, file string, raw []byte) {
	a, problems := ParseArticle(file, raw)
	total := strings.Count(unixLines(string(raw)), "\n") + 1
	for _, p := range problems {
		if utf8.Valid(raw) && p.Line > total {
			t.Errorf("%v lies behind the last line %d", p, total)
		}
	}
	if a == nil {
		return
	}
	for _, text := range []string{a.Text, a.Title, a.Outlet, a.Author} {
		if !utf8.ValidString(text) || strings.Contains(text, "\ufffd") {
			t.Errorf("%q is not UTF-8, or has lost a letter", text)
		}
	}
	if strings.ContainsRune(a.Text, '\r') || strings.HasPrefix(a.Text, "\ufeff") && a.TextLine < 2 || strings.ContainsAny(a.Title, "\n\x1b") {
		t.Errorf("text %.40q, title %q", a.Text, a.Title)
	}
	if a.Format != HTML && utf8.Valid(raw) && !strings.HasSuffix(unixLines(strings.TrimLeft(string(raw), "\ufeff")), a.Text) {
		t.Errorf("the text %q is not the end of the file %q", a.Text, raw)
	}
}
