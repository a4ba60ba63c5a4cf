package cache

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

func key(i int) Key { return sha256.Sum256(fmt.Append(nil, i)) }

func value(i int) []byte { return bytes.Repeat(fmt.Append(nil, i, " "), i%7+1) }

// fill saves n results and gives the pack's path.
func fill(t testing.TB, dir string, n int) string {
	t.Helper()
	c := Open(dir, "v1")
	defer c.Close()
	for i := range n {
		c.Put("claims", key(i), value(i))
	}
	if err := c.Save(false); err != nil {
		t.Fatal(err)
	}
	return c.path
}

func TestGetGivesWhatWasPut(t *testing.T) {
	dir := t.TempDir()
	fill(t, dir, 50)
	c := Open(dir, "v1")
	defer c.Close()
	for i := range 50 {
		if got, ok := c.Get("claims", key(i)); !ok || !bytes.Equal(got, value(i)) {
			t.Fatalf("result %d: got %q, %v", i, got, ok)
		}
	}
	if _, ok := c.Get("page", key(1)); ok {
		t.Error("another kind gives the same result")
	}
	if _, ok := c.Get("claims", key(50)); ok {
		t.Error("a result that nobody put")
	}
}

func TestNilCacheRemembersNothing(t *testing.T) {
	var c *Cache
	c.Put("claims", key(1), value(1))
	if _, ok := c.Get("claims", key(1)); ok {
		t.Error("a result from no cache")
	}
	if c.Save(true) != nil || c.Close() != nil {
		t.Error("no cache has errors")
	}
}

func TestAnotherVersionBeginsEmpty(t *testing.T) {
	dir := t.TempDir()
	old := fill(t, dir, 3)
	c := Open(dir, "v2")
	defer c.Close()
	if _, ok := c.Get("claims", key(1)); ok {
		t.Error("a result of another version")
	}
	c.Put("claims", key(1), value(1))
	if err := c.Save(false); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(old); err == nil {
		t.Error("the other version's pack is still there")
	}
}

// Whatever happens to one byte of the pack, a result is the right one or none,
// and what is saved afterwards is found again.
func TestDamageAtAnyByte(t *testing.T) {
	const n = 8
	whole, err := os.ReadFile(fill(t, t.TempDir(), n))
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	path := filepath.Join(dir, "results-v1.pack")
	for at := range whole {
		for _, damage := range []func([]byte) []byte{
			func(b []byte) []byte { b[at] ^= 0x41; return b },
			func(b []byte) []byte { return b[:at] },
		} {
			if err := os.WriteFile(path, damage(bytes.Clone(whole)), 0o644); err != nil {
				t.Fatal(err)
			}
			c := Open(dir, "v1")
			for i := range n {
				if got, ok := c.Get("claims", key(i)); ok && !bytes.Equal(got, value(i)) {
					t.Fatalf("byte %d: result %d is %q", at, i, got)
				} else if !ok {
					c.Put("claims", key(i), value(i))
				}
			}
			if err := c.Save(false); err != nil {
				t.Fatal(err)
			}
			c.Close()
			c = Open(dir, "v1")
			for i := range n {
				if got, ok := c.Get("claims", key(i)); !ok || !bytes.Equal(got, value(i)) {
					t.Fatalf("byte %d: result %d after saving again is %q, %v", at, i, got, ok)
				}
			}
			c.Close()
		}
	}
}

func TestBuildsAtOnceLoseNothing(t *testing.T) {
	dir := t.TempDir()
	var group sync.WaitGroup
	for builder := range 8 {
		group.Go(func() {
			for round := range 10 {
				c := Open(dir, "v1")
				c.Put("claims", key(builder*100+round), value(round))
				if err := c.Save(false); err != nil {
					t.Error(err)
				}
				c.Close()
			}
		})
	}
	group.Wait()
	c := Open(dir, "v1")
	defer c.Close()
	for builder := range 8 {
		for round := range 10 {
			if got, ok := c.Get("claims", key(builder*100+round)); !ok || !bytes.Equal(got, value(round)) {
				t.Fatalf("result %d of builder %d: %q, %v", round, builder, got, ok)
			}
		}
	}
}

func TestTrimDropsWhatNobodyAskedFor(t *testing.T) {
	dir := t.TempDir()
	c := Open(dir, "v1")
	for i := range 100 {
		c.Put("claims", key(i), bytes.Repeat([]byte{byte(i)}, 50_000))
	}
	if err := c.Save(true); err != nil {
		t.Fatal(err)
	}
	c.Close()
	c = Open(dir, "v1")
	for i := range 10 {
		c.Get("claims", key(i))
	}
	c.Put("claims", key(1000), []byte("new"))
	if err := c.Save(true); err != nil {
		t.Fatal(err)
	}
	c.Close()
	info, err := os.Stat(c.path)
	if err != nil {
		t.Fatal(err)
	}
	if info.Size() > 600_000 {
		t.Errorf("the pack has %d bytes still", info.Size())
	}
	c = Open(dir, "v1")
	defer c.Close()
	for i := range 10 {
		if _, ok := c.Get("claims", key(i)); !ok {
			t.Errorf("result %d is gone", i)
		}
	}
	if got, _ := c.Get("claims", key(1000)); string(got) != "new" {
		t.Errorf("the new result is %q", got)
	}
}

// text fills a state.
func text(text string) func(*bufio.Writer) error {
	return func(w *bufio.Writer) error {
		_, err := w.WriteString(text)
		return err
	}
}

func TestState(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "cache")
	if got := ReadState(dir, "built"); got != nil {
		t.Errorf("a state that nobody wrote: %q", got)
	}
	long := strings.Repeat("one ", pieceSize)
	for _, want := range []string{long, "", "two"} {
		if err := WriteState(dir, "built", text(want)); err != nil {
			t.Fatal(err)
		}
		if got := ReadState(dir, "built"); got == nil || string(got) != want {
			t.Errorf("got %.20q, want %.20q", got, want)
		}
	}
	path := filepath.Join(dir, "built")
	raw, _ := os.ReadFile(path)
	for at := range raw {
		damaged := bytes.Clone(raw)
		damaged[at]++
		os.WriteFile(path, damaged, 0o644)
		if got := ReadState(dir, "built"); got != nil {
			t.Errorf("byte %d damaged: got %q", at, got)
		}
		os.WriteFile(path, raw[:at], 0o644)
		if got := ReadState(dir, "built"); got != nil {
			t.Errorf("cut at %d: got %q", at, got)
		}
	}
}

// Where the new state cannot be made whole, the old one stays, and nothing else.
func TestAStateThatCannotBeMade(t *testing.T) {
	dir := t.TempDir()
	if err := WriteState(dir, "built", text("one")); err != nil {
		t.Fatal(err)
	}
	odd := errors.New("odd")
	for _, written := range []int{0, 3, 2 * pieceSize} {
		err := WriteState(dir, "built", func(w *bufio.Writer) error {
			w.WriteString(strings.Repeat("x", written))
			return odd
		})
		if !errors.Is(err, odd) {
			t.Errorf("%d bytes: the error is %v", written, err)
		}
		if got := ReadState(dir, "built"); string(got) != "one" {
			t.Errorf("%d bytes: got %.20q", written, got)
		}
	}
	if left, _ := filepath.Glob(filepath.Join(dir, "built*")); len(left) != 1 {
		t.Errorf("there are %q", left)
	}
}

func FuzzOpen(f *testing.F) {
	whole, err := os.ReadFile(fill(f, f.TempDir(), 3))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(whole)
	f.Add(whole[:60])
	f.Fuzz(func(t *testing.T, raw []byte) {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, "results-v1.pack"), raw, 0o644); err != nil {
			t.Fatal(err)
		}
		c := Open(dir, "v1")
		defer c.Close()
		for n := range c.index {
			c.Get(string(bytes.TrimRight(n.kind[:], "\x00")), n.key)
		}
		c.Put("claims", key(9), value(9))
		if err := c.Save(true); err != nil {
			t.Fatal(err)
		}
		again := Open(dir, "v1")
		defer again.Close()
		if got, ok := again.Get("claims", key(9)); !ok || !bytes.Equal(got, value(9)) {
			t.Fatalf("got %q, %v", got, ok)
		}
	})
}

func BenchmarkOpenAndGet(b *testing.B) {
	dir := b.TempDir()
	c := Open(dir, "v1")
	for i := range 10_000 {
		c.Put("claims", key(i), bytes.Repeat([]byte{byte(i)}, 8_000))
	}
	if err := c.Save(false); err != nil {
		b.Fatal(err)
	}
	c.Close()
	for b.Loop() {
		c := Open(dir, "v1")
		for i := range 10_000 {
			c.Get("claims", key(i))
		}
		c.Close()
	}
}
