// Package publish puts a site's files into its output folder, whole or not at
// all.
//
// In go the paths of the files, for each a function that makes it and says from
// what (a key, a hash of all that it is made from); out comes a folder that holds
// exactly these files, a record of them, and whatever stood there that is not
// ours. The new tree is made beside the old one, with hard links for what did
// not change, and takes its place in one step, so that a reader, a kill or a
// full disk finds the old site or the new one. The package never touches a file
// that it did not write, never follows a link inside the folder, never keeps
// more than one file for each worker in memory, and with nothing changed it
// touches nothing at all.
package publish

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"time"
)

// File is one file of the site.
type File struct {
	// Path is relative to the output folder, with slashes.
	Path string
	// Make is given the path, writes the file's bytes into out and gives their key:
	// a hash of all that they are made from, so that with one path and one key the
	// bytes are the same. Where the key is the known one, it may leave the bytes out.
	// It is called from several goroutines, once or twice for each file. The zero key
	// says nothing.
	Make func(path string, known [32]byte, out *bytes.Buffer) (key [32]byte, err error)
	// Write, where set, writes the bytes of a file that is too large to be held
	// in memory; Make gives its key alone.
	Write func(path string, w io.Writer) error
}

// Options say how to publish.
type Options struct {
	// Jobs is how many files are made at once; 0 is one for each core.
	Jobs int
	// Memory is what the last run into this folder gave Remember to write, or nil.
	// It saves making files again; nothing else depends on it.
	Memory []byte
	// Remember, where set, is called at the end of a run that went well, with what
	// writes the Memory of the next one. What goes wrong there costs only time.
	Remember func(write func(*bufio.Writer) error)
	// Stage is a folder to make the new tree in, kept between runs to save work;
	// it must be in the folder that holds the output folder, at any depth, and
	// not in the output folder. Without one, the tree is made beside the output
	// folder, and nothing is kept.
	Stage string
	// Apart lists folders that the output folder may neither be, hold nor lie in.
	Apart []string
	// Wait is how long to wait for another run into the same folder.
	Wait time.Duration
	// Standing, where set, is called once the folder holds the site and nothing can
	// fail any more, while what is kept for the next run is still brought up to
	// date; the run waits for it.
	Standing func(Report)
	// Progress, where set, is told how many files are done, from several goroutines.
	Progress func(done, total int)
}

// Report tells what was done.
type Report struct {
	// Folder is the output folder with its links resolved.
	Folder string
	// Files is how many files the site has; Written of them were new or
	// changed, Removed stood there from an earlier run and are gone.
	Files, Written, Removed int
	// Foreign is how many files and folders there are not ours.
	Foreign int
}

// Changed tells whether the folder was touched.
func (r Report) Changed() bool { return r.Written+r.Removed > 0 }

// Refused is an output folder that must not be written to.
type Refused struct {
	// Text says what is wrong, Hint how to go on.
	Text, Hint string
}

// Error gives text and hint on one line.
func (r *Refused) Error() string { return r.Text + "; " + r.Hint }

// PageError is a file that could not be made.
type PageError struct {
	Path string
	Err  error
	// Stack is set where the making of the file panicked.
	Stack []byte
}

// Error names the file.
func (e *PageError) Error() string { return e.Path + ": " + e.Err.Error() }

// Unwrap gives the error of the file's Make.
func (e *PageError) Unwrap() error { return e.Err }

// PageErrors are the files that could not be made, by path.
type PageErrors []*PageError

// Error tells the first and how many there are.
func (e PageErrors) Error() string {
	if len(e) == 1 {
		return e[0].Error()
	}
	return fmt.Sprintf("%v (and %d more)", e[0], len(e)-1)
}

// run is one run into one folder.
type run struct {
	Options
	files  []File // by path
	done   []made // what became of each
	target string // the output folder, absolute, links resolved
	old    record // what an earlier run wrote there; nil where nothing did
	known  memory // what may be reused without making it again
	// foreign has what stands there and is not ours, by path.
	foreign map[string]fs.FileMode
	// read has the times of the folders there, when they were looked through.
	read  map[string]time.Time
	stage *stage
	space chan *bytes.Buffer // free memory for files in the making
}

// Publish makes dir hold exactly files, beside what is not ours; it puts them in
// order by path. On an error the folder is as it was before. A cancelled ctx ends
// the run, also while it waits for another one.
func Publish(ctx context.Context, dir string, files []File, o Options) (Report, error) {
	if o.Jobs <= 0 {
		o.Jobs = runtime.GOMAXPROCS(0)
	}
	if err := order(files); err != nil {
		return Report{}, err
	}
	r := &run{Options: o, files: files, space: make(chan *bytes.Buffer, o.Jobs)}
	var err error
	if r.target, err = resolve(dir); err != nil {
		return Report{}, fmt.Errorf("finding the output folder: %w", err)
	}
	if err := r.guard(dir); err != nil {
		return Report{}, err
	}
	report := Report{Folder: r.target, Files: len(r.files)}
	r.known = decodeMemory(o.Memory)
	if err := r.locked(ctx, &report); err != nil {
		return Report{}, err
	}
	return report, nil
}

// locked is the part of a run that no other run into the folder may share.
func (r *run) locked(ctx context.Context, report *Report) error {
	var err error
	if r.stage, err = r.openStage(ctx); err != nil {
		return err
	}
	defer r.stage.close()
	return r.inStage(ctx, report)
}

// inStage makes the new tree and puts it in the old one's place.
func (r *run) inStage(ctx context.Context, report *Report) error {
	if err := r.readTarget(); err != nil {
		return err
	}
	if err := r.clashes(); err != nil {
		return err
	}
	if err := r.makeFiles(ctx); err != nil {
		return err
	}
	stale := r.stale()
	report.Foreign, report.Removed = len(r.foreign), len(stale)
	for i := range r.done {
		if !r.done[i].same {
			report.Written++
		}
	}
	swapped := false
	if report.Changed() || !r.recorded() {
		var err error
		if swapped, err = r.replace(ctx, stale); err != nil {
			return err
		}
	}
	var told sync.WaitGroup
	if stands := *report; r.Standing != nil {
		told.Go(func() { r.Standing(stands) })
	}
	defer told.Wait()
	if swapped {
		r.fill(ctx)
	}
	if r.Remember != nil {
		r.Remember(r.writeMemory)
	}
	return nil
}

// resolve gives the folder's absolute path with every link followed, also
// where it, or what a link leads to, does not exist yet.
func resolve(dir string) (string, error) {
	path, err := filepath.Abs(dir)
	if err != nil {
		return "", err
	}
	for range 40 {
		whole, err := filepath.EvalSymlinks(path)
		if err == nil {
			return whole, nil
		}
		if !os.IsNotExist(err) {
			return "", err
		}
		// The folder is missing, or a link leads to what is missing.
		parent := filepath.Dir(path)
		if parent == path {
			return "", err
		}
		if parent, err = resolve(parent); err != nil {
			return "", err
		}
		path = filepath.Join(parent, filepath.Base(path))
		link, err := os.Readlink(path)
		if err != nil {
			return path, nil
		}
		if !filepath.IsAbs(link) {
			link = filepath.Join(parent, link)
		}
		path = link
	}
	return "", fmt.Errorf("%s: too many links", dir)
}
