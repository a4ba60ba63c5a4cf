package render

import (
	"crypto/sha256"
	"encoding/json"
	"hash"
	"io/fs"
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
// program itself: equal keys mean equal bytes. It executes no page's template:
// of a page it hashes what the template would be given. An unknown path, or one
// whose matter cannot be made, has the zero key.
func (s *Site) Key(path string) [32]byte {
	r, ok := s.routes[path]
	if !ok {
		return [32]byte{}
	}
	h := sha256.New()
	h.Write([]byte{byte(r.kind), 0})
	if err := s.hashMatter(h, path, r); err != nil {
		return [32]byte{}
	}
	var key [32]byte
	h.Sum(key[:0])
	return key
}

func (s *Site) hashMatter(h hash.Hash, path string, r route) error {
	name, page, err := s.page(path, r)
	if err != nil {
		return err
	}
	if name != "" {
		h.Write(s.base[:])
		return json.NewEncoder(h).Encode(page)
	}
	switch r.kind {
	case claimsData:
		s.eachClaim(func(line []byte) { h.Write(line) })
	case factsData:
		s.eachFact(func(line []byte) { h.Write(line) })
	case pictureFile:
		p := s.pictures[profile.Ref(r.id)]
		h.Write(p.hash[:])
		h.Write([]byte(path))
	case staticFile:
		source, err := fs.ReadFile(s.in.Static, r.id)
		if err != nil {
			return err
		}
		h.Write(source)
	default:
		out, err := s.make(path, r)
		if err != nil {
			return err
		}
		h.Write(out)
	}
	return nil
}
