package generator

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"sync"
)

// folderFiles is the site's folder for one load: each folder in it is opened
// once, and its files from there. To open ten thousand files by their whole
// paths would open each folder ten thousand times.
type folderFiles struct {
	source string // the site's folder
	root   *os.Root
	mu     sync.Mutex
	open   map[string]folderOpened
}

type folderOpened struct {
	root *os.Root
	dir  *os.File // the same, for openIn
	err  error
}

func (f *folderFiles) close() {
	f.mu.Lock()
	defer f.mu.Unlock()
	for _, folder := range f.open {
		if folder.err == nil {
			folder.dir.Close()
			folder.root.Close()
		}
	}
	f.open = nil
}

// folder gives a folder, opened.
func (f *folderFiles) folder(name string) folderOpened {
	f.mu.Lock()
	defer f.mu.Unlock()
	folder, known := f.open[name]
	if !known {
		if folder.root, folder.err = f.root.OpenRoot(name); folder.err == nil {
			if folder.dir, folder.err = folder.root.Open("."); folder.err != nil {
				folder.root.Close()
			}
		}
		if f.open == nil {
			f.open = map[string]folderOpened{}
		}
		f.open[name] = folder
	}
	return folder
}

// Open opens a file for reading; it does not follow a link out of the site, nor
// out of the folder that the file is in.
func (f *folderFiles) Open(name string) (fs.File, error) {
	if !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
	}
	dir, base := path.Split(name)
	if dir == "" {
		return f.root.FS().Open(name)
	}
	folder := f.folder(path.Clean(dir))
	if err := folder.err; err != nil {
		var at *fs.PathError
		if errors.As(err, &at) {
			err = at.Err
		}
		return nil, &fs.PathError{Op: "open", Path: name, Err: err}
	}
	if file, ok := openIn(folder.dir, base); ok {
		return file, nil
	}
	return folder.root.Open(base)
}

// ReadDir lists a folder as it is now. By its path: a folder of an os.Root asks
// for each entry's size and times at once, which nobody wants here.
func (f *folderFiles) ReadDir(name string) ([]fs.DirEntry, error) {
	return os.ReadDir(filepath.Join(f.source, filepath.FromSlash(name)))
}

// Lstat tells of a file or folder, and of a link itself.
func (f *folderFiles) Lstat(name string) (fs.FileInfo, error) { return fs.Lstat(f.root.FS(), name) }

// ReadLink gives where a link leads.
func (f *folderFiles) ReadLink(name string) (string, error) { return fs.ReadLink(f.root.FS(), name) }
