package publish

import (
	"math/rand/v2"
	"path/filepath"
	"strconv"
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
// equally free is taken follows from its first name, so that a name of chance
// spreads the trees; nothing else comes of it.
func (s *stage) makeApart(name string) error {
	apart := s.base + apartSuffix
	if err := s.root.MkdirAll(apart, 0o755); err != nil {
		return err
	}
	defer s.root.Remove(apart)
	if err := s.spread(apart); err != nil {
		return err
	}
	first := filepath.Join(apart, strconv.FormatUint(rand.Uint64(), 36))
	if err := s.root.Mkdir(first, 0o755); err != nil {
		return err
	}
	err := s.root.Rename(first, name)
	if err != nil {
		s.root.Remove(first)
	}
	return err
}

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
