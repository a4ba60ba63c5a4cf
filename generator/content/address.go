package content

import (
	"errors"
	"fmt"
	"net/url"
	"path"
	"strings"
	"unicode"
)

// checkAddress tells what is wrong with an address of the web: it must be
// absolute, of http or https (or one of more), name a host and no user, and be
// written without tricks that a browser would read differently.
func checkAddress(address string, more ...string) error {
	if isPlainAddress(address) {
		return nil
	}
	if strings.IndexFunc(address, func(c rune) bool {
		return isInvisible(c) || unicode.IsControl(c) || strings.ContainsRune("\\\"<>^`{|}", c)
	}) >= 0 {
		return errors.New("an address has no spaces, control characters, quotation marks or brackets")
	}
	u, err := url.Parse(address)
	if err != nil {
		return errors.New("it cannot be read as an address")
	}
	scheme := strings.ToLower(u.Scheme)
	switch {
	case scheme == "http" || scheme == "https":
	case scheme == "mailto" && len(more) > 0 && more[0] == "mailto":
		if !strings.Contains(u.Opaque, "@") {
			return errors.New("mailto: wants an e-mail address")
		}
		return nil
	case scheme == "" && strings.HasPrefix(address, "//"):
		return errors.New("the address has no https before its //")
	case scheme == "":
		return errors.New("an address begins with https:// or http://")
	default:
		return fmt.Errorf("an address of %s: is not allowed, only https and http", scheme)
	}
	switch {
	case u.Host == "" || u.Hostname() == "":
		return errors.New("the address names no host")
	case u.User != nil:
		return errors.New("an address must not carry a user's name or password")
	}
	return nil
}

// isPlainAddress tells of https://host/path of letters, digits and the signs that
// mean nothing else: nearly all addresses, which need not be taken apart.
func isPlainAddress(address string) bool {
	rest, ok := strings.CutPrefix(address, "https://")
	if !ok {
		rest, ok = strings.CutPrefix(address, "http://")
	}
	host := true
	for i := range len(rest) {
		switch c := rest[i]; {
		case 'a' <= c && c <= 'z', '0' <= c && c <= '9', c == '-', c == '.':
		case c == '/':
			ok, host = ok && i > 0, false
		case !host && ('A' <= c && c <= 'Z' || c == '_' || c == '~'):
		default:
			return false
		}
	}
	return ok && rest != ""
}

// redirectPath gives an old address of a page in its plain form: rooted in the
// site, with a slash at its end unless it names an .html file.
func redirectPath(text string) (string, error) {
	decoded, err := url.PathUnescape(text)
	switch {
	case err != nil:
		return "", errors.New("its % signs cannot be read")
	case !strings.HasPrefix(text, "/") || strings.HasPrefix(text, "//"):
		return "", errors.New("an old address is a path in this site and begins with one /")
	case strings.IndexFunc(decoded, func(c rune) bool {
		return c != ' ' && isInvisible(c) || unicode.IsControl(c) || strings.ContainsRune("\\\"'<>?#*|`", c)
	}) >= 0:
		return "", errors.New("a path has no quotation marks, brackets, ?, # or \\")
	}
	file := strings.HasSuffix(decoded, ".html") || strings.HasSuffix(decoded, ".htm")
	whole := strings.TrimSuffix(decoded, "/")
	if whole == "" {
		return "", errors.New("the home page cannot be redirected")
	}
	for _, part := range strings.Split(whole[1:], "/") {
		if err := checkPathPart(part); err != nil {
			return "", err
		}
	}
	if path.Clean(whole) != whole {
		return "", errors.New("a path must not go up or stand still (.. or .)")
	}
	if file {
		return whole, nil
	}
	return whole + "/", nil
}
