package serve

import (
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"strconv"
	"syscall"
)

// morePorts is how many ports after the one that is taken are tried.
const morePorts = 20

// listen opens addr, or the next free port after it; then taken is addr.
func listen(addr string) (l net.Listener, taken string, err error) {
	host, port, err := net.SplitHostPort(addr)
	if err != nil {
		return nil, "", fmt.Errorf("--addr %s: %w", addr, err)
	}
	first, err := strconv.ParseUint(port, 10, 16)
	if err != nil {
		return nil, "", fmt.Errorf("--addr %s: %q is no port between 0 and 65535", addr, port)
	}
	for n := first; n <= first+morePorts && n <= 65535; n++ {
		l, err = net.Listen("tcp", net.JoinHostPort(host, strconv.FormatUint(n, 10)))
		if err == nil {
			if n != first {
				taken = addr
			}
			return l, taken, nil
		}
		if !errors.Is(err, syscall.EADDRINUSE) {
			break
		}
	}
	return nil, "", fmt.Errorf("listening on %s: %w", addr, err)
}

// Wide tells whether an address is open to other machines.
func Wide(addr string) bool {
	host, _, err := net.SplitHostPort(addr)
	if err != nil || host == "localhost" {
		return false
	}
	ip := net.ParseIP(host)
	return ip == nil || !ip.IsLoopback()
}

// quietLog drops what net/http says of broken connections: anybody could fill
// the editor's terminal with it.
func quietLog() *log.Logger { return log.New(io.Discard, "", 0) }
