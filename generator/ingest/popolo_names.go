package ingest

import (
	"cmp"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"unicode"

	"profilegen/generator/content"
)

// profiled is a person or a party that has, or is to have, a file.
type profiled struct {
	*place
	own      ident
	name     string
	aliases  []string
	wikidata string // Q42, or empty
	date     string // of birth or founding, or empty
	alone    string // the id that it would have if it were alone
	id       string // its file's name
	kept     bool   // the site has it already
	not      []string
}

// there is a profile that the site has.
type there struct {
	id, name, wikidata, date string
	taken                    bool
}

// profilesThere lists the people and parties that a site has.
func profilesThere(fsys fs.FS) (people, parties []*there) {
	files, _ := content.List(fsys) // what is wrong with them is told by check
	for _, file := range files.People {
		one := &there{id: idOf(file)}
		people = append(people, one)
		if raw, err := fs.ReadFile(fsys, file); err == nil {
			if p, _ := content.ParsePerson(file, raw); p != nil {
				one.name, one.date, one.wikidata = p.Name, p.Born.String(), wikidataOf(p.Links)
			}
		}
	}
	for _, file := range files.Parties {
		one := &there{id: idOf(file)}
		parties = append(parties, one)
		if raw, err := fs.ReadFile(fsys, file); err == nil {
			if p, _ := content.ParseParty(file, raw); p != nil {
				one.name, one.date, one.wikidata = p.Name, p.Founded.String(), wikidataOf(p.Links)
			}
		}
	}
	return people, parties
}

func wikidataOf(links []content.Link) string {
	for _, l := range links {
		if _, q, ok := strings.Cut(l.URL, "wikidata.org/wiki/"); ok {
			return q
		}
	}
	return ""
}

// assign gives each profile the name of its file: that of the one in the site
// that it is, its own id where that can be one, or one made of its name. Those
// that share a name are told apart. The order of the list decides nothing.
func assign(list []*profiled, site []*there) {
	slices.SortStableFunc(list, compareProfiled)
	byQ, byName := map[string][]*there{}, map[string][]*there{}
	for _, t := range site {
		byQ[t.wikidata] = append(byQ[t.wikidata], t)
		byName[content.FoldName(t.name)] = append(byName[content.FoldName(t.name)], t)
	}
	match := func(candidates func(*profiled) []*there, same func(*profiled, *there) bool) {
		for _, p := range list {
			for _, t := range candidates(p) {
				if !p.kept && !t.taken && same(p, t) {
					p.id, p.kept, t.taken = t.id, true, true
				}
			}
		}
	}
	ofName := func(p *profiled) []*there { return byName[content.FoldName(p.name)] }
	match(func(p *profiled) []*there { return byQ[p.wikidata] }, func(p *profiled, _ *there) bool { return p.wikidata != "" })
	match(ofName, func(p *profiled, t *there) bool { return p.alone == t.id && p.isLike(t) })
	match(ofName, (*profiled).isLike)
	taken := map[string]bool{}
	for _, t := range site {
		taken[strings.ToLower(t.id)] = true
	}
	for _, p := range list {
		if p.kept {
			continue
		}
		p.id = p.alone
		for n := 2; taken[p.id]; n++ {
			p.id = fmt.Sprintf("%s-%d", p.alone, n)
		}
		taken[p.id] = true
	}
	tellApart(list, site)
}

// compareProfiled orders profiles by what they are called, never by where they
// stand.
func compareProfiled(a, b *profiled) int {
	return cmp.Or(strings.Compare(a.alone, b.alone), strings.Compare(string(a.own), string(b.own)), strings.Compare(a.in.Name, b.in.Name))
}

// isLike tells that nothing speaks against a profile's being one of the site's
// of its name.
func (p *profiled) isLike(t *there) bool {
	return (p.wikidata == "" || t.wikidata == "" || p.wikidata == t.wikidata) &&
		(p.date == "" || t.date == "" || strings.HasPrefix(p.date, t.date) || strings.HasPrefix(t.date, p.date))
}

// tellApart notes for each new profile the others of its name.
func tellApart(list []*profiled, site []*there) {
	byName := map[string][]string{}
	note := func(name, id string) {
		key := content.FoldName(name)
		if !slices.Contains(byName[key], id) {
			byName[key] = append(byName[key], id)
		}
	}
	for _, p := range list {
		note(p.name, p.id)
	}
	for _, t := range site {
		if t.name != "" {
			note(t.name, t.id)
		}
	}
	for _, p := range list {
		for _, id := range byName[content.FoldName(p.name)] {
			if id != p.id {
				p.not = append(p.not, id)
			}
		}
		slices.Sort(p.not)
	}
}

// soleID gives the id that a profile would have if it were alone: its own, where
// that is made of words, or one of its name.
func soleID(popolo ident, name string) string {
	own := string(popolo)
	if at := strings.LastIndexByte(own, '/'); at >= 0 {
		own = own[at+1:]
	}
	own = strings.ReplaceAll(own, "_", "-")
	fromName := content.NewID(name)
	id := fromName
	if isPlainID(own) && len(own) <= 100 && content.CheckID(own) == nil &&
		(strings.IndexFunc(own, unicode.IsDigit) < 0 || sharesWord(own, fromName)) {
		id = own
	}
	switch {
	case id == "":
		id = "unnamed"
	case content.CheckID(id) != nil:
		id += "-1" // a name that systems keep for themselves
	}
	return id
}

// isPlainID tells of ids of small letters and digits, with hyphens between them,
// that begin with a letter.
func isPlainID(id string) bool {
	for word := range strings.SplitSeq(id, "-") {
		if word == "" || strings.Trim(word, "abcdefghijklmnopqrstuvwxyz0123456789") != "" {
			return false
		}
	}
	return id[0] >= 'a'
}

// sharesWord tells that two ids have a word in common, so that one was made of
// the name, and not of a number.
func sharesWord(a, b string) bool {
	words := strings.Split(b, "-")
	for word := range strings.SplitSeq(a, "-") {
		if len(word) > 1 && slices.Contains(words, word) {
			return true
		}
	}
	return false
}

func idOf(file string) string {
	name := file[strings.LastIndexByte(file, '/')+1:]
	return strings.TrimSuffix(name, ".md")
}

// cleanName makes a name of one line without marks that cannot be seen.
func cleanName(text string) string {
	return strings.Join(strings.Fields(strings.Map(func(c rune) rune {
		switch {
		case unicode.IsControl(c) || c == 0x2028 || c == 0x2029 || c == 0xfffd:
			return ' '
		case c == 0xad || c == 0x200b || c == 0x200e || c == 0x200f || c == 0x61c || c >= 0x202a && c <= 0x202e ||
			c >= 0x2060 && c <= 0x206f || c == 0xfeff:
			return -1
		}
		return c
	}, text)), " ")
}

// aliasesOf gives the other names that articles may use, each once.
func aliasesOf(name string, others []string) []string {
	seen := map[string]bool{content.FoldName(name): true}
	var aliases []string
	for _, other := range others {
		other = cleanName(other)
		key := content.FoldName(other)
		if seen[key] || content.CheckName(other) != nil || strings.HasPrefix(other, "/") || content.IsMixed(other) {
			continue
		}
		seen[key] = true
		aliases = append(aliases, other)
	}
	return aliases
}
