package ingest

import (
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"testing"
	"time"

	"go.uber.org/goleak"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// web answers as servers do, well and badly.
func web() http.Handler {
	mux := http.NewServeMux()
	html := func(w http.ResponseWriter, body string) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprint(w, body)
	}
	mux.HandleFunc("/page", func(w http.ResponseWriter, r *http.Request) { html(w, "<p>"+r.UserAgent()) })
	mux.HandleFunc("/to/", func(w http.ResponseWriter, r *http.Request) {
		var left int
		fmt.Sscanf(r.URL.Path, "/to/%d", &left)
		if left == 0 {
			http.Redirect(w, r, "/page", http.StatusFound)
			return
		}
		http.Redirect(w, r, fmt.Sprintf("/to/%d", left-1), http.StatusFound)
	})
	mux.HandleFunc("/loop", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/loop", http.StatusFound) })
	mux.HandleFunc("/file", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Location", "file:///etc/hostname")
		w.WriteHeader(http.StatusFound)
	})
	mux.HandleFunc("/user", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "http://me:secret@"+r.Host+"/page", http.StatusFound)
	})
	mux.HandleFunc("/pdf", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/pdf")
	})
	mux.HandleFunc("/untyped", func(w http.ResponseWriter, _ *http.Request) {
		w.Header()["Content-Type"] = nil
		fmt.Fprint(w, "\x89PNG\r\n\x1a\n")
	})
	mux.HandleFunc("/gone", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusGone) })
	mux.HandleFunc("/ill", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusInternalServerError) })
	mux.HandleFunc("/bomb", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		w.Header().Set("Content-Encoding", "gzip")
		packed := gzip.NewWriter(w)
		defer packed.Close()
		nothing := make([]byte, 1<<20)
		for range 64 {
			if _, err := packed.Write(nothing); err != nil {
				return
			}
		}
	})
	mux.HandleFunc("/br", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Encoding", "br")
		html(w, "x")
	})
	mux.HandleFunc("/torn", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Length", "1000")
		html(w, "<p>half")
	})
	mux.HandleFunc("/slow", func(w http.ResponseWriter, r *http.Request) {
		html(w, "<p>")
		w.(http.Flusher).Flush()
		<-r.Context().Done()
	})
	return mux
}

func TestFetch(t *testing.T) {
	server := httptest.NewServer(web())
	defer server.Close()
	client := NewClient(ClientOptions{UserAgent: "profilegen/test", Private: true, Time: time.Minute}) // slow machines pack bombs slowly
	defer client.Close()
	page, err := client.Fetch(context.Background(), server.URL+"/to/4")
	if err != nil || string(page.Raw) != "<p>profilegen/test" || page.Asked != server.URL+"/to/4" || page.Final != server.URL+"/page" || page.ContentType != "text/html; charset=utf-8" {
		t.Fatalf("%+v, %v", page, err)
	}
	for path, want := range map[string]string{
		"/to/5":    "redirects: it redirects more than 5 times",
		"/loop":    "redirects: it redirects more than 5 times",
		"/file":    "redirects: it redirects to what is no web address",
		"/user":    "redirects: it redirects to what is no web address",
		"/pdf":     `not-html: it is "application/pdf", not a web page`,
		"/untyped": "not-html: it is no web page",
		"/gone":    "status: the server answered 410 gone",
		"/ill":     "status: the server answered 500 internal server error",
		"/none":    "status: the server answered 404 not found",
		"/bomb":    "too-large: the page is larger than 8 MiB",
		"/br":      `encoding: the page is compressed as "br"`,
		"/torn":    "no-answer: the page broke off before its end",
	} {
		if _, err := client.Fetch(context.Background(), server.URL+path); faultText(err) != want {
			t.Errorf("%s: %s", path, faultText(err))
		}
	}
}

// faultText gives a fault's code and text.
func faultText(err error) string {
	var f *fault
	if !errors.As(err, &f) {
		return fmt.Sprint(err)
	}
	return f.code + ": " + f.text
}

func TestFetchEndsInTime(t *testing.T) {
	server := httptest.NewServer(web())
	defer server.Close()
	client := NewClient(ClientOptions{Private: true, Time: 50 * time.Millisecond})
	defer client.Close()
	if _, err := client.Fetch(context.Background(), server.URL+"/slow"); faultText(err) != "timeout: no whole answer came in time" {
		t.Error(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := client.Fetch(ctx, server.URL+"/slow"); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

// Nothing of this machine is asked, however its address is written, and the
// server is never reached.
func TestFetchStaysOutside(t *testing.T) {
	asked := 0
	server := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { asked++ }))
	defer server.Close()
	_, port, _ := strings.Cut(strings.TrimPrefix(server.URL, "http://"), ":")
	client := NewClient(ClientOptions{Time: 2 * time.Second})
	defer client.Close()
	for _, host := range []string{"127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0", "127.1", "0x7f000001", "2130706433", "0177.0.0.1", "[::]", "10.0.0.1", "169.254.169.254"} {
		if _, err := client.Fetch(context.Background(), "http://"+host+":"+port+"/"); err == nil {
			t.Errorf("%s was fetched", host)
		}
	}
	if _, err := client.Fetch(context.Background(), server.URL); !strings.HasPrefix(faultText(err), "blocked: ") {
		t.Error(err)
	}
	if asked > 0 {
		t.Errorf("%d requests reached the server", asked)
	}
}

// From https nothing leads to http.
func TestFetchKeepsToHTTPS(t *testing.T) {
	plain := httptest.NewServer(web())
	defer plain.Close()
	secure := httptest.NewUnstartedServer(http.RedirectHandler(plain.URL+"/page", http.StatusFound))
	secure.Config.ErrorLog = log.New(io.Discard, "", 0)
	secure.StartTLS()
	defer secure.Close()
	client := NewClient(ClientOptions{Private: true})
	defer client.Close()
	if _, err := client.Fetch(context.Background(), secure.URL); !strings.HasPrefix(faultText(err), "certificate: ") {
		t.Error(err)
	}
	client.web.Transport = secure.Client().Transport
	if _, err := client.Fetch(context.Background(), secure.URL); faultText(err) != "redirects: it redirects from https to http" {
		t.Error(err)
	}
}

func TestIsPublic(t *testing.T) {
	for text, want := range map[string]bool{
		"8.8.8.8": true, "93.184.216.34": true, "2606:4700::1111": true, "::ffff:8.8.8.8": true,
		"127.0.0.1": false, "127.255.0.1": false, "0.0.0.0": false, "0.1.2.3": false, "10.1.2.3": false, "172.16.0.1": false,
		"172.31.255.255": false, "172.32.0.1": true, "192.168.1.1": false, "169.254.169.254": false, "100.64.0.1": false,
		"100.127.255.255": false, "100.128.0.1": true, "192.0.0.8": false, "192.0.2.1": false, "198.18.0.1": false, "198.19.255.255": false,
		"198.51.100.1": false, "203.0.113.9": false, "224.0.0.1": false, "239.1.1.1": false, "240.0.0.1": false, "255.255.255.255": false,
		"::": false, "::1": false, "::127.0.0.1": false, "::ffff:127.0.0.1": false, "::ffff:10.0.0.1": false, "fe80::1": false, "fec0::1": false,
		"fc00::1": false, "fd12:3456::1": false, "ff02::1": false, "64:ff9b::7f00:1": false, "64:ff9b:1::1": false, "100::1": false,
		"2001::1": false, "2001:db8::1": false, "2002:7f00:1::": false, "3fff::1": false, "5f00::1": false,
	} {
		if got := isPublic(netip.MustParseAddr(text)); got != want {
			t.Errorf("%s: %v", text, got)
		}
	}
	if isPublic(netip.MustParseAddr("fe80::1%eth0")) {
		t.Error("an address with a zone")
	}
}

func TestIsAddress(t *testing.T) {
	for text, want := range map[string]string{
		"saved.html": "false <nil>", "a:b.html": "false <nil>", "https://reed.example/1": "true <nil>", "HTTP://reed.example": "true <nil>",
		"file:///x":               "false nothing is fetched from file: addresses",
		"data:text/html,x":        "false nothing is fetched from data: addresses",
		"javascript:x":            "false nothing is fetched from javascript: addresses",
		"//reed.example/1":        "false the address has no https before its //",
		"http://a:b@reed.example": "true an address must not carry a user's name or password",
		"https://":                "true the address names no host",
	} {
		is, err := IsAddress(text)
		if got := fmt.Sprint(is, " ", err); got != want {
			t.Errorf("%s: %s", text, got)
		}
	}
}

func TestAddressKey(t *testing.T) {
	for _, same := range [][2]string{
		{"https://reed.example/a", "http://www.REED.example/a/#x"},
		{"https://reed.example/a?id=1&b=2", "https://reed.example/a?utm_campaign=x&b=2&id=1&fbclid=y"},
	} {
		if addressKey(same[0]) != addressKey(same[1]) || addressKey(same[0]) == "" {
			t.Errorf("%s and %s", same[0], same[1])
		}
	}
	for _, other := range [][2]string{{"https://reed.example/a", "https://reed.example/A"}, {"https://reed.example/a", "https://reed.example/a?id=1"}} {
		if addressKey(other[0]) == addressKey(other[1]) {
			t.Errorf("%s and %s", other[0], other[1])
		}
	}
}
