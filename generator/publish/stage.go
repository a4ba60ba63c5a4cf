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

// stage is the folder in which the new tree is made. Its lock, which the
// system lets go of when a process dies, keeps other runs out.
type stage struct {
	// root is the folder that holds both the staging and the output folder
	// (or is the output folder, where inside); base is the staging folder's
	// and into the output folder's name in it.
	root       *os.Root
	base, into string
	path       string // of the staging folder
	inside     bool
	lock       *os.File

	mu      sync.Mutex
	folders map[string]bool // made already
}

func (r *run) stagePath() (dir, base string, inside bool) {
	if separateMount(r.target) {
		return r.target, insideStage, true
	}
	dir, name := filepath.Split(r.target)
	return filepath.Clean(dir), "." + name + ".staging", false
}

// leftover tells whether an earlier run was killed before it could clean up.
func (r *run) leftover() bool {
	dir, base, _ := r.stagePath()
	_, err := os.Lstat(filepath.Join(dir, base))
	return !errors.Is(err, fs.ErrNotExist)
}

// openStage makes the staging folder and locks it, once no other run has it,
// and removes what a killed run left in it.
func (r *run) openStage(ctx context.Context) (*stage, error) {
	dir, base, inside := r.stagePath()
	if base == "" || dir == r.target && !inside {
		return nil, &Refused{"--output is the root of the file system", "choose an empty folder"}
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, fmt.Errorf("making the output folder: %w", err)
	}
	s := &stage{base: base, into: filepath.Base(r.target), path: filepath.Join(dir, base), inside: inside, folders: map[string]bool{".": true}}
	if inside {
		s.into = "."
	}
	until := time.Now().Add(r.Wait)
	for {
		got, err := s.tryLock()
		if err != nil {
			return nil, fmt.Errorf("making the staging folder: %w", err)
		}
		if got {
			break
		}
		if time.Now().After(until) {
			return nil, &Refused{
				fmt.Sprintf("%s is locked by another run of profilegen%s", r.target, lockOwner(s.path)),
				"wait until it is done, or stop it",
			}
		}
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-time.After(20 * time.Millisecond):
		}
	}
	var err error
	if s.root, err = os.OpenRoot(dir); err == nil {
		err = s.empty()
	}
	if err != nil {
		s.close()
		return nil, fmt.Errorf("preparing the staging folder: %w", err)
	}
	return s, nil
}

// tryLock makes and locks the staging folder; false where another run has it.
func (s *stage) tryLock() (bool, error) {
	if err := os.Mkdir(s.path, 0o755); err != nil && !errors.Is(err, fs.ErrExist) {
		return false, err
	}
	lock, err := lockFolder(s.path)
	if errors.Is(err, errLocked) || errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	// The folder may have been swapped or removed before the lock was had.
	mine, err1 := lock.Stat()
	now, err2 := os.Lstat(s.path)
	if err1 != nil || err2 != nil || !os.SameFile(mine, now) {
		lock.Close()
		return false, nil
	}
	s.lock = lock
	return true, nil
}

// empty removes what is in the staging folder.
func (s *stage) empty() error {
	file, err := s.root.Open(s.base)
	if err != nil {
		return err
	}
	names, err := file.Readdirnames(-1)
	file.Close()
	if err != nil {
		return err
	}
	for _, name := range names {
		if err := s.root.RemoveAll(filepath.Join(s.base, name)); err != nil {
			return err
		}
	}
	return nil
}

// close removes the staging folder and lets the next run in.
func (s *stage) close() {
	if s.root != nil {
		s.root.RemoveAll(s.base)
		s.root.Close()
	}
	s.lock.Close()
}

// mkdir makes a folder of the new tree and those above it.
func (s *stage) mkdir(dir string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.mkdirLocked(dir)
}

func (s *stage) mkdirLocked(dir string) error {
	if s.folders[dir] {
		return nil
	}
	if err := s.mkdirLocked(path.Dir(dir)); err != nil {
		return err
	}
	if err := s.root.Mkdir(s.staged(dir), 0o755); err != nil {
		return err
	}
	s.folders[dir] = true
	return nil
}

// staged and standing give a file's name under root, in the staging folder and
// in the output folder.
func (s *stage) staged(path string) string   { return filepath.Join(s.base, filepath.FromSlash(path)) }
func (s *stage) standing(path string) string { return filepath.Join(s.into, filepath.FromSlash(path)) }

// write puts a file into the staging folder.
func (s *stage) write(name string, raw []byte) error {
	if err := s.mkdir(path.Dir(name)); err != nil {
		return fmt.Errorf("writing %s: %w", name, err)
	}
	file, err := s.root.OpenFile(s.staged(name), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return fmt.Errorf("writing %s: %w", name, err)
	}
	_, err = file.Write(raw)
	if closed := file.Close(); err == nil {
		err = closed
	}
	if err != nil {
		return fmt.Errorf("writing %s: %w", name, err)
	}
	return nil
}

// keep puts a file that stands in the output folder into the new tree as it
// is: by a hard link, or by a copy where the system refuses one.
func (s *stage) keep(name string, mode fs.FileMode) error {
	if err := s.mkdir(path.Dir(name)); err != nil {
		return fmt.Errorf("keeping %s: %w", name, err)
	}
	if s.root.Link(s.standing(name), s.staged(name)) == nil {
		return nil
	}
	if err := s.copy(name, mode); err != nil {
		return fmt.Errorf("keeping %s: %w", name, err)
	}
	return nil
}

func (s *stage) copy(name string, mode fs.FileMode) error {
	switch {
	case mode&fs.ModeSymlink != 0:
		to, err := s.root.Readlink(s.standing(name))
		if err != nil {
			return err
		}
		return s.root.Symlink(to, s.staged(name))
	case !mode.IsRegular():
		return errors.New("neither a file, a folder nor a link, and it cannot be linked")
	}
	info, err := s.root.Lstat(s.standing(name))
	if err != nil {
		return err
	}
	from, err := s.root.Open(s.standing(name))
	if err != nil {
		return err
	}
	defer from.Close()
	to, err := s.root.OpenFile(s.staged(name), os.O_WRONLY|os.O_CREATE|os.O_EXCL, info.Mode().Perm())
	if err != nil {
		return err
	}
	_, err = to.ReadFrom(from)
	if closed := to.Close(); err == nil {
		err = closed
	}
	if err != nil {
		return err
	}
	return s.root.Chtimes(s.staged(name), info.ModTime(), info.ModTime())
}
