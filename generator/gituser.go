package generator

import (
	"os"
	"path/filepath"
	"strings"
)

// GitUser gives the name that git signs commits with in a folder, from git's
// own settings; empty where there is none. No program is run for it.
func GitUser(dir string) string {
	var files []string
	if whole, err := filepath.Abs(dir); err == nil {
		for {
			files = append(files, filepath.Join(whole, ".git", "config"))
			if filepath.Dir(whole) == whole {
				break
			}
			whole = filepath.Dir(whole)
		}
	}
	if global := os.Getenv("GIT_CONFIG_GLOBAL"); global != "" {
		files = append(files, global)
	} else if home, err := os.UserHomeDir(); err == nil {
		config := os.Getenv("XDG_CONFIG_HOME")
		if config == "" {
			config = filepath.Join(home, ".config")
		}
		files = append(files, filepath.Join(home, ".gitconfig"), filepath.Join(config, "git", "config"))
	}
	for _, file := range append(files, "/etc/gitconfig") {
		if raw, err := os.ReadFile(file); err == nil {
			if name := userName(string(raw)); name != "" {
				return name
			}
		}
	}
	return ""
}

// userName reads user.name from a file of git's settings.
func userName(text string) string {
	section, found := "", ""
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if rest, ok := strings.CutPrefix(line, "["); ok {
			section, line, _ = strings.Cut(rest, "]")
			section, line = strings.ToLower(strings.TrimSpace(section)), strings.TrimSpace(line)
		}
		key, value, ok := strings.Cut(line, "=")
		if !ok || section != "user" || strings.ToLower(strings.TrimSpace(key)) != "name" {
			continue
		}
		value = strings.TrimSpace(value)
		if quoted, ok := strings.CutPrefix(value, `"`); ok {
			value, _, _ = strings.Cut(quoted, `"`)
		} else if at := strings.IndexAny(value, "#;"); at >= 0 {
			value = strings.TrimSpace(value[:at])
		}
		found = value
	}
	return found
}
