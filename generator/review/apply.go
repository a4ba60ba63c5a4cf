package review

import (
	"maps"
	"reflect"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"profilegen/generator/content"
	"profilegen/generator/diag"
	"profilegen/generator/profile"
)

// Words are lists that a site adds to those of the lexicon.
type Words struct {
	// Lists has, for each language ("en"), the lines of each sensitive-*.txt by
	// its name without the ending.
	Lists map[string]map[string][]string
}

// Options are what Apply needs beside the merge's input and result.
type Options struct {
	// Sensitive adds to the built-in lists.
	Sensitive Words
	// Texts gives an article's text, for `text: full`; where it is nil, the
	// article's own is taken.
	Texts func(articleID string) string
}

// reviewer is one review of one site.
type reviewer struct {
	res     *profile.Result
	in      profile.Input
	o       Options
	setting content.Publish
	langs   *languages
	decided map[*profile.Fact]*decision
	rulings map[*profile.Fact]*ruling
	states  [][]state // of each article's claims
	// known and knownRefs are the last names and profiles of those of whom a
	// legal fact is held.
	known     map[string]bool
	knownRefs map[profile.Ref]bool
	texts     []shownText            // of each article
	pageless  map[profile.Ref]string // stubs without a page, with their names
	hiddenIDs map[string]bool
	unsteady  bool // known changed while articles were judged
	stopped   func() bool
}

// Reviewer reviews one site again and again; it keeps the lists of words. It is
// for one goroutine at a time.
type Reviewer struct {
	// Keep tells it to remember the review as well: the next one looks only at
	// what changed, and gives the same profiles and articles for the rest.
	Keep bool
	// Stopped, where set, tells that nobody wants the result any more: Apply then
	// ends soon, and gives nothing.
	Stopped func() bool

	langs *languages
	kept  *kept
}

// Apply decides what of the merged profiles may be shown. The publication has
// no word of what is held or rejected; the facts that wait for an editor come
// beside it, whole. It is a pure function of what it reads and changes none of it.
func Apply(res *profile.Result, in profile.Input, o Options) (*Publication, []HeldFact, []diag.Problem) {
	return new(Reviewer).Apply(res, in, o)
}

// Prepare reads the lists of a language (BCP 47) before there is anything to
// review; own are the site's. It is not for use beside Apply.
func (v *Reviewer) Prepare(own Words, tag string) { v.languages(own).of(tag) }

// Forget has the next review look at everything.
func (v *Reviewer) Forget() { v.kept = nil }

func (v *Reviewer) languages(own Words) *languages {
	if v.langs == nil || !reflect.DeepEqual(v.langs.own, own) {
		v.langs = &languages{own: own, made: map[string]*language{}}
	}
	return v.langs
}

// Apply is the same for a site that was reviewed before.
func (v *Reviewer) Apply(res *profile.Result, in profile.Input, o Options) (*Publication, []HeldFact, []diag.Problem) {
	v.languages(o.Sensitive)
	if k := v.kept; k != nil {
		v.kept = nil // a review that is broken off leaves nothing to build upon
		if k.r.langs == v.langs {
			if next, ok := k.again(res, in, o); ok {
				v.kept = next
				return next.pub, next.held, next.problems
			}
		}
	}
	byID := readDecisions(in.Site.Decisions)
	r := &reviewer{res: res, in: in, o: o, setting: in.Site.Settings.Publish, langs: v.langs,
		decided: assign(res, byID), rulings: map[*profile.Fact]*ruling{}, stopped: v.Stopped}
	if r.setting == "" {
		r.setting = content.PublishAll
	}
	problems := checkDecisions(byID, r.decided)
	for i := range in.Articles {
		r.langs.of(in.Articles[i].Language) // made before there are several readers
	}
	r.ruleAll()
	r.judgeAll()
	if r.isStopped() {
		return nil, nil, nil
	}
	var held []HeldFact
	var waiting sync.WaitGroup
	waiting.Go(func() { held = r.heldFacts() })
	pub := r.publish()
	waiting.Wait()
	if v.Keep {
		v.kept = r.keep(byID, pub, held, problems)
	}
	return pub, held, problems
}

// judgeAll rules on claims until nothing more falls: a fact that loses claims
// to their words can become an allegation, or lose its second voice, and then
// its other claims are held in their articles too.
func (r *reviewer) judgeAll() {
	r.states = make([][]state, len(r.in.Articles))
	total := 0
	for i := range r.res.Uses {
		total += len(r.res.Uses[i])
	}
	all := make([]state, total)
	todo := make([]int, len(r.states))
	for i := range r.states {
		n := len(r.res.Uses[i])
		r.states[i], all = all[:n:n], all[n:]
		todo[i] = i
	}
	r.texts = make([]shownText, len(r.in.Articles))
	for len(todo) > 0 && !r.isStopped() {
		before := r.knownRefs
		r.learnKnown()
		r.unsteady = r.unsteady || before != nil && !maps.Equal(before, r.knownRefs)
		r.judge(todo)
		todo = r.articlesOf(r.settle())
	}
}

// isStopped tells that nobody wants the result any more.
func (r *reviewer) isStopped() bool { return r.stopped != nil && r.stopped() }

// judge judges articles on all cores.
func (r *reviewer) judge(todo []int) {
	var next atomic.Int64
	var wait sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), max(1, len(todo)/32)) {
		wait.Go(func() {
			j := newJudge(r)
			for i := int(next.Add(1)) - 1; i < len(todo) && !r.isStopped(); i = int(next.Add(1)) - 1 {
				j.article(todo[i])
				r.texts[todo[i]] = j.text(todo[i])
			}
		})
	}
	wait.Wait()
}

// articlesOf lists the articles with claims of given facts.
func (r *reviewer) articlesOf(facts []*profile.Fact) []int {
	if len(facts) == 0 {
		return nil
	}
	fell := make(map[*profile.Fact]bool, len(facts))
	for _, f := range facts {
		fell[f] = true
	}
	var list []int
	for art, uses := range r.res.Uses {
		if slices.ContainsFunc(uses, func(u profile.Use) bool { return fell[u.Fact] || fell[u.Other] }) {
			list = append(list, art)
		}
	}
	return list
}

// isParty tells that a claim's organisation is a party: its name tells nothing
// of a person's religion or ethnicity.
func (r *reviewer) isParty(u *profile.Use) bool { return u.Org != "" }

// heldFacts lists what waits for an editor: whole facts, and accepted ones that
// were told in new words since.
func (r *reviewer) heldFacts() []HeldFact {
	list := make([]HeldFact, 0, len(r.rulings))
	for f := range r.rulings {
		if h, ok := r.heldFact(f); ok {
			list = append(list, h)
		}
	}
	slices.SortFunc(list, compareHeld)
	return list
}

// heldFact gives a fact as it waits for an editor, if it does.
func (r *reviewer) heldFact(f *profile.Fact) (HeldFact, bool) {
	ruled := r.rulings[f]
	if ruled == nil || ruled.review != profile.Held && !ruled.asked {
		return HeldFact{}, false
	}
	held := *f
	held.Review = profile.Held
	h := HeldFact{Fact: &held, Words: f.Words(), Why: slices.Clone(ruled.why)}
	if ruled.asked {
		h.Why = append(h.Why, "new words of an accepted fact")
	}
	if d := ruled.decision; d != nil && d.Verdict != content.Rejected && !d.doubtful {
		h.Was = slices.Clone(d.Words)
	}
	return h, true
}
