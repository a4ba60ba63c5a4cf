package profile

import (
	"fmt"
	"testing"

	"profilegen/generator/claim"
)

func TestSpeaker(t *testing.T) {
	for by, want := range map[string]string{
		"Sources": "sources", "Sources in the party": "sources in the party", "A party official": "a party official", "sources": "sources",
		"MQM sources": "MQM sources", "Senate officials": "Senate officials", "Ada Quill": "Ada Quill", "Officials": "officials", "": "",
		"Police sources": "police sources", "Harbour Gazette": "Harbour Gazette", "Some Ada Quill": "some Ada Quill",
	} {
		if got := Speaker(by); got != want {
			t.Errorf("%q: %q, want %q", by, got, want)
		}
	}
}

func TestSidesWithReasons(t *testing.T) {
	d := harbour(t)
	d.article("a", "The Mail", "2014-02-03", "resignation; subject=Ada Quill; role=mayor; on=2014-02-01; by=Port Office; reason=the floods",
		"resignation; subject=Ada Quill; role=mayor; status=denied; by=Oren Tabb")
	d.article("b", "The Post", "2014-02-04", "resignation; subject=Ada Quill; role=mayor; on=2014-02-01; by=Port Office",
		"resignation; subject=Ada Quill; role=mayor; on=2014-02-01; by=Sources; status=alleged")
	f := d.merge().Profiles[0].Facts
	for _, f := range f {
		if f.Type != claim.Resignation {
			continue
		}
		got := ""
		for _, s := range f.Sides() {
			got += fmt.Sprintf("%s %s %q %d; ", s.Status, s.By, s.Reason, len(s.Claims))
		}
		if want := `asserted Port Office "the floods" 2; alleged sources "" 1; denied Oren Tabb "" 1; `; got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}
