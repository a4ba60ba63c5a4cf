package publish

import (
	"errors"
	"maps"
	"slices"
	"sort"
	"sync"
	"sync/atomic"
)

// eachFile calls do for the number of each file, on all workers.
func (r *run) eachFile(do func(i int)) { each(len(r.files), r.Jobs, do) }

// each calls do for 0 to count-1 on several workers. They keep apart from one
// another, as far as may be: two that make files in one folder wait for each
// other.
func each(count, jobs int, do func(i int)) {
	const batch = 8 // neighbours share their folders
	jobs = min(jobs, count)
	if jobs == 0 {
		return
	}
	batches := (count + batch - 1) / batch
	apart := (batches + jobs - 1) / jobs
	var next atomic.Int64
	var group sync.WaitGroup
	for range jobs {
		group.Go(func() {
			for {
				n := int(next.Add(1)) - 1
				if n >= apart*jobs {
					return
				}
				from := (n%jobs*apart + n/jobs) * batch
				for i := from; i < min(from+batch, count); i++ {
					do(i)
				}
			}
		})
	}
	group.Wait()
}

// largeFirst gives the number of the nth file where the large ones come first:
// one that is begun last leaves all workers but one without work.
func largeFirst(large []int, n int) int {
	if n < len(large) {
		return large[n]
	}
	n -= len(large)
	return n + sort.Search(len(large), func(before int) bool { return large[before]-before > n })
}

// failures are the files that could not be made, by their numbers.
type failures struct {
	mu   sync.Mutex
	list map[int]error
}

func (f *failures) add(i int, err error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.list == nil {
		f.list = map[int]error{}
	}
	f.list[i] = err
}

// told gives what is wrong with the disk, else with the files, in their order.
func (f *failures) told() error {
	var pages PageErrors
	for _, i := range slices.Sorted(maps.Keys(f.list)) {
		var page *PageError
		if !errors.As(f.list[i], &page) {
			return f.list[i]
		}
		pages = append(pages, page)
	}
	if len(pages) > 0 {
		return pages
	}
	return nil
}
