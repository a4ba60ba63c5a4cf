package extract

import "profilegen/generator/claim"

// Rule is one way in which the press tells one kind of thing.
type Rule struct {
	// Name goes into the claims it makes: short, lower case, with hyphens.
	Name string
	// Doc is one line: what it reads, with an example.
	Doc string
	// Types are the types of claims that it makes.
	Types []claim.Type
	// needs are the classes of words of which the sentence must hold one; the
	// zero set runs on every sentence.
	needs set
	// always: it needs none.
	always bool
	// Find looks at one sentence and adds what it tells.
	Find func(s *Sentence)
}

// Sentence is one analysed sentence, as the rules see it: its words, names,
// posts, dates, phrases and verbs, and what the article told before.
type Sentence struct {
	*reading
	rule *Rule
}

// rules is the ordered list of all rules. Where two rules make the same claim
// of the same words, the first one's stands.
var rules = join(
	postRules,
	careerRules,
	tenureRules,
	memberRules,
	panelRules,
	workRules,
	moveRules,
	successionRules,
	denialRules,
	electionRules,
	legalRules,
	lifeRules,
	familyRules,
	residenceRules,
	statementRules,
	reportRules,
	eventRules, // last: for the sentences that told nothing else
)

func join(lists ...[]Rule) []Rule {
	var all []Rule
	for _, list := range lists {
		all = append(all, list...)
	}
	for i := range all {
		all[i].always = all[i].needs == set{}
	}
	return all
}

// on builds the needs of a rule.
func on(list ...Class) set { return setOf(list...) }
