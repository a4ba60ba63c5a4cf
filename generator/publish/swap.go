package publish

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"sync/atomic"
)

// replace completes the new tree and puts it in the place of the old one.
func (r *run) replace(ctx context.Context, done []made, stale []string, entries record) error {
	if r.stage.inside {
		return r.replaceEach(ctx, done, stale, entries)
	}
	if err := r.complete(done); err != nil {
		return err
	}
	if err := r.stage.write(recordName, entries.format()); err != nil {
		return err
	}
	if err := r.stage.sync(); err != nil {
		return fmt.Errorf("waiting for the disk: %w", err)
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	err := r.swap()
	if errors.Is(err, errNoSwap) {
		return r.replaceEach(ctx, done, stale, entries)
	}
	if err != nil {
		return fmt.Errorf("putting the new site in the old one's place: %w", err)
	}
	return nil
}

// complete adds to the new tree what did not change and what is not ours.
func (r *run) complete(done []made) error {
	var failed atomic.Pointer[error]
	r.eachFile(func(i int) {
		if !done[i].same || failed.Load() != nil {
			return
		}
		if err := r.stage.keep(r.files[i].Path, 0); err != nil {
			failed.Store(&err)
		}
	})
	if err := failed.Load(); err != nil {
		return *err
	}
	return r.carry()
}

// carry adds what is not ours, in order, folders before what they hold, with
// their modes and times.
func (r *run) carry() error {
	s := r.stage
	paths := slices.Sorted(maps.Keys(r.foreign))
	for _, name := range paths {
		mode := r.foreign[name]
		if _, adopted := slices.BinarySearchFunc(r.files, name, func(f File, name string) int {
			return cmp.Compare(f.Path, name)
		}); adopted {
			continue
		}
		if !mode.IsDir() {
			if err := s.keep(name, mode); err != nil {
				return err
			}
		} else if err := s.mkdir(name); err != nil {
			return fmt.Errorf("keeping %s: %w", name, err)
		}
	}
	for _, name := range slices.Backward(paths) {
		if !r.foreign[name].IsDir() {
			continue
		}
		info, err := s.root.Lstat(s.standing(name))
		if err == nil {
			err = errors.Join(
				s.root.Chmod(s.staged(name), info.Mode().Perm()),
				s.root.Chtimes(s.staged(name), info.ModTime(), info.ModTime()),
			)
		}
		if err != nil {
			return fmt.Errorf("keeping %s: %w", name, err)
		}
	}
	return nil
}

// swap puts the staging folder in the output folder's place in one step and
// removes the old tree. What came into that meanwhile and is not ours is saved.
func (r *run) swap() error {
	s := r.stage
	info, err := s.root.Lstat(s.into)
	if errors.Is(err, fs.ErrNotExist) {
		// Something to swap with: the staging folder's name, and so its lock,
		// must not be free before this run is done.
		if err = s.root.Mkdir(s.into, 0o755); err == nil {
			info, err = s.root.Lstat(s.into)
		}
	}
	if err == nil {
		err = s.root.Chmod(s.base, info.Mode().Perm())
	}
	if err != nil {
		return err
	}
	// The old tree is about to stand under the staging name, which is what
	// other runs lock: it needs a lock before it does.
	old, err := lockFolder(r.target)
	if err != nil {
		return fmt.Errorf("locking the old tree: %w", err)
	}
	if err := exchange(s.path, r.target); err != nil {
		old.Close()
		return err
	}
	s.lock.Close()
	s.lock = old
	s.syncParent()
	r.removeOld(".")
	return nil
}

// removeOld removes a folder of the old tree. The new site stands already, so
// that nothing which goes wrong here fails the run: the next one cleans up.
func (r *run) removeOld(dir string) {
	s := r.stage
	file, err := s.root.Open(s.staged(dir))
	if err != nil {
		return
	}
	entries, _ := file.ReadDir(-1)
	file.Close()
	for _, e := range entries {
		name := path.Join(dir, e.Name())
		if e.IsDir() {
			r.removeOld(name)
			continue
		}
		_, ours := r.old[name]
		_, carried := r.foreign[name]
		if !ours && !carried && name != recordName && r.save(name) {
			continue
		}
		s.root.Remove(s.staged(name))
	}
	if dir != "." {
		s.root.Remove(s.staged(dir))
	}
}

// save moves a file that came into the old tree while the new one was made.
func (r *run) save(name string) bool {
	s := r.stage
	if _, err := s.root.Lstat(s.standing(name)); err == nil {
		return false
	}
	if err := s.root.MkdirAll(s.standing(path.Dir(name)), 0o755); err != nil {
		return false
	}
	return s.root.Rename(s.staged(name), s.standing(name)) == nil
}

// replaceEach puts the new files in their places one by one. It is for systems
// and mounts that cannot swap two folders: a kill may then leave new files
// beside old ones, each whole, and the next run completes it. The record goes
// first, with what was ours and what will be, so that nothing is forgotten.
func (r *run) replaceEach(ctx context.Context, done []made, stale []string, entries record) error {
	s := r.stage
	if err := s.root.MkdirAll(s.into, 0o755); err != nil {
		return fmt.Errorf("making the output folder: %w", err)
	}
	both := maps.Clone(entries)
	for _, name := range stale {
		both[name] = r.old[name]
	}
	if err := s.sync(); err != nil {
		return fmt.Errorf("waiting for the disk: %w", err)
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if err := s.writeRecord(both); err != nil {
		return err
	}
	// A file gone may be a folder now, or the other way round.
	for _, name := range stale {
		if i, found := slices.BinarySearchFunc(r.files, name, func(f File, name string) int {
			return strings.Compare(f.Path, name)
		}); !found && r.blocks(name, i) {
			s.removeStale(name)
		}
	}
	for i, f := range r.files {
		if done[i].same {
			continue
		}
		if err := s.root.MkdirAll(s.standing(path.Dir(f.Path)), 0o755); err != nil {
			return fmt.Errorf("writing %s: %w", f.Path, err)
		}
		if err := s.root.Rename(s.staged(f.Path), s.standing(f.Path)); err != nil {
			return fmt.Errorf("writing %s: %w", f.Path, err)
		}
	}
	for _, name := range stale {
		s.removeStale(name)
	}
	if err := s.writeRecord(entries); err != nil {
		return err
	}
	return s.sync()
}

// blocks tells whether a stale file stands where the site has a folder now, or
// in a folder where it has a file. i is where name would stand among the files.
func (r *run) blocks(name string, i int) bool {
	if i < len(r.files) && strings.HasPrefix(r.files[i].Path, name+"/") {
		return true
	}
	for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
		if _, found := slices.BinarySearchFunc(r.files, dir, func(f File, dir string) int {
			return strings.Compare(f.Path, dir)
		}); found {
			return true
		}
	}
	return false
}

// writeRecord puts a record into the output folder.
func (s *stage) writeRecord(entries record) error {
	s.root.Remove(s.staged(recordName))
	if err := s.write(recordName, entries.format()); err != nil {
		return err
	}
	if err := s.root.Rename(s.staged(recordName), s.standing(recordName)); err != nil {
		return fmt.Errorf("writing the record: %w", err)
	}
	return nil
}

// removeStale removes a file of the output folder and the folders that it
// leaves empty.
func (s *stage) removeStale(name string) {
	s.root.Remove(s.standing(name))
	for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
		if s.root.Remove(s.standing(dir)) != nil {
			return
		}
	}
}

// sync waits until the new tree is on the disk.
func (s *stage) sync() error { return syncFolder(s.path) }

// syncParent waits until the swap itself is on the disk. The swap is done, so
// that an error here could not be told without saying that it was not.
func (s *stage) syncParent() {
	if parent, err := s.root.Open("."); err == nil {
		parent.Sync()
		parent.Close()
	}
}
