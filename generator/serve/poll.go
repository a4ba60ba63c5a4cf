package serve

import (
	"context"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"time"
)

// young is the age below which a file's time and size prove nothing: some
// disks keep times to two seconds only, and a second save may fall into them.
const young = 3 * time.Second

// poller finds changes by looking at every file again and again, for disks
// that tell no events (network shares, folders of containers).
type poller struct {
	dir   string
	every time.Duration
	seen  map[string]fs.FileInfo // by path from dir, with slashes
}

// newPoller looks at the site's files once.
func newPoller(dir string, every time.Duration) *poller {
	p := &poller{dir: dir, every: every}
	p.seen = p.look()
	return p
}

// run sends a hint for each file that may have changed, until ctx ends.
func (p *poller) run(ctx context.Context, hints chan<- hint) error {
	ticker := time.NewTicker(p.every)
	defer ticker.Stop()
	for {
		select {
		case <-ctx.Done():
			return nil
		case <-ticker.C:
		}
		for _, file := range p.changed(time.Now()) {
			select {
			case hints <- hint{path: file}:
			case <-ctx.Done():
				return nil
			}
		}
	}
}

// changed gives the paths that may differ since the last look: what is made of
// them is decided by their bytes, so one too many does no harm.
func (p *poller) changed(now time.Time) []string {
	before, after := p.seen, p.look()
	p.seen = after
	var hints []string
	for file, info := range after {
		old, had := before[file]
		if !had || !same(old, info) || now.Sub(info.ModTime()) < young {
			hints = append(hints, file)
		}
	}
	for file := range before {
		if _, has := after[file]; !has {
			hints = append(hints, file)
		}
	}
	return hints
}

// same tells whether two looks at a path saw the same file.
func same(a, b fs.FileInfo) bool {
	return a.Size() == b.Size() && a.ModTime().Equal(b.ModTime()) && a.Mode() == b.Mode() && os.SameFile(a, b)
}

// look lists the files that count. What cannot be read is as good as gone.
func (p *poller) look() map[string]fs.FileInfo {
	found := make(map[string]fs.FileInfo)
	p.list(everything, found)
	return found
}

// list adds the files of one folder and of the folders in it.
func (p *poller) list(folder string, found map[string]fs.FileInfo) {
	entries, err := os.ReadDir(filepath.Join(p.dir, filepath.FromSlash(folder)))
	if err != nil {
		return
	}
	for _, entry := range entries {
		file := path.Join(folder, entry.Name())
		if !counts(file) {
			continue
		}
		if entry.IsDir() {
			p.list(file, found)
		} else if info, err := entry.Info(); err == nil {
			found[file] = info
		}
	}
}
