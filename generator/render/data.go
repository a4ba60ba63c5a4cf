package render

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"strings"

	"profilegen/generator/content"
	"profilegen/generator/review"
)

// eachClaim hands out every published claim as a line of JSON, by article. The
// line is good until the next one.
func (s *Site) eachClaim(line func([]byte)) {
	var o object
	for _, a := range s.pub.Articles {
		for _, c := range a.Claims {
			o.b = o.b[:0]
			o.open()
			claimFields(&o, c.Claim)
			o.end()
			o.b = append(o.b, '\n')
			line(o.b)
		}
	}
}

// eachFact hands out every published fact as a line of JSON, by profile.
func (s *Site) eachFact(line func([]byte)) {
	var o object
	for _, p := range s.pub.Profiles {
		for _, f := range p.Facts {
			o.b = o.b[:0]
			o.open()
			factFields(&o, f)
			o.end()
			o.b = append(o.b, '\n')
			line(o.b)
		}
	}
}

// profileJSON adds a profile as data to b: what its editor wrote, every fact, and
// the claims about people without a profile that name it.
func (s *Site) profileJSON(b []byte, p *review.Profile) []byte {
	o := object{b: b}
	o.open()
	o.must("id", string(p.Ref))
	o.must("name", p.Name)
	if base := s.pub.Settings.BaseURL; base != "" {
		o.text("url", base+refAddress(p.Ref))
	}
	if p.Person != nil {
		o.list("aliases", p.Person.Aliases)
		o.text("party", p.Person.Party)
		o.date("born", p.Person.Born)
		o.date("died", p.Person.Died)
		o.text("birthplace", p.Person.Birthplace)
		o.text("summary", p.Person.Summary)
		each(&o, "links", p.Person.Links, linkFields)
		each(&o, "corrections", p.Person.Corrections, correctionFields)
	}
	if p.Party != nil {
		o.text("abbreviation", p.Party.Abbreviation)
		o.list("aliases", p.Party.Aliases)
		o.date("founded", p.Party.Founded)
		o.date("dissolved", p.Party.Dissolved)
		o.text("color", p.Party.Color)
		o.list("ideology", p.Party.Ideology)
		o.text("summary", p.Party.Summary)
		each(&o, "links", p.Party.Links, linkFields)
		each(&o, "corrections", p.Party.Corrections, correctionFields)
	}
	o.date("updated", p.Updated)
	each(&o, "facts", p.Facts, factFields)
	each(&o, "told_of_others", s.later.told()[p.Ref], factFields)
	each(&o, "mentions", p.Mentions, func(o *object, c *review.Claim) { claimFields(o, c.Claim) })
	o.end()
	return append(o.b, '\n')
}

func linkFields(o *object, l content.Link) {
	o.must("name", l.Name)
	o.must("url", l.URL)
}

func correctionFields(o *object, c content.Correction) {
	o.date("date", c.Date)
	o.must("text", c.Text)
}

// peopleCSV gives the people as a table. A cell that a spreadsheet would take
// for a formula begins with an apostrophe.
func (s *Site) peopleCSV() ([]byte, error) {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	rows := [][]string{{"id", "name", "aliases", "party", "born", "died", "birthplace", "summary", "wikidata", "updated"}}
	for _, p := range s.pub.Profiles {
		if !p.Ref.IsPerson() {
			continue
		}
		row := []string{p.Ref.ID(), p.Name, "", "", "", "", "", "", "", p.Updated.String()}
		if e := p.Person; e != nil {
			copy(row[2:], []string{strings.Join(e.Aliases, "; "), e.Party, e.Born.String(), e.Died.String(), e.Birthplace, e.Summary})
			for _, l := range e.Links {
				if l.Name == "wikidata" {
					row[8] = l.URL
				}
			}
		}
		rows = append(rows, row)
	}
	for _, row := range rows {
		for i, cell := range row {
			if cell != "" && strings.ContainsRune("=+-@\t\r\n", rune(cell[0])) {
				row[i] = "'" + cell
			}
		}
	}
	if err := w.WriteAll(rows); err != nil {
		return nil, fmt.Errorf("people.csv: %w", err)
	}
	return b.Bytes(), nil
}
