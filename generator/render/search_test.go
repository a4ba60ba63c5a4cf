package render

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"profilegen/generator/content"
	"profilegen/generator/profile"
	"profilegen/generator/review"
)

// manyNames makes people of whom many share a name, as in life: each third is
// called Muhammad, each fifth Khan, and the rest have names of their own.
func manyNames(n int) []string {
	beginnings := strings.Fields("Ba Da Fa Ga Ha Ja Ka La Ma Na Pa Ra Sa Ta Wa Ya Za Sha Kha Gha Cha Bra Dro Fle Gri Klo Pra Sta Tri Wen")
	middles := strings.Fields("b d f g h j k l m n p r s t v z sh kh nd rt ll mm ns rk")
	ends := strings.Fields("ar een ul im or ana ed is ov ra")
	word := func(i int) string {
		return beginnings[i%len(beginnings)] + middles[i/len(beginnings)%len(middles)] + ends[i/(len(beginnings)*len(middles))%len(ends)]
	}
	names := make([]string, n)
	for i := range names {
		first, last := word(i*7+3), word(i*13+5)
		if i%3 == 0 {
			first = "Muhammad"
		}
		if i%5 == 0 {
			last = "Khan"
		}
		names[i] = fmt.Sprintf("%s %s %s", first, word(i), last)
	}
	return names
}

// searcher answers as the script does, and counts what it loads.
type searcher struct {
	t            *testing.T
	files        map[string][]byte
	names, heads []string
	loaded       int
}

func newSearcher(t *testing.T, s *Site) *searcher {
	t.Helper()
	q := &searcher{t: t, files: map[string][]byte{}}
	for path := range s.later.search().paths() {
		q.files[path] = s.searchFile(nil, path)
	}
	var manifest struct {
		Files, Heads []string
	}
	q.read("index", &manifest)
	q.names, q.heads = append(slices.Clone(manifest.Files), manifest.Heads...), manifest.Heads
	return q
}

func (q *searcher) read(name string, into any) {
	q.t.Helper()
	file := q.files[searchFolder+name+".json"]
	q.loaded += len(file)
	if err := json.Unmarshal(file, into); err != nil {
		q.t.Fatalf("%s: %v", name, err)
	}
}

// file gives the file of a skeleton, or "" where no word begins so.
func (q *searcher) file(base, sk string) string {
	for n := len(sk); n > 0; n-- {
		if name := base + sk[:n]; slices.Contains(q.names, name) {
			if n < len(sk) && slices.Contains(q.heads, name) {
				return ""
			}
			return name
		}
	}
	return ""
}

// finds tells whether the one file that is loaded for a query has the address.
func (q *searcher) finds(query, href string) bool {
	var sounds, files []string
	for word := range searchWords(query) {
		sounds = append(sounds, skeleton(word))
	}
	for _, sk := range sounds {
		own := q.file("", sk)
		files = append(files, own)
		if !slices.Contains(q.heads, own) {
			continue
		}
		for _, other := range sounds {
			if other != sk {
				files = append(files, q.file(own+"-", other))
			}
		}
	}
	slices.SortStableFunc(files, func(a, b string) int {
		rank := func(name string) int {
			if slices.Contains(q.heads, name) {
				return -len(name)
			}
			return -100 - len(name)
		}
		return rank(a) - rank(b)
	})
	files = slices.DeleteFunc(files, func(name string) bool { return name == "" })
	if len(files) == 0 {
		return false
	}
	var list [][]string
	q.read(files[0], &list)
	return slices.ContainsFunc(list, func(r []string) bool { return r[2] == href })
}

func TestSearchAmongTenThousand(t *testing.T) {
	pub := &review.Publication{Settings: content.Settings{Title: "Register", Language: "en", Timezone: "UTC"}}
	for i, name := range manyNames(10_000) {
		id := fmt.Sprintf("p%d", i)
		pub.Profiles = append(pub.Profiles, &review.Profile{Ref: profile.Ref("people/" + id), Name: name,
			Person: &content.Person{ID: id, Name: name, Summary: "Member of the assembly for the district of Northern Marle and its harbours."}})
	}
	q := newSearcher(t, build(t, pub))
	manifest := q.loaded
	most, missed := 0, 0
	for i, p := range pub.Profiles {
		if i%7 != 0 {
			continue
		}
		q.loaded = manifest
		if !q.finds(p.Name, refAddress(p.Ref)) {
			if missed++; missed < 5 {
				t.Errorf("%s is not in the file that is loaded for the name", p.Name)
			}
		}
		most = max(most, q.loaded)
	}
	if most > 60_000 {
		t.Errorf("a name takes %d bytes of the index, %d of them to begin with", most, manifest)
	}
	largest := 0
	for path, file := range q.files {
		if largest = max(largest, len(file)); len(file) > 40_000 {
			t.Errorf("%s has %d bytes", path, len(file))
		}
	}
	t.Logf("%d files, the largest of %d bytes; the list of files has %d bytes, a full name takes at most %d",
		len(q.files), largest, manifest, most)
}

// Two words that differ by one letter share a file of like words.
func TestNearStartsMeet(t *testing.T) {
	for _, pair := range [][2]string{{"kml", "bml"}, {"kml", "ml"}, {"kml", "skml"}, {"kml", "mkl"}, {"kml", "klm"}, {"kml", "krml"},
		{"kml", "km"}, {"snt", "st"}, {"snt", "sntr"}, {"krs", "klrs"}} {
		a, b := nearStarts(pair[0]), nearStarts(pair[1])
		if !slices.ContainsFunc(a, func(s string) bool { return slices.Contains(b, s) }) {
			t.Errorf("%s has %v, %s has %v", pair[0], a, pair[1], b)
		}
	}
}

func TestShortListsAreOneFileOfALetter(t *testing.T) {
	q := newSearcher(t, build(t, sample()))
	for _, name := range q.names {
		if len(name) != 1 {
			t.Errorf("a small site has a file for %q", name)
		}
	}
	if !q.finds("Amara Vale", "people/amara-vale/") || !q.finds("Brindle mayor", "offices/mayor-of-brindle/") {
		t.Error("a person or an office is not found")
	}
}

func BenchmarkSearchIndex(b *testing.B) {
	pub := &review.Publication{Settings: content.Settings{Title: "Register", Language: "en", Timezone: "UTC"}}
	for i, name := range manyNames(10_000) {
		id := fmt.Sprintf("p%d", i)
		pub.Profiles = append(pub.Profiles, &review.Profile{Ref: profile.Ref("people/" + id), Name: name, Person: &content.Person{ID: id, Name: name}})
	}
	s := build(b, pub)
	for b.Loop() {
		s.indexSearch()
	}
}
