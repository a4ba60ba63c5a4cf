//go:build unix

package main

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
)

// A site is edited at random and built over what the last build left. Between
// the two a build or a server may be killed, or what is remembered damaged;
// what is published is that of a clean build, or, while there are errors or
// nobody has built since a kill, one whole site of before.
func TestBuildOverAnythingIsACleanBuild(t *testing.T) {
	steps, seed := howMany(t, 12)
	c := &crashing{
		editing: newEditing(t, writeSite(t, t.TempDir(), 30), seed),
		rng:     rand.New(rand.NewPCG(seed, 4)),
	}
	for range steps {
		c.step()
		if err := c.round(); err != nil {
			t.Fatalf("seed %d, after these edits:\n%s\n%v", seed, strings.Join(c.did, "\n"), err)
		}
	}
}

// crashing is a site that is edited, and built by programs that do not end well.
type crashing struct {
	*editing
	rng       *rand.Rand
	published map[string][]byte // what public/ has; nil before the first build
}

// round does harm, then builds, and looks at what is published.
func (c *crashing) round() error {
	if err := c.harm(); err != nil {
		return err
	}
	want := c.wanted()
	var told bytes.Buffer
	status := run([]string{"build", "--source", c.site.dir, "--quiet"}, nil, &told, &told)
	switch {
	case want == nil && status != 1:
		return fmt.Errorf("a build with errors ends with %d: %s", status, c.wrong())
	case want != nil && status != 0:
		return fmt.Errorf("the build ends with %d, %s: %s", status, c.wrong(), told.String())
	case want != nil:
		c.published = want
	}
	return sameTree(c.tree(), c.published)
}

// wanted gives what a clean build publishes; a page that cannot be made keeps
// all of them back.
func (c *crashing) wanted() map[string][]byte {
	want := cleanBuild(c.t, c.site.dir)
	for _, raw := range want {
		if raw == nil {
			return nil
		}
	}
	return want
}

// wrong tells what a clean build tells.
func (c *crashing) wrong() string {
	var told bytes.Buffer
	status := run([]string{"build", "--source", c.site.dir, "--output", filepath.Join(c.t.TempDir(), "clean"), "--no-cache"}, nil, &told, &told)
	return fmt.Sprintf("a clean one with %d: %s", status, told.String())
}

// harm does one of the things that can happen between two builds.
func (c *crashing) harm() error {
	kept := c.files(".profilegen")
	switch n := c.rng.IntN(8); {
	case n < 2 && len(kept) > 0:
		file := kept[c.rng.IntN(len(kept))]
		raw := []byte(c.site.read(file))
		if len(raw) == 0 {
			return nil
		}
		at := c.rng.IntN(len(raw))
		switch c.rng.IntN(3) {
		case 0:
			raw[at] ^= byte(1 + c.rng.IntN(255))
			c.tell(fmt.Sprintf("byte %d of %s is another", at, file))
		case 1:
			raw = raw[:at]
			c.tell(fmt.Sprintf("%s is cut at %d", file, at))
		default:
			raw = slices.Insert(raw, at, 0)
			c.tell(fmt.Sprintf("a byte more at %d in %s", at, file))
		}
		c.must(os.Chmod(c.site.path(file), 0o600))
		c.must(os.WriteFile(c.site.path(file), raw, 0o600))
		if c.published != nil {
			c.published = c.tree() // the next site's files are those of this one where they are the same
		}
	case n == 2 && len(kept) > 0:
		file := kept[c.rng.IntN(len(kept))]
		c.tell("delete " + file)
		c.must(os.Remove(c.site.path(file)))
	case n < 5:
		return c.killed("build")
	case n == 5:
		return c.killed("serve", "--watch", "--addr", "127.0.0.1:0")
	case n == 6:
		c.must(os.Chtimes(c.site.path("content"), time.Unix(1, 0), time.Unix(1, 0)))
	}
	return nil
}

// killed runs a command for a random time and kills it; no page may be torn or
// of another site than the rest.
func (c *crashing) killed(args ...string) error {
	command := exec.Command("profilegen", append(args, "--source", c.site.dir, "--quiet")...)
	command.Stderr, command.Stdout = io.Discard, io.Discard
	c.must(command.Start())
	after := time.Duration(c.rng.IntN(400)) * time.Millisecond
	c.tell(fmt.Sprintf("%s, killed after %v", args[0], after))
	time.Sleep(after)
	if args[0] == "serve" {
		c.step() // it is at work when it is killed
		time.Sleep(time.Duration(c.rng.IntN(30)) * time.Millisecond)
	}
	c.must(command.Process.Signal(syscall.SIGKILL))
	_ = command.Wait() // it tells of the kill
	tree := c.tree()
	old := sameTree(tree, c.published)
	if old == nil {
		return nil
	}
	if args[0] == "build" {
		if want := c.wanted(); want != nil && sameTree(tree, want) == nil {
			c.published = want
			return nil
		}
	}
	return fmt.Errorf("what is published is neither the old nor the new site: %w", old)
}

// tree reads what is published.
func (c *crashing) tree() map[string][]byte {
	tree := map[string][]byte{}
	top := c.site.path("public")
	_ = filepath.WalkDir(top, func(at string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return nil
		}
		rel, _ := filepath.Rel(top, at)
		if rel == ".profilegen-record" {
			return nil
		}
		raw, err := os.ReadFile(at)
		c.must(err)
		tree[filepath.ToSlash(rel)] = raw
		return nil
	})
	return tree
}

// sameTree holds what is published against what is to be.
func sameTree(got, want map[string][]byte) error {
	for path, raw := range want {
		if there, ok := got[path]; !ok {
			return fmt.Errorf("%s is not published", path)
		} else if !bytes.Equal(there, raw) {
			return fmt.Errorf("%s: %s", path, firstDifference(string(there), string(raw)))
		}
	}
	for path := range got {
		if _, ok := want[path]; !ok {
			return fmt.Errorf("%s is published and not wanted", path)
		}
	}
	return nil
}
