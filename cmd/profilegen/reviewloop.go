package main

import (
	"bufio"
	"context"
	"io"
	"maps"
	"strings"

	"profilegen/generator"
	"profilegen/generator/content"
	"profilegen/generator/profile"
	"profilegen/generator/review"
)

// reviewLoop asks for one decision after the other in a terminal. Each is
// written at once, so that nothing is lost when the terminal is closed.
type reviewLoop struct {
	s     *shared
	site  *generator.Site
	flags reviewFlags
	lines <-chan string
	done  []step // for undo
}

// step is one decided fact.
type step struct {
	at       int
	decision content.Decision
}

func (s *shared) reviewEach(ctx context.Context, site *generator.Site, flags reviewFlags) error {
	loop := reviewLoop{s: s, site: site, flags: flags, lines: readLines(s.in)}
	err := loop.run(ctx)
	s.report.reviewEnd(len(loop.done), len(site.Held))
	return err
}

// readLines gives the lines of in, so that waiting for one can be given up.
func readLines(in io.Reader) <-chan string {
	lines := make(chan string)
	go func() {
		defer close(lines)
		for scanner := bufio.NewScanner(in); scanner.Scan(); {
			lines <- strings.TrimSpace(scanner.Text())
		}
	}()
	return lines
}

// ask gives the next line; false at the end of the input or of ctx.
func (l *reviewLoop) ask(ctx context.Context, question string) (string, bool) {
	l.s.report.ask(question)
	select {
	case line, ok := <-l.lines:
		return line, ok
	case <-ctx.Done():
		return "", false
	}
}

func (l *reviewLoop) run(ctx context.Context) error {
	for at := 0; at < len(l.site.Held); {
		held := l.site.Held[at]
		l.s.report.held(l.site, held)
		answer, ok := l.ask(ctx, "accept, reject, edit, skip, undo or quit? [a/r/e/s/u/q] ")
		if !ok {
			return ctx.Err()
		}
		var err error
		switch strings.ToLower(answer) {
		case "a", "accept":
			err = l.write(ctx, at, content.Accepted, nil)
		case "r", "reject":
			err = l.write(ctx, at, content.Rejected, nil)
		case "e", "edit":
			set, ok := l.fields(ctx)
			if !ok {
				return ctx.Err()
			}
			if len(set) == 0 || l.wrong(held.Fact, set) {
				continue
			}
			err = l.write(ctx, at, content.Edited, set)
		case "s", "skip":
		case "u", "undo":
			if at, err = l.undo(at); err != nil {
				return l.s.broken(err)
			}
			continue
		case "q", "quit":
			return nil
		default:
			continue
		}
		if err != nil {
			return l.s.broken(err)
		}
		at++
	}
	return nil
}

// fields asks for the fields of an edited fact, one a line.
func (l *reviewLoop) fields(ctx context.Context) (map[string]string, bool) {
	set := map[string]string{}
	for {
		line, ok := l.ask(ctx, "field: value, or nothing to end: ")
		if !ok || line == "" {
			return set, ok
		}
		if name, value, found := strings.Cut(line, ":"); found {
			set[strings.TrimSpace(name)] = strings.TrimSpace(value)
		}
	}
}

// wrong tells of fields that no such fact can have, before anything is written.
func (l *reviewLoop) wrong(f *profile.Fact, set map[string]string) bool {
	text := review.BadSet(f, set)
	if err := content.CheckFields(set); err != nil {
		text = err.Error()
	}
	if text != "" {
		l.s.report.line(text)
	}
	return text != ""
}

func (l *reviewLoop) write(ctx context.Context, at int, verdict content.Verdict, set map[string]string) error {
	flags := l.flags
	if flags.reason == "" {
		reason, ok := l.ask(ctx, "why (may be empty): ")
		if !ok {
			return ctx.Err()
		}
		flags.reason = reason
	}
	d, err := l.s.decision(l.site, flags, verdict, l.site.Held[at].ID)
	if err != nil {
		return err
	}
	d.Set = maps.Clone(set)
	if err := generator.Decide(l.s.source, d); err != nil {
		return err
	}
	l.done = append(l.done, step{at, d})
	return nil
}

// undo takes the last decision back and gives the place to go on from.
func (l *reviewLoop) undo(at int) (int, error) {
	if len(l.done) == 0 {
		l.s.report.nothingToUndo()
		return at, nil
	}
	last := l.done[len(l.done)-1]
	l.done = l.done[:len(l.done)-1]
	return last.at, generator.Withdraw(l.s.source, last.decision)
}
