package e2e

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// site is one that the browser visits: one page of each of its kinds, by name.
type site struct {
	name  string
	pages map[string]string
	build func(*testing.T) string // gives the folder of the built site
}

func sites() []site {
	example := map[string]string{
		"home": "", "people": "people/", "person": "people/mustafa-kamal/", "parties": "parties/", "party": "parties/mqm/",
		"articles": "articles/", "article": "articles/former-mayor-seldom-seen/", "excerpts": "articles/seat-still-in-doubt/",
		"offices": "offices/", "office": "offices/deputy-convener-muttahida-qaumi-movement/", "timeline": "timeline/",
		"search": "search/", "corrections": "corrections/", "page": "about/", "missing": "404.html",
	}
	register := map[string]string{
		"home": "", "person": "people/ines-tarrow/", "cases": "people/bodo-quell/", "bare": "people/jamal-ostrow/",
		"party": "parties/harbour-league/", "dissolved": "parties/inland-union/", "article": "articles/tarrow-crosses-the-floor/",
		"offices": "offices/", "office": "offices/mayor-of-orsk/", "articles": "articles/", "timeline": "timeline/",
		"corrections": "corrections/", "page": "method/", "search": "search/?q=tarow",
	}
	large := map[string]string{
		"home": "", "people": "people/", "letter": "people/letters/b/", "person": "people/bara-keld-1/", "all": "people/bara-keld-1/all/",
		"year": "people/bara-keld-1/all/1995/", "party": "parties/north-list/", "office": "offices/warden-tolm/",
		"timeline": "timeline/", "timeline-year": "timeline/1995/", "articles": "articles/", "articles-year": "articles/years/2004/",
	}
	return []site{
		{"en", example, func(t *testing.T) string { return build(t, "en") }},
		{"ur", example, func(t *testing.T) string { return build(t, "ur") }},
		{"register", register, buildRegister},
		{"large", large, buildLarge},
	}
}

// build writes the example site in a language and gives the folder.
func build(t *testing.T, language string) string {
	t.Helper()
	source := t.TempDir()
	if err := os.CopyFS(filepath.Join(source, "content"), os.DirFS("../content")); err != nil {
		t.Fatal(err)
	}
	settings, err := os.ReadFile("../profilegen.yaml")
	if err != nil {
		t.Fatal(err)
	}
	settings = regexp.MustCompile(`(?m)^language:.*$`).ReplaceAll(settings, []byte("language: "+language))
	write(t, source, "profilegen.yaml", string(settings))
	run(t, "build", "--quiet", "--source", source)
	return filepath.Join(source, "public")
}

// buildRegister writes the site of testdata/register, with all that is held
// accepted.
func buildRegister(t *testing.T) string {
	t.Helper()
	source := t.TempDir()
	if err := os.CopyFS(source, os.DirFS("testdata/register")); err != nil {
		t.Fatal(err)
	}
	accept := []string{"review", "accept", "--source", source, "--by", "A. Editor", "--reason", "The court's register says so."}
	for line := range strings.Lines(run(t, "review", "--json", "--source", source)) {
		var held struct{ ID string }
		if err := json.Unmarshal([]byte(line), &held); err != nil {
			t.Fatalf("%v in %q", err, line)
		}
		accept = append(accept, held.ID)
	}
	run(t, accept...)
	run(t, "build", "--quiet", "--source", source)
	return filepath.Join(source, "public")
}

// How large the large site is: more of each than one page of a list has.
const (
	largePeople   = 620
	largeArticles = 540
	largeEvents   = 640
)

// buildLarge writes a site whose lists are cut: people and sources in more
// numbers than an index shows, an office that hundreds held, a party of hundreds,
// and a person with hundreds of events.
func buildLarge(t *testing.T) string {
	t.Helper()
	source := t.TempDir()
	write(t, source, "profilegen.yaml", "title: The Long Register\nbase_url: https://long.example/\n")
	write(t, source, "content/parties/north-list.md", "---\nname: North List\n---\n")
	write(t, source, "content/parties/south-list.md", "---\nname: South List\n---\n")
	first := strings.Fields("Bara Codo Dina Edda Falk Gerd Hild Ivar Jonna Kuno Lisa Mads Nora Olaf Piet")
	last := strings.Fields("Keld Lund Moor Nyby Odde Pohl Quist Rask Sund Toft Urup Vang Winter Ybo Zand Aker")
	for i := range largePeople {
		name := fmt.Sprintf("%s %s %d", first[i%len(first)], last[i/len(first)%len(last)], i+1)
		text := fmt.Sprintf("---\nname: %s\nmemberships:\n  - {party: %s, start: %d}\npositions:\n  - {role: %s, place: Tolm, start: %d, end: %d}\n",
			name, []string{"north-list", "south-list"}[i%2], 1980+i%40, []string{"Warden", "Bailiff", "Clerk", "Reeve"}[i%4], 1920+i%100, 1923+i%100)
		if i == 0 {
			text += "events:\n"
			for n := range largeEvents {
				text += fmt.Sprintf("  - {date: %d-%02d-%02d, text: Opened the fair for the %dth time.}\n", 1994+n/600, 1+n/28%12, 1+n%28, n+4)
			}
			text = strings.ReplaceAll(text, "date: 1994", "date: 1995")
		}
		write(t, source, fmt.Sprintf("content/people/%s.md", strings.ToLower(strings.ReplaceAll(name, " ", "-"))), text+"---\n")
	}
	for i := range largeArticles {
		write(t, source, fmt.Sprintf("content/articles/report-%d.md", i), fmt.Sprintf("---\ntitle: Report number %d of the fair\ndate: %d-03-02\noutlet: The Tolm Post\n---\n%s %s %d, a member of the North List, opened the fair.\n",
			i, 2001+i%5, first[i%len(first)], last[i/len(first)%len(last)], i+1))
	}
	run(t, "build", "--quiet", "--source", source)
	return filepath.Join(source, "public")
}

func write(t *testing.T, folder, name, text string) {
	t.Helper()
	path := filepath.Join(folder, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// run gives what the program prints to standard output.
func run(t *testing.T, arguments ...string) string {
	t.Helper()
	cmd := exec.Command("go", append([]string{"run", "../cmd/profilegen"}, arguments...)...)
	var report strings.Builder
	cmd.Stderr = &report
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("profilegen %v: %v\n%s", arguments, err, report.String())
	}
	return string(out)
}
