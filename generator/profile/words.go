package profile

// Origin says who stands behind a fact.
type Origin uint8

const (
	Editor    Origin = iota + 1 // front matter
	Extracted                   // articles
	Both
)

// Review says whether a fact may be shown.
type Review uint8

const (
	Published Review = iota + 1
	Accepted
	Held
	Rejected
)

var (
	originWords = [...]string{"", Editor: "editor", Extracted: "extracted", Both: "both"}
	reviewWords = [...]string{"", Published: "published", Accepted: "accepted", Held: "held", Rejected: "rejected"}
)

// String gives the word: "editor"; empty for none.
func (o Origin) String() string { return originWords[o] }

// String gives the word: "held"; empty for none.
func (r Review) String() string { return reviewWords[r] }

// MarshalText gives the word: JSON has words, never numbers.
func (o Origin) MarshalText() ([]byte, error) { return []byte(o.String()), nil }

// MarshalText gives the word, as of an Origin.
func (r Review) MarshalText() ([]byte, error) { return []byte(r.String()), nil }
