package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"runtime/debug"
	"strings"
	"syscall"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"profilegen/generator/content"
)

// The exit statuses; a signal's is its number added to exitSignal.
const (
	exitDone   = 0
	exitFailed = 1
	exitUsage  = 2
	exitSignal = 128
)

// shared are the flags that every command has, and where it reads and writes.
type shared struct {
	source, output          string
	drafts, strict, noCache bool
	quiet, verbose, json    bool
	jobs                    int
	in                      io.Reader
	report                  *report
	serving                 bool // the command goes on until a signal ends it
}

// usageError is a command line that cannot be carried out.
type usageError struct{ text, hint string }

func (e *usageError) Error() string { return e.text }

// errTold ends a command whose problems have been told already.
var errTold = errors.New("told")

// run carries out one command line and gives its exit status.
func run(args []string, in io.Reader, out, errs io.Writer) (status int) {
	s := &shared{in: in, report: newReport(out, errs)}
	defer func() {
		if fault := recover(); fault != nil {
			s.report.crashed(fault, debug.Stack())
			status = exitFailed
		}
	}()
	ctx, stop := untilSignal()
	defer stop()
	root := rootCommand(s)
	root.SetArgs(args)
	root.SetIn(in)
	root.SetOut(out)
	root.SetErr(errs)
	err := root.ExecuteContext(ctx)
	var usage *usageError
	var signalled *signalError
	switch {
	case err == nil:
		return exitDone
	case errors.As(context.Cause(ctx), &signalled):
		if !s.serving { // a server has no other end
			s.report.interrupted()
		}
		return signalled.status()
	case errors.As(err, &usage):
		s.report.misused(usage)
		return exitUsage
	case !errors.Is(err, errTold):
		s.report.failed(err)
	}
	return exitFailed
}

// signalError is why a command ended before it was done.
type signalError struct{ signal os.Signal }

func (e *signalError) Error() string { return e.signal.String() }

func (e *signalError) status() int {
	if number, ok := e.signal.(syscall.Signal); ok {
		return exitSignal + int(number)
	}
	return exitFailed
}

// untilSignal gives a context that ends with the first SIGINT or SIGTERM; the
// second ends the program at once.
func untilSignal() (context.Context, func()) {
	ctx, cancel := context.WithCancelCause(context.Background())
	caught := make(chan os.Signal, 1)
	signal.Notify(caught, os.Interrupt, syscall.SIGTERM)
	go func() {
		select {
		case got := <-caught:
			signal.Stop(caught)
			cancel(&signalError{got})
		case <-ctx.Done():
		}
	}()
	return ctx, func() { signal.Stop(caught); cancel(nil) }
}

func rootCommand(s *shared) *cobra.Command {
	root := &cobra.Command{
		Use:   "profilegen",
		Short: "builds political profile pages from articles and from what editors write",
		Args: func(c *cobra.Command, args []string) error {
			if len(args) == 0 {
				return nil
			}
			return unknownCommand(c, args[0])
		},
		RunE:              func(c *cobra.Command, _ []string) error { return c.Help() },
		SilenceErrors:     true,
		SilenceUsage:      true,
		PersistentPreRunE: func(*cobra.Command, []string) error { return s.check() },
	}
	root.CompletionOptions.HiddenDefaultCmd = false
	root.SetFlagErrorFunc(badFlag)
	f := root.PersistentFlags()
	f.StringVar(&s.source, "source", ".", "the site's `folder`")
	f.StringVar(&s.output, "output", "", "the `folder` that the site is built into (default \"public\" in the site's folder)")
	f.BoolVar(&s.drafts, "drafts", false, "take drafts in")
	f.BoolVar(&s.strict, "strict", false, "fail where something is set aside")
	f.IntVar(&s.jobs, "jobs", 0, "do `N` things at once (default one for each core)")
	f.BoolVar(&s.noCache, "no-cache", false, "neither read nor write the cache")
	f.BoolVar(&s.quiet, "quiet", false, "tell only what is wrong")
	f.BoolVar(&s.verbose, "verbose", false, "tell more")
	f.BoolVar(&s.json, "json", false, "print the report as JSON")
	root.AddCommand(buildCommand(s), serveCommand(s), extractCommand(s), addCommand(s), importCommand(s), checkCommand(s), reviewCommand(s), newCommand(s), versionCommand(s))
	root.InitDefaultCompletionCmd()
	for _, c := range root.Commands() {
		if c.Name() == "completion" {
			c.Args = oneOfCommands
			c.RunE = func(c *cobra.Command, _ []string) error { return c.Help() }
		}
	}
	return root
}

// check looks at the shared flags once they are read.
func (s *shared) check() error {
	switch {
	case s.jobs < 0:
		return &usageError{fmt.Sprintf("--jobs %d is not a number of jobs", s.jobs), "leave it out for one for each core"}
	case s.quiet && s.verbose:
		return &usageError{"--quiet and --verbose contradict each other", "choose one"}
	}
	s.report.quiet, s.report.verbose, s.report.json = s.quiet, s.verbose, s.json
	if info, err := os.Stat(s.source); err != nil {
		return fmt.Errorf("opening the site's folder: %w", err)
	} else if !info.IsDir() {
		return fmt.Errorf("--source %s is not a folder", s.source)
	}
	return nil
}

// outputFolder gives the folder that the site is built into.
func (s *shared) outputFolder() string {
	if s.output == "" {
		return filepath.Join(s.source, "public")
	}
	return s.output
}

// badFlag makes a usage error of what is wrong with a flag.
func badFlag(c *cobra.Command, err error) error {
	usage := &usageError{text: err.Error(), hint: fmt.Sprintf("%s --help tells the flags", c.CommandPath())}
	var missing *pflag.NotExistError
	var value *pflag.InvalidValueError
	if errors.As(err, &value) {
		usage.text = fmt.Sprintf("--%s: %q is not %s", value.GetFlag().Name, value.GetValue(), valueOf(value.GetFlag().Value.Type()))
	}
	if errors.As(err, &missing) {
		var names []string
		c.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
		usage.text = "there is no flag --" + missing.GetSpecifiedName()
		if len(missing.GetSpecifiedName()) == 1 {
			usage.text = "there is no flag -" + missing.GetSpecifiedName()
		}
		if near := content.NearestKey(missing.GetSpecifiedName(), names); near != "" {
			usage.hint = "did you mean --" + near + "?"
		}
	}
	return usage
}

// valueOf says what a flag takes.
func valueOf(kind string) string {
	switch kind {
	case "int":
		return "a whole number"
	case "duration":
		return "a time, as 1s or 500ms"
	case "bool":
		return "true or false"
	}
	return "a " + kind
}

func unknownCommand(c *cobra.Command, word string) error {
	usage := &usageError{text: fmt.Sprintf("there is no command %q", strings.TrimPrefix(c.CommandPath()+" "+word, "profilegen ")), hint: c.CommandPath() + " --help tells the commands"}
	c.SuggestionsMinimumDistance = 2
	if near := c.SuggestionsFor(word); len(near) > 0 {
		usage.hint = "did you mean " + near[0] + "?"
	}
	return usage
}

// oneOfCommands refuses a word that is none of the command's own.
func oneOfCommands(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	return unknownCommand(c, args[0])
}

// noArgs refuses arguments.
func noArgs(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	return &usageError{fmt.Sprintf("%s takes no argument, but got %q", c.CommandPath(), args[0]), c.CommandPath() + " --help tells how it is used"}
}
