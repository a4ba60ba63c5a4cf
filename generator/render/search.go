package render

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"iter"
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

// searchIndex is the files of the search index. Those of entries are written when
// they are asked for, the others are ready.
type searchIndex struct {
	records []record
	notes   []string           // of the profiles, in their order
	entries map[string]stretch // by the path of a file: its places in listed
	listed  []int32            // the places of records
	ready   map[string][]byte
}

// stretch is a piece of a list.
type stretch struct{ from, to int }

// record is one thing to be found: its place among its kind.
type record struct {
	kind   byte // 'p' person, 'g' party, 'o' office, 'a' article
	at     int32
	weight int32
}

// indexSearch cuts the search index into its files.
func (s *Site) indexSearch() *searchIndex {
	x := &searchIndex{entries: map[string]stretch{}, ready: map[string][]byte{}}
	s.findRecords(x)
	b := s.newShards(x)
	b.cut("", "", b.sorted(), b.words)
	manifest, err := json.Marshal(struct {
		Files   []string          `json:"files"` // with all entries of their prefix
		Heads   []string          `json:"heads"` // with the best of them
		Near    []string          `json:"near"`  // words to mend typing errors with
		Letters map[string]string `json:"letters"`
	}{b.names, b.heads, b.writeNear(), s.lettersOf(x)})
	if err != nil {
		panic(fmt.Sprintf("strings are always valid JSON: %v", err))
	}
	x.ready[searchFolder+"index.json"] = append(manifest, '\n')
	return x
}

// has tells whether the index has a file.
func (x *searchIndex) has(path string) bool {
	_, ok := x.entries[path]
	return ok || x.ready[path] != nil
}

// paths gives the paths of the files, in no order.
func (x *searchIndex) paths() iter.Seq[string] {
	return func(yield func(string) bool) {
		for path := range x.entries {
			if !yield(path) {
				return
			}
		}
		for path := range x.ready {
			if !yield(path) {
				return
			}
		}
	}
}

// searchFile adds a file of the search index to b.
func (s *Site) searchFile(b []byte, path string) []byte {
	x := s.later.search()
	file, ok := x.entries[path]
	if !ok {
		return append(b, x.ready[path]...)
	}
	m := s.maker("index.html")
	defer m.reuse()
	b = append(b, '[')
	for n, at := range x.listed[file.from:file.to] {
		if n > 0 {
			b = append(b, ',', '\n')
		}
		r := x.records[at]
		b = append(b, '[', '"', r.kind, '"', ',')
		b = append(appendJSON(b, s.nameOf(r)), ',')
		var space [256]byte
		b = append(appendJSON(b, m.text(s.appendHref(space[:0], r))), ',')
		b = appendJSON(b, m.noteBelow(x, r))
		if also := s.alsoOf(r); also != "" {
			b = appendJSON(append(b, ','), also)
		}
		b = append(b, ']')
	}
	return append(b, ']', '\n')
}

// findRecords lists what can be found, the best known first.
func (s *Site) findRecords(x *searchIndex) {
	x.records = make([]record, 0, len(s.pub.Profiles)+len(s.offices)+len(s.lists.articlesOf))
	x.notes = make([]string, len(s.pub.Profiles))
	m := s.maker("index.html")
	defer m.reuse()
	for i, p := range s.pub.Profiles {
		x.notes[i] = strings.Clone(shorten(m.noteOf(p), maxNote))
		r := record{kind: 'p', at: int32(i), weight: int32(len(p.Facts) + len(s.later.told()[p.Ref]))}
		if !p.Ref.IsPerson() {
			r.kind, r.weight = 'g', r.weight+1000
		}
		x.records = append(x.records, r)
	}
	for i, o := range s.offices {
		x.records = append(x.records, record{kind: 'o', at: int32(i), weight: int32(len(o.terms))})
	}
	slices.SortStableFunc(x.records, func(a, b record) int {
		if c := cmp.Compare(b.weight, a.weight); c != 0 {
			return c
		}
		var one, other [256]byte
		return bytes.Compare(s.appendHref(one[:0], a), s.appendHref(other[:0], b))
	})
	for i := range s.lists.articlesOf {
		x.records = append(x.records, record{kind: 'a', at: int32(i)})
	}
}

// nameOf gives the name of what can be found.
func (s *Site) nameOf(r record) string {
	switch r.kind {
	case 'o':
		return s.offices[r.at].title
	case 'a':
		return s.titleOf(s.lists.articlesOf[r.at])
	}
	return s.pub.Profiles[r.at].Name
}

// alsoOf gives its other names.
func (s *Site) alsoOf(r record) string {
	if r.kind == 'o' || r.kind == 'a' {
		return ""
	}
	switch p := s.pub.Profiles[r.at]; {
	case p.Person != nil:
		return strings.Join(p.Person.Aliases, " ")
	case p.Party != nil:
		return strings.Join(append([]string{p.Party.Abbreviation}, p.Party.Aliases...), " ")
	}
	return ""
}

// appendHref adds the address of what can be found, from the site's root.
func (s *Site) appendHref(b []byte, r record) []byte {
	switch r.kind {
	case 'o':
		return append(append(append(b, "offices/"...), s.offices[r.at].id...), '/')
	case 'a':
		return appendArticleAddress(b, s.lists.articlesOf[r.at].ID)
	}
	return appendRefAddress(b, s.pub.Profiles[r.at].Ref)
}

// noteBelow gives the line below the name of what was found.
func (m *maker) noteBelow(x *searchIndex, r record) string {
	switch r.kind {
	case 'o':
		return ""
	case 'a':
		a := m.s.lists.articlesOf[r.at]
		return shorten(m.joined("list.and", a.Outlet, m.day(a.Date)), maxNote)
	}
	return x.notes[r.at]
}

// lettersOf gives the letters beyond ASCII that occur in names with what stands
// for them.
func (s *Site) lettersOf(x *searchIndex) map[string]string {
	letters := map[string]string{}
	for _, r := range x.records {
		for _, text := range [...]string{s.nameOf(r), s.alsoOf(r)} {
			if isPlain(text) {
				continue
			}
			for _, c := range text {
				if c >= 0x80 && unicode.IsLetter(c) && letters[string(unicode.ToLower(c))] == "" {
					c = unicode.ToLower(c)
					letters[string(c)] = strings.ToLower(unidecode.Unidecode(string(c)))
				}
			}
		}
	}
	return letters
}

// searchWords gives the words of a text: ASCII, lower case, two letters or more.
func searchWords(text string) func(yield func(string) bool) {
	ascii := sortKey(text)
	return func(yield func(string) bool) {
		for word := range strings.FieldsFuncSeq(ascii, func(r rune) bool { return (r < 'a' || r > 'z') && (r < '0' || r > '9') }) {
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
