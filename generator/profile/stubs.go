package profile

import (
	"cmp"
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"
	"unicode"
)

// makeStubs gives a profile to each name that two independent articles make
// claims about, one of them of a public kind.
func (m *merge) makeStubs(names lostNames) []*Profile {
	taken, unbuilt := m.takenIDs(), m.unbuilt()
	var stubs []*Profile
	for _, key := range slices.Sorted(maps.Keys(names)) {
		l := names[key]
		if !m.deservesStub(l) {
			continue
		}
		name, kind := l.fullest(), "people"
		if l.isParty() {
			kind = "parties"
		}
		if unbuilt[kind][Slug(name)] {
			continue
		}
		ref := Ref(kind + "/" + freeID(Slug(name), taken[kind]))
		l.stub, l.stubName = ref, name
		stubs = append(stubs, &Profile{Ref: ref, Name: name})
	}
	return stubs
}

// tellStubs tells the claims of an article which of its names have a stub.
func tellStubs(uses []Use, h *heard, names lostNames) {
	for i := range h.notes {
		n := &h.notes[i]
		ref := names[n.key].stub
		switch u := &uses[n.claim]; n.field {
		case inSubject:
			u.Subject = ref
		case inOrg:
			if u.Org = ""; !ref.IsPerson() {
				u.Org = ref
			}
		case inObject:
			u.Object = ref
		}
	}
}

func (m *merge) deservesStub(l *lost) bool {
	if len(l.many) > 0 {
		return false
	}
	if l.isParty() {
		return m.independent(slices.Concat(l.about, l.naming)) >= 2
	}
	if l.body && !l.person {
		return false // a club, a council: nobody
	}
	public := l.public || slices.ContainsFunc(l.memberOf, (*lost).isParty)
	return public && strings.Contains(l.key, " ") && m.independent(l.about) >= 2
}

// independent counts articles that are not copies of one text, up to two.
func (m *merge) independent(articles []int32) int {
	for _, a := range articles {
		if m.arts[a].copies != m.arts[articles[0]].copies {
			return 2
		}
	}
	return min(1, len(articles))
}

// takenIDs lists the ids that stubs cannot have: those of profiles, drafts
// among them, and those that old addresses lead from.
func (m *merge) takenIDs() map[string]map[string]bool {
	taken := map[string]map[string]bool{"people": {}, "parties": {}}
	for _, p := range m.in.Site.People {
		taken["people"][p.ID] = true
		redirects(p.Redirects, taken)
	}
	for _, p := range m.in.Site.Parties {
		taken["parties"][p.ID] = true
		redirects(p.Redirects, taken)
	}
	return taken
}

// unbuilt lists the ids of files that are there and not built, drafts above
// all: their people get no stub in their place.
func (m *merge) unbuilt() map[string]map[string]bool {
	ids := map[string]map[string]bool{"people": {}, "parties": {}}
	note := func(kind string, files []string, built map[string]bool) {
		for _, file := range files {
			id := strings.TrimSuffix(path.Base(file), path.Ext(file))
			if !built[id] {
				ids[kind][id] = true
			}
		}
	}
	note("people", m.in.Site.Files.People, m.ids.people)
	note("parties", m.in.Site.Files.Parties, m.ids.parties)
	return ids
}

func redirects(paths []string, taken map[string]map[string]bool) {
	for _, old := range paths {
		kind, id, _ := strings.Cut(strings.Trim(old, "/"), "/")
		if taken[kind] != nil {
			taken[kind][id] = true
		}
	}
}

func freeID(id string, taken map[string]bool) string {
	free := id
	for n := 2; taken[free]; n++ {
		free = fmt.Sprintf("%s-%d", id, n)
	}
	taken[free] = true
	return free
}

// fullest gives the spelling that the profile bears: the longest without
// honorifics, not in capitals, then the most frequent.
func (l *lost) fullest() string {
	counts := map[string]int{}
	for spelling, n := range l.spellings {
		counts[untitled(spelling)] += n
	}
	return slices.MinFunc(slices.Collect(maps.Keys(counts)), func(a, b string) int {
		return cmp.Or(
			compareBool(shouts(a), shouts(b)),
			-cmp.Compare(len([]rune(a)), len([]rune(b))),
			-cmp.Compare(counts[a], counts[b]),
			strings.Compare(a, b),
		)
	})
}

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

func shouts(name string) bool { return !strings.ContainsFunc(name, unicode.IsLower) }

// untitled takes honorifics and ranks off a name as written.
func untitled(name string) string {
	words := strings.Fields(strings.Map(seen, name))
	for len(words) > 1 {
		first := fold(words[0])
		plain := len(first) == 1 && (titles[first[0]] || ranks[first[0]] && len(words) > 2 || first[0] == "the")
		if !plain {
			break
		}
		words = words[1:]
	}
	return strings.Join(words, " ")
}

// seen drops what cannot be seen and keeps the rest.
func seen(r rune) rune {
	if unicode.Is(unicode.Cf, r) {
		return -1
	}
	return r
}

// unresolved lists the names that fit no profile, or several, by name.
func unresolved(arts []article, names lostNames) []Unresolved {
	var list []Unresolved
	for _, l := range names {
		if l.stub != "" || len(l.many) == 0 && len(l.about) == 0 && !l.isParty() {
			continue
		}
		u := Unresolved{Name: l.fullest(), Candidates: slices.SortedFunc(slices.Values(l.many), CompareRefs)}
		articles := slices.Concat(l.about, l.naming)
		if len(l.many) > 0 {
			articles = l.all
		}
		for _, a := range articles {
			u.Articles = append(u.Articles, arts[a].source().Article)
		}
		slices.Sort(u.Articles)
		u.Articles = slices.Compact(u.Articles)
		u.Why = l.why()
		list = append(list, u)
	}
	slices.SortFunc(list, func(a, b Unresolved) int {
		return cmp.Or(strings.Compare(a.Name, b.Name), slices.Compare(a.Articles, b.Articles))
	})
	return list
}

func (l *lost) why() string {
	switch {
	case len(l.many) > 0:
		return "fits several profiles; say whose it is in the article's names"
	case !strings.Contains(l.key, " ") && !l.isParty():
		return "one word of a name, which the article does not give in full"
	case !l.public && !l.isParty():
		return "nothing public is told of them"
	}
	return "told of by one article, or by copies of one"
}
