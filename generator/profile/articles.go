package profile

import (
	"cmp"
	"hash/fnv"
	"slices"
	"strings"

	"profilegen/generator/content"
	"profilegen/generator/edtf"
)

// article is what facts need to know of a source.
type article struct {
	source Source
	rank   int32  // its place among all articles by id
	outlet string // folded; an article without one is its own outlet
	copies int32  // the group of texts that are copies of one another
}

func (a *article) date() edtf.Date { return a.source.Date }

// readArticles takes down the sources and finds out which are copies.
func readArticles(in Input) []article {
	arts := make([]article, len(in.Articles))
	byID := make([]int32, len(arts))
	for i := range in.Articles {
		a := in.Articles[i].Article
		byID[i] = int32(i)
		arts[i].source = sourceOf(a)
		if arts[i].outlet = strings.Join(fold(a.Outlet), " "); arts[i].outlet == "" {
			arts[i].outlet = "\x00" + a.ID
		}
	}
	slices.SortFunc(byID, func(a, b int32) int {
		return strings.Compare(in.Articles[a].ID, in.Articles[b].ID)
	})
	for rank, i := range byID {
		arts[i].rank = int32(rank)
	}
	groupCopies(in, arts, byID)
	return arts
}

func sourceOf(a *content.Article) Source {
	return Source{Article: a.ID, Outlet: a.Outlet, Date: a.Date, URL: a.URL}
}

// older orders articles as sources are listed: oldest first, undated last.
func older(a, b *article) int {
	switch x, y := a.date(), b.date(); {
	case x.IsZero() != y.IsZero():
		if x.IsZero() {
			return 1
		}
		return -1
	case x != y:
		return cmp.Or(edtf.Compare(x, y), cmp.Compare(a.rank, b.rank))
	}
	return cmp.Compare(a.rank, b.rank)
}

// copyWindow is how many of the articles that share a sentence each is held
// against. All copies of one text share many sentences, so neighbours suffice,
// and a line that stands under every article costs no more than any other.
const copyWindow = 8

// groupCopies finds texts of which one has at least half of the other's
// sentences, and numbers the groups that they form.
func groupCopies(in Input, arts []article, byID []int32) {
	sentences := make([][]uint64, len(arts))
	total := 0
	for i := range arts {
		sentences[i] = in.Articles[i].Sentences
		if len(sentences[i]) == 0 && in.Articles[i].Text != "" {
			sentences[i] = hashSentences(in.Articles[i].Text)
		}
		total += len(sentences[i])
	}
	type mark struct {
		hash uint64
		art  int32
	}
	marks := make([]mark, 0, total)
	for _, i := range byID {
		for _, h := range sentences[i] {
			marks = append(marks, mark{h, i})
		}
	}
	slices.SortFunc(marks, func(a, b mark) int {
		return cmp.Or(cmp.Compare(a.hash, b.hash), cmp.Compare(arts[a.art].rank, arts[b.art].rank))
	})
	marks = slices.Compact(marks)
	groups := newGroups(len(arts))
	sorted := map[int32][]uint64{}
	tried := map[[2]int32]bool{}
	for lo := 0; lo < len(marks); {
		hi := lo + 1
		for hi < len(marks) && marks[hi].hash == marks[lo].hash {
			hi++
		}
		for i := lo; i < hi; i++ {
			for j := i + 1; j < min(hi, i+1+copyWindow); j++ {
				pair := [2]int32{marks[i].art, marks[j].art}
				if tried[pair] || groups.find(pair[0]) == groups.find(pair[1]) {
					continue
				}
				tried[pair] = true
				if isCopy(sortedOnce(sorted, sentences, pair[0]), sortedOnce(sorted, sentences, pair[1])) {
					groups.join(pair[0], pair[1])
				}
			}
		}
		lo = hi
	}
	for i := range arts {
		arts[i].copies = groups.find(int32(i))
	}
}

func sortedOnce(memo map[int32][]uint64, sentences [][]uint64, art int32) []uint64 {
	list, ok := memo[art]
	if !ok {
		list = slices.Clone(sentences[art])
		slices.Sort(list)
		list = slices.Compact(list)
		memo[art] = list
	}
	return list
}

// isCopy tells that one of two sorted texts has at least half of the other's
// sentences.
func isCopy(a, b []uint64) bool {
	shared := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
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
	return shared > 0 && (2*shared >= len(a) || 2*shared >= len(b))
}

// hashSentences cuts a text into sentences where nobody has done it before;
// white space, case and punctuation play no part.
func hashSentences(text string) []uint64 {
	var hashes []uint64
	flush := func(sentence string) {
		words := fold(sentence)
		if len(words) == 0 {
			return
		}
		h := fnv.New64a()
		for _, word := range words {
			h.Write([]byte(word))
			h.Write([]byte{' '})
		}
		hashes = append(hashes, h.Sum64())
	}
	start := 0
	for i := range len(text) {
		end := text[i] == '\n' && i+1 < len(text) && text[i+1] == '\n' ||
			(text[i] == ' ' || text[i] == '\n') && i > 0 && strings.IndexByte(".!?", text[i-1]) >= 0
		if end {
			flush(text[start:i])
			start = i
		}
	}
	flush(text[start:])
	return hashes
}

// groups is a union-find over small numbers; the lowest number stands for its group.
type groups struct{ parent []int32 }

func newGroups(n int) *groups {
	g := &groups{parent: make([]int32, n)}
	for i := range g.parent {
		g.parent[i] = int32(i)
	}
	return g
}

func (g *groups) find(i int32) int32 {
	for g.parent[i] != i {
		g.parent[i] = g.parent[g.parent[i]]
		i = g.parent[i]
	}
	return i
}

func (g *groups) join(a, b int32) {
	a, b = g.find(a), g.find(b)
	g.parent[max(a, b)] = min(a, b)
}

// voices counts the independent outlets among articles: one outlet is one
// voice, and so are copies of one text.
func voices(arts []article, list []int32) int {
	if len(list) < 2 {
		return len(list)
	}
	g := newGroups(len(list))
	byOutlet, byText := map[string]int32{}, map[int32]int32{}
	for i, a := range list {
		if first, ok := byOutlet[arts[a].outlet]; ok {
			g.join(first, int32(i))
		} else {
			byOutlet[arts[a].outlet] = int32(i)
		}
		if first, ok := byText[arts[a].copies]; ok {
			g.join(first, int32(i))
		} else {
			byText[arts[a].copies] = int32(i)
		}
	}
	n := 0
	for i := range list {
		if g.find(int32(i)) == int32(i) {
			n++
		}
	}
	return n
}
