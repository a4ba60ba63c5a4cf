package profile

import (
	"maps"
	"slices"
	"strings"

	"profilegen/generator/claim"
	"profilegen/generator/content"
)

// names says whose a name is. Exact has the names and aliases as written;
// loose the forms that serve only where no exact one fits: without a rank, in
// another order, without "Party", as an acronym.
type names struct {
	people, peopleLoose   map[string][]Ref
	parties, partiesLoose map[string][]Ref
	not                   map[Ref]map[string]bool // `not:` of people, by id
	hidden                map[Ref]bool            // drafts: known, but nobody's page
}

func indexNames(in Input) *names {
	n := &names{
		people: map[string][]Ref{}, peopleLoose: map[string][]Ref{},
		parties: map[string][]Ref{}, partiesLoose: map[string][]Ref{},
		not: map[Ref]map[string]bool{}, hidden: map[Ref]bool{},
	}
	for _, p := range in.Site.People {
		ref := PersonRef(p.ID)
		if p.Draft && !in.Drafts {
			n.hidden[ref] = true
		}
		for _, name := range append([]string{p.Name}, p.Aliases...) {
			n.addPerson(ref, nameWords(name))
		}
		for _, id := range p.Not {
			if n.not[ref] == nil {
				n.not[ref] = map[string]bool{}
			}
			n.not[ref][id] = true
		}
	}
	for _, p := range in.Site.Parties {
		ref := PartyRef(p.ID)
		if p.Draft && !in.Drafts {
			n.hidden[ref] = true
		}
		for _, name := range append([]string{p.Name, p.Abbreviation}, p.Aliases...) {
			n.addParty(ref, partyWords(name))
		}
		if p.Abbreviation == "" {
			add(n.partiesLoose, acronym(partyWords(p.Name)), ref)
		}
	}
	return n
}

func add(index map[string][]Ref, key string, ref Ref) {
	if key != "" && !slices.Contains(index[key], ref) {
		index[key] = append(index[key], ref)
	}
}

func (n *names) addPerson(ref Ref, words []string) {
	add(n.people, strings.Join(words, " "), ref)
	words = unranked(words)
	add(n.peopleLoose, strings.Join(words, " "), ref)
	for _, key := range turned(words) {
		add(n.peopleLoose, key, ref)
	}
}

func (n *names) addParty(ref Ref, words []string) {
	add(n.parties, strings.Join(words, " "), ref)
	add(n.partiesLoose, withoutParty(words), ref)
}

// person gives the profiles that a person's name fits: one where it is clear
// whose it is, several where it is not.
func (n *names) person(words []string) []Ref {
	if found := n.people[strings.Join(words, " ")]; len(found) > 0 {
		return found
	}
	found := n.peopleLoose[strings.Join(unranked(words), " ")]
	if len(found) == 1 && n.someoneElse(found[0], words) {
		return nil
	}
	return found
}

// someoneElse tells that a name which fits a profile only loosely is the id
// that the profile says is another's.
func (n *names) someoneElse(ref Ref, words []string) bool {
	return n.not[ref][strings.Join(words, "-")]
}

// party gives the parties that an organisation's name fits.
func (n *names) party(words []string) []Ref {
	key := strings.Join(words, " ")
	if found := n.parties[key]; len(found) > 0 {
		return found
	}
	if found := n.partiesLoose[key]; len(found) > 0 {
		return found
	}
	if rest := withoutParty(words); rest != "" && rest != key {
		return n.parties[rest]
	}
	return nil
}

// found is what the site knows of one name: a profile, several that it could
// be, or the key under which it is nobody's.
type found struct {
	ref  Ref
	many []Ref
	key  string
}

// resolver finds names for one merge; what it found before it remembers.
type resolver struct {
	*names
	subjects, orgs, people map[string]found
	whole                  map[string]string // names of several words, folded; "" for others
}

func newResolver(n *names) *resolver {
	return &resolver{names: n, subjects: map[string]found{}, orgs: map[string]found{}, people: map[string]found{}, whole: map[string]string{}}
}

// learn takes over what another resolver of the same names found.
func (r *resolver) learn(other *resolver) {
	maps.Copy(r.subjects, other.subjects)
	maps.Copy(r.orgs, other.orgs)
	maps.Copy(r.people, other.people)
}

// fold gives the words of a name that has several, with a space between each
// two; nothing for one word.
func (r *resolver) fold(name string) string {
	folded, ok := r.whole[name]
	if !ok {
		if words := unranked(nameWords(name)); len(words) > 1 {
			folded = strings.Join(words, " ")
		}
		r.whole[name] = folded
	}
	return folded
}

// answer gives what refs come to. A draft is nobody's namesake: it counts where
// nobody else has the name.
func (r *resolver) answer(key string, refs []Ref) found {
	if len(refs) > 1 {
		if built := slices.DeleteFunc(slices.Clone(refs), func(ref Ref) bool { return r.hidden[ref] }); len(built) > 0 {
			refs = built
		}
	}
	if len(refs) == 1 {
		return found{ref: refs[0], key: key}
	}
	return found{many: refs, key: key}
}

// subject finds a person or a party.
func (r *resolver) subject(name string) found {
	f, ok := r.subjects[name]
	if !ok {
		words := nameWords(name)
		refs := slices.Concat(r.names.person(words), r.names.party(partyWords(name)))
		words = unranked(words)
		if len(words) > 1 && words[0] == "the" {
			words = words[1:]
		}
		f = r.answer(strings.Join(words, " "), refs)
		r.subjects[name] = f
	}
	return f
}

// org finds a party.
func (r *resolver) org(name string) found {
	f, ok := r.orgs[name]
	if !ok {
		words := partyWords(name)
		f = r.answer(strings.Join(words, " "), r.names.party(words))
		r.orgs[name] = f
	}
	return f
}

// person finds a person alone: a relative is no party.
func (r *resolver) person(name string) found {
	f, ok := r.people[name]
	if !ok {
		words := nameWords(name)
		f = r.answer(strings.Join(unranked(words), " "), r.names.person(words))
		r.people[name] = f
	}
	return f
}

// articleNames is what one article says of names: the editor's `names`, and
// the fuller forms of its own.
type articleNames struct {
	told map[string]found  // by key: what the editor said; an empty ref is "none"
	full map[string]string // a surname's fuller form, "" where several fit; made when first asked for
	// seats are made when first asked for too.
	seats map[seat]bool
}

// none marks a name of which an editor said that it is nobody's.
const none = "none"

// told reads an article's `names`. An id that does not exist leaves the name to
// nobody: the editor said that it is not whom the rules would take.
func (n *names) told(a *content.Article, site *siteIDs) map[string]found {
	if len(a.Names) == 0 {
		return nil
	}
	told := make(map[string]found, len(a.Names))
	for name, id := range a.Names {
		ref, _ := site.ref(id)
		told[strings.Join(unranked(nameWords(name)), " ")] = found{ref: ref, key: none}
	}
	return told
}

// siteIDs knows the ids of the profiles that editors wrote.
type siteIDs struct{ people, parties map[string]bool }

func collectIDs(site *content.Site) *siteIDs {
	ids := &siteIDs{people: map[string]bool{}, parties: map[string]bool{}}
	for _, p := range site.People {
		ids.people[p.ID] = true
	}
	for _, p := range site.Parties {
		ids.parties[p.ID] = true
	}
	return ids
}

// ref reads an id as it stands in front matter, with or without its kind.
func (s *siteIDs) ref(id string) (Ref, bool) {
	kind, rest, ok := strings.Cut(id, "/")
	switch {
	case ok && kind == "people" && s.people[rest]:
		return PersonRef(rest), true
	case ok && kind == "parties" && s.parties[rest]:
		return PartyRef(rest), true
	case s.people[id]:
		return PersonRef(id), true
	case s.parties[id]:
		return PartyRef(id), true
	}
	return "", false
}

// fuller gives the fuller form that an article has for a single word that is
// somebody's last name; "" where it has none or several.
func (r *resolver) fuller(an *articleNames, word string, claims []claim.Claim) string {
	if an.full == nil {
		an.full = map[string]string{}
		for i := range claims {
			if i == 0 || claims[i].Subject() != claims[i-1].Subject() {
				an.note(claims[i].Subject(), r)
			}
			if claims[i].Type == claim.Family {
				an.note(claims[i].Object(), r)
			}
		}
	}
	return an.full[word]
}

func (an *articleNames) note(name string, r *resolver) {
	folded := r.fold(name)
	if folded == "" {
		return
	}
	last := folded[strings.LastIndexByte(folded, ' ')+1:]
	before, ok := an.full[last]
	switch {
	case !ok:
		an.full[last] = name
	case before != "" && r.fold(before) != folded:
		an.full[last] = ""
	}
}
