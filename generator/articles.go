package generator

import (
	"crypto/sha256"
	"encoding/binary"
	"strconv"
	"sync"

	"profilegen/generator/cache"
	"profilegen/generator/claim"
	"profilegen/generator/content"
	"profilegen/generator/diag"
	"profilegen/generator/extract"
	"profilegen/generator/profile"
)

// articles is the stage that reads and extracts: while a file's text is at
// hand, its claims are made, and the text is let go of. Results are remembered
// in memory between runs and on disk between programs.
type articles struct {
	p         *Pipeline
	extractor *extract.Extractor
	language  string // the site's
	changed   map[string]bool
	stopped   func() bool // tells that nobody wants the results any more

	mu sync.Mutex
	// now and before have what this run and the last one asked for: what
	// nobody asked for in between is forgotten.
	now, before memory
	// inputs have the hashes of a run that has let go of all else that it read.
	inputs []input

	coders, decoders sync.Pool // of *coder, for their memory
}

// memory is what is remembered of files by path, and of articles by key.
type memory struct {
	files   map[string]fileMemory
	results map[cache.Key]*extract.Result
}

// fileMemory is one parsed file; an article is without its text.
type fileMemory struct {
	hash     [32]byte
	document content.Document
	text     [32]byte // hash of an article's text
	// result is what was extracted from an article; nil where nobody asked.
	result *extract.Result
	// textless: the file was another when its text was asked for.
	textless bool
	// shown is the article as the site of the last run has it.
	shown *content.Article
}

func newMemory() memory {
	return memory{map[string]fileMemory{}, map[cache.Key]*extract.Result{}}
}

// expect makes room for so many files, if none was read yet.
func (s *articles) expect(files int) {
	if len(s.now.files) == 0 {
		s.now = memory{make(map[string]fileMemory, files), make(map[cache.Key]*extract.Result, files)}
	}
}

// begin starts a run. changed are the files that may differ from those of the
// last run; nil where it may be all of them.
func (s *articles) begin(p *Pipeline, x *extract.Extractor, changed map[string]bool) {
	s.p, s.extractor, s.changed = p, x, changed
	if changed != nil {
		for file := range changed {
			if f, ok := s.now.files[file]; ok && f.document.Article != nil {
				delete(s.now.results, s.key(f.document.Article, f.text))
			}
			delete(s.now.files, file)
		}
		return // all else is as it was
	}
	s.before, s.now, s.inputs = s.now, newMemory(), nil
	s.language = p.language()
}

// language gives the site's language before the first article is read. The
// loader tells what is wrong with the settings.
func (p *Pipeline) language() string {
	language := content.DefaultSettings().Language
	if info, err := p.root.Lstat("profilegen.yaml"); err != nil || !info.Mode().IsRegular() {
		return language // a pipe would never end
	}
	if raw, err := p.root.ReadFile("profilegen.yaml"); err == nil {
		settings, _ := content.ParseSettings("profilegen.yaml", raw)
		language = settings.Language
	}
	return language
}

func (s *articles) memo() content.Memo {
	return content.Memo{Known: s.known, Recall: s.recall, Keep: s.keep}
}

// known gives a parsed file that did not change since the last run. Once
// nobody wants the site any more, no further file is read.
func (s *articles) known(file string) (content.Document, bool) {
	if s.stopped() {
		return content.Document{}, true
	}
	if s.changed == nil || s.changed[file] {
		return content.Document{}, false
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	f, ok := s.now.files[file]
	if f.shown != nil {
		return content.Document{Article: f.shown, Problems: f.document.Problems}, ok
	}
	return f.document, ok
}

// recall gives a parsed file of the same bytes, if its claims are known too.
func (s *articles) recall(file string, hash [32]byte) (content.Document, bool) {
	s.mu.Lock()
	f, ok := s.before.files[file]
	s.mu.Unlock()
	if !ok || f.hash != hash {
		if f, ok = s.loadFile(file, hash); !ok {
			return content.Document{}, false
		}
	}
	if a := f.document.Article; a != nil && s.wanted(a) {
		key := s.key(a, f.text)
		s.mu.Lock()
		result, ok := s.before.results[key]
		s.mu.Unlock()
		if !ok {
			if result, ok = s.loadResult(key); !ok {
				return content.Document{}, false
			}
		}
		s.remember(key, result)
		f.result = result
	}
	s.mu.Lock()
	s.now.files[file] = f
	s.mu.Unlock()
	return f.document, true
}

// keep takes a file that was just parsed, makes the claims of an article, and
// lets go of its text.
func (s *articles) keep(file string, hash [32]byte, d content.Document) {
	f := fileMemory{hash: hash, document: d}
	if a := d.Article; a != nil {
		f.text = s.hash(a.Text)
		if s.wanted(a) {
			key := s.key(a, f.text)
			s.mu.Lock()
			result, ok := s.before.results[key]
			s.mu.Unlock()
			if !ok {
				if result, ok = s.loadResult(key); !ok {
					result = s.extract(key, a)
				}
			}
			s.remember(key, result)
			f.result = result
		}
		a.Text = ""
	}
	s.mu.Lock()
	s.now.files[file] = f
	count := len(s.now.files)
	s.mu.Unlock()
	s.saveFile(file, f)
	if s.p.Progress != nil {
		s.p.Progress("reading", count, 0)
	}
}

// hash is that of a text, which is not copied into memory of its own for it.
func (s *articles) hash(text string) [32]byte {
	c := s.coder()
	defer s.coders.Put(c)
	c.room = append(c.room[:0], text...)
	return sha256.Sum256(c.room)
}

// wanted tells whether an article's claims are asked for.
func (s *articles) wanted(a *content.Article) bool { return s.p.Drafts || !a.Draft }

func (s *articles) remember(key cache.Key, result *extract.Result) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.now.results[key] = result
}

// extract makes the claims of an article. What it keeps has no part of the
// text's memory.
func (s *articles) extract(key cache.Key, a *content.Article) *extract.Result {
	made := s.extractor.Extract(s.toExtract(a))
	c := s.coder()
	defer s.coders.Put(c)
	s.p.cache.Put("claims", key, c.keepResult(&made))
	return &made
}

// coder gives one to write with, to be put back.
func (s *articles) coder() *coder {
	if c, ok := s.coders.Get().(*coder); ok {
		return c
	}
	return newCoder()
}

// decode reads what was extracted.
func (s *articles) decode(raw []byte) (*extract.Result, bool) {
	c, _ := s.decoders.Get().(*coder)
	if c == nil {
		c = newDecoder()
	}
	defer s.decoders.Put(c)
	return c.decode(raw)
}

func (s *articles) toExtract(a *content.Article) extract.Article {
	language := a.Language
	if language == "" {
		language = s.language
	}
	return extract.Article{ID: a.ID, Date: a.Date, Language: language, Text: a.Text, Markdown: a.Format == content.Markdown}
}

// key covers all that the extractor reads of an article.
func (s *articles) key(a *content.Article, text [32]byte) cache.Key {
	e := s.toExtract(a)
	c := s.coder()
	defer s.coders.Put(c)
	c.room = appendTexts(c.room[:0], s.extractor.Version(), e.ID, e.Language)
	c.room = strconv.AppendBool(e.Date.Append(c.room), e.Markdown)
	return sha256.Sum256(append(c.room, text[:]...))
}

// appendTexts adds texts to what is hashed so that no two lists of texts are
// alike.
func appendTexts(to []byte, texts ...string) []byte {
	for _, text := range texts {
		to = binary.LittleEndian.AppendUint64(to, uint64(len(text)))
		to = append(to, text...)
	}
	return to
}

// input puts together what the merge reads. given has the claims that take the
// place of the extracted ones, by article; nil where there are none.
func (s *articles) input(site *content.Site, given map[string][]claim.Claim) (profile.Input, []diag.Problem) {
	in := profile.Input{Site: site, Drafts: s.p.Drafts, RoleNames: s.extractor.RoleNames(), Articles: make([]profile.Article, 0, len(site.Articles))}
	for _, a := range site.Articles {
		article := profile.Article{Article: a}
		f := s.now.files[a.File]
		if f.result != nil {
			article.Claims, article.Sentences = f.result.Claims, f.result.Sentences
		}
		if f.document.Article != nil && f.shown != a {
			f.shown = a
			s.now.files[a.File] = f
		}
		if given != nil {
			article.Claims = given[a.ID]
			delete(given, a.ID)
		}
		in.Articles = append(in.Articles, article)
	}
	return in, strayClaims(given)
}

// result gives what was extracted from an article of this run.
func (s *articles) result(a *content.Article) *extract.Result {
	return s.now.files[a.File].result
}
