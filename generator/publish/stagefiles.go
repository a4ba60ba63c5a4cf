package publish

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
)

// above gives the folder above a file's own, and the way from there.
func above(name string) (top, within string) {
	if top = path.Dir(path.Dir(name)); top == "." {
		return top, name
	}
	return top, name[len(top)+1:]
}

// createNew is how a file is opened that must not be there.
const createNew = os.O_WRONLY | os.O_CREATE | os.O_EXCL

// create makes a file of the new tree, in the place of one of an older tree.
func (s *stage) create(name string, mode fs.FileMode) (file *os.File, err error) {
	top, within := above(name)
	err = s.in(top, func(h *hand) error {
		file, err = h.create(within, mode)
		return err
	})
	if errors.Is(err, fs.ErrExist) {
		if err = s.root.RemoveAll(s.staged(name)); err == nil {
			file, err = s.root.OpenFile(s.staged(name), createNew, mode)
		}
	}
	return file, err
}

// staged and standing give a file's name under root, in the staging folder and
// in the output folder.
func (s *stage) staged(path string) string { return filepath.Join(s.base, filepath.FromSlash(path)) }

func (s *stage) standing(path string) string { return filepath.Join(s.into, filepath.FromSlash(path)) }

// write puts a file into the staging folder; fill writes its bytes.
func (s *stage) write(name string, fill func(io.Writer) error) error {
	if err := s.mkdir(path.Dir(name)); err != nil {
		return fmt.Errorf("writing %s: %w", name, err)
	}
	file, err := s.create(name, 0o644)
	if err != nil {
		return fmt.Errorf("writing %s: %w", name, err)
	}
	err = fill(file)
	if closed := file.Close(); err == nil {
		err = closed
	}
	if err != nil {
		return fmt.Errorf("writing %s: %w", name, err)
	}
	return nil
}

// bytesOf fills a file with what is in memory.
func bytesOf(raw []byte) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := w.Write(raw)
		return err
	}
}

// keep puts a file that stands in the output folder into the new tree as it
// is: by a hard link, or by a copy where the system refuses one.
func (s *stage) keep(name string, mode fs.FileMode) error {
	if err := s.mkdir(path.Dir(name)); err != nil {
		return fmt.Errorf("keeping %s: %w", name, err)
	}
	if top, within := above(name); s.link(top, within) == nil || s.root.Link(s.standing(name), s.staged(name)) == nil {
		return nil
	}
	if err := s.copy(name, mode); err != nil {
		return fmt.Errorf("keeping %s: %w", name, err)
	}
	return nil
}

func (s *stage) copy(name string, mode fs.FileMode) error {
	switch {
	case mode&fs.ModeSymlink != 0:
		to, err := s.root.Readlink(s.standing(name))
		if err != nil {
			return err
		}
		return s.root.Symlink(to, s.staged(name))
	case !mode.IsRegular():
		return errors.New("neither a file, a folder nor a link, and it cannot be linked")
	}
	info, err := s.root.Lstat(s.standing(name))
	if err != nil {
		return err
	}
	from, err := s.root.Open(s.standing(name))
	if err != nil {
		return err
	}
	defer from.Close()
	to, err := s.create(name, info.Mode().Perm())
	if err != nil {
		return err
	}
	_, err = to.ReadFrom(from)
	if closed := to.Close(); err == nil {
		err = closed
	}
	if err != nil {
		return err
	}
	return s.root.Chtimes(s.staged(name), info.ModTime(), info.ModTime())
}
