package main

import (
	"context"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"profilegen/generator/diag"
	"profilegen/generator/ingest"
)

// maxImport is how many bytes a file to import may have.
const maxImport = 256 << 20

func importCommand(s *shared) *cobra.Command {
	c := &cobra.Command{
		Use:   "import",
		Short: "make people and parties of other projects' data",
		Args: func(c *cobra.Command, args []string) error {
			if len(args) == 0 {
				return &usageError{"import what?", "popolo FILE… reads Popolo JSON"}
			}
			return unknownCommand(c, args[0])
		},
		RunE: func(*cobra.Command, []string) error { return nil },
	}
	c.AddCommand(&cobra.Command{
		Use:   "popolo FILE…",
		Short: "make people and parties of Popolo JSON",
		Long: `Make a file in content/people/ of each person, and in content/parties/ of each
party, that Popolo JSON files have: names, dates, links, memberships of parties,
posts and their terms, each with its sources. Ids in one file may name what stands
in another.

A profile that the site has already is left as it is. Where anything in the files
is wrong, it is told with its place, and nothing is written.`,
		ValidArgsFunction: cobra.FixedCompletions([]string{"json"}, cobra.ShellCompDirectiveFilterFileExt),
		Example:           `  profilegen import popolo parliament.json`,
		Args: func(c *cobra.Command, args []string) error {
			if len(args) == 0 {
				return &usageError{"import which files?", "name files of Popolo JSON"}
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error { return s.importPopolo(c.Context(), args) },
	})
	return c
}

func (s *shared) importPopolo(ctx context.Context, names []string) error {
	var sources []ingest.Source
	var problems []diag.Problem
	for _, name := range names {
		raw, err := readRegular(name, maxImport)
		if err != nil {
			problems = append(problems, diag.Problem{File: filepath.ToSlash(name), Severity: diag.Error, Code: "unreadable", Text: reason(err)})
			continue
		}
		sources = append(sources, ingest.Source{Name: filepath.ToSlash(name), Raw: raw})
	}
	done, found := ingest.ImportPopolo(os.DirFS(s.source), sources)
	problems = append(problems, found...)
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if diag.Has(problems, diag.Error) {
		done = ingest.Imported{}
	} else if err := s.writeContent(done.Files); err != nil {
		return err
	}
	if err := s.report.imported(s.source, done, problems); err != nil {
		return err
	}
	if diag.Has(problems, diag.Error) {
		return errTold
	}
	return nil
}
