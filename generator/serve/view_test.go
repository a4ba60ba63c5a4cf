package serve

import (
	"slices"
	"testing"
)

func TestStep(t *testing.T) {
	const page = `<!doctype html><head><link rel="stylesheet" href="../site.1.css"><link rel=icon href="/icon.svg">
<script src="../search.js"></script></head><body><img src="ann.jpg" srcset="ann-2.jpg 2x, https://cdn.example/x.jpg 3x"><p>Text</p></body>`
	const restyled = `<!doctype html><head><link href="../site.2.css" rel="stylesheet"><link rel=icon href="/icon.svg">
<script src="../search.js"></script></head><body><img src="ann.jpg" srcset="ann-2.jpg 2x, https://cdn.example/x.jpg 3x"><p>Text</p></body>`
	const edited = `<!doctype html><head><link rel="stylesheet" href="../site.1.css"><link rel=icon href="/icon.svg">
<script src="../search.js"></script></head><body><img src="ann.jpg" srcset="ann-2.jpg 2x, https://cdn.example/x.jpg 3x"><p>Text.</p></body>`
	const unstyled = `<!doctype html><head></head><body><p>Text</p></body>`
	assets := files{"people/site.1.css": "a", "people/site.2.css": "b", "people/search.js": "s", "icon.svg": "i", "people/ann/ann.jpg": "p", "people/ann/ann-2.jpg": "q"}
	with := func(name, text string) files {
		changed := files{}
		for key, value := range assets {
			changed[key] = value
		}
		changed[name] = text
		return changed
	}
	tests := []struct {
		name   string
		after  string
		site   files
		reload bool
		styles []string
		images []string
	}{
		{name: "nothing", after: page, site: assets},
		{name: "the text", after: edited, site: assets, reload: true},
		{name: "a style sheet's address", after: restyled, site: assets, styles: []string{"../site.2.css"}},
		{name: "a style sheet's bytes", after: page, site: with("people/site.1.css", "new"), styles: []string{"../site.1.css"}},
		{name: "a style sheet gone", after: unstyled, site: assets, reload: true},
		{name: "a script's bytes", after: page, site: with("people/search.js", "new"), reload: true},
		{name: "a picture", after: page, site: with("people/ann/ann-2.jpg", "new"), images: []string{"/people/ann/ann-2.jpg"}},
		{name: "an icon", after: page, site: with("icon.svg", "new"), images: []string{"/icon.svg"}},
		{name: "a file that it does not load", after: page, site: with("people/other.css", "new")},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			before := viewOf([]byte(page), "/people/ann/").of(assets)
			after := viewOf([]byte(test.after), "/people/ann/").of(test.site)
			got := before.step(after)
			if got.reload != test.reload || !slices.Equal(got.styles, test.styles) || !slices.Equal(got.images, test.images) {
				t.Errorf("got %+v", got)
			}
			same := !test.reload && test.styles == nil && test.images == nil
			if (before.stamp() == after.stamp()) != same {
				t.Errorf("equal stamps: %v, want %v", !same, same)
			}
		})
	}
}
