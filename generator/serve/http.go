package serve

import (
	"bytes"
	"encoding/json"
	"fmt"
	"html"
	"mime"
	"net/http"
	"net/url"
	"path"
	"strings"
	"time"

	"profilegen/generator/diag"
)

// ServeHTTP answers one request.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	harden(w.Header())
	if status, why := s.guard.refuse(r); status != 0 {
		http.Error(w, why, status)
		return
	}
	if own(r.URL.Path) {
		s.serveOwn(w, r)
		return
	}
	if !reads(w, r) {
		return
	}
	if s.serveEarly(w, r) {
		return
	}
	select { // the first build: better a moment's patience than an error
	case <-s.started:
	case <-r.Context().Done():
		return
	}
	s.servePage(w, r)
}

// serveEarly answers before the first build is over, where that can be done.
func (s *Server) serveEarly(w http.ResponseWriter, r *http.Request) bool {
	select {
	case <-s.started:
		return false
	case <-s.lookedBack:
	case <-r.Context().Done():
		return false
	}
	if !pageAt(s.early, r).found {
		return false // the whole site may have it
	}
	s.serveFrom(w, r, s.early)
	return true
}

// pageAt gives what a request's address stands for.
func pageAt(site Site, r *http.Request) place {
	if strings.Contains(strings.ToLower(r.URL.RawPath), "%2f") {
		return find(site, "") // an escaped slash is no slash
	}
	return find(site, r.URL.Path)
}

// reads refuses what is neither GET nor HEAD.
func reads(w http.ResponseWriter, r *http.Request) bool {
	if r.Method == http.MethodGet || r.Method == http.MethodHead {
		return true
	}
	w.Header().Set("Allow", "GET, HEAD")
	http.Error(w, "only GET and HEAD", http.StatusMethodNotAllowed)
	return false
}

// servePage answers with a path of the site.
func (s *Server) servePage(w http.ResponseWriter, r *http.Request) {
	now := s.current.Load()
	if now.site == nil {
		s.serveProblems(w, now.last.Problems)
		return
	}
	s.serveFrom(w, r, now.site)
}

// serveFrom answers with a path of one state of the site.
func (s *Server) serveFrom(w http.ResponseWriter, r *http.Request, site Site) {
	at := pageAt(site, r)
	if at.move != "" {
		to := url.URL{Path: at.move, RawQuery: r.URL.RawQuery}
		w.Header().Set("Location", to.String())
		w.WriteHeader(http.StatusMovedPermanently)
		return
	}
	if at.file == "" {
		http.Error(w, "404: the site has no such page", http.StatusNotFound)
		return
	}
	made, err := s.pages.get(site, at.file)
	if made == nil {
		s.serveProblems(w, []diag.Problem{renderProblem(err)})
		return
	}
	w.Header().Set("Content-Type", contentType(at.file))
	body := made.body
	if made.html {
		body = inject(body, made.view.of(site).stamp())
	}
	if !at.found {
		w.WriteHeader(http.StatusNotFound)
		if r.Method != http.MethodHead {
			_, _ = w.Write(body)
		}
		return
	}
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(body))
}

// serveProblems answers where there is no page yet, with what is wrong; the
// browser loads the page as soon as it is mended.
func (s *Server) serveProblems(w http.ResponseWriter, problems []diag.Problem) {
	var b strings.Builder
	b.WriteString("<!doctype html>\n<html lang=\"en\"><meta charset=\"utf-8\"><title>The site cannot be built</title>\n<body><h1>The site cannot be built</h1>\n")
	for _, p := range problems {
		if p.Severity == diag.Error {
			fmt.Fprintf(&b, "<p>%s</p>\n", html.EscapeString(p.String()))
		}
	}
	b.WriteString("</body></html>\n")
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(http.StatusInternalServerError)
	_, _ = w.Write(inject([]byte(b.String()), noPage))
}

// noPage is the stamp of a page that tells why there is none.
const noPage = "none"

// renderProblem is what is told of a page that cannot be made.
func renderProblem(err error) diag.Problem {
	return diag.Problem{Severity: diag.Error, Code: "render", Text: err.Error()}
}

// inject puts the script that reloads a page into it. The stamp says what the
// browser will show, so that a change made before it listens is not missed.
func inject(page []byte, stamp string) []byte {
	tag := fmt.Appendf(nil, `<script type="module" src="%sclient.js" data-stamp="%s"></script>`, ownPrefix, stamp)
	at := bytes.LastIndex(page, []byte("</body>"))
	if at < 0 {
		at = len(page)
	}
	out := make([]byte, 0, len(page)+len(tag))
	out = append(out, page[:at]...)
	out = append(out, tag...)
	return append(out, page[at:]...)
}

// contentTypes has what the site's own files are; the system's table may say
// otherwise of them on each machine.
var contentTypes = map[string]string{
	".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
	".json": "application/json", ".jsonl": "application/x-ndjson; charset=utf-8", ".xml": "application/xml; charset=utf-8",
	".txt": "text/plain; charset=utf-8", ".csv": "text/csv; charset=utf-8", ".svg": "image/svg+xml",
	".webmanifest": "application/manifest+json", ".woff2": "font/woff2", ".ico": "image/x-icon",
	".webp": "image/webp", ".avif": "image/avif", ".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg",
}

// contentType goes by a file's name alone: nothing is guessed from its bytes.
func contentType(file string) string {
	ext := strings.ToLower(path.Ext(file))
	if known, ok := contentTypes[ext]; ok {
		return known
	}
	if known := mime.TypeByExtension(ext); known != "" {
		return known
	}
	return "application/octet-stream"
}

// answer writes a value as JSON.
func answer(w http.ResponseWriter, status int, value any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(value)
}
