package extract

import (
	"slices"

	"profilegen/generator/claim"
)

// described says whom a definite description of a post takes up: "the mayor"; -1
// where that is not clear.
func (p *parser) described(ph *phrase, ro *role) int32 {
	who, known := p.byPost(ro)
	if who >= 0 || known || ph.prep >= 0 {
		return who
	}
	opens := len(p.phrases) == 0 && p.n == 1
	closes := p.closesBehind(ph) || p.saidBefore(ph)
	if opens || closes {
		if who = p.fromNext(ph, ro); who >= 0 {
			return who
		}
	}
	if opens || closes || p.opensLate(ph) {
		return p.taken(ph, ro, closes)
	}
	return -1
}

// byPost finds the person whom the article has called by that post, or is to
// call by it as a title; known tells that it is settled, if only for nobody.
func (p *parser) byPost(ro *role) (who int32, known bool) {
	if ro.last < p.s.last && p.words[ro.last].is(Of) { // "the mayor of" whatever it is
		return -1, true
	}
	own := p.nameWords(p.text(ro.text))
	found := int32(-1)
	for i := len(p.recent) - 1; i >= max(0, len(p.recent)-64); i-- {
		id := p.recent[i]
		if found >= 0 && p.namedIn(id) < p.namedIn(found) {
			break
		}
		if id == found || !p.calledSo(ro, own, id) {
			continue
		}
		if found >= 0 { // two of them in one sentence
			return -1, true
		}
		found = id
	}
	if found >= 0 {
		return found, true
	}
	head := p.words[ro.head].e.lemma
	if id, ok := p.titles[head]; ok && p.titleFits(ro, id) && p.sameField(ro, head) && !(ro.org >= 0 && p.who[id].org >= 0 && p.who[id].org != ro.org) {
		return id, true
	}
	return -1, false
}

// namedIn gives the sentence that named a person last.
func (r *reading) namedIn(id int32) int32 {
	if m := r.who[id].last; m >= 0 {
		return r.mentions[m].sentence
	}
	return -1
}

// calledSo tells that a post by which the article has called somebody is the one
// that the words own take up: "the mayor" is neither the former mayor nor the deputy
// mayor, nor the mayor of another town.
func (p *parser) calledSo(ro *role, own []string, id int32) bool {
	head := &p.words[ro.head]
	for i := range p.who[id].posts {
		post := &p.who[id].posts[i]
		if post.head != head.e.lemma {
			continue
		}
		switch {
		case ro.org >= 0 && p.ofAnother(post, ro.org),
			ro.place != "" && post.place != "" && !p.samePlace(ro.place, post.place),
			ro.place != "" && post.place == "" && head.is(RoleSeat) && p.unseated(id),
			p.lesser(own) != p.lesser(p.postWords(post)),
			post.former && !ro.former && !post.e.set.has(RoleSeat),
			ro.former && !post.former && !p.hasLeft(id):
			continue
		}
		if within(own, post.words) || within(post.words, own) {
			return true
		}
	}
	return false
}

// unseated tells that the sentence before was about somebody else, to whom the
// article has given no seat yet: "The Marl MP" is that one.
func (p *parser) unseated(id int32) bool {
	other := p.toldOf()
	if other < 0 || other == id || !p.byName {
		return false
	}
	for _, post := range p.who[other].posts {
		if post.e.set.has(RoleSeat) && post.place != "" {
			return false
		}
	}
	return true
}

// ofAnother tells that a post is one of another organisation.
func (r *reading) ofAnother(post *post, org int32) bool {
	if post.org >= 0 {
		return post.org != org
	}
	return post.body != "" && !r.sameOrg(post.body, r.who[org].name)
}

// samePlace tells that one of two places has all the words of the other.
func (r *reading) samePlace(a, b string) bool {
	if a == b {
		return true
	}
	from := len(r.room.words)
	defer func() { r.room.words = r.room.words[:from] }()
	x, y := r.nameWords(a), r.nameWords(b)
	return within(x, y) || within(y, x)
}

// lesser tells that the words of a post make it that of somebody below the one who
// has it, or against him: "deputy", "shadow".
func (r *reading) lesser(words []string) bool {
	for _, w := range words {
		if e := r.lex.find(w); e != nil && e.set.has(Lesser) {
			return true
		}
	}
	return false
}

// hasLeft tells that the article has told how somebody lost or gave up a post.
func (r *reading) hasLeft(id int32) bool {
	for i := len(r.drafts) - 1; i >= max(0, len(r.drafts)-64); i-- {
		if d := &r.drafts[i]; d.who == id && slices.Contains(endings, d.Type) {
			return true
		}
	}
	return false
}

// endings are the claims that end a post.
var endings = []claim.Type{claim.Resignation, claim.Dismissal, claim.Defeat, claim.Death}
