package render

import (
	"io/fs"

	"profilegen/generator/content"
	"profilegen/generator/diag"
	"profilegen/generator/review"
)

// Look is what pages are made with, beside their matter: the layouts, the
// assets and the site's own words in one language.
type Look struct {
	language string
	site     *Site // with nothing else
	problems []diag.Problem
}

// ReadLook reads the layouts for a site's language (BCP 47) while there is
// nothing yet to make pages of. What is wrong with them, New tells.
func ReadLook(layouts fs.FS, language string) *Look {
	s := &Site{in: Inputs{Layouts: layouts}, pub: &review.Publication{Settings: content.Settings{Language: language}}}
	look := &Look{language: language, site: s, problems: s.readLayouts(nil)}
	if len(look.problems) == 0 {
		s.layouts.page("home") // the page that is looked at first
	}
	return look
}
