package review

import (
	"strings"

	"profilegen/generator/prose"
)

// segment is a piece of a sentence between commas, brackets, quotation marks
// and the words that begin a clause.
type segment struct {
	first, last int // tokens [first, last)
	sentence    int
	// region is 0 in the main clause, else the number of the relative clause,
	// bracket or apposition that the segment belongs to.
	region    int
	relative  bool // begins with who, which, whose
	opens     bool // begins with another word that makes a clause: after, that, over
	closes    bool // a bracket or dash was closed before it
	comma     bool // parted from what precedes by a comma, dash or bracket
	own       bool // begins a clause of its own: after a semicolon, or "and" with a verb
	predicate bool // its first word can be the main clause's verb
	finite    bool // has such a verb anywhere
	quoted    bool
}

// parsed is the words of a claim taken apart.
type parsed struct {
	l      *language
	text   string
	tokens []token
	lower  []string
	segs   []segment
}

var (
	relatives = setOf([]string{"who", "whose", "whom", "which"})
	// openers begin what depends on the clause before them.
	openers = setOf([]string{"after", "before", "while", "when", "because", "although", "though", "until", "unless", "if", "over",
		"amid", "amidst", "following", "citing", "despite", "whether", "where", "since", "whereas", "accused", "including"})
	contrasts   = setOf([]string{"while", "although", "though", "whereas", "but"})
	conjuncts   = setOf([]string{"and", "but", "or", "then"})
	pronouns    = setOf([]string{"he", "she", "it", "they", "i", "we", "you", "there"})
	thatMakers  = setOf([]string{"that"})
	leadingDrop = setOf([]string{"and", "but", "or", "then", "also"})
)

// maxParsed is the length in bytes up to which words are taken apart; what is
// longer is no sentence of a newspaper and stays in one piece.
const maxParsed = 8 << 10

// parse takes words apart.
func (l *language) parse(text string) *parsed {
	q := &parsed{l: l, text: text}
	q.tokens = tokens(text, nil)
	q.lower = make([]string, len(q.tokens))
	for i, t := range q.tokens {
		q.lower[i] = strings.ToLower(strings.ReplaceAll(text[t.start:t.end], "’", "'"))
	}
	if len(text) > maxParsed && len(q.tokens) > 0 {
		q.segs = []segment{{last: len(q.tokens), finite: true}}
		return q
	}
	q.segment()
	q.regions()
	return q
}

// sentenceStarts gives where sentences begin, in bytes.
func (q *parsed) sentenceStarts() []int {
	t := prose.Analyse(q.text, false, &q.l.prose)
	starts := make([]int, 0, len(t.Sentences))
	for _, s := range t.Sentences {
		if s.First < s.Last {
			starts = append(starts, int(t.Tokens[s.First].Start))
		}
	}
	return starts
}

func (q *parsed) segment() {
	starts := q.sentenceStarts()
	sentence, depth, bracket := 0, 0, false
	var cur segment
	for i := range q.tokens {
		gap := q.gap(i)
		newSentence := false
		for sentence+1 < len(starts) && starts[sentence+1] <= q.tokens[i].start {
			sentence++
			newSentence = true
		}
		quote := strings.ContainsAny(gap, "\"“”«»„")
		depth = quoteDepth(depth, gap)
		next := segment{first: i, sentence: sentence, quoted: depth > 0}
		next.comma = depth == 0 && strings.ContainsAny(gap, ",;:()–—") || depth == 0 && strings.Contains(gap, " - ")
		next.closes = strings.Contains(gap, ")") || bracket && strings.ContainsAny(gap, "–—")
		opening := strings.Contains(gap, "(") || !bracket && depth == 0 && (strings.ContainsAny(gap, "–—") || strings.Contains(gap, " - "))
		if next.closes {
			bracket = false
		}
		if opening {
			bracket = true
		}
		q.openings(&next, i, gap, depth)
		if i == 0 || newSentence || next.comma || quote || next.relative || next.opens || next.own {
			if i > 0 {
				cur.last = i
				q.segs = append(q.segs, cur)
			}
			if newSentence {
				next.own, bracket = true, false
			}
			cur = next
			cur.predicate = q.finiteAt(i) || leadingDrop[q.lower[i]] && i+1 < len(q.tokens) && q.finiteAt(i+1)
			if opening && !newSentence {
				cur.relative = true // a bracket is left out like a relative clause
			}
		}
		cur.finite = cur.finite || q.finiteAt(i)
	}
	if len(q.tokens) > 0 {
		cur.last = len(q.tokens)
		q.segs = append(q.segs, cur)
	}
}

// openings notes whether a token begins a clause.
func (q *parsed) openings(s *segment, i int, gap string, depth int) {
	if depth > 0 || i == 0 {
		return
	}
	word := q.lower[i]
	s.own = strings.Contains(gap, ";")
	switch {
	case relatives[word]:
		s.relative = true
	case openers[word]:
		s.opens = true
		s.own = s.own || contrasts[word] && s.comma
	case thatMakers[word] && q.saysBefore(i):
		s.opens = true
	case conjuncts[word] && i+1 < len(q.tokens):
		next := q.lower[i+1]
		v := q.l.verbs[next]
		if v.finite || v.participle && !isCapital(q.word(i+1)) || pronouns[next] {
			s.own = true
		} else if s.comma && word != "or" && q.clauseAfter(i+1) {
			s.own = true
		}
	}
}

// clauseAfter tells that a name and then a verb follow: a clause of its own.
func (q *parsed) clauseAfter(i int) bool {
	for j := i; j < min(i+8, len(q.tokens)); j++ {
		if j > i && strings.ContainsAny(q.gap(j), ",;:()") {
			return false
		}
		if j > i && q.finiteAt(j) {
			return true
		}
	}
	return false
}

// saysBefore tells that a verb stands shortly before a token: "confirmed that",
// "told reporters that".
func (q *parsed) saysBefore(i int) bool {
	for j := i - 1; j >= max(0, i-6); j-- {
		if v := q.l.verbs[q.lower[j]]; v.finite || v.participle {
			return true
		}
	}
	return false
}

func (q *parsed) word(i int) string { return q.text[q.tokens[i].start:q.tokens[i].end] }

// gap is what stands before a token.
func (q *parsed) gap(i int) string {
	from := 0
	if i > 0 {
		from = q.tokens[i-1].end
	}
	return q.text[from:q.tokens[i].start]
}

func (q *parsed) finiteAt(i int) bool {
	return q.l.verbs[q.lower[i]].finite && !(i > 0 && isCapital(q.word(i)))
}

func quoteDepth(depth int, gap string) int {
	for _, r := range gap {
		switch r {
		case '“', '«', '„':
			depth = 1
		case '”', '»':
			depth = 0
		case '"':
			depth = 1 - depth
		}
	}
	return depth
}

// spread marks what goes with the segments marked in hot: the whole of an
// embedded clause, and of the main clause all that follows up to a clause of
// its own. It tells whether all of hot is embedded.
func (q *parsed) spread(hot []bool) (bad []bool, embedded bool) {
	bad = make([]bool, len(hot))
	embedded = true
	for i, is := range hot {
		if !is {
			continue
		}
		s := q.segs[i]
		if s.region > 0 {
			for j := range q.segs {
				if q.segs[j].sentence == s.sentence && q.segs[j].region == s.region {
					bad[j] = true
				}
			}
			continue
		}
		embedded = false
		bad[i] = true
		for j := i + 1; j < len(q.segs) && q.segs[j].sentence == s.sentence; j++ {
			if q.segs[j].own && q.segs[j].region == 0 {
				break
			}
			bad[j] = true
		}
	}
	return bad, embedded
}

// at gives the segment that a byte stands in.
func (q *parsed) at(pos int) int {
	for i, s := range q.segs {
		if pos < q.tokens[s.last-1].end {
			return i
		}
	}
	return len(q.segs) - 1
}

// mark sets the flags of the segments that a span of bytes touches.
func (q *parsed) mark(flags []bool, start, end int) {
	if len(flags) == 0 {
		return
	}
	for i := q.at(start); i < len(q.segs) && q.tokens[q.segs[i].first].start < end; i++ {
		flags[i] = true
	}
}
