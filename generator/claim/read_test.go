package claim

import (
	"strings"
	"testing"
)

const good = `{"article":"a","type":"position","subject":"Ada Quill","role":"mayor","start":"2010-05","status":"asserted","quote":"Mayor Ada Quill","start_byte":3,"end_byte":18}`

func TestRead(t *testing.T) {
	claims, problems := Read(strings.NewReader("\xef\xbb\xbf"+good+"\n\n"+good+"\r\n"), "c.jsonl")
	if len(problems) != 0 || len(claims) != 2 {
		t.Fatalf("got %d claims, problems %v", len(claims), problems)
	}
	if claims[0].ID() == "" || claims[0].ID() != claims[1].ID() {
		t.Errorf("ids %q and %q", claims[0].ID(), claims[1].ID())
	}
	if claims[0].Start.String() != "2010-05" {
		t.Errorf("start %q", claims[0].Start)
	}
}

func TestReadProblems(t *testing.T) {
	tests := map[string]string{
		strings.Replace(good, `"role"`, `"rolle"`, 1):              "unknown field",
		strings.Replace(good, `"position"`, `"post"`, 1):           `type "post" is not in the vocabulary`,
		strings.Replace(good, `"asserted"`, `"sure"`, 1):           `status "sure"`,
		strings.Replace(good, `"status":"asserted",`, ``, 1):       "without a status",
		strings.Replace(good, `"2010-05"`, `"May 2010"`, 1):        "is not a date",
		strings.Replace(good, `"end_byte":18`, `"end_byte":17`, 1): "do not fit",
		good + good:              "something follows",
		"# note":                 "is not a claim",
		"{\"article\":\"\xff\"}": "not UTF-8",
	}
	for line, want := range tests {
		_, problems := Read(strings.NewReader(good+"\n"+line+"\n"), "c.jsonl")
		if len(problems) != 1 || problems[0].Line != 2 || !strings.Contains(problems[0].Text, want) {
			t.Errorf("%s\n got %v, want %q on line 2", line, problems, want)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(good)
	f.Add("{}\nnull\n[]")
	f.Fuzz(func(t *testing.T, text string) {
		claims, problems := Read(strings.NewReader(text), "f")
		for i := range claims {
			flat := claims[i].Flat()
			if err := flat.Validate(); err != nil {
				t.Errorf("read an invalid claim: %v", err)
			}
		}
		if len(claims)+len(problems) > strings.Count(text, "\n")+1 {
			t.Errorf("more answers than lines")
		}
	})
}
