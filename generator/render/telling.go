package render

import (
	"bytes"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"profilegen/generator/claim"
	"profilegen/generator/edtf"
	"profilegen/generator/profile"
	"profilegen/generator/review"
)

// telling is what a fact or a claim says, ready to be put into a sentence.
type telling struct {
	kind       claim.Type
	role       string
	org        Part
	object     Part
	place      string
	former     bool
	stage      claim.Stage
	action     claim.Action
	caseRole   claim.CaseRole
	reason     string
	status     claim.Status
	quote      string
	editor     bool // an editor's own words, not a quotation
	here       bool // the org goes without saying: it is its page
	start, end edtf.Date
}

// of gives what a fact says, its links as seen from the page.
func (m *maker) of(f *profile.Fact) telling {
	t := telling{kind: f.Type, role: f.Role, org: m.named(f.Org), object: m.named(f.Object()), place: f.Place,
		former: f.Former && f.End.IsZero() && f.EndShown().IsZero(), stage: f.Stage, action: f.Action, caseRole: f.CaseRole, reason: f.Reason(), status: f.Status,
		quote: f.Quote(), editor: f.Origin == profile.Editor, start: f.Start, end: f.End}
	if m.here != "" && f.Org == string(m.here) {
		t.org, t.here = Part{}, true
	}
	return t
}

// ofClaim gives what a claim says.
func (m *maker) ofClaim(c *review.Claim, words string) telling {
	t := telling{kind: c.Type, role: c.Role(), org: Part{Text: c.Claim.Org(), Name: true},
		object: Part{Text: c.Claim.Object(), Name: true}, place: c.Place(), former: c.Former, stage: c.Stage,
		action: c.Action, caseRole: c.CaseRole, reason: c.Reason(), status: c.Status, quote: words,
		start: c.Start, end: c.End}
	if c.Named.Org != "" {
		t.org = m.named(string(c.Named.Org))
	}
	if c.Named.Object != "" {
		t.object = m.named(string(c.Named.Object))
	}
	return t
}

// named gives the part for an org or object: a link where it is a profile.
func (m *maker) named(text string) Part {
	if text == "" {
		return Part{}
	}
	if !strings.HasPrefix(text, "people/") && !strings.HasPrefix(text, "parties/") {
		return Part{Text: text, Name: true}
	}
	if text == m.lastNamed {
		return m.lastPart
	}
	part, known := m.names[text]
	if !known {
		p, ok := m.s.profiles[profile.Ref(text)]
		if !ok {
			return Part{Text: profile.Ref(text).ID(), Name: true}
		}
		part = Part{Text: p.Name, Href: m.root + refAddress(p.Ref), Name: true}
		m.names[text] = part
	}
	m.lastNamed, m.lastPart = text, part
	return part
}

// post gives "Mayor of Karachi", "Minister, Sindh government": the role with
// the place or organisation that it does not name itself.
func (w *voice) post(t telling) Sentence {
	out := w.sentence(Part{Text: t.role})
	org, place := t.org, t.place
	if org.Text != "" && containsWords(t.role, org.Text) {
		org = Part{}
	}
	if place != "" && (containsWords(t.role, place) || containsWords(org.Text, place)) {
		place = ""
	}
	if place != "" {
		key := "post.place"
		if len(out) == 0 {
			key = "post.place-alone"
		} else if w.takesOf(t.role) {
			key = "post.of"
		}
		out = w.tell(key, arg{"role", Part{Text: t.role}}, arg{"place", Part{Text: place}})
	}
	if org.Text == "" {
		return out
	}
	if len(out) == 0 {
		return w.sentence(org)
	}
	return w.join(out, w.tell("post.org", arg{"org", org}))
}

// takesOf tells of roles that take their place with "of".
func (w *wording) takesOf(role string) bool {
	var space [128]byte
	lower := appendLower(space[:0], role)
	return slices.ContainsFunc(w.ofRoles, func(of string) bool { return of == string(lower) })
}

// containsWords tells whether the words of part stand in whole.
func containsWords(whole, part string) bool {
	if part == "" || len(part) > len(whole) {
		return false
	}
	var space, other [128]byte // more than most names take
	return bytes.Contains(appendLower(space[:0], whole), appendLower(other[:0], part))
}

// appendLower adds what strings.ToLower gives to b.
func appendLower(b []byte, text string) []byte {
	for _, r := range text {
		b = utf8.AppendRune(b, unicode.ToLower(r))
	}
	return b
}

// what gives the fact as a verb or noun phrase, lower case where the language has it.
func (w *voice) what(t telling) Sentence {
	post := w.post(t)
	key := t.kind.String()
	switch t.kind {
	case claim.Position:
		if t.former {
			return w.around("position.former", post)
		}
		return post
	case claim.Membership, claim.Joined, claim.Left, claim.Education:
		if t.former && t.kind == claim.Membership {
			key = key + ".former"
		}
		switch {
		case t.here && w.has(key+".here"):
			key = key + ".here"
		case t.org.Text == "":
			key = key + ".alone"
		}
		return w.tell(key, arg{"org", t.org})
	case claim.Birth, claim.Death, claim.Residence:
		if t.place != "" {
			key = key + ".place"
		}
		return w.tell(key, arg{"place", Part{Text: t.place}})
	case claim.Family:
		return w.tell("family."+t.action.String(), arg{"object", t.object})
	case claim.Legal:
		return w.legal(t)
	case claim.Statement:
		return w.statement(t, Part{}, "")
	case claim.Event:
		if t.editor {
			return w.sentence(Part{Text: t.quote})
		}
		return w.sentence(Part{Text: w.inQuotes(t.quote)})
	}
	if t.status == claim.Planned && w.has(key+".planned") {
		key = key + ".planned"
	} else if t.stage != claim.None && w.has(key+"."+t.stage.String()) {
		key = key + "." + t.stage.String()
	}
	switch {
	case len(post) == 0:
		return w.tell(key + ".alone")
	case t.role == "" && w.has(key+".body"):
		key = key + ".body"
	}
	return w.around(key, post)
}

// inQuotes puts quotation marks around words that have none of their own.
func (w *voice) inQuotes(words string) string {
	if strings.ContainsAny(words, "“”\"«»„") {
		return words
	}
	return w.say("quoted", "words", words)
}

func (w *voice) legal(t telling) Sentence {
	key := "legal." + t.action.String()
	if t.action == claim.None {
		key = "legal.case"
	}
	out := w.tell(key)
	switch t.caseRole {
	case claim.Victim, claim.Plaintiff, claim.Witness, claim.OtherRole:
		out = w.tell("legal.as-"+t.caseRole.String(), arg{"action", Part{Text: w.flat(out)}})
	}
	if t.place != "" {
		out = w.join(out, w.tell("in-place", arg{"place", Part{Text: t.place}}))
	}
	return out
}

// statement gives "X denied", "according to a private channel, X said".
func (w *voice) statement(t telling, name Part, by string) Sentence {
	verb := "said"
	switch {
	case t.status == claim.Planned:
		verb = "planned"
	case denies(t.quote):
		verb = "denied"
	}
	key := "statement." + verb
	if name.Text != "" {
		key = key + ".named"
	}
	if by != "" {
		key = key + ".by"
	}
	out := w.tell(key, arg{"name", name}, arg{"by", Part{Text: by}})
	if t.object.Text != "" {
		out = w.join(out, w.tell("statement.to", arg{"object", t.object}))
	}
	return out
}

// denies tells whether the attribution of a quotation, outside its quotation
// marks, has a verb of denial.
func denies(quote string) bool {
	if !mayDeny(quote) {
		return false
	}
	inside := false
	var word [8]rune // longer than any of these verbs
	n := 0
	for _, r := range quote {
		switch r {
		case '“', '«':
			inside = true
			continue
		case '”', '»':
			inside = false
			continue
		case '"':
			inside = !inside
			continue
		}
		switch r = unicode.ToLower(r); {
		case inside:
		case unicode.IsLetter(r):
			if n < len(word) {
				word[n] = r
				n++
			}
		case isDenial(word[:n]):
			return true
		default:
			n = 0
		}
	}
	return isDenial(word[:n])
}

func isDenial(word []rune) bool {
	if len(word) < len("deny") {
		return false
	}
	switch string(word) {
	case "denied", "denies", "denying", "deny", "refuted", "refutes":
		return true
	}
	return false
}

// mayDeny tells of texts that have the beginning of a verb of denial somewhere.
func mayDeny(text string) bool {
	for i := 0; i+4 <= len(text); i++ {
		switch text[i] | 0x20 {
		case 'd':
			if text[i+1]|0x20 == 'e' && text[i+2]|0x20 == 'n' {
				return true
			}
		case 'r':
			if text[i+1]|0x20 == 'e' && text[i+2]|0x20 == 'f' && text[i+3]|0x20 == 'u' {
				return true
			}
		}
	}
	return false
}

// because adds the reason in the article's words.
func (w *voice) because(s Sentence, reason string) Sentence {
	if reason == "" {
		return s
	}
	return w.join(s, w.tell("reason", arg{"reason", Part{Text: reason}}))
}

// speaker gives "Nasir Jamal", "Nasir Jamal, as told by a private channel".
func (w *wording) speaker(by string, via []string) string {
	via = others(by, via)
	for _, via := range slices.Backward(via) {
		by = w.say("told-by", "by", by, "via", via)
	}
	return by
}

// others gives those of the chain who are not the speaker.
func others(by string, via []string) []string {
	return slices.DeleteFunc(slices.Clone(via), func(v string) bool { return v == by })
}

// upper makes the first letter of a sentence a capital.
func (s Sentence) upper() Sentence {
	if len(s) == 0 {
		return s
	}
	r, size := utf8.DecodeRuneInString(s[0].Text)
	if unicode.IsLower(r) && !s[0].Name {
		s[0].Text = string(unicode.ToUpper(r)) + s[0].Text[size:]
	}
	return s
}
