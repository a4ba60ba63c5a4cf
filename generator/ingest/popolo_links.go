package ingest

import (
	"cmp"
	"fmt"
	"regexp"
	"strings"

	"profilegen/generator/content"
	"profilegen/generator/diag"
)

// linksOf gives the addresses of a profile by their names, each name and each
// address once.
func (im *importer) linksOf(p *place, wikidata string, links []popoloLink, contacts []popoloContact, image string) []content.Link {
	var all []content.Link
	seen := map[string]bool{}
	add := func(name, address string) {
		address = strings.TrimSpace(address)
		if address == "" || seen[address] {
			return
		}
		_, mail := strings.CutPrefix(address, "mailto:")
		if err := content.CheckAddress(address); err != nil && !mail {
			im.tell(p.tell(diag.Warning, "bad-address", fmt.Sprintf("%q is left out of the links: %s", diag.Printable(address), err), "correct it in the file", "links", "contact_details", "image"))
			return
		}
		seen[address] = true
		name = cleanName(name)
		if content.CheckName(name) != nil {
			name = hostOf(address)
		}
		plain := name
		for n := 2; seen["name "+name]; n++ {
			name = fmt.Sprintf("%s %d", plain, n)
		}
		seen["name "+name] = true
		all = append(all, content.Link{Name: name, URL: address})
	}
	if wikidata != "" {
		seen["name wikidata"] = true
		seen["https://www.wikidata.org/wiki/"+wikidata] = true
		all = append(all, content.Link{Name: "wikidata", URL: wikidata})
	}
	for _, l := range links {
		add(l.Note, l.URL)
	}
	for _, c := range contacts {
		switch value := strings.TrimSpace(string(c.Value)); {
		case strings.HasPrefix(value, "http://") || strings.HasPrefix(value, "https://"):
			add(cmp.Or(c.Label, c.Type), value)
		case c.Type == "email" && isMail(value):
			add(cmp.Or(c.Label, c.Type), "mailto:"+value)
		}
	}
	add("picture", image)
	return all
}

// isMail tells of a plain e-mail address.
func isMail(text string) bool {
	return regexp.MustCompile(`^[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+$`).MatchString(text)
}
