package render

import (
	"os"
	"path/filepath"
	"testing"
)

func TestWrite(t *testing.T) {
	dir := os.Getenv("RENDER_OUT")
	if dir == "" {
		t.Skip()
	}
	s := build(t, sample())
	for _, p := range s.Paths() {
		out, err := s.Render(p)
		if err != nil {
			t.Error(err)
			continue
		}
		os.MkdirAll(filepath.Dir(filepath.Join(dir, p)), 0o755)
		os.WriteFile(filepath.Join(dir, p), out, 0o644)
	}
}
