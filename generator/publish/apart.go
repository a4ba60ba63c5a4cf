package publish

import (
	"math/rand/v2"
	"path/filepath"
	"strconv"

	"profilegen/generator/cache"
)

// makeTree makes the empty top folder of a whole tree. Where the file system
// takes the hint, the tree gets a part of the disk of its own: in the one where
// an old site was removed a moment ago, each new file costs a search past all
// that were removed (ext4 without a journal does not use their places again at
// once), which makes up to two fifths of a build.
func (s *stage) makeTree(name string) error {
	if s.kept && s.makeApart(name) == nil {
		return nil
	}
	return s.root.MkdirAll(name, 0o755)
}

// makeApart makes the folder in a short-lived one whose folders are to lie far
// from one another, and moves it to its place. Which of the parts that are
// equally free is taken follows from its first name, so that names of chance
// spread the trees. Of several the one is kept whose number is the lowest in its
// part: the others had to pass over more. Nothing else comes of chance and numbers.
func (s *stage) makeApart(name string) error {
	apart := s.base + apartSuffix
	if err := s.root.MkdirAll(apart, 0o755); err != nil {
		return err
	}
	defer s.root.RemoveAll(apart)
	if err := s.spread(apart); err != nil {
		return err
	}
	best, least := "", uint64(partSize)
	for range apartTries {
		first := filepath.Join(apart, strconv.FormatUint(rand.Uint64(), 36))
		if err := s.root.Mkdir(first, 0o755); err != nil {
			return err
		}
		info, err := s.root.Lstat(first)
		if err != nil {
			return err
		}
		if at := cache.StampOf(info).Number % partSize; at < least {
			best, least = first, at
		}
	}
	return s.root.Rename(best, name)
}

// partSize is how many files and folders a part of a disk numbers, as mke2fs
// makes it by itself; where it is another, any part is as good as the next.
// apartTries is how many parts are looked at.
const (
	partSize   = 8192
	apartTries = 6
)

// apartSuffix is what the short-lived folder's name has more than the staging folder's.
const apartSuffix = ".apart"

func (s *stage) spread(dir string) error {
	folder, err := s.root.Open(dir)
	if err != nil {
		return err
	}
	defer folder.Close()
	return spreadFolders(folder)
}
