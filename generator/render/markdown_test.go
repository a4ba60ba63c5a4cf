package render

import (
	"strings"
	"testing"
	"time"
)

func TestMarkdownIsSafe(t *testing.T) {
	md := newMarkdown()
	place := placeOf{root: "../../", heading: 3}
	for body, want := range map[string]string{
		"# A\n\n### B":                     "<h3>A</h3>\n<h5>B</h5>\n",
		"<b>x</b>":                         "<p><!-- raw HTML omitted -->x<!-- raw HTML omitted --></p>\n",
		"[x](/people/a/)":                  "<p><a href=\"../../people/a/\">x</a></p>\n",
		"[x](javascript:alert(1))":         "<p><a href=\"\">x</a></p>\n",
		"![alt](https://e.example/i.png)":  "<p><a href=\"https://e.example/i.png\">alt</a></p>\n",
		"<javascript:alert(1)>":            "<p>javascript:alert(1)</p>\n",
		"[x](//evil.example/a)":            "<p><a href=\"\">x</a></p>\n",
		"see https://user:pw@evil.example": "<p>see https://user:pw@evil.example</p>\n",
	} {
		if got, _ := md.html(body, place); string(got) != want {
			t.Errorf("%q: got %q, want %q", body, got, want)
		}
	}
}

// TestMarkdownThatWouldTakeLong holds the limits: each of these takes goldmark
// seconds or minutes at this size.
func TestMarkdownThatWouldTakeLong(t *testing.T) {
	md := newMarkdown()
	for _, piece := range []string{"*a_ ", "[a](b", "[", "![", "<a ", "> ", "- ", "`a``", "**a ", "a\n- ", "&#", "|a", "\\", "a[^1]", "1) ", "~~a "} {
		body := strings.Repeat(piece, 200_000/len(piece))
		start := time.Now()
		html, _ := md.html(body, placeOf{heading: 2})
		if took := time.Since(start); took > 5*time.Second {
			t.Errorf("%q took %v", piece, took)
		}
		if len(html) == 0 && strings.TrimSpace(body) != "" && piece != "> " && piece != "- " {
			t.Errorf("%q: nothing is shown", piece)
		}
	}
	var nested strings.Builder
	for i := range 2000 {
		nested.WriteString(strings.Repeat("  ", i) + "- a\n\n")
	}
	if _, plain := md.html(nested.String(), placeOf{}); !plain {
		t.Error("a list of 2,000 levels is not refused")
	}
}

func TestUnmarked(t *testing.T) {
	for text, want := range map[string]string{
		"**Ada** said _no_":              "Ada said no",
		"a [link](https://x.example) b":  "a link b",
		"![pic](x.png) after":            "pic after",
		"snake_case and 5 * 3":           "snake_case and 5 * 3",
		"`code` and \\*star\\*":          "code and *star*",
		"> quoted\n## head\nline #1":     "quoted\nhead\nline #1",
		"plain words, as they are [sic]": "plain words, as they are [sic]",
		"[**bold** label](x) [a][b]":     "bold label [a][b]",
		"Ada](https://x.example) went":   "Ada went",
		"she met [Ada":                   "she met Ada",
		"the <b class=x>mayor</b> 1 < 2": "the mayor 1 < 2",
		"a <!-- no\nword --> b":          "a  b",
		"> one\n> two":                   "one\ntwo",
	} {
		if got := unmarked(text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func FuzzUnmarked(f *testing.F) {
	f.Add("**a** [b](c) \\* ![")
	f.Fuzz(func(t *testing.T, text string) {
		if got := unmarked(text); len(got) > len(text) {
			t.Errorf("%q became longer: %q", text, got)
		}
	})
}
