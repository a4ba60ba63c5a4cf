package extract

import (
	"math/bits"
	"sync"

	"profilegen/generator/claim"
	"profilegen/generator/prose"
)

// reading is one article while it is read: what the rules look at. The slices
// of a sentence (dates, roles, phrases, verbs) are those of the sentence that
// is being read.
type reading struct {
	a   Article
	lex *lexicon
	t   prose.Text

	room   room
	folded folded // the word that is being looked up

	words     []word
	sentences []sentence
	mentions  []mention
	names     []name
	who       []entity

	byText    nameTable
	surnames  map[string]bool
	small     map[string]bool // words without a capital that no list has
	smallRead bool            // they have been asked for
	partyWord bool            // the article speaks of parties
	monthName string          // the family name of somebody who is called like a month
	topicWho  int32           // whom the article names most, once topicRead
	topicRead bool
	seatWord  string // commonSeat, once seatRead
	seatRead  bool
	unionWord bool             // it speaks of a union, without a capital
	bySurname map[string]int32 // which of bearers has the people of a surname
	bearers   [][]int32
	orgs      orgTable
	fields    map[string]string // … → the word before it: "culture" secretary
	titles    map[string]int32  // head noun of a title before a name → its one bearer
	heads     map[string]int32  // "council" → the organisation last named with that noun

	// the sentence
	index   int32 // its index in sentences
	lead    int32 // the first one that is no headline, -1 before it
	s       *sentence
	dates   []date
	several bool // some of them are a list
	roles   []role
	phrases []phrase
	verbs   []verb
	waiting []int32
	clauses *clauses // room for those of the sentence
	outer   int32    // the verb that the whole sentence stands under, -1
	owner   int32    // the phrase that "whose" takes up, -1

	// what the reading remembers from the sentences before
	talk
	before     []done // what the last sentence told of whom
	anchor     int    // the year told last, for "two years later"
	lastParty  int32
	lastOrg    int32   // the organisation named last
	partySince int32   // the sentence in which it was named
	otherSince int32   // the one in which another party was, before it
	recent     []int32 // people, in the order in which they were spoken of

	drafts []draft
	spare  *draft // for the next one
	fired  int    // drafts made by the sentence so far
}

// done is a verb with the person it was told of.
type done struct {
	e   *entry
	who int32
}

// ahead is a person whom the next sentence names, and where that ends.
type ahead struct{ who, end int32 }

// talk is what pronouns go by.
type talk struct {
	// speaker is who spoke last, -1 for nobody; anonymous tells of a speaker
	// without a name.
	speaker   int32
	anonymous bool
	// spoke is the sentence in which somebody spoke last.
	spoke int32
	// subject is the last person that a main clause was about, and since when.
	subject      int32
	subjectSince int32
	// orgSubject is the last organisation that a main clause was about, and since
	// when.
	orgSubject, orgSince int32
	// byName: that sentence names the person, not a pronoun.
	byName bool
	// ahead is whom the sentence leaves without a name for the next one to tell.
	ahead ahead
	// mouth is for whom a spokesman without a name spoke last, and in which sentence.
	mouth ahead
	// focus is the one of whom the last sentence without speech tells, and since
	// when.
	focus, focusSince int32
	// focusLeads: that sentence begins with the name.
	focusLeads bool
	// race is the race for a post that the article spoke of last.
	race goal
	// body is the body without a name that a main clause was about last, and since
	// when: "The standards committee".
	body      string
	bodySince int32
	// contest is the place whose seat the article spoke of last, and since when.
	contest      string
	contestSince int32
	contestRole  string
	raceSince    int32
	// pair are the two people that a sentence was about, and since when.
	pair      [2]int32
	pairSince int32
}

var readings = sync.Pool{New: func() any { return new(reading) }}

// newReading takes an article apart and finds its names.
func (x *Extractor) newReading(a Article) *reading {
	r := readings.Get().(*reading)
	r.room.empty()
	r.byText.empty()
	r.orgs.empty()
	*r = reading{
		t: r.t, room: r.room, spare: r.spare, clauses: r.clauses,
		words: r.words[:0], sentences: r.sentences[:0], mentions: r.mentions[:0], names: r.names[:0], who: r.who[:0],
		dates: r.dates[:0], roles: r.roles[:0], phrases: r.phrases[:0], verbs: r.verbs[:0], waiting: r.waiting[:0],
		recent: r.recent[:0], before: r.before[:0], drafts: r.drafts[:0], byText: r.byText, surnames: emptied(r.surnames), small: emptied(r.small),
		bySurname: emptied(r.bySurname), bearers: r.bearers[:0], orgs: r.orgs, titles: emptied(r.titles), fields: emptied(r.fields), heads: emptied(r.heads),
	}
	r.a, r.lex = a, x.language(a.Language)
	r.talk = talk{speaker: -1, mouth: ahead{who: -1}, subject: -1, spoke: -10, subjectSince: -10, focus: -1, focusSince: -10, orgSubject: -1, orgSince: -10, contestSince: -1, raceSince: -1, bodySince: -10, pairSince: -10}
	r.lastOrg, r.lastParty, r.partySince, r.otherSince = -1, -1, -10, -100
	r.t.Analyse(a.Text, a.Markdown, &r.lex.prose)
	r.read()
	r.findNames()
	r.settleKinds()
	r.findWho()
	r.learnGender()
	return r
}

// emptied gives the map without its entries, or a new one.
func emptied[K comparable, V any](m map[K]V) map[K]V {
	if m == nil {
		return make(map[K]V, 32)
	}
	clear(m)
	return m
}

// done gives the buffers back.
func (r *reading) done() {
	if cap(r.words) > 1<<18 {
		return
	}
	r.a, r.t.Source = Article{}, ""
	readings.Put(r)
}

// run reads the sentences one after the other and lets the rules look at each;
// after each one visit is told.
func (r *reading) run(visit func(si int32)) {
	told := Sentence{reading: r}
	r.lead = -1
	for i := range r.sentences {
		s := &r.sentences[i]
		r.index, r.s = int32(i), s
		if r.lead < 0 && !s.headline {
			r.lead = r.index
		}
		r.outer, r.owner = -1, -1
		r.ahead.who = -1
		r.fired = len(r.drafts)
		r.room.ids = r.room.ids[:0]
		if !s.headline {
			r.findDates(s)
			r.findRoles(s)
			r.parse(s)
			for i, some := range calls.of(&s.classes) {
				for ; some != 0; some &= some - 1 {
					told.rule = &rules[i*64+bits.TrailingZeros64(some)]
					told.rule.Find(&told)
				}
			}
			r.remember(s)
		}
		visit(int32(i))
	}
}

// speech tells that a verb is an act of speaking.
func (r *reading) speech(v *verb) bool {
	return v.is(Say) && !v.passive && v.finite && !(v.is(Continue) && !r.continues(v)) || v.is(AccordingTo)
}

// hashes gives a hash (FNV-1a) of each sentence's words, for finding copies.
func (r *reading) hashes() []uint64 {
	list := make([]uint64, 0, len(r.sentences))
	for i := range r.sentences {
		if h := r.sentences[i].hash; h != 0 {
			list = append(list, h)
		}
	}
	return list
}

// byteSpan gives the place of a span in the text.
func (r *reading) byteSpan(s span) (start, end int) {
	return int(r.words[s.first].start), int(r.words[s.last-1].end)
}

// validType tells that a rule may make a claim of the type.
func (rule *Rule) validType(t claim.Type) bool {
	for _, have := range rule.Types {
		if have == t {
			return true
		}
	}
	return false
}
