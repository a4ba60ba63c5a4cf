package profile

import (
	"cmp"
	"maps"
	"math/bits"
	"slices"

	"profilegen/generator/content"
)

// copyWindow is how many of the articles that share a sentence each is held
// against. All copies of one text share many sentences, so neighbours suffice,
// and a line that stands under every article costs no more than any other.
const copyWindow = 8

// copies finds texts of which one has at least half of the other's sentences.
// Articles go by a number of their own; their order is that of their ids.
type copies struct {
	sentences [][]uint64 // of each article: sorted, without doubles
	marks     []mark     // every sentence of every article, by hash, then by the article's order
	pairs     map[pair]bool
}

// mark is one sentence of one article.
type mark struct {
	hash uint64
	art  int32
}

// pair is two articles that are copies, the lower number first.
type pair [2]int32

func newPair(a, b int32) pair { return pair{min(a, b), max(a, b)} }

// sentencesOf gives an article's sentences, sorted and without doubles.
func sentencesOf(a *Article) []uint64 {
	list := slices.Clone(a.Sentences)
	if len(list) == 0 && a.Text != "" {
		list = hashSentences(a.Text)
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// findCopies holds all articles against their neighbours.
func findCopies(in []Article, arts []article) *copies {
	c := &copies{sentences: make([][]uint64, len(in)), pairs: map[pair]bool{}}
	first := make([]int32, len(in)+1) // where the places of each article's sentences begin in places
	for i := range in {
		c.sentences[i] = sentencesOf(&in[i])
		first[i+1] = first[i] + int32(len(c.sentences[i]))
	}
	c.marks = sortedMarks(c.sentences, arts)
	places := make([]int32, len(c.marks))
	next := slices.Clone(first)
	for i, m := range c.marks {
		places[next[m.art]] = int32(i)
		next[m.art]++
	}
	held := make([]int32, len(in)) // the last article that each was held against, and one
	for art := range in {
		for _, i := range places[first[art]:first[art+1]] {
			for _, n := range c.marks[i+1 : min(int(i)+1+copyWindow, len(c.marks))] {
				if n.hash != c.marks[i].hash {
					break
				}
				if held[n.art] != int32(art)+1 {
					held[n.art] = int32(art) + 1
					c.try(newPair(int32(art), n.art))
				}
			}
		}
	}
	return c
}

// sortedMarks gives every sentence of every article in their order. Hashes are
// spread evenly, so most of the work is to put each where its first bits say.
func sortedMarks(sentences [][]uint64, arts []article) []mark {
	total := 0
	for _, list := range sentences {
		total += len(list)
	}
	shift := 64 - max(0, bits.Len(uint(total))-3) // some eight to a part
	ends := make([]int32, 1<<(64-shift)+1)
	for _, list := range sentences {
		for _, h := range list {
			ends[h>>shift+1]++
		}
	}
	for i := 1; i < len(ends); i++ {
		ends[i] += ends[i-1]
	}
	marks := make([]mark, total)
	for i, list := range sentences {
		for _, h := range list {
			at := &ends[h>>shift]
			marks[*at] = mark{h, int32(i)}
			*at++
		}
	}
	from := int32(0)
	for _, end := range ends[:len(ends)-1] {
		slices.SortFunc(marks[from:end], func(a, b mark) int { return compareMarks(a, b, arts) })
		from = end
	}
	return marks
}

// CopyGroups gives, for articles by their hashes of sentences, in the order of
// their ids, the number of the first of those that each is a copy of.
func CopyGroups(sentences [][]uint64) []int32 {
	in, arts := make([]Article, len(sentences)), make([]article, len(sentences))
	for i, list := range sentences {
		in[i] = Article{Article: &content.Article{}, Sentences: list}
		arts[i].rank = int32(i)
	}
	return findCopies(in, arts).groups()
}

func (c *copies) try(p pair) {
	if isCopy(c.sentences[p[0]], c.sentences[p[1]]) {
		c.pairs[p] = true
	}
}

func compareMarks(a, b mark, arts []article) int {
	if a.hash != b.hash {
		return cmp.Compare(a.hash, b.hash)
	}
	return cmp.Compare(arts[a.art].rank, arts[b.art].rank)
}

// change puts other articles in the place of some, or adds them. A pair can
// come or go only near a sentence that one of them has or had: in between two
// articles there is one more or less.
func (c *copies) change(in []Article, arts []article, which []int32) {
	for len(c.sentences) < len(in) {
		c.sentences = append(c.sentences, nil)
	}
	var gone, fresh, touched []mark
	for _, art := range which {
		old, now := c.sentences[art], sentencesOf(&in[art])
		if slices.Equal(now, old) {
			continue
		}
		for _, h := range old {
			touched = append(touched, mark{h, art})
			if _, kept := slices.BinarySearch(now, h); !kept {
				gone = append(gone, mark{h, art})
			}
		}
		for _, h := range now {
			if _, had := slices.BinarySearch(old, h); !had {
				touched = append(touched, mark{h, art})
				fresh = append(fresh, mark{h, art})
			}
		}
		c.sentences[art] = now
		maps.DeleteFunc(c.pairs, func(p pair, _ bool) bool { return p[0] == art || p[1] == art })
	}
	if len(touched) == 0 {
		return
	}
	slices.SortFunc(fresh, func(a, b mark) int { return compareMarks(a, b, arts) })
	c.marks = replaceMarks(c.marks, gone, fresh, arts)
	for _, m := range touched {
		c.around(m, len(which), arts)
	}
}

// around holds the articles near a place against each other, and parts those
// that more articles than before, but no more than added, have come between.
func (c *copies) around(m mark, added int, arts []article) {
	at, far := c.place(m, arts), copyWindow+added
	for i := max(0, at-far); i < min(len(c.marks), at+far); i++ {
		if c.marks[i].hash != m.hash {
			continue
		}
		for j := i + 1; j < min(i+far+1, len(c.marks)) && c.marks[j].hash == m.hash; j++ {
			p := newPair(c.marks[i].art, c.marks[j].art)
			switch {
			case j-i <= copyWindow:
				c.try(p)
			case c.pairs[p] && !c.neighbours(p, arts):
				delete(c.pairs, p)
			}
		}
	}
}

// place gives where a mark stands, or would stand.
func (c *copies) place(m mark, arts []article) int {
	i, _ := slices.BinarySearchFunc(c.marks, m, func(a, b mark) int { return compareMarks(a, b, arts) })
	return i
}

// replaceMarks merges two sorted lists, without those that are gone.
func replaceMarks(marks, gone, fresh []mark, arts []article) []mark {
	out := make([]mark, 0, len(marks)+len(fresh))
	from := 0
	for _, at := range placesOf(marks, gone) {
		out = append(out, marks[from:at]...)
		from = at + 1
	}
	marks = append(out, marks[from:]...)
	if len(fresh) == 0 {
		return marks
	}
	out = make([]mark, 0, len(marks)+len(fresh))
	for _, f := range fresh {
		n, _ := slices.BinarySearchFunc(marks, f, func(a, b mark) int { return compareMarks(a, b, arts) })
		out = append(append(out, marks[:n]...), f)
		marks = marks[n:]
	}
	return append(out, marks...)
}

// placesOf finds marks in a sorted list by their hash alone: an article that is
// gone may have no place among the others any more.
func placesOf(marks, wanted []mark) []int {
	places := make([]int, 0, len(wanted))
	for _, w := range wanted {
		at, _ := slices.BinarySearchFunc(marks, w.hash, func(m mark, hash uint64) int { return cmp.Compare(m.hash, hash) })
		for ; at < len(marks) && marks[at].hash == w.hash; at++ {
			if marks[at].art == w.art {
				places = append(places, at)
				break
			}
		}
	}
	slices.Sort(places)
	return places
}

// neighbours tells that two articles are near each other in some sentence.
func (c *copies) neighbours(p pair, arts []article) bool {
	for _, h := range c.sentences[p[0]] {
		if _, both := slices.BinarySearch(c.sentences[p[1]], h); !both {
			continue
		}
		x, y := c.place(mark{h, p[0]}, arts), c.place(mark{h, p[1]}, arts)
		if max(x, y)-min(x, y) <= copyWindow {
			return true
		}
	}
	return false
}

// groups gives for each article the lowest number of its group of copies.
func (c *copies) groups() []int32 {
	g := newGroups(len(c.sentences))
	for p := range c.pairs {
		g.join(p[0], p[1])
	}
	out := make([]int32, len(c.sentences))
	for i := range out {
		out[i] = g.find(int32(i))
	}
	return out
}

// isCopy tells that one of two sorted texts has at least half of the other's
// sentences.
func isCopy(a, b []uint64) bool {
	enough := max(1, (min(len(a), len(b))+1)/2)
	shared := 0
	for i, j := 0, 0; i < len(a) && j < len(b) && shared+min(len(a)-i, len(b)-j) >= enough; {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			shared++
			i++
			j++
		}
	}
	return shared >= enough
}
