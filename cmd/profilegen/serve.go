package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"profilegen/generator"
	"profilegen/generator/content"
	"profilegen/generator/diag"
	"profilegen/generator/edtf"
	"profilegen/generator/review"
	"profilegen/generator/serve"
)

// serving are the flags of serve.
type serving struct {
	addr        string
	watch, open bool
	poll        time.Duration
}

// defaultAddr is where the dev server listens.
const defaultAddr = "127.0.0.1:1414"

func serveCommand(s *shared) *cobra.Command {
	var o serving
	c := &cobra.Command{
		Use:     "serve",
		Aliases: []string{"server"},
		Short:   "show the site in a browser while it is written",
		Long: `Serve the site from memory: nothing is written into the output folder. With
--watch every saved change is shown at once; what is wrong is shown over the
page, and the last good page stays. What is held for review is marked in its
place, with accept and reject, on this machine only.`,
		Args: noArgs,
		RunE: func(c *cobra.Command, _ []string) error { return s.serve(c.Context(), o) },
	}
	f := c.Flags()
	f.StringVar(&o.addr, "addr", defaultAddr, "listen on this `HOST:PORT`; the next free port is told")
	f.BoolVar(&o.watch, "watch", false, "rebuild on every change and reload the browser")
	f.BoolVar(&o.open, "open", false, "open the site in the browser")
	f.DurationVar(&o.poll, "poll", 0, "with --watch, look at every file at this interval (\"1s\"), for network and container disks")
	return c
}

// check looks at the flags of serve.
func (o serving) check() error {
	if _, port, err := net.SplitHostPort(o.addr); err != nil {
		return &usageError{fmt.Sprintf("--addr %q is not HOST:PORT", o.addr), "write it as 127.0.0.1:1414"}
	} else if n, err := strconv.Atoi(port); err != nil || n < 0 || n > 65535 {
		return &usageError{fmt.Sprintf("--addr %s: %q is no port between 0 and 65535", o.addr, port), "write it as 127.0.0.1:1414"}
	}
	switch {
	case o.poll < 0 || o.poll > 0 && o.poll < 10*time.Millisecond:
		return &usageError{fmt.Sprintf("--poll %v is too often", o.poll), "--poll 1s looks once a second"}
	case o.poll > 0 && !o.watch:
		return &usageError{"--poll says how to look for changes, and nothing asks to look for them", "add --watch"}
	}
	return nil
}

func (s *shared) serve(ctx context.Context, o serving) error {
	if err := o.check(); err != nil {
		return err
	}
	if !generator.HasContent(s.source) {
		return errNoContent(s.source)
	}
	p, err := generator.New(generator.Options{
		Source: s.source, Output: s.outputFolder(), Drafts: s.drafts, Jobs: s.jobs, NoCache: s.noCache,
	})
	if err != nil {
		return err
	}
	defer p.Close()
	if serve.Wide(o.addr) {
		s.report.wide(o.addr)
	}
	s.serving = true
	told, memory := &rebuilds{report: s.report}, newProgramMemory(startPace)
	server := serve.New(serve.Options{
		Dir: s.source, Addr: o.addr, Watch: o.watch, Poll: o.poll,
		Build:  (&building{pipeline: p}).run,
		Shown:  p.Shown,
		Keep:   p.KeepShown,
		Decide: s.decide,
		Listening: func(address, taken string) {
			s.report.serving(address, taken)
			if o.open {
				if err := openBrowser(address); err != nil {
					s.report.line(fmt.Sprintf("the browser cannot be opened (%v); open %s in it", err, address))
				}
			}
		},
		Built: func(b serve.Rebuild) {
			told.tell(b)
			p.Settle()
		},
		Rest:    memory.rest,
		Trouble: func(problem diag.Problem) { s.report.problems([]diag.Problem{problem}) },
	})
	if err := server.Run(ctx); err != nil {
		return err
	}
	return context.Cause(ctx)
}

// building runs the pipeline for the dev server.
type building struct {
	pipeline *generator.Pipeline
	shown    *review.Publication // of the last run that had pages
}

func (b *building) run(ctx context.Context, hints []string) serve.Outcome {
	site, changed, err := b.pipeline.Refresh(ctx, hints)
	if err != nil {
		return serve.Outcome{Changed: changed, Problems: []diag.Problem{{Severity: diag.Error, Code: "build", Text: err.Error()}}}
	}
	out := serve.Outcome{
		Problems: site.Problems, Changed: changed,
		Held: site.Held, Merged: site.Merged, Shown: site.Public,
	}
	if site.Pages == nil {
		return out
	}
	out.Site = site.Pages
	if b.shown == nil || slices.ContainsFunc(changed, restyles) {
		out.Pages = len(site.Public.Profiles) + len(site.Public.Articles)
	} else {
		out.Pages = differing(b.shown.Profiles, site.Public.Profiles, func(p *review.Profile) string { return string(p.Ref) }) +
			differing(b.shown.Articles, site.Public.Articles, func(a *review.Article) string { return a.ID })
	}
	b.shown = site.Public
	return out
}

// restyles tells of files that every page depends on.
func restyles(file string) bool {
	return file == "profilegen.yaml" || strings.HasPrefix(file, "layouts/")
}

// differing counts what is in one list and not in the other.
func differing[T any](before, now []*T, name func(*T) string) int {
	were := make(map[string]*T, len(before))
	for _, x := range before {
		were[name(x)] = x
	}
	n := 0
	for _, x := range now {
		if were[name(x)] != x {
			n++
		}
		delete(were, name(x))
	}
	return n + len(were)
}

// decide writes a decision that was made in the browser, as review does.
func (s *shared) decide(d content.Decision) error {
	if d.By = generator.GitUser(s.source); d.By == "" {
		return errors.New("who decides is not known; set it with: git config user.name NAME")
	}
	var err error
	if d.Date, err = edtf.Parse(time.Now().Format(time.DateOnly)); err != nil {
		return fmt.Errorf("dating the decision: %w", err)
	}
	return generator.Decide(s.source, d)
}

// wide warns of an address that other machines can reach.
func (r *report) wide(addr string) {
	r.problems([]diag.Problem{{
		Severity: diag.Warning, Code: "wide",
		Text: fmt.Sprintf("--addr %s is open to other machines, and what is served are drafts about living people", addr),
		Hint: "requests under another name than that of --addr are refused",
	}})
}

// serving tells where the site is shown.
func (r *report) serving(address, taken string) {
	if taken != "" {
		r.line(taken + " is taken by another program, the next free port is used")
	}
	if r.quiet && taken == "" {
		return
	}
	r.line("serving " + address + "; press Ctrl-C to end")
}

// mostNamed is how many changed files a line names.
const mostNamed = 3

// rebuilds tells the runs of the dev server.
type rebuilds struct {
	*report
	told map[string]bool // the warnings that the last run had: they are not told again
}

// tell tells one run: what is wrong, and in a line what changed, how many
// pages, and how long it took.
func (r *rebuilds) tell(b serve.Rebuild) {
	if r.json {
		_ = r.data(struct {
			Changed  []string       `json:"changed"`
			Pages    int            `json:"pages"`
			Ms       float64        `json:"ms"`
			Problems []diag.Problem `json:"problems"`
		}{b.Changed, b.Pages, float64(b.Took.Microseconds()) / 1000, diag.Sort(slices.Clone(b.Problems))})
		return
	}
	r.problems(r.fresh(b.Problems))
	if r.quiet {
		return
	}
	what := strings.Join(b.Changed[:min(len(b.Changed), mostNamed)], ", ")
	if more := len(b.Changed) - mostNamed; more > 0 {
		what += fmt.Sprintf(" and %d more", more)
	}
	result := fmt.Sprintf("%d pages", b.Pages)
	if b.Pages == 1 {
		result = "1 page"
	}
	switch {
	case b.Site == nil:
		result = "not shown, the last good pages stay"
	case b.First:
		what, result = "built", fmt.Sprintf("%d files", len(b.Changed))
	default:
		what = "changed " + what
	}
	r.line(fmt.Sprintf("%s: %s, %v", what, result, b.Took.Round(100*time.Microsecond)))
}

// fresh gives the problems to tell: errors always, the rest where the last run
// had it not.
func (r *rebuilds) fresh(list []diag.Problem) []diag.Problem {
	var out []diag.Problem
	now := make(map[string]bool, len(list))
	for _, p := range list {
		text := p.String()
		if p.Severity == diag.Error || p.Severity != diag.Info && !r.told[text] {
			out = append(out, p)
		}
		now[text] = true
	}
	r.told = now
	return out
}
