package generator

import (
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/sys/unix"
)

// A file is read as os reads it; what is none is opened without waiting, and told.
func TestFilesOfAFolder(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{"site/content/a.md": "Some words.\n", "outside.md": "Not to be read."} {
		if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	site := filepath.Join(dir, "site")
	if err := os.Symlink("../../outside.md", filepath.Join(site, "content/link.md")); err != nil {
		t.Fatal(err)
	}
	if err := unix.Mkfifo(filepath.Join(site, "content/pipe.md"), 0o644); err != nil {
		t.Fatal(err)
	}
	root, err := os.OpenRoot(site)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	files := &folderFiles{source: site, root: root}
	defer files.close()

	f, err := files.Open("content/a.md")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if _, plain := f.(*plainFile); !plain {
		t.Errorf("a file is opened as %T", f)
	}
	info, err := f.Stat()
	want, _ := os.Stat(filepath.Join(site, "content/a.md"))
	if err != nil || info.Size() != want.Size() || info.Mode() != want.Mode() || !info.ModTime().Equal(want.ModTime()) || info.Name() != want.Name() || info.IsDir() {
		t.Errorf("%+v %v", info, err)
	}
	if text, err := io.ReadAll(f); err != nil || string(text) != "Some words.\n" {
		t.Errorf("%q %v", text, err)
	}
	if _, err := files.Open("content/link.md"); err == nil {
		t.Error("a link out of the site is followed")
	}
	if _, err := files.Open("content/none.md"); !os.IsNotExist(err) {
		t.Errorf("a file that is not there: %v", err)
	}
	pipe, err := files.Open("content/pipe.md")
	if err != nil {
		t.Fatal(err)
	}
	defer pipe.Close()
	if info, err := pipe.Stat(); err != nil || info.Mode()&fs.ModeType == 0 {
		t.Errorf("a pipe is %+v %v", info, err)
	}
}
