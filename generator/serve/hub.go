package serve

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"sync"
	"time"

	"profilegen/generator/diag"
)

const (
	// mostClients bounds the open event streams; each open tab has one.
	mostClients = 1000
	// mostMessages is how many messages a browser may be behind. One that is
	// further behind is let go: it comes back and is told where things stand.
	mostMessages = 16
	pingEvery    = 20 * time.Second
	writeTime    = 10 * time.Second
)

// shown is all that a browser shows, or would show now.
type shown struct {
	view     view
	stamp    string
	problems []byte // as JSON: what is wrong, for the overlay
	held     [32]byte
	ok       bool // false where the page cannot be made
}

// client is one browser page.
type client struct {
	path  string // the URL path that it shows
	shown shown
	out   chan []byte   // messages, in the form of the stream
	gone  chan struct{} // closed where it fell behind
}

// hub tells each browser what of its page has changed.
type hub struct {
	look func(urlPath string) shown
	done chan struct{} // closed where the server ends

	mu      sync.Mutex
	clients map[*client]bool
}

func newHub(look func(urlPath string) shown) *hub {
	return &hub{look: look, done: make(chan struct{}), clients: make(map[*client]bool)}
}

// close ends all streams.
func (h *hub) close() { close(h.done) }

// join adds a browser that shows what stamp names; nil where there are too many.
func (h *hub) join(urlPath, stamp string) *client {
	h.mu.Lock()
	defer h.mu.Unlock()
	if len(h.clients) >= mostClients {
		return nil
	}
	c := &client{path: urlPath, out: make(chan []byte, mostMessages), gone: make(chan struct{})}
	c.shown = h.look(urlPath)
	if c.shown.ok && stamp != "" && stamp != c.shown.stamp {
		c.out <- event("reload", nil)
	}
	c.out <- event("problems", c.shown.problems)
	h.clients[c] = true
	return c
}

// leave forgets a browser.
func (h *hub) leave(c *client) {
	h.mu.Lock()
	defer h.mu.Unlock()
	delete(h.clients, c)
}

// refresh looks at each page that is shown, once, and tells its browsers.
func (h *hub) refresh() {
	h.mu.Lock()
	defer h.mu.Unlock()
	seen := make(map[string]shown)
	for c := range h.clients {
		next, ok := seen[c.path]
		if !ok {
			next = h.look(c.path)
			seen[c.path] = next
		}
		for _, message := range c.step(next) {
			select {
			case c.out <- message:
			default:
				delete(h.clients, c)
				close(c.gone)
			}
			if !h.clients[c] {
				break
			}
		}
	}
}

// step moves a browser on, and gives what it is told.
func (c *client) step(next shown) (messages [][]byte) {
	before := c.shown
	if string(next.problems) != string(before.problems) {
		messages = append(messages, event("problems", next.problems))
	}
	if !next.ok { // the last good page stays
		c.shown.problems = next.problems
		return messages
	}
	c.shown = next
	if !before.ok {
		return append(messages, event("reload", nil))
	}
	if before.held != next.held {
		messages = append(messages, event("held", nil))
	}
	if before.stamp == next.stamp {
		return messages
	}
	step := before.view.step(next.view)
	if step.reload {
		return append(messages, event("reload", nil))
	}
	if step.styles != nil {
		messages = append(messages, event("styles", asJSON(swap{step.styles, next.stamp})))
	}
	if step.images != nil {
		messages = append(messages, event("images", asJSON(swap{step.images, next.stamp})))
	}
	return messages
}

// swap names files that take the place of what a page shows, without a reload.
type swap struct {
	Files []string `json:"files"`
	Stamp string   `json:"stamp"` // what the page then shows
}

// look gives what a browser at a URL path would show now.
func (s *Server) look(urlPath string) shown {
	now := s.current.Load()
	held := heldOn(now.good, urlPath)
	next := shown{held: sha256.Sum256(asJSON(held))}
	problems := now.last.Problems
	if now.site != nil {
		made, err := s.pages.get(now.site, find(now.site, urlPath).file)
		if err != nil {
			problems = append([]diag.Problem{renderProblem(err)}, problems...)
		} else {
			next.view = made.view.of(now.site)
			next.stamp = next.view.stamp()
			next.ok = true
		}
	}
	next.problems = overlay(problems)
	return next
}

// mostTold is how many problems are shown over a page at once.
const mostTold = 50

// told is one problem as the overlay shows it.
type told struct {
	Place string      `json:"place,omitempty"`
	Text  string      `json:"text"`
	Hint  string      `json:"hint,omitempty"`
	Notes []diag.Note `json:"notes,omitempty"`
}

// overlay gives what is told over a page: errors, and in small what was set aside.
func overlay(problems []diag.Problem) []byte {
	var list struct {
		Errors []told `json:"errors"`
		Aside  []told `json:"aside"`
		More   int    `json:"more"`
	}
	wrong := slices.DeleteFunc(slices.Clone(problems), func(p diag.Problem) bool {
		return p.Severity != diag.Error && p.Severity != diag.SetAside
	})
	for _, p := range diag.Sort(wrong) {
		one := told{Place: p.Place(), Text: p.Text, Hint: p.Hint, Notes: p.Notes}
		switch {
		case len(list.Errors)+len(list.Aside) >= mostTold:
			list.More++
		case p.Severity == diag.Error:
			list.Errors = append(list.Errors, one)
		default:
			list.Aside = append(list.Aside, one)
		}
	}
	return asJSON(list)
}

// asJSON gives a value on one line; the stream's messages are lines.
func asJSON(value any) []byte {
	line, err := json.Marshal(value)
	if err != nil {
		return []byte("null") // no value that is sent can fail
	}
	return line
}

// event gives one message of the stream.
func event(name string, data []byte) []byte {
	return fmt.Appendf(nil, "event: %s\ndata: %s\n\n", name, data)
}

// serveEvents is the stream of one browser page.
func (s *Server) serveEvents(w http.ResponseWriter, r *http.Request) {
	if r.Method == http.MethodHead {
		return
	}
	select {
	case <-s.started:
	case <-r.Context().Done():
		return
	}
	c := s.hub.join(shownPath(r), r.URL.Query().Get("stamp"))
	if c == nil {
		http.Error(w, "too many pages are open", http.StatusServiceUnavailable)
		return
	}
	defer s.hub.leave(c)
	w.Header().Set("Content-Type", "text/event-stream")
	to := http.NewResponseController(w)
	ping := time.NewTicker(pingEvery)
	defer ping.Stop()
	message := []byte("retry: 500\n\n")
	for {
		_ = to.SetWriteDeadline(time.Now().Add(writeTime))
		if _, err := w.Write(message); err != nil || to.Flush() != nil {
			return
		}
		select {
		case message = <-c.out:
		case <-ping.C:
			message = []byte(": ping\n\n")
		case <-c.gone:
			return
		case <-s.hub.done:
			return
		case <-r.Context().Done():
			return
		}
	}
}
