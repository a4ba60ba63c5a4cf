package content

import (
	"errors"
	"fmt"
	"path"
	"strings"
	"unicode/utf8"

	"profilegen/generator/diag"
)

// isNameable tells of a file whose id can stand in an address and in a folder's
// name on every system.
func (l *lister) isNameable(file string, severity diag.Severity) bool {
	err := CheckID(idOf(file))
	if err != nil {
		l.tell(file, severity, "bad-id", err.Error(), "rename the file")
	}
	return err == nil
}

// CheckID tells what is wrong with a document's id: it becomes a part of an
// address and a folder's name on every system.
func CheckID(id string) error {
	switch {
	case !utf8.ValidString(id):
		return errors.New("the file's name is not UTF-8")
	case isBlank(id):
		return errors.New("the file has no name before its extension")
	}
	if err := checkPathPart(id); err != nil {
		return fmt.Errorf("the id %q cannot be used: %w", id, err)
	}
	for _, c := range id {
		if c == '-' || '0' <= c && c <= '9' || 'a' <= c && c <= 'z' {
			continue
		}
		if c != ' ' && isInvisible(c) && c != 0x200c && c != 0x200d && (c < 0xfe00 || c > 0xfe0f) {
			return fmt.Errorf("the id has the invisible character U+%04X", c)
		}
		if strings.ContainsRune(`\/:*?"<>|`, c) {
			return fmt.Errorf("the id %q has a %c, which cannot stand in a file's name everywhere", id, c)
		}
	}
	switch strings.ToLower(id) {
	case "index", "index.html", "index.json", "feed.xml":
		return fmt.Errorf("the id %q is that of one of the site's own files", id)
	}
	return nil
}

// idOf gives a file's id: its name without the extension.
func idOf(file string) string {
	name := path.Base(file)
	return strings.TrimSuffix(name, path.Ext(name))
}

// maxPart is how many bytes a part of a path may have: file systems stop at 255,
// and a name for writing it anew must fit too.
const maxPart = 200

// checkPathPart tells what is wrong with a name that becomes a folder or file.
func checkPathPart(part string) error {
	switch {
	case part == "" || part == "." || part == "..":
		return errors.New("a path must not go up or stand still (.., . or //)")
	case len(part) > maxPart:
		return fmt.Errorf("a name has %d bytes; the limit is %d", len(part), maxPart)
	case strings.HasSuffix(part, ".") || strings.TrimSpace(part) != part:
		return errors.New("a name must not begin or end with a space, or end with a full stop")
	case isDevice(part):
		return fmt.Errorf("%q is the name of a device on Windows", part)
	}
	return nil
}

// isDevice tells of names that Windows keeps for devices, with any extension.
func isDevice(name string) bool {
	stem, _, _ := strings.Cut(strings.ToLower(name), ".")
	switch stem = strings.TrimSpace(stem); stem {
	case "con", "prn", "aux", "nul":
		return true
	}
	return len(stem) == 4 && (strings.HasPrefix(stem, "com") || strings.HasPrefix(stem, "lpt")) && stem[3] >= '0' && stem[3] <= '9'
}
