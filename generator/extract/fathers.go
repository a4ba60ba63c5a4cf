package extract

import (
	"strings"

	"profilegen/generator/prose"
)

// sonOf gives the place of the word in a name behind which nothing but the father's
// name stands: "bin" in "Karim bin Roe"; -1.
func (r *reading) sonOf(words []string) int {
	if i := len(words) - 2; i > 0 {
		if e := r.lex.find(words[i]); e != nil && e.set.has(SonOf) {
			return i
		}
	}
	return -1
}

// byFather tells that a mention is the name of somebody's father alone, which is no
// short form of his own: "King Roe" beside Karim bin Roe, but "bin Roe".
func (r *reading) byFather(mt *mention, e *entity, key string) bool {
	i := r.sonOf(e.words)
	return i > 0 && e.words[i+1] == key && (mt.first == 0 || !r.words[mt.first-1].is(SonOf))
}

// kinNames tells that a mention names somebody's kin: "his father, NAME".
func (r *reading) kinNames(m *mention) bool {
	k := m.full - 1
	first := r.sentences[m.sentence].first
	if k > first && r.words[k].comma() {
		k--
	}
	if k <= first || !r.words[k].is(Kin) {
		return false
	}
	for n := 0; n < 3 && k > first; n++ {
		if k--; r.words[k].is(Poss) || r.words[k].kind == prose.Genitive {
			return true
		}
	}
	return false
}

// knight gives the one person whom a given name behind "Sir" stands for, "Sir John"
// of Sir John Hill; -1.
func (r *reading) knight(n *name, words []string) int32 {
	title, given, ok := strings.Cut(n.text, " ")
	if !ok || n.count != 2 || len(words) != 1 || !r.known(strings.ToLower(title), Keep) || !r.known(words[0], Given) {
		return -1
	}
	found := int32(-1)
	for id := range min(len(r.who), 64) {
		e := &r.who[id]
		if e.kind != Person || len(e.words) < 2 || e.words[0] != words[0] || !strings.HasPrefix(e.name, title+" "+given+" ") {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = int32(id)
	}
	return found
}
