package ingest

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
)

// BenchmarkImportPopolo imports two thousand people with three terms each.
func BenchmarkImportPopolo(b *testing.B) {
	var people, parties, memberships []string
	for i := range 9 {
		parties = append(parties, fmt.Sprintf(`{"id":"p%d","name":"Party %c","classification":"party"}`, i, 'A'+i))
	}
	for i := range 2000 {
		people = append(people, fmt.Sprintf(`{"id":"n%d","name":"Ann%d Bel%d","birth_date":"19%02d","biography":"Of Marl. %s"}`, i, i%97, i/97, i%100, strings.Repeat("A long life. ", 50)))
		for year := 1990; year < 2005; year += 5 {
			memberships = append(memberships, fmt.Sprintf(`{"person_id":"n%d","organization":{"id":"h","name":"House"},"on_behalf_of_id":"p%d","start_date":"%d","end_date":"%d"}`, i, i%9, year, year+3))
		}
	}
	raw := []byte(fmt.Sprintf(`{"persons":[%s],"organizations":[%s],"memberships":[%s]}`, strings.Join(people, ","), strings.Join(parties, ","), strings.Join(memberships, ",")))
	b.SetBytes(int64(len(raw)))
	for b.Loop() {
		done, problems := ImportPopolo(fstest.MapFS{}, []Source{{"a.json", raw}})
		if done.People != 2000 || done.Parties != 9 || len(problems) > 0 {
			b.Fatal(done.People, done.Parties, problems)
		}
	}
}
