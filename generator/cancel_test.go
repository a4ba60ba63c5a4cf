package generator

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync/atomic"
	"testing"
)

// A build that nobody wants any more ends where it is: nothing further is read
// or made, and the output folder is as it was.
func TestCancelledBuild(t *testing.T) {
	dir := t.TempDir()
	const articles = 300
	for n := range articles {
		put(t, dir, fmt.Sprintf("content/articles/a%d.md", n), fmt.Sprintf("---\ntitle: Notes %d\ndate: 2024-05-01\n---\n\nVera Moor was elected mayor of Karden in %d.\n", n, 1800+n))
	}
	put(t, dir, "content/people/vera-moor.md", "---\nname: Vera Moor\n---\n")
	for _, stage := range []string{"reading", "writing"} {
		for _, stopAt := range []int{1, 20} {
			ctx, cancel := context.WithCancel(t.Context())
			var later atomic.Int64
			p, err := New(Options{Source: dir, NoCache: true, Jobs: 2, Progress: func(at string, done, _ int) {
				if at == stage && done == stopAt {
					cancel()
				} else if ctx.Err() != nil {
					later.Add(1)
				}
			}})
			if err != nil {
				t.Fatal(err)
			}
			report, err := p.Build(ctx, false)
			p.Close()
			if !errors.Is(err, context.Canceled) || report.Published {
				t.Errorf("%s, stopped at %d: %v, %+v", stage, stopAt, err, report)
			}
			if n := later.Load(); n > 2 {
				t.Errorf("%s, stopped at %d: %d things more were done", stage, stopAt, n)
			}
			left, err := os.ReadDir(dir)
			if _, found := os.Stat(filepath.Join(dir, "public")); err != nil || found == nil || len(left) != 1 {
				t.Errorf("%s, stopped at %d: left %v", stage, stopAt, left)
			}
		}
	}
}
