package render

import (
	"maps"
	"slices"
	"strings"
)

// shardBuilder cuts the search index into files of three kinds:
//
//   - "krl" has all entries with a word whose skeleton begins so, if they are few;
//     else it is a head: the best known of them, while longer prefixes have
//     files of their own;
//   - "mhmd-kn" has those of a word that so many share that its own file must be
//     a head, by the skeletons of their other words;
//   - "near-ks" has the words whose skeleton, whole or without its first or second
//     letter, begins so: where a word mistyped by one letter finds the right one.
type shardBuilder struct {
	index        *searchIndex       // where the files go
	words        map[string][]int32 // skeleton → records, best first
	skeletons    [][]string         // of each record
	spelled      []string           // all words, those of the best records first
	names, heads []string
}

// seenWord is a word that came up among the names.
type seenWord struct {
	skeleton string
	records  int // that are found by it
}

// newShards puts records under the skeletons of their words.
func (s *Site) newShards(x *searchIndex) *shardBuilder {
	b := &shardBuilder{index: x, words: map[string][]int32{}, skeletons: make([][]string, len(x.records)), names: []string{}, heads: []string{}}
	known := map[string]*seenWord{}
	for i, r := range x.records {
		for word := range searchWords(s.nameOf(r) + " " + s.alsoOf(r)) {
			w := known[word]
			if w == nil {
				w = &seenWord{skeleton: skeleton(word)}
				known[word] = w
			}
			if w.skeleton == "" || r.kind == 'a' && (len(word) < 4 || w.records >= maxPerWord) {
				continue
			}
			if w.records == 0 {
				b.spelled = append(b.spelled, word)
			}
			w.records++
			if !slices.Contains(b.skeletons[i], w.skeleton) {
				b.skeletons[i] = append(b.skeletons[i], w.skeleton)
				b.words[w.skeleton] = append(b.words[w.skeleton], int32(i))
			}
		}
	}
	return b
}

// sorted gives the skeletons of all words.
func (b *shardBuilder) sorted() []string { return slices.Sorted(maps.Keys(b.words)) }

// cut writes the file of a prefix, which all of some skeletons begin with, and,
// where it is too long, those of longer prefixes. The names of files begin with
// base.
func (b *shardBuilder) cut(base, prefix string, skeletons []string, words map[string][]int32) {
	var list []int32
	for _, sk := range skeletons {
		list = append(list, words[sk]...)
	}
	slices.Sort(list)
	list = slices.Compact(list)
	longer := skeletons
	if len(longer) > 0 && longer[0] == prefix {
		longer = longer[1:]
	}
	if prefix != "" && (len(list) <= maxShard || len(longer) == 0 && len(list) <= maxWhole) {
		b.names = append(b.names, base+prefix)
		b.write(base+prefix, list)
		return
	}
	if prefix != "" {
		b.cutHead(base, prefix, list, words[prefix])
	}
	for len(longer) > 0 {
		next, n := longer[0][:len(prefix)+1], 1
		for n < len(longer) && strings.HasPrefix(longer[n], next) {
			n++
		}
		b.cut(base, next, longer[:n], words)
		longer = longer[n:]
	}
}

// cutHead writes the best of a prefix, of which some records have a word with
// just that skeleton.
func (b *shardBuilder) cutHead(base, prefix string, list, whole []int32) {
	if len(whole) > maxWhole && base == "" {
		words := b.otherWords(prefix, whole)
		b.cut(prefix+"-", "", slices.Sorted(maps.Keys(words)), words)
	}
	whole = whole[:min(len(whole), maxWhole)]
	rest := slices.DeleteFunc(list, func(i int32) bool { _, found := slices.BinarySearch(whole, i); return found })
	head := slices.Sorted(slices.Values(slices.Concat(whole, rest[:min(len(rest), maxHead)])))
	b.heads = append(b.heads, base+prefix)
	b.write(base+prefix, head)
}

// otherWords puts records that share a skeleton under those of their other words.
func (b *shardBuilder) otherWords(shared string, records []int32) map[string][]int32 {
	words := map[string][]int32{}
	for _, i := range records {
		for _, sk := range b.skeletons[i] {
			if sk != shared {
				words[sk] = append(words[sk], i)
			}
		}
	}
	return words
}

// write notes what a file of entries has.
func (b *shardBuilder) write(name string, list []int32) {
	x := b.index
	from := len(x.listed)
	x.listed = append(x.listed, list...)
	x.entries[searchFolder+name+".json"] = stretch{from, len(x.listed)}
}

// maxNear is how many words a file of like words has.
const maxNear = 800

// writeNear writes the files of like words, and gives their names without "near-".
func (b *shardBuilder) writeNear() []string {
	like := map[string][]string{}
	for _, word := range b.spelled {
		if len(word) < 4 {
			continue
		}
		for _, start := range nearStarts(skeleton(word)) {
			if len(like[start]) < maxNear {
				like[start] = append(like[start], word)
			}
		}
	}
	names := slices.Sorted(maps.Keys(like))
	for _, start := range names {
		b.index.ready[searchFolder+"near-"+start+".json"] = []byte(`["` + strings.Join(like[start], `","`) + "\"]\n")
	}
	return names
}

// nearStarts gives what a skeleton begins with, whole and without its first or
// second letter: two skeletons that differ by one letter have one of these in common.
func nearStarts(sk string) []string {
	if len(sk) < 2 {
		return nil
	}
	starts := []string{sk[:2], sk[1:min(3, len(sk))], sk[:1] + sk[2:min(3, len(sk))]}
	slices.Sort(starts)
	return slices.Compact(starts)
}
