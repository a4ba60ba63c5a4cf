package publish

import (
	"bufio"
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"sync/atomic"
)

// made is what became of one file: it stands already, or is in the staging folder.
type made struct {
	entry
	key  [32]byte
	same bool
}

// makeFiles makes the files that do not stand already, and writes those that
// changed to the staging folder. What is wrong with any of them is told of all.
func (r *run) makeFiles(ctx context.Context) error {
	target, err := os.OpenRoot(r.target)
	if err == nil {
		defer target.Close()
	} else if !errors.Is(err, os.ErrNotExist) {
		return fmt.Errorf("opening the output folder: %w", err)
	}
	r.done = make([]made, len(r.files))
	var wrong failures
	var count atomic.Int64
	var broken atomic.Bool // the disk is: no use in going on
	disk := flusher{dir: r.stage.path}
	defer disk.wait()
	large := r.large()
	r.eachFile(func(n int) {
		i := largeFirst(large, n)
		if ctx.Err() != nil || broken.Load() {
			return
		}
		var err error
		if r.done[i], err = r.makeFile(ctx, target, r.files[i]); err != nil {
			wrong.add(i, err)
		}
		if !r.done[i].same {
			disk.note(r.done[i].size)
		}
		if err != nil && !errors.As(err, new(*PageError)) {
			broken.Store(true)
		}
		if r.Progress != nil {
			r.Progress(int(count.Add(1)), len(r.files))
		}
	})
	if err := ctx.Err(); err != nil {
		return err
	}
	return wrong.told()
}

// large gives the numbers of the large files.
func (r *run) large() []int {
	var large []int
	for i := range r.files {
		if r.files[i].Write != nil {
			large = append(large, i)
		}
	}
	return large
}

func (r *run) makeFile(ctx context.Context, target *os.Root, f File) (made, error) {
	_, ours := r.old[f.Path]
	known, ok := r.known[f.Path]
	if !ok || !ours || !r.stands(f.Path, known.Stamp) {
		known = seen{}
	}
	out := r.buffer()
	defer r.free(out)
	key, err := callMake(f, known.key, out)
	if err != nil {
		return made{}, err
	}
	if key == known.key && key != [32]byte{} {
		return made{entry{known.Size, known.sum}, key, true}, nil
	}
	if f.Write != nil {
		return r.writeLarge(ctx, target, f, key)
	}
	raw := out.Bytes()
	m := made{entry: entry{int64(len(raw)), sha256.Sum256(raw)}, key: key}
	if m.same = r.compared(f.Path, m.entry) && holds(target, f.Path, m.entry); m.same {
		return m, nil
	}
	if _, taken := r.foreign[f.Path]; taken {
		return m, r.inTheWay([]string{f.Path})
	}
	return m, r.stage.write(f.Path, bytesOf(raw))
}

// buffer gives memory for one file, which free takes back.
func (r *run) buffer() *bytes.Buffer {
	select {
	case out := <-r.space:
		return out
	default:
		return new(bytes.Buffer)
	}
}

func (r *run) free(out *bytes.Buffer) {
	if out.Cap() > maxSpace {
		return
	}
	out.Reset()
	select {
	case r.space <- out:
	default:
	}
}

// maxSpace is how large the memory for one file may be to be used again.
const maxSpace = 1 << 20

// compared tells whether a file that stands at path may be the new one.
func (r *run) compared(path string, e entry) bool {
	_, taken := r.foreign[path]
	old, ours := r.old[path]
	return taken || ours && old == e
}

// writeLarge writes a file as it is made, and takes it back where it is the
// one that stands there already.
func (r *run) writeLarge(ctx context.Context, target *os.Root, f File, key [32]byte) (made, error) {
	hash := sha256.New()
	size := counter{}
	err := r.stage.write(f.Path, func(w io.Writer) error {
		buffer := bufio.NewWriterSize(io.MultiWriter(until{ctx}, w, hash, &size), 256<<10)
		if err := callWrite(f, buffer); err != nil {
			return err
		}
		return buffer.Flush()
	})
	if page := new(PageError); errors.As(err, &page) {
		return made{}, page
	}
	if err != nil {
		return made{}, err
	}
	m := made{entry: entry{size.n, [32]byte(hash.Sum(nil))}, key: key}
	if r.compared(f.Path, m.entry) && holds(target, f.Path, m.entry) {
		m.same = true
		return m, r.stage.root.Remove(r.stage.staged(f.Path))
	}
	if _, taken := r.foreign[f.Path]; taken {
		return m, r.inTheWay([]string{f.Path})
	}
	return m, nil
}

// until takes bytes until its context ends.
type until struct{ ctx context.Context }

// Write takes p, or gives the context's error.
func (u until) Write(p []byte) (int, error) { return len(p), u.ctx.Err() }

// counter counts bytes.
type counter struct{ n int64 }

// Write counts the bytes of p.
func (c *counter) Write(p []byte) (int, error) {
	c.n += int64(len(p))
	return len(p), nil
}

// callMake makes a file; a panic is an error that names the file.
func callMake(f File, known [32]byte, out *bytes.Buffer) (key [32]byte, err error) {
	defer recovered(f, &err)
	if key, err = f.Make(f.Path, known, out); err != nil {
		return key, &PageError{Path: f.Path, Err: err}
	}
	return key, nil
}

// callWrite writes a large file. What the disk refuses is no fault of the file.
func callWrite(f File, w *bufio.Writer) (err error) {
	defer recovered(f, &err)
	if err = f.Write(f.Path, w); err != nil && w.Flush() == nil {
		return &PageError{Path: f.Path, Err: err}
	}
	return err
}

func recovered(f File, err *error) {
	if fault := recover(); fault != nil {
		*err = &PageError{Path: f.Path, Err: fmt.Errorf("%v", fault), Stack: debug.Stack()}
	}
}

// holds tells whether a plain file of this size and hash stands at path.
func holds(root *os.Root, path string, e entry) bool {
	if root == nil {
		return false
	}
	path = filepath.FromSlash(path)
	info, err := root.Lstat(path)
	if err != nil || !info.Mode().IsRegular() || info.Size() != e.size {
		return false
	}
	file, err := root.Open(path)
	if err != nil {
		return false
	}
	defer file.Close()
	hash := sha256.New()
	_, err = io.Copy(hash, file)
	return err == nil && [32]byte(hash.Sum(nil)) == e.sum
}
