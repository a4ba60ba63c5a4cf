package extract

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"iter"
	"path"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"profilegen/generator/diag"
)

// reader builds the lexicon of one language and collects what is wrong with the
// site's files.
type reader struct {
	// same has the names of posts with what they are other names of.
	same     [][2]string
	lexicon  *lexicon          // nil as long as no list was read
	verbs    map[string]string // base → its line
	problems []diag.Problem
	size     int // of the lists that are to be read, in bytes
	// tagged has the classes of the tags met so far in files of one list.
	list   string
	tagged map[string]Class
}

// bytesAWord is about how many bytes of a list are a word of the lexicon.
const bytesAWord = 24

// wordList is one file of a lexicon.
type wordList struct {
	name, data string
	own        bool // the site's
}

func (l wordList) language() string { return path.Base(path.Dir(l.name)) }

// kind is the list that a file belongs to, with what parts it from others of it.
func (l wordList) kind() string { return strings.TrimSuffix(path.Base(l.name), ".txt") }

// readLists reads the built-in lists, then the site's, in the order in which
// they count, and gives a hash of them all.
func readLists(site fs.FS) (files []wordList, version string, problems []diag.Problem) {
	r := &reader{}
	sum := sha256.New()
	sum.Write([]byte(rulesVersion))
	var room bytes.Buffer
	read := func(from fs.FS, root string, own bool) {
		names, _ := fs.Glob(from, path.Join(root, "*/*.txt"))
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
			if err := readInto(&room, from, name); err != nil {
				r.fault(name, 0, own, "cannot be read", err.Error())
				continue
			}
			fmt.Fprintf(sum, "%s %d\n", name, room.Len())
			sum.Write(room.Bytes())
			files = append(files, wordList{name, room.String(), own})
		}
	}
	read(builtin, "lexicon", false)
	if site != nil {
		read(site, ".", true)
	}
	return files, hex.EncodeToString(sum.Sum(nil)[:8]), r.problems
}

// readInto reads a file into room that serves the next one.
func readInto(room *bytes.Buffer, from fs.FS, name string) error {
	room.Reset()
	f, err := from.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	_, err = room.ReadFrom(f)
	return err
}

// readLexicon makes the lexicon of one language; nil where no list is known.
func readLexicon(files []wordList) (*lexicon, []diag.Problem) {
	r := &reader{verbs: map[string]string{}}
	for _, f := range files {
		r.size += len(f.data)
	}
	for _, f := range files {
		r.file(f)
	}
	if r.lexicon != nil {
		r.lexicon.finish()
	}
	return r.lexicon, r.problems
}

// readRoles gives the names that stand for one post, in all languages.
func readRoles(files []wordList) [][]string {
	r := &reader{}
	for _, f := range files {
		if list, _, _ := strings.Cut(f.kind(), "-"); list == "roles" {
			r.file(f)
		}
	}
	return groups(r.same)
}

func (r *reader) fault(file string, line int, own bool, text, hint string) {
	if own {
		file = path.Join("lexicon", file)
	}
	r.problems = append(r.problems, diag.Problem{File: file, Line: line, Severity: diag.Warning, Code: "lexicon", Text: text, Hint: hint})
}

// file reads one list: a word or words a line, then = and tags.
func (r *reader) file(f wordList) {
	name, own := f.name, f.own
	list, _, _ := strings.Cut(f.kind(), "-")
	class, known := lists[list]
	if strings.HasPrefix(list, "sensitive") {
		return // the review's own words
	}
	if !known {
		r.fault(name, 0, own, fmt.Sprintf("there is no list called %q", list), "the lists are "+strings.Join(listNames(), ", "))
		return
	}
	if r.lexicon == nil {
		r.lexicon = newLexicon(r.size / bytesAWord)
	}
	lex := r.lexicon
	number := 0
	curly := strings.Contains(f.data, "’")
	e := &entry{}
	for line := range strings.Lines(f.data) {
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
		*e = entry{}
		if class != None {
			e.set.add(class)
		}
		if bad := r.tags(e, list, tags); bad != "" {
			r.fault(name, number, own, fmt.Sprintf("%q says nothing in the list %s", bad, list), "look at the built-in list for the words it knows")
			continue
		}
		words = strings.TrimSpace(words)
		if curly {
			words = strings.ReplaceAll(words, "’", "'")
		}
		if strings.ContainsFunc(words, hasUpper) { // in capitals: only so
			words = strings.ToLower(words)
		}
		if list == "parties" && e.lemma != "" {
			lex.long[words] = e.lemma
		}
		if list == "roles" && e.lemma != "" && !e.set.has(Plural) {
			r.same = append(r.same, [2]string{e.lemma, words})
		}
		switch {
		case list == "former" && strings.HasSuffix(words, "-"):
			e.lemma = strings.TrimSuffix(words, "-")
			lex.prefixes = append(lex.prefixes, ending{e.lemma, lex.keep(e)})
		case list == "endings":
			last := words[len(words)-1]
			lex.endings[last] = append(lex.endings[last], ending{words, lex.keep(e)})
		case list == "verbs":
			r.verb(lex, words, e)
		case list == "phrases":
			r.phrase(lex, words, e)
		default:
			lex.add(words, e, 0)
		}
	}
}

// hasUpper tells that a letter is another one in capitals.
func hasUpper(r rune) bool { return unicode.ToUpper(r) != r }

func listNames() []string {
	names := make([]string, 0, len(lists))
	for name := range lists {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// tags reads what follows the equals sign of a line into e; it gives the first tag
// that means nothing.
func (r *reader) tags(e *entry, list, text string) (bad string) {
	for tag, rest := nextWord(text); tag != ""; tag, rest = nextWord(rest) {
		if n, ok := number(tag); ok {
			e.number = n
			continue
		}
		name, value, has := strings.Cut(tag, ":")
		if has {
			if n, ok := number(value); ok {
				e.number = n
			} else {
				e.value = value
			}
		}
		class, ok := r.class(list, name)
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

// class gives the class that a tag of a list means; false for none. Lists have few
// tags, so those of the list at hand are kept.
func (r *reader) class(list, name string) (Class, bool) {
	if r.tagged == nil || r.list != list {
		r.list, r.tagged = list, map[string]Class{}
	}
	if class, ok := r.tagged[name]; ok {
		return class, true
	}
	class, ok := classNames[list+"/"+name]
	if !ok {
		class, ok = classNames[name]
	}
	if ok {
		r.tagged[name] = class
	}
	return class, ok
}

// number reads a tag that is a number; most are not.
func number(tag string) (int16, bool) {
	if tag == "" || tag[0] > '9' {
		return 0, false
	}
	n, err := strconv.Atoi(tag)
	return int16(n), err == nil
}

// formNames are the forms of a verb that an ending tells.
var formNames = map[string]forms{"past": past, "participle": participle, "ing": ing}

// spare are tags that only a reader of the list needs.
var spare = map[string]bool{"x": true, "upper": true, "was": true, "honor": true, "keepout": true, "object": true, "unitword": true, "trial": true}

// verb reads the forms of a verb, parted by commas: base, third person, past,
// participle, gerund, and future where the language has one; a form may be
// several words parted by spaces ("was were").
func (r *reader) verb(lex *lexicon, words string, e *entry) {
	base, _, _ := strings.Cut(words, ",")
	lemma := strings.TrimSpace(base)
	r.verbs[lemma] = words
	if e.lemma == "" { // not same:be
		e.lemma = lemma
	}
	for form, word := range formsOf(words) {
		e.forms = form
		lex.merge(word, e)
	}
}

// phrase reads a verb of several words, in all the forms of its first.
func (r *reader) phrase(lex *lexicon, words string, e *entry) {
	first, rest, ok := strings.Cut(words, " ")
	if !ok {
		return
	}
	all := r.verbs[first]
	if all == "" {
		all = first
	}
	for form, word := range formsOf(all) {
		copied := *e
		copied.lemma = words
		lex.add(word+" "+rest, &copied, form)
	}
}

// formsOf gives the words of a verb's line, each with what form it is.
func formsOf(line string) iter.Seq2[forms, string] {
	return func(yield func(forms, string) bool) {
		for form := base; form <= future && line != ""; form <<= 1 {
			part, rest, _ := strings.Cut(line, ",")
			for word, more := nextWord(part); word != ""; word, more = nextWord(more) {
				if !yield(form, word) {
					return
				}
			}
			line = rest
		}
	}
}
