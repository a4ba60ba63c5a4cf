package profile

import (
	"cmp"
	"slices"
	"strings"

	"profilegen/generator/claim"
)

// assertedFirst puts parts in the order in which they are believed: the editor,
// what is asserted, planned, alleged; what is denied only where there is
// nothing else.
func assertedFirst(parts []*part) []*part {
	slices.SortStableFunc(parts, func(a, b *part) int {
		if (a.line != nil) != (b.line != nil) {
			if a.line != nil {
				return -1
			}
			return 1
		}
		return cmp.Compare(rankOf(a.status), rankOf(b.status))
	})
	for i, p := range parts {
		if p.status == claim.Denied && i > 0 {
			return parts[:i]
		}
	}
	return parts
}

// postName gives the post's name, written out where a source writes it so:
// "Gov." is how a paper saves room.
func postName(told []*part) string {
	name := vote(told, shorter, (*part).role)
	if !cutShort(name) {
		return name
	}
	return cmp.Or(vote(told, shorter, func(p *part) string {
		if p.line == nil && cutShort(p.role()) {
			return ""
		}
		return p.role()
	}), name)
}

// cutShort tells of a name with a word that a full stop cuts, "Rep." but not "U.S.".
func cutShort(role string) bool {
	return slices.ContainsFunc(strings.Fields(role), func(word string) bool {
		return strings.IndexByte(word, '.') == len(word)-1 && len(word) > 2
	})
}

// vote gives the editor's word, else what the most members of the best status
// say; among equals the one that better prefers. A profile goes before a name.
func vote(told []*part, better func(a, b string) bool, field func(*part) string) string {
	type count struct {
		value string
		n     int
	}
	var counts []count
	for i, p := range told {
		if len(counts) > 0 && p.status != told[i-1].status {
			break
		}
		value := field(p)
		if value == "" {
			continue
		}
		if p.line != nil {
			return value
		}
		at := slices.IndexFunc(counts, func(c count) bool { return c.value == value })
		if at < 0 {
			at, counts = len(counts), append(counts, count{value: value})
		}
		counts[at].n++
	}
	var best count
	for _, c := range counts {
		ref, was := isRef(c.value), isRef(best.value)
		if best.n == 0 || ref && !was || ref == was && (c.n > best.n || c.n == best.n && better(c.value, best.value)) {
			best = c
		}
	}
	return best.value
}

func isRef(text string) bool {
	return strings.HasPrefix(text, "people/") || strings.HasPrefix(text, "parties/")
}

func shorter(a, b string) bool {
	return cmp.Or(cmp.Compare(len(a), len(b)), strings.Compare(a, b)) < 0
}

func longer(a, b string) bool {
	return cmp.Or(-cmp.Compare(len(a), len(b)), strings.Compare(a, b)) < 0
}
