package generator

import (
	"bufio"
	"crypto/sha256"
	"encoding/binary"
	"reflect"
	"slices"
	"strings"

	"profilegen/generator/cache"
	"profilegen/generator/content"
	"profilegen/generator/extract"
	"profilegen/generator/profile"
)

// Many edits say nothing new: a sentence that tells of nobody, a misprint.
// Where an article has the same claims in the same places, nothing is shown of
// its text beside them, and the same articles are copies of one another, no
// later stage is given anything else than the last time: the site stands.

// mostUnmoved is how many articles may have changed for that to be tried.
const mostUnmoved = 50

// told is what is remembered of the articles of a build beside their claims:
// their files, in the order of the merge, and the hashes of their sentences.
type told struct {
	files     []string
	sentences [][]uint64
}

func newTold(articles []profile.Article) told {
	t := told{make([]string, len(articles)), make([][]uint64, len(articles))}
	for i := range articles {
		t.files[i], t.sentences[i] = articles[i].File, articles[i].Sentences
	}
	return t
}

func (t told) write(w *bufio.Writer) error {
	for i, file := range t.files {
		writeText(w, file)
		writeCount(w, len(t.sentences[i]))
		for _, s := range t.sentences[i] {
			w.Write(binary.LittleEndian.AppendUint64(w.AvailableBuffer(), s))
		}
	}
	return nil // the writer keeps its first error
}

// decodeTold reads what write wrote; anything else is empty.
func decodeTold(raw []byte) told {
	var t told
	text := string(raw)
	for at := 0; at < len(raw); {
		size, n := binary.Uvarint(raw[at:])
		if at += n; n <= 0 || size > uint64(len(raw)-at) {
			return told{}
		}
		t.files = append(t.files, text[at:at+int(size)])
		at += int(size)
		count, n := binary.Uvarint(raw[at:])
		if at += n; n <= 0 || count > uint64(len(raw)-at)/8 {
			return told{}
		}
		list := make([]uint64, count)
		for i := range list {
			list[i] = binary.LittleEndian.Uint64(raw[at+8*i:])
		}
		t.sentences = append(t.sentences, list)
		at += 8 * len(list)
	}
	return t
}

// unmoved tells whether the inputs that changed are articles that say what they
// said, and gives what is to be remembered of all articles then. before are the
// inputs of the last build, in the same order.
func (p *Pipeline) unmoved(changed []int, inputs, before []input) (told, bool) {
	if len(p.Claims) > 0 || len(changed) > mostUnmoved ||
		slices.ContainsFunc(changed, func(i int) bool { return !strings.HasPrefix(inputs[i].Path, "content/articles/") }) {
		return told{}, false
	}
	was := decodeTold(cache.ReadState(p.cacheFolder(), p.stateName("told")))
	extractor, problems := p.extractor()
	if len(problems) > 0 {
		return told{}, false
	}
	p.openCache()
	p.articles.begin(p, extractor, nil)
	now := told{was.files, slices.Clone(was.sentences)}
	for _, i := range changed {
		at := slices.Index(was.files, inputs[i].Path)
		if at < 0 {
			return told{}, false
		}
		var same bool
		if now.sentences[at], same = p.articles.saysTheSame(&inputs[i], before[i].Hash); !same {
			return told{}, false
		}
	}
	return now, slices.Equal(profile.CopyGroups(was.sentences), profile.CopyGroups(now.sentences))
}

// saysTheSame reads and extracts an article that changed, and holds it against
// what was remembered of the file with the hash that it had.
func (s *articles) saysTheSame(in *input, hash [32]byte) (sentences []uint64, same bool) {
	old, ok := s.loadFile(in.Path, hash)
	if !ok || !quiet(old.document) {
		return nil, false
	}
	result, ok := s.loadResult(s.key(old.document.Article, old.text))
	if !ok {
		return nil, false
	}
	var now fileMemory
	in.Hash, ok = s.readAgain(in.Path, &now)
	if !ok || !quiet(now.document) || now.result == nil || !sameButText(old.document.Article, now.document.Article) {
		return nil, false
	}
	return now.result.Sentences, sameClaims(result, now.result)
}

// readAgain reads a file as the loader would, and remembers it.
func (s *articles) readAgain(file string, f *fileMemory) (hash [32]byte, ok bool) {
	raw, err := s.p.root.ReadFile(file)
	if err != nil {
		return hash, false
	}
	hash = sha256.Sum256(raw)
	var d content.Document
	d.Article, d.Problems = content.ParseArticle(file, raw)
	if d.Article == nil {
		return hash, false
	}
	s.keep(file, hash, d)
	*f = s.now.files[file]
	// As it comes out of the cache, to be held against what does.
	stored, found := s.loadFile(file, hash)
	f.document = stored.document
	return hash, found
}

// quiet tells of an article of which nothing is shown but claims, and of which
// nothing is to be told.
func quiet(d content.Document) bool {
	return d.Article != nil && !d.Article.FullText && !d.Article.Draft && len(d.Problems) == 0
}

func sameButText(a, b *content.Article) bool {
	x, y := *a, *b
	x.Hash, y.Hash, x.Text, y.Text = [32]byte{}, [32]byte{}, "", ""
	return reflect.DeepEqual(x, y)
}

func sameClaims(a, b *extract.Result) bool { return reflect.DeepEqual(a.Claims, b.Claims) }
