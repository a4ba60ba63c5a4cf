package extract

import (
	"bytes"
	"embed"
	"io/fs"
	"math/bits"
	"path"
	"slices"
	"strings"

	"profilegen/generator/prose"
)

//go:embed lexicon
var builtin embed.FS

// rulesVersion is part of every cache key: it changes whenever the rules do.
const rulesVersion = "2"

// forms says which forms of a verb a word can be.
type forms uint8

const (
	base forms = 1 << iota
	third
	past
	participle
	ing
	future
)

// entry is what the lexicon knows of one word (or of words that are one).
type entry struct {
	set   set
	forms forms
	// timely: an expression of time can begin with it; article: only where the word
	// behind it says so.
	timely, article bool
	// verbal: it can be a verb. plain: it can stand in a noun phrase wherever it
	// stands, and is nothing else.
	verbal, plain bool
	// proper: with a capital it is part of a name wherever it stands.
	proper bool
	// small: with a capital, it only begins a sentence.
	small bool
	// full tells which of the numbers of set are not 0.
	full uint8
	// follow has a bit for the hash of each second word in longer: its first five bits
	// tell which.
	follow uint32
	// number is the month, the weekday (Monday is 1), the numeral or the
	// number of days of a word of time.
	number int16
	// lemma is the verb's base or the word itself, in lower case.
	lemma string
	// value is what follows the colon of a tag: a legal action, a unit of time.
	value string
	// longer are the entries of several words that begin with this one,
	// longest first.
	longer []longer
}

// ending is the end of a word and what it says of the word.
type ending struct {
	text  string
	entry *entry
}

type longer struct {
	rest  []string
	entry *entry
	// hash is that of the first word of rest without a full stop, 0 where it is not of
	// ASCII alone.
	hash uint64
}

// lexicon holds the words of one language.
type lexicon struct {
	// table has the words in lower case that are of ASCII alone, nearly all; others
	// has the rest.
	table  table
	others map[string]*entry
	// rooms are where the entries stand: one beside the other, not each alone.
	rooms [][]entry
	// parts are the words of those of several words.
	parts []string
	// long gives the full names of parties known by a short one.
	long map[string]string
	// endings are what a word that is not listed is, by its end: those of each
	// last byte.
	endings [256][]ending
	prose   prose.Language
	// grammar is how the language does things.
	grammar grammar
	// prefixes are what stands before a post without a hyphen: "ex" in "exalcalde".
	prefixes []ending
}

// newLexicon makes an empty lexicon for about so many words.
func newLexicon(words int) *lexicon {
	return &lexicon{
		table: newTable(words), others: map[string]*entry{}, long: map[string]string{},
		prose: prose.Language{Abbreviations: map[string]bool{}, Starters: map[string]bool{}, ShortNames: map[string]bool{}, NamePrefixes: map[string]bool{}},
	}
}

// none is the entry of every word that the lexicon does not know.
var none = &entry{proper: true, plain: true}

// Lexicon gives the lines of one built-in list ("sensitive") of one language
// ("en"), sorted, comments left out; none where there is no such list. Several
// files of one list are LIST.txt and LIST-MORE.txt.
func Lexicon(lang, list string) []string {
	var lines []string
	files, _ := fs.Glob(builtin, path.Join("lexicon", lang, list+"*.txt"))
	for _, file := range files {
		data, err := builtin.ReadFile(file)
		if err != nil {
			continue
		}
		lines = slices.Grow(lines, bytes.Count(data, []byte("\n"))+1)
		for line := range strings.Lines(string(data)) {
			if text := content(line); text != "" {
				lines = append(lines, text)
			}
		}
	}
	slices.Sort(lines)
	return slices.Compact(lines)
}

// content gives a line of a list without its comment.
func content(line string) string {
	line, _, _ = strings.Cut(line, "#")
	return strings.TrimSpace(line)
}

// entriesAtOnce is for how many entries room is made at once.
const entriesAtOnce = 256

// keep gives an entry a place of its own.
func (l *lexicon) keep(e *entry) *entry {
	last := len(l.rooms) - 1
	if last < 0 || len(l.rooms[last]) == cap(l.rooms[last]) {
		l.rooms = append(l.rooms, make([]entry, 0, entriesAtOnce))
		last++
	}
	l.rooms[last] = append(l.rooms[last], *e)
	return &l.rooms[last][len(l.rooms[last])-1]
}

// find gives the entry of a word as it is written; nil for none.
func (l *lexicon) find(word string) *entry {
	var f folded
	if f.fold(word) && !f.capital {
		return l.table.find(&f)
	}
	return l.others[word]
}

// found is find for a word that is put into the lexicon where it has none.
func (l *lexicon) found(word string, made *entry) (e *entry, isNew bool) {
	var f folded
	if !f.fold(word) || f.capital {
		if e := l.others[word]; e != nil {
			return e, false
		}
		e = l.keep(made)
		l.others[word] = e
		return e, true
	}
	if e := l.table.find(&f); e != nil {
		return e, false
	}
	e = l.keep(made)
	l.table.put(&f, word, e)
	return e, true
}

// add puts a word, or words that are one, into the lexicon.
func (l *lexicon) add(words string, e *entry, f forms) {
	e.forms |= f
	if e.lemma == "" {
		e.lemma = words
	}
	first, rest, several := strings.Cut(words, " ")
	if !several {
		known := l.merge(words, e)
		if e.lemma != words && e.forms == 0 { // what it is short for
			known.lemma = e.lemma
		}
		return
	}
	head, _ := l.found(first, &entry{lemma: first})
	from := len(l.parts)
	for word, more := nextWord(rest); word != ""; word, more = nextWord(more) {
		l.parts = append(l.parts, word)
	}
	parts := l.parts[from:len(l.parts):len(l.parts)]
	for i := range head.longer {
		if slices.Equal(head.longer[i].rest, parts) {
			into(head.longer[i].entry, e)
			return
		}
	}
	more := longer{rest: parts, entry: l.keep(e)}
	var second folded
	if second.fold(strings.TrimSuffix(parts[0], ".")) {
		more.hash = second.hash
	}
	head.longer = append(head.longer, more)
}

// merge puts a word's entry together with what other lists say of the word.
func (l *lexicon) merge(word string, e *entry) *entry {
	known, isNew := l.found(word, e)
	if !isNew {
		into(known, e)
	}
	l.tellProse(word, e)
	return known
}

// tellProse notes what prose needs to know of a word.
func (l *lexicon) tellProse(word string, e *entry) {
	if e.set.has(Abbreviation) {
		l.prose.Abbreviations[word] = true
	}
	if e.set.has(Starter) {
		l.prose.Starters[word] = true
	}
	if e.set.has(ShortName) {
		l.prose.ShortNames[word] = true
	}
	if e.set.has(NamePrefix) {
		l.prose.NamePrefixes[word] = true
	}
}

func into(old, e *entry) {
	old.set.or(&e.set)
	old.forms |= e.forms
	if old.number == 0 {
		old.number = e.number
	}
	if old.value == "" {
		old.value = e.value
	}
	if e.forms != 0 && old.forms == e.forms || old.lemma == "" {
		old.lemma = e.lemma
	}
}

// finish settles all entries, and puts the longest first that begin with one word.
func (l *lexicon) finish() {
	l.prose.Genitive = l.grammar.word("genitive")
	for _, room := range l.rooms {
		for i := range room {
			e := &room[i]
			e.settle()
			slices.SortStableFunc(e.longer, func(a, b longer) int { return len(b.rest) - len(a.rest) })
		}
	}
	l.rooms, l.parts = nil, nil
}

// settle notes what is asked of every word.
func (e *entry) settle() {
	for k, some := range e.set {
		if some != 0 {
			e.full |= 1 << k
		}
	}
	e.timely = e.any(&timeful)
	e.article = e.timely && !e.any(&timeNouns)
	e.verbal = e.forms != 0 || e.any(&finiteAux)
	e.plain = !e.verbal && !e.any(&structural)
	e.proper = !e.any(&notProper)
	e.small = e.any(&closed) && !e.any(&oddSmall)
	for i := range e.longer {
		if hash := e.longer[i].hash; hash != 0 {
			e.follow |= 1 << (hash >> 59)
		} else {
			e.follow = 1<<32 - 1 // any word may be it
		}
	}
}

// any tells that the word is of one of the classes.
func (e *entry) any(s *set) bool {
	for full := e.full; full != 0; full &= full - 1 {
		if k := bits.TrailingZeros8(full); e.set[k]&s[k] != 0 {
			return true
		}
	}
	return false
}
