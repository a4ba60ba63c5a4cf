package ingest

import (
	"context"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/url"
	"regexp"
	"strings"

	"profilegen/generator/content"
)

// Page is a web page as it came: of a file, or from the web.
type Page struct {
	// Name is the file or the address as it was given, for messages.
	Name string
	Raw  []byte
	// ContentType is the header it came with; empty of a file.
	ContentType string
	// Asked and Final are where it was asked for and where the redirects ended;
	// empty of a file.
	Asked, Final string
	// Fetched is when it came, as 2024-05-03T10:00:00Z; empty of a file.
	Fetched string
}

// IsAddress tells an address from a file's name. It is an error where the text
// begins as an address that nothing is fetched from, as file: or data:.
func IsAddress(text string) (bool, error) {
	scheme := regexp.MustCompile(`^[A-Za-z][A-Za-z0-9+.-]+:`).FindString(text)
	switch strings.ToLower(scheme) {
	case "":
		if strings.HasPrefix(text, "//") {
			return false, errors.New("the address has no https before its //")
		}
		return false, nil
	case "http:", "https:":
		return true, content.CheckAddress(text)
	}
	return false, fmt.Errorf("nothing is fetched from %s addresses", scheme)
}

// Fetch gets a page of the web: of http or https, up to 8 MiB, with at most
// five redirects. Anything but an HTML page with status 200 is an error.
func (c *Client) Fetch(ctx context.Context, address string) (Page, error) {
	answer, err := c.send(ctx, http.MethodGet, address)
	if err != nil {
		return Page{}, err
	}
	defer answer.Body.Close()
	kind := answer.Header.Get("Content-Type")
	switch {
	case answer.StatusCode != http.StatusOK:
		return Page{}, &fault{"status", "the server answered " + statusOf(answer.StatusCode), statusHint(answer.StatusCode)}
	case answer.Header.Get("Content-Encoding") != "":
		return Page{}, &fault{"encoding", fmt.Sprintf("the page is compressed as %q", answer.Header.Get("Content-Encoding")), "save it with a browser"}
	case kind != "" && !isHTML(kind):
		return Page{}, &fault{"not-html", fmt.Sprintf("it is %q, not a web page", kind), "give the address of the article itself"}
	}
	raw, err := io.ReadAll(io.LimitReader(answer.Body, MaxPage+1))
	switch {
	case err != nil:
		return Page{}, faultOf(err)
	case len(raw) > MaxPage:
		return Page{}, &fault{"too-large", "the page is larger than 8 MiB", "save the article alone with a browser"}
	case kind == "" && !isHTML(http.DetectContentType(raw)):
		return Page{}, &fault{"not-html", "it is no web page", "give the address of the article itself"}
	}
	return Page{Name: address, Raw: raw, ContentType: kind, Asked: address, Final: answer.Request.URL.String()}, nil
}

// isHTML tells of the media types that are web pages.
func isHTML(kind string) bool {
	media, _, err := mime.ParseMediaType(kind)
	if err != nil && media == "" {
		media, _, _ = strings.Cut(strings.ToLower(kind), ";")
	}
	media = strings.TrimSpace(media)
	return media == "text/html" || media == "application/xhtml+xml"
}

// statusOf gives a status with its name.
func statusOf(status int) string {
	return strings.TrimSpace(fmt.Sprintf("%d %s", status, strings.ToLower(http.StatusText(status))))
}

func statusHint(status int) string {
	switch {
	case status == http.StatusNotFound || status == http.StatusGone:
		return "look for an archived copy, as at web.archive.org"
	case status == http.StatusUnauthorized, status == http.StatusForbidden, status == http.StatusPaymentRequired, status == http.StatusTooManyRequests:
		return "open the page in a browser, save it there, and add the file"
	case status >= 500:
		return "try again later"
	}
	return ""
}

// archived parts the address of an archived copy from that of the page it is a
// copy of; both are empty where the address is no such copy's.
func archived(address string) (copied, page string) {
	found := regexp.MustCompile(`^https?://web\.archive\.org/web/\d{4,14}(?:[a-z]{2}_)?/(https?:/.+)$`).FindStringSubmatch(address)
	if found == nil {
		return "", ""
	}
	page = regexp.MustCompile(`^(https?):/+`).ReplaceAllString(found[1], "$1://")
	if content.CheckAddress(page) != nil {
		return "", ""
	}
	return address, page
}

// hostOf gives an address's host in lower case, without "www."; "" where it has none.
func hostOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(strings.ToLower(u.Host), "www.")
}

// isHome tells of the address of a whole site.
func isHome(address string) bool {
	u, err := url.Parse(address)
	return err == nil && strings.Trim(u.Path, "/") == "" && u.RawQuery == ""
}

// addressKey makes one text of the ways to write one address: scheme, "www.",
// fragment, a slash at the end and the marks of campaigns aside.
func addressKey(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return ""
	}
	query := u.Query()
	for name := range query {
		lower := strings.ToLower(name)
		if strings.HasPrefix(lower, "utm_") || lower == "fbclid" || lower == "gclid" {
			query.Del(name)
		}
	}
	key := hostOf(address) + strings.TrimRight(u.EscapedPath(), "/")
	if len(query) > 0 {
		key += "?" + query.Encode()
	}
	return key
}
