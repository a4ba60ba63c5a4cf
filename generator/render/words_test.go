package render

import (
	"slices"
	"testing"

	"profilegen/generator/diag"
	"profilegen/layouts"
)

// TestTranslationsAskForTheSame wants every message of a translation to exist
// in English, and to fill the same slots.
func TestTranslationsAskForTheSame(t *testing.T) {
	slots := func(p phrase) []string {
		var out []string
		for _, s := range p {
			if s.name != "" {
				out = append(out, s.name)
			}
		}
		slices.Sort(out)
		return out
	}
	english, _ := loadWords(layouts.BuiltIn(), "en")
	for _, code := range []string{"fr", "ur"} {
		w, problems := loadWords(layouts.BuiltIn(), code)
		if len(problems) > 0 {
			t.Errorf("%s: %v", code, problems)
		}
		for key, message := range w.messages {
			if !english.has(key) {
				t.Errorf("%s: %s is no message", code, key)
			}
			if !slices.Equal(slots(message), slots(english.messages[key])) {
				t.Errorf("%s: %s has the slots %v, English %v", code, key, slots(message), slots(english.messages[key]))
			}
		}
		if w.months[11] == english.months[11] {
			t.Errorf("%s has no months of its own", code)
		}
	}
}

func TestLanguageWithoutTranslation(t *testing.T) {
	w, problems := loadWords(layouts.BuiltIn(), "fi")
	if len(problems) != 1 || problems[0].Severity != diag.Warning || w.say("nav.people") != "People" {
		t.Errorf("%v", problems)
	}
}

func TestDatesAreShownAsWellAsTheyAreKnown(t *testing.T) {
	w, _ := loadWords(layouts.BuiltIn(), "en")
	for date, want := range map[string]string{"": "", "198X": "the 1980s", "2005": "2005", "2005~": "about 2005", "2005-06": "June 2005", "2005-06-04": "4 June 2005"} {
		if got := w.day(day(date)); got != want {
			t.Errorf("%s is shown as %q, not %q", date, got, want)
		}
	}
	m := maker{w: &voice{wording: w}}
	if got := m.span(day("2003"), day("")); got != "since 2003" {
		t.Error(got)
	}
	if got := w.stamp(day("2005~")).Machine; got != "" {
		t.Errorf("about 2005 has the exact form %q", got)
	}
}

func TestRightToLeft(t *testing.T) {
	pub := sample()
	pub.Settings.Language = "ur"
	s := build(t, pub)
	for _, p := range htmlPages(s) {
		page := render(t, s, p)
		list := elements(t, page)
		if list[0].attr["dir"] != "rtl" || list[0].attr["lang"] != "ur" {
			t.Errorf("%s: dir %q", p, list[0].attr["dir"])
		}
		checkPage(t, s, p, list)
	}
}
