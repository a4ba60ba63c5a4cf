package content

import (
	"io/fs"
	"path"
	"slices"
	"strings"
)

// leftoverExtensions are those that editors and tools give to files that are
// not yet, or no longer, what somebody wrote.
var leftoverExtensions = []string{
	".tmp", ".temp", ".vsctmp", // half-written: many, VS Code
	".bak", ".bck", ".orig", ".rej", ".save", // as they were: many, Helix, patch, nano
	".swp", ".swo", ".swn", ".swx", ".swpx", ".kate-swp", // vim, Kate
	".part", ".crdownload", // browsers
}

// leftoverNames are whole names of files and folders that systems and tools make.
var leftoverNames = []string{
	"4913", // vim tries with it whether a folder can be written
	".DS_Store", "Thumbs.db", "desktop.ini", "Icon\r",
	".git", ".stfolder", ".stversions", ".dropbox", ".dropbox.attr", ".dropbox.cache", ".rsync-partial", ".~tmp~",
}

// Foreign tells of a file or folder, by its name without its path, that no
// editor means to be read: leftovers, and all whose name begins with a dot.
func Foreign(name string) bool { return strings.HasPrefix(name, ".") || Leftover(name) }

// Leftover tells of the files that editors, systems and tools that copy or
// share files leave beside those that they save: backups, locks, and what is
// half written. It is for where a name may begin with a dot (.well-known).
func Leftover(name string) bool {
	extension := path.Ext(name)
	switch {
	case slices.Contains(leftoverExtensions, extension), slices.Contains(leftoverNames, name):
		return true
	case strings.HasSuffix(name, "~"), strings.HasPrefix(name, "~$"): // backups; locks of office programs
		return true
	case strings.HasPrefix(name, "#") && strings.HasSuffix(name, "#"): // emacs, as it saves by itself
		return true
	case strings.HasPrefix(name, ".#"), strings.HasPrefix(name, ".~"), strings.HasPrefix(name, "._"): // emacs and LibreOffice, locks; macOS, on other disks
		return true
	case strings.Contains(name, "___jb_"): // JetBrains
		return true
	case strings.HasPrefix(name, ".goutputstream-"), strings.HasPrefix(name, ".nfs0"), strings.HasPrefix(name, ".fuse_hidden"), strings.HasPrefix(name, ".subl"):
		return true
	case strings.HasPrefix(name, ".syncthing."), strings.HasPrefix(name, "~syncthing~"):
		return true
	case strings.HasPrefix(name, "sed") && isRandom(name[3:]): // sed -i
		return true
	case strings.HasPrefix(name, ".") && strings.Count(name, ".") > 1 && isRandom(strings.TrimPrefix(extension, ".")): // rsync
		return true
	case strings.HasSuffix(strings.TrimRight(extension, "0123456789"), ".") && path.Ext(strings.TrimSuffix(name, extension)) == ".save": // nano
		return true
	}
	return strings.Contains(name, ".sb-") && len(name) > 16 // macOS, safe save: x.md.sb-1a2b3c4d-AbCdEf
}

// isRandom tells of six letters and digits as mkstemp makes them; six small
// letters are a word.
func isRandom(text string) bool {
	if len(text) != 6 {
		return false
	}
	mixed := false
	for _, r := range text {
		switch {
		case r >= 'A' && r <= 'Z', r >= '0' && r <= '9':
			mixed = true
		case r < 'a' || r > 'z':
			return false
		}
	}
	return mixed
}

// Without gives a folder without the files and folders that leftOut tells of,
// by their names without their paths.
func Without(folder fs.FS, leftOut func(name string) bool) fs.FS { return without{folder, leftOut} }

type without struct {
	fs.FS
	leftOut func(name string) bool
}

func (w without) Open(name string) (fs.File, error) {
	if w.leftOut(path.Base(name)) && name != "." {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return w.FS.Open(name)
}

func (w without) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(w.FS, name)
	return slices.DeleteFunc(entries, func(e fs.DirEntry) bool { return w.leftOut(e.Name()) }), err
}
