package claim

import (
	"encoding/json"
	"slices"
	"testing"
)

func TestWordsComeBack(t *testing.T) {
	check(t, typeWords[:], TypeOf)
	check(t, statusWords[:], StatusOf)
	check(t, stageWords[:], StageOf)
	check(t, actionWords[:], ActionOf)
	check(t, caseRoleWords[:], CaseRoleOf)
}

// check holds a vocabulary against its words: each value has one of its own, and
// each word is its value again, alone and in JSON.
func check[T interface {
	~uint8
	String() string
	Known() bool
}](t *testing.T, words []string, of func(string) T) {
	t.Helper()
	if of("no such word") != None || T(len(words)).Known() {
		t.Errorf("%T is not closed", T(0))
	}
	for i, word := range words {
		v := T(i)
		if v.String() != word || of(word) != v || !v.Known() || (word == "") != (i == 0) || slices.Index(words, word) != i {
			t.Errorf("%T %d is %q", v, i, v)
		}
		raw, err := json.Marshal(v)
		if err != nil || string(raw) != `"`+word+`"` {
			t.Errorf("%T %d in JSON: %s, %v", v, i, raw, err)
		}
		var again T
		if err := json.Unmarshal(raw, &again); err != nil || again != v {
			t.Errorf("%s comes back as %v, %v", raw, again, err)
		}
		if err := json.Unmarshal([]byte(`"no such word"`), &again); err == nil {
			t.Errorf("%T takes any word", v)
		}
	}
}

// TestWordsOfTypes holds that every stage, action and role has a type that can
// have it, and that a claim of another type is refused.
func TestWordsOfTypes(t *testing.T) {
	good := Flat{Article: "a", Subject: "Ada Quill", Quote: "q", Status: Asserted}
	for stage := range stageWords {
		for action := range actionWords {
			fits := false
			for _, typ := range Types() {
				c := good
				c.Type, c.Stage, c.Action = typ, Stage(stage), Action(action)
				fits = fits || c.Validate() == nil
				if typ == Birth && c.Validate() == nil && stage+action > 0 {
					t.Errorf("a birth is %s, %s", c.Stage, c.Action)
				}
			}
			if want := stage == 0 || action == 0; fits != want {
				t.Errorf("%s, %s: fits %v", Stage(stage), Action(action), fits)
			}
		}
	}
}
