package review

import (
	"maps"
	"slices"
	"strings"
)

// The lists of sensitive words hold a phrase a line. Besides plain words, which
// match in any case, and words with a capital, which match as they are, a
// phrase may have
//
//	<his>     his, her, their, my … or a name with 's
//	<be>      is, was, were, being …
//	<have>    has, had, have …
//	<name>    a word with a capital
//	<number>  a number
//	<minor>   a number below 18; also <minor>-year-old
//	..        up to two words
//	a|b       one of several words
//
//	*itis     a word with this ending
//
// A phrase that begins with "!" tells of a person whatever stands beside it;
// one that begins with "~" does so only in an event of a person's life, where a
// word is enough to ask an editor first.

// pattern is one phrase.
type pattern struct {
	list   string
	elems  []elem
	anchor int // the element by which it is found
	sure   bool
	event  bool
}

type elem struct {
	word  string  // as it must stand: in lower case, or with its capital
	among *choice // of oneOf
	class class
}

// choice is one of several words, or a word of one of several classes.
type choice struct {
	words []string
	kinds []class
}

type class uint8

const (
	literal class = iota
	cased
	his
	be
	have
	name
	number
	minor
	gap
	oneOf
)

var classes = map[string]class{"<his>": his, "<be>": be, "<have>": have, "<name>": name, "<number>": number, "<minor>": minor, "..": gap}

// maxGap is how many words ".." can stand for.
const maxGap = 2

// words finds the phrases of several lists in one pass over a text.
type words struct {
	byWord  map[string][]*pattern
	minors  []*pattern // found by their number
	endings []suffix
	// marked and ends have the words by which phrases are found, and the ends
	// of words in endings.
	marked, ends bits

	bodies, posts, groups map[string]bool
	manys                 map[string]bool // what has something and is no person: a country, a council

	// patterns, elems and firsts are where the phrases stand, their elements, and
	// the first phrase of each word.
	patterns []pattern
	elems    []elem
	firsts   []*pattern
}

// suffix is the ending of words that tell something by it alone.
type suffix struct {
	text    string
	pattern pattern
}

// plain are the lists that are no phrases to find, but nouns that say of what
// kind a phrase is.
const (
	listBodies = "bodies"
	listPosts  = "posts"
	listGroups = "groups"
	listExcept = "except"
	listMany   = "many"
)

// newWords reads lists by their names ("health"), each a phrase a line.
func newWords(lists map[string][]string) *words {
	w := &words{}
	w.makeRoom(lists)
	names := make([]string, 0, len(lists))
	for name := range lists {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		switch name {
		case listBodies:
			w.bodies = setOf(lists[name])
		case listPosts:
			w.posts = setOf(lists[name])
		case listGroups:
			w.groups = setOf(lists[name])
		case listMany:
			w.manys = setOf(lists[name])
		default:
			for _, line := range lists[name] {
				w.add(name, line)
			}
		}
	}
	return w
}

// makeRoom makes room for the phrases of all lists.
func (w *words) makeRoom(lists map[string][]string) {
	phrases, elems := 0, 0
	for name, lines := range lists {
		if name == listBodies || name == listPosts || name == listGroups || name == listMany {
			continue
		}
		phrases += len(lines)
		for _, line := range lines {
			elems += strings.Count(line, " ") + 1
		}
	}
	w.byWord = make(map[string][]*pattern, phrases)
	w.patterns, w.elems, w.firsts = make([]pattern, 0, phrases), make([]elem, 0, elems), make([]*pattern, 0, phrases)
}

func setOf(lines []string) map[string]bool {
	set := make(map[string]bool, len(lines))
	for _, line := range lines {
		set[line] = true
	}
	return set
}

func (w *words) add(list, line string) {
	p := pattern{list: list, anchor: -1}
	line, p.sure = strings.CutPrefix(line, "!")
	line, p.event = strings.CutPrefix(line, "~")
	if ending, ok := strings.CutPrefix(line, "*"); ok {
		w.endings = append(w.endings, suffix{strings.TrimSpace(ending), p})
		w.markEnd(ending)
		return
	}
	from := len(w.elems)
	for text := range strings.FieldsSeq(strings.ReplaceAll(line, "’", "'")) {
		w.elems = append(w.elems, readElem(text))
	}
	p.elems = w.elems[from:len(w.elems):len(w.elems)]
	if len(p.elems) == 0 {
		return
	}
	p.sure = p.sure || p.elems[0].class == his
	p.anchor = rarest(p.elems)
	w.patterns = append(w.patterns, p)
	w.file(&w.patterns[len(w.patterns)-1])
}

// readElem reads an element of a phrase.
func readElem(text string) elem {
	if suffix, ok := strings.CutPrefix(text, "<minor>"); ok {
		return elem{word: suffix, class: minor}
	}
	if c, ok := classes[text]; ok {
		return elem{word: text, class: c}
	}
	if strings.Contains(text, "|") {
		among := &choice{words: make([]string, 0, strings.Count(text, "|")+1)}
		for word := range strings.SplitSeq(text, "|") {
			if c, ok := classes[word]; ok {
				among.kinds = append(among.kinds, c)
			} else {
				among.words = append(among.words, word)
			}
		}
		return elem{word: text, class: oneOf, among: among}
	}
	if strings.ToLower(text) != text {
		return elem{word: text, class: cased}
	}
	return elem{word: text}
}

// file has a phrase found by the words of its anchor.
func (w *words) file(p *pattern) {
	if p.anchor < 0 {
		p.anchor = 0
		if p.elems[0].class == minor {
			if w.minors == nil {
				for word := range numerals {
					w.mark(word)
				}
			}
			w.minors = append(w.minors, p)
		}
		return
	}
	anchor := &p.elems[p.anchor]
	if anchor.among == nil {
		w.fileBy(strings.ToLower(anchor.word), p)
		return
	}
	for _, word := range anchor.among.words {
		w.fileBy(word, p)
	}
}

func (w *words) fileBy(word string, p *pattern) {
	list := w.byWord[word]
	if list == nil { // of most words it is the only one
		n := len(w.firsts)
		w.firsts = append(w.firsts, p)
		list = w.firsts[n : n+1 : n+1]
	} else {
		list = append(list, p)
	}
	w.byWord[word] = list
	w.mark(word)
}

// rarest gives the element by which a phrase is found: words that are rare; -1
// where it has only classes of words.
func rarest(elems []elem) int {
	best, least := -1, 0
	for i, e := range elems {
		cost := 0
		switch {
		case e.class == literal || e.class == cased:
			cost = commonness(strings.ToLower(e.word))
		case e.class == oneOf && e.among.kinds == nil:
			for _, word := range e.among.words {
				cost += commonness(word)
			}
		default:
			continue
		}
		if best < 0 || cost < least {
			best, least = i, cost
		}
		if least <= 1 { // none is rarer
			break
		}
	}
	return best
}

func commonness(word string) int {
	if common[word] {
		return 100
	}
	return 1
}

// common are the words that stand in any text.
var common = unionOf(function, beForms, haveForms, possessive, between, pronouns, person)

func unionOf(sets ...map[string]bool) map[string]bool {
	all := map[string]bool{}
	for _, set := range sets {
		maps.Copy(all, set)
	}
	return all
}

// mark notes that a word can be in a phrase.
func (w *words) mark(word string) {
	h := uint32(hashBasis)
	for i := range len(word) {
		h = (h ^ uint32(word[i])) * hashPrime
	}
	setBit(&w.marked, h)
}

// markEnd notes an ending by its last four letters.
func (w *words) markEnd(ending string) {
	var key uint32
	for _, c := range []byte(ending[max(0, len(ending)-4):]) {
		key = key<<8 | uint32(c)
	}
	setBit(&w.ends, key*hashPrime)
}
