package ingest

import (
	"fmt"
	"net/netip"
	"syscall"
)

// isPublic tells of addresses that belong to the public internet: none of this
// machine, its network, a tunnel that could lead there, or a range that is kept
// for documents and tests.
func isPublic(ip netip.Addr) bool {
	if ip.Zone() != "" {
		return false
	}
	ip = ip.Unmap()
	if !ip.IsGlobalUnicast() || ip.IsPrivate() {
		return false
	}
	for _, kept := range keptRanges() {
		if kept.Contains(ip) {
			return false
		}
	}
	return ip.Is4() || netip.MustParsePrefix("2000::/3").Contains(ip)
}

// keptRanges are those of the registries of special addresses (RFC 6890 and
// its successors) that no test of netip's own covers.
func keptRanges() []netip.Prefix {
	var ranges []netip.Prefix
	for _, text := range []string{
		"0.0.0.0/8",       // this network
		"100.64.0.0/10",   // behind a carrier's translation
		"192.0.0.0/24",    // protocols
		"192.0.2.0/24",    // documents
		"192.88.99.0/24",  // relays of 6to4
		"198.18.0.0/15",   // benchmarks
		"198.51.100.0/24", // documents
		"203.0.113.0/24",  // documents
		"240.0.0.0/4",     // reserved
		"2001::/23",       // protocols, Teredo among them
		"2001:db8::/32",   // documents
		"2002::/16",       // 6to4, which carries an IPv4 address
		"3fff::/20",       // documents
	} {
		ranges = append(ranges, netip.MustParsePrefix(text))
	}
	return ranges
}

// errBlocked is a connection that was not made.
type errBlocked struct{ address string }

func (e *errBlocked) Error() string {
	return fmt.Sprintf("%s is no public address", e.address)
}

// publicOnly refuses a connection to an address that is not public. It is asked
// for each one, once the name has been resolved: neither a strange spelling of
// an address nor a name that resolves differently the next time gets past it.
func publicOnly(_, address string, _ syscall.RawConn) error {
	at, err := netip.ParseAddrPort(address)
	if err != nil || !isPublic(at.Addr()) {
		return &errBlocked{address}
	}
	return nil
}
