package main

import (
	"context"
	"fmt"
	"os"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"profilegen/generator"
	"profilegen/generator/content"
	"profilegen/generator/diag"
	"profilegen/generator/edtf"
	"profilegen/generator/profile"
)

// reviewFlags say who decides, and on which claims.
type reviewFlags struct {
	claims     []string
	by, reason string
}

func reviewCommand(s *shared) *cobra.Command {
	var flags reviewFlags
	c := &cobra.Command{
		Use:   "review",
		Short: "list what is held for review, and decide on it",
		Long: `List the facts that are held for review, each with its words and sources. In a
terminal it asks for a decision on one after the other. Decisions are written
to content/decisions.yaml.`,
		Args: func(c *cobra.Command, args []string) error {
			if len(args) == 0 {
				return nil
			}
			return unknownCommand(c, args[0])
		},
		RunE: func(c *cobra.Command, _ []string) error { return s.review(c.Context(), flags) },
	}
	f := c.PersistentFlags()
	f.StringArrayVar(&flags.claims, "claims", nil, "take the claims of this `FILE`, as extract prints them, instead of extracting")
	f.StringVar(&flags.by, "by", "", "the `name` of who decides (default git's user.name)")
	f.StringVar(&flags.reason, "reason", "", "why, in a `sentence`")
	for _, verdict := range []content.Verdict{content.Accepted, content.Rejected} {
		word := map[content.Verdict]string{content.Accepted: "accept", content.Rejected: "reject"}[verdict]
		c.AddCommand(&cobra.Command{
			Use:   word + " ID…",
			Short: word + " facts by their ids",
			Args:  someArgs,
			RunE:  func(c *cobra.Command, ids []string) error { return s.decideOn(c.Context(), flags, verdict, ids) },
		})
	}
	return c
}

// reviewed runs the pipeline up to what is held.
func (s *shared) reviewed(ctx context.Context, claims []string) (*generator.Site, error) {
	if !generator.HasContent(s.source) {
		return nil, errNoContent(s.source)
	}
	p, done, err := s.pipeline(claims)
	if err != nil {
		return nil, err
	}
	defer done()
	site, err := p.Review(ctx)
	if err != nil {
		return nil, err
	}
	var wrong []diag.Problem
	for _, problem := range site.Problems {
		if problem.Severity <= diag.SetAside {
			wrong = append(wrong, problem)
		}
	}
	s.report.problems(wrong)
	if s.fails(wrong) {
		return nil, errTold
	}
	return site, nil
}

func (s *shared) review(ctx context.Context, flags reviewFlags) error {
	site, err := s.reviewed(ctx, flags.claims)
	if err != nil {
		return err
	}
	if s.json {
		for _, held := range site.Held {
			if err := s.report.data(held); err != nil {
				return err
			}
		}
		return nil
	}
	if in, ok := s.in.(*os.File); ok && len(site.Held) > 0 && s.report.terminal && term.IsTerminal(int(in.Fd())) {
		return s.reviewEach(ctx, site, flags)
	}
	for _, held := range site.Held {
		s.report.held(site, held)
	}
	s.report.heldCount(len(site.Held))
	return nil
}

// decideOn writes one decision for each id, all or none.
func (s *shared) decideOn(ctx context.Context, flags reviewFlags, verdict content.Verdict, ids []string) error {
	site, err := s.reviewed(ctx, flags.claims)
	if err != nil {
		return err
	}
	var list []content.Decision
	for _, id := range ids {
		fact := site.Fact(id)
		switch {
		case fact == nil:
			return &hinted{fmt.Sprintf("no fact has the id %q", id), "profilegen review lists those that are held"}
		case fact.Origin == profile.Editor:
			return &hinted{fmt.Sprintf("%s is an editor's own line", id), "change the file that it stands in"}
		}
		d, err := s.decision(site, flags, verdict, id)
		if err != nil {
			return err
		}
		list = append(list, d)
	}
	if err := generator.Decide(s.source, list...); err != nil {
		return s.broken(err)
	}
	for _, d := range list {
		s.report.decided(site, d)
	}
	return nil
}

// decision makes a decision of today on the words that the fact now has.
func (s *shared) decision(site *generator.Site, flags reviewFlags, verdict content.Verdict, id string) (content.Decision, error) {
	now := time.Now()
	today, err := edtf.New(now.Year(), int(now.Month()), now.Day())
	if err != nil {
		return content.Decision{}, fmt.Errorf("reading the clock: %w", err)
	}
	by := flags.by
	if by == "" {
		by = generator.GitUser(s.source)
	}
	if by == "" {
		return content.Decision{}, &usageError{"nobody is named who decides", "--by NAME says who, or git config user.name"}
	}
	return content.Decision{ID: id, Verdict: verdict, Words: site.Words(id), By: by, Date: today, Reason: flags.reason}, nil
}

// broken tells the problems of a file that cannot be read.
func (s *shared) broken(err error) error {
	if b, ok := err.(*generator.Broken); ok {
		s.report.problems(b.Problems)
		return errTold
	}
	return err
}
