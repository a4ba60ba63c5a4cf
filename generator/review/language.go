package review

import (
	"slices"
	"strings"

	"profilegen/generator/claim"
	"profilegen/generator/extract"
	"profilegen/generator/prose"
)

// sensitiveLists are the lists of words that Apply reads, by their names in
// the lexicon: sensitive-NAME.txt.
var sensitiveLists = []string{"health", "religion", "ethnicity", "sexuality", "address", "minors", "legal", "family", "residence",
	listBodies, listPosts, listGroups, listExcept, listMany}

// language is what the review knows of one language.
type language struct {
	words *words
	prose prose.Language
	verbs map[string]verb
	// signs are words that tell of a type of claim: nouns, and the verbs of the
	// extractor, by their classes ("resign").
	signs map[string][]string
	kin   map[string]bool
	// given are first names, posts the words of one word for offices: somebody
	// is meant where they stand.
	given, posts map[string]bool
}

// verb says which forms a word can be.
type verb struct {
	finite     bool // past or third person: it can be a predicate's first word
	participle bool
}

// languages makes each language once, when an article needs it.
type languages struct {
	own  Words
	made map[string]*language
}

// of gives the language of a BCP 47 tag; a language without lists is read with
// the English ones, which finds names and loan words at least.
func (l *languages) of(tag string) *language {
	base, _, _ := strings.Cut(strings.ToLower(tag), "-")
	if made, ok := l.made[base]; ok {
		return made
	}
	made := readLanguage(base, l.own)
	if made == nil {
		if base == "en" {
			made = &language{words: newWords(nil)}
		} else {
			made = l.of("en")
		}
	}
	l.made[base] = made
	return made
}

// readLanguage reads the lists of one language; nil where there are none.
func readLanguage(lang string, own Words) *language {
	lists := map[string][]string{}
	for _, name := range sensitiveLists {
		lines := slices.Concat(extract.Lexicon(lang, "sensitive-"+name), own.Lists[lang]["sensitive-"+name])
		if len(lines) > 0 {
			lists[name] = lines
		}
	}
	if len(lists) == 0 {
		return nil
	}
	verbs, phrases := extract.Lexicon(lang, "verbs"), extract.Lexicon(lang, "phrases")
	l := &language{verbs: make(map[string]verb, formsOfVerb*len(verbs)), signs: make(map[string][]string, formsOfVerb*(len(verbs)+len(phrases)))}
	l.prose = prose.Language{Abbreviations: setOf(extract.Lexicon(lang, "abbreviations")), Starters: setOf(extract.Lexicon(lang, "starters")), Genitive: extract.Genitive(lang)}
	forms := l.readVerbs(verbs)
	l.readPhrases(phrases, forms)
	for _, line := range extract.Lexicon(lang, "sensitive-signs") {
		word, classes, _ := strings.Cut(line, "=")
		word = strings.TrimSpace(word)
		l.signs[word] = append(l.signs[word], strings.Fields(classes)...)
	}
	for word, classes := range l.signs {
		if l.hasClass(claim.Legal, classes) {
			lists[listLaw] = append(lists[listLaw], word)
		}
	}
	slices.Sort(lists[listLaw])
	for country := range wordsOf(extract.Lexicon(lang, "countries")) {
		lists[listMany] = append(lists[listMany], strings.ToLower(country))
	}
	l.words = newWords(lists)
	l.kin = wordsOf(extract.Lexicon(lang, "family"))
	l.given = wordsOf(extract.Lexicon(lang, "given"))
	l.posts = wordsOf(extract.Lexicon(lang, "roles"))
	return l
}

// wordsOf gives the words of lines "word = tags".
func wordsOf(lines []string) map[string]bool {
	set := make(map[string]bool, len(lines))
	for _, line := range lines {
		word, _, _ := strings.Cut(line, "=")
		set[strings.TrimSpace(word)] = true
	}
	return set
}

// formsOfVerb is about how many forms of a verb differ.
const formsOfVerb = 4

// readVerbs reads "base, third, past, participle, ing = classes"; a form may be
// several words. It gives the forms of each base.
func (l *language) readVerbs(lines []string) map[string][]string {
	all := make(map[string][]string, len(lines))
	for _, line := range lines {
		words, tail, _ := strings.Cut(line, "=")
		classes, forms := strings.Fields(tail), strings.Split(words, ",")
		told := make([]string, 0, len(forms))
		for i, form := range forms {
			for word := range strings.FieldsSeq(form) {
				v := l.verbs[word]
				v.finite = v.finite || i == 1 || i == 2
				v.participle = v.participle || i == 3 || i == 4
				l.verbs[word] = v
				if slices.Contains(told, word) {
					continue // a past form is often the participle too
				}
				l.addSign(word, classes)
				told = append(told, word)
			}
		}
		lemma := strings.TrimSpace(forms[0])
		all[lemma] = append(all[lemma], told...)
	}
	for _, word := range []string{"will", "would", "could", "should", "may", "might", "must", "can", "cannot"} {
		l.verbs[word] = verb{finite: true}
	}
	return all
}

// readPhrases reads "step down = resign": the sign is the pair of words.
func (l *language) readPhrases(lines []string, forms map[string][]string) {
	for _, line := range lines {
		words, tail, _ := strings.Cut(line, "=")
		first, rest, ok := strings.Cut(strings.TrimSpace(words), " ")
		if !ok {
			continue
		}
		classes := strings.Fields(tail)
		for _, form := range forms[first] {
			l.addSign(form+" "+rest, classes)
		}
		l.addSign(first+" "+rest, classes)
	}
}

// addSign notes classes of a word; those of many words are one list.
func (l *language) addSign(word string, classes []string) {
	if before := l.signs[word]; len(before) > 0 {
		classes = append(slices.Clip(before), classes...)
	}
	l.signs[word] = slices.Clip(classes)
}

// signClasses are the classes of words that tell of a type of claim.
var signClasses = map[claim.Type]map[string]bool{
	claim.Resignation: setOf([]string{"resign", "tender", "vacate", "leave", "depart"}),
	claim.Dismissal:   setOf([]string{"dismiss", "drop", "replace"}),
	claim.Appointment: setOf([]string{"appoint", "nominate", "made", "name", "swornin", "inaugurate", "become", "takeoffice"}),
	claim.Election:    setOf([]string{"elect", "win", "return"}),
	claim.Defeat:      setOf([]string{"defeat", "lose"}),
	claim.Candidacy:   setOf([]string{"nominate", "contest", "run", "stand", "seek"}),
	claim.Joined:      setOf([]string{"join", "defect", "switch"}),
	claim.Left:        setOf([]string{"left", "leave", "part", "defect", "walkout"}),
	claim.Birth:       setOf([]string{"born"}),
	claim.Death:       setOf([]string{"die", "kill"}),
	claim.Education:   setOf([]string{"study", "educate", "graduate"}),
	claim.Family:      setOf([]string{"marry", "divorce", "kin"}),
	claim.Residence:   setOf([]string{"live", "settle", "move"}),
	claim.Membership:  setOf([]string{"member"}),
	claim.Legal:       setOf([]string{"legal", "prosecute", "plead", "trial"}),
	claim.Statement: setOf([]string{"say", "ask", "tell", "deny", "speak", "respond", "judge", "plan", "intend", "think", "write",
		"express", "call", "claim", "accuse", "accept", "agree", "refuse", "propose", "mild", "quote", "hedged"}),
}

// sign tells that a word, or it with the next one, tells of a type of claim.
func (l *language) sign(typ claim.Type, word, next string) bool {
	if l.hasClass(typ, l.signs[word]) || next != "" && l.hasClass(typ, l.signs[word+" "+next]) {
		return true
	}
	return typ == claim.Family && l.kin[word]
}

func (l *language) hasClass(typ claim.Type, classes []string) bool {
	for _, class := range classes {
		head, _, _ := strings.Cut(class, ":")
		if signClasses[typ][head] {
			return true
		}
	}
	return false
}
