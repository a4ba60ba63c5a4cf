package content

import (
	"io/fs"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

func TestLeftover(t *testing.T) {
	for _, name := range []string{
		"4913", "ann.md~", "ann.md.~1~", ".ann.md.swp", ".ann.md.swo", ".ann.md.swpx", "ann.md.swp", ".ann.md.un~", // vim, emacs
		"#ann.md#", ".#ann.md", // emacs
		"ann.md.vsctmp", "ann.md___jb_tmp___", "ann.md___jb_old___", // VS Code, JetBrains
		".ann.md.kate-swp", "ann.md.save", "ann.md.save.2", "ann.md.bck", ".subl1f2e.tmp", // Kate, nano, Helix, Sublime
		".~lock.ann.odt#", "lu81a2b.tmp", "~$ann.docx", ".goutputstream-A1B2C3", // offices, GNOME
		".ann.md.Kd8fQz", ".photo.jpg.1a2b3c", ".rsync-partial", ".~tmp~", // rsync
		".syncthing.ann.md.tmp", "~syncthing~ann.md.tmp", ".stversions", ".stfolder", // Syncthing
		".dropbox.cache", ".dropbox", "Icon\r", // Dropbox
		"ann.md.tmp", "ann.md.temp", "ann.md.bak", "ann.md.orig", "ann.md.rej", "ann.md.part", "ann.md.crdownload",
		"sedA1b2C3", "ann.md.sb-1a2b3c4d-AbCdEf", ".nfs000000000001", "._photo.jpg", ".DS_Store", "Thumbs.db", "desktop.ini", ".git",
	} {
		if !Leftover(name) || !Foreign(name) {
			t.Errorf("%q is taken for a file of the site", name)
		}
	}
	for _, name := range []string{
		"ann.md", "saved.md", "ann.save.md", "4914.md", "sedition.md", "sedate", "template.html", "film.swf", "map.svg", "a.tmp.md",
		"press#1.md", "#1.md", "part.txt", "notes.backup", "sb-vote.md",
	} {
		if Leftover(name) || Foreign(name) {
			t.Errorf("%q is taken for a leftover", name)
		}
	}
	for _, name := range []string{".nojekyll", ".well-known", ".htaccess", ".domains.backup"} {
		if Leftover(name) || !Foreign(name) {
			t.Errorf("%q is to stand in static/ alone", name)
		}
	}
}

// A copy that a shared folder made of an edit is no second person; it is told.
func TestConflictCopies(t *testing.T) {
	files, problems := List(folder(map[string]string{
		"content/people/ada.md": "---\nname: Ada\n---\n",
		"content/people/ada.sync-conflict-20240501-101500-ABCDEFG.md": "---\nname: Ada\n---\n",
		"content/articles/vote (Ann's conflicted copy 2024-05-01).md": "Vote\n",
	}))
	if len(files.People) != 1 || len(files.Articles) != 0 {
		t.Errorf("read: %v %v", files.People, files.Articles)
	}
	if len(problems) != 2 || problems[0].Code != "conflict-copy" || problems[1].Code != "conflict-copy" {
		t.Errorf("told: %v", printed(problems))
	}
}

func TestWithout(t *testing.T) {
	folder := Without(fstest.MapFS{"en/roles.txt": {}, "en/.#roles.txt": {}, "en/roles.txt~": {}}, Foreign)
	names, err := fs.Glob(folder, "*/*")
	if diff := cmp.Diff([]string{"en/roles.txt"}, names); err != nil || diff != "" {
		t.Errorf("%v, (-want +got):\n%s", err, diff)
	}
	if _, err := fs.ReadFile(folder, "en/.#roles.txt"); err == nil {
		t.Error("a lock can be opened")
	}
}
