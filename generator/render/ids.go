package render

import "maps"

// ids finds things by their ids. An id of twelve hexadecimal digits, as claims
// and facts have, is a hash already: it is its own place in a table. Others are
// in a map.
type ids[V any] struct {
	list   []*V
	hashes []uint64 // the ids of the list as numbers; 0 for those in the map
	slots  []int32  // places in the list and one; a power of two of them, some of them empty
	other  map[string]int
}

// newIDs begins a table for so many things, or fewer.
func newIDs[V any](size int) *ids[V] {
	slots := 16
	for slots*3 < size*4 {
		slots *= 2
	}
	return &ids[V]{list: make([]*V, 0, size), hashes: make([]uint64, 0, size), slots: make([]int32, slots), other: map[string]int{}}
}

// put adds a thing; of two with one id, the later is found.
func (t *ids[V]) put(id string, v *V) {
	n, ok := hexNumber(id)
	t.list, t.hashes = append(t.list, v), append(t.hashes, n)
	if !ok {
		t.other[id] = len(t.list)
		return
	}
	*t.slot(n) = int32(len(t.list))
}

// slot gives the slot of an id, or the empty one where it would be.
func (t *ids[V]) slot(id uint64) *int32 {
	mask := uint64(len(t.slots) - 1)
	for i := id & mask; ; i = (i + 1) & mask {
		if at := &t.slots[i]; *at == 0 || t.hashes[*at-1] == id {
			return at
		}
	}
}

// number gives the place of an id in the list; -1 where it is not there.
func (t *ids[V]) number(id string) int {
	if n, ok := hexNumber(id); ok {
		return int(*t.slot(n)) - 1
	}
	return t.other[id] - 1
}

// hexNumber reads twelve digits.
func hexNumber(id string) (n uint64, ok bool) {
	if len(id) != 12 {
		return 0, false
	}
	all := uint8(hexMark)
	for i := range len(id) { // no branches: nothing foresees the digits of a hash
		digit := hexDigits[id[i]]
		all &= digit
		n = n<<4 | uint64(digit&15)
	}
	if all == 0 {
		return 0, false
	}
	return n, true
}

// hexMark is set in hexDigits for digits.
const hexMark = 16

// hexDigits has the values of digits.
var hexDigits = [256]uint8{'0': hexMark, '1': hexMark | 1, '2': hexMark | 2, '3': hexMark | 3, '4': hexMark | 4, '5': hexMark | 5, '6': hexMark | 6, '7': hexMark | 7,
	'8': hexMark | 8, '9': hexMark | 9, 'a': hexMark | 10, 'b': hexMark | 11, 'c': hexMark | 12, 'd': hexMark | 13, 'e': hexMark | 14, 'f': hexMark | 15}

// register is ids that are mostly those of the site before: what differs lies
// over them, so that a large site need not be indexed anew for every save.
type register[V any] struct {
	under *ids[V]
	over  map[string]*V // nil hides what lies under it
}

// at gives the thing of an id; nil where there is none.
func (r *register[V]) at(id string) *V {
	if len(r.over) > 0 {
		if v, ok := r.over[id]; ok {
			return v
		}
	}
	if n := r.under.number(id); n >= 0 {
		return r.under.list[n]
	}
	return nil
}

// number gives the place of a thing in the list; -1 where it is not in it.
func (r *register[V]) number(id string, v *V) int {
	if n := r.under.number(id); n >= 0 && r.under.list[n] == v {
		return n
	}
	return -1
}

// numberNear is number for a thing that may be at next, without a look into the
// table if it is. It leaves the place behind the thing in next: most are asked for
// in their order.
func (r *register[V]) numberNear(next *int, id string, v *V) int {
	n := *next
	if list := r.under.list; n >= len(list) || list[n] != v {
		n = r.number(id, v)
	}
	if n >= 0 {
		*next = n + 1
	}
	return n
}

// heavy tells that so much lies over the ids that they had better be indexed anew.
func (r *register[V]) heavy() bool { return len(r.over) > 1000+len(r.under.list)/8 }

// again gives the same ids to be laid over with changes.
func (r *register[V]) again() register[V] {
	over := maps.Clone(r.over)
	if over == nil {
		over = map[string]*V{}
	}
	return register[V]{under: r.under, over: over}
}
