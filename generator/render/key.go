package render

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"hash"
	"io"
	"maps"
	"slices"

	"profilegen/generator/profile"
)

// digest hashes what every HTML page depends on beside its own matter.
func (s *Site) digest() {
	h := sha256.New()
	add := func(parts ...string) {
		for _, p := range parts {
			h.Write([]byte(p))
			h.Write([]byte{0})
		}
	}
	for _, name := range slices.Sorted(maps.Keys(s.layouts.sources)) {
		add(name, string(s.layouts.sources[name]))
	}
	for _, key := range slices.Sorted(maps.Keys(s.words.messages)) {
		add(key)
		for _, p := range s.words.messages[key] {
			add(p.text, p.name)
		}
	}
	add(s.words.code, s.words.dir)
	h.Sum(s.base[:0])
}

// Key is a hash of everything that the bytes of a path depend on but the
// program itself: equal keys mean equal bytes. An unknown path, or one whose
// matter cannot be made, has the zero key.
func (s *Site) Key(path string) [32]byte {
	m, err := s.matterOf(path, new(bytes.Buffer))
	if err != nil {
		return [32]byte{}
	}
	return m.key
}

// RenderUnless writes the bytes of a path into out and gives their key, or,
// where the key is the known one, the key alone.
func (s *Site) RenderUnless(path string, known [32]byte, out *bytes.Buffer) ([32]byte, error) {
	before := out.Len()
	m, err := s.matterOf(path, out)
	switch {
	case err != nil:
	case m.key == known:
		out.Truncate(before)
	case m.made:
	case m.page != nil:
		err = s.executeInto(out, m.name, m.page)
	default:
		err = s.makeInto(out, path, m.route)
	}
	if err != nil {
		out.Truncate(before)
		return [32]byte{}, fmt.Errorf("%s: %w", path, err)
	}
	return m.key, nil
}

// Large tells of the files that WriteTo writes piece by piece: they grow with
// the site, without a limit.
func (s *Site) Large(path string) bool {
	return isLarge(s.routes[path].kind)
}

func isLarge(k kind) bool { return k == claimsData || k == factsData || k == popoloData }

// WriteTo writes the bytes of a large file.
func (s *Site) WriteTo(path string, w io.Writer) error {
	var err error
	line := func(raw []byte) {
		if err == nil {
			_, err = w.Write(raw)
		}
	}
	switch s.routes[path].kind {
	case claimsData:
		s.eachClaim(line)
	case factsData:
		s.eachFact(line)
	case popoloData:
		s.eachPopolo(line)
	default:
		err = fmt.Errorf("%s is not large", path)
	}
	return err
}

// matter is what a path's bytes are made from, and the hash of it.
type matter struct {
	route route
	name  string // the layout's, of a page
	page  any    // nil where the key is known without it
	made  bool   // the bytes themselves were made, for the hash
	key   [32]byte
}

// matterOf writes the bytes of a path into out where its key is their hash.
func (s *Site) matterOf(path string, out *bytes.Buffer) (matter, error) {
	r, ok := s.route(path)
	if !ok {
		return matter{}, errors.New("the site has no such path")
	}
	m := matter{route: r}
	of := s.hasher()
	defer s.hashers.Put(of)
	of.b = append(append(of.b, byte(r.kind), 0), s.common[:]...)
	of.add(path)
	if of.matter(r) {
		m.key = sha256.Sum256(of.b)
		return m, nil
	}
	h := sha256.New()
	h.Write([]byte{byte(r.kind), 0})
	var err error
	if m.name, m.page, err = s.page(path, r); err != nil {
		return m, err
	}
	if m.name != "" {
		h.Write(s.base[:])
		err = json.NewEncoder(h).Encode(m.page)
	} else {
		m.made, err = s.hashMatter(h, out, path, r)
	}
	h.Sum(m.key[:0])
	return m, err
}

// hashMatter hashes what is no page. It tells whether it had to make the bytes.
func (s *Site) hashMatter(h hash.Hash, out *bytes.Buffer, path string, r route) (made bool, err error) {
	if r.kind == pictureFile {
		p := s.pictures[profile.Ref(r.id)]
		h.Write(p.hash[:])
		h.Write([]byte(path))
		return false, nil
	}
	before := out.Len()
	err = s.makeInto(out, path, r)
	h.Write(out.Bytes()[before:])
	return true, err
}
