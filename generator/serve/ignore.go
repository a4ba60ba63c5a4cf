package serve

import (
	"strings"

	"profilegen/generator/content"
)

// ownFolders are the folders of a site that are watched with all that is in
// them; of the site's folder itself only profilegen.yaml counts.
var ownFolders = [...]string{"content", "layouts", "lexicon", "static"}

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
		if content.Leftover(name) || top != "static" && content.Foreign(name) {
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
