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
	alone  []*Source // it, as the only source of facts, which share it
	rank   int32     // its place among all articles by id
	outlet string    // folded; an article without one is its own outlet
	copies int32     // the group of texts that are copies of one another
}

func (a *article) source() *Source { return a.alone[0] }

func (a *article) date() edtf.Date { return a.alone[0].Date }

// same tells of the same source in the same place.
func (a *article) same(b *article) bool {
	return slices.EqualFunc(a.alone, b.alone, sameSource) && a.rank == b.rank && a.outlet == b.outlet && a.copies == b.copies
}

func sameSource(a, b *Source) bool { return *a == *b }

// readArticles takes down the sources.
func readArticles(in Input) []article {
	arts := make([]article, len(in.Articles))
	byID := make([]int32, len(arts))
	outlets := map[string]string{}
	for i := range in.Articles {
		byID[i] = int32(i)
		arts[i] = readArticle(in.Articles[i].Article, outlets)
	}
	slices.SortFunc(byID, func(a, b int32) int {
		return strings.Compare(in.Articles[a].ID, in.Articles[b].ID)
	})
	for rank, i := range byID {
		arts[i].rank = int32(rank)
	}
	return arts
}

// readArticle takes down one source; outlets are those folded before.
func readArticle(a *content.Article, outlets map[string]string) article {
	art := article{alone: []*Source{{Article: a.ID, Outlet: a.Outlet, Date: a.Date, URL: a.URL}}}
	outlet, known := outlets[a.Outlet]
	if !known {
		outlet = strings.Join(fold(a.Outlet), " ")
		outlets[a.Outlet] = outlet
	}
	if art.outlet = outlet; outlet == "" {
		art.outlet = "\x00" + a.ID
	}
	return art
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
func voices(arts []article, list []int32) int32 {
	if len(list) < 2 {
		return int32(len(list))
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
	n := int32(0)
	for i := range list {
		if g.find(int32(i)) == int32(i) {
			n++
		}
	}
	return n
}
