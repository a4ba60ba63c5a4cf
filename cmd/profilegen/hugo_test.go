package main

import (
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/websocket"
)

// hugoLayouts are for the same pages: an article with its people, a person
// with the articles that name it, and the indexes.
var hugoLayouts = map[string]string{
	"baseof.html": `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }} - {{ site.Title }}</title></head>
<body><nav><a href="/">Home</a> <a href="/people/">People</a></nav><main>{{ block "main" . }}{{ end }}</main></body></html>`,
	"single.html": `{{ define "main" }}<h1>{{ .Title }}</h1><p><time>{{ .Date.Format "2006-01-02" }}</time> {{ .Params.outlet }}</p>
<ul>{{ range .GetTerms "people" }}<li><a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a></li>{{ end }}</ul>{{ .Content }}{{ end }}`,
	"term.html": `{{ define "main" }}<h1>{{ .Title }}</h1>{{ .Content }}<ol>{{ range .Pages.ByDate.Reverse }}
<li><time>{{ .Date.Format "2006-01-02" }}</time> <a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ .Params.outlet }}
<blockquote>{{ .Summary | plainify | truncate 200 }}</blockquote></li>{{ end }}</ol>{{ end }}`,
	"list.html":     `{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}`,
	"taxonomy.html": `{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}`,
	"home.html":     `{{ define "main" }}<h1>{{ site.Title }}</h1><ul>{{ range first 50 site.RegularPages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}`,
}

// forHugo writes the content of a site as a site of Hugo's, whose articles
// already say whom they are about: Hugo extracts nothing.
func (m *madeSite) forHugo(t testing.TB, dir string, articles int) *madeSite {
	t.Helper()
	h := &madeSite{dir: dir, rng: m.rng, people: m.people, parties: m.parties}
	h.write(t, "hugo.toml", "baseURL = \"https://record.example/\"\ntitle = \"Record\"\ndisableKinds = [\"RSS\"]\n[taxonomies]\nperson = \"people\"\n")
	for name, text := range hugoLayouts {
		h.write(t, "layouts/_default/"+name, text)
	}
	for _, name := range m.people {
		h.write(t, "content/people/"+slugOf(name)+"/_index.md", strings.Replace(m.read("content/people/"+slugOf(name)+".md"), "name:", "title:", 1))
	}
	for n := range articles {
		text := m.read(articleFile(n))
		var about []string
		for _, name := range m.people {
			if strings.Contains(text, name) {
				about = append(about, slugOf(name))
			}
		}
		text = strings.Replace(text, "\nurl:", "\npeople: ["+strings.Join(about, ", ")+"]\nsource:", 1)
		h.write(t, articleFile(n), text)
	}
	return h
}

// BenchmarkHugoServer does to `hugo server` what BenchmarkSaveToReload does to
// `profilegen serve --watch`, with the same articles. HUGO names the program.
func BenchmarkHugoServer(b *testing.B) {
	hugo := os.Getenv("HUGO")
	if hugo == "" {
		b.Skip("HUGO=/path/to/hugo compares with it")
	}
	for _, articles := range []int{1000, 10_000} {
		b.Run(fmt.Sprintf("articles=%d", articles), func(b *testing.B) {
			site := writeSite(b, b.TempDir(), articles).forHugo(b, b.TempDir(), articles)
			host := freeHost(b)
			_, port, _ := net.SplitHostPort(host)
			begin := time.Now()
			run := exec.Command(hugo, "server", "--source", site.dir, "--bind", "127.0.0.1", "--port", port, "--renderToMemory")
			if err := run.Start(); err != nil {
				b.Fatal(err)
			}
			b.Cleanup(func() { _ = run.Process.Kill(); _ = run.Wait() })
			page := fmt.Sprintf("http://%s/articles/%d/report-%d/", host, 2000+articles/2%20, articles/2)
			for !answers(page) {
				if time.Since(begin) > 10*patience {
					b.Fatal("hugo does not answer")
				}
				time.Sleep(5 * time.Millisecond)
			}
			start := time.Since(begin)
			conn, err := websocket.Dial("ws://"+host+"/livereload", "", "http://"+host+"/")
			if err != nil {
				b.Fatal(err)
			}
			defer conn.Close()
			hello := `{"command":"hello","protocols":["http://livereload.com/protocols/official-7"]}`
			if err := websocket.Message.Send(conn, hello); err != nil {
				b.Fatal(err)
			}
			before := site.read(articleFile(articles / 2))
			var took []time.Duration
			for b.Loop() {
				time.Sleep(time.Duration(600+37*len(took)%500) * time.Millisecond) // it gathers for half a second
				text := before + site.shownSentence(len(took)) + "\n"
				saved := time.Now()
				site.write(b, articleFile(articles/2), text)
				for message := ""; !strings.Contains(message, `"reload"`); {
					_ = conn.SetReadDeadline(time.Now().Add(patience))
					if err := websocket.Message.Receive(conn, &message); err != nil {
						b.Fatal(err)
					}
				}
				took = append(took, time.Since(saved))
			}
			slices.Sort(took)
			b.ReportMetric(0, "ns/op")
			b.ReportMetric(float64(took[len(took)/2].Microseconds())/1000, "median-ms")
			b.ReportMetric(float64(took[len(took)*95/100].Microseconds())/1000, "p95-ms")
			b.ReportMetric(float64(start.Milliseconds()), "start-ms")
			b.ReportMetric(residentMiB(run.Process.Pid), "rss-MiB")
		})
	}
}

// freeHost gives a loopback address that nobody listens on.
func freeHost(t testing.TB) string {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().String()
}

// answers tells whether an address gives a page.
func answers(address string) bool {
	response, err := http.Get(address)
	if err != nil {
		return false
	}
	response.Body.Close()
	return response.StatusCode == http.StatusOK
}

// residentMiB gives the memory of a process; 0 where the system does not tell.
func residentMiB(pid int) float64 {
	raw, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return 0
	}
	_, rest, _ := strings.Cut(string(raw), "VmRSS:")
	var kib float64
	if _, err := fmt.Sscan(rest, &kib); err != nil {
		return 0
	}
	return kib / 1024
}
