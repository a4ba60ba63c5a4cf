package main

import (
	"bufio"
	"os"
	"strconv"
	"strings"

	"golang.org/x/sys/unix"
)

// dropProgram lets go of the pages of the program's own file that are mapped:
// most are of a start, and the system has them at hand where they are touched
// again. What was written to since it was mapped is kept.
func dropProgram() {
	program, err := os.Executable()
	if err != nil {
		return
	}
	file, err := os.Open("/proc/self/smaps")
	if err != nil {
		return
	}
	defer file.Close()
	for _, m := range cleanMappings(bufio.NewScanner(file), program) {
		// Where the system does not do it, the pages stay.
		_, _, _ = unix.Syscall(unix.SYS_MADVISE, m.start, m.end-m.start, unix.MADV_DONTNEED)
	}
}

// mapping is a piece of the address space.
type mapping struct{ start, end uintptr }

// cleanMappings finds, in the form of /proc/PID/smaps, what is mapped of a file
// for reading alone and is still as the file has it.
func cleanMappings(lines *bufio.Scanner, file string) []mapping {
	var list []mapping
	var now mapping
	ours := false
	for lines.Scan() {
		fields := strings.Fields(lines.Text())
		if len(fields) == 0 {
			continue
		}
		switch from, to, isHead := strings.Cut(fields[0], "-"); {
		case isHead && len(fields) >= 2:
			start, err1 := strconv.ParseUint(from, 16, 64)
			end, err2 := strconv.ParseUint(to, 16, 64)
			now = mapping{uintptr(start), uintptr(end)}
			ours = err1 == nil && err2 == nil && start < end && !strings.Contains(fields[1], "w") && strings.HasSuffix(lines.Text(), " "+file)
		case ours && fields[0] == "Anonymous:":
			if len(fields) > 1 && fields[1] == "0" {
				list = append(list, now)
			}
			ours = false
		}
	}
	return list
}
