package extract

import (
	"encoding/binary"
	"strings"
	"unicode"
	"unicode/utf8"

	"profilegen/generator/prose"
)

// segment cuts a run of capitals into the names in it.
func (r *reading) segment(si int32, s *sentence, first, last int32) {
	head := int32(-1)
	for k := first; k < last; k++ {
		if r.words[k].is(OrgHead) && (last-first > 1 || !r.words[k].is(Weak)) {
			head = k
		}
	}
	add := func(a, b int32) {
		if a < b {
			r.addMention(s, mention{span: span{a, b}, full: a, sentence: si, who: -1, initial: r.initial(s, a)})
		}
	}
	if head >= 0 {
		end := head + 1
		if r.words[head].is(Opens) && head == first {
			end = last
		}
		for k := head + 1; k < last; k++ { // "University of the North"
			if end > head+1 && r.acronym(k-1) {
				break
			}
			if r.words[head+1].is(Of) || r.words[head+1].is(For) || r.words[head+1].is(On) || r.words[k].kind == prose.Number {
				end = k + 1
			}
		}
		for k := head + 1; k < last && head == first && r.words[head].is(OrgSchool); k++ { // "Université de Marl"
			if w := &r.words[k]; w.is(Particle) && !w.capital() {
				end = last
			}
		}
		if end < last && !r.words[end].is(Given) && last-end == 1 {
			end = last
		}
		if r.lex.grammar.heads && head == first && !r.words[end-1].is(Given) {
			end = last // "Partido Socialista Obrero", not the name of somebody behind it
			for k := head + 2; k+1 < last && end == last && r.words[head].is(OrgParty); k++ {
				if r.words[k].is(Given) && !r.words[k].is(Weak) {
					end = k
				}
			}
		}
		add(first, end)
		if end < last {
			r.segment(si, s, end, last)
		}
		return
	}
	k := first
	w := &r.words[k]
	switch {
	case last-first == 1:
	case r.creed(s, first, first, last), r.creed(s, first, last-1, last):
		add(first, last)
		return
	case w.is(PartyName), w.is(Country) && r.words[k+1].is(Given), w.is(Demonym) && (r.words[k+1].is(Given) || last-first > 2):
		add(k, k+1)
		r.segment(si, s, k+1, last)
		return
	case r.acronym(k):
		if r.words[k+1].is(Given) {
			add(k, k+1)
			r.segment(si, s, k+1, last)
			return
		}
	}
	if b := first - 1; last-first > 2 && b-1 >= 0 && (r.words[b].is(For) || r.words[b].is(Of)) && (r.words[b-1].is(RoleSeat) || r.words[b-1].is(RolePublic) && r.words[b-1].capital()) && !r.words[first].is(Given) && r.words[first+1].is(Given) { // "MP for Marl Ana Roe"
		add(first, first+1)
		add(first+1, last)
		return
	}
	for i := first + 1; i < last; i++ { // "Mary Smith MQM", "Boston UKIP"
		if last-first == 2 && r.words[first].is(Given) && !r.acronym(i) && !r.words[i].is(OrgHead) { // "Paul Green"
			break
		}
		if i == first+1 && last-first == 3 && r.words[first].is(Given) && r.words[i].end-r.words[i].start == 2 && r.words[i].e == none { // "David TC Roe"
			break
		}
		if r.words[i].is(PartyName) || r.acronym(i) && !r.acronym(first) {
			add(first, i)
			r.segment(si, s, i, last)
			return
		}
	}
	add(first, last)
}

// acronym tells of a word of two to six capitals.
func (r *reading) acronym(k int32) bool {
	w := &r.words[k]
	n := w.end - w.start
	return w.capitals() && n >= 2 && n <= 7 && !(n > 4 && r.t.Source[w.start+2] == '-') && !w.is(Suffix) && !w.is(Regnal) && !w.is(Role)
}

// initialed tells that a mention is a surname behind initials that are written
// together: "JP Dale", "J.P. Dale".
func (r *reading) initialed(m *mention) bool {
	w := &r.words[m.first]
	if m.last-m.first < 2 || m.last-m.first > 3 || !w.capitals() || w.e != none && !w.is(Suffix) {
		return false
	}
	if n := w.end - w.start; n != 2 && !(n > 3 && n < 7 && r.t.Source[w.start+1] == '.') {
		return false
	}
	for k := m.first + 1; k < m.last; k++ {
		if w := &r.words[k]; w.capitals() || w.e != none && !w.is(Given) {
			return false
		}
	}
	return true
}

// addMention records a mention and what speaks for its kind.
func (r *reading) addMention(s *sentence, m mention) {
	if m.last-m.first == 1 && r.words[m.first].is(Demonym) && !r.words[m.first].is(PartyName) {
		return
	}
	var buf [96]byte
	key := buf[:0]
	for k := m.first; k < m.last; k++ {
		if k > m.first {
			key = append(key, ' ')
		}
		key = appendLower(key, r.t.Source[r.words[k].start:r.words[k].end])
	}
	id, isNew := r.byText.place(key)
	if isNew {
		r.names = append(r.names, name{text: r.nameText(m.span), first: int32(len(r.mentions)), count: int16(m.last - m.first), who: -1})
	}
	m.name = id
	at := int32(len(r.mentions))
	r.mentions = append(r.mentions, m)
	for k := m.full; k < m.first; k++ {
		r.words[k].title = true
	}
	for k := m.first; k < m.last; k++ {
		r.words[k].name = at
	}
	if w := &r.words[m.last-1]; w.is(Month) && (m.titled || m.last-m.first > 1 && r.words[m.first].is(Given)) {
		r.monthName = r.t.Source[w.start:w.end]
	}
	n := &r.names[id]
	n.middle = n.middle || !m.initial || m.titled
	n.titled = n.titled || m.titled
	n.male = n.male || m.male
	n.female = n.female || m.female
	r.weigh(s, &r.mentions[at], n)
}

// nameText gives the name as it is to be shown: names all in capitals get the
// capitals of names.
func (r *reading) nameText(s span) string {
	text := r.text(s)
	if s.last-s.first < 2 {
		return text
	}
	shout := false
	for k := s.first; k < s.last; k++ {
		w := &r.words[k]
		if r.acronym(k) && w.end-w.start < 3 || !w.capitals() && w.end-w.start > 1 && !w.is(Keep) {
			return text
		}
		shout = shout || w.capitals()
	}
	if !shout {
		return text
	}
	parts := strings.Fields(strings.ToLower(text))
	for i, p := range parts {
		c, n := utf8.DecodeRuneInString(p)
		parts[i] = strings.ToUpper(string(c)) + p[n:]
	}
	return strings.Join(parts, " ")
}

// appendLower appends a word in lower case, its curly apostrophes straight and
// without the full stop of an abbreviation.
func appendLower(dst []byte, text string) []byte {
	if n := len(text); n > 2 && text[n-1] == '.' {
		text = text[:n-1]
	}
	if all, ok := appendASCII(dst, text); ok {
		return all
	}
	for _, c := range text {
		if c == '’' {
			c = '\''
		}
		dst = utf8.AppendRune(dst, unicode.ToLower(c))
	}
	return dst
}

// appendASCII appends a text in lower case; false where it is not of ASCII alone.
func appendASCII(dst []byte, text string) ([]byte, bool) {
	high := uint64(0)
	for ; len(text) >= 8; text = text[8:] {
		x := eight(text)
		high |= x
		dst = binary.LittleEndian.AppendUint64(dst, lowered(x))
	}
	if len(text) > 0 {
		x := under(text)
		high |= x
		dst = binary.LittleEndian.AppendUint64(dst, lowered(x))[:len(dst)+len(text)]
	}
	return dst, high&highs == 0
}
