package extract

import (
	"slices"
	"strings"
)

// entity is one person or organisation of the article.
type entity struct {
	// name is the fullest form that the article gives.
	name   string
	kind   Kind
	party  bool
	male   bool
	female bool
	// first and last are the mentions that name it first and (so far) last; last
	// is -1 before the reading has come to it.
	first, last int32
	// words are those of the name that count, in lower case.
	words []string
	// org is the party or body that the article last told of for this person;
	// -1 where it told none.
	org int32
	// heads are the head nouns of an organisation's name, once noted.
	heads []string
	noted bool
	// posts are what the article has called the person so far.
	posts []post
}

// post is a description by which the article may take up a person again.
type post struct {
	head string // the role's head noun, in lower case
	text string
	org  int32
	// words are those of text, in lower case.
	words []string
	// place is the town or seat; former that it is over.
	place  string
	former bool
	// public: an office of state or a seat.
	public bool
}

// bucket is how many people of one surname are told apart: beyond that, names
// are no longer compared with each other, so that the time stays linear.
const bucket = 24

// findWho makes the people and organisations from the names.
func (r *reading) findWho() {
	order := make([]int32, len(r.names))
	for i := range order {
		order[i] = int32(i)
	}
	// the longest names first, so that shorter forms find them
	slices.SortStableFunc(order, func(a, b int32) int { return int(r.names[b].count) - int(r.names[a].count) })
	for _, i := range order {
		n := &r.names[i]
		switch {
		case n.kind == Person && n.count > 1:
			r.addPerson(n)
		case n.kind == Org:
			r.addOrg(n)
		}
	}
	for i := range r.names { // "a Commonweal councillor" beside "the Commonweal Party"
		n := &r.names[i]
		if n.kind == Org || n.titled || n.given {
			continue
		}
		if id, ok := r.orgs[r.orgKey(n.text)]; ok && r.who[id].party {
			n.kind, n.who, n.party = Org, id, true
		}
	}
	r.findTitles()
}

// nameWords gives a name's words in lower case without the honorific that is part
// of it ("Sir"), which comparing leaves out.
func (r *reading) nameWords(text string) []string {
	words := strings.Fields(strings.ToLower(text))
	if len(words) > 1 {
		if e := r.lex.words[words[0]]; e != nil && e.set.has(Honorific) && e.set.has(Keep) {
			words = words[1:]
		}
	}
	return words
}

// addPerson finds the person of a name of several words, or makes one.
func (r *reading) addPerson(n *name) {
	words := r.nameWords(n.text)
	last := words[len(words)-1]
	list := r.bySurname[last]
	for _, id := range list {
		e := &r.who[id]
		if within(words, e.words) && !(n.male && e.female && !e.male || n.female && e.male && !e.female) {
			n.who = id
			e.first = min(e.first, n.first)
			e.male, e.female = e.male || n.male, e.female || n.female
			return
		}
	}
	n.who = r.newEntity(n, Person)
	if len(list) < bucket {
		r.bySurname[last] = append(list, n.who)
	}
}

// within tells that all the words stand in the longer name; an initial stands
// for a word that it begins.
func within(short, long []string) bool {
	k := 0
	for _, w := range short {
		for k < len(long) && !(long[k] == w || initialOf(w, long[k])) {
			k++
		}
		if k == len(long) {
			return false
		}
		k++
	}
	return true
}

func initialOf(a, b string) bool {
	a = strings.TrimSuffix(a, ".")
	return len(a) == 1 && len(b) > 0 && a[0] == b[0]
}

func (r *reading) newEntity(n *name, kind Kind) int32 {
	id := int32(len(r.who))
	r.who = append(r.who, entity{name: n.text, words: r.nameWords(n.text), kind: kind, party: n.party, male: n.male, female: n.female, first: n.first, last: -1, org: -1})
	return id
}

// orgKey is what two forms of one organisation's name have in common: "Labour"
// and "the Labour Party".
func (r *reading) orgKey(text string) string {
	var room [96]byte
	key, words, last := room[:0], 0, 0
	for w := range strings.FieldsSeq(text) {
		if words++; words > 1 {
			key = append(key, ' ')
		}
		last = len(key)
		key = appendLower(key, w)
		if n := len(key); n-last > 3 && key[n-1] == 's' {
			key = key[:n-1]
		}
	}
	if words > 1 {
		if e := r.lex.words[string(key[last:])]; e != nil && e.set.has(PartyNoun) {
			key = key[:last-1]
		}
	}
	if long := r.lex.long[string(key)]; long != "" {
		return long
	}
	return string(key)
}

// addOrg finds the organisation of a name, or makes one.
func (r *reading) addOrg(n *name) {
	key := r.orgKey(n.text)
	id, ok := r.orgs[key]
	if !ok {
		id = r.newEntity(n, Org)
		r.orgs[key] = id
		if n.count > 2 || n.count == 2 && n.score[Org] > 8 {
			if acr := initials(n.text); len(acr) > 1 {
				if _, taken := r.orgs[acr]; !taken {
					r.orgs[acr] = id
				}
			}
		}
	}
	e := &r.who[id]
	e.party = e.party || n.party
	n.party = e.party
	n.who = id
	e.first = min(e.first, n.first)
	if n.short != "" {
		r.orgs[r.orgKey(n.short)] = id
	}
}

// initials gives the acronym of a name: the first letters of its words, words
// all in capitals whole.
func initials(text string) string {
	var b strings.Builder
	for _, w := range strings.Fields(text) {
		switch {
		case w[0] >= 'a' && w[0] <= 'z':
		case w == strings.ToUpper(w):
			b.WriteString(strings.ToLower(w))
		default:
			b.WriteByte(w[0] | 0x20)
		}
	}
	return b.String()
}
