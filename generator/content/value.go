package content

import (
	"fmt"
)

// kind is what sort of value stands at a place of the front matter.
type kind uint8

const (
	null   kind = iota // nothing, ~ or null
	plain              // words without quotes in YAML: text, number, date or flag, as they are needed
	quoted             // text between quotes, or in a block
	number             // a number or date of TOML or JSON
	flag               // true or false of TOML or JSON
	list
	table
)

// String names the kind for a message.
func (k kind) String() string {
	return [...]string{"nothing", "text", "text", "a number", "true or false", "a list", "a table of keys"}[k]
}

// value is one value of front matter, whatever its format, with its place.
type value struct {
	kind kind
	// text is a scalar's, as it is written (without quotes and escapes).
	text    string
	at      Place
	items   []*value // of a list
	entries []entry  // of a table, in the file's order
}

// entry is one key of a table.
type entry struct {
	key   string
	at    Place // of the key
	value *value
}

// maxDepth is how deep lists and tables may nest; what is read needs four.
const maxDepth = 16

// tooDeep tells that front matter nests deeper than anything that is read.
func (r *reader) tooDeep(at Place) {
	r.wrong(at, "too-deep", fmt.Sprintf("lists and tables nest deeper than %d", maxDepth), "remove the inner brackets")
}

// checkKeys tells keys that stand twice, or twice but for upper and lower case.
func (r *reader) checkKeys(v *value) bool {
	ok := true
	first := make(map[string]entry, len(v.entries))
	for _, e := range v.entries {
		folded := foldKey(e.key)
		earlier, taken := first[folded]
		if !taken {
			first[folded] = e
			continue
		}
		ok = false
		if e.key == earlier.key {
			r.wrong(e.at, "duplicate-key", fmt.Sprintf("%q stands twice, first on line %d", e.key, earlier.at.Line), "keep one of them")
			continue
		}
		r.wrong(e.at, "duplicate-key", fmt.Sprintf("%q and %q on line %d differ only in case", e.key, earlier.key, earlier.at.Line), "keep one of them")
	}
	return ok
}
