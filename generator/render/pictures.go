package render

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"image"
	_ "image/gif" // decoders of what editors have
	"image/jpeg"
	"image/png"
	"io/fs"
	"path"
	"strings"

	_ "golang.org/x/image/webp"

	"profilegen/generator/content"
	"profilegen/generator/diag"
	"profilegen/generator/profile"
	"profilegen/generator/review"
)

// The limits of pictures: bytes of a file, pixels of a picture.
const (
	maxPictureBytes  = 32 << 20
	maxPicturePixels = 50_000_000
)

// pictureWidths are the widths that a portrait is made in, in pixels.
func pictureWidths() []int { return []int{160, 320, 640} }

// picture is a portrait in its widths.
type picture struct {
	read   func() ([]byte, error)
	hash   [32]byte
	format string // "jpeg", "png", "gif", "webp"
	turn   int    // the EXIF orientation, 1 to 8
	widths []int
	width  int // as it is to be seen: after turning
	height int
}

// PictureView is a portrait as a page shows it.
type PictureView struct {
	Src, SrcSet   string
	Absolute      string // empty without base_url
	Width, Height int
	Alt           string
}

// findPictures looks for the pictures that profiles name, and refuses what is
// no picture, or too large to be decoded.
func (s *Site) findPictures() []diag.Problem {
	s.pictures = map[profile.Ref]*picture{}
	var problems []diag.Problem
	for _, p := range s.pub.Profiles {
		var name, file string
		var places map[string]content.Place
		if e := p.Person; e != nil {
			name, file, places = e.Image, e.File, e.Places
		}
		if e := p.Party; e != nil {
			name, file, places = e.Image, e.File, e.Places
		}
		if name == "" {
			continue
		}
		pic, err := s.findPicture(name, file)
		if err != nil {
			at := places["image"]
			problems = append(problems, diag.Problem{File: file, Line: at.Line, Column: at.Column, Severity: diag.Error,
				Code: "image", Text: fmt.Sprintf("image: %s: %v", name, err),
				Hint: "put a JPEG or PNG beside the file or under static/"})
			continue
		}
		s.pictures[p.Ref] = pic
	}
	return problems
}

var errNoPicture = errors.New("there is no such file beside the profile or under static/")

func (s *Site) findPicture(name, file string) (*picture, error) {
	beside := path.Join(path.Dir(strings.TrimPrefix(file, "content/")), name)
	below := strings.TrimPrefix(path.Clean("/"+strings.TrimPrefix(name, "static/")), "/")
	for _, place := range []struct {
		files fs.FS
		name  string
	}{{s.in.Content, beside}, {s.in.Static, below}} {
		if place.files == nil || !fs.ValidPath(place.name) {
			continue
		}
		info, err := fs.Stat(place.files, place.name)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		if !info.Mode().IsRegular() {
			return nil, errors.New("it is no regular file")
		}
		if info.Size() > maxPictureBytes {
			return nil, fmt.Errorf("it has more than %d MB", maxPictureBytes>>20)
		}
		return readPicture(func() ([]byte, error) { return fs.ReadFile(place.files, place.name) })
	}
	return nil, errNoPicture
}

// readPicture looks at the head of a picture: its kind and size, not its pixels.
func readPicture(read func() ([]byte, error)) (*picture, error) {
	source, err := read()
	if err != nil {
		return nil, err
	}
	config, format, err := image.DecodeConfig(bytes.NewReader(source))
	if err != nil {
		return nil, errors.New("it is no JPEG, PNG, GIF or WebP picture")
	}
	if config.Width < 1 || config.Height < 1 || config.Width > maxPicturePixels/config.Height {
		return nil, fmt.Errorf("%d × %d pixels are more than can be shown", config.Width, config.Height)
	}
	p := &picture{read: read, hash: sha256.Sum256(source), format: format, turn: orientation(source),
		width: config.Width, height: config.Height}
	if p.turn >= 5 {
		p.width, p.height = p.height, p.width
	}
	for _, w := range pictureWidths() {
		if w < p.width {
			p.widths = append(p.widths, w)
		}
	}
	if len(p.widths) < len(pictureWidths()) {
		p.widths = append(p.widths, p.width)
	}
	return p, nil
}

// path gives where a picture of one width stands in the site.
func (p *picture) path(ref profile.Ref, width int) string {
	ext := "jpg"
	if p.format == "png" || p.format == "gif" {
		ext = "png"
	}
	return fmt.Sprintf("assets/%x-%d.%s", p.hash[:6], width, ext)
}

func (s *Site) layOutPictures(t *table) {
	for _, profile := range s.pub.Profiles {
		p := s.pictures[profile.Ref]
		if p == nil {
			continue
		}
		for _, w := range p.widths {
			name := p.path(profile.Ref, w)
			if _, made := t.routes[name]; !made { // two profiles may share a picture
				t.add(name, route{kind: pictureFile, id: string(profile.Ref), part: w}, asker{})
			}
		}
	}
}

// picture makes the view of a profile's picture and names it for Open Graph.
func (m *maker) picture(p *review.Profile, c *Chrome) *PictureView {
	pic := m.s.pictures[p.Ref]
	if pic == nil {
		return nil
	}
	v := &PictureView{Alt: m.w.say("picture.of", "name", p.Name), Width: pic.widths[0]}
	v.Height = max(1, pic.height*v.Width/pic.width)
	var set []string
	for _, w := range pic.widths {
		set = append(set, m.root+pic.path(p.Ref, w)+" "+itoa(w)+"w")
	}
	v.Src = m.root + pic.path(p.Ref, pic.widths[min(1, len(pic.widths)-1)])
	v.SrcSet = strings.Join(set, ", ")
	if base := m.s.pub.Settings.BaseURL; base != "" {
		v.Absolute = base + pic.path(p.Ref, pic.widths[len(pic.widths)-1])
		c.Image = v.Absolute
	}
	return v
}

// pictureBytes decodes, turns, scales and encodes a picture anew, which leaves
// out all that is no pixel.
func (s *Site) pictureBytes(ref profile.Ref, width int) ([]byte, error) {
	p := s.pictures[ref]
	source, err := p.read()
	if err != nil {
		return nil, fmt.Errorf("the picture cannot be read: %w", err)
	}
	decoded, _, err := image.Decode(bytes.NewReader(source))
	if err != nil {
		return nil, fmt.Errorf("the picture cannot be decoded: %w", err)
	}
	out := shrink(turned(decoded, p.turn), width)
	var b bytes.Buffer
	if p.format == "png" || p.format == "gif" {
		err = (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&b, out)
	} else {
		err = jpeg.Encode(&b, out, &jpeg.Options{Quality: 82})
	}
	if err != nil {
		return nil, fmt.Errorf("the picture cannot be encoded: %w", err)
	}
	return b.Bytes(), nil
}
