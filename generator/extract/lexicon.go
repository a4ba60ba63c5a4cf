package extract

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"

	"profilegen/generator/diag"
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
}

// lexicon holds the words of one language.
type lexicon struct {
	words map[string]*entry
	// table has the same words, for the reading of articles.
	table table
	// long gives the full names of parties known by a short one.
	long map[string]string
	// endings are what a word that is not listed is, by its end.
	endings []ending
	prose   prose.Language
	// grammar is how the language does things.
	grammar grammar
	// prefixes are what stands before a post without a hyphen: "ex" in "exalcalde".
	prefixes []ending
}

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
	// council"), and for a voice without a name.
	words map[string]string
}

// none is the entry of every word that the lexicon does not know.
var none = &entry{}

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

// reader builds the lexicons and collects what is wrong with the site's files.
type reader struct {
	languages map[string]*lexicon
	verbs     map[string]map[string][]string // language → base → its forms
	problems  []diag.Problem
}

// readLexicons reads the built-in lists, then the site's.
func readLexicons(site fs.FS) (*reader, string) {
	r := &reader{languages: map[string]*lexicon{}, verbs: map[string]map[string][]string{}}
	sum := sha256.New()
	sum.Write([]byte(rulesVersion))
	read := func(files fs.FS, root string, own bool) {
		names, _ := fs.Glob(files, path.Join(root, "*/*.txt"))
		// verbs first: the phrases need their forms
		slices.SortFunc(names, func(a, b string) int {
			av, bv := strings.HasPrefix(path.Base(a), "verbs"), strings.HasPrefix(path.Base(b), "verbs")
			if av != bv && av {
				return -1
			} else if av != bv {
				return 1
			}
			return strings.Compare(a, b)
		})
		for _, name := range names {
			data, err := fs.ReadFile(files, name)
			if err != nil {
				r.fault(name, 0, own, "cannot be read", err.Error())
				continue
			}
			fmt.Fprintf(sum, "%s %d\n", name, len(data))
			sum.Write(data)
			r.file(name, string(data), own)
		}
	}
	read(builtin, "lexicon", false)
	if site != nil {
		read(site, ".", true)
	}
	for _, l := range r.languages {
		l.finish()
	}
	return r, hex.EncodeToString(sum.Sum(nil)[:8])
}

func (r *reader) fault(file string, line int, own bool, text, hint string) {
	if own {
		file = path.Join("lexicon", file)
	}
	r.problems = append(r.problems, diag.Problem{File: file, Line: line, Severity: diag.Warning, Code: "lexicon", Text: text, Hint: hint})
}

// file reads one list: a word or words a line, then = and tags.
func (r *reader) file(name, data string, own bool) {
	lang := path.Base(path.Dir(name))
	list := strings.TrimSuffix(path.Base(name), ".txt")
	list, _, _ = strings.Cut(list, "-")
	class, known := lists[list]
	if strings.HasPrefix(list, "sensitive") {
		return // the review's own words
	}
	if !known {
		r.fault(name, 0, own, fmt.Sprintf("there is no list called %q", list), "the lists are "+strings.Join(listNames(), ", "))
		return
	}
	lex := r.languages[lang]
	if lex == nil {
		lex = &lexicon{words: map[string]*entry{}, long: map[string]string{}}
		r.languages[lang] = lex
		r.verbs[lang] = map[string][]string{}
	}
	number := 0
	for line := range strings.Lines(data) {
		number++
		text := content(line)
		if text == "" {
			continue
		}
		words, tags, _ := strings.Cut(text, "=")
		if list == "grammar" {
			if !lex.grammar.set(strings.TrimSpace(words), strings.TrimSpace(tags)) {
				r.fault(name, number, own, fmt.Sprintf("%q says nothing of a grammar", text), "look at the built-in list for the lines it knows")
			}
			continue
		}
		e := &entry{}
		if class != None {
			e.set.add(class)
		}
		if bad := e.tags(list, tags); bad != "" {
			r.fault(name, number, own, fmt.Sprintf("%q says nothing in the list %s", bad, list), "look at the built-in list for the words it knows")
			continue
		}
		words = strings.TrimSpace(strings.ReplaceAll(words, "’", "'"))
		if strings.ToUpper(words) != words { // in capitals: only so
			words = strings.ToLower(words)
		}
		if list == "parties" && e.lemma != "" {
			lex.long[words] = e.lemma
		}
		switch {
		case list == "former" && strings.HasSuffix(words, "-"):
			e.lemma = strings.TrimSuffix(words, "-")
			lex.prefixes = append(lex.prefixes, ending{e.lemma, e})
		case list == "endings":
			lex.endings = append(lex.endings, ending{words, e})
		case list == "verbs":
			r.verb(lang, lex, words, e)
		case list == "phrases":
			r.phrase(lang, lex, words, e)
		default:
			lex.add(words, e, 0)
		}
	}
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
	case "leader", "head", "teacher", "lecturer", "spokesman", "shadow", "source":
		if word == "" {
			return false
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

func listNames() []string {
	names := make([]string, 0, len(lists))
	for name := range lists {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// tags reads what follows the equals sign; it gives the first tag that means
// nothing.
func (e *entry) tags(list, text string) (bad string) {
	for _, tag := range strings.Fields(text) {
		if n, err := strconv.Atoi(tag); err == nil {
			e.number = int16(n)
			continue
		}
		name, value, has := strings.Cut(tag, ":")
		if has {
			if n, err := strconv.Atoi(value); err == nil {
				e.number = int16(n)
			} else {
				e.value = value
			}
		}
		class, ok := classNames[list+"/"+name]
		if !ok {
			class, ok = classNames[name]
		}
		if ok && class == None {
			e.lemma = strings.ReplaceAll(value, "_", " ")
			e.value = ""
		} else if ok {
			e.set.add(class)
		} else if f, form := formNames[name]; form && list == "endings" {
			e.forms |= f
		} else if !spare[name] {
			return tag
		}
	}
	return ""
}

// formNames are the forms of a verb that an ending tells.
var formNames = map[string]forms{"past": past, "participle": participle, "ing": ing}

// spare are tags that only a reader of the list needs.
var spare = map[string]bool{"x": true, "upper": true, "was": true, "honor": true, "keepout": true, "object": true, "unitword": true, "trial": true}

// verb reads the forms of a verb, parted by commas: base, third person, past,
// participle, gerund, and future where the language has one; a form may be
// several words parted by spaces ("was were").
func (r *reader) verb(lang string, lex *lexicon, words string, e *entry) {
	parts := strings.Split(words, ",")
	if len(parts) > 6 {
		parts = parts[:6]
	}
	lemma := strings.TrimSpace(parts[0])
	r.verbs[lang][lemma] = parts
	for i, part := range parts {
		for _, form := range strings.Fields(part) {
			copied := *e
			if copied.lemma = lemma; e.lemma != "" { // same:be
				copied.lemma = e.lemma
			}
			copied.forms = 1 << i
			lex.merge(form, &copied)
		}
	}
}

// phrase reads a verb of several words, in all the forms of its first.
func (r *reader) phrase(lang string, lex *lexicon, words string, e *entry) {
	first, rest, ok := strings.Cut(words, " ")
	if !ok {
		return
	}
	parts := r.verbs[lang][first]
	if parts == nil {
		parts = []string{first}
	}
	for i, part := range parts {
		for _, form := range strings.Fields(part) {
			copied := *e
			copied.lemma = words
			copied.forms = 1 << i
			lex.add(form+" "+rest, &copied, copied.forms)
		}
	}
}

// add puts a word, or words that are one, into the lexicon.
func (l *lexicon) add(words string, e *entry, f forms) {
	e.forms |= f
	if e.lemma == "" {
		e.lemma = words
	}
	first, rest, several := strings.Cut(words, " ")
	if !several {
		l.merge(words, e)
		if e.lemma != words && e.forms == 0 { // what it is short for
			l.words[words].lemma = e.lemma
		}
		return
	}
	head := l.words[first]
	if head == nil {
		head = &entry{lemma: first}
		l.words[first] = head
	}
	parts := strings.Fields(rest)
	for i := range head.longer {
		if slices.Equal(head.longer[i].rest, parts) {
			into(head.longer[i].entry, e)
			return
		}
	}
	head.longer = append(head.longer, longer{rest: parts, entry: e})
}

// merge puts a word's entry together with what other lists say of the word.
func (l *lexicon) merge(word string, e *entry) {
	old := l.words[word]
	if old == nil {
		copied := *e
		l.words[word] = &copied
		return
	}
	into(old, e)
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

// finish sorts the longer entries and collects what prose needs.
func (l *lexicon) finish() {
	l.prose = prose.Language{Abbreviations: map[string]bool{}, Starters: map[string]bool{}}
	for word, e := range l.words {
		slices.SortStableFunc(e.longer, func(a, b longer) int { return len(b.rest) - len(a.rest) })
		if e.set.has(Abbreviation) {
			l.prose.Abbreviations[word] = true
		}
		if e.set.has(Starter) {
			l.prose.Starters[word] = true
		}
	}
	l.table = newTable(l.words)
}
