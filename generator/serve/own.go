package serve

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"time"

	"profilegen/generator/content"
)

// ownPrefix begins the addresses that are the server's own; no id of a site
// can begin with an underscore.
const ownPrefix = "/__profilegen/"

// own tells whether a URL's path is one of the server's own.
func own(urlPath string) bool { return strings.HasPrefix(urlPath, ownPrefix) }

//go:embed client.js
var clientScript string

//go:embed client.css
var clientStyle string

//go:embed review.js
var reviewScript string

// tokenHeader carries the token. A page of another origin cannot set it
// without asking first, and is refused.
const tokenHeader = "X-Profilegen-Token"

// serveOwn answers with what the injected script asks for.
func (s *Server) serveOwn(w http.ResponseWriter, r *http.Request) {
	name := strings.TrimPrefix(r.URL.Path, ownPrefix)
	if name == "decide" {
		s.serveDecide(w, r)
		return
	}
	if !reads(w, r) {
		return
	}
	switch name {
	case "events":
		s.serveEvents(w, r)
	case "client.js":
		// As a module it runs nowhere but where a page of this origin loads it:
		// import.meta is a syntax error in a plain script tag.
		token := ""
		if s.o.Decide != nil && s.guard.review(r) {
			token = s.token
		}
		serveText(w, contentTypes[".js"], fmt.Sprintf("const token = %q;\n%s", token, clientScript))
	case "review.js":
		serveText(w, contentTypes[".js"], reviewScript)
	case "client.css":
		serveText(w, contentTypes[".css"], clientStyle)
	case "held":
		s.serveHeld(w, r)
	default:
		http.Error(w, "404: the server has no such address", http.StatusNotFound)
	}
}

// serveText answers with one of the server's own files.
func serveText(w http.ResponseWriter, kind, text string) {
	w.Header().Set("Content-Type", kind)
	_, _ = w.Write([]byte(text))
}

// allowed refuses a call of the review bar that does not come from this
// machine, or is not the server's own page asking.
func (s *Server) allowed(w http.ResponseWriter, r *http.Request) bool {
	if s.o.Decide != nil && s.guard.review(r) && r.Header.Get(tokenHeader) == s.token {
		return true
	}
	http.Error(w, "what is held is for this machine and this server's own pages", http.StatusForbidden)
	return false
}

// serveHeld answers with what is held of the page at ?path=.
func (s *Server) serveHeld(w http.ResponseWriter, r *http.Request) {
	if !s.allowed(w, r) {
		return
	}
	answer(w, http.StatusOK, heldOn(s.current.Load().good, shownPath(r)))
}

// shownPath gives the URL path that the browser shows, from ?path=, where it
// stands percent-encoded like in the address bar.
func shownPath(r *http.Request) string {
	shown, err := url.PathUnescape(r.URL.Query().Get("path"))
	if err != nil {
		return ""
	}
	return shown
}

// choice is what the review bar sends.
type choice struct {
	ID       string          `json:"id"`
	Decision content.Verdict `json:"decision"`
	Words    []string        `json:"words"` // as the editor saw them
	Reason   string          `json:"reason"`
}

// Limits of a choice: its body in bytes, and how long it may take to come.
const (
	choiceBytes = 256 << 10
	choiceTime  = 5 * time.Second
)

// serveDecide takes an editor's decision from the review bar.
func (s *Server) serveDecide(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodPost {
		w.Header().Set("Allow", "POST")
		http.Error(w, "only POST", http.StatusMethodNotAllowed)
		return
	}
	if !s.allowed(w, r) {
		return
	}
	if !sameOrigin(r) || r.Header.Get("Content-Type") != "application/json" {
		http.Error(w, "only this server's own pages decide", http.StatusForbidden)
		return
	}
	_ = http.NewResponseController(w).SetReadDeadline(time.Now().Add(choiceTime))
	var c choice
	body := json.NewDecoder(http.MaxBytesReader(w, r.Body, choiceBytes))
	body.DisallowUnknownFields()
	if err := body.Decode(&c); err != nil {
		http.Error(w, "the decision cannot be read", http.StatusBadRequest)
		return
	}
	status, text := s.decide(c)
	answer(w, status, map[string]string{"text": text})
	if status == http.StatusOK {
		select {
		case s.hints <- hint{path: "content/decisions.yaml"}:
		case <-r.Context().Done():
		}
	}
}

// decide writes a decision on a held fact whose words are still those that
// the editor saw.
func (s *Server) decide(c choice) (status int, text string) {
	if c.Decision != content.Accepted && c.Decision != content.Rejected {
		return http.StatusBadRequest, "a decision is accepted or rejected"
	}
	held := heldFact(s.current.Load().good, c.ID)
	if held == nil {
		return http.StatusConflict, "this fact is no longer held: look at the page again"
	}
	if strings.Join(held.Words, "\x00") != strings.Join(c.Words, "\x00") {
		return http.StatusConflict, "the words of this fact have changed: look at them again"
	}
	err := s.o.Decide(content.Decision{ID: c.ID, Verdict: c.Decision, Words: c.Words, Reason: strings.TrimSpace(c.Reason)})
	if err != nil {
		return http.StatusInternalServerError, err.Error()
	}
	return http.StatusOK, string(c.Decision)
}
