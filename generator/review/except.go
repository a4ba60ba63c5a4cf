package review

import "strings"

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
		if next := strings.ToLower(f.word(text, i+1)); i+1 < h.first && (next == "of" || next == "for") && f.makesBody(text, i, h.list) {
			return true
		}
	}
	return false
}

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
