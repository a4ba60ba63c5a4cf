package publish

import (
	"os"
	"sync"
)

// hands hold folders of the staging tree open: neighbouring files, which are
// made one after the other, are reached without going there from the top.
type hands struct {
	mu   sync.Mutex
	free []hand
}

type hand struct {
	dir  string
	root *os.Root
}

// in calls do with a folder of the staging tree, which must be there.
func (s *stage) in(dir string, do func(folder *os.Root) error) error {
	h, err := s.hands.take(s, dir)
	if err != nil {
		return err
	}
	defer s.hands.give(h)
	return do(h.root)
}

// take gives a hand in dir: one that is free there, else another one, moved.
func (hs *hands) take(s *stage, dir string) (hand, error) {
	hs.mu.Lock()
	var h hand
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
	if h.root != nil && h.dir == dir {
		return h, nil
	}
	if h.root != nil {
		h.root.Close()
	}
	root, err := s.root.OpenRoot(s.staged(dir))
	return hand{dir, root}, err
}

func (hs *hands) give(h hand) {
	hs.mu.Lock()
	hs.free = append(hs.free, h)
	hs.mu.Unlock()
}

// drop lets go of all folders: before the tree is moved or changed otherwise.
func (hs *hands) drop() {
	hs.mu.Lock()
	defer hs.mu.Unlock()
	for _, h := range hs.free {
		h.root.Close()
	}
	hs.free = nil
}
