// Package claim is the vocabulary between the stages: what one article says
// about one person or party, with the words that say it.
//
// The fields, types and values are those of docs/claims.md and closed: Validate
// refuses any other. Extraction makes claims, the merge turns them into facts;
// neither the extractor nor the merge defines words of its own. The package
// reads no file and knows no rule.
package claim

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"math/bits"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"profilegen/generator/edtf"
)

// Claim is one thing that one article says about one person or party. The
// order of the fields is the order in JSON; empty fields are left out.
type Claim struct {
	// ID is made by MakeID alone.
	ID string `json:"id"`
	// Article is the source's id: its file name without the extension.
	Article string `json:"article"`
	Type    Type   `json:"type"`
	// Subject is the person or party in the fullest form that the article gives,
	// without honorifics (Sir and Lord stay).
	Subject string `json:"subject"`
	Role    string `json:"role,omitempty"`
	Org     string `json:"org,omitempty"`
	// Object is the other person (family) or the addressee (statement).
	Object string    `json:"object,omitempty"`
	Place  string    `json:"place,omitempty"`
	Start  edtf.Date `json:"start,omitzero"`
	End    edtf.Date `json:"end,omitzero"`
	On     edtf.Date `json:"on,omitzero"`
	// When is the article's own words for a date that cannot be resolved.
	When     string   `json:"when,omitempty"`
	Former   bool     `json:"former,omitempty"`
	Stage    Stage    `json:"stage,omitempty"`
	Action   Action   `json:"action,omitempty"`
	CaseRole CaseRole `json:"case_role,omitempty"`
	// Reason is in the article's words.
	Reason string `json:"reason,omitempty"`
	Status Status `json:"status"`
	// By is the speaker, where it is not the article itself.
	By string `json:"by,omitempty"`
	// Via lists the sources that report one another, outermost first.
	Via []string `json:"via,omitempty"`
	// Quote is the article's exact words that carry the claim, at most two sentences.
	Quote string `json:"quote"`
	// StartByte and EndByte say where Quote stands in the article's text, in
	// UTF-8 bytes, end exclusive.
	StartByte int `json:"start_byte"`
	EndByte   int `json:"end_byte"`
	// Rule names the extractor's rule.
	Rule string `json:"rule,omitempty"`
}

// Type is what kind of thing a claim says.
type Type string

// The types of claims.md.
const (
	Position    Type = "position"
	Membership  Type = "membership"
	Appointment Type = "appointment"
	Election    Type = "election"
	Defeat      Type = "defeat"
	Candidacy   Type = "candidacy"
	Resignation Type = "resignation"
	Dismissal   Type = "dismissal"
	Joined      Type = "joined"
	Left        Type = "left"
	Legal       Type = "legal"
	Birth       Type = "birth"
	Death       Type = "death"
	Education   Type = "education"
	Family      Type = "family"
	Residence   Type = "residence"
	Statement   Type = "statement"
	Event       Type = "event"
)

// Types lists every type in the order of claims.md.
func Types() []Type {
	return []Type{Position, Membership, Appointment, Election, Defeat, Candidacy, Resignation, Dismissal,
		Joined, Left, Legal, Birth, Death, Education, Family, Residence, Statement, Event}
}

// HasRole tells of the types whose key is a role: posts and their events.
func (t Type) HasRole() bool {
	switch t {
	case Position, Appointment, Election, Defeat, Candidacy, Resignation, Dismissal:
		return true
	}
	return false
}

// HasOrg tells of the types whose key is an organisation.
func (t Type) HasOrg() bool { return t == Membership || t == Joined || t == Left || t == Education }

// Status says how the article stands to the claim.
type Status string

const (
	Asserted Status = "asserted"
	Alleged  Status = "alleged"
	Denied   Status = "denied"
	Planned  Status = "planned"
	// Disputed is a status of facts alone: somebody states it, somebody named denies it.
	Disputed Status = "disputed"
)

// Stage is how far a resignation, appointment, election or candidacy has come.
type Stage string

// Stages gives the stages of a type from the first to the furthest; none for
// the types that have no stages.
func Stages(t Type) []Stage {
	switch t {
	case Resignation:
		return []Stage{"announced", "tendered", "accepted", "effective", "refused", "withdrawn"}
	case Appointment:
		return []Stage{"proposed", "nominated", "named", "sworn-in", "declined"}
	case Election:
		return []Stage{"projected", "declared", "certified", "annulled"}
	case Candidacy:
		return []Stage{"declared", "nominated", "withdrawn", "disqualified"}
	}
	return nil
}

// Action is the legal step or the kinship.
type Action string

// Actions gives the closed list of a type's actions; none for other types.
func Actions(t Type) []Action {
	switch t {
	case Legal:
		return []Action{"questioned", "detained", "arrested", "charged", "indicted", "on-trial", "convicted",
			"sentenced", "jailed", "acquitted", "cleared", "dropped", "quashed", "bailed", "released", "fined",
			"sued", "investigated", "pardoned", "wanted"}
	case Family:
		return []Action{"spouse", "child", "parent", "sibling", "relative"}
	}
	return nil
}

// CaseRole is the part that the subject has in a legal case.
type CaseRole string

const (
	Accused   CaseRole = "accused"
	Victim    CaseRole = "victim"
	Plaintiff CaseRole = "plaintiff"
	Witness   CaseRole = "witness"
	OtherRole CaseRole = "other"
)

// Validate tells the first word of the claim that is not in the vocabulary,
// or a missing subject, quote or article.
func (c *Claim) Validate() error {
	in := func(field, value string, known bool) error {
		if value == "" || known {
			return nil
		}
		return fmt.Errorf("%s %q is not in the vocabulary of a %s", field, value, c.Type)
	}
	switch {
	case c.Article == "":
		return fmt.Errorf("a claim without an article")
	case !slices.Contains(Types(), c.Type):
		return fmt.Errorf("type %q is not in the vocabulary", c.Type)
	case strings.TrimSpace(c.Subject) == "":
		return fmt.Errorf("a %s without a subject", c.Type)
	case c.Quote == "":
		return fmt.Errorf("a %s of %s without its words", c.Type, c.Subject)
	case c.EndByte-c.StartByte != len(c.Quote) || c.StartByte < 0:
		return fmt.Errorf("the offsets %d to %d do not fit a quote of %d bytes", c.StartByte, c.EndByte, len(c.Quote))
	}
	if !slices.Contains([]Status{Asserted, Alleged, Denied, Planned}, c.Status) {
		return fmt.Errorf("status %q is not in the vocabulary of a %s", c.Status, c.Type)
	}
	roles := []CaseRole{Accused, Victim, Plaintiff, Witness, OtherRole}
	for _, err := range []error{
		in("stage", string(c.Stage), slices.Contains(Stages(c.Type), c.Stage)),
		in("action", string(c.Action), slices.Contains(Actions(c.Type), c.Action)),
		in("case_role", string(c.CaseRole), c.Type == Legal && slices.Contains(roles, c.CaseRole)),
	} {
		if err != nil {
			return err
		}
	}
	return nil
}

// MakeID gives the claim's id: twelve hexadecimal digits of a hash of its
// article, type, key, status, speaker and words. Offsets are not part of it, so
// a paragraph put in above changes nothing; nor are dates, which a better rule
// may read differently from the same words. One sentence can state a thing in
// one voice and deny it in another: hence the status and the speaker.
func MakeID(c *Claim) string {
	var room [1024]byte // enough for nearly all, so that nothing is allocated but the id
	b := room[:0]
	for _, part := range [...]string{c.Article, string(c.Type), c.Subject, c.Role, c.Org, c.Object, c.Place,
		string(c.Action), string(c.Status), c.By} {
		b = append(b, part...)
		b = append(b, 0)
	}
	b = append(appendFolded(b, c.Quote), 0)
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:6])
}

// appendFolded appends the text with one space for each run of white space,
// none at its ends.
func appendFolded(dst []byte, text string) []byte {
	begin := len(dst)
	n := folded(text)
	dst = append(dst, text[:n]...)
	for i := n; i < len(text); {
		from, size := i, 0 // of the word, of the white space behind it
		for i < len(text) {
			if text[i] > ' ' && text[i] < utf8.RuneSelf {
				i++
				continue
			}
			r, n := utf8.DecodeRuneInString(text[i:])
			if unicode.IsSpace(r) {
				size = n
				break
			}
			i += n
		}
		if i > from {
			if len(dst) > begin {
				dst = append(dst, ' ')
			}
			dst = append(dst, text[from:i]...)
		}
		i += size
	}
	return dst
}

// folded tells how far a text is ASCII words with one space between each two, up
// to the end of a word: nearly always all of it.
func folded(text string) int {
	i, end := evenly(text)
	for ; i < len(text); i++ {
		if c := text[i]; c > ' ' && c < utf8.RuneSelf {
			continue
		} else if c != ' ' || i == end+1 {
			return max(end, 0)
		}
		end = i
	}
	if end == len(text)-1 {
		return max(end, 0)
	}
	return len(text)
}

// evenly passes over eight bytes at once while there is nothing to fold in them;
// end is the last space before i, -1 for none.
func evenly(text string) (i, end int) {
	const (
		ones  = 0x0101010101010101
		lows  = 0x7f * ones
		highs = 0x80 * ones
	)
	end = -1
	for ; i+8 <= len(text); i += 8 {
		w := text[i : i+8]
		x := uint64(w[0]) | uint64(w[1])<<8 | uint64(w[2])<<16 | uint64(w[3])<<24 |
			uint64(w[4])<<32 | uint64(w[5])<<40 | uint64(w[6])<<48 | uint64(w[7])<<56
		odd := (^(x&lows + (0x80-' ')*ones) | x) & highs // below a space, beyond ASCII
		spaces := ^(x&lows ^ ' '*ones + lows) & highs
		if odd != 0 || spaces&(spaces<<8) != 0 || spaces&0x80 != 0 && i == end+1 {
			break
		}
		if spaces != 0 {
			end = i + 7 - bits.LeadingZeros64(spaces)/8
		}
	}
	return i, end
}
