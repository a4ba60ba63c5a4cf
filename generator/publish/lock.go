package publish

import (
	"errors"
	"os"
	"strconv"
	"strings"

	"profilegen/generator/cache"
)

var (
	errLocked = errors.New("another run has the lock")
	errNoSwap = errors.New("this system cannot swap two folders")
)

// lockOwner names the process that has the lock, where the system tells:
// " (process 1234)".
func lockOwner(path string) string {
	info, err := os.Lstat(path)
	if err != nil {
		return ""
	}
	number := strconv.FormatUint(cache.StampOf(info).Number, 10)
	locks, err := os.ReadFile("/proc/locks")
	if err != nil {
		return ""
	}
	// 1: FLOCK  ADVISORY  WRITE 1234 08:01:131 0 EOF
	for line := range strings.Lines(string(locks)) {
		fields := strings.Fields(line)
		if len(fields) > 5 && fields[1] == "FLOCK" && strings.HasSuffix(fields[5], ":"+number) {
			return " (process " + fields[4] + ")"
		}
	}
	return ""
}
