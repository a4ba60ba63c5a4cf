package review

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"profilegen/generator/claim"
	"profilegen/generator/content"
	"profilegen/generator/profile"
)

// The model of a site's history: a few facts, each told by articles in words
// that change, and decided on by an editor. What is published must be what the
// model says after every step.

// thing is a fact of the model.
type thing struct {
	person int
	typ    claim.Type
}

// telling is an article of the model: which fact it tells, in which words.
type telling struct {
	thing
	word string // stands in no other article
}

// verdict is the last decision on a fact.
type verdict struct {
	rejected bool
	words    map[string]bool
}

type model struct {
	rng      *rand.Rand
	setting  content.Publish
	articles map[string]telling
	decided  map[thing]verdict
	list     []content.Decision
	serial   int
	history  []string
}

var modelTypes = []claim.Type{claim.Legal, claim.Joined, claim.Residence}

func (m *model) word() string {
	m.serial++
	return fmt.Sprintf("kwx%dz", m.serial)
}

func (m *model) say(format string, args ...any) {
	m.history = append(m.history, fmt.Sprintf(format, args...))
}

func (t telling) text() string {
	name := fmt.Sprintf("Person%c Roe", 'A'+t.person)
	switch t.typ {
	case claim.Legal:
		return name + " was charged over the " + t.word + " fund."
	case claim.Residence:
		return name + " lives in Brenna near the " + t.word + " mill."
	}
	return name + " joined the Harbour Party at the " + t.word + " meeting."
}

func (m *model) desk(t *testing.T) *desk {
	d := &desk{t: t, in: profile.Input{Site: &content.Site{}}}
	d.in.Site.Settings.Publish = m.setting
	for i := range 3 {
		id := fmt.Sprintf("person%c-roe", 'a'+i)
		d.in.Site.People = append(d.in.Site.People, &content.Person{ID: id, Name: fmt.Sprintf("Person%c Roe", 'A'+i)})
	}
	d.in.Site.Parties = []*content.Party{{ID: "harbour", Name: "Harbour Party"}}
	d.in.Site.Decisions = slices.Clone(m.list)
	for _, id := range slices.Sorted(maps.Keys(m.articles)) {
		a := m.articles[id]
		subject := fmt.Sprintf("subject=Person%c Roe", 'A'+a.person)
		line := map[claim.Type]string{claim.Legal: "legal; action=charged; ", claim.Residence: "residence; place=Brenna; ", claim.Joined: "joined; org=Harbour Party; "}[a.typ]
		d.article(id, "Paper "+id, "2014-06-01", "Paper "+id+". "+a.text(), line+subject+"; quote="+a.text())
	}
	return d
}

// step changes the site at random.
func (m *model) step(t *testing.T) {
	r := m.rng
	any := thing{r.IntN(3), modelTypes[r.IntN(len(modelTypes))]}
	ids := slices.Sorted(maps.Keys(m.articles))
	switch n := r.IntN(10); {
	case n < 3 || len(ids) == 0:
		id := fmt.Sprintf("a%d", m.serial)
		m.articles[id] = telling{any, m.word()}
		m.say("add %s: %v", id, m.articles[id])
	case n < 4:
		id := ids[r.IntN(len(ids))]
		delete(m.articles, id)
		m.say("delete %s", id)
	case n < 6:
		id := ids[r.IntN(len(ids))]
		a := m.articles[id]
		a.word = m.word()
		m.articles[id] = a
		m.say("edit %s: %v", id, a)
	case n < 7:
		m.setting = []content.Publish{content.PublishAll, content.PublishCorroborated, content.PublishReviewed}[r.IntN(3)]
		m.say("publish %s", m.setting)
	default:
		m.decide(t, any, n == 9)
	}
}

// decide accepts or rejects a fact as it stands, if it is there.
func (m *model) decide(t *testing.T, what thing, reject bool) {
	for _, p := range profile.Merge(m.desk(t).in).Profiles {
		for _, f := range p.Facts {
			if p.Ref != profile.Ref(fmt.Sprintf("people/person%c-roe", 'a'+what.person)) || f.Type != what.typ {
				continue
			}
			d := content.Decision{ID: f.ID, Verdict: content.Accepted, Words: slices.Clone(f.Words()), Date: day(fmt.Sprintf("20%02d-%02d-01", 15+len(m.list)/12, 1+len(m.list)%12))}
			v := verdict{rejected: reject, words: map[string]bool{}}
			for _, w := range f.Words() {
				v.words[w] = true
			}
			if reject {
				d.Verdict = content.Rejected
			}
			m.list = append(m.list, d)
			m.decided[what] = v
			m.say("%s %v", d.Verdict, what)
		}
	}
}

// want gives the facts that must be published, and the words that may be shown.
func (m *model) want() (facts []string, words map[string]bool) {
	words = map[string]bool{}
	told := map[thing][]string{}
	for _, a := range m.articles {
		told[a.thing] = append(told[a.thing], a.text())
	}
	for what, texts := range told {
		v, decided := m.decided[what]
		if decided && v.rejected {
			continue
		}
		waits := what.typ != claim.Joined || m.setting == content.PublishReviewed || m.setting == content.PublishCorroborated && len(texts) < 2
		some := false
		for _, text := range texts {
			if !waits || v.words[text] {
				words[text], some = true, true
			}
		}
		if some {
			facts = append(facts, fmt.Sprintf("person%c-roe %s", 'a'+what.person, what.typ))
		}
	}
	slices.Sort(facts)
	return facts, words
}

func (m *model) check(t *testing.T) {
	t.Helper()
	pub, held, _ := m.desk(t).apply()
	facts, words := m.want()
	var got []string
	for _, p := range pub.Profiles {
		for _, f := range p.Facts {
			got = append(got, p.Ref.ID()+" "+f.Type.String())
		}
	}
	slices.Sort(got)
	story := strings.Join(m.history, "\n")
	if !slices.Equal(got, facts) {
		t.Fatalf("published %q, want %q after\n%s", got, facts, story)
	}
	all := everything(pub)
	for id, a := range m.articles {
		if strings.Contains(all, a.word) != words[a.text()] {
			t.Fatalf("%s (%q): shown %v after\n%s\n%s", id, a.word, !words[a.text()], story, all)
		}
	}
	for _, h := range held {
		what := thing{int(h.Subject.ID()[len("person")] - 'a'), h.Fact.Type}
		if v, ok := m.decided[what]; ok && v.rejected {
			t.Fatalf("a rejected fact is asked about again after\n%s", story)
		}
	}
}

func TestHistories(t *testing.T) {
	histories := 60
	if testing.Short() {
		histories = 10
	}
	for seed := range uint64(histories) {
		m := &model{rng: rand.New(rand.NewPCG(seed, 3)), setting: content.PublishAll, articles: map[string]telling{}, decided: map[thing]verdict{}}
		for range 30 {
			m.step(t)
			m.check(t)
		}
	}
}
