package prose

import "slices"

// longest is the greatest length of a sentence in tokens: what runs on beyond
// it is cut, so that nothing that is done for one sentence can take more than
// linear time over the text.
const longest = 400

// closers is how many closing marks behind a stop belong to its sentence.
const closers = 8

// sentences appends the sentences of each paragraph to list, which is empty.
func (s *scanner) sentences(tokens []Token, list []Sentence) []Sentence {
	list = slices.Grow(list, len(tokens)/20+4)
	for p, first := range s.breaks {
		last := int32(len(tokens))
		if p+1 < len(s.breaks) {
			last = s.breaks[p+1]
		}
		if first >= last {
			continue
		}
		if s.headings[p] || s.headline(tokens, p, first, last) {
			list = append(list, Sentence{First: first, Last: min(last, first+longest), Paragraph: int32(p), Headline: true})
			continue
		}
		for start := s.dateline(tokens, first, last); start < last; {
			i := s.until(tokens, start, last)
			end := i + 1
			for end < min(last, i+closers) && tokens[i].Kind == Stop && (tokens[end].Kind == Close || tokens[end].Mark == ')' || tokens[end].Mark == ']') && !tokens[end].Flags.Has(Spaced) {
				end++
			}
			list = append(list, Sentence{First: start, Last: end, Paragraph: int32(p)})
			start = end
		}
	}
	return list
}

// until gives the token with which a sentence from start on ends: a stop, the last
// one of the paragraph, or the one beyond which no sentence goes. It takes the stops
// up to there.
func (s *scanner) until(tokens []Token, start, last int32) int32 {
	limit := min(start+longest, last-1)
	for len(s.stops) > 0 && s.stops[0] <= limit {
		i := s.stops[0]
		s.stops = s.stops[1:]
		if i >= start && s.ends(tokens, i, last) {
			return i
		}
	}
	return limit
}

// ends tells that the stop at i ends a sentence.
func (s *scanner) ends(tokens []Token, i, last int32) bool {
	k := i + 1
	for k < last && (tokens[k].Kind == Close || tokens[k].Mark == ')' || tokens[k].Mark == ']') && !tokens[k].Flags.Has(Spaced) {
		k++
	}
	if k >= last {
		return true
	}
	next := &tokens[k]
	switch {
	case next.Kind == Open:
		return true
	case next.Kind == Word && !next.Flags.Has(Capital):
		// "Will you go?" he asked; an ellipsis within a sentence; or a language
		// without capitals
		return !latin(s.src[next.Start:next.End])
	case next.Kind == Word || next.Kind == Number:
		if !next.Flags.Has(Spaced) && k == i+1 { // glued: "party.The", not "2.B"
			return next.Kind == Word && i > 0 && tokens[i-1].Kind == Word
		}
		return true
	case next.Kind == Dash:
		return tokens[i].Mark == '.' && next.Flags.Has(Spaced)
	case next.Kind == Symbol:
		return next.Flags.Has(Spaced)
	}
	return next.Mark == '(' || next.Mark == '['
}

// latin tells that a word begins with an ASCII letter or one of the next blocks
// (Latin, Greek, Cyrillic), whose sentences begin with capitals.
func latin(word string) bool { return word[0] < 0xd4 }

// headline tells that a paragraph is a title: one short line that no stop ends,
// with another paragraph after it.
func (s *scanner) headline(tokens []Token, p int, first, last int32) bool {
	if p+1 >= len(s.breaks) || int(last) >= len(tokens) || tokens[last-1].End-tokens[first].Start > 120 {
		return false
	}
	end := last - 1
	for end > first && tokens[end].Kind == Close {
		end--
	}
	switch {
	case tokens[end].Kind == Stop && tokens[end].Mark != '?' && tokens[end].Mark != '!':
		return false
	case tokens[end].Mark == ':' || tokens[end].Mark == ';' || tokens[end].Mark == ',':
		return false
	case tokens[first].Kind == Open && tokens[last-1].Kind == Close && p > 0:
		return false
	case p > 0 && tokens[end].Kind == Stop:
		return false
	}
	return p == 0 || last-first <= 12
}

// dateline passes over the place and agency with which a report begins:
// "KARACHI -", "PORT CITY, Island (AGENCY) -", "GULZAR:".
func (s *scanner) dateline(tokens []Token, first, last int32) int32 {
	if tokens[first].Kind != Word || !tokens[first].Flags.Has(Capitals) || tokens[first].End-tokens[first].Start < 3 {
		return first
	}
	shout := true // capitals alone so far: "PORT CITY—Mayor Roe"
	for i := first + 1; i < min(last-1, first+14); i++ {
		t := &tokens[i]
		shout = shout && (t.Kind != Word || t.Flags.Has(Capitals))
		switch {
		case t.Kind == Dash && (t.Flags.Has(Spaced) || shout && s.src[t.Start:t.End] == "—"), t.Mark == ':':
			return i + 1
		case t.Kind == Word && !t.Flags.Has(Capital), t.Kind == Stop, t.Kind == Open, t.Kind == Genitive:
			return first
		}
	}
	return first
}
