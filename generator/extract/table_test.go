package extract

import (
	"fmt"
	"testing"
)

// TestLexiconGrows holds that words are found as they are written, also once there
// are more of them than room was made for.
func TestLexiconGrows(t *testing.T) {
	l := newLexicon(1)
	words := []string{"quay", "harbourmaster", "MP", "étage", "co-op"}
	for i := range 200 {
		words = append(words, fmt.Sprintf("w%d", i), fmt.Sprintf("harbour-word-%d", i))
	}
	for i, word := range words {
		if e, isNew := l.found(word, &entry{number: int16(i)}); !isNew || e.number != int16(i) {
			t.Errorf("%q stands for %d, new: %v", word, e.number, isNew)
		}
	}
	for i, word := range words {
		if e := l.find(word); e == nil || e.number != int16(i) {
			t.Errorf("%q is not found", word)
		}
	}
	for _, word := range []string{"Quay", "mp", "Étage", "harbourmasters"} {
		if l.find(word) != nil {
			t.Errorf("%q is found", word)
		}
	}
}
