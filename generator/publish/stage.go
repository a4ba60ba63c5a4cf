package publish

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"sync"
	"time"
)

// insideStage is the staging folder's name where it must lie in the output
// folder itself, because that is a mount of its own.
const insideStage = ".profilegen-staging"

// stage is the folder in which the new tree is made. Where it is kept between
// runs, it holds an older tree, most of which stays as it is: to link a handful
// of files is less work than to link all, and to remove the rest.
type stage struct {
	// root is the folder that holds both the staging and the output folder
	// (or is the output folder, where inside); base is the staging folder's
	// and into the output folder's name in it.
	root       *os.Root
	base, into string
	path       string // of the staging folder
	inside     bool
	kept       bool
	fresh      bool // nothing stood in it before this run
	lock       *os.File

	folders pathSet    // made already
	mu      sync.Mutex // one at a time clears away what stands in a folder's place
	// hands are in the staging tree, standingHands in the output folder.
	hands, standingHands hands
}

// placeStage says where the staging folder is: in the folder that the options
// name, if it can be swapped from there; else beside the output folder; else
// in it.
func (r *run) placeStage() *stage {
	parent, name := filepath.Dir(r.target), filepath.Base(r.target)
	s := &stage{base: besideName(name), into: name}
	if separateMount(r.target) {
		s.base, s.into, s.inside = insideStage, ".", true
		parent = r.target
	} else if r.Stage != "" {
		rel := ""
		whole, err := resolve(r.Stage)
		if err == nil {
			rel, err = filepath.Rel(parent, whole)
		}
		if err == nil && filepath.IsLocal(rel) && rel != "." && !within(whole, r.target) && !separateMount(whole) {
			s.base, s.kept = rel, true
		}
	}
	s.path = filepath.Join(parent, s.base)
	return s
}

func besideName(name string) string { return "." + name + ".staging" }

// leftover tells whether an earlier run was killed before it could clean up.
func (r *run) leftover() bool {
	for _, path := range []string{
		filepath.Join(filepath.Dir(r.target), besideName(filepath.Base(r.target))),
		filepath.Join(r.target, insideStage),
	} {
		if _, err := os.Lstat(path); !errors.Is(err, fs.ErrNotExist) {
			return true
		}
	}
	return false
}

// openStage waits until no other run is at work beside the output folder, makes
// the staging folder, and removes what a killed run left.
func (r *run) openStage(ctx context.Context) (*stage, error) {
	s := r.placeStage()
	parent := filepath.Dir(r.target)
	if parent == r.target {
		return nil, &Refused{"--output is the root of the file system", "choose an empty folder"}
	}
	if err := os.MkdirAll(parent, 0o755); err != nil {
		return nil, fmt.Errorf("making the output folder: %w", err)
	}
	var err error
	if s.lock, err = r.waitForLock(ctx, parent); err != nil {
		return nil, err
	}
	top := parent
	if s.inside {
		top = r.target
	}
	if s.root, err = os.OpenRoot(top); err == nil {
		err = s.prepare()
	}
	if err != nil {
		s.close()
		return nil, fmt.Errorf("preparing the staging folder: %w", err)
	}
	return s, nil
}

// waitForLock locks a folder that holds output folders. The lock ends with its
// process, however that ends.
func (r *run) waitForLock(ctx context.Context, dir string) (*os.File, error) {
	until := time.Now().Add(r.Wait)
	for {
		lock, err := lockFolder(dir)
		switch {
		case err == nil:
			return lock, nil
		case !errors.Is(err, errLocked):
			return nil, fmt.Errorf("locking the output folder: %w", err)
		case time.Now().After(until):
			return nil, &Refused{
				fmt.Sprintf("%s is locked by another run of profilegen%s", r.target, lockOwner(dir)),
				"wait until it is done, or stop it",
			}
		}
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-time.After(20 * time.Millisecond):
		}
	}
}

// prepare removes what a killed run left. The staging folder itself is made
// with its first file.
func (s *stage) prepare() error {
	beside := besideName(s.into)
	for _, old := range []string{beside, filepath.Join(s.into, insideStage), s.base + apartSuffix} {
		if err := s.root.RemoveAll(old); err != nil {
			return err
		}
	}
	info, err := s.root.Lstat(s.base)
	if err == nil && !info.IsDir() {
		err = s.root.Remove(s.base)
	}
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	s.fresh = err != nil || !info.IsDir()
	return nil
}

// close removes the staging folder unless it is kept, and lets the next run in.
func (s *stage) close() {
	s.letGo()
	if s.root != nil {
		if !s.kept {
			s.root.RemoveAll(s.base)
		}
		s.root.Close()
	}
	s.lock.Close()
}

// letGo closes the folders that are held open.
func (s *stage) letGo() {
	s.hands.drop()
	s.standingHands.drop()
}

// mkdir makes a folder of the new tree and those above it.
func (s *stage) mkdir(dir string) error {
	if s.folders.has(dir) {
		return nil
	}
	if dir == "." {
		return s.mkdirTop()
	}
	top := path.Dir(dir)
	if err := s.mkdir(top); err != nil {
		return err
	}
	err := s.in(top, func(h *hand) error { return h.root.Mkdir(path.Base(dir), 0o755) })
	if errors.Is(err, fs.ErrExist) {
		err = s.clear(dir)
	}
	if err == nil {
		s.folders.add(dir)
	}
	return err
}

// mkdirTop makes the staging folder itself, unless an older tree stands in it.
func (s *stage) mkdirTop() (err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.folders.has(".") {
		return nil
	}
	if s.fresh {
		err = s.makeTree(s.base)
	}
	if err == nil {
		s.folders.add(".")
	}
	return err
}

// clear sees to it that what stands at dir, of an older tree or made at the
// same moment, is a folder.
func (s *stage) clear(dir string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	name := s.staged(dir)
	if info, err := s.root.Lstat(name); err == nil && info.IsDir() {
		return nil
	}
	if err := s.root.RemoveAll(name); err != nil {
		return err
	}
	return s.root.Mkdir(name, 0o755)
}

// pathSet is a set of paths, for several goroutines.
type pathSet struct {
	mu    sync.Mutex
	paths map[string]struct{}
}

func (s *pathSet) has(path string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	_, has := s.paths[path]
	return has
}

func (s *pathSet) add(path string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.paths == nil {
		s.paths = map[string]struct{}{}
	}
	s.paths[path] = struct{}{}
}

func (s *pathSet) clear() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.paths = nil
}
