package review

import (
	"profilegen/generator/diag"
	"profilegen/generator/profile"
)

// Words are the lists that tell what must not be published without an editor.
type Words struct {
	// Lists has, for each language, the entries of each sensitive-*.txt by its
	// name without the extension.
	Lists map[string]map[string][]string
}

// Options are what Apply needs beside the merge's input and result.
type Options struct {
	Sensitive Words
	// Texts gives an article's text, for text: full and to cut quotations; it may be nil.
	Texts func(articleID string) string
}

// Apply decides what of the merged profiles may be shown.
func Apply(res *profile.Result, in profile.Input, o Options) (*Publication, []HeldFact, []diag.Problem) {
	pub := &Publication{}
	if in.Site != nil {
		pub.Settings = in.Site.Settings
	}
	return pub, nil, nil
}
