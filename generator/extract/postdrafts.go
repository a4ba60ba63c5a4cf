package extract

import (
	"strings"

	"profilegen/generator/claim"
)

// setRole puts a post, its organisation and its place into a draft.
func (s *Sentence) setRole(d *draft, i int32) {
	if t := s.calledAgain(d, i); t >= 0 {
		i = t
	}
	ro := &s.roles[i]
	d.Role = s.roleText(ro)
	d.Org = s.roleOrg(ro)
	d.Place = ro.place
	d.fired = append(d.fired, used{"role", ro.span})
}

// calledAgain gives the title before somebody's name by whose last word the
// sentence tells the post that was left: "House Speaker NAME resigned as speaker"; -1.
func (s *Sentence) calledAgain(d *draft, i int32) int32 {
	ro := &s.roles[i]
	if d.Type != claim.Resignation && d.Type != claim.Dismissal || d.who < 0 || ro.text.last-ro.text.first != 1 || ro.org >= 0 || ro.place != "" {
		return -1
	}
	again := s.roleText(ro)
	for j := range s.roles {
		t := &s.roles[j]
		if t.holder < 0 || t.last > ro.first || s.resolve(t.holder) != d.who {
			continue
		}
		if title := s.roleText(t); len(title) > len(again) && strings.EqualFold(lastWord(title), again) {
			return int32(j)
		}
	}
	return -1
}

// postLike gives the person's post with the same head noun.
func (s *Sentence) postLike(who, head int32) (post, bool) {
	if who < 0 {
		return post{}, false
	}
	for _, p := range s.who[who].posts {
		if p.head == s.words[head].e.lemma {
			return p, true
		}
	}
	return post{}, false
}
