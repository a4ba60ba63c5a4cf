package extract

import (
	"reflect"
	"sync"
	"testing"
)

// TestConcurrent reads many texts at once, and one after the other in rooms that
// were full of another: the same text yields the same.
func TestConcurrent(t *testing.T) {
	x := newTestExtractor(t)
	list := []Article{{ID: "report", Text: report}}
	for _, h := range hostile {
		list = append(list, Article{ID: h.name, Text: h.text(2000)})
	}
	var want []Result
	for _, a := range list {
		want = append(want, x.Extract(a))
	}
	var wg sync.WaitGroup
	for g := range 4 {
		wg.Go(func() {
			for i := range list {
				k := (i*3 + g*5) % len(list)
				if got := x.Extract(list[k]); !reflect.DeepEqual(got, want[k]) {
					t.Errorf("%q yields something else", list[k].ID)
				}
			}
		})
	}
	wg.Wait()
}
