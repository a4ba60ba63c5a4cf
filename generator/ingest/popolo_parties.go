package ingest

import (
	"fmt"
	"slices"
	"strings"

	"profilegen/generator/content"
	"profilegen/generator/diag"
)

// findParties picks the organisations that are parties. Popolo leaves open how
// an organisation is classified: one without any is a party where somebody sits
// on its behalf.
func (im *importer) findParties() {
	for _, p := range im.people {
		for _, m := range p.memberships {
			if m.behalf != nil && m.behalf.told.Classification == "" {
				m.behalf.isParty = true
			}
		}
	}
	var all []*organization
	for _, f := range im.files {
		for _, o := range im.organizations[f] {
			o.isParty = o.isParty || isPartyClass(o.told.Classification)
			switch {
			case !o.isParty || o.name == "":
			case isNoParty(o.name):
				o.isParty, o.nobody = false, true
				im.tell(o.tell(diag.Warning, "no-party", fmt.Sprintf("%q says that a party is not known, and is taken for none", o.name), "", "name"))
			default:
				all = append(all, o)
			}
		}
	}
	slices.SortStableFunc(all, func(a, b *organization) int { return compareProfiled(&a.profiled, &b.profiled) })
	im.parties = im.joinParties(all)
}

// isPartyClass tells of the ways in which files say that an organisation is a
// party; a faction or a group in a parliament is none.
func isPartyClass(classification string) bool {
	words := strings.ToLower(strings.NewReplacer("_", " ", "-", " ").Replace(classification))
	return words == "party" || words == "politicalparty" || strings.HasSuffix(words, " party")
}

// isNoParty tells of the names by which files say that somebody's party is not
// known, or that there is none. Independents are as the file has them.
func isNoParty(name string) bool {
	switch content.FoldName(name) {
	case "unknown", "none", "no party", "not known", "n/a", "na", "-":
		return true
	}
	return false
}

// joinParties makes one of the parties that are told twice: those of one name
// or one Wikidata number, if nothing speaks against it.
func (im *importer) joinParties(all []*organization) []*organization {
	var parties []*organization
	first := map[string]*organization{}
	joined := map[*organization]*organization{}
	for _, o := range all {
		keys := []string{"name " + content.FoldName(o.name)}
		if o.wikidata != "" {
			keys = append(keys, o.wikidata)
		}
		var same *organization
		for _, key := range keys {
			if other := first[key]; other != nil && agree(other.wikidata, o.wikidata) && (agree(other.date, o.date) || key == o.wikidata) {
				same = other
				break
			}
		}
		if same == nil {
			same = o
			parties = append(parties, o)
		} else {
			joined[o] = same
			if o.in == same.in {
				im.tell(o.tell(diag.Warning, "party-twice", fmt.Sprintf("the party %s stands there twice (%s and %s)", o.name, same.own, o.own), "both are taken for one"))
			}
			same.aliases = aliasesOf(same.name, slices.Concat(same.aliases, []string{o.name}, o.aliases))
			if same.wikidata == "" {
				same.wikidata = o.wikidata
			}
		}
		for _, key := range keys {
			if first[key] == nil {
				first[key] = same
			}
		}
	}
	for _, p := range im.people {
		for _, m := range p.memberships {
			if same := joined[m.org]; same != nil {
				m.org = same
			}
			if same := joined[m.behalf]; same != nil {
				m.behalf = same
			}
		}
	}
	return parties
}

// agree tells that two marks of one thing do not contradict each other.
func agree(a, b string) bool { return a == "" || b == "" || a == b }
