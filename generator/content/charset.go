package content

import (
	"bytes"
	"fmt"
	"mime"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/net/html/charset"
)

// decodeHTML gives a page's characters: by its byte-order mark, the header or
// its own declaration, and only where the bytes bear that out.
func decodeHTML(raw []byte, contentType string) (string, error) {
	if bytes.HasPrefix(raw, []byte{0xff, 0xfe}) || bytes.HasPrefix(raw, []byte{0xfe, 0xff}) {
		r := &reader{}
		text, ok := r.decode(raw)
		if !ok {
			p := r.problems[0]
			return "", &byteError{Place{p.Line, p.Column}, p.Code, p.Text, p.Hint}
		}
		return text, nil
	}
	body := bytes.TrimPrefix(raw, []byte("\ufeff"))
	name, declared := declaredCharset(body, contentType)
	if len(body) < len(raw) {
		name, declared = "utf-8", true
	}
	var text string
	switch valid := utf8.Valid(body); {
	case valid && (!declared || name == "utf-8" || isASCII(body) && !strings.HasPrefix(name, "iso-2022")):
		text = string(body)
	case valid && !isASCII(body):
		return "", &byteError{Place{1, 1}, "charset", fmt.Sprintf("the page says that it is %s, but its bytes are UTF-8", name), "correct its charset"}
	case !declared || name == "utf-8":
		lines := unixLines(string(body))
		at := firstInvalid(lines)
		what := fmt.Sprintf("byte 0x%02X is not UTF-8", lines[at])
		if !declared {
			what += ", and the page names no other character set"
		}
		return "", &byteError{placeOf(lines, at), "not-utf8", what, "convert the file"}
	default:
		encoding, _ := charset.Lookup(name)
		decoded, err := encoding.NewDecoder().Bytes(body)
		text = string(decoded)
		if at := strings.IndexFunc(text, lostLetter); err != nil || at >= 0 {
			lines := unixLines(text)
			return "", &byteError{placeOf(lines, max(strings.IndexFunc(lines, lostLetter), 0)), "charset",
				fmt.Sprintf("the page says that it is %s, but its bytes are not", name), "convert the file to UTF-8"}
		}
	}
	text = unixLines(text)
	if at := strings.IndexByte(text, 0); at >= 0 {
		return "", &byteError{placeOf(text, at), "not-text", "not text (a NUL byte)", "save the page as HTML"}
	}
	if at := conflictMark(text); at >= 0 {
		return "", &byteError{placeOf(text, at), "conflict", "a merge was left unfinished (<<<<<<<)", "choose one side and remove the marks"}
	}
	if at := strings.Index(text, "\ufffd"); at >= 0 {
		return "", &byteError{placeOf(text, at), "lost-letter", "U+FFFD stands where a letter was lost", "save the page again"}
	}
	return text, nil
}

// lostLetter tells of what bytes become that their character set does not have.
func lostLetter(c rune) bool { return c == utf8.RuneError || c >= 0x80 && c < 0xa0 }

func isASCII(raw []byte) bool {
	for _, c := range raw {
		if c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// declaredCharset gives the character set that the header or the page names.
// A browser looks for it in the first 1024 bytes; saved pages put much before it.
func declaredCharset(body []byte, contentType string) (string, bool) {
	const searched = 64 << 10
	if _, params, err := mime.ParseMediaType(contentType); err == nil {
		if name, ok := charsetName(params["charset"]); ok {
			return name, true
		}
	}
	head := body[:min(len(body), searched)]
	if first, _, ok := bytes.Cut(head[:min(len(head), 200)], []byte("?>")); ok && bytes.HasPrefix(first, []byte("<?xml")) {
		if _, label, ok := bytes.Cut(first, []byte("encoding=")); ok {
			return charsetName(strings.Trim(strings.TrimSpace(string(label)), `"'`))
		}
	}
	tokens := html.NewTokenizer(bytes.NewReader(head))
	for kind := tokens.Next(); kind != html.ErrorToken; kind = tokens.Next() {
		if kind != html.StartTagToken && kind != html.SelfClosingTagToken {
			continue
		}
		if token := tokens.Token(); token.DataAtom == atom.Meta {
			if name, ok := metaCharset(token.Attr); ok {
				return name, true
			}
		}
	}
	return "", false
}

// metaCharset reads <meta charset> and <meta http-equiv="content-type">.
func metaCharset(attributes []html.Attribute) (string, bool) {
	var equiv, content string
	for _, a := range attributes {
		switch a.Key {
		case "charset":
			return charsetName(a.Val)
		case "http-equiv":
			equiv = a.Val
		case "content":
			content = a.Val
		}
	}
	if !strings.EqualFold(strings.TrimSpace(equiv), "content-type") {
		return "", false
	}
	_, label, _ := strings.Cut(strings.ToLower(content), "charset=")
	label, _, _ = strings.Cut(label, ";")
	return charsetName(strings.Trim(label, `"' `))
}

// charsetName gives the standard's name of a label; a page whose declaration
// can be read is not UTF-16, whatever it says.
func charsetName(label string) (string, bool) {
	_, name := charset.Lookup(label)
	if strings.HasPrefix(name, "utf-16") {
		name = "utf-8"
	}
	return name, name != ""
}
