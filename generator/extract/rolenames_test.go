package extract

import (
	"slices"
	"testing"
	"testing/fstest"
)

func TestRoleNames(t *testing.T) {
	site := fstest.MapFS{"en/roles.txt": {Data: []byte("harbour master = public\nport captain = public same:harbour_master\nport captains = public plural same:port_captain\n")}}
	x, problems := NewExtractor(site)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	for _, want := range [][]string{{"harbour master", "port captain"}, {"prime minister", "pm"}} {
		if !slices.ContainsFunc(x.RoleNames(), func(group []string) bool {
			return group[0] == want[0] && slices.Contains(group, want[1]) && !slices.Contains(group, "port captains")
		}) {
			t.Errorf("%q is in none of %q", want, x.RoleNames())
		}
	}
}
