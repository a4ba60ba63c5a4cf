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
	files        map[string][]byte // what it makes, by path
	records      []record
	words        map[string][]int // skeleton → records, best first
	skeletons    [][]string       // of each record
	spelled      []string         // all words, those of the best records first
	names, heads []string
	room         []byte // what a file is written in
}

// newShards puts records under the skeletons of their words.
func newShards(records []record) *shardBuilder {
	b := &shardBuilder{files: map[string][]byte{}, records: records, words: map[string][]int{}, skeletons: make([][]string, len(records)),
		names: []string{}, heads: []string{}}
	perWord := map[string]int{}
	for i, r := range records {
		for word := range searchWords(r.name + " " + r.also) {
			sk := skeleton(word)
			if sk == "" || r.kind == "a" && (len(word) < 4 || perWord[word] >= maxPerWord) {
				continue
			}
			if perWord[word] == 0 {
				b.spelled = append(b.spelled, word)
			}
			perWord[word]++
			if !slices.Contains(b.skeletons[i], sk) {
				b.skeletons[i] = append(b.skeletons[i], sk)
				b.words[sk] = append(b.words[sk], i)
			}
		}
	}
	return b
}

// cut writes the file of a prefix, which all skeletons of words begin with, and,
// where it is too long, those of longer prefixes. The names of files begin with
// base.
func (b *shardBuilder) cut(base, prefix string, words map[string][]int) {
	var list []int
	next := map[string]map[string][]int{} // longer prefix → its words
	for sk, records := range words {
		list = append(list, records...)
		if len(sk) > len(prefix) {
			longer := sk[:len(prefix)+1]
			if next[longer] == nil {
				next[longer] = map[string][]int{}
			}
			next[longer][sk] = records
		}
	}
	slices.Sort(list)
	list = slices.Compact(list)
	if prefix != "" && (len(list) <= maxShard || len(next) == 0 && len(list) <= maxWhole) {
		b.names = append(b.names, base+prefix)
		b.write(base+prefix, list)
		return
	}
	if prefix != "" {
		whole := words[prefix]
		if len(whole) > maxWhole && base == "" {
			b.cut(prefix+"-", "", b.otherWords(prefix, whole))
		}
		whole = whole[:min(len(whole), maxWhole)]
		rest := slices.DeleteFunc(list, func(i int) bool { return slices.Contains(whole, i) })
		head := slices.Sorted(slices.Values(slices.Concat(whole, rest[:min(len(rest), maxHead)])))
		b.heads = append(b.heads, base+prefix)
		b.write(base+prefix, head)
	}
	for _, longer := range slices.Sorted(maps.Keys(next)) {
		b.cut(base, longer, next[longer])
	}
}

// otherWords puts records that share a skeleton under those of their other words.
func (b *shardBuilder) otherWords(shared string, records []int) map[string][]int {
	words := map[string][]int{}
	for _, i := range records {
		for _, sk := range b.skeletons[i] {
			if sk != shared {
				words[sk] = append(words[sk], i)
			}
		}
	}
	return words
}

func (b *shardBuilder) write(name string, list []int) {
	out := append(b.room[:0], '[')
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
	b.room = append(out, ']', '\n')
	b.files[searchFolder+name+".json"] = slices.Clone(b.room)
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
		b.files[searchFolder+"near-"+start+".json"] = []byte(`["` + strings.Join(like[start], `","`) + "\"]\n")
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
