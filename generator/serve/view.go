package serve

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"net/url"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// view is what a browser shows of a page, as far as a change could reach it.
type view struct {
	text   [32]byte // of the page's bytes, its style sheets' addresses left out
	styles []string // the style sheets' addresses, as the page has them
	assets []asset  // the files of the site that it loads
	sheets []int    // for each style sheet its place in assets, or -1
}

// asset is a file of the site that a page loads.
type asset struct {
	kind byte // 's' a style sheet, 'x' a script, 'i' a picture or icon
	path string
	key  [32]byte
}

// viewOf reads an HTML page that stands at the URL path base.
func viewOf(page []byte, base string) view {
	var v view
	sum := sha256.New()
	tokens := html.NewTokenizer(bytes.NewReader(page))
	for {
		kind := tokens.Next()
		if kind == html.ErrorToken {
			break
		}
		raw := tokens.Raw()
		if kind == html.StartTagToken || kind == html.SelfClosingTagToken {
			raw = slices.Clone(raw) // the attributes are unescaped in place
			if v.load(tokens, base) {
				continue
			}
		}
		sum.Write(raw)
	}
	sum.Sum(v.text[:0])
	return v
}

// load notes what a tag loads, and tells whether it is a style sheet's link.
func (v *view) load(tokens *html.Tokenizer, base string) bool {
	name, more := tokens.TagName()
	tag := string(name)
	if tag != "link" && tag != "script" && tag != "img" && tag != "source" {
		return false
	}
	attr := make(map[string]string)
	for more {
		var key, value []byte
		key, value, more = tokens.TagAttr()
		attr[string(key)] = string(value)
	}
	rel := strings.Fields(strings.ToLower(attr["rel"]))
	switch {
	case tag == "link" && slices.Contains(rel, "stylesheet"):
		v.styles = append(v.styles, attr["href"])
		v.sheets = append(v.sheets, v.note('s', attr["href"], base))
		return true
	case tag == "link" && slices.Contains(rel, "icon"):
		v.note('i', attr["href"], base)
	case tag == "script":
		v.note('x', attr["src"], base)
	case tag == "img" || tag == "source":
		v.note('i', attr["src"], base)
		for candidate := range strings.SplitSeq(attr["srcset"], ",") {
			address, _, _ := strings.Cut(strings.TrimSpace(candidate), " ")
			v.note('i', address, base)
		}
	}
	return false
}

// note adds a file of the site, and gives its place; -1 for anything else.
func (v *view) note(kind byte, address, base string) int {
	at, err := url.Parse(address)
	if err != nil || address == "" {
		return -1
	}
	full := (&url.URL{Path: base}).ResolveReference(at)
	if full.Scheme != "" || full.Host != "" {
		return -1
	}
	v.assets = append(v.assets, asset{kind: kind, path: strings.TrimPrefix(full.Path, "/")})
	return len(v.assets) - 1
}

// of gives the view with the keys that its assets have in a site.
func (v view) of(site Site) view {
	v.assets = slices.Clone(v.assets)
	for i := range v.assets {
		v.assets[i].key = site.Key(v.assets[i].path)
	}
	return v
}

// stamp is a short name of what a browser shows: views of one stamp are equal.
func (v view) stamp() string {
	sum := sha256.New()
	sum.Write(v.text[:])
	for _, style := range v.styles {
		sum.Write([]byte(style + "\x00"))
	}
	for _, a := range v.assets {
		sum.Write([]byte(a.path + "\x00"))
		sum.Write(a.key[:])
	}
	return hex.EncodeToString(sum.Sum(nil)[:12])
}

// step is what a browser has to do to get from one view to another.
type step struct {
	reload bool
	styles []string // the style sheets' addresses, in their order; nil where they stay
	images []string // the changed pictures' paths
}

// step compares what is shown with what is to be shown.
func (v view) step(next view) step {
	if v.text != next.text || len(v.styles) != len(next.styles) {
		return step{reload: true}
	}
	var s step
	key := func(w view, i int) (k [32]byte) {
		if at := w.sheets[i]; at >= 0 {
			k = w.assets[at].key
		}
		return k
	}
	for i := range next.styles {
		if v.styles[i] != next.styles[i] || key(v, i) != key(next, i) {
			s.styles = next.styles
		}
	}
	old := make(map[string][32]byte)
	for _, a := range v.assets {
		old[a.path] = a.key
	}
	for _, a := range next.assets {
		if a.kind == 's' || old[a.path] == a.key {
			continue
		}
		if a.kind == 'x' {
			return step{reload: true}
		}
		s.images = append(s.images, "/"+a.path)
	}
	return s
}
