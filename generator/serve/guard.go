package serve

import (
	"crypto/rand"
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strings"
)

// guard says who may ask for what. The pages are drafts about living people:
// no other web page that the editor has open may read them (through DNS
// rebinding, a script or picture tag, or a frame) or decide anything.
type guard struct {
	host string // the --addr host, lower case; answered to beside the loopback names
	port string // the one that is listened on
}

func newGuard(addr string, listening net.Addr) guard {
	host, _, _ := net.SplitHostPort(addr)
	_, port, _ := net.SplitHostPort(listening.String())
	return guard{host: strings.ToLower(host), port: port}
}

// address is what a browser is to open.
func (g guard) address() string {
	host := g.host
	if ip, err := netip.ParseAddr(host); host == "" || err == nil && ip.IsUnspecified() {
		host = "127.0.0.1"
	}
	return "http://" + net.JoinHostPort(host, g.port) + "/"
}

// refuse gives the status and reason for a request that gets no answer, or 0.
func (g guard) refuse(r *http.Request) (int, string) {
	if !g.knows(r.Host) {
		return http.StatusForbidden, fmt.Sprintf("this server does not answer to the host %q; start it with --addr HOST:PORT for another name", r.Host)
	}
	for _, origin := range r.Header.Values("Origin") {
		if origin != "http://"+r.Host {
			return http.StatusForbidden, "a page of another origin asks"
		}
	}
	switch r.Header.Get("Sec-Fetch-Site") {
	case "", "same-origin", "none":
		return 0, ""
	}
	// A link from elsewhere may lead here, a frame, script or fetch may not.
	dest := r.Header.Get("Sec-Fetch-Dest")
	if r.Header.Get("Sec-Fetch-Mode") == "navigate" && (dest == "document" || dest == "") && !own(r.URL.Path) {
		return 0, ""
	}
	return http.StatusForbidden, "a page of another site asks"
}

// knows tells whether a Host header names this server: a loopback address,
// localhost, a name under it, or the host that it was told to listen on.
func (g guard) knows(hostport string) bool {
	host, ok := hostOf(hostport)
	if !ok {
		return false
	}
	if host == "localhost" || strings.HasSuffix(host, ".localhost") || g.host != "" && host == g.host {
		return true
	}
	ip, err := netip.ParseAddr(host)
	return err == nil && ip.Zone() == "" && ip.Unmap().IsLoopback()
}

// hostOf takes the port from a Host header.
func hostOf(hostport string) (string, bool) {
	u, err := url.Parse("http://" + hostport)
	if err != nil || u.Host != hostport || u.User != nil {
		return "", false
	}
	return strings.ToLower(u.Hostname()), true
}

// review tells whether a request may see or decide what is held: it comes from
// this machine, under a name that only this machine has.
func (g guard) review(r *http.Request) bool {
	host, ok := hostOf(r.Host)
	if !ok {
		return false
	}
	from, err := netip.ParseAddrPort(r.RemoteAddr)
	if err != nil || !from.Addr().Unmap().IsLoopback() {
		return false
	}
	ip, err := netip.ParseAddr(host)
	return host == "localhost" || strings.HasSuffix(host, ".localhost") || err == nil && ip.Unmap().IsLoopback()
}

// sameOrigin tells whether a request proves to come from a page of this
// server: a browser says so in one header at least.
func sameOrigin(r *http.Request) bool {
	return r.Header.Get("Origin") == "http://"+r.Host || r.Header.Get("Sec-Fetch-Site") == "same-origin"
}

// harden sets the headers that each answer has, whatever it is. There is never
// one that opens it to another origin.
func harden(h http.Header) {
	h.Set("Cache-Control", "no-store")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("Content-Security-Policy", "frame-ancestors 'self'")
	h.Set("X-Frame-Options", "SAMEORIGIN")
	h.Set("Referrer-Policy", "same-origin")
}

// newToken gives a word that nobody can guess, another in each process.
func newToken() string { return rand.Text() }
