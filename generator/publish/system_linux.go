package publish

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"golang.org/x/sys/unix"
)

// exchange swaps two folders in one step.
func exchange(a, b string) error {
	err := unix.Renameat2(unix.AT_FDCWD, a, unix.AT_FDCWD, b, unix.RENAME_EXCHANGE)
	switch err {
	case nil:
		return nil
	case unix.EINVAL, unix.ENOSYS, unix.ENOTSUP, unix.EXDEV, unix.EBUSY:
		return errNoSwap
	}
	return &os.LinkError{Op: "swapping", Old: a, New: b, Err: err}
}

// syncFolder waits until all that was written to the folder's disk is on it:
// once for the whole tree instead of once for each file.
func syncFolder(dir string) error {
	file, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer file.Close()
	return unix.Syncfs(int(file.Fd()))
}

// separateMount tells whether a folder is a mount of its own, which can be
// neither swapped nor linked into from beside it.
func separateMount(dir string) bool {
	own, err1 := mountOf(dir)
	above, err2 := mountOf(filepath.Dir(dir))
	return err1 == nil && err2 == nil && own != above
}

type mount struct {
	major, minor uint32
	id           uint64
}

func mountOf(dir string) (mount, error) {
	var info unix.Statx_t
	err := unix.Statx(unix.AT_FDCWD, dir, unix.AT_NO_AUTOMOUNT, unix.STATX_BASIC_STATS|unix.STATX_MNT_ID, &info)
	if errors.Is(err, unix.ENOSYS) || errors.Is(err, unix.EPERM) {
		var old unix.Stat_t
		if err := unix.Stat(dir, &old); err != nil {
			return mount{}, err
		}
		return mount{id: old.Dev}, nil
	}
	if err != nil {
		return mount{}, err
	}
	m := mount{major: info.Dev_major, minor: info.Dev_minor}
	if info.Mask&unix.STATX_MNT_ID != 0 {
		m.id = info.Mnt_id
	}
	return m, nil
}

// linkAt makes the file at name under one folder the one at name under another.
func linkAt(from, to *os.File, name string) error {
	return unix.Linkat(int(from.Fd()), name, int(to.Fd()), name, 0)
}

// topOfHierarchies is the flag of an ext2 to ext4 folder whose folders have
// nothing to do with one another (chattr(1), T); x/sys does not name it.
const topOfHierarchies = 0x00020000

// spreadFolders asks for the folders in an open one to lie apart on the disk.
func spreadFolders(folder *os.File) error {
	flags, err := unix.IoctlGetInt(int(folder.Fd()), unix.FS_IOC_GETFLAGS)
	if err != nil {
		return err
	}
	return unix.IoctlSetPointerInt(int(folder.Fd()), unix.FS_IOC_SETFLAGS, flags|topOfHierarchies)
}

// createAt makes a new file at name under a folder, through no link and never
// outside of it: one call of the system, where os.Root makes one for each folder
// on the way and, for it is a file, four in vain to wait for it.
func createAt(folder *os.File, name string, mode fs.FileMode) (*os.File, error) {
	fd, err := unix.Openat2(int(folder.Fd()), name, &unix.OpenHow{
		Flags:   unix.O_WRONLY | unix.O_CREAT | unix.O_EXCL | unix.O_CLOEXEC,
		Mode:    uint64(mode.Perm()),
		Resolve: unix.RESOLVE_BENEATH | unix.RESOLVE_NO_SYMLINKS,
	})
	switch err {
	case nil:
		return os.NewFile(uintptr(fd), name), nil
	case unix.EEXIST:
		return nil, fs.ErrExist
	}
	return nil, errSlow // a system or a sandbox without it, a link in the way: os.Root tells what is wrong
}

// openFolderAt opens the folder at name, which is no link, in another: one call of
// the system, and what it holds is listed without a look at each, as os.Root has it.
func openFolderAt(folder *os.File, name string) (*os.File, error) {
	path := folder.Name() + "/" + name
	for {
		fd, err := unix.Openat(int(folder.Fd()), name, unix.O_RDONLY|unix.O_DIRECTORY|unix.O_NOFOLLOW|unix.O_CLOEXEC, 0)
		switch err {
		case nil:
			return os.NewFile(uintptr(fd), path), nil
		case unix.EINTR:
		default:
			return nil, &fs.PathError{Op: "open", Path: path, Err: err}
		}
	}
}
