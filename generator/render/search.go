package render

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/mozillazg/go-unidecode"
)

// The search index is cut by the sounds of words, so that a browser loads a few
// small files: a word's skeleton is its consonants after folding ("Mustapha"
// and "Mustafa" are both mstf), the first letter kept. See shardBuilder for the
// files.

const (
	maxShard    = 120 // entries of a file that has all of its prefix
	maxWhole    = 240 // entries with one skeleton that share a file
	maxHead     = 40  // entries of a file beside those of longer prefixes
	maxSkeleton = 6   // letters of a skeleton that files are cut by
	maxPerWord  = 60  // articles found by one word
	maxNote     = 60  // bytes of the line below a name
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
	records, letters := s.records()
	b := newShards(records)
	b.cut("", "", b.words)
	manifest, err := json.Marshal(struct {
		Files   []string          `json:"files"` // with all entries of their prefix
		Heads   []string          `json:"heads"` // with the best of them
		Near    []string          `json:"near"`  // words to mend typing errors with
		Letters map[string]string `json:"letters"`
	}{b.names, b.heads, b.writeNear(), letters})
	if err != nil {
		panic(fmt.Sprintf("strings are always valid JSON: %v", err))
	}
	b.files[searchFolder+"index.json"] = append(manifest, '\n')
	return b.files
}

// records lists what can be found, the best known first, and the letters
// beyond ASCII that occur in it with what stands for them.
func (s *Site) records() ([]record, map[string]string) {
	var out []record
	m := s.maker("index.html")
	for _, p := range s.pub.Profiles {
		line := m.profileLine(p)
		r := record{kind: "p", name: p.Name, href: refAddress(p.Ref), note: shorten(line.Note, maxNote), weight: len(p.Facts) + len(s.later.told()[p.Ref])}
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
		out = append(out, record{kind: "a", name: s.titleOf(a), href: articleAddress(a.ID), note: shorten(note, maxNote)})
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
