package serve

import (
	"path"
	"strings"
)

// ownFolders are the folders of a site that are watched with all that is in
// them; of the site's folder itself only profilegen.yaml counts.
var ownFolders = [...]string{"content", "layouts", "lexicon", "static"}

// leftovers are endings that editors, tools and browsers give to files that
// are not yet, or no longer, what the user wrote.
var leftovers = [...]string{
	"~", ".swp", ".swo", ".swn", ".swx", ".swpx", ".tmp", ".temp", ".bak", ".part", ".crdownload",
	"___jb_tmp___", "___jb_old___", ".kate-swp", ".un~",
}

// scratch tells whether a file's name is one that editors make while they
// save: it never becomes content, so that an event on it says nothing.
func scratch(name string) bool {
	for _, ending := range leftovers {
		if strings.HasSuffix(name, ending) {
			return true
		}
	}
	switch {
	case name == "4913": // vim tries with it whether the folder can be written
		return true
	case strings.HasPrefix(name, "#") && strings.HasSuffix(name, "#"): // emacs, autosave
		return true
	case strings.HasPrefix(name, ".#"), strings.HasPrefix(name, ".~"): // emacs and LibreOffice, locks
		return true
	case strings.HasPrefix(name, ".goutputstream-"), strings.HasPrefix(name, "sed") && len(name) == 9 && path.Ext(name) == "":
		return true
	case name == ".DS_Store", name == "Thumbs.db", name == "desktop.ini":
		return true
	}
	return strings.Contains(name, ".sb-") && len(name) > 16 // macOS, safe save: x.md.sb-1a2b3c4d-AbCdEf
}

// counts tells whether a path (from the site's folder, with slashes) can have
// a part in the site. Folders count like the files in them.
func counts(file string) bool {
	if file == "." || file == "profilegen.yaml" {
		return true
	}
	top, rest, _ := strings.Cut(file, "/")
	if !owned(top) {
		return false
	}
	for rest != "" {
		var name string
		name, rest, _ = strings.Cut(rest, "/")
		hidden := strings.HasPrefix(name, ".")
		if scratch(name) || name == ".git" || hidden && top != "static" {
			return false
		}
	}
	return true
}

// owned tells whether a top-level folder's name is one of the site's own.
func owned(top string) bool {
	for _, name := range ownFolders {
		if name == top {
			return true
		}
	}
	return false
}
