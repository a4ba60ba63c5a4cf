package profile

import (
	"slices"
	"strings"
)

// sameRoles are names of one post that hold everywhere: the forms for men and
// women, and the usual abbreviations. A lexicon's groups are added to them.
var sameRoles = [][]string{
	{"mp", "member of parliament"},
	{"mep", "member of the european parliament"},
	{"msp", "member of the scottish parliament"},
	{"mna", "member of the national assembly"},
	{"mpa", "member of the provincial assembly"},
	{"mla", "member of the legislative assembly"},
	{"prime minister", "pm"},
	{"chairman", "chair", "chairwoman", "chairperson"},
	{"spokesman", "spokeswoman", "spokesperson"},
	{"councillor", "councilor", "councilman", "councilwoman", "cllr"},
	{"congressman", "congresswoman", "congressperson"},
	{"vice president", "vp"},
	{"ceo", "chief executive", "chief executive officer"},
}

// roleNames writes each name of a post as the first of its group.
type roleNames struct {
	groups  map[string][]string
	longest int // in words
}

func newRoleNames(more [][]string) *roleNames {
	r := &roleNames{groups: map[string][]string{}}
	for _, group := range slices.Concat(sameRoles, more) {
		if len(group) == 0 {
			continue
		}
		first := r.canonical(fold(group[0]))
		for _, name := range group {
			words := fold(name)
			text := strings.Join(words, " ")
			if _, taken := r.groups[text]; taken || len(words) == 0 {
				continue
			}
			r.groups[text] = first
			r.longest = max(r.longest, len(words))
		}
	}
	return r
}

// canonical replaces the longest known names within a role.
func (r *roleNames) canonical(words []string) []string {
	out := make([]string, 0, len(words))
	for i := 0; i < len(words); {
		n := min(r.longest, len(words)-i)
		for ; n > 0; n-- {
			if group, ok := r.groups[strings.Join(words[i:i+n], " ")]; ok {
				out = append(out, group...)
				break
			}
		}
		if n == 0 {
			out = append(out, words[i])
			n = 1
		}
		i += n
	}
	return out
}

// seatHeads are posts that take a seat or town before them ("Brenna mayor",
// "Orme MP"): the head alone, with its marks, is the post's name in an id.
var seatHeads = wordSet(`mayor nazim councillor mp msp mep mla mna mpa ms am td senator governor ambassador congressman
	alderman provost assemblyman`)

// core gives the words of a role for an id: those that stay whatever a further
// source adds, its own place aside.
func core(k *key) []string {
	head := false
	for _, word := range k.role {
		head = head || seatHeads[word]
	}
	kept := make([]string, 0, len(k.role))
	for _, word := range k.role {
		if head && !seatHeads[word] && !marking[word] && !headMarks[word] ||
			!marking[word] && slices.Contains(k.place, word) {
			continue
		}
		kept = append(kept, word)
	}
	return kept
}

// headMarks stand with a seat's head and make another post of it.
var headMarks = wordSet("lord lady lieutenant former chief general high")
