package render

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"strings"
	"testing"
	"testing/fstest"

	"profilegen/generator/diag"
	"profilegen/layouts"
)

// painted is a picture whose left half is red and right half blue.
func painted(w, h int) image.Image {
	out := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			c := color.RGBA{R: 255, A: 255}
			if x >= w/2 {
				c = color.RGBA{B: 255, A: 255}
			}
			out.Set(x, y, c)
		}
	}
	return out
}

// photo gives a JPEG with an EXIF orientation and a place in it.
func photo(t *testing.T, w, h, turn int) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, painted(w, h), nil); err != nil {
		t.Fatal(err)
	}
	tiff := []byte("MM\x00*\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01")
	tiff = binary.BigEndian.AppendUint16(tiff, uint16(turn))
	tiff = append(tiff, "\x00\x00\x00\x00\x00\x00SECRETPLACE"...)
	exif := append([]byte("Exif\x00\x00"), tiff...)
	head := append([]byte{0xff, 0xd8, 0xff, 0xe1}, binary.BigEndian.AppendUint16(nil, uint16(len(exif)+2))...)
	return append(append(head, exif...), b.Bytes()[2:]...)
}

func TestPicturesAreMadeAnew(t *testing.T) {
	pub := sample()
	pub.Profiles[0].Person.Image = "vale.jpg"
	pub.Profiles[3].Party.Image = "/img/flag.png"
	var flag bytes.Buffer
	if err := png.Encode(&flag, painted(100, 50)); err != nil {
		t.Fatal(err)
	}
	s, problems := New(Inputs{Pub: pub, Layouts: layouts.BuiltIn(),
		Content: fstest.MapFS{"people/vale.jpg": {Data: photo(t, 800, 400, 6)}},
		Static:  fstest.MapFS{"img/flag.png": {Data: flag.Bytes()}}})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	sizes := map[string]int{}
	for _, p := range s.Paths() {
		if r := s.routes[p]; r.kind != pictureFile {
			continue
		}
		out := render(t, s, p)
		if bytes.Contains(out, []byte("SECRET")) || bytes.Contains(out, []byte("Exif")) {
			t.Errorf("%s still has EXIF", p)
		}
		config, format, err := image.DecodeConfig(bytes.NewReader(out))
		if err != nil {
			t.Fatal(err)
		}
		sizes[format+itoa(config.Width)] = config.Height
	}
	// turned by a quarter: 400 wide, 800 high
	for name, height := range map[string]int{"jpeg160": 320, "jpeg320": 640, "jpeg400": 800, "png100": 50} {
		if sizes[name] != height {
			t.Errorf("%s is %d high, not %d: %v", name, sizes[name], height, sizes)
		}
	}
	page := string(render(t, s, "people/amara-vale/index.html"))
	if !strings.Contains(page, `width="160" height="320"`) || !strings.Contains(page, " 320w") {
		t.Error("the page does not show the picture with its sizes")
	}
	checkPage(t, s, "people/amara-vale/index.html", elements(t, []byte(page)))
}

func TestPicturesAreTurned(t *testing.T) {
	got := turned(painted(4, 2), 6) // a quarter to the right: red above, blue below
	if got.Rect.Dx() != 2 || got.Rect.Dy() != 4 || got.NRGBAAt(0, 0).R != 255 || got.NRGBAAt(0, 3).B != 255 {
		t.Errorf("%v %v %v", got.Rect, got.NRGBAAt(0, 0), got.NRGBAAt(0, 3))
	}
}

func TestRefusedPictures(t *testing.T) {
	huge := []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x50\x00\x00\x00\x50\x00\x08\x02\x00\x00\x00\x37\xc7\x25\xb6")
	files := fstest.MapFS{"people/x.svg": {Data: []byte("<svg onload='alert(1)'/>")}, "people/page.jpg": {Data: []byte("<html>")}, "people/huge.png": {Data: huge}}
	for name, want := range map[string]string{"x.svg": "no JPEG", "page.jpg": "no JPEG", "huge.png": "", "../../etc/passwd": "no such file",
		"none.jpg": "no such file"} {
		pub := sample()
		pub.Profiles[0].Person.Image = name
		_, problems := New(Inputs{Pub: pub, Layouts: layouts.BuiltIn(), Content: files})
		if !diag.Has(problems, diag.Error) || !strings.Contains(problems[0].Text, want) || problems[0].File != "content/people/amara-vale.md" {
			t.Errorf("%s: %v", name, problems)
		}
	}
}

func FuzzOrientation(f *testing.F) {
	f.Add([]byte("\xff\xd8\xff\xe1\x00\x10Exif\x00\x00MM\x00*\x00\x00\x00\x08"))
	f.Fuzz(func(t *testing.T, source []byte) {
		if turn := orientation(source); turn < 1 || turn > 8 {
			t.Errorf("orientation %d", turn)
		}
	})
}
