package review

import (
	"strings"

	"profilegen/generator/claim"
)

// evidence is what shows that words tell a claim: the verbs and nouns of its
// type, and the words of its fields.
type evidence struct {
	c      *claim.Claim
	fields []string // of role, organisation, place and object, in lower case
	beside []string // words of what else is shown of the subject in these words
	name   []string // of the subject
}

// function are words without a meaning of their own, which may stand between
// the words of a post and a name.
var function = setOf([]string{"the", "of", "for", "a", "an", "in", "at", "to", "and", "on", "from", "its", "his", "her", "their",
	"is", "was", "as", "been", "has", "had", "be", "former", "then", "current", "new", "mr", "mrs", "ms", "miss", "dr", "sir",
	"party", "party's", "who", "also", "city's", "now", "next", "outgoing", "incumbent", "ex", "our", "this", "that", "then-"})

func evidenceOf(c *claim.Claim) evidence {
	e := evidence{c: c, name: lowerWords(c.Subject())}
	for _, field := range []string{c.Role(), c.Org(), c.Place(), c.Object()} {
		for _, word := range lowerWords(field) {
			if !function[word] {
				e.fields = append(e.fields, word)
			}
		}
	}
	return e
}

func lowerWords(text string) []string {
	var out []string
	for _, t := range tokens(text, nil) {
		out = append(out, strings.ToLower(strings.ReplaceAll(text[t.start:t.end], "’", "'")))
	}
	return out
}

// bareWord takes a genitive and a hyphened beginning ("ex-") off.
func bareWord(word string) string {
	word = strings.TrimSuffix(strings.TrimSuffix(word, "'s"), "'")
	return strings.TrimPrefix(word, "ex-")
}
