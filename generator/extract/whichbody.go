package extract

import (
	"strings"
	"unicode/utf8"
)

// orgKey is what two forms of one organisation's name have in common: "Labour"
// and "the Labour Party".
func (r *reading) orgKey(text string) string {
	var room [96]byte
	return r.room.keyText(r.appendOrgKey(room[:0], text))
}

// orgOf gives the organisation that the article calls so; false for none.
func (r *reading) orgOf(text string) (id int32, ok bool) {
	var room [96]byte
	return r.orgs.find(r.appendOrgKey(room[:0], text))
}

// sameOrg tells that two names are forms of one.
func (r *reading) sameOrg(a, b string) bool {
	if a == b {
		return true
	}
	var left, right [96]byte
	return string(r.appendOrgKey(left[:0], a)) == string(r.appendOrgKey(right[:0], b))
}

// appendOrgKey appends an organisation's key to nothing.
func (r *reading) appendOrgKey(key []byte, text string) []byte {
	words, last := 0, 0
	for w, rest := nextWord(text); w != ""; w, rest = nextWord(rest) {
		if words++; words > 1 {
			key = append(key, ' ')
		}
		last = len(key)
		key = appendLower(key, w)
		if p := r.lex.grammar.plural; p != "" && len(key)-last > 2+len(p) && string(key[len(key)-len(p):]) == p {
			key = key[:len(key)-len(p)]
		}
	}
	if words > 1 {
		if e := r.lex.find(string(key[last:])); e != nil && e.set.has(PartyNoun) {
			key = key[:last-1]
		}
	}
	if long := r.lex.long[string(key)]; long != "" {
		return append(key[:0], long...)
	}
	return key
}

// addOrg finds the organisation of a name, or makes one.
func (r *reading) addOrg(n *name) {
	var room [96]byte
	key := r.appendOrgKey(room[:0], n.text)
	id, ok := r.orgs.find(key)
	if !ok {
		id = r.newEntity(n, r.lowWords(n.low), Org)
		r.orgs.put(key, id)
		if n.count > 2 || n.count == 2 && n.score[Org] > 8 {
			if acr := appendInitials(key[:0], n.text); len(acr) > 1 {
				r.orgs.offer(acr, id)
			}
		}
	}
	e := &r.who[id]
	e.party = e.party || n.party
	n.party = e.party
	n.who = id
	e.first = min(e.first, n.first)
	if n.short != "" {
		r.orgs.put(r.appendOrgKey(key[:0], n.short), id)
	}
	if n.party && n.count <= 2 {
		r.headless(n, id)
	}
	if n.party && n.count <= 2 {
		r.withoutCountry(n, id)
	}
}

// appendInitials appends the acronym of a name: the first letters of its words,
// words all in capitals whole.
func appendInitials(dst []byte, text string) []byte {
	for w, rest := nextWord(text); w != ""; w, rest = nextWord(rest) {
		switch {
		case w[0] >= 'a' && w[0] <= 'z':
		case allCapitals(w):
			dst = append(dst, strings.ToLower(w)...)
		default:
			dst = append(dst, w[0]|0x20)
		}
	}
	return dst
}

// allCapitals tells that a word has no small letter.
func allCapitals(w string) bool {
	for i := range len(w) {
		if c := w[i]; c >= utf8.RuneSelf {
			return w == strings.ToUpper(w)
		} else if c >= 'a' && c <= 'z' {
			return false
		}
	}
	return true
}
