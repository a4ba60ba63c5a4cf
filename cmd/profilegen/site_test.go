package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The words of a made-up press, for sites of any size.
var (
	firstNames = strings.Fields("Ada Basil Cora Dario Elsa Felix Greta Hugo Irene Jonas Karin Lars Mona Nils Olga Paul Quirin Rosa Stefan Tilda Urs Vera Willem Xenia Yves Zita")
	lastNames  = strings.Fields("Abel Brandt Corvin Dahl Ekman Falk Gruber Holm Ivers Jung Kranz Lind Moser Nagel Olsen Pohl Quist Reuter Sander Thorn Ulrich Vogt Wieland Xander Yorck Zeller")
	towns      = strings.Fields("Ostrand Milvale Karden Tresk Undal Brenford Sollen Wesk Halmar Dunvig")
	posts      = []string{"Minister of Transport", "Health Minister", "Mayor of Milvale", "Governor of Karden", "Finance Minister", "party chairman", "Senator", "Speaker of the Assembly"}
	matters    = []string{"the harbour bill", "rail fares", "the school budget", "the water levy", "police pay", "the census"}
	outlets    = []string{"The Milvale Courier", "Karden Gazette", "Evening Standard of Tresk", "National Observer"}
	sentences  = []string{
		"%[1]s said the assembly would vote on %[4]s before the summer.",
		"%[1]s served as %[2]s from %[5]d to %[6]d.",
		"%[1]s was elected to the assembly from %[3]s in %[5]d.",
		"%[1]s resigned as %[2]s in %[6]d, citing personal reasons.",
		"%[1]s was appointed %[2]s in May %[6]d.",
		"%[1]s joined the %[7]s in %[5]d.",
		"%[1]s denied that there was a dispute in the %[7]s over %[4]s.",
		"%[1]s was arrested in %[3]s in March %[6]d and released two days later.",
		"Sources in the %[7]s said %[1]s had been absent for months.",
		"The committee heard from officials in %[3]s and adjourned.",
	}
)

// madeSite is a site that was written for a test.
type madeSite struct {
	dir     string
	rng     *rand.Rand
	people  []string
	parties []string
}

// writeSite writes a site of so many articles, with a tenth as many people;
// the same number always gives the same bytes.
func writeSite(t testing.TB, dir string, articles int) *madeSite {
	t.Helper()
	m := &madeSite{dir: dir, rng: rand.New(rand.NewPCG(uint64(articles), 1))}
	for n := range max(8, articles/10) {
		name := firstNames[n%len(firstNames)] + " " + lastNames[n/len(firstNames)%len(lastNames)]
		if round := n / (len(firstNames) * len(lastNames)); round > 0 {
			name = strings.Replace(name, " ", fmt.Sprintf(" %c. ", 'A'+round-1), 1)
		}
		m.people = append(m.people, name)
	}
	for n := range 12 {
		m.parties = append(m.parties, towns[n%len(towns)]+" "+[]string{"People's Party", "Civic Union"}[n/len(towns)])
	}
	m.write(t, "profilegen.yaml", "title: Record of "+towns[0]+"\nbase_url: https://record.example/\n")
	for n, name := range m.people {
		m.write(t, "content/people/"+slugOf(name)+".md", fmt.Sprintf("---\nname: %s\nparty: %s\nborn: %d\nsummary: A politician of %s.\n---\n%s grew up in %s.\n",
			name, slugOf(m.parties[n%len(m.parties)]), 1940+n%50, towns[n%len(towns)], name, towns[(n+3)%len(towns)]))
	}
	for _, name := range m.parties {
		m.write(t, "content/parties/"+slugOf(name)+".md", fmt.Sprintf("---\nname: %s\n---\nA party.\n", name))
	}
	for n := range articles {
		m.write(t, articleFile(n), m.article(n))
	}
	return m
}

func articleFile(n int) string {
	return fmt.Sprintf("content/articles/%d/report-%d.md", 2000+n%20, n)
}

// article gives the text of an article about two to four people.
func (m *madeSite) article(n int) string {
	r := m.rng
	var b strings.Builder
	lead := m.people[r.IntN(len(m.people))]
	fmt.Fprintf(&b, "---\ntitle: %q\ndate: %d-%02d-%02d\noutlet: %s\nurl: https://press.example/%d\n---\n\n", lead+" and "+matters[n%len(matters)],
		2000+n%20, 1+r.IntN(12), 1+r.IntN(28), outlets[n%len(outlets)], n)
	for range 2 + r.IntN(3) {
		for range 3 + r.IntN(3) {
			b.WriteString(m.sentence(lead) + " ")
		}
		b.WriteString("\n\n")
		lead = m.people[r.IntN(len(m.people))]
	}
	return b.String()
}

// sentence gives one line of news about somebody.
func (m *madeSite) sentence(name string) string {
	r := m.rng
	year := 1980 + r.IntN(20)
	line := sentences[r.IntN(len(sentences))]
	for n, value := range []any{name, posts[r.IntN(len(posts))], towns[r.IntN(len(towns))], matters[r.IntN(len(matters))], year, year + 1 + r.IntN(6), m.parties[r.IntN(len(m.parties))]} {
		verb := "s"
		if _, number := value.(int); number {
			verb = "d"
		}
		line = strings.ReplaceAll(line, fmt.Sprintf("%%[%d]%s", n+1, verb), fmt.Sprint(value))
	}
	return line
}

// shownSentence gives a line of news that is shown on its article's page.
func (m *madeSite) shownSentence(n int) string {
	return fmt.Sprintf("%s was elected to the assembly from %s in %d.", m.people[n%len(m.people)], towns[n%len(towns)], 1960+n%60)
}

func slugOf(name string) string {
	return strings.ReplaceAll(strings.NewReplacer(".", "", "'", "").Replace(strings.ToLower(name)), " ", "-")
}

// path gives a file's place on the disk.
func (m *madeSite) path(file string) string { return filepath.Join(m.dir, filepath.FromSlash(file)) }

// write makes a file with its folders.
func (m *madeSite) write(t testing.TB, file, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(m.path(file)), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(m.path(file), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// read gives a file's text; empty where it is none.
func (m *madeSite) read(file string) string {
	raw, err := os.ReadFile(m.path(file))
	if err != nil {
		return ""
	}
	return string(raw)
}
