package render

import (
	"maps"
	"slices"
	"testing"
)

// An address is the same whatever language the site speaks, and so are the
// offices themselves.
func TestOfficeAddressesInEveryLanguage(t *testing.T) {
	var want []string
	for _, language := range []string{"en", "fr", "ur", "fi"} {
		pub := sample()
		pub.Settings.Language = language
		s := build(t, pub)
		got := slices.Sorted(maps.Keys(s.officeByID))
		if want == nil {
			want = got
		}
		if !slices.Equal(got, want) {
			t.Errorf("in %s the offices are %v, in English %v", language, got, want)
		}
		o := s.officeByID["mayor-of-brindle"]
		if o == nil || len(o.terms) != 2 {
			t.Errorf("in %s a place in the role and one beside it are two offices", language)
		}
	}
}
