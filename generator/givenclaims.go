package generator

import (
	"fmt"
	"os"

	"profilegen/generator/claim"
	"profilegen/generator/diag"
)

// readClaims reads the files that take the place of extraction.
func (p *Pipeline) readClaims() (map[string][]claim.Claim, []diag.Problem) {
	if len(p.Claims) == 0 {
		return nil, nil
	}
	given := map[string][]claim.Claim{}
	var problems []diag.Problem
	for _, name := range p.Claims {
		file, err := os.Open(name)
		if err != nil {
			problems = append(problems, diag.Problem{File: name, Code: "unreadable", Text: "the claims cannot be read: " + err.Error()})
			continue
		}
		claims, found := claim.Read(file, name)
		file.Close()
		problems = append(problems, found...)
		for _, c := range claims {
			given[c.Article()] = append(given[c.Article()], c)
		}
	}
	return given, problems
}

// strayClaims tells of claims whose article the site does not have.
func strayClaims(given map[string][]claim.Claim) []diag.Problem {
	var problems []diag.Problem
	for id, claims := range given {
		problems = append(problems, diag.Problem{
			Severity: diag.Warning, Code: "stray-claims",
			Text: fmt.Sprintf("%d claims are of the article %q, which the site does not have", len(claims), id),
		})
	}
	return diag.Sort(problems)
}
