package serve

import (
	"context"
	"fmt"
	"runtime/debug"
	"slices"
	"time"

	"profilegen/generator/diag"
)

// Rebuild is what the terminal tells of one run of the pipeline.
type Rebuild struct {
	Outcome
	First bool
	Took  time.Duration // from the end of the burst of events to the last browser told
}

// rebuilds builds once, then after each burst.
func (s *Server) rebuilds(ctx context.Context) {
	<-s.lookedBack
	// What is kept is kept with the state of the last build: it must be shown.
	shown := s.rebuild(ctx, []string{everything})
	if shown && len(s.early) == 0 {
		s.keepShown() // now, for a session may end without a word
	}
	s.rest()
	quiet := time.NewTimer(restTime)
	quiet.Stop()
	defer quiet.Stop()
	for {
		select {
		case <-ctx.Done():
			if shown {
				s.keepShown()
			}
			return
		case <-s.burst.ready:
			if changed := s.burst.take(); changed != nil {
				shown = s.rebuild(ctx, changed)
				quiet.Reset(restTime)
			}
		case <-quiet.C:
			s.rest()
		}
	}
}

// restTime is how long after a run the server is taken to be at rest.
const restTime = time.Second

func (s *Server) rest() {
	if s.o.Rest != nil {
		s.o.Rest()
	}
}

// rebuild runs the pipeline, puts its site in the place of the old one, and
// then tells the browsers; false where the server ends before it is shown.
func (s *Server) rebuild(ctx context.Context, changed []string) bool {
	begin := time.Now()
	out := s.build(ctx, changed)
	if ctx.Err() != nil {
		return false
	}
	old := s.current.Load()
	next := &state{site: out.Site, good: out, last: out, number: old.number + 1}
	if out.Site == nil {
		next.site, next.good = old.site, old.good
	}
	s.current.Store(next)
	first := old.number == 0
	if first {
		close(s.started)
	}
	s.hub.refresh()
	if first || len(out.Changed) > 0 {
		s.o.Built(Rebuild{Outcome: out, First: first, Took: time.Since(begin)})
	}
	return true
}

// build is Options.Build, with a panic made a problem: the server outlives it.
// One that comes of what was remembered does not come again from nothing.
func (s *Server) build(ctx context.Context, changed []string) Outcome {
	out, fault := s.tryBuild(ctx, changed)
	if fault == nil {
		return out
	}
	if again, other := s.tryBuild(ctx, []string{everything}); other == nil {
		fault.Severity, fault.Hint = diag.Warning, "the site was built anew; please report it with the lines that follow"
		again.Problems = append(slices.Clip(again.Problems), *fault)
		again.Changed = changed
		return again
	}
	return Outcome{Changed: changed, Problems: []diag.Problem{*fault}}
}

// tryBuild is Options.Build; fault tells of a panic.
func (s *Server) tryBuild(ctx context.Context, changed []string) (out Outcome, fault *diag.Problem) {
	defer func() {
		if reason := recover(); reason != nil {
			fault = &diag.Problem{
				Severity: diag.Error, Code: "panic",
				Text:  fmt.Sprintf("this is a bug in profilegen: the build panicked: %v", reason),
				Hint:  "the last good pages stay; please report it with the lines that follow",
				Notes: []diag.Note{{Text: string(debug.Stack())}},
			}
		}
	}()
	return s.o.Build(ctx, changed), nil
}
