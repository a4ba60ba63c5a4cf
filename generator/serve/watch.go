package serve

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"github.com/fsnotify/fsnotify"

	"profilegen/generator/diag"
)

// eventBuffer is how many events may wait while a new folder is looked through.
const eventBuffer = 4096

// returnPause is how often a site's folder that went away is looked for.
const returnPause = 200 * time.Millisecond

// errLimit tells that the system allows no further watch.
var errLimit = errors.New("the system's limit on watched folders is reached")

// watcher tells which paths of a site may have changed. It watches folders,
// not files, since editors put a new file in the old one's place.
type watcher struct {
	dir    string // the site's folder
	events *fsnotify.Watcher
	add    func(folder string) error // events.Add
	known  map[string]bool           // watched folders, from dir, with slashes
}

// newWatcher watches the folders of a site. errLimit says that there are too
// many of them for this system.
func newWatcher(dir string) (*watcher, error) {
	events, err := fsnotify.NewBufferedWatcher(eventBuffer)
	if err != nil {
		return nil, limited(err)
	}
	w := &watcher{dir: dir, events: events, add: events.Add, known: make(map[string]bool)}
	if err := w.follow(everything); err != nil {
		events.Close()
		return nil, err
	}
	return w, nil
}

// run sends a hint for each event that counts, until ctx ends. errLimit says
// that new folders could not be watched.
func (w *watcher) run(ctx context.Context, hints chan<- hint) error {
	defer w.events.Close()
	tell := func(h hint) {
		select {
		case hints <- h:
		case <-ctx.Done():
		}
	}
	for {
		var h hint
		var err error
		select {
		case <-ctx.Done():
			return nil
		case err = <-w.events.Errors:
			// Lost events and a broken watch have the same remedy: look at everything.
			h.path = everything
			if !errors.Is(err, fsnotify.ErrEventOverflow) {
				w.forget(everything)
			}
			err = w.follow(everything)
		case event := <-w.events.Events:
			h, err = w.take(event)
		}
		if err == nil && !w.known[everything] {
			h.path = everything
			tell(h)
			err = w.awaitReturn(ctx)
		}
		if err != nil {
			return err
		}
		if h.path != "" {
			tell(h)
		}
	}
}

// take follows folders that came, leaves those that went, and gives the path
// to look at; none where the event says nothing.
func (w *watcher) take(event fsnotify.Event) (hint, error) {
	file, err := filepath.Rel(w.dir, event.Name)
	if err != nil || event.Name == "" || event.Op == fsnotify.Chmod {
		return hint{}, nil
	}
	file = filepath.ToSlash(file)
	if !counts(file) {
		return hint{}, nil
	}
	if event.Has(fsnotify.Remove) || event.Has(fsnotify.Rename) {
		w.forget(file)
	}
	if event.Has(fsnotify.Create) {
		if err := w.follow(file); err != nil {
			return hint{}, err
		}
	}
	return hint{path: file, gone: event.Has(fsnotify.Remove) || event.Has(fsnotify.Rename)}, nil
}

// follow watches a path, where it is a folder, and all folders in it. Each is
// watched before it is listed, so that nothing made meanwhile is missed.
func (w *watcher) follow(file string) error {
	full := filepath.Join(w.dir, filepath.FromSlash(file))
	info, err := os.Lstat(full)
	if file == everything {
		info, err = os.Stat(full)
	}
	if err != nil || !info.IsDir() {
		return nil // gone again, or a file: its own event tells
	}
	if err := w.add(full); err != nil {
		if errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR) || errors.Is(err, fs.ErrPermission) {
			return nil
		}
		return limited(err)
	}
	w.known[file] = true
	entries, err := os.ReadDir(full)
	if err != nil {
		return nil
	}
	for _, entry := range entries {
		below := path.Join(file, entry.Name())
		if !entry.IsDir() || !counts(below) {
			continue
		}
		if err := w.follow(below); err != nil {
			return err
		}
	}
	return nil
}

// forget ends the watches of a folder and of all folders in it: after a rename
// they would go on telling its old name.
func (w *watcher) forget(file string) {
	for folder := range w.known {
		if folder == file || file == everything || strings.HasPrefix(folder, file+"/") {
			delete(w.known, folder)
			// It fails where the system ended the watch already.
			_ = w.events.Remove(filepath.Join(w.dir, filepath.FromSlash(folder)))
		}
	}
}

// awaitReturn waits until the site's folder, which went away, is there again.
func (w *watcher) awaitReturn(ctx context.Context) error {
	w.forget(everything)
	ticker := time.NewTicker(returnPause)
	defer ticker.Stop()
	for !w.known[everything] {
		select {
		case <-ctx.Done():
			return nil
		case <-w.events.Events: // of watches that ended
		case <-w.events.Errors:
		case <-ticker.C:
			if err := w.follow(everything); err != nil {
				return err
			}
		}
	}
	return nil
}

// limited makes errLimit of the system's several ways to say so.
func limited(err error) error {
	if errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EMFILE) || errors.Is(err, syscall.ENFILE) {
		return errors.Join(errLimit, err)
	}
	return err
}

// limitProblem tells the user that watching goes on by polling, and why.
func limitProblem(every time.Duration) diag.Problem {
	return diag.Problem{
		Severity: diag.Warning, Code: "watch-limit",
		Text: errLimit.Error() + ": every file is looked at each " + every.String() + " instead",
		Hint: "raise it with: sudo sysctl fs.inotify.max_user_watches=524288 fs.inotify.max_user_instances=512",
	}
}
