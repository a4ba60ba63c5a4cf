package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"
)

// guard refuses a folder that is not ours to write to.
func (r *run) guard(asked string) error {
	for part := range strings.SplitSeq(filepath.ToSlash(r.target), "/") {
		switch strings.ToLower(part) {
		case ".git", ".hg", ".svn", ".jj":
			return &Refused{fmt.Sprintf("--output %s lies in a folder that version control keeps for itself (%s)", asked, part), "choose a folder of its own"}
		}
	}
	if err := r.guardOurs(asked); err != nil {
		return err
	}
	for _, other := range r.Apart {
		whole, err := resolve(other)
		if err != nil {
			return fmt.Errorf("finding %s: %w", other, err)
		}
		if within(r.target, whole) || within(whole, r.target) {
			return &Refused{
				fmt.Sprintf("--output %s and %s lie one in the other", asked, other),
				"choose a folder of its own",
			}
		}
	}
	return nil
}

// guardOurs reads the record; without one, only a folder that is empty or not
// there is taken.
func (r *run) guardOurs(asked string) error {
	info, err := os.Stat(r.target)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("looking at the output folder: %w", err)
	}
	if !info.IsDir() {
		return &Refused{fmt.Sprintf("--output %s is not a folder", asked), "choose another name, or move the file away"}
	}
	root, err := os.OpenRoot(r.target)
	if err != nil {
		return fmt.Errorf("opening the output folder: %w", err)
	}
	defer root.Close()
	r.old, err = readRecord(root)
	if err == nil {
		return nil
	}
	if !errors.Is(err, fs.ErrNotExist) {
		return &Refused{
			fmt.Sprintf("--output %s: the record of what profilegen wrote there cannot be read (%v)", asked, err),
			"empty the folder yourself, and build again",
		}
	}
	entries, err := os.ReadDir(r.target)
	if err != nil {
		return fmt.Errorf("looking at the output folder: %w", err)
	}
	for _, e := range entries {
		if e.Name() != insideStage {
			return &Refused{
				fmt.Sprintf("--output %s is not empty and was not made by profilegen", asked),
				"choose an empty folder, or empty it yourself",
			}
		}
	}
	return nil
}

// within tells whether path is folder or lies in it.
func within(path, folder string) bool {
	rel, err := filepath.Rel(folder, path)
	return err == nil && (rel == "." || filepath.IsLocal(rel))
}

// readTarget reads the record again, under the lock, and finds what in the
// folder is not ours.
func (r *run) readTarget() error {
	r.old, r.foreign = nil, map[string]fs.FileMode{}
	root, err := os.OpenRoot(r.target)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("opening the output folder: %w", err)
	}
	defer root.Close()
	if r.old, err = readRecord(root); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("reading the output folder's record: %w", err)
	}
	if err := r.findForeign(root); err != nil {
		return fmt.Errorf("looking through the output folder: %w", err)
	}
	return nil
}

// findForeign finds what is in the folder and not in its record: files by
// their path, and folders that hold no file of ours.
func (r *run) findForeign(root *os.Root) error {
	folders := r.old.folders()
	r.read = map[string]time.Time{}
	var mu sync.Mutex
	return walk(root, ".", r.Jobs, func(dir string, at time.Time, entries []fs.DirEntry) (deeper []string) {
		mu.Lock()
		defer mu.Unlock()
		r.read[dir] = at
		for _, e := range entries {
			name := inFolder(dir, e.Name())
			if name == recordName || name == insideStage {
				continue
			}
			if e.IsDir() {
				deeper = append(deeper, name)
			} else if _, ours := r.old[name]; ours {
				continue
			}
			if !e.IsDir() || !folders[name] {
				r.foreign[name] = e.Type()
			}
		}
		return deeper
	})
}

// walk looks through a folder of root, all folders of one depth at once. look
// is given each folder's path from top, when it was changed last, and what it
// holds, and says which folders to look into next.
func walk(root *os.Root, top string, jobs int, look func(dir string, at time.Time, entries []fs.DirEntry) []string) error {
	var hs hands
	defer hs.drop()
	level := []string{"."}
	for len(level) > 0 {
		deeper := make([][]string, len(level))
		wrong := make([]error, len(level))
		each(len(level), jobs, func(i int) {
			at, entries, err := hs.list(root, top, level[i])
			if wrong[i] = err; err == nil {
				deeper[i] = look(level[i], at, entries)
			}
		})
		if err := errors.Join(wrong...); err != nil {
			return err
		}
		level = slices.Concat(deeper...)
	}
	return nil
}

// inFolder gives the path of what a folder holds under a name.
func inFolder(dir, name string) string {
	if dir == "." {
		return name
	}
	return dir + "/" + name
}

// clashes refuses a site that has a file where something foreign stands in the
// way. A foreign file at a path of ours is looked at later: it may be the same.
func (r *run) clashes() error {
	if len(r.foreign) == 0 {
		return nil
	}
	var taken []string
	for _, f := range r.files {
		if mode, ok := r.foreign[f.Path]; ok && !mode.IsRegular() {
			taken = append(taken, f.Path)
		}
		for at, c := range f.Path {
			if c != '/' {
				continue
			}
			if mode, ok := r.foreign[f.Path[:at]]; ok && !mode.IsDir() {
				taken = append(taken, f.Path[:at])
			}
		}
	}
	if len(taken) == 0 {
		return nil
	}
	slices.Sort(taken)
	return r.inTheWay(slices.Compact(taken))
}

func (r *run) inTheWay(paths []string) error {
	return &Refused{
		fmt.Sprintf("%s: %s was not made by profilegen and stands where the site has a page", r.target, strings.Join(paths, ", ")),
		"move it away, or give the page another address",
	}
}
