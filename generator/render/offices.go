package render

import (
	"bytes"
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"

	"github.com/mozillazg/go-unidecode"

	"profilegen/generator/claim"
	"profilegen/generator/edtf"
	"profilegen/generator/profile"
	"profilegen/generator/review"
)

func itoa(n int) string { return strconv.Itoa(n) }

// office is a post with everybody who held it, by the sources.
type office struct {
	id    string
	title string
	terms []*profile.Fact // oldest first

	found []*profile.Fact // the same in the order of the profiles
	slug  string          // of the title in English, so that addresses are those of any language
}

// findOffices groups the posts of all profiles by the words of role, place and
// organisation: "Karachi mayor" and "Mayor, Karachi" are one office. Its address
// does not depend on the site's language.
func (s *Site) findOffices(before *Site) {
	if s.takeOffices(before) {
		return
	}
	byWords := map[string]*office{}
	titles, plain := map[*office]map[string]int{}, map[*office]map[string]int{}
	s.namePosts()
	for _, p := range s.pub.Profiles {
		for _, post := range s.postsOf[p] {
			o := byWords[post.key]
			if o == nil {
				o = &office{}
				byWords[post.key] = o
				titles[o], plain[o] = map[string]int{}, map[string]int{}
			}
			o.found = append(o.found, post.fact)
			titles[o][post.title]++
			plain[o][post.plain]++
		}
	}
	s.officeByID = map[string]*office{}
	old, taken := s.byWords, map[string]bool{}
	s.byWords = byWords
	for _, key := range slices.Sorted(maps.Keys(byWords)) {
		o := byWords[key]
		if !o.takeFrom(old[key]) {
			o.title = commonest(titles[o])
			o.slug = slug(commonest(plain[o]))
			o.terms = slices.Clone(o.found)
			slices.SortStableFunc(o.terms, compareTerms)
		}
		o.id = o.slug
		if o.id == "" || taken[o.id] {
			o.id = strings.ReplaceAll(key, " ", "-")
		}
		if taken[o.id] {
			continue
		}
		taken[o.id] = true
		s.offices = append(s.offices, o)
		s.officeByID[o.id] = o
	}
	keys := make(map[*office]string, len(s.offices))
	for _, o := range s.offices {
		keys[o] = sortKey(o.title)
	}
	slices.SortFunc(s.offices, func(a, b *office) int {
		return cmp.Or(strings.Compare(keys[a], keys[b]), strings.Compare(a.id, b.id))
	})
}

// compareTerms orders the terms of an office, oldest first.
func compareTerms(a, b *profile.Fact) int {
	if c := edtf.Compare(cmpDate(a), cmpDate(b)); c != 0 {
		return c
	}
	return strings.Compare(a.ID, b.ID)
}

// namedPost is a fact that tells a post, with its name, the same in English, and
// the words by which it is found.
type namedPost struct {
	fact              *profile.Fact
	title, plain, key string
}

// takePosts takes over the named posts of the site before, if the profiles that
// they name have the same names.
func (s *Site) takePosts(before *Site) {
	if sameNames(s.pub.Profiles, before.pub.Profiles) {
		s.postsOf, s.byWords = before.postsOf, before.byWords
	}
}

// namePosts names the posts of each person, where that was not done before.
func (s *Site) namePosts() {
	before := s.postsOf
	posts := make([][]namedPost, len(s.pub.Profiles))
	const atOnce = 64 // profiles
	var group sync.WaitGroup
	for from := 0; from < len(posts); from += atOnce {
		part := s.pub.Profiles[from:min(from+atOnce, len(posts))]
		group.Go(func() {
			m := s.maker("offices/index.html")
			defer m.reuse()
			keys := map[string]string{}
			for i, p := range part {
				if _, known := before[p]; !known && p.Ref.IsPerson() {
					posts[from+i] = m.namedPosts(p, keys)
				}
			}
		})
	}
	group.Wait()
	s.postsOf = make(map[*review.Profile][]namedPost, len(posts))
	for i, p := range s.pub.Profiles {
		switch was, known := before[p]; {
		case known:
			s.postsOf[p] = was
		case p.Ref.IsPerson():
			s.postsOf[p] = posts[i]
		}
	}
}

// namedPosts names the posts of a person; keys has those of the names that came up.
func (m *maker) namedPosts(p *review.Profile, keys map[string]string) []namedPost {
	var posts []namedPost
	same, english := m.w.postsLike(m.s.english), &voice{wording: m.s.english}
	for _, f := range p.Facts {
		if f.Type != claim.Position || f.Role == "" {
			continue
		}
		t := m.of(f)
		t.former = false
		title := m.w.post(t).upper().String()
		plain := title
		if !same {
			plain = english.post(t).String()
		}
		key, known := keys[plain]
		if !known {
			key = officeKey(plain)
			keys[plain] = key
		}
		if key != "" {
			posts = append(posts, namedPost{f, title, plain, key})
		}
		m.w.parts.reset() // the titles are texts of their own
		english.parts.reset()
	}
	return posts
}

// postsLike tells whether two languages put posts together in the same way.
func (w *wording) postsLike(other *wording) bool {
	for _, key := range [...]string{"post.place", "post.place-alone", "post.of", "post.org"} {
		if !slices.Equal(w.messages[key], other.messages[key]) {
			return false
		}
	}
	return slices.Equal(w.ofRoles, other.ofRoles)
}

// shared tells whether more than one person held it.
func (o *office) shared() bool {
	return slices.ContainsFunc(o.terms, func(f *profile.Fact) bool { return f.Subject != o.terms[0].Subject })
}

// commonest gives the title that most sources use, the first by the alphabet
// among equals.
func commonest(titles map[string]int) string {
	best := ""
	for _, title := range slices.Sorted(maps.Keys(titles)) {
		if best == "" || titles[title] > titles[best] {
			best = title
		}
	}
	return best
}

// officeKey gives the words of a title without small ones, in order.
func officeKey(title string) string {
	words := slices.DeleteFunc(strings.Split(slug(title), "-"), func(word string) bool {
		switch word {
		case "", "of", "the", "for", "in", "and", "a", "an", "s":
			return true
		}
		return false
	})
	slices.Sort(words)
	return strings.Join(slices.Compact(words), " ")
}

// slug gives a text in ASCII, lower case, with hyphens, at most 80 bytes.
func slug(text string) string {
	ascii := sortKey(text)
	out := make([]byte, 0, len(ascii))
	gap := false
	for i := range len(ascii) {
		c := ascii[i]
		if (c < 'a' || c > 'z') && (c < '0' || c > '9') {
			gap = len(out) > 0
			continue
		}
		if gap {
			out = append(out, '-')
		}
		out, gap = append(out, c), false
	}
	if len(out) > 80 {
		out = bytes.TrimRight(out[:80], "-")
	}
	return string(out)
}

// sortKey gives the form by which names are sorted and put under letters:
// without diacritics and case.
func sortKey(name string) string {
	if !isPlain(name) {
		name = unidecode.Unidecode(name)
	}
	return strings.ToLower(name)
}

// isPlain tells of a text that unidecode leaves as it is.
func isPlain(text string) bool {
	for i := range len(text) {
		if text[i] >= unicode.MaxASCII {
			return false
		}
	}
	return true
}

// term shows who held the office that the page is about: the post itself goes
// without saying, unless it is past without a date.
func (m *maker) term(f *profile.Fact) FactView {
	v := m.factOf(f, brief)
	var told Sentence
	if m.of(f).former {
		told = m.w.sentence(Part{Text: m.w.say("box.formerly")})
	}
	v.Told = m.toldOf(f, told)
	return v
}
