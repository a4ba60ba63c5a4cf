package review

import (
	"slices"
	"strings"

	"profilegen/generator/claim"
)

// excepted tells that a phrase says nothing of a person: an exception covers
// it, or it is part of the name of an office, a party, a body or a policy, or
// of many people.
func (f *finder) excepted(text string, h hit) bool {
	for _, e := range f.hits {
		if e.list == listExcept && e.start <= h.start && h.end <= e.end {
			return true
		}
	}
	if h.sure || isDeed(h.list) || h.list == listLaw {
		return false
	}
	return f.namesBody(text, h)
}

// isDeed tells of the lists that stand for types of claims: what they tell is
// held in events and statements, which have no type of their own.
func isDeed(list string) bool { return list == "legal" || list == "family" || list == "residence" }

// Reach in words within which a noun makes a body of a phrase.
const (
	reachAfter  = 3 // "health and social services department"
	reachBefore = 6 // "Secretary of State for Health"
)

func (f *finder) namesBody(text string, h hit) bool {
	last := h.first
	for last+1 < len(f.tokens) && f.tokens[last+1].end <= h.end {
		last++
	}
	for i := last + 1; i <= last+reachAfter && i < len(f.tokens); i++ {
		if !f.closeTo(text, i-1) {
			break
		}
		if f.makesBody(text, i, h.list) {
			return true
		}
		// Beyond the next word only a name goes on, or "and".
		if word := f.word(text, i); !isCapital(word) && word != "and" && word != "of" && !f.isPlainAdjective(i, last) {
			break
		}
	}
	for i := h.first - 1; i >= 0 && i >= h.first-reachBefore; i-- {
		if !f.closeTo(text, i) {
			break
		}
		if breaksName[strings.ToLower(f.word(text, i))] {
			break
		}
		if next := strings.ToLower(f.word(text, i+1)); i+1 < h.first && (next == "of" || next == "for") && f.makesBody(text, i, h.list) {
			return true
		}
	}
	return false
}

// breaksName are words that no name of a body or an office goes on over: "chair
// of the board on health grounds".
var breaksName = setOf([]string{"on", "in", "with", "after", "over", "by", "from", "at", "due", "because", "as", "was", "is", "had", "has", "who", "that", "when"})

// isPlainAdjective lets one lower-case word stand between ("disabled young people").
func (f *finder) isPlainAdjective(i, last int) bool { return i == last+1 }

// closeTo tells that a token and the next are parted by space, "&" or a hyphen.
func (f *finder) closeTo(text string, i int) bool {
	if i+1 >= len(f.tokens) {
		return false
	}
	return strings.Trim(text[f.tokens[i].end:f.tokens[i+1].start], " \n&-–") == ""
}

func (f *finder) word(text string, i int) string {
	return text[f.tokens[i].start:f.tokens[i].end]
}

// makesBody tells that a token is a noun that makes a body, an office or a
// crowd of the phrase beside it.
func (f *finder) makesBody(text string, i int, list string) bool {
	word := strings.ToLower(strings.ReplaceAll(f.word(text, i), "’", "'"))
	word = strings.TrimSuffix(word, "'s")
	if f.bodies[word] || f.groups[word] {
		return true
	}
	return f.posts[word] && (list == "health" || list == "minors" || list == "sexuality" && strings.HasSuffix(word, "s"))
}

// personal tells that a phrase on the law speaks of one person and not of
// people at large: "he was arrested", "the mayor had been charged", "the arrest
// of Ada Quill", and not "burglars should be jailed".
func (f *finder) personal(text string, h hit) bool {
	if h.sure {
		return true
	}
	i := h.first - 1
	for ; i >= 0 && i >= h.first-6 && f.joined(text, i); i-- {
		if word := strings.ToLower(f.word(text, i)); !between[word] {
			break
		}
	}
	if i >= 0 && i >= h.first-7 && f.onePerson(text, i) {
		return true
	}
	after := h.first
	for after < len(f.tokens) && f.tokens[after].start < h.end {
		after++
	}
	if after >= len(f.tokens) {
		return false
	}
	return isCapital(f.word(text, after)) && f.joined(text, after-1) || person[strings.ToLower(f.word(text, after))]
}

// onePerson tells that a token stands for one person.
func (f *finder) onePerson(text string, i int) bool {
	word := f.word(text, i)
	low := strings.ToLower(word)
	if person[low] || isCapital(word) && i > 0 {
		return true
	}
	if isCapital(word) {
		return !strings.HasSuffix(low, "s")
	}
	return i > 0 && the[strings.ToLower(f.word(text, i-1))] && !strings.HasSuffix(low, "s")
}

var (
	person = setOf([]string{"he", "she", "i", "him", "her", "me", "who", "himself", "herself"})
	the    = setOf([]string{"the", "his", "her", "my", "their", "our", "that", "this", "former"})
	// between are the words that may stand between the person and the participle.
	between = setOf([]string{"was", "were", "is", "are", "am", "be", "been", "being", "has", "had", "have", "will", "would",
		"could", "should", "may", "might", "must", "can", "never", "not", "also", "since", "reportedly", "allegedly", "later",
		"once", "twice", "then", "first", "briefly", "already", "just", "being", "ever", "now", "still", "to", "got", "get",
		"and", "wrongly", "falsely", "recently", "previously", "subsequently", "finally", "again", "yet", "too"})
)

// speaksOfSomebody tells that the sentence of a phrase names a person beside the
// speaker, or has a pronoun for one: "her cancer", "the minister has cancer",
// and not "people with cancer".
func (q *parsed) speaksOfSomebody(c *claim.Claim, h hit) bool {
	speaker := lowerWords(c.Subject())
	sentence := q.segs[q.at(h.start)].sentence
	for _, s := range q.segs {
		if s.sentence == sentence && q.names(s, speaker) {
			return true
		}
	}
	return false
}

// names tells that a segment stands for somebody who is not the speaker.
func (q *parsed) names(s segment, speaker []string) bool {
	for i := s.first; i < s.last; i++ {
		word := q.lower[i]
		switch {
		case possessive[word] && word != "their" && word != "your", person[word] && !q.speaks(i):
			return true
		case slices.Contains(speaker, bareWord(word)):
		case isCapital(q.word(i)) && (q.l.given[word] && !q.beside(i, speaker) || i > s.first && honorific[q.lower[i-1]] || q.nameRun(s, i, speaker)):
			return true
		case q.l.posts[bareWord(word)] && i > s.first && the[q.lower[i-1]] && !q.speaks(i):
			return true
		}
	}
	return false
}

// nameRun tells that two or more capital words begin at a token, none of them
// the speaker's, and no "the" before them.
func (q *parsed) nameRun(s segment, i int, speaker []string) bool {
	if i > s.first && (isCapital(q.word(i-1)) || q.lower[i-1] == "the") {
		return false
	}
	end := i
	for end < s.last && isCapital(q.word(end)) && !slices.Contains(speaker, bareWord(q.lower[end])) {
		end++
	}
	return end-i >= 2 && (end == s.last || !isCapital(q.word(end)))
}

var honorific = setOf([]string{"mr", "mrs", "ms", "miss", "dr", "sir", "lord", "lady", "dame"})

// speaks tells that a verb of speech follows a token or stands before it: it is
// the speaker.
func (q *parsed) speaks(i int) bool {
	for _, k := range []int{i + 1, i + 2, i - 1} {
		if k >= 0 && k < len(q.tokens) && q.l.sign(claim.Statement, q.lower[k], "") {
			return true
		}
	}
	return false
}

// beside tells that a token belongs to the speaker's name.
func (q *parsed) beside(i int, speaker []string) bool {
	return i+1 < len(q.lower) && slices.Contains(speaker, bareWord(q.lower[i+1])) ||
		i > 0 && slices.Contains(speaker, bareWord(q.lower[i-1]))
}
