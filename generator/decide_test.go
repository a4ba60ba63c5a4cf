package generator

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"profilegen/generator/content"
)

func decision(t testing.TB, id string, verdict content.Verdict, day string) content.Decision {
	return content.Decision{ID: id, Verdict: verdict, Words: []string{"some words"}, By: "A. Editor", Date: date(t, day)}
}

func decisions(t testing.TB, source string) []content.Decision {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join(source, filepath.FromSlash(DecisionsFile)))
	if err != nil {
		t.Fatal(err)
	}
	list, problems := content.ParseDecisions(DecisionsFile, raw)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return list
}

func TestDecideKeepsWhatIsThere(t *testing.T) {
	source := t.TempDir()
	path := filepath.Join(source, filepath.FromSlash(DecisionsFile))
	if err := Decide(source, decision(t, "aaaaaaaaaaaa", content.Accepted, "2024-02-01")); err != nil {
		t.Fatal(err)
	}
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	commented := append([]byte("# the desk's decisions\n\n"), before...)
	if err := os.WriteFile(path, commented, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := Decide(source, decision(t, "bbbbbbbbbbbb", content.Rejected, "2024-02-02"), decision(t, "aaaaaaaaaaaa", content.Rejected, "2024-02-02")); err != nil {
		t.Fatal(err)
	}
	after, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(string(after), string(commented)) {
		t.Errorf("what was there changed:\n%s", after)
	}
	if got := len(decisions(t, source)); got != 3 {
		t.Errorf("%d decisions", got)
	}
}

func TestDecideOnceADay(t *testing.T) {
	source := t.TempDir()
	for _, verdict := range []content.Verdict{content.Accepted, content.Rejected, content.Accepted} {
		if err := Decide(source, decision(t, "aaaaaaaaaaaa", verdict, "2024-02-01"), decision(t, "bbbbbbbbbbbb", content.Accepted, "2024-02-01")); err != nil {
			t.Fatal(err)
		}
		list := decisions(t, source)
		if len(list) != 2 || list[0].Verdict != verdict {
			t.Fatalf("after %s: %+v", verdict, list)
		}
	}
	if err := Withdraw(source, decision(t, "aaaaaaaaaaaa", content.Accepted, "2024-02-01")); err != nil {
		t.Fatal(err)
	}
	if list := decisions(t, source); len(list) != 1 || list[0].ID != "bbbbbbbbbbbb" {
		t.Errorf("%+v", list)
	}
}

func TestDecideOnABrokenFile(t *testing.T) {
	source := t.TempDir()
	path := filepath.Join(source, filepath.FromSlash(DecisionsFile))
	broken := "- id: aaaaaaaaaaaa\n<<<<<<< mine\n"
	if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, []byte(broken), 0o644)); err != nil {
		t.Fatal(err)
	}
	err := Decide(source, decision(t, "bbbbbbbbbbbb", content.Accepted, "2024-02-01"))
	if b := new(Broken); !errors.As(err, &b) || !strings.Contains(err.Error(), DecisionsFile+":") {
		t.Errorf("got %v", err)
	}
	if raw, _ := os.ReadFile(path); string(raw) != broken {
		t.Errorf("the file became %q", raw)
	}
}

func TestManyDecideAtOnce(t *testing.T) {
	source := t.TempDir()
	var group sync.WaitGroup
	for i := range 8 {
		group.Go(func() {
			for j := range 5 {
				if err := Decide(source, decision(t, fmt.Sprintf("%012x", i*100+j), content.Accepted, "2024-02-01")); err != nil {
					t.Error(err)
				}
			}
		})
	}
	group.Wait()
	if got := len(decisions(t, source)); got != 40 {
		t.Errorf("%d of 40 decisions are there", got)
	}
	left, err := filepath.Glob(filepath.Join(source, "content", ".new-*"))
	if err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

func TestWriteNewNeverOverwrites(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a", "b.md")
	if err := WriteNew(path, []byte("one")); err != nil {
		t.Fatal(err)
	}
	if err := WriteNew(path, []byte("two")); !errors.Is(err, os.ErrExist) {
		t.Errorf("got %v", err)
	}
	if raw, _ := os.ReadFile(path); string(raw) != "one" {
		t.Errorf("the file became %q", raw)
	}
	entries, _ := os.ReadDir(filepath.Dir(path))
	if len(entries) != 1 {
		t.Errorf("left behind: %v", entries)
	}
}

func TestGitUser(t *testing.T) {
	home, dir := t.TempDir(), t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("XDG_CONFIG_HOME", "")
	t.Setenv("GIT_CONFIG_GLOBAL", "")
	write := func(path, text string) {
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, []byte(text), 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	write(filepath.Join(home, ".gitconfig"), "[core]\n\tname = wrong\n[user] # me\n\temail = a@example.org\n\tName = Ada Lind ; the editor\n")
	sub := filepath.Join(dir, "site", "content")
	if err := os.MkdirAll(sub, 0o755); err != nil {
		t.Fatal(err)
	}
	if got := GitUser(sub); got != "Ada Lind" {
		t.Errorf("from the home folder: %q", got)
	}
	write(filepath.Join(dir, ".git", "config"), "[user \"other\"]\nname = wrong\n[user]\nname = \"B. Holm; desk\"\n")
	if got := GitUser(sub); got != "B. Holm; desk" {
		t.Errorf("from the repository: %q", got)
	}
}
