package publish

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"sync"
	"sync/atomic"
)

// made is what became of one file: it stands already, or is in the staging folder.
type made struct {
	entry
	key  [32]byte
	same bool
}

// eachFile calls do for the number of each file, on all workers.
func (r *run) eachFile(do func(i int)) { each(len(r.files), r.Jobs, do) }

// each calls do for 0 to count-1 on several workers.
func each(count, jobs int, do func(i int)) {
	var next atomic.Int64
	var group sync.WaitGroup
	for range min(jobs, count) {
		group.Go(func() {
			// A few at a time: neighbours share their folders.
			const batch = 8
			for {
				from := int(next.Add(batch)) - batch
				if from >= count {
					return
				}
				for i := from; i < min(from+batch, count); i++ {
					do(i)
				}
			}
		})
	}
	group.Wait()
}

// makeFiles makes the files that do not stand already, and writes those that
// changed to the staging folder. What is wrong with any of them is told of all.
func (r *run) makeFiles(ctx context.Context) ([]made, error) {
	target, err := os.OpenRoot(r.target)
	if err == nil {
		defer target.Close()
	} else if !errors.Is(err, os.ErrNotExist) {
		return nil, fmt.Errorf("opening the output folder: %w", err)
	}
	done := make([]made, len(r.files))
	wrong := make([]error, len(r.files))
	var count atomic.Int64
	var broken atomic.Bool // the disk is: no use in going on
	r.eachFile(func(i int) {
		if ctx.Err() != nil || broken.Load() {
			return
		}
		done[i], wrong[i] = r.makeFile(target, r.files[i])
		var page *PageError
		if wrong[i] != nil && !errors.As(wrong[i], &page) {
			broken.Store(true)
		}
		if r.Progress != nil {
			r.Progress(int(count.Add(1)), len(r.files))
		}
	})
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	var pages PageErrors
	for _, err := range wrong {
		var page *PageError
		if errors.As(err, &page) {
			pages = append(pages, page)
		} else if err != nil {
			return nil, err
		}
	}
	if len(pages) > 0 {
		return nil, pages
	}
	return done, nil
}

func (r *run) makeFile(target *os.Root, f File) (made, error) {
	_, ours := r.old[f.Path]
	known, ok := r.known[f.Path]
	if !ok || !ours || !r.stands(f.Path, known) {
		known = seen{}
	}
	raw, key, err := callMake(f, known.key)
	if err != nil {
		return made{}, err
	}
	if key == known.key && key != [32]byte{} {
		return made{entry{known.Size, known.sum}, key, true}, nil
	}
	m := made{entry: entry{int64(len(raw)), sha256.Sum256(raw)}, key: key}
	_, taken := r.foreign[f.Path]
	if taken || ours && r.old[f.Path] == m.entry {
		m.same = holds(target, f.Path, raw)
	}
	if m.same {
		return m, nil
	}
	if taken {
		return m, r.inTheWay([]string{f.Path})
	}
	return m, r.stage.write(f.Path, raw)
}

// callMake makes a file; a panic is an error that names the file.
func callMake(f File, known [32]byte) (raw []byte, key [32]byte, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = &PageError{Path: f.Path, Err: fmt.Errorf("%v", fault), Stack: debug.Stack()}
		}
	}()
	if raw, key, err = f.Make(known); err != nil {
		return nil, key, &PageError{Path: f.Path, Err: err}
	}
	return raw, key, nil
}

// holds tells whether a plain file with these bytes stands at path.
func holds(root *os.Root, path string, raw []byte) bool {
	if root == nil {
		return false
	}
	path = filepath.FromSlash(path)
	info, err := root.Lstat(path)
	if err != nil || !info.Mode().IsRegular() || info.Size() != int64(len(raw)) {
		return false
	}
	there, err := root.ReadFile(path)
	return err == nil && bytes.Equal(there, raw)
}
