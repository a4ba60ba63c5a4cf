package serve

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"

	"profilegen/generator/claim"
	"profilegen/generator/content"
	"profilegen/generator/profile"
	"profilegen/generator/review"
)

// heldSite is a site with one fact held between two that are published.
func heldSite() Outcome {
	fact := func(id string) *profile.Fact {
		f := &profile.Fact{ID: id, Subject: "people/ann-lee", Type: claim.Legal, Action: claim.Charged, Status: claim.Asserted}
		f.SetSources([]*profile.Source{{Article: "vote", Outlet: "The Ledger"}})
		return f
	}
	facts := []*profile.Fact{fact("first"), fact("hidden"), fact("last")}
	return Outcome{
		Site:    files{"people/ann-lee/index.html": pageOf("Ann Lee"), "articles/vote/index.html": pageOf("The vote"), "index.html": pageOf("home")},
		Held:    []review.HeldFact{{Fact: facts[1], Words: []string{"was charged"}, Why: []string{"type legal"}}},
		Merged:  &profile.Result{Profiles: []*profile.Profile{{Ref: "people/ann-lee", Facts: facts}}},
		Shown:   &review.Publication{Profiles: []*review.Profile{{Ref: "people/ann-lee", Facts: []*profile.Fact{facts[0], facts[2]}}}},
		Changed: []string{"content/people/ann-lee.md"},
	}
}

// desk is a server with something to decide.
type desk struct {
	*running
	mu      sync.Mutex
	decided []content.Decision
	fails   error
}

func startDesk(t *testing.T) *desk {
	d := &desk{}
	d.running = start(t, nil, func(o *Options) {
		o.Build = func(context.Context, []string) Outcome {
			d.mu.Lock()
			defer d.mu.Unlock()
			out := heldSite()
			if len(d.decided) > 0 {
				out.Held = nil
			}
			return out
		}
		o.Decide = func(made content.Decision) error {
			d.mu.Lock()
			defer d.mu.Unlock()
			if d.fails == nil {
				d.decided = append(d.decided, made)
			}
			return d.fails
		}
	})
	return d
}

// ask sends a request with headers, and gives the status and the body.
func (r *running) ask(method, path, body string, header map[string]string) (int, string) {
	r.t.Helper()
	request, err := http.NewRequestWithContext(r.t.Context(), method, r.address+path, strings.NewReader(body))
	must(r.t, err)
	for key, value := range header {
		request.Header.Set(key, value)
	}
	if host := header["Host"]; host != "" {
		request.Host = host
	}
	response, err := r.client.Do(request)
	must(r.t, err)
	defer response.Body.Close()
	raw, err := io.ReadAll(response.Body)
	must(r.t, err)
	return response.StatusCode, string(raw)
}

func TestHeldIsForTheServersOwnPages(t *testing.T) {
	d := startDesk(t)
	for _, page := range []string{"/people/ann-lee/", "/articles/vote/", "/"} {
		if _, body := d.get(page); strings.Contains(body, "hidden") || strings.Contains(body, "was charged") || strings.Contains(body, d.server.token) {
			t.Errorf("%s tells what is held: %q", page, body)
		}
	}
	_, script := d.get("/__profilegen/client.js")
	if !strings.HasPrefix(script, "const token = \""+d.server.token+"\";\n") || !strings.Contains(script, "import.meta") {
		t.Errorf("the script begins with %.80q", script)
	}
	held := "__profilegen/held?path=%2Fpeople%2Fann-lee%2F"
	for _, token := range []string{"", "x", strings.ToLower(d.server.token), d.server.token[1:]} {
		if status, body := d.ask("GET", held, "", map[string]string{tokenHeader: token}); status != 403 || strings.Contains(body, "charged") {
			t.Errorf("with the token %q: %d %q", token, status, body)
		}
	}
	status, body := d.ask("GET", held, "", map[string]string{tokenHeader: d.server.token})
	want := `{"facts":[{"id":"hidden","subject":"people/ann-lee","what":"legal: charged","status":"asserted","words":["was charged"],"why":["type legal"],` +
		`"sources":["The Ledger, vote"],"after":"first","before":"last"}],"total":1}` + "\n"
	if status != 200 || body != want {
		t.Errorf("held is %d %s\nwant %s", status, body, want)
	}
	_, body = d.ask("GET", "__profilegen/held?path=%2Farticles%2Fvote%2F", "", map[string]string{tokenHeader: d.server.token})
	if !strings.Contains(body, `"id":"hidden"`) || strings.Contains(body, `"after"`) {
		t.Errorf("held of the article is %s", body)
	}
	_, body = d.ask("GET", "__profilegen/held?path=%2F", "", map[string]string{tokenHeader: d.server.token})
	if body != `{"facts":[],"total":1}`+"\n" {
		t.Errorf("held of the home page is %s", body)
	}
	if status, _ := d.ask("GET", held, "", map[string]string{tokenHeader: d.server.token, "Host": "evil.example"}); status != 403 {
		t.Errorf("under a foreign name: %d", status)
	}
}

func TestDecisionsAreRefused(t *testing.T) {
	d := startDesk(t)
	own := strings.TrimSuffix(d.address, "/")
	good := `{"id":"hidden","decision":"accepted","words":["was charged"],"reason":"read"}`
	header := func(changes ...string) map[string]string {
		h := map[string]string{tokenHeader: d.server.token, "Origin": own, "Content-Type": "application/json", "Sec-Fetch-Site": "same-origin"}
		for i := 0; i < len(changes); i += 2 {
			h[changes[i]] = changes[i+1]
		}
		return h
	}
	tests := []struct {
		name, method, body string
		header             map[string]string
		want               int
	}{
		{"no token", "POST", good, header(tokenHeader, ""), 403},
		{"a wrong token", "POST", good, header(tokenHeader, "AAAA"), 403},
		{"a foreign origin", "POST", good, header("Origin", "http://evil.example"), 403},
		{"a null origin", "POST", good, header("Origin", "null"), 403},
		{"another site", "POST", good, header("Sec-Fetch-Site", "cross-site"), 403},
		{"no sign of an origin", "POST", good, header("Origin", "", "Sec-Fetch-Site", ""), 403},
		{"a form", "POST", "id=hidden", header("Content-Type", "application/x-www-form-urlencoded"), 403},
		{"plain text", "POST", good, header("Content-Type", "text/plain"), 403},
		{"a foreign host", "POST", good, header("Host", "evil.example"), 403},
		{"GET", "GET", "", header(), 405},
		{"PUT", "PUT", good, header(), 405},
		{"no JSON", "POST", "{", header(), 400},
		{"an unknown key", "POST", `{"id":"hidden","by":"me"}`, header(), 400},
		{"too long", "POST", `{"id":"` + strings.Repeat("x", choiceBytes) + `"}`, header(), 400},
		{"another decision", "POST", `{"id":"hidden","decision":"edited","words":["was charged"]}`, header(), 400},
		{"another fact", "POST", `{"id":"first","decision":"accepted","words":["was charged"]}`, header(), 409},
		{"other words", "POST", `{"id":"hidden","decision":"accepted","words":["was convicted"]}`, header(), 409},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if status, body := d.ask(test.method, "__profilegen/decide", test.body, test.header); status != test.want {
				t.Errorf("answers %d %q, want %d", status, body, test.want)
			}
		})
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if len(d.decided) != 0 {
		t.Errorf("decided %+v", d.decided)
	}
}

func TestDecisionIsWrittenAndSeen(t *testing.T) {
	d := startDesk(t)
	listening := d.listen("/people/ann-lee/")
	header := map[string]string{tokenHeader: d.server.token, "Origin": strings.TrimSuffix(d.address, "/"), "Content-Type": "application/json"}
	body, err := json.Marshal(choice{ID: "hidden", Decision: content.Accepted, Words: []string{"was charged"}, Reason: " the register says so "})
	must(t, err)
	d.mu.Lock()
	d.fails = errors.New("content/decisions.yaml changed meanwhile")
	d.mu.Unlock()
	if status, text := d.ask("POST", "__profilegen/decide", string(body), header); status != 500 || !strings.Contains(text, "changed meanwhile") {
		t.Errorf("a decision that cannot be written answers %d %q", status, text)
	}
	d.mu.Lock()
	d.fails = nil
	d.mu.Unlock()
	if status, text := d.ask("POST", "__profilegen/decide", string(body), header); status != 200 {
		t.Fatalf("answers %d %q", status, text)
	}
	listening.want("held")
	d.mu.Lock()
	defer d.mu.Unlock()
	if len(d.decided) != 1 {
		t.Fatalf("decided %+v", d.decided)
	}
	made := d.decided[0]
	if made.ID != "hidden" || made.Verdict != content.Accepted || made.Reason != "the register says so" || !slices.Equal(made.Words, []string{"was charged"}) {
		t.Errorf("decided %+v", made)
	}
}

func TestReviewIsForThisMachine(t *testing.T) {
	g := guard{host: "desk.example", port: "1414"}
	tests := []struct {
		host, from string
		want       bool
	}{
		{"127.0.0.1:1414", "127.0.0.1:5000", true},
		{"localhost:1414", "[::1]:5000", true},
		{"site.localhost:1414", "[::ffff:127.0.0.1]:5000", true},
		{"desk.example:1414", "127.0.0.1:5000", false},
		{"localhost:1414", "192.168.1.7:5000", false},
		{"localhost:1414", "", false},
		{"[::1", "127.0.0.1:5000", false},
	}
	for _, test := range tests {
		if got := g.review(&http.Request{Host: test.host, RemoteAddr: test.from}); got != test.want {
			t.Errorf("%s from %q: %v, want %v", test.host, test.from, got, test.want)
		}
	}
}
