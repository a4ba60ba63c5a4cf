package generator

import (
	"crypto/sha256"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"

	"profilegen/generator/cache"
	"profilegen/generator/content"
)

// A build whose inputs are those of the last one into the same folder has
// nothing to do but to look whether that folder stands as it was left. What
// such a look needs is every file that a build reads, as it was found.

// input is one file that a build reads.
type input struct {
	Path  string
	Stamp cache.Stamp
	Hash  [32]byte // of the file's bytes; zero until it is asked for
	// Fresh tells that the file was written so shortly before it was looked at
	// that a later write need not show in its stamp.
	Fresh bool
	// read tells that the hash is that of the bytes that the loader read.
	read bool
}

// inputPlaces are the files and folders of a site that a build reads.
var inputPlaces = [...]string{"profilegen.yaml", "content", "layouts", "lexicon", "static"}

// settled is how long ago a file must have been written for its stamp to tell
// it from a later one: more than the coarsest clock of a file system in use.
const settled = 2 * time.Second

// findInputs lists every file that a build reads, by path; false where a link
// or something that is no file stands among them, so that stamps do not tell.
func (p *Pipeline) findInputs() ([]input, bool) {
	w := p.newWalk()
	for _, place := range inputPlaces {
		w.place(place)
	}
	w.group.Wait()
	for _, file := range p.Claims {
		info, err := os.Lstat(file)
		if err != nil {
			return nil, false
		}
		if in, ok := w.look(file, info.Mode(), cache.StampOf(info)); ok {
			w.note([]input{in}, false)
		}
	}
	w.group.Wait()
	found := slices.Concat(w.found...)
	slices.SortFunc(found, func(a, b input) int { return strings.Compare(a.Path, b.Path) })
	return found, !w.odd
}

// inputWalk goes through folders on several cores.
type inputWalk struct {
	source  string
	now     time.Time
	folders bool // lists folders too, and what is no file, as of noFile bytes
	limit   chan struct{}
	group   sync.WaitGroup

	mu    sync.Mutex
	found [][]input // in parts
	count int
	odd   bool // there is something that is neither a file nor a folder, or cannot be read
}

func (p *Pipeline) newWalk() *inputWalk {
	return &inputWalk{source: p.Source, now: time.Now(), limit: make(chan struct{}, p.Jobs)}
}

// place looks at a file or a folder, where there is one.
func (w *inputWalk) place(name string) {
	info, err := os.Lstat(filepath.Join(w.source, filepath.FromSlash(name)))
	if err != nil {
		return
	}
	if in, ok := w.look(name, info.Mode(), cache.StampOf(info)); ok {
		w.note([]input{in}, false)
	}
}

// look gives what is at a path, of which the stamp is for a file alone; a folder's
// own entries are looked at meanwhile.
func (w *inputWalk) look(name string, mode fs.FileMode, stamp cache.Stamp) (in input, ok bool) {
	in.Path = name
	switch {
	case mode.IsRegular():
		in.Stamp = stamp
		in.Fresh = w.now.UnixNano()-max(in.Stamp.Modified, in.Stamp.Changed) < int64(settled)
		return in, true
	case mode.IsDir():
		w.group.Go(func() { w.folder(name) })
	default:
		w.note(nil, true)
	}
	in.Stamp.Size = noFile
	return in, w.folders
}

func (w *inputWalk) note(found []input, odd bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.found, w.count = append(w.found, found), w.count+len(found)
	w.odd = w.odd || odd
}

// lookedAtOnce is how many entries of a folder one core looks at before it asks
// for more.
const lookedAtOnce = 256

func (w *inputWalk) folder(name string) {
	w.limit <- struct{}{}
	folder, err := os.Open(filepath.Join(w.source, filepath.FromSlash(name)))
	var entries []fs.DirEntry
	if err == nil {
		defer folder.Close()
		entries, err = folder.ReadDir(-1)
	}
	<-w.limit
	if err != nil {
		w.note(nil, true)
	}
	var parts sync.WaitGroup
	for part := range slices.Chunk(entries, lookedAtOnce) {
		parts.Go(func() { w.entries(name, folder, part) })
	}
	parts.Wait()
}

func (w *inputWalk) entries(name string, folder *os.File, entries []fs.DirEntry) {
	w.limit <- struct{}{}
	defer func() { <-w.limit }()
	found, odd := make([]input, 0, len(entries)), false
	for _, e := range entries {
		if passedOver(name, e.Name()) {
			continue
		}
		var stamp cache.Stamp
		if e.Type().IsRegular() {
			var there bool
			if stamp, there = cache.StampAt(folder, e.Name()); !there {
				odd = true
				continue
			}
		}
		if in, ok := w.look(name+"/"+e.Name(), e.Type(), stamp); ok {
			found = append(found, in)
		}
	}
	w.note(found, odd)
}

// passedOver tells of what editors and systems leave in a folder of the site:
// no build reads it.
func passedOver(folder, name string) bool {
	if under(folder, "static") {
		return content.Leftover(name)
	}
	return content.Foreign(name)
}

// changedInputs gives the places of the files that are not those of before, by
// their stamps or, where these do not tell, by their bytes; false where files
// came or went. The others are given their hashes.
func (p *Pipeline) changedInputs(now, before []input) (changed []int, ok bool) {
	if len(now) != len(before) {
		return nil, false
	}
	var doubtful []int
	for i := range now {
		in, old := &now[i], &before[i]
		if in.Path != old.Path {
			return nil, false
		}
		if in.Stamp != old.Stamp || old.Fresh {
			doubtful = append(doubtful, i)
			continue
		}
		in.Hash = old.Hash
	}
	var group errgroup.Group
	group.SetLimit(p.Jobs)
	for part := range slices.Chunk(doubtful, hashedAtOnce) {
		group.Go(func() error {
			for _, i := range part {
				var err error
				if now[i].Hash, err = p.hashInput(now[i].Path); err != nil {
					return err
				}
			}
			return nil
		})
	}
	if group.Wait() != nil {
		return nil, false
	}
	for _, i := range doubtful {
		if now[i].Hash != before[i].Hash {
			changed = append(changed, i)
		}
	}
	return changed, true
}

// hashedAtOnce is how many files one core hashes before it asks for more.
const hashedAtOnce = 32

func (p *Pipeline) hashInput(name string) ([32]byte, error) {
	raw, err := os.ReadFile(p.inputFile(name))
	return sha256.Sum256(raw), err
}

// inputFile gives the file of an input: one of the site, or one of claims.
func (p *Pipeline) inputFile(name string) string {
	if slices.Contains(p.Claims, name) {
		return name
	}
	return filepath.Join(p.Source, filepath.FromSlash(name))
}

// hashInputs fills in the hashes of what the loader did not read, which must not
// have changed since the build looked at it first.
func (p *Pipeline) hashInputs(list []input) error {
	for i := range list {
		in := &list[i]
		if in.read {
			continue
		}
		var err error
		if in.Hash, err = p.hashInput(in.Path); err != nil {
			return err
		}
		info, err := os.Lstat(p.inputFile(in.Path))
		if err != nil {
			return err
		}
		if cache.StampOf(info) != in.Stamp {
			return fmt.Errorf("%s changed while the site was built", in.Path)
		}
	}
	return nil
}

// HasContent tells whether a folder holds a site.
func HasContent(source string) bool {
	info, err := os.Stat(filepath.Join(source, "content"))
	return err == nil && info.IsDir()
}
