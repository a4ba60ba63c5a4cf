package main

import (
	"github.com/spf13/cobra"

	"profilegen/generator"
)

func checkCommand(s *shared) *cobra.Command {
	var external, private bool
	c := &cobra.Command{
		Use:   "check",
		Short: "tell what is wrong or doubtful, without building",
		Long: `Tell what is wrong or doubtful in the content: what a build tells, and also
names that fit nobody or several people, sentences that were not understood,
articles without a date, sources without an archived copy.

With --external it also asks the web whether the addresses of sources and profiles
still answer, and tells each that is gone. Nothing else of profilegen but add asks
the web, and a build never does.`,
		Args: noArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			if private && !external {
				return &usageError{"--allow-private says what --external may try", "add --external, or leave it out"}
			}
			if !generator.HasContent(s.source) {
				return errNoContent(s.source)
			}
			p, done, err := s.pipeline(nil)
			if err != nil {
				return err
			}
			if external {
				p.Links = s.client(private)
				defer p.Links.Close()
			}
			problems, err := p.Check(c.Context())
			done()
			if err != nil {
				return err
			}
			if err := s.report.checked(problems); err != nil {
				return err
			}
			if s.fails(problems) {
				return errTold
			}
			return nil
		},
	}
	c.Flags().BoolVar(&external, "external", false, "try the addresses of sources and profiles on the web too")
	privateFlag(c, &private)
	return c
}
