package render

import (
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"

	"github.com/mozillazg/go-unidecode"
)

// The search index is cut by the sounds of words, so that a browser loads a few
// small files: a word's skeleton is its consonants after folding ("Mustapha"
// and "Mustafa" are both mstf), the first letter kept. A file holds all entries
// of its skeleton prefix, or, where these are too many, the best known of them,
// while longer prefixes have files of their own.

const (
	maxShard       = 120 // entries of a file before it is cut further
	maxHead        = 40  // entries of a file that is cut further
	maxSkeleton    = 6   // letters of a skeleton that files are cut by
	maxPerWord     = 60  // articles found by one word
	maxShardAtLeaf = 400 // entries of a file that cannot be cut further
)

// record is one thing to be found.
type record struct {
	kind   string // "p" person, "g" party, "o" office, "a" article
	name   string
	also   string // aliases
	href   string // from the site's root
	note   string
	weight int
}

// indexSearch gives the files of the search index, by their path.
func (s *Site) indexSearch() map[string][]byte {
	files := map[string][]byte{}
	records, letters := s.records()
	words := map[string][]int{} // skeleton → records, best first
	perWord := map[string]int{}
	for i, r := range records {
		var seen []string
		for word := range searchWords(r.name + " " + r.also) {
			sk := skeleton(word)
			if sk == "" || slices.Contains(seen, sk) {
				continue
			}
			if r.kind == "a" {
				if perWord[word]++; perWord[word] > maxPerWord || len(word) < 4 {
					continue
				}
			}
			seen = append(seen, sk)
			words[sk] = append(words[sk], i)
		}
	}
	b := shardBuilder{files: files, records: records, words: words, keys: slices.Sorted(maps.Keys(words))}
	b.cut("", 0, len(b.keys))
	slices.Sort(b.names)
	manifest, err := json.Marshal(struct {
		Files   []string          `json:"files"`
		Letters map[string]string `json:"letters"`
	}{b.names, letters})
	if err != nil {
		panic(fmt.Sprintf("strings are always valid JSON: %v", err))
	}
	files[searchFolder+"index.json"] = append(manifest, '\n')
	return files
}

// records lists what can be found, the best known first, and the letters
// beyond ASCII that occur in it with what stands for them.
func (s *Site) records() ([]record, map[string]string) {
	var out []record
	m := s.maker("index.html")
	for _, p := range s.pub.Profiles {
		line := m.profileLine(p)
		r := record{kind: "p", name: p.Name, href: refAddress(p.Ref), note: shorten(line.Note, 80), weight: len(p.Facts) + len(s.later.told()[p.Ref])}
		switch {
		case p.Person != nil:
			r.also = strings.Join(p.Person.Aliases, " ")
		case p.Party != nil:
			r.also = strings.Join(append([]string{p.Party.Abbreviation}, p.Party.Aliases...), " ")
		}
		if !p.Ref.IsPerson() {
			r.kind, r.weight = "g", r.weight+1000
		}
		out = append(out, r)
	}
	for _, o := range s.offices {
		out = append(out, record{kind: "o", name: o.title, href: "offices/" + o.id + "/", weight: len(o.terms)})
	}
	slices.SortStableFunc(out, func(a, b record) int {
		return cmp.Or(cmp.Compare(b.weight, a.weight), strings.Compare(a.href, b.href))
	})
	for _, a := range s.lists.articlesOf {
		note := strings.Join(nonEmpty(a.Outlet, s.words.day(a.Date)), s.words.say("list.and"))
		out = append(out, record{kind: "a", name: s.titleOf(a), href: articleAddress(a.ID), note: shorten(note, 80)})
	}
	letters := map[string]string{}
	for _, r := range out {
		for _, c := range r.name + r.also {
			if c >= 0x80 && unicode.IsLetter(c) && letters[string(unicode.ToLower(c))] == "" {
				c = unicode.ToLower(c)
				letters[string(c)] = strings.ToLower(unidecode.Unidecode(string(c)))
			}
		}
	}
	return out, letters
}

// searchWords gives the words of a text: ASCII, lower case, two letters or more.
func searchWords(text string) func(yield func(string) bool) {
	ascii := strings.ToLower(unidecode.Unidecode(text))
	return func(yield func(string) bool) {
		for _, word := range strings.FieldsFunc(ascii, func(r rune) bool { return (r < 'a' || r > 'z') && (r < '0' || r > '9') }) {
			if len(word) > 1 && !yield(word) {
				return
			}
		}
	}
}

// skeleton gives the consonants of a word by their sound, its first letter
// kept: what the search script computes in the same way.
func skeleton(word string) string {
	for _, same := range [...][2]string{{"ph", "f"}, {"kh", "k"}, {"gh", "g"}, {"th", "t"}, {"dh", "d"}, {"ck", "k"},
		{"q", "k"}, {"c", "k"}, {"w", "v"}, {"z", "s"}, {"x", "ks"}, {"sh", "s"}} {
		word = strings.ReplaceAll(word, same[0], same[1])
	}
	var out []byte
	for i := range len(word) {
		c := word[i]
		vowel := strings.IndexByte("aeiouyh", c) >= 0
		switch {
		case i == 0 && vowel && c != 'h' && c != 'y':
			out = append(out, 'a')
		case i > 0 && vowel, i > 0 && len(out) > 0 && out[len(out)-1] == c:
		default:
			out = append(out, c)
		}
	}
	return string(out[:min(len(out), maxSkeleton)])
}

type shardBuilder struct {
	files   map[string][]byte // what it makes
	records []record
	words   map[string][]int
	keys    []string
	names   []string
}

// cut writes the file of a prefix, whose skeletons are keys[from:to], and,
// where it is too long, those of the longer prefixes.
func (b *shardBuilder) cut(prefix string, from, to int) {
	var list []int
	for _, key := range b.keys[from:to] {
		list = append(list, b.words[key]...)
	}
	slices.Sort(list)
	list = slices.Compact(list)
	limit := maxHead
	switch {
	case len(list) <= maxShard && prefix != "":
		limit = maxShard
	case prefix != "" && (len(prefix) == maxSkeleton || b.keys[from] == b.keys[to-1]):
		limit = maxShardAtLeaf
	default:
		for i := from; i < to; {
			if len(b.keys[i]) == len(prefix) { // the prefix is a whole skeleton
				i++
				continue
			}
			next := b.keys[i][:len(prefix)+1]
			j := i
			for j < to && strings.HasPrefix(b.keys[j], next) {
				j++
			}
			b.cut(next, i, j)
			i = j
		}
		whole := b.words[prefix]
		rest := slices.DeleteFunc(slices.Clone(list), func(i int) bool { return slices.Contains(whole, i) })
		list = append(slices.Clone(whole[:min(len(whole), maxShardAtLeaf)]), rest[:min(len(rest), maxHead)]...)
		slices.Sort(list)
		limit = len(list)
	}
	if prefix != "" {
		b.write(prefix, list[:min(len(list), limit)])
	}
}

func (b *shardBuilder) write(prefix string, list []int) {
	out := []byte{'['}
	for n, i := range list {
		if n > 0 {
			out = append(out, ',', '\n')
		}
		r := b.records[i]
		out = append(out, '[')
		for k, text := range []string{r.kind, r.name, r.href, r.note, r.also} {
			if k == 4 && text == "" {
				break
			}
			if k > 0 {
				out = append(out, ',')
			}
			out = appendJSON(out, text)
		}
		out = append(out, ']')
	}
	out = append(out, ']', '\n')
	b.names = append(b.names, prefix)
	b.files[searchFolder+prefix+".json"] = out
}
