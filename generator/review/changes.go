package review

import (
	"cmp"
	"slices"
	"strings"

	"profilegen/generator/content"
	"profilegen/generator/edtf"
	"profilegen/generator/profile"
)

// changes lists the editors' corrections, the facts that they withdrew and
// those that they edited, newest first.
func (r *reviewer) changes(byRef map[profile.Ref]*Profile) []Change {
	var list []Change
	for _, p := range r.res.Profiles {
		if byRef[p.Ref] == nil {
			continue
		}
		var corrections []content.Correction
		switch {
		case p.Person != nil:
			corrections = p.Person.Corrections
		case p.Party != nil:
			corrections = p.Party.Corrections
		}
		for _, c := range corrections {
			list = append(list, Change{Date: c.Date, Subject: p.Ref, Name: p.Name, Text: c.Text})
		}
	}
	for f, d := range r.decided {
		if d.doubtful || d.ID != f.ID && !slices.Contains(r.res.IDs(f), d.ID) {
			continue // told from the other side, it is one change
		}
		c := Change{Date: d.Date, Fact: f.ID}
		if p := byRef[f.Subject]; p != nil {
			c.Subject, c.Name = p.Ref, p.Name
		}
		switch {
		case d.Verdict == content.Rejected && f.Origin != profile.Editor && (d.shown || r.couldBeShown(f)):
			c.Withdrawn = true
		case d.Verdict == content.Edited && r.isShown(f):
			c.Text = d.Reason
		default:
			continue
		}
		list = append(list, c)
	}
	slices.SortFunc(list, func(a, b Change) int {
		return cmp.Or(-edtf.Compare(a.Date, b.Date), profile.CompareRefs(a.Subject, b.Subject), strings.Compare(a.Fact, b.Fact),
			strings.Compare(a.Text, b.Text))
	})
	return list
}

// couldBeShown tells that a rejected fact would stand on its page without the
// decision: then it has stood there, and a dated line says that it is gone.
func (r *reviewer) couldBeShown(f *profile.Fact) bool {
	return typeWhy(f.Type, f.Status) == "" && r.settingWhy(f) == ""
}
