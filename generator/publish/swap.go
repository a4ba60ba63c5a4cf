package publish

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"sync"
	"sync/atomic"
	"time"
)

// replace completes the new tree and puts it in the place of the old one:
// whole, which it tells, or file by file where the system cannot.
func (r *run) replace(ctx context.Context, stale []string) (swapped bool, err error) {
	if err := r.stage.mkdir("."); err != nil {
		return false, fmt.Errorf("making the staging folder: %w", err)
	}
	if r.stage.inside {
		return false, r.replaceEach(ctx, stale)
	}
	if err := r.complete(ctx); err != nil {
		return false, err
	}
	if err := r.stage.writeRecord(r.entries(nil)); err != nil {
		return false, err
	}
	if err := r.stage.sync(); err != nil {
		return false, fmt.Errorf("waiting for the disk: %w", err)
	}
	if err := ctx.Err(); err != nil {
		return false, err
	}
	err = r.swap()
	if errors.Is(err, errNoSwap) {
		return false, r.replaceEach(ctx, stale)
	}
	if err != nil {
		return false, fmt.Errorf("putting the new site in the old one's place: %w", err)
	}
	return true, nil
}

// complete adds to the new tree what did not change and what is not ours, and
// removes what an older tree left there.
func (r *run) complete(ctx context.Context) error {
	there, err := r.prune()
	if err != nil {
		return fmt.Errorf("tidying the staging folder: %w", err)
	}
	var failed atomic.Pointer[error]
	r.eachFile(func(i int) {
		if !r.done[i].same || there[r.files[i].Path] || failed.Load() != nil || ctx.Err() != nil {
			return
		}
		if err := r.stage.keep(r.files[i].Path, 0); err != nil {
			failed.Store(&err)
		}
	})
	if err := failed.Load(); err != nil {
		return *err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	return r.carry(there)
}

// prune removes from the staging folder all that does not belong to the new
// tree, and gives what of it is there already as it should be.
func (r *run) prune() (map[string]bool, error) {
	s := r.stage
	s.letGo()
	if s.fresh {
		return nil, nil // this run made all that is there
	}
	foreignFolders := map[string]bool{}
	for name, mode := range r.foreign {
		for dir := name; dir != "."; dir = path.Dir(dir) {
			if dir != name || mode.IsDir() {
				foreignFolders[dir] = true
			}
		}
	}
	there := map[string]bool{}
	var mu sync.Mutex
	var failed error
	err := walk(s.root, s.base, r.Jobs, func(dir string, _ time.Time, list []fs.DirEntry) (deeper []string) {
		for _, e := range list {
			name := inFolder(dir, e.Name())
			i, ours := r.find(name)
			mode, foreign := r.foreign[name]
			keep := false
			switch {
			case e.IsDir():
				if keep = foreignFolders[name] || r.hasFolder(name); keep {
					deeper = append(deeper, name)
				}
			case ours && !r.done[i].same:
				keep = true
			case ours, foreign && !mode.IsDir():
				keep = s.linked(name)
			}
			var err error
			if !keep {
				err = s.root.RemoveAll(s.staged(name))
			}
			mu.Lock()
			if keep && e.IsDir() {
				s.folders.add(name)
			} else if keep {
				there[name] = true
			}
			failed = cmp.Or(failed, err)
			mu.Unlock()
		}
		return deeper
	})
	return there, cmp.Or(err, failed)
}

// linked tells whether one file stands both in the staging and in the output
// folder.
func (s *stage) linked(name string) bool {
	a, err1 := os.Lstat(filepath.Join(s.path, filepath.FromSlash(name)))
	b, err2 := os.Lstat(filepath.Join(s.root.Name(), s.standing(name)))
	return err1 == nil && err2 == nil && os.SameFile(a, b)
}

// carry adds what is not ours, in order, folders before what they hold, with
// their modes and times.
func (r *run) carry(there map[string]bool) error {
	s := r.stage
	paths := slices.Sorted(maps.Keys(r.foreign))
	for _, name := range paths {
		mode := r.foreign[name]
		if _, adopted := r.find(name); adopted || there[name] {
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

// swap puts the staging folder in the output folder's place in one step. What
// came into the old tree meanwhile and is not ours is saved.
func (r *run) swap() error {
	s := r.stage
	info, err := s.root.Lstat(s.into)
	if errors.Is(err, fs.ErrNotExist) {
		// Something to swap with.
		if err = s.makeTree(s.into); err == nil {
			info, err = s.root.Lstat(s.into)
		}
	}
	if err == nil {
		err = s.root.Chmod(s.base, info.Mode().Perm())
	}
	if err != nil {
		return err
	}
	s.letGo()
	if err := exchange(s.path, r.target); err != nil {
		return err
	}
	s.syncParent()
	r.rescue()
	return nil
}

// rescue moves files that came into the old tree while the new one was made.
// The new site stands already, so that nothing here can fail the run.
func (r *run) rescue() {
	s := r.stage
	folders := r.old.folders()
	for dir, at := range r.read {
		info, err := os.Lstat(filepath.Join(s.path, filepath.FromSlash(dir)))
		if err != nil || info.ModTime().Equal(at) {
			continue
		}
		entries, err := os.ReadDir(filepath.Join(s.path, filepath.FromSlash(dir)))
		if err != nil {
			continue
		}
		for _, e := range entries {
			name := inFolder(dir, e.Name())
			_, ours := r.old[name]
			_, carried := r.foreign[name]
			if ours || carried || name == recordName || e.IsDir() && folders[name] {
				continue
			}
			if _, err := s.root.Lstat(s.standing(name)); err == nil {
				continue
			}
			if s.root.MkdirAll(s.standing(dir), 0o755) == nil {
				_ = s.root.Rename(s.staged(name), s.standing(name))
			}
		}
	}
}

// fill makes the kept staging folder, which is empty after the first run, a
// copy of the output folder by links: the next run has less to do then.
func (r *run) fill(ctx context.Context) {
	if !r.stage.kept || len(r.old) > 0 {
		return
	}
	for i := range r.done {
		r.done[i].same = true
	}
	r.stage.folders.clear()
	r.stage.fresh = false // it holds what stood in the output folder
	_ = r.complete(ctx)   // what is not linked now is linked then
}

// replaceEach puts the new files in their places one by one. It is for systems
// and mounts that cannot swap two folders: a kill may then leave new files
// beside old ones, each whole, and the next run completes it. The record goes
// first, with what was ours and what will be, so that nothing is forgotten.
func (r *run) replaceEach(ctx context.Context, stale []string) error {
	s := r.stage
	if err := s.root.MkdirAll(s.into, 0o755); err != nil {
		return fmt.Errorf("making the output folder: %w", err)
	}
	if err := s.sync(); err != nil {
		return fmt.Errorf("waiting for the disk: %w", err)
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if err := s.replaceRecord(r.entries(stale)); err != nil {
		return err
	}
	// A file gone may be a folder now, or the other way round.
	for _, name := range stale {
		if r.blocks(name) {
			s.removeStale(name)
		}
	}
	for i, f := range r.files {
		if r.done[i].same {
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
	s.letGo() // of folders that are gone, too
	if err := s.replaceRecord(r.entries(nil)); err != nil {
		return err
	}
	return s.sync()
}

// blocks tells whether a stale file stands where the site has a folder now, or
// in a folder where it has a file.
func (r *run) blocks(name string) bool {
	if r.hasFolder(name) {
		return true
	}
	for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
		if _, found := r.find(dir); found {
			return true
		}
	}
	return false
}

// writeRecord puts a record into the new tree.
func (s *stage) writeRecord(entries iter.Seq2[string, entry]) error {
	return s.write(recordName, func(w io.Writer) error { return writeRecord(w, entries) })
}

// replaceRecord puts a record into the output folder.
func (s *stage) replaceRecord(entries iter.Seq2[string, entry]) error {
	s.root.Remove(s.staged(recordName))
	if err := s.writeRecord(entries); err != nil {
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
