package main

import (
	"bufio"
	"slices"
	"strings"
	"testing"
)

func TestCleanMappings(t *testing.T) {
	const smaps = `00400000-00cd3000 r-xp 00000000 fe:00 4242 /opt/some site/profilegen
Size:               9036 kB
Anonymous:             0 kB
VmFlags: rd ex mr mw me
00cd3000-01679000 r--p 008d3000 fe:00 4242 /opt/some site/profilegen
Anonymous:             8 kB
01679000-01680000 r--p 01279000 fe:00 4242 /opt/some site/profilegen
Anonymous:             0 kB
01680000-01860000 rw-p 01280000 fe:00 4242 /opt/some site/profilegen
Anonymous:             0 kB
c000000000-c004000000 rw-p 00000000 00:00 0
Anonymous:             0 kB
7f0000000000-7f0000001000 r-xp 00000000 fe:00 4243 /usr/lib/profilegen
Anonymous:             0 kB
7f0000002000-7f0000001000 r-xp 00000000 fe:00 4242 /opt/some site/profilegen
Anonymous:             0 kB
7f0000003000-zz r-xp 00000000 fe:00 4242 /opt/some site/profilegen
Anonymous:             0 kB
7f0000004000-7f0000005000 r-xp 00000000 fe:00 4242 /opt/some site/profilegen
Anonymous:
`
	got := cleanMappings(bufio.NewScanner(strings.NewReader(smaps)), "/opt/some site/profilegen")
	if want := []mapping{{0x400000, 0xcd3000}, {0x1679000, 0x1680000}}; !slices.Equal(got, want) {
		t.Errorf("got %x, want %x", got, want)
	}
}

func TestAProgramWithoutItsPagesGoesOn(t *testing.T) {
	dropProgram()
	if got := strings.ToUpper("again"); got != "AGAIN" {
		t.Errorf("got %q", got)
	}
}
