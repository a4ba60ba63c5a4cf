package render

import (
	"encoding/binary"
	"image"
	"image/draw"
)

// turned gives a picture as its EXIF orientation wants it to be seen.
func turned(src image.Image, turn int) *image.NRGBA {
	b := src.Bounds()
	flat := image.NewNRGBA(image.Rect(0, 0, b.Dx(), b.Dy()))
	draw.Draw(flat, flat.Bounds(), src, b.Min, draw.Src)
	if turn < 2 || turn > 8 {
		return flat
	}
	w, h := b.Dx(), b.Dy()
	out := image.NewNRGBA(image.Rect(0, 0, w, h))
	if turn >= 5 {
		out = image.NewNRGBA(image.Rect(0, 0, h, w))
	}
	for y := range h {
		for x := range w {
			nx, ny := x, y
			switch turn {
			case 2:
				nx = w - 1 - x
			case 3:
				nx, ny = w-1-x, h-1-y
			case 4:
				ny = h - 1 - y
			case 5:
				nx, ny = y, x
			case 6:
				nx, ny = h-1-y, x
			case 7:
				nx, ny = h-1-y, w-1-x
			case 8:
				nx, ny = y, w-1-x
			}
			copy(out.Pix[out.PixOffset(nx, ny):][:4], flat.Pix[flat.PixOffset(x, y):][:4])
		}
	}
	return out
}

// shrink scales a picture down to a width: each pixel is the mean of those that
// it covers, in whole numbers, so that every processor makes the same bytes.
func shrink(src *image.NRGBA, width int) *image.NRGBA {
	w, h := src.Rect.Dx(), src.Rect.Dy()
	if width >= w {
		return src
	}
	height := max(1, h*width/w)
	out := image.NewNRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		y0, y1 := y*h/height, max((y+1)*h/height, y*h/height+1)
		for x := range width {
			x0, x1 := x*w/width, max((x+1)*w/width, x*w/width+1)
			mean(out.Pix[out.PixOffset(x, y):][:4], src, image.Rect(x0, y0, x1, y1))
		}
	}
	return out
}

// mean writes the mean colour of a part of a picture, weighted by how opaque
// each pixel is.
func mean(into []byte, src *image.NRGBA, part image.Rectangle) {
	var red, green, blue, alpha uint64
	for y := part.Min.Y; y < part.Max.Y; y++ {
		row := src.Pix[src.PixOffset(part.Min.X, y) : src.PixOffset(part.Max.X-1, y)+4]
		for i := 0; i < len(row); i += 4 {
			a := uint64(row[i+3])
			red += uint64(row[i]) * a
			green += uint64(row[i+1]) * a
			blue += uint64(row[i+2]) * a
			alpha += a
		}
	}
	if alpha == 0 {
		return
	}
	n := uint64(part.Dx() * part.Dy())
	into[0] = byte((red + alpha/2) / alpha)
	into[1] = byte((green + alpha/2) / alpha)
	into[2] = byte((blue + alpha/2) / alpha)
	into[3] = byte((alpha + n/2) / n)
}

// orientation reads the EXIF orientation of a JPEG; 1 where there is none.
func orientation(jpeg []byte) int {
	if len(jpeg) < 4 || jpeg[0] != 0xff || jpeg[1] != 0xd8 {
		return 1
	}
	for i := 2; i+4 <= len(jpeg) && jpeg[i] == 0xff; {
		size := int(binary.BigEndian.Uint16(jpeg[i+2:]))
		if jpeg[i+1] == 0xda || i+2+size > len(jpeg) || size < 2 {
			return 1
		}
		if body := jpeg[i+4 : i+2+size]; jpeg[i+1] == 0xe1 && len(body) > 14 && string(body[:6]) == "Exif\x00\x00" {
			return tiffOrientation(body[6:])
		}
		i += 2 + size
	}
	return 1
}

func tiffOrientation(tiff []byte) int {
	var order binary.ByteOrder = binary.BigEndian
	if string(tiff[:2]) == "II" {
		order = binary.LittleEndian
	}
	at := int(order.Uint32(tiff[4:]))
	if at < 8 || at+2 > len(tiff) {
		return 1
	}
	for n := range int(order.Uint16(tiff[at:])) {
		field := at + 2 + n*12
		if field+12 > len(tiff) {
			return 1
		}
		if order.Uint16(tiff[field:]) == 0x0112 {
			if turn := int(order.Uint16(tiff[field+8:])); turn >= 1 && turn <= 8 {
				return turn
			}
		}
	}
	return 1
}
