package publish

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"sync"
	"time"

	"profilegen/generator/cache"
)

// hands hold folders of a tree open: neighbouring files, which are made one
// after the other, are reached without going there from the top.
type hands struct {
	mu   sync.Mutex
	free []*hand
}

type hand struct {
	dir  string
	root *os.Root
	file *os.File // the folder itself; nil until it is asked for
}

// errSlow tells that the system has no short way.
var errSlow = errors.New("only through os.Root")

// in calls do with a hand in a folder dir of a tree, which is base under root.
func (hs *hands) in(root *os.Root, base, dir string, do func(h *hand) error) error {
	h, err := hs.take(root, base, dir)
	if err != nil {
		return err
	}
	defer hs.give(h)
	return do(h)
}

// in calls do with a hand in a folder of the staging tree, which must be there.
func (s *stage) in(dir string, do func(h *hand) error) error {
	return s.hands.in(s.root, s.base, dir, do)
}

// link makes a file of the output folder one of the staging tree too. dir is a
// folder of both, name the way from it to the file.
func (s *stage) link(dir, name string) error {
	return s.standingHands.in(s.root, s.into, dir, func(from *hand) error {
		return s.in(dir, func(to *hand) error {
			if err := errors.Join(from.open(), to.open()); err != nil {
				return err
			}
			return linkAt(from.file, to.file, name)
		})
	})
}

// stamp takes the stamp of a plain file of the output folder; false where there
// is none.
func (s *stage) stamp(name string) (stamp cache.Stamp, ok bool) {
	top, within := above(name)
	h, err := s.standingHands.take(s.root, s.into, top)
	if err != nil {
		return stamp, false
	}
	defer s.standingHands.give(h)
	if h.open() != nil {
		return stamp, false
	}
	return cache.StampAt(h.file, within)
}

// list gives what a folder dir of a tree holds, which is base under root, and when
// the folder was changed last.
func (hs *hands) list(root *os.Root, base, dir string) (at time.Time, entries []fs.DirEntry, err error) {
	folder, err := hs.folder(root, base, dir)
	if err != nil {
		return at, nil, err
	}
	defer folder.Close()
	info, err := folder.Stat()
	if err != nil {
		return at, nil, err
	}
	entries, err = folder.ReadDir(-1)
	return info.ModTime(), entries, err
}

// folder opens a folder dir of a tree, which is base under root: from the folder
// above it, where that is the short way.
func (hs *hands) folder(root *os.Root, base, dir string) (*os.File, error) {
	if dir == "." {
		return root.Open(base)
	}
	h, err := hs.take(root, base, path.Dir(dir))
	if err != nil {
		return nil, err
	}
	defer hs.give(h)
	if err := h.open(); err != nil {
		return nil, err
	}
	folder, err := openFolderAt(h.file, path.Base(dir))
	if errors.Is(err, errSlow) {
		return h.root.Open(path.Base(dir))
	}
	return folder, err
}

// create makes a file under the hand's folder: the short way where the system
// has one.
func (h *hand) create(name string, mode fs.FileMode) (*os.File, error) {
	if err := h.open(); err != nil {
		return nil, err
	}
	file, err := createAt(h.file, name, mode)
	if errors.Is(err, errSlow) {
		return h.root.OpenFile(filepath.FromSlash(name), createNew, mode)
	}
	return file, err
}

func (h *hand) open() (err error) {
	if h.file == nil {
		h.file, err = h.root.Open(".")
	}
	return err
}

func (h *hand) close() {
	if h.file != nil {
		h.file.Close()
	}
	if h.root != nil {
		h.root.Close()
	}
}

// take gives a hand in a folder: one that is free there, else another one, moved.
func (hs *hands) take(root *os.Root, base, dir string) (*hand, error) {
	hs.mu.Lock()
	var h *hand
	if n := len(hs.free); n > 0 {
		at := n - 1
		for i := range hs.free {
			if hs.free[i].dir == dir {
				at = i
			}
		}
		h = hs.free[at]
		hs.free[at] = hs.free[n-1]
		hs.free = hs.free[:n-1]
	}
	hs.mu.Unlock()
	switch {
	case h == nil:
		h = &hand{}
	case h.dir == dir:
		return h, nil
	}
	h.close()
	folder, err := root.OpenRoot(filepath.Join(base, filepath.FromSlash(dir)))
	*h = hand{dir: dir, root: folder}
	return h, err
}

func (hs *hands) give(h *hand) {
	hs.mu.Lock()
	hs.free = append(hs.free, h)
	hs.mu.Unlock()
}

// drop lets go of all folders: before the tree is moved or changed otherwise.
func (hs *hands) drop() {
	hs.mu.Lock()
	defer hs.mu.Unlock()
	for i := range hs.free {
		hs.free[i].close()
	}
	hs.free = nil
}
