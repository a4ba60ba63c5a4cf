// Package serve is the dev server: it shows a site while its editors write.
//
// In go a function that runs the pipeline again, and the site's folder to
// watch; out come, over HTTP, the pages of the last state that could be built,
// each made when it is asked for, and to each browser the word that the page it
// shows has changed. It writes nothing but an editor's decision, and that
// through a function given to it; it never touches public/, answers nobody but
// this machine unless told otherwise, and never puts into a page's own bytes
// what is held for review.
//
// The way of a change:
//
//	file system ─▶ watcher or poller ─▶ burst ─▶ Build ─▶ state ─▶ hub ─▶ browsers
//
// Events are hints: which files changed is decided by who builds, from their
// bytes. A state never changes; a new one takes the place of the old in one step.
package serve

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"sync/atomic"
	"time"

	"golang.org/x/sync/errgroup"

	"profilegen/generator/content"
	"profilegen/generator/diag"
	"profilegen/generator/profile"
	"profilegen/generator/review"
)

// Site is one whole state of a site, as package render makes it. It never
// changes, and is safe for concurrent use.
type Site interface {
	// Has tells whether there is a path, as "people/x/index.html".
	Has(path string) bool
	// Key is a hash of all that a path's bytes depend on.
	Key(path string) [32]byte
	// Render gives a path's bytes.
	Render(path string) ([]byte, error)
}

// Outcome is what one run of the pipeline gives.
type Outcome struct {
	// Site is the whole site as it now is; nil where an error keeps it from
	// being shown: then the last good one stays.
	Site Site
	// Problems are all that the site now has, not only the new ones.
	Problems []diag.Problem
	// Held are the facts that wait for an editor.
	Held []review.HeldFact
	// Merged has every fact in the order of its profile's timeline, Shown what
	// is published of them: from both comes the place of a held one.
	Merged *profile.Result
	Shown  *review.Publication
	// Changed are the files whose bytes differ since the run before, sorted;
	// empty where nothing did.
	Changed []string
	// Pages is how many profiles and articles have another page than before.
	Pages int
}

// Options are what a server needs. The functions are called from one goroutine
// at a time, but for Decide.
type Options struct {
	Dir   string        // the site's folder
	Addr  string        // HOST:PORT to listen on
	Watch bool          // look for changes
	Poll  time.Duration // how often every file is looked at; 0 waits for the system's events

	// Build runs the pipeline. changed are paths from the site's folder, with
	// slashes, of files and folders that may have changed; "." is everything.
	Build func(ctx context.Context, changed []string) Outcome
	// Shown gives what Keep was given in the last session, if the site is as it
	// was then: what it shows is shown before the first build is over. Keep is
	// given what is to be shown first the next time. Both may be nil, and are
	// called from the goroutine that builds.
	Shown func() []byte
	Keep  func(shown []byte)
	// Decide writes an editor's decision, By and Date left to it. It may be nil:
	// then nothing can be decided here.
	Decide func(content.Decision) error
	// Listening is told the address once it answers; taken is the one that was
	// asked for, where another program has it.
	Listening func(address, taken string)
	// Built is told each run that found a change, and the first.
	Built func(Rebuild)
	// Rest is called once all is done that follows the first run, and then
	// whenever nothing has happened for a while after others. It may be nil.
	Rest func()
	// Trouble is told what concerns the server, not the site.
	Trouble func(diag.Problem)
}

// shutdownTime is how long open requests may take once the server is to end.
const shutdownTime = 2 * time.Second

// Server shows one site.
type Server struct {
	o       Options
	guard   guard
	token   string // what the review bar's calls carry
	current atomic.Pointer[state]
	started chan struct{} // closed once the first build is over
	// early is what can be shown until then, once lookedBack is closed.
	early      early
	lookedBack chan struct{}
	pages      *pages
	hub        *hub
	burst      *burst
	hints      chan hint
}

// state is what the server shows from one build to the next. It never changes.
type state struct {
	site   Site    // the last good one; nil where none could be built yet
	good   Outcome // the one that site came with
	last   Outcome // the newest, good or not
	number int
}

// New prepares a server; Run starts it.
func New(o Options) *Server {
	s := &Server{
		o: o, token: newToken(), started: make(chan struct{}), lookedBack: make(chan struct{}),
		pages: newPages(keptBytes), burst: newBurst(quietTime, returnTime, mostTime), hints: make(chan hint, 64),
	}
	s.hub = newHub(s.look)
	s.current.Store(&state{})
	return s
}

// Run listens, builds and serves until ctx ends; then it lets open requests
// finish and gives nil.
func (s *Server) Run(ctx context.Context) error {
	listener, taken, err := listen(s.o.Addr)
	if err != nil {
		return err
	}
	s.guard = newGuard(s.o.Addr, listener.Addr())
	group, ctx := errgroup.WithContext(ctx)
	server := &http.Server{
		Handler:           s,
		ReadHeaderTimeout: 5 * time.Second,
		IdleTimeout:       90 * time.Second,
		MaxHeaderBytes:    64 << 10,
		ErrorLog:          quietLog(),
		BaseContext:       func(net.Listener) context.Context { return ctx },

		DisableGeneralOptionsHandler: true,
	}
	group.Go(func() error {
		if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
			return fmt.Errorf("serving %s: %w", listener.Addr(), err)
		}
		return nil
	})
	group.Go(func() error {
		<-ctx.Done()
		s.hub.close()
		end, cancel := context.WithTimeout(context.WithoutCancel(ctx), shutdownTime)
		defer cancel()
		if server.Shutdown(end) != nil {
			server.Close()
		}
		return nil
	})
	group.Go(func() error { s.burst.run(ctx, s.hints); return nil })
	group.Go(func() error { s.lookBack(); return nil })
	source := s.source()
	group.Go(func() error { s.rebuilds(ctx); return nil })
	group.Go(func() error { s.follow(ctx, source); return nil })
	s.o.Listening(s.guard.address(), taken)
	return group.Wait()
}

// source starts to look for changes, before the first build, so that none is
// missed; nil where the server does not look.
func (s *Server) source() hinter {
	if !s.o.Watch {
		return nil
	}
	if s.o.Poll > 0 {
		return newPoller(s.o.Dir, s.o.Poll)
	}
	w, err := newWatcher(s.o.Dir)
	if err != nil {
		return s.pollInstead(err)
	}
	return w
}

// hinter tells which paths may have changed, until ctx ends.
type hinter interface {
	run(ctx context.Context, hints chan<- hint) error
}

// follow passes hints on; a watcher that fails gives way to a poller.
func (s *Server) follow(ctx context.Context, source hinter) {
	for source != nil {
		// It lets go of what it holds also where the server has ended by now.
		err := source.run(ctx, s.hints)
		if err == nil || ctx.Err() != nil {
			return
		}
		source = s.pollInstead(err)
		select {
		case s.hints <- hint{path: everything}:
		case <-ctx.Done():
		}
	}
}

// pollPause is how often every file is looked at where watching failed.
const pollPause = time.Second

// pollInstead tells why events cannot be had, and goes on without them.
func (s *Server) pollInstead(err error) hinter {
	problem := limitProblem(pollPause)
	if !errors.Is(err, errLimit) {
		problem = diag.Problem{
			Severity: diag.Warning, Code: "watch-failed",
			Text: fmt.Sprintf("the system tells no changes (%v): every file is looked at each %v instead", err, pollPause),
			Hint: "--poll 1s asks for this without the attempt",
		}
	}
	s.o.Trouble(problem)
	return newPoller(s.o.Dir, pollPause)
}
