package generator

import (
	"io"
	"io/fs"
	"os"
	"time"

	"golang.org/x/sys/unix"
)

// openIn opens a file of a folder; false where that cannot be done: then os
// tells why. What os.Root opens is made ready to be waited for, as if it were a
// connection: seven calls of the system for each file beside the four it takes
// to read one. It does not follow a link, nor wait for a pipe.
func openIn(folder *os.File, name string) (fs.File, bool) {
	fd, err := unix.Openat(int(folder.Fd()), name, unix.O_RDONLY|unix.O_NOFOLLOW|unix.O_NONBLOCK|unix.O_CLOEXEC, 0)
	if err != nil {
		return nil, false
	}
	return &plainFile{fd: fd, name: name}, true
}

// plainFile is a file that is open for reading, and its own description.
type plainFile struct {
	fd   int
	name string
	stat unix.Stat_t
}

func (f *plainFile) fail(op string, err error) error {
	return &fs.PathError{Op: op, Path: f.name, Err: err}
}

// Read reads on.
func (f *plainFile) Read(b []byte) (int, error) {
	for {
		n, err := unix.Read(f.fd, b)
		switch {
		case err == unix.EINTR:
		case err != nil:
			return 0, f.fail("read", err)
		case n == 0 && len(b) > 0:
			return 0, io.EOF
		default:
			return n, nil
		}
	}
}

// Stat tells what the file is.
func (f *plainFile) Stat() (fs.FileInfo, error) {
	if err := unix.Fstat(f.fd, &f.stat); err != nil {
		return nil, f.fail("stat", err)
	}
	return f, nil
}

// Close lets go of the file.
func (f *plainFile) Close() error { return unix.Close(f.fd) }

// Name gives the name in its folder.
func (f *plainFile) Name() string { return f.name }

// Size gives how many bytes there are.
func (f *plainFile) Size() int64 { return f.stat.Size }

// Mode tells a regular file from anything else.
func (f *plainFile) Mode() fs.FileMode {
	mode := fs.FileMode(f.stat.Mode & 0o777)
	if f.stat.Mode&unix.S_IFMT != unix.S_IFREG {
		mode |= fs.ModeIrregular
	}
	return mode
}

// ModTime gives when it was written.
func (f *plainFile) ModTime() time.Time { return time.Unix(f.stat.Mtim.Unix()) }

// IsDir tells of a folder.
func (f *plainFile) IsDir() bool { return f.stat.Mode&unix.S_IFMT == unix.S_IFDIR }

// Sys gives the system's own description.
func (f *plainFile) Sys() any { return &f.stat }
