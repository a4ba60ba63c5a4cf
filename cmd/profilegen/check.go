package main

import (
	"github.com/spf13/cobra"

	"profilegen/generator"
)

func checkCommand(s *shared) *cobra.Command {
	c := &cobra.Command{
		Use:   "check",
		Short: "tell what is wrong or doubtful, without building",
		Long: `Tell what is wrong or doubtful in the content: what a build tells, and also
names that fit nobody or several people, sentences that were not understood,
articles without a date, sources without an archived copy.`,
		Args: noArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			if !generator.HasContent(s.source) {
				return errNoContent(s.source)
			}
			p, done, err := s.pipeline(nil)
			if err != nil {
				return err
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
	return c
}
