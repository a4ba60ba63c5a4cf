package prose

// open is a quotation that is not closed yet.
type open struct {
	token int32
	mark  byte
	// single marks wait for their closing mark before they count: a lone one
	// is an apostrophe
}

// quotations settles what the quotation marks are and finds the quotations;
// the tokens' depths are set. A mark that opens or closes nothing becomes a
// symbol, an apostrophe after a word a genitive. They are appended to list,
// which is empty.
func (s *scanner) quotations(tokens []Token, list []Quotation) []Quotation {
	var stack [6]open
	n := 0
	paragraph := 0
	drop := func(level int, at int32) { // closes what is open above level without a mark
		for n > level {
			n--
			q := stack[n]
			if q.mark == '\'' {
				tokens[q.token].Kind = Symbol
				continue
			}
			last, runs := s.unclosed(tokens, q.token, at)
			list = append(list, Quotation{Open: q.token, Last: last, Depth: uint8(n + 1), Runs: runs})
		}
	}
	for _, at := range s.marks {
		for paragraph+1 < len(s.breaks) && s.breaks[paragraph+1] <= at {
			paragraph++
			drop(0, s.breaks[paragraph])
		}
		i := int(at)
		t := &tokens[i]
		switch s.settle(tokens, i, stack[:n]) {
		case Open:
			t.Kind = Open
			for level := range n {
				if stack[level].mark == t.Mark { // the one before was not closed
					drop(level, at)
					break
				}
			}
			if n < len(stack) {
				stack[n] = open{token: at, mark: t.Mark}
				n++
			}
		case Close:
			t.Kind = Close
			level := n - 1
			for level >= 0 && stack[level].mark != t.Mark {
				level--
			}
			if level < 0 {
				t.Kind = Symbol
				continue
			}
			drop(level+1, at)
			n = level
			list = append(list, Quotation{Open: stack[n].token, Last: at, Depth: uint8(n + 1)})
		case Genitive:
			t.Kind = Genitive
		default:
			t.Kind = Symbol
		}
	}
	if paragraph+1 < len(s.breaks) {
		drop(0, s.breaks[paragraph+1])
	}
	drop(0, int32(len(tokens)))
	order(list)
	deepen(tokens, list)
	return list
}

// settle says what the quotation mark at i is: Open, Close, Genitive, or
// Symbol for an apostrophe that belongs to no quotation.
func (s *scanner) settle(tokens []Token, i int, stack []open) Kind {
	t := tokens[i]
	isOpen := false
	for _, o := range stack {
		isOpen = isOpen || o.mark == t.Mark
	}
	before := t.Flags.Has(Spaced)
	end := i+1 >= len(tokens) || tokens[i+1].Flags.Has(Spaced)
	afterWord := i > 0 && !before && (tokens[i-1].Kind == Word || tokens[i-1].Kind == Number)
	straight := t.End-t.Start == 1
	if !straight {
		if t.Kind == Open {
			low := s.src[t.Start:t.End]
			if isOpen && (low == "“" || low == "‘") && s.lowered(tokens, stack, t.Mark) {
				return Close
			}
			return Open
		}
		if t.Mark == '\'' && !isOpen {
			if afterWord {
				return Genitive
			}
			return Symbol
		}
		return Close
	}
	if i > 0 && !before && (tokens[i-1].Kind == Dash || tokens[i-1].Kind == Open || tokens[i-1].Mark == '(' || tokens[i-1].Mark == '[') {
		before = true
	}
	if !end && (tokens[i+1].Kind == Stop || tokens[i+1].Kind == Punct || tokens[i+1].Kind == Dash) {
		end = true
	}
	switch {
	case t.Mark == '\'' && !isOpen:
		if before && !end {
			return Open
		}
		if afterWord {
			return Genitive
		}
		return Symbol
	case before && !end:
		return Open
	case end && !before:
		return Close
	case isOpen:
		return Close
	}
	if t.Mark == '\'' {
		return Symbol
	}
	return Open
}

// lowered tells that the innermost open quotation of that mark began with a low
// mark („ or ‚), which “ and ‘ close.
func (s *scanner) lowered(tokens []Token, stack []open, mark byte) bool {
	for k := len(stack) - 1; k >= 0; k-- {
		if stack[k].mark == mark {
			t := tokens[stack[k].token]
			low := s.src[t.Start:t.End]
			return low == "„" || low == "‚"
		}
	}
	return false
}

// unclosed says where a quotation without a closing mark ends: it runs up to
// the mark at limit when that begins a sentence (the next paragraph of one
// speech); otherwise it ends with its own sentence.
func (s *scanner) unclosed(tokens []Token, from, limit int32) (last int32, runs bool) {
	if int(limit) < len(tokens) && tokens[limit].Mark == '"' && limit > from {
		before := tokens[limit-1].Kind
		if (before == Stop || before == Close) && tokens[limit].Kind != Close && limit-from < 400 {
			return limit - 1, true
		}
	}
	for i := from + 1; i < limit; i++ {
		if tokens[i].Kind == Stop {
			return i, false
		}
	}
	return max(from, limit-1), false
}

// order sorts the quotations by their start; they come almost in order.
func order(list []Quotation) {
	for i := 1; i < len(list); i++ {
		for k := i; k > 0 && list[k].Open < list[k-1].Open; k-- {
			list[k], list[k-1] = list[k-1], list[k]
		}
	}
}

// deepen sets the depth of each token.
func deepen(tokens []Token, list []Quotation) {
	for _, q := range list {
		for i := q.Open; i <= q.Last; i++ {
			tokens[i].Depth = max(tokens[i].Depth, q.Depth)
		}
	}
}
