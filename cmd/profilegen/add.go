package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/sync/errgroup"

	"profilegen/generator/diag"
	"profilegen/generator/ingest"
)

func addCommand(s *shared) *cobra.Command {
	var private bool
	c := &cobra.Command{
		Use:   "add FILE|URL…",
		Short: "make articles of saved or live web pages",
		Long: `Make an article in content/articles/ of each web page: an HTML file saved with a
browser, or an http or https address. Title, date, outlet, author, address and
language come from what the page says of itself; what it does not say is told, and
stands in the file as a line to fill in. The file is named after the date and the
title. Nothing is ever overwritten: an article that is there already is told, and
another version of it gets a file of its own.

Pages are fetched from public addresses only, with limits on size, time and
redirects. What cannot be made an article is told, and the others are made.`,
		Example: `  profilegen add ~/Downloads/article.html
  profilegen add https://courier.example/2016/05/12/harbour`,
		Args: func(c *cobra.Command, args []string) error {
			if len(args) == 0 {
				return &usageError{"add what?", "name HTML files or web addresses"}
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error { return s.add(c.Context(), args, private) },
	}
	c.ValidArgsFunction = cobra.FixedCompletions([]string{"html", "htm"}, cobra.ShellCompDirectiveFilterFileExt)
	privateFlag(c, &private)
	return c
}

// privateFlag adds --allow-private.
func privateFlag(c *cobra.Command, private *bool) {
	c.Flags().BoolVar(private, "allow-private", false, "connect to addresses of this machine and its network too")
}

// client gives what asks the web.
func (s *shared) client(private bool) *ingest.Client {
	agent := "profilegen (static site generator)"
	if v := version(); v != "(devel)" && v != "unknown" {
		agent = "profilegen/" + v + " (static site generator)"
	}
	return ingest.NewClient(ingest.ClientOptions{UserAgent: agent, Private: private})
}

// came is a page, or why there is none.
type came struct {
	page    ingest.Page
	problem *diag.Problem
}

func (s *shared) add(ctx context.Context, names []string, private bool) error {
	client := s.client(private)
	defer client.Close()
	const atOnce = 4
	jobs := atOnce
	if s.jobs > 0 {
		jobs = s.jobs
	}
	var pages []ingest.Page
	var problems []diag.Problem
	for _, result := range inOrder(names, jobs, func(name string) came { return take(ctx, client, name) }) {
		r := <-result
		if r.problem != nil {
			problems = append(problems, *r.problem)
		} else {
			pages = append(pages, r.page)
		}
	}
	if ctx.Err() != nil {
		return ctx.Err()
	}
	done := addReport{Added: []addedArticle{}}
	for _, a := range ingest.Add(os.DirFS(s.source), pages) {
		one := addedArticle{File: a.File.Path, Title: a.Title, Date: a.Date, URL: a.URL}
		switch {
		case a.Have != "":
			one.File = a.Have
			done.Have = append(done.Have, one)
		case a.File.Path != "":
			if err := s.writeContent([]ingest.File{a.File}); err != nil {
				problems = append(problems, diag.Problem{File: a.File.Path, Severity: diag.Error, Code: "unwritable", Text: err.Error()})
				continue
			}
			done.Added = append(done.Added, one)
		}
		problems = append(problems, a.Problems...)
	}
	done.Problems = diag.Sort(problems)
	if err := s.report.added(s.source, done); err != nil {
		return err
	}
	if diag.Has(problems, diag.Error) {
		return errTold
	}
	return nil
}

// take reads a file or fetches an address.
func take(ctx context.Context, client *ingest.Client, name string) came {
	trouble := func(code, text, hint string) came {
		return came{problem: &diag.Problem{File: name, Severity: diag.Error, Code: code, Text: text, Hint: hint}}
	}
	address, err := ingest.IsAddress(name)
	switch {
	case err != nil && address:
		return trouble("bad-address", err.Error(), "write an https: address")
	case err != nil:
		return trouble("bad-address", err.Error(), "give an http or https address; of a file of that name, ./ and its name")
	case address:
		page, err := client.Fetch(ctx, name)
		if err != nil {
			problem := ingest.ProblemOf(name, err)
			return came{problem: &problem}
		}
		page.Fetched = time.Now().UTC().Format(time.RFC3339)
		return came{page: page}
	}
	raw, err := readRegular(name, ingest.MaxPage)
	if err != nil {
		var hint string
		if errors.Is(err, fs.ErrNotExist) {
			hint = "an address begins with https:// or http://"
		}
		return trouble("unreadable", reason(err), hint)
	}
	return came{page: ingest.Page{Name: filepath.ToSlash(name), Raw: raw}}
}

// readRegular reads a regular file up to a limit in bytes.
func readRegular(name string, limit int) ([]byte, error) {
	info, err := os.Stat(name) // before it is opened: a pipe would wait
	switch {
	case err != nil:
		return nil, err
	case info.IsDir():
		return nil, errors.New("this is a folder")
	case !info.Mode().IsRegular():
		return nil, errors.New("this is not a file")
	}
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	raw, err := io.ReadAll(io.LimitReader(file, int64(limit)+1))
	if err == nil && len(raw) > limit {
		err = fmt.Errorf("the file is larger than %d MiB", limit>>20)
	}
	return raw, err
}

// writeContent writes new files into the site's folder: all of them, or none
// where one is there already or cannot be written. A folder that is a link is
// refused: a build would not read it.
func (s *shared) writeContent(files []ingest.File) error {
	const atOnce = 8 // each waits for the disk
	for _, f := range files {
		for dir := path.Dir(f.Path); dir != "."; dir = path.Dir(dir) {
			whole := filepath.Join(s.source, filepath.FromSlash(dir))
			if info, err := os.Lstat(whole); err == nil && !info.IsDir() {
				return &hinted{whole + " is not a folder", "put a folder there"}
			}
		}
		whole := filepath.Join(s.source, filepath.FromSlash(f.Path))
		if _, err := os.Lstat(whole); err == nil {
			return errThere(whole)
		}
	}
	var writers errgroup.Group
	writers.SetLimit(atOnce)
	written := make([]bool, len(files))
	for i, f := range files {
		writers.Go(func() error {
			err := writeAll(s.source, []file{{f.Path, f.Raw}})
			written[i] = err == nil
			return err
		})
	}
	err := writers.Wait()
	if err != nil {
		for i, f := range files {
			if written[i] {
				os.Remove(filepath.Join(s.source, filepath.FromSlash(f.Path)))
			}
		}
	}
	return err
}
