package render

import (
	"bytes"
	"html/template"
	"reflect"
	"strings"
	"sync"
)

// The escapers of html/template for the places in which pages have thousands
// of values. Those of rarer places are borrowed from html/template itself.

// appendEscaped adds a text as html/template does in elements and in attributes.
func appendEscaped(b []byte, s string) []byte {
	start := 0
	for i := range len(s) {
		if !marking[s[i]] {
			continue
		}
		var with string
		switch s[i] {
		case 0:
			with = "\ufffd"
		case '"':
			with = "&#34;"
		case '&':
			with = "&amp;"
		case '\'':
			with = "&#39;"
		case '+':
			with = "&#43;"
		case '<':
			with = "&lt;"
		case '>':
			with = "&gt;"
		default:
			continue
		}
		b = append(b, s[start:i]...)
		b = append(b, with...)
		start = i + 1
	}
	return append(b, s[start:]...)
}

// appendAddress adds an address as html/template does at the beginning of an
// attribute that holds one.
func appendAddress(b []byte, s string) []byte {
	if scheme, _, ok := strings.Cut(s, ":"); ok && !strings.Contains(scheme, "/") &&
		!strings.EqualFold(scheme, "http") && !strings.EqualFold(scheme, "https") && !strings.EqualFold(scheme, "mailto") {
		return append(b, "#ZgotmplZ"...)
	}
	const hex = "0123456789abcdef"
	start := 0
	for i := range len(s) {
		c := s[i]
		if 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' {
			continue
		}
		var with string
		switch c {
		case '!', '#', '$', '*', ',', '/', ':', ';', '=', '?', '@', '[', ']', '-', '.', '_', '~':
			continue
		case '%':
			if i+2 < len(s) && isHex(s[i+1]) && isHex(s[i+2]) {
				continue
			}
		case '&':
			with = "&amp;"
		case '+':
			with = "&#43;"
		}
		b = append(b, s[start:i]...)
		start = i + 1
		if with != "" {
			b = append(b, with...)
		} else {
			b = append(b, '%', hex[c>>4], hex[c&15])
		}
	}
	return append(b, s[start:]...)
}

func isHex(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c && c <= 'f' || 'A' <= c && c <= 'F'
}

// samples has, by the names of its escapers, a printer for each rarer place: a
// template with one such place, executed by html/template.
var samples = sync.OnceValue(func() map[string]printer {
	made := map[string]printer{}
	for _, place := range [][3]string{
		{"jsvalescaper", `<script type="application/ld+json">`, `</script>`},
		{"srcsetescaper attrescaper", `<img srcset="`, `">`},
		{"urlescaper attrescaper", `<a href="#`, `">`},
		{"urlfilter attrescaper", `<meta http-equiv="refresh" content="0; url=`, `">`},
	} {
		t := template.Must(template.New(place[0]).Parse(place[1] + "{{.}}" + place[2]))
		made[place[0]] = func(b []byte, v reflect.Value) []byte {
			var out bytes.Buffer
			if err := t.Execute(&out, v.Interface()); err != nil {
				panic(err)
			}
			return append(b, out.Bytes()[len(place[1]):out.Len()-len(place[2])]...)
		}
	}
	return made
})
