//go:build unix

package publish

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// A test runs this binary again as a child that publishes version VERSION of a
// made-up site into FOLDER, to kill it or to starve it of disk.
const (
	childFolder  = "PUBLISH_CHILD_FOLDER"
	childVersion = "PUBLISH_CHILD_VERSION"
	childLimit   = "PUBLISH_CHILD_LIMIT"
	childStage   = "PUBLISH_CHILD_STAGE"
)

func TestMain(m *testing.M) {
	dir := os.Getenv(childFolder)
	if dir == "" {
		os.Exit(m.Run())
	}
	if limit, err := strconv.ParseUint(os.Getenv(childLimit), 10, 64); err == nil {
		if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: limit, Max: limit}); err != nil {
			panic(err)
		}
	}
	version, _ := strconv.Atoi(os.Getenv(childVersion))
	fmt.Println("begun")
	if _, err := Publish(context.Background(), dir, versionOf(version), Options{Wait: time.Minute, Stage: os.Getenv(childStage)}); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Exit(0)
}

// versionOf is a site of 300 files, of which a third differ from version to
// version, some are in one version only, and all name it.
func versionOf(version int) []File {
	var files []File
	add := func(path, text string) {
		raw := []byte(strings.Repeat(text+"\n", 200))
		key := sha256.Sum256(raw)
		files = append(files, File{Path: path, Make: func(_ string, _ [32]byte, out *bytes.Buffer) ([32]byte, error) {
			out.Write(raw)
			return key, nil
		}})
	}
	for i := range 300 {
		text := fmt.Sprint("page ", i)
		if i%3 == 0 {
			text = fmt.Sprint("page ", i, " of version ", version)
		}
		add(fmt.Sprintf("articles/%d/index.html", i), text)
	}
	add(fmt.Sprintf("only/in-%d/index.html", version), "only")
	return files
}

func child(dir string, version int, limit, stage string) *exec.Cmd {
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), childFolder+"="+dir, childVersion+"="+strconv.Itoa(version), childLimit+"="+limit, childStage+"="+stage)
	return cmd
}

// versions gives the trees of some versions, each built in an empty folder,
// with one foreign file.
func versions(t *testing.T, count int) []map[string]string {
	t.Helper()
	var trees []map[string]string
	for version := range count {
		dir := filepath.Join(t.TempDir(), "public")
		publish(t, dir, nil, versionOf(version))
		want := tree(t, dir)
		want["CNAME"] = "example.org"
		trees = append(trees, want)
	}
	return trees
}

// whichVersion gives the version that the folder holds, whole; -1 for a mixture.
func whichVersion(t *testing.T, dir string, trees []map[string]string) int {
	t.Helper()
	got := tree(t, dir)
	for version, want := range trees {
		if maps.Equal(got, want) {
			return version
		}
	}
	return -1
}

func TestKilledAtAnyMoment(t *testing.T) {
	for _, kept := range []bool{false, true} {
		t.Run(fmt.Sprint("kept stage ", kept), func(t *testing.T) { killAtAnyMoment(t, kept) })
	}
}

func killAtAnyMoment(t *testing.T, kept bool) {
	kills := 40
	if testing.Short() {
		kills = 10
	}
	trees := versions(t, 2)
	dir := filepath.Join(t.TempDir(), "public")
	stage := ""
	if kept {
		stage = keptStage(dir)
	}
	o := Options{Stage: stage, Wait: time.Minute}
	publishWith(t, dir, o, versionOf(0))
	os.WriteFile(filepath.Join(dir, "CNAME"), []byte("example.org"), 0o644)
	begin := time.Now()
	publishWith(t, dir, o, versionOf(1))
	publishWith(t, dir, o, versionOf(0))
	usual := time.Since(begin) / 2
	now, swaps := 0, 0
	for kill := range kills {
		cmd := child(dir, 1-now, "", stage)
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		out.Read(make([]byte, 6)) // it has begun
		time.Sleep(usual * time.Duration(kill) * 3 / time.Duration(2*kills))
		cmd.Process.Kill()
		cmd.Wait()
		got := whichVersion(t, dir, trees)
		if got < 0 {
			t.Fatalf("kill %d left a mixture", kill)
		}
		if got != now {
			now = got
			swaps++
		}
	}
	t.Logf("%d kills, %d of them after the swap", kills, swaps)
	publishWith(t, dir, o, versionOf(1-now))
	if got := whichVersion(t, dir, trees); got != 1-now {
		t.Errorf("after the kills, a build gave version %d", got)
	}
	alone(t, dir)
}

func TestNoRoomOnTheDisk(t *testing.T) {
	trees := versions(t, 2)
	dir := filepath.Join(t.TempDir(), "public")
	publish(t, dir, nil, versionOf(0))
	os.WriteFile(filepath.Join(dir, "CNAME"), []byte("example.org"), 0o644)
	for _, limit := range []string{"0", "1", "1000", "5000", "20000"} {
		out, err := child(dir, 1, limit, "").CombinedOutput()
		if exit := new(exec.ExitError); !errors.As(err, &exit) || exit.ExitCode() != 1 {
			t.Errorf("limit %s: %v\n%s", limit, err, out)
		}
		if got := whichVersion(t, dir, trees); got != 0 {
			t.Errorf("limit %s: version %d", limit, got)
		}
		alone(t, dir)
	}
}

func TestManyRunsAtOnce(t *testing.T) {
	trees := versions(t, 3)
	dir := filepath.Join(t.TempDir(), "public")
	publish(t, dir, nil, versionOf(0))
	os.WriteFile(filepath.Join(dir, "CNAME"), []byte("example.org"), 0o644)
	stages := [2]string{"", keptStage(dir)}
	done := make(chan struct{})
	var watcher, runs sync.WaitGroup
	watcher.Go(func() { // a reader finds the folder at all times
		for {
			select {
			case <-done:
				return
			default:
			}
			if _, err := os.Lstat(dir); err != nil {
				t.Error(err)
				return
			}
			runtime.Gosched()
		}
	})
	for worker := range 3 {
		runs.Go(func() {
			var last published
			for round := range 6 {
				_, err := Publish(t.Context(), dir, versionOf((worker+round)%3), Options{
					Wait: time.Minute, Memory: last.Memory, Remember: last.remember, Jobs: 2, Stage: stages[round%2],
				})
				if err != nil {
					t.Error(err)
				}
			}
		})
	}
	runs.Wait()
	close(done)
	watcher.Wait()
	if got := whichVersion(t, dir, trees); got < 0 {
		t.Error("the folder holds a mixture")
	}
	alone(t, dir)
}

func TestALockThatIsHeld(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	publish(t, dir, nil, versionOf(0))
	stuck := make(chan struct{})
	files := versionOf(1)
	reached := make(chan struct{})
	files[0].Make = func(_ string, key [32]byte, _ *bytes.Buffer) ([32]byte, error) {
		close(reached)
		<-stuck
		return key, errors.New("given up")
	}
	var group sync.WaitGroup
	group.Go(func() { Publish(t.Context(), dir, files, Options{}) })
	<-reached
	_, err := Publish(t.Context(), dir, versionOf(2), Options{Wait: 50 * time.Millisecond})
	want := fmt.Sprintf("%s is locked by another run of profilegen", dir)
	if refused := new(Refused); !errors.As(err, &refused) || !strings.HasPrefix(err.Error(), want) {
		t.Errorf("got %v, want %s", err, want)
	}
	if runtime.GOOS == "linux" && !strings.Contains(err.Error(), fmt.Sprintf("(process %d)", os.Getpid())) {
		t.Errorf("the owner is not named: %v", err)
	}
	close(stuck)
	group.Wait()
	publish(t, dir, nil, versionOf(2))
}
