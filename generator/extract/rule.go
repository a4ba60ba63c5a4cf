package extract

import (
	"math/bits"

	"profilegen/generator/claim"
)

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
	rankRules,
	helmRules,
	careerRules,
	tenureRules,
	memberRules,
	affiliationRules,
	panelRules,
	workRules,
	moveRules,
	goingRules,
	decisionRules,
	denialRules,
	contestRules,
	electionRules,
	outcomeRules,
	lostRules,
	runRules,
	successionRules,
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
	return all
}

// which is a set of rules, by their place in the list of all.
type which [2]uint64

// dispatch tells which rules a sentence calls for.
type dispatch struct {
	// by has the rules that need a word of each class, always those that need
	// none.
	by     [classes]which
	always which
	// asked are the classes that some rule needs.
	asked set
}

var calls = newDispatch(rules)

func newDispatch(rules []Rule) *dispatch {
	d := &dispatch{}
	for i := range rules {
		bit := uint64(1) << (i % 64)
		if rules[i].needs == (set{}) {
			d.always[i/64] |= bit
		}
		d.asked.or(&rules[i].needs)
		for c := range classes {
			if rules[i].needs.has(c) {
				d.by[c][i/64] |= bit
			}
		}
	}
	return d
}

// of gives the rules for a sentence with words of these classes.
func (d *dispatch) of(s *set) which {
	list := d.always
	for i := range s {
		for classes := s[i] & d.asked[i]; classes != 0; classes &= classes - 1 {
			by := &d.by[i*64+bits.TrailingZeros64(classes)]
			for k := range list {
				list[k] |= by[k]
			}
		}
	}
	return list
}

// on builds the needs of a rule.
func on(list ...Class) set { return setOf(list...) }
