package extract

// verbAt reads the verb with its auxiliaries at k into v, which is empty; false
// where there is none.
func (r *reading) verbAt(s *sentence, k int32, v *verb) bool {
	v.span, v.head, v.e = span{k, k}, -1, none
	v.subject, v.object, v.frame, v.gov = -1, -1, -1, -1
	i := k
	be, have := false, false
	if i < s.last && r.words[i].is(To) {
		if i+1 >= s.last || r.words[i+1].e.forms&base == 0 && !r.words[i+1].is(Adv) {
			return false
		}
		if r.words[i+1].is(RoleMod) && i+2 < s.last && r.words[i+2].is(Role) {
			return false // "promoted to shadow chancellor"
		}
		if r.words[i+1].is(Jail) && !(i+2 < s.last && (r.words[i+2].name >= 0 || r.words[i+2].is(Pron) || r.words[i+2].is(The))) {
			return false // "went to jail"
		}
		v.infinitive = true
		i++
	}
	seen := false // the first auxiliary, which has the tense
	for i < s.last {
		w := &r.words[i]
		switch {
		case w.is(Hedged) && w.is(Adv):
			v.hedged = true
			i++
			continue
		case w.is(Neg) && w.is(Adv) || w.is(Neg) && !w.is(Det) && !w.is(Pron) && !w.is(Modal) && !w.is(IsForm) && !w.is(WasForm) && !w.is(HasForm) && !w.is(DoForm):
			if !seen && !v.infinitive {
				return false
			}
			v.negated = true
			i++
			continue
		case w.is(Adv) && (seen || v.infinitive):
			i++
			continue
		case w.is(Modal) && !seen:
			v.negated = v.negated || w.is(Neg)
			v.finite = true
			switch {
			case w.is(Will):
				v.tense = futureTense
			case w.is(Would):
				v.would, v.tense = true, futureTense
			case w.is(Should):
				v.should = true
			default:
				v.may = true
			}
			seen = true
			i++
			continue
		case w.is(IsForm) || w.is(WasForm) || w.is(HasForm) || w.is(DoForm):
			v.negated = v.negated || w.is(Neg)
			v.finite, seen = true, true
			if w.is(WasForm) || w.is(HadForm) {
				v.tense = pastTense
			}
			be = w.is(IsForm) || w.is(WasForm)
			have = w.is(HasForm)
			i++
			continue
		case w.is(Be) || w.is(Have) || w.is(Do):
			if !r.auxGoesOn(s, i) {
				// the main verb itself
				r.mainVerb(v, w, i, seen, be, have)
				if n := i + 1; n < s.last && r.words[n].is(Neg) && !r.words[n].is(Det) && !r.words[n].is(Pron) { // "is not the mayor"
					v.negated = true
				}
				return true
			}
			if !seen && !v.infinitive {
				v.finite = w.e.forms&(ing|participle) == 0 || w.e.forms&past != 0
				if w.e.forms&past != 0 {
					v.tense = pastTense
				}
				v.gerund = w.e.forms&ing != 0
			}
			if w.is(Be) {
				be = true
				if have {
					v.perfect = true
				}
			} else {
				be = false
				have = w.is(Have)
			}
			seen = true
			i++
			continue
		}
		if seen {
			if end := r.asideAt(s, i); end > i && end < s.last && r.words[end].e.forms&(participle|base) != 0 && (be || have || r.words[i].comma()) && r.words[end].fits(be, have) {
				i = end
				continue
			}
		}
		if w.name >= 0 || w.e.forms == 0 || seen && !w.fits(be, have) {
			break
		}
		if !seen && !v.infinitive && !r.verbHere(s, i) {
			return false
		}
		r.mainVerb(v, w, i, seen, be, have)
		return true
	}
	if !seen {
		return false
	}
	// auxiliaries alone: "was", "would"
	for i > k && (r.words[i-1].is(Adv) || r.words[i-1].is(Neg) && !r.words[i-1].aux()) {
		i--
	}
	r.mainVerb(v, &r.words[i-1], i-1, false, false, false)
	v.finite = true
	return true
}

// fits tells that a main verb fits the auxiliaries before it.
func (w *word) fits(be, have bool) bool {
	f := w.e.forms
	switch {
	case be:
		return f&(participle|ing) != 0
	case have:
		return f&participle != 0
	}
	return f&base != 0
}

// auxGoesOn tells that a main verb follows the auxiliary at i.
func (r *reading) auxGoesOn(s *sentence, i int32) bool {
	aux := &r.words[i]
	last := min(s.last, i+5)
	for k := i + 1; k < last; k++ {
		w := &r.words[k]
		if end := r.asideAt(s, k); end > k && end < s.last && r.words[end].e.forms&(participle|base) != 0 {
			k, last = end, end+1
			w = &r.words[k]
		}
		if w.name >= 0 {
			return false
		}
		if w.is(Neg) && !w.is(Det) && !w.is(Pron) || w.is(Adv) && !w.is(Prep) && w.e.forms == 0 {
			continue
		}
		if w.e.forms == 0 {
			return false
		}
		switch {
		case aux.is(Be):
			return w.e.forms&(participle|ing) != 0 && !(w.is(Role) && w.e.forms&participle == 0) && !w.is(Kin)
		case aux.is(Have):
			return w.e.forms&participle != 0
		}
		return w.e.forms&base != 0
	}
	return false
}

// mainVerb closes the group with its main verb at i.
func (r *reading) mainVerb(v *verb, w *word, i int32, seen, be, have bool) {
	v.head, v.e, v.last = i, w.e, i+1
	f := w.e.forms
	if seen || v.infinitive {
		v.passive = be && f&participle != 0 && f&ing == 0
		v.progressive = be && f&ing != 0
		v.perfect = v.perfect || have
		return
	}
	switch {
	case f&future != 0:
		v.tense, v.finite = futureTense, true
	case f&past != 0:
		v.tense, v.finite = pastTense, true
	case f&participle != 0:
		v.reduced, v.passive, v.tense = true, true, pastTense
	case f&ing != 0:
		v.gerund = true
	default:
		v.finite = true
	}
}
