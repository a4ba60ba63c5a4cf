package extract

import "strings"

// grammar is how a language does things.
type grammar struct {
	// dropped: a verb may stand without its subject, who is the one spoken of.
	dropped bool
	// small: months and days are written without a capital.
	small bool
	// heads: an organisation's noun stands first, what it is called behind it.
	heads bool
	// marked: a preposition stands before people that something is done to:
	// "detuvo a Roe".
	marked bool
	// words are those that stand for a post told by a verb alone ("led the
	// council"), and for a voice without a name; the ends of words.
	words map[string]string
	// plural is how most plurals end.
	plural string
}

// set notes one line of the list grammar; false where it means nothing.
func (g *grammar) set(line, word string) bool {
	switch line {
	case "dropped subjects":
		g.dropped = true
	case "small months":
		g.small = true
	case "heads first":
		g.heads = true
	case "marked people":
		g.marked = true
	case "leader", "head", "member", "seat", "teacher", "spokesman", "shadow", "source", "ordinals", "decades", "ages", "plurals", "genitive", "party endings", "foreign endings", "owner endings":
		if word == "" {
			return false
		}
		if line == "plurals" { // the plain end of a plural is the last one
			many, _, _ := strings.Cut(word[strings.LastIndexByte(word, ' ')+1:], ":")
			g.plural = many
		}
		if g.words == nil {
			g.words = map[string]string{}
		}
		g.words[line] = word
	default:
		return false
	}
	return true
}

// word gives the language's word for a post or a voice that the text tells by a
// verb or a pronoun alone.
func (g *grammar) word(key string) string { return g.words[key] }

// many tells that a word ends as most plurals do.
func (g *grammar) many(word string) bool { return g.plural != "" && strings.HasSuffix(word, g.plural) }

// ends tells that the word has one of the ends of a key.
func (g *grammar) ends(key, word string) bool {
	for end := range strings.FieldsSeq(g.words[key]) {
		if strings.HasSuffix(word, end) {
			return true
		}
	}
	return false
}

// Genitive gives what stands behind the apostrophe of a language's genitives
// ("s"); "" where it has none.
func Genitive(lang string) string {
	for _, line := range Lexicon(lang, "grammar") {
		if key, end, _ := strings.Cut(line, "="); strings.TrimSpace(key) == "genitive" {
			return strings.TrimSpace(end)
		}
	}
	return ""
}

// lists tells that the word is one of those of a key.
func (g *grammar) lists(key, word string) bool {
	for w := range strings.FieldsSeq(g.words[key]) {
		if w == word {
			return true
		}
	}
	return false
}
