package render

import (
	"slices"
	"testing"
)

func TestWhatHasNoDateStandsLast(t *testing.T) {
	years := []string{"2020", undated, "2021", "1999"}
	l := newListing(len(years), func(i int) string { return years[i] }, true)
	if want := []string{"2021", "2020", "1999", undated}; !slices.Equal(l.groups, want) {
		t.Errorf("%q, want %q", l.groups, want)
	}
}
