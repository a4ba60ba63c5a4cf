package main

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"

	"github.com/spf13/cobra"

	"profilegen/generator/content"
	"profilegen/generator/diag"
	"profilegen/generator/extract"
)

// extractFlags say what of the articles is printed.
type extractFlags struct{ explain, text bool }

func extractCommand(s *shared) *cobra.Command {
	var flags extractFlags
	c := &cobra.Command{
		Use:   "extract [FILE…]",
		Short: "print the claims of articles, one JSON object on each line",
		Long: `Print the claims that articles make, one JSON object on each line, in the
order of the files and of their text. Without a file, or of the file -, it reads
standard input.
A file that cannot be read as an article is set aside and told.`,
		RunE: func(c *cobra.Command, args []string) error { return s.extract(c.Context(), args, flags) },
	}
	c.Flags().BoolVar(&flags.explain, "explain", false, "tell for each claim which rule made it, on which words")
	c.Flags().BoolVar(&flags.text, "text", false, "print the text in which the offsets count")
	return c
}

// extracted is what one file yields: its lines, and what is wrong with it.
type extracted struct {
	lines    []byte
	problems []diag.Problem
}

func (s *shared) extract(ctx context.Context, files []string, flags extractFlags) error {
	if flags.explain && flags.text {
		return &usageError{"--explain and --text are two ways to print", "choose one"}
	}
	var words fs.FS
	if info, err := os.Stat(filepath.Join(s.source, "lexicon")); err == nil && info.IsDir() {
		words = os.DirFS(filepath.Join(s.source, "lexicon"))
	}
	extractor, problems := extract.NewExtractor(words)
	if diag.Has(problems, diag.Error) {
		s.report.problems(problems)
		return errTold
	}
	var input []byte
	if len(files) == 0 {
		files = []string{"-"}
	}
	if slices.Contains(files, "-") {
		var err error
		if input, err = s.readInput(ctx); err != nil {
			return fmt.Errorf("reading standard input: %w", err)
		}
	}
	one := func(file string) extracted {
		if file == "-" {
			return extractFile(extractor, inputName(input), input, flags)
		}
		raw, err := os.ReadFile(file)
		if err != nil {
			return extracted{problems: []diag.Problem{unreadable(file, err)}}
		}
		return extractFile(extractor, filepath.ToSlash(file), raw, flags)
	}
	out := bufio.NewWriter(s.report.out)
	for _, result := range inOrder(files, s.jobs, one) {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		r := <-result
		out.Write(r.lines)
		problems = append(problems, r.problems...)
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("printing claims: %w", err)
	}
	s.report.problems(problems)
	if s.fails(problems) {
		return errTold
	}
	return nil
}

// readInput reads standard input, and gives up when ctx ends.
func (s *shared) readInput(ctx context.Context) ([]byte, error) {
	type read struct {
		raw []byte
		err error
	}
	done := make(chan read, 1)
	go func() {
		raw, err := io.ReadAll(s.in)
		done <- read{raw, err}
	}()
	select {
	case r := <-done:
		return r.raw, r.err
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// inOrder does one for each file, several at once, and gives the results to
// wait for in the order of the files.
func inOrder[T any](files []string, jobs int, one func(string) T) []chan T {
	if jobs <= 0 {
		jobs = runtime.GOMAXPROCS(0)
	}
	results := make([]chan T, len(files))
	for i := range results {
		results[i] = make(chan T, 1)
	}
	for worker := range jobs {
		go func() {
			for i := worker; i < len(files); i += jobs {
				results[i] <- one(files[i])
			}
		}()
	}
	return results
}

// inputName names standard input after what it looks like.
func inputName(raw []byte) string {
	start := bytes.ToLower(bytes.TrimSpace(raw[:min(len(raw), 512)]))
	if bytes.HasPrefix(start, []byte("<!doctype")) || bytes.HasPrefix(start, []byte("<html")) {
		return "stdin.html"
	}
	return "stdin.txt"
}

func extractFile(x *extract.Extractor, file string, raw []byte, flags extractFlags) extracted {
	a, problems := content.ParseArticle(file, raw)
	if a == nil || diag.Has(problems, diag.Error) || diag.Has(problems, diag.SetAside) {
		return extracted{problems: problems}
	}
	var out bytes.Buffer
	to := &report{out: &out}
	article := extract.Article{ID: a.ID, Date: a.Date, Language: a.Language, Text: a.Text, Markdown: a.Format == content.Markdown}
	switch {
	case flags.text:
		out.WriteString(a.Text)
	case flags.explain:
		to.explanations(file, x.Explain(article))
	default:
		for _, c := range x.Extract(article).Claims {
			if err := to.data(c); err != nil {
				panic(err) // a claim is always JSON
			}
		}
	}
	return extracted{out.Bytes(), problems}
}

// unreadable sets a file aside that cannot be read.
func unreadable(file string, err error) diag.Problem {
	return diag.Problem{File: filepath.ToSlash(file), Severity: diag.SetAside, Code: "unreadable", Text: reason(err)}
}
