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
	// kept is the last of the claims about it that stand, counted from 1, claims
	// how many there are.
	kept, claims int32
	// posts are what the article has called the person so far.
	posts []post
}

// post is a description by which the article may take up a person again.
type post struct {
	head string // the role's head noun, in lower case
	// e is what the lexicon knows of the head noun, none for a post that a verb tells.
	e    *entry
	text string
	org  int32
	// body is the organisation's name, also where org has none.
	body string
	// words are those of text, in lower case, for postWords.
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
	order := r.room.order[:0]
	for i := range r.names {
		if n := &r.names[i]; n.kind == Org || n.kind == Person && n.count > 1 {
			order = append(order, int32(i))
		}
	}
	r.room.order = order
	// the longest names first, so that shorter forms find them
	slices.SortStableFunc(order, func(a, b int32) int { return int(r.names[b].count) - int(r.names[a].count) })
	for _, i := range order {
		if n := &r.names[i]; n.kind == Person {
			r.addPerson(n)
		} else {
			r.addOrg(n)
		}
	}
	for i := range r.names { // "a Commonweal councillor" beside "the Commonweal Party"
		n := &r.names[i]
		if n.kind == Org || n.titled || n.given {
			continue
		}
		if id, ok := r.orgOf(n.text); ok && r.who[id].party {
			n.kind, n.who, n.party = Org, id, true
		}
	}
	r.findFirstNames()
	r.findTitles()
}

// findFirstNames makes people of single names that are nothing else and with which
// the name of one person alone begins.
func (r *reading) findFirstNames() {
	some := false
	for i := range r.names {
		n := &r.names[i]
		if n.kind != NoKind || n.count != 1 || len(n.text) < 4 || n.score[Place] > 0 || r.words[r.mentions[n.first].first].e != none {
			continue
		}
		found := 0
		for j := range min(len(r.who), 64) { // a long list of people has none like it
			if e := &r.who[j]; e.kind == Person && len(e.words) > 1 && e.words[0] == n.low {
				found++
			}
		}
		if found == 1 {
			n.kind, some = Person, true
			n.score[Person] = -1000 // until no mention speaks against it
		}
	}
	if !some {
		return
	}
	for i := range r.mentions {
		m := &r.mentions[i]
		n := &r.names[m.name]
		if n.score[Person] != -1000 {
			continue
		}
		s := &r.sentences[m.sentence]
		if m.first > s.first && (r.words[m.first-1].any(&inPlace) || r.words[m.first-1].is(Of) || r.words[m.first-1].is(From)) ||
			m.last < s.last && (r.words[m.last].is(Role) || r.words[m.last].is(OrgHead)) {
			n.kind, n.score[Person] = NoKind, 0
		}
	}
	for i := range r.names {
		if n := &r.names[i]; n.score[Person] == -1000 {
			n.score[Person] = 0
		}
	}
}

// nameWords gives a name's words in lower case without the honorific that is part
// of it ("Sir"), which comparing leaves out.
func (r *reading) nameWords(text string) []string { return r.lowWords(strings.ToLower(text)) }

// lowWords is nameWords for a name that is in lower case already.
func (r *reading) lowWords(low string) []string {
	from := len(r.room.words)
	for w, rest := nextWord(low); w != ""; w, rest = nextWord(rest) {
		r.room.words = append(r.room.words, w)
	}
	words := r.room.words[from:len(r.room.words):len(r.room.words)]
	if len(words) > 1 {
		if e := r.lex.find(words[0]); e != nil && e.set.has(Honorific) && e.set.has(Keep) {
			words = words[1:]
		}
	}
	return words
}

// addPerson finds the person of a name of several words, or makes one.
func (r *reading) addPerson(n *name) {
	words := r.lowWords(n.low)
	if id := r.knight(n, words); id >= 0 {
		n.who = id
		r.who[id].first = min(r.who[id].first, n.first)
		return
	}
	last := r.surname(words)
	list := r.namesakes(last)
	if r.elderToo(words, list) {
		return // "Carl Stone" beside Carl Stone Jr. and Carl Stone Sr.: it hangs on the place
	}
	for _, id := range list {
		e := &r.who[id]
		if words[0] != e.words[0] && len(words[0]) > 2 && r.kinNames(&r.mentions[e.first]) { // "NAME … his father, OTHER NAME"
			continue
		}
		if within(words, e.words) && !(n.male && e.female && !e.male || n.female && e.male && !e.female) {
			n.who = id
			e.first = min(e.first, n.first)
			e.male, e.female = e.male || n.male, e.female || n.female
			return
		}
	}
	n.who = r.newEntity(n, words, Person)
	if len(list) < bucket {
		r.addNamesake(last, n.who)
	}
	if i := r.sonOf(words); i > 0 { // "Karim bin Roe": "Sheikh Karim"
		for _, key := range []string{words[0], words[i-1]} {
			if had := r.namesakes(key); len(had) < bucket && (len(had) == 0 || had[len(had)-1] != n.who) {
				r.addNamesake(key, n.who)
			}
		}
	}
	if prefix, bare, ok := strings.Cut(last, "-"); ok && r.lex.prose.NamePrefixes[prefix] && len(r.namesakes(bare)) < bucket { // "al-Roe": "Roe"
		r.addNamesake(bare, n.who)
	}
}

// namesakes are the people of a surname, in lower case.
func (r *reading) namesakes(surname string) []int32 {
	if at, ok := r.bySurname[surname]; ok {
		return r.bearers[at]
	}
	return nil
}

// addNamesake adds one to the people of a surname.
func (r *reading) addNamesake(surname string, who int32) {
	at, ok := r.bySurname[surname]
	if !ok {
		at = int32(len(r.bearers))
		r.bySurname[surname] = at
		if at < int32(cap(r.bearers)) { // the room of a list of an article read before
			r.bearers = r.bearers[:at+1]
			r.bearers[at] = r.bearers[at][:0]
		} else {
			r.bearers = append(r.bearers, nil)
		}
	}
	r.bearers[at] = append(r.bearers[at], who)
}

// elderToo tells that a name fits several who differ in no more than what stands
// behind it ("Jr.", "Sr.").
func (r *reading) elderToo(words []string, list []int32) bool {
	n := 0
	for _, id := range list {
		if e := &r.who[id]; len(e.words) == len(words)+1 && within(words, e.words) && r.surname(e.words) == words[len(words)-1] && e.words[len(words)] != words[len(words)-1] {
			n++
		}
	}
	return n > 1
}

// family gives the word of a name by which its bearer is named alone, as the
// article writes it.
func (r *reading) family(text string) string {
	for {
		w := lastWord(text)
		e := r.lower(w)
		if e == nil || !e.set.has(Regnal) || len(w) == len(text) {
			return w
		}
		text = strings.TrimRight(text[:len(text)-len(w)], " ,")
	}
}

// surname gives the word by which a person is named alone: the last one before
// a number ("Carl Stone III").
func (r *reading) surname(words []string) string {
	n := len(words) - 1
	for n > 0 {
		e := r.lex.find(strings.TrimSuffix(words[n], "."))
		if e == nil || !e.set.has(Regnal) {
			break
		}
		n--
	}
	return words[n]
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

// newEntity makes the person or organisation of a name with these words.
func (r *reading) newEntity(n *name, words []string, kind Kind) int32 {
	id := int32(len(r.who))
	e := entity{name: n.text, words: words, kind: kind, party: n.party, male: n.male, female: n.female, first: n.first, last: -1, org: -1}
	if cap(r.who) > len(r.who) { // the room of one of an article read before
		e.posts = r.who[:len(r.who)+1][len(r.who)].posts[:0]
	}
	r.who = append(r.who, e)
	return id
}
