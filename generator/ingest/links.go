package ingest

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"golang.org/x/sync/errgroup"

	"profilegen/generator/diag"
)

// Link is an address that content names, with its place.
type Link struct {
	Address      string
	File         string
	Line, Column int
	Key          string // the key it stands under, as "url"
	Date         string // of the article that it is the address of, as 2014-05-03
	Archive      string // the address of the article's archived copy, or empty
}

// atOnce is how many hosts are asked at once, unless the caller says otherwise.
const atOnce = 8

// TryLinks asks whether addresses still answer, each once, and tells of those
// that do not at each place where they stand. A host is asked for one address
// at a time, jobs of them at once (0 is eight); progress, where set, is told of
// each address. A link that is gone is an error; where the server does not let
// it be seen, it is a warning.
func (c *Client) TryLinks(ctx context.Context, links []Link, jobs int, progress func(done, total int)) []diag.Problem {
	if jobs <= 0 {
		jobs = atOnce
	}
	hosts := map[string][]string{}
	seen := map[string]bool{}
	for _, l := range links {
		for _, address := range []string{l.Address, l.Archive} {
			address = withoutFragment(address)
			if u, err := url.Parse(address); err == nil && u.Host != "" && !seen[address] {
				seen[address] = true
				hosts[strings.ToLower(u.Host)] = append(hosts[strings.ToLower(u.Host)], address)
			}
		}
	}
	t := &trial{client: c, results: make(map[string]outcome, len(seen)), total: len(seen), progress: progress}
	var workers errgroup.Group
	workers.SetLimit(jobs)
	for _, addresses := range hosts {
		workers.Go(func() error {
			slices.Sort(addresses)
			t.host(ctx, addresses)
			return nil
		})
	}
	workers.Wait()
	if ctx.Err() != nil {
		return nil
	}
	var problems []diag.Problem
	for _, l := range links {
		if p, ok := t.tell(l); ok {
			problems = append(problems, p)
		}
	}
	return diag.Sort(problems)
}

func withoutFragment(address string) string {
	address, _, _ = strings.Cut(address, "#")
	return address
}

// outcome is what asking for an address gave.
type outcome struct {
	status int
	fault  *fault // no answer at all
	moved  string // where it has moved for good
	home   bool   // it leads to the home page
}

// trial asks hosts for their addresses.
type trial struct {
	client   *Client
	mu       sync.Mutex
	results  map[string]outcome
	done     atomic.Int64
	total    int
	progress func(done, total int)
}

// host asks one host for its addresses, one after the other. A host that is not
// there, does not answer, or asks to be left alone is not asked again.
func (t *trial) host(ctx context.Context, addresses []string) {
	var last outcome
	silent, over := 0, false
	for _, address := range addresses {
		if ctx.Err() != nil {
			return
		}
		if !over {
			last = t.client.try(ctx, address)
			switch {
			case last.fault != nil && (last.fault.code == "timeout" || last.fault.code == "no-answer"):
				silent++
			default:
				silent = 0
			}
			over = silent > 1 || last.status == http.StatusTooManyRequests || last.fault != nil && last.fault.code == "no-host"
		}
		t.mu.Lock()
		t.results[address] = last
		t.mu.Unlock()
		if done := int(t.done.Add(1)); t.progress != nil {
			t.progress(done, t.total)
		}
	}
}

// try asks for an address: first for its head alone, and for all of it where
// the server does not answer that well.
func (c *Client) try(ctx context.Context, address string) outcome {
	var out outcome
	for _, method := range []string{http.MethodHead, http.MethodGet} {
		answer, err := c.send(ctx, method, address)
		if err != nil {
			out = outcome{fault: &fault{"no-answer", err.Error(), ""}}
			errors.As(err, &out.fault)
			if out.fault.code == "no-host" || out.fault.code == "blocked" || out.fault.code == "certificate" || out.fault.code == "timeout" {
				return out
			}
			continue
		}
		const enough = 4 << 10
		io.Copy(io.Discard, io.LimitReader(answer.Body, enough))
		answer.Body.Close()
		out = outcome{status: answer.StatusCode}
		if answer.StatusCode < 400 {
			out.moved, out.home = movedTo(address, answer)
			return out
		}
		if answer.StatusCode == http.StatusTooManyRequests {
			return out
		}
	}
	return out
}

// movedTo tells where an address has moved for good, and whether it leads to
// nothing but its host's home page.
func movedTo(address string, answer *http.Response) (moved string, home bool) {
	asked, err := url.Parse(address)
	final := answer.Request.URL
	if err != nil || answer.Request.Response == nil {
		return "", false
	}
	if strings.Trim(asked.Path, "/") != "" && strings.Trim(final.Path, "/") == "" && final.RawQuery == "" && hostOf(asked.String()) == hostOf(final.String()) {
		return "", true
	}
	for r := answer.Request; r.Response != nil; r = r.Response.Request {
		if s := r.Response.StatusCode; s != http.StatusMovedPermanently && s != http.StatusPermanentRedirect {
			return "", false
		}
	}
	if addressKey(address) == addressKey(final.String()) {
		return "", false
	}
	return final.String(), false
}

// tell gives what an editor should know of a link; false where it is well.
func (t *trial) tell(l Link) (diag.Problem, bool) {
	got, tried := t.results[withoutFragment(l.Address)]
	if !tried {
		return diag.Problem{}, false
	}
	p := diag.Problem{File: l.File, Line: l.Line, Column: l.Column, Severity: diag.Warning, Code: "link-unsure"}
	name := l.Address
	if l.Key != "" {
		name = l.Key + ": " + name
	}
	switch {
	case got.fault != nil:
		p.Text, p.Hint = name+": "+got.fault.text, "try again later"
		switch got.fault.code {
		case "blocked":
			p.Severity, p.Code, p.Hint = diag.Error, "private-link", "readers cannot follow it: write a public address; --allow-private tries it"
		case "no-host":
			p.Severity, p.Code, p.Hint = diag.Error, "dead-link", l.copyHint()
		case "certificate":
			p.Hint = "readers are warned by their browsers: look whether the page has another address"
		case "redirects":
			p.Hint = "write the address where it ends"
		}
	case got.status == http.StatusNotFound || got.status == http.StatusGone:
		p.Severity, p.Code = diag.Error, "dead-link"
		p.Text, p.Hint = name+" answers "+statusOf(got.status), l.copyHint()
	case got.status >= 400:
		p.Text, p.Hint = name+" answers "+statusOf(got.status), cmp.Or(tryHint(got.status), "open it in a browser")
	case got.home:
		p.Text, p.Hint = name+" leads to the home page of its site: the page itself may be gone", l.copyHint()
	case got.moved != "":
		p.Severity, p.Code = diag.Info, "moved-link"
		p.Text, p.Hint = name+" has moved for good", "write "+got.moved
	default:
		return p, false
	}
	if p.Code == "dead-link" && l.Archive != "" {
		if copied := t.results[withoutFragment(l.Archive)]; copied.fault == nil && copied.status > 0 && copied.status < 400 {
			p.Severity, p.Hint = diag.Info, "its archived copy stands"
		}
	}
	return p, true
}

func tryHint(status int) string {
	switch {
	case status == http.StatusTooManyRequests:
		return "the server asks to be left alone: try again later"
	case status >= 500:
		return "try again later"
	}
	return ""
}

// copyHint says where a copy of a page may be, one of its own time if that is
// known.
func (l Link) copyHint() string {
	at := "https://web.archive.org/web/"
	if day := strings.ReplaceAll(l.Date, "-", ""); len(day) == 8 {
		at += day + "/"
	}
	what := "write the address of the copy instead"
	if l.Key == "url" {
		what = "add it as archive_url"
	}
	return fmt.Sprintf("look for a copy at %s%s, and %s", at, withoutFragment(l.Address), what)
}
