package extract

import (
	"slices"

	"profilegen/generator/claim"
)

// told says how the article stands to what verb v tells, and whether it tells
// it at all: not where it is a condition, a question, a wish, or denied by the
// article itself.
func (r *reading) told(v int32) (told, bool) {
	vb := &r.verbs[v]
	if vb.conditional || vb.may || vb.should || vb.undone {
		return told{}, false
	}
	out := told{status: claim.Asserted}
	negated := vb.negated
	if vb.gerund && !vb.progressive {
		done, denied := r.gerundTold(v)
		if !done {
			return told{}, false
		}
		if denied {
			g := &r.verbs[v-1]
			out.status = claim.Denied
			if g.subject >= 0 && r.phrases[g.subject].who >= 0 {
				out.by = r.who[r.phrases[g.subject].who].name
			}
			return out, true
		}
	}
	framed := vb.frame >= 0
	if vb.hedged {
		out.status = claim.Alleged
	}
	switch {
	case vb.infinitive:
		ok, neg := r.governed(vb, &out)
		if !ok {
			return told{}, false
		}
		negated = negated != neg
	case vb.would && !framed:
		return told{}, false
	case vb.tense == futureTense, r.once(vb):
		r.plan(&out)
	}
	denied, ok := r.chain(vb.frame, &out)
	if ok && vb.noun && vb.frame >= 0 && !vb.is(Labels) && !vb.is(Judge) && !vb.is(Say) {
		switch f := &r.verbs[vb.frame]; {
		case r.untrueAfter(vb.last) && !f.is(Deny) && !f.is(Dismissive): // "said reports that … were baseless"
			denied = !denied
		case !f.is(Deny) && !f.is(Dismissive) && !f.is(Confirm) && !f.is(Accept): // "spoke of reports that": not the speaker's own word
			out.status, out.by, out.via = r.weaker(out.status, claim.Alleged), "", nil
		}
	}
	if ok && vb.noun && vb.frame >= 0 && r.verbs[vb.frame].is(Dismissive) && !r.verbs[vb.frame].is(Deny) {
		denied = !denied // "dismissed reports that"
	}
	if !ok {
		return told{}, false
	}
	if negated != denied {
		if !framed {
			return told{}, false
		}
		out.status = claim.Denied
	} else if negated && denied {
		return told{}, false // denied that it did not happen
	}
	return out, true
}

// plan notes that what is told is to come; what is only said to be so stays alleged.
func (r *reading) plan(out *told) {
	out.ahead = true
	out.status = r.weaker(out.status, claim.Planned)
}

// once tells of what is still to happen, as the time of something else: "when she
// steps down".
func (r *reading) once(vb *verb) bool {
	if !vb.subordinate || !vb.finite || vb.tense != present || vb.perfect || vb.progressive || vb.subject < 0 {
		return false
	}
	k := r.phrases[vb.subject].first - 1
	if k < r.s.first || k != vb.first-2 && r.phrases[vb.subject].last != vb.first {
		return false
	}
	w := &r.words[k]
	return w.is(WhenWord) || w.is(Before) || w.is(After) || w.is(Until) || w.is(OnceWord)
}

// gerundTold tells whether a gerund tells that something was done: "after
// resigning", not "considered resigning", "talk of resigning", "without
// resigning"; denied tells of "ruled out standing".
func (r *reading) gerundTold(v int32) (done, denied bool) {
	k := r.verbs[v].first - 1
	for k >= r.s.first && r.words[k].is(Adv) {
		k--
	}
	if k < r.s.first {
		return true, false
	}
	if r.words[k].is(Undone) {
		return false, false
	}
	if v == 0 || r.verbs[v-1].last != k+1 {
		return true, false
	}
	g := &r.verbs[v-1]
	switch vb := &r.verbs[v]; {
	case vb.is(Say) && !vb.is(Ask) && !g.negated && !g.conditional && (g.passive && g.is(Hear) || !g.passive && !g.may && (g.is(Leave) || g.is(WalkOut) || g.is(Go) || g.is(Come) || g.is(Depart) || g.is(Step))): // "walked out saying", "could be heard saying"
		return true, false
	case g.is(Deny):
		return !g.negated && !g.may && !g.conditional, true
	case g.is(Begin), g.is(Continue), g.is(Remain):
		return !g.negated && !g.may && !g.conditional, false
	}
	return g.is(Be) || g.is(Have), false
}

// governed says what the verb that governs an infinitive makes of it.
func (r *reading) governed(vb *verb, out *told) (ok, negated bool) {
	if vb.gov >= 0 && r.verbs[vb.gov].hedged {
		out.status = claim.Alleged
	}
	if vb.due {
		r.plan(out)
		if vb.gov >= 0 {
			if g := &r.verbs[vb.gov]; g.gov >= 0 && r.verbs[g.gov].passive && r.verbs[g.gov].is(Say) && !r.verbs[g.gov].is(Expects) { // "is said to be about to"
				out.status = claim.Alleged
			}
			return !r.verbs[vb.gov].may, r.verbs[vb.gov].negated
		}
		return true, false
	}
	if vb.gov < 0 {
		return false, false
	}
	g := &r.verbs[vb.gov]
	if vb.result {
		return !g.may && !g.should && !g.conditional && !g.negated && g.tense == pastTense, false
	}
	if g.may || g.should || g.conditional || g.undone {
		return false, false
	}
	if vb.is(Join) || vb.is(Stand) || vb.is(Run) || vb.is(Contest) { // "left the PARTY to join"
		if (g.is(Leave) || g.is(Defect) || g.is(Resign) || g.is(Abandon) || g.is(Left)) && !g.infinitive {
			if g.tense == futureTense {
				r.plan(out)
			}
			return true, g.negated
		}
	}
	if vb.perfect && !vb.due && (g.is(Be) || g.is(Become)) && !g.passive && !g.negated { // "ashamed to have joined"
		return true, false
	}
	switch {
	case g.passive && (g.is(Say) || g.is(Think) || g.is(Learn)) && !g.is(Ask) && !g.is(Tell):
		if g.is(Expects) {
			r.plan(out)
			return true, g.negated
		}
		out.status = claim.Alleged
		return true, g.negated
	case vb.is(Say) && r.airs(g):
		if g.tense == futureTense {
			r.plan(out)
		}
		return true, g.negated
	case g.is(Seem):
		out.status = claim.Alleged
		return true, g.negated
	case g.is(Implies):
		if g.tense == futureTense {
			r.plan(out)
		}
		if g.is(Achieves) {
			return !g.passive, g.negated
		}
		return g.passive || !g.is(Forces), g.negated
	case g.is(Go) && g.progressive, g.is(Agree), g.is(Plan), g.is(Pledges):
		if g.passive {
			return false, false
		}
		r.plan(out)
		return true, g.negated
	case g.is(Begin), g.is(Continue) && g.is(Rises) && (vb.is(Study) || vb.is(Read) || vb.is(Graduate) || vb.is(Earn)):
		return true, g.negated // "went on to read history at"
	}
	return false, false
}

// chain follows the verbs of speech above a verb: who says it, through whom,
// and whether it is denied.
func (r *reading) chain(frame int32, out *told) (denied, ok bool) {
	var voices []string
	for n := 0; frame >= 0 && n < 6; n++ {
		f := &r.verbs[frame]
		if f.conditional || f.may {
			return false, false
		}
		voice := ""
		if f.subject >= 0 {
			p := &r.phrases[f.subject]
			switch {
			case p.who >= 0:
				voice = r.who[p.who].name
			case p.kind == pronounPhrase:
				if r.words[p.head].is(Thing) || f.passive { // "It has been learnt that"
					out.status = r.weaker(out.status, claim.Alleged)
				} else {
					out.status = r.weaker(out.status, claim.Alleged)
					voice = r.lex.grammar.word("source")
				}
			default:
				voice = r.speakerText(p)
				if r.nameless(p, f) {
					out.status = r.weaker(out.status, claim.Alleged)
				}
			}
		}
		if f.passive && f.is(Say) {
			out.status = r.weaker(out.status, claim.Alleged)
		}
		switch {
		case f.is(Deny):
			if f.negated {
				return false, false
			}
			denied = !denied
		case f.is(Hedged):
			out.status = r.weaker(out.status, claim.Alleged)
		case f.is(Think) && !f.passive, f.is(Intend), f.is(Ask) && !f.is(Say), f.is(Refuse):
			return false, false
		}
		if f.negated && !f.is(Deny) {
			return false, false
		}
		if f.tense == futureTense {
			return false, false
		}
		if f.noun && !denied && f.frame >= 0 && r.verbs[f.frame].is(Deny) {
			denied = true
		}
		if voice != "" && (len(voices) == 0 || voices[len(voices)-1] != voice) {
			voices = append(voices, voice)
		}
		frame = f.frame
	}
	if len(voices) > 0 {
		out.by = voices[0]
		if len(voices) > 1 {
			out.via = slices.Clone(voices[1:])
			slices.Reverse(out.via)
		}
	}
	return denied, true
}

// untrueAfter tells that the sentence calls something untrue behind k.
func (r *reading) untrueAfter(k int32) bool {
	if !r.s.classes.has(Untrue) {
		return false
	}
	for ; k < r.s.last; k++ {
		if w := &r.words[k]; w.is(Untrue) && !w.is(Rumour) {
			return true
		}
	}
	return false
}

// weaker gives the status of the two that claims less.
func (r *reading) weaker(a, b claim.Status) claim.Status {
	if a == claim.Alleged || b == claim.Alleged {
		return claim.Alleged
	}
	return b
}
