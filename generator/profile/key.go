package profile

import (
	"slices"
	"strings"

	"profilegen/generator/claim"
)

// key is what makes two claims of one type speak of the same thing: the words
// of the role, the place and the organisation, or the other person, or the
// action. Word lists are sorted, without doubles and small words.
type key struct {
	role, place, org []string
	party            string // the organisation's Ref where it is a profile
	object           string // the other person: a slug, equal for a name and the stub made from it
	core             string // of the role, for ids
	action           claim.Action
	caseRole         claim.CaseRole
	met              meeting
}

// keyText is a key before it is taken apart; equal texts have one key.
type keyText struct {
	role, org, place, object string
	action                   claim.Action
	caseRole                 claim.CaseRole
}

// keys takes keys apart and remembers their words; it belongs to one worker.
type keys struct {
	m            *merge
	words, roles map[string][]string
}

func newKeys(m *merge) *keys {
	return &keys{m: m, words: map[string][]string{}, roles: map[string][]string{}}
}

// passing are words that say when a post was held and not which it is.
var passing = wordSet("former ex then current outgoing incumbent now new newly present")

// marking are words that make another post of a post, wherever they stand.
var marking = wordSet(`deputy vice acting shadow assistant interim caretaker junior under elect designate co associate
	honorary joint pro sub`)

// generic are words of organisations and places that alone make no difference.
var generic = wordSet(`the of for a an and in to at on party house city town district county province state region
	constituency seat ward municipality borough`)

func (k *keys) make(typ claim.Type, t keyText) *key {
	made := &key{action: t.action, object: t.object, caseRole: t.caseRole}
	if typ.HasRole() {
		made.role = k.roleWords(t.role)
	}
	if strings.HasPrefix(t.org, "parties/") {
		made.party = t.org
		made.org = k.m.partyWords[Ref(t.org)]
	} else {
		made.org = k.wordsOf(t.org)
	}
	town, _, _ := strings.Cut(t.place, ",")
	made.place = k.wordsOf(town)
	made.core = strings.Join(core(made), "-")
	return made
}

func (k *keys) wordsOf(text string) []string {
	if text == "" {
		return nil
	}
	words, ok := k.words[text]
	if !ok {
		words = sortedWords(fold(text))
		k.words[text] = words
	}
	return words
}

func (k *keys) roleWords(role string) []string {
	if role == "" {
		return nil
	}
	words, ok := k.roles[role]
	if !ok {
		kept := slices.DeleteFunc(fold(role), func(w string) bool { return passing[w] })
		words = sortedWords(k.m.roles.canonical(kept))
		k.roles[role] = words
	}
	return words
}

// sortedWords leaves small words out, unless nothing else is there.
func sortedWords(words []string) []string {
	kept := slices.DeleteFunc(slices.Clone(words), func(w string) bool { return smallWords[w] })
	if len(kept) == 0 {
		kept = slices.Clone(words)
	}
	slices.Sort(kept)
	return slices.Compact(kept)
}

// sameKey tells that two keys of one type mean one thing.
func sameKey(typ claim.Type, a, b *key) bool {
	switch {
	case a == b:
		return true
	case typ.HasRole():
		return sameRole(a, b) && agreePlaces(a.place, b.place) && agreeOrgs(a, b, true)
	case typ.HasOrg():
		return agreeOrgs(a, b, false)
	case typ == claim.Legal:
		return a.action == b.action && (a.caseRole == b.caseRole || a.caseRole == claim.None || b.caseRole == claim.None)
	case typ == claim.Family:
		return a.action == b.action && a.object == b.object
	case typ == claim.Residence:
		return agreePlaces(a.place, b.place) && len(a.place) > 0 == (len(b.place) > 0)
	}
	return true // birth, death
}

// sameRole: the words of each role, those of the other's place and
// organisation (and of its own place) aside, all stand in the other. A claim
// without a role is about the same where both name the same place or body.
func sameRole(a, b *key) bool {
	if len(a.role) == 0 != (len(b.role) == 0) {
		return sharePlaceOrOrg(a, b)
	}
	return roleWithin(a, b) && roleWithin(b, a)
}

func roleWithin(a, b *key) bool {
	for _, word := range a.role {
		if slices.Contains(b.role, word) {
			continue
		}
		aside := slices.Contains(b.place, word) || slices.Contains(b.org, word) || slices.Contains(a.place, word)
		if !aside || marking[word] {
			return false
		}
	}
	return true
}

func sharePlaceOrOrg(a, b *key) bool {
	return len(a.place) > 0 && len(b.place) > 0 && agreePlaces(a.place, b.place) ||
		len(a.org) > 0 && len(b.org) > 0 && agreeOrgs(a, b, true)
}

// agreePlaces tells that two places do not contradict each other.
func agreePlaces(a, b []string) bool {
	if len(a) == 0 || len(b) == 0 {
		return true
	}
	return withinBut(a, b, generic) && withinBut(b, a, generic)
}

// agreeOrgs tells that two organisations do not contradict each other; loose
// takes a shorter name ("the Council") for the longer one.
func agreeOrgs(a, b *key, loose bool) bool {
	switch {
	case a.party != "" && b.party != "":
		return a.party == b.party
	case len(a.org) == 0 || len(b.org) == 0:
		return loose || len(a.org) == len(b.org)
	}
	less := generic
	if loose {
		less = nil
	}
	if withinBut(a.org, b.org, less) && (loose || withinBut(b.org, a.org, less)) {
		return true
	}
	if loose && withinBut(b.org, a.org, nil) {
		return true
	}
	return isAcronym(a.org, b.org) || isAcronym(b.org, a.org)
}

// withinBut tells that the words of a, those in less aside, stand in b.
func withinBut(a, b []string, less map[string]bool) bool {
	some := false
	for _, word := range a {
		if slices.Contains(b, word) {
			some = true
		} else if !less[word] {
			return false
		}
	}
	return some
}

// isAcronym tells that a is one word made of the first letters of b's words,
// whose order is lost: the letters are compared sorted.
func isAcronym(a, b []string) bool {
	if len(a) != 1 || len(b) < 3 || len(a[0]) != len(b) {
		return false
	}
	letters := []byte(a[0])
	slices.Sort(letters)
	for i, word := range b {
		if word[0] != letters[i] {
			return false
		}
	}
	return true
}
