package profile

import (
	"cmp"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"profilegen/generator/claim"
	"profilegen/generator/diag"
	"profilegen/generator/edtf"
)

// merge holds what all profiles of one site need to know. An article goes by a
// number that it keeps as long as it is there: its place in in.Articles.
type merge struct {
	in         Input
	ids        *siteIDs
	names      *names
	resolver   *resolver
	roles      *roleNames
	arts       []article
	byID       map[string]int32 // articles by id
	order      []int32          // the articles' numbers, in the order of their ids
	copies     *copies
	uses       [][]Use         // of each article
	about      map[Ref][]int32 // the articles with claims about a profile
	said       []heard         // of each article
	lost       lostNames
	stubs      []*Profile
	lines      map[Ref][]*line
	partyWords map[Ref][]string // the words of each party's names, for comparing organisations
	stopped    func() bool      // nil where nothing can stop it
}

// Merge puts the claims and the front matter of a site together. It is a pure
// function of what it reads, and the order of articles, claims and files
// decides nothing. Every claim keeps its place in Result.Uses.
func Merge(in Input) *Result { return (&Merger{Once: true}).Merge(in) }

// mergeAll does what Merge does, with nothing remembered. It gives what is to be
// told of each profile beside it.
//
// With once, what the next merge would build upon is let go of as soon as this
// one has no need of it.
func mergeAll(in Input, stopped func() bool, once bool) (*merge, []*Profile, [][]diag.Problem) {
	m := &merge{in: in, stopped: stopped, ids: collectIDs(in.Site), names: indexNames(in), roles: newRoleNames(in.RoleNames)}
	m.in.Articles = slices.Clone(in.Articles)
	m.resolver = newResolver(m.names)
	m.arts = readArticles(in)
	m.byID = make(map[string]int32, len(m.arts))
	m.order = make([]int32, len(m.arts))
	m.uses, m.said = make([][]Use, len(m.arts)), make([]heard, len(m.arts))
	var copies *copies
	var alike sync.WaitGroup // texts; no name is asked for
	alike.Go(func() { copies = findCopies(m.in.Articles, m.arts) })
	for i := range in.Articles {
		m.byID[in.Articles[i].ID] = int32(i)
		m.order[m.arts[i].rank] = int32(i)
	}
	m.resolveAll()
	if alike.Wait(); m.ended() {
		return m, nil, nil
	}
	for i, group := range copies.groups() {
		m.arts[i].copies = group
	}
	if !once {
		m.copies = copies
	}
	m.lost = gather(m.order, m.said)
	m.stubs = m.makeStubs(m.lost)
	for i := range m.uses {
		tellStubs(m.uses[i], &m.said[i], m.lost)
	}
	if once {
		m.said = nil
	}
	m.about = map[Ref][]int32{}
	for _, art := range m.order {
		m.noteAbout(art)
	}
	profiles := m.profiles()
	m.partyWords = partyWordsOf(profiles)
	m.lines = m.editorLines()
	return m, profiles, m.fill(profiles)
}

// resolveAll finds out whom each article means, on all cores: what one article
// says decides nothing in another.
func (m *merge) resolveAll() {
	const atOnce = 32 // articles
	var next atomic.Int64
	var wait sync.WaitGroup
	resolvers := make([]*resolver, min(runtime.GOMAXPROCS(0), 1+len(m.uses)/atOnce))
	for i := range resolvers {
		resolvers[i] = newResolver(m.names) // it remembers, so each core has one
		own := *m
		own.resolver = resolvers[i]
		wait.Go(func() {
			for {
				from := int(next.Add(atOnce)) - atOnce
				if from >= len(m.uses) || m.ended() {
					return
				}
				for i := from; i < min(from+atOnce, len(m.uses)); i++ {
					m.uses[i], m.said[i] = own.resolveArticle(&m.in.Articles[i])
				}
			}
		})
	}
	wait.Wait()
	for _, r := range resolvers {
		m.resolver.learn(r)
	}
}

// ended tells that nobody wants the result any more.
func (m *merge) ended() bool { return m.stopped != nil && m.stopped() }

// profiles lists the profiles that editors wrote and the stubs: people, then
// parties, each by id.
func (m *merge) profiles() []*Profile {
	var list []*Profile
	for _, s := range m.stubs {
		list = append(list, &Profile{Ref: s.Ref, Name: s.Name})
	}
	for _, p := range m.in.Site.People {
		if ref := PersonRef(p.ID); !m.names.hidden[ref] {
			list = append(list, &Profile{Ref: ref, Name: p.Name, Person: p})
		}
	}
	for _, p := range m.in.Site.Parties {
		if ref := PartyRef(p.ID); !m.names.hidden[ref] {
			list = append(list, &Profile{Ref: ref, Name: p.Name, Party: p})
		}
	}
	slices.SortFunc(list, func(a, b *Profile) int { return CompareRefs(a.Ref, b.Ref) })
	return list
}

// CompareRefs orders profiles: people, then parties, each by id.
func CompareRefs(a, b Ref) int {
	if a.IsPerson() != b.IsPerson() {
		if a.IsPerson() {
			return -1
		}
		return 1
	}
	return strings.Compare(string(a), string(b))
}

func partyWordsOf(profiles []*Profile) map[Ref][]string {
	byRef := map[Ref][]string{}
	for _, p := range profiles {
		if p.Ref.IsPerson() {
			continue
		}
		words := fold(p.Name + " party")
		if p.Party != nil {
			for _, name := range append([]string{p.Party.Abbreviation}, p.Party.Aliases...) {
				words = append(words, fold(name)...)
			}
		}
		byRef[p.Ref] = sortedWords(words)
	}
	return byRef
}

// fill makes the facts of all profiles, on all cores: each profile is a
// function of its own claims and lines. It gives what check tells of each.
func (m *merge) fill(profiles []*Profile) [][]diag.Problem {
	problems := make([][]diag.Problem, len(profiles))
	var next atomic.Int64
	var wait sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), max(1, len(profiles)/16)) {
		wait.Go(func() {
			b := newBuilder(m)
			for {
				i := int(next.Add(1)) - 1
				if i >= len(profiles) || m.ended() {
					return
				}
				profiles[i].Facts = b.facts(profiles[i].Ref)
				problems[i] = check(profiles[i])
			}
		})
	}
	wait.Wait()
	return problems
}

// noteAbout takes down whom an article's claims are about.
func (m *merge) noteAbout(art int32) {
	note := func(ref Ref, _ bool) {
		if list := m.about[ref]; len(list) == 0 || list[len(list)-1] != art {
			m.about[ref] = append(list, art)
		}
	}
	for i := range m.uses[art] {
		aboutWhom(&m.uses[art][i], note)
	}
}

// sortAbout puts the articles about each profile in the order of their ids.
func (m *merge) sortAbout(profiles []*Profile) {
	for _, p := range profiles {
		slices.SortFunc(m.about[p.Ref], func(a, b int32) int { return cmp.Compare(m.arts[a].rank, m.arts[b].rank) })
	}
}

// claimsAbout adds the claims about a profile to a list, in the order of their
// articles' ids; a family claim goes to both.
func (m *merge) claimsAbout(list []member, whom Ref) []member {
	for _, art := range m.about[whom] {
		uses := m.uses[art]
		for i := range uses {
			u := &uses[i]
			if u.Subject == whom {
				list = append(list, member{use: u, art: art})
			} else if u.Claim.Type == claim.Family && u.Object == whom {
				list = append(list, member{use: u, art: art, flip: true})
			}
		}
	}
	return list
}

// aboutWhom gives the profiles that a claim is about: of a family claim both;
// flip tells that it is seen from the other person's side.
func aboutWhom(u *Use, f func(ref Ref, flip bool)) {
	if u.Subject != "" {
		f(u.Subject, false)
	}
	if u.Claim.Type == claim.Family && u.Object != "" && u.Object != u.Subject {
		f(u.Object, true)
	}
}

// Restrict gives a fact as it stands on some of its claims alone: dates,
// status, sides, sources and voices are put together anew. It is nil where
// neither a claim nor an editor's line remains. Id, Differs, EndedBy and
// EndShown stay as they are.
func (r *Result) Restrict(f *Fact, keep func(*claim.Claim) bool) *Fact {
	members := slices.DeleteFunc(r.merge.members(f), func(mb member) bool { return mb.line == nil && !keep(mb.use.Claim) })
	if len(members) == 0 {
		return nil
	}
	as := assembler{m: r.merge}
	out := as.assemble(f.Subject, f.Type, r.merge.parts(members))
	out.ID, out.Review = f.ID, f.Review
	out.SetDispute(out.Sides(), f.Differs())
	out.Ended = f.Ended
	return out
}

// members gives what a fact was made of, in the order of its sources.
func (m *merge) members(f *Fact) []member {
	var list []member
	if f.Edited != nil {
		for _, l := range f.Edited.lines {
			list = append(list, member{line: l, art: -1})
		}
	}
	for _, c := range f.Told() {
		if u, art := m.useOf(c); u != nil {
			list = append(list, member{use: u, art: art, flip: u.Subject != f.Subject})
		}
	}
	return list
}

// parts gives members with their dates, stages and status.
func (m *merge) parts(members []member) []*part {
	made, list := make([]part, len(members)), make([]*part, len(members))
	for i, mb := range members {
		made[i] = m.part(mb)
		list[i] = &made[i]
	}
	return list
}

// useOf finds what became of a claim; nothing where no article has it any more.
func (m *merge) useOf(c *claim.Claim) (*Use, int32) {
	is := func(u Use) bool { return u.Claim == c }
	if art, ok := m.byID[c.Article()]; ok {
		if i := slices.IndexFunc(m.uses[art], is); i >= 0 {
			return &m.uses[art][i], art
		}
	}
	for art, uses := range m.uses { // two articles of one id
		if i := slices.IndexFunc(uses, is); i >= 0 {
			return &uses[i], int32(art)
		}
	}
	return nil, -1
}

// IDs gives the ids that a fact can have had while other facts with its key
// came and went: with and without its year. A decision made on one of them may
// be meant for it. It is for one goroutine at a time.
func (r *Result) IDs(f *Fact) []string {
	if r.ids == nil {
		r.ids = newBuilder(r.merge)
	}
	b := r.ids
	c := &cluster{fact: f, words: wordsHash(f.Quote())}
	for _, mb := range r.merge.members(f) {
		if k := b.keyOf(f.Type, &mb); !slices.Contains(c.keys, k) {
			c.keys = append(c.keys, k)
		}
	}
	base := b.base(c)
	day := (&cluster{start: f.Start, end: f.End, on: f.On}).sortDate()
	return []string{f.ID, idOf(hashOf(base)), idOf(hashOf(field0(base, day.Cut(edtf.Year).String())))}
}
