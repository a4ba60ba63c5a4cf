package main

import (
	"context"

	"github.com/spf13/cobra"

	"profilegen/generator"
)

func buildCommand(s *shared) *cobra.Command {
	var claims []string
	c := &cobra.Command{
		Use:   "build",
		Short: "build the site once",
		Long: `Read the content, extract claims from the articles, merge them into profiles,
and put the pages into the output folder. The new site takes the place of the
old one as a whole; if anything is wrong, the old one stays as it was.`,
		Args: noArgs,
		RunE: func(c *cobra.Command, _ []string) error { return s.build(c.Context(), claims) },
	}
	claimsFlag(c, &claims)
	return c
}

// claimsFlag adds --claims, which may be given several times.
func claimsFlag(c *cobra.Command, claims *[]string) {
	c.Flags().StringArrayVar(claims, "claims", nil, "take the claims of this `FILE`, as extract prints them, instead of extracting")
}

// pipeline opens the site that the flags name.
func (s *shared) pipeline(claims []string) (*generator.Pipeline, func(), error) {
	progress, stop := s.report.progress()
	memory := newProgramMemory(buildPace)
	p, err := generator.New(generator.Options{
		Source: s.source, Output: s.outputFolder(), Drafts: s.drafts, Jobs: s.jobs, NoCache: s.noCache,
		Claims: claims, Progress: progress,
	})
	if err != nil {
		stop()
		memory.end()
		return nil, nil, err
	}
	return p, func() { stop(); p.Close(); memory.end() }, nil
}

func (s *shared) build(ctx context.Context, claims []string) error {
	if !generator.HasContent(s.source) {
		return errNoContent(s.source)
	}
	p, done, err := s.pipeline(claims)
	if err != nil {
		return err
	}
	result, err := p.Build(ctx, s.strict)
	done()
	if err != nil {
		return err
	}
	if err := s.report.built(result); err != nil {
		return err
	}
	if !result.Published {
		return errTold
	}
	return nil
}
