package publish

import (
	"slices"
	"sync"
	"testing"
)

func TestEachIsDoneOnce(t *testing.T) {
	for _, count := range []int{0, 1, 7, 8, 9, 64, 100, 1001} {
		for _, jobs := range []int{1, 2, 3, 8, 200} {
			var mu sync.Mutex
			times := make([]int, count)
			each(count, jobs, func(i int) {
				mu.Lock()
				defer mu.Unlock()
				times[i]++
			})
			for i, n := range times {
				if n != 1 {
					t.Fatalf("%d of %d with %d jobs is done %d times", i, count, jobs, n)
				}
			}
		}
	}
}

func TestLargeFilesComeFirst(t *testing.T) {
	for _, large := range [][]int{nil, {0}, {5}, {0, 1, 4}, {1, 3, 5}, {0, 1, 2, 3, 4, 5}} {
		want := slices.Clone(large)
		for i := range 6 {
			if !slices.Contains(large, i) {
				want = append(want, i)
			}
		}
		for n, i := range want {
			if got := largeFirst(large, n); got != i {
				t.Errorf("large are %v: the file %d is number %d, want %d", large, n, got, i)
			}
		}
	}
}
