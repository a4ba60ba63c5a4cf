package ingest

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"profilegen/generator/content"
	"profilegen/generator/diag"
)

// write makes the files of all that the site does not have.
func (im *importer) write() Imported {
	var done Imported
	for _, p := range im.people {
		file := "content/people/" + p.id + ".md"
		if p.kept {
			done.Kept = append(done.Kept, file)
			continue
		}
		raw := im.personFile(p)
		_, problems := content.ParsePerson(file, raw)
		im.unreadable(&p.profiled, problems)
		done.Files = append(done.Files, File{file, raw})
		done.People++
	}
	for _, o := range im.parties {
		file := "content/parties/" + o.id + ".md"
		if o.kept {
			done.Kept = append(done.Kept, file)
			continue
		}
		raw := im.partyFile(o)
		_, problems := content.ParseParty(file, raw)
		im.unreadable(&o.profiled, problems)
		done.Files = append(done.Files, File{file, raw})
		done.Parties++
	}
	slices.SortFunc(done.Files, func(a, b File) int { return strings.Compare(a.Path, b.Path) })
	slices.Sort(done.Kept)
	return done
}

// unreadable tells of a profile that content would not read.
func (im *importer) unreadable(p *profiled, problems []diag.Problem) {
	for _, problem := range problems {
		if problem.Severity == diag.Error {
			im.tell(p.tell(diag.Error, problem.Code, "no profile can be made of "+p.name+": "+problem.Text, "correct it in the file"))
		}
	}
}

func (im *importer) personFile(p *person) []byte {
	var f front
	f.line("---")
	f.line("name: " + content.YAMLText(p.name))
	f.list("aliases", p.aliases)
	f.list("not", p.not)
	died := im.date(p.place, "death_date", p.told.DeathDate)
	if party := p.party(); party != "" && died == "" {
		f.line("party: " + party)
	}
	f.date("born", p.date)
	f.date("died", died)
	f.key("summary", cleanName(p.told.Summary))
	f.links(im.linksOf(p.place, p.wikidata, p.told.Links, p.told.Contacts, p.told.Image))
	heading := "memberships:"
	for _, l := range p.lines {
		if l.party != nil {
			f.under(&heading, l, "party", l.party.id)
		}
	}
	heading = "positions:"
	for _, l := range p.lines {
		if l.party == nil {
			f.under(&heading, l, "role", l.role, "place", l.place, "org", l.org)
		}
	}
	f.events(p.events)
	f.line("# " + originOf(p.place, p.own, p.told.Identifiers))
	f.line("---")
	f.body(p.told.Biography)
	return f.b.Bytes()
}

// party gives the party that a person belongs to now: the only one of those
// that began and have no end.
func (p *person) party() string {
	party := ""
	for _, l := range p.lines {
		if l.party == nil || l.start == "" || l.end != "" || l.party.id == party {
			continue
		}
		if party != "" {
			return ""
		}
		party = l.party.id
	}
	return party
}

func (im *importer) partyFile(o *organization) []byte {
	var f front
	f.line("---")
	f.line("name: " + content.YAMLText(o.name))
	short := o.abbreviation()
	f.key("abbreviation", short)
	f.list("aliases", slices.DeleteFunc(slices.Clone(o.aliases), func(a string) bool { return a == short }))
	f.date("founded", o.date)
	f.date("dissolved", im.date(o.place, "dissolution_date", o.told.DissolutionDate))
	if color := colorOf(o.told.Color, o.told.SRGB); color != "" {
		f.line(`color: "` + color + `"`)
	}
	f.key("summary", cleanName(o.told.Abstract))
	heading := "leaders:"
	for _, l := range o.leaders {
		f.under(&heading, l, "person", l.role)
	}
	f.links(im.linksOf(o.place, o.wikidata, o.told.Links, o.told.Contacts, o.told.Image))
	f.events(o.events)
	f.line("# " + originOf(o.place, o.own, o.told.Identifiers))
	f.line("---")
	f.body(o.told.Description)
	return f.b.Bytes()
}

// abbreviation gives the other name that is noted as a short one.
func (o *organization) abbreviation() string {
	for _, n := range o.told.OtherNames {
		switch strings.ToLower(strings.TrimSpace(n.Note)) {
		case "abbreviation", "acronym", "initials", "initialism", "short name", "short", "abbr":
			if name := cleanName(n.Name); content.CheckName(name) == nil && name != o.name {
				return name
			}
		}
	}
	return ""
}

func colorOf(candidates ...string) string {
	for _, c := range candidates {
		c = strings.ToLower(strings.TrimPrefix(strings.TrimSpace(c), "#"))
		if (len(c) == 6 || len(c) == 3) && strings.Trim(c, "0123456789abcdef") == "" {
			return "#" + c
		}
	}
	return ""
}

// originOf tells where a profile came from, and what outside calls it, for a
// comment on one line.
func originOf(p *place, own ident, identifiers []popoloIdentifier) string {
	text := "imported from " + path.Base(strings.ReplaceAll(p.in.Name, "\\", "/"))
	if own != "" {
		text += ", where it is " + string(own)
	}
	for i, one := range identifiers {
		mark := ", "
		if i == 0 {
			mark = "; identifiers: "
		}
		text += mark + one.Scheme + " " + string(one.Identifier)
	}
	return cleanName(text)
}

// key writes a key that is told.
func (f *front) key(key, value string) {
	if value != "" {
		f.line(key + ": " + content.YAMLText(value))
	}
}

// date writes a date that is told.
func (f *front) date(key, date string) {
	if date != "" {
		f.line(key + ": " + date)
	}
}

func (f *front) list(key string, values []string) {
	if len(values) == 0 {
		return
	}
	f.line(key + ":")
	for _, v := range values {
		f.line("  - " + content.YAMLText(v))
	}
}

func (f *front) links(links []content.Link) {
	if len(links) == 0 {
		return
	}
	f.line("links:")
	for _, l := range links {
		f.line("  " + content.YAMLText(l.Name) + ": " + content.YAMLText(l.URL))
	}
}

// under writes a line of a list, and its heading before the first.
func (f *front) under(heading *string, l line, pairs ...string) {
	if *heading != "" {
		f.line(*heading)
		*heading = ""
	}
	var parts []string
	for i := 0; i < len(pairs); i += 2 {
		if pairs[i+1] != "" {
			value := pairs[i+1]
			if pairs[i] != "date" {
				value = flowText(value)
			}
			parts = append(parts, pairs[i]+": "+value)
		}
	}
	if l.start != "" {
		parts = append(parts, "start: "+l.start)
	}
	if l.end != "" {
		parts = append(parts, "end: "+l.end)
	}
	if len(l.sources) > 0 {
		sources := make([]string, len(l.sources))
		for i, s := range l.sources {
			sources[i] = flowText(s)
		}
		parts = append(parts, "sources: ["+strings.Join(sources, ", ")+"]")
	}
	f.line("  - {" + strings.Join(parts, ", ") + "}")
}

func (f *front) events(events []event) {
	slices.SortStableFunc(events, func(a, b event) int { return cmp.Or(strings.Compare(a.date, b.date), strings.Compare(a.text, b.text)) })
	heading := "events:"
	for _, e := range events {
		f.under(&heading, line{sources: e.sources}, "date", e.date, "text", e.text)
	}
}

// flowText gives a text as a value inside braces or brackets.
func flowText(text string) string {
	if strings.ContainsAny(text, ",[]{}") {
		return content.YAMLQuoted(text)
	}
	return content.YAMLText(text)
}

// body writes a text below the front matter.
func (f *front) body(text string) {
	if strings.TrimSpace(text) == "" {
		return
	}
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\x00", "").Replace(text)
	f.b.WriteString(strings.TrimRight(markdownOf(text), "\n") + "\n")
}
