package cache

import "io/fs"

// Stamp is what tells a file from one that was written since: its size, its
// times and its number on the disk. The system sets Changed by itself, so that
// a file whose old size and old time were put back is not taken for the old.
type Stamp struct {
	Size int64
	// Modified and Changed are in nanoseconds since 1970; Changed and Number
	// are 0 where the system does not tell.
	Modified, Changed int64
	Number            uint64
}

// StampOf takes the stamp of a file.
func StampOf(info fs.FileInfo) Stamp {
	s := Stamp{Size: info.Size(), Modified: info.ModTime().UnixNano()}
	s.fill(info)
	return s
}
