// Package edtf holds dates as well as a source knows them: a day, a month, a
// year or a decade, exact or about.
//
// In goes text in the subset of the Extended Date/Time Format (Library of
// Congress, EDTF level 1) that claims.md allows: 2005, 2005-06, 2005-06-14,
// 2005~, 198X. Out come values that can be compared, held against each other
// and printed again. The package never reads a clock, never guesses a missing
// part and never makes a date more precise than it was written.
package edtf

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"
)

// Precision says how well a date is known.
type Precision uint8

const (
	None   Precision = iota // no date
	Decade                  // 198X
	Year                    // 1985
	Month                   // 1985-04
	Day                     // 1985-04-12
)

// Date is one EDTF date; the zero value is "no date". Dates are comparable
// with == (the same text).
type Date struct {
	year       int16
	month, day uint8
	precision  Precision
	about      bool // "~"
}

// New makes a date from its parts; month and day may be 0. It is an error
// where no such day exists.
func New(year, month, day int) (Date, error) {
	switch {
	case year < 1 || year > 9999:
		return Date{}, fmt.Errorf("year %d is not between 0001 and 9999", year)
	case month == 0 && day == 0:
		return Date{year: int16(year), precision: Year}, nil
	case month < 1 || month > 12:
		return Date{}, fmt.Errorf("there is no month %02d", month)
	case day == 0:
		return Date{year: int16(year), month: uint8(month), precision: Month}, nil
	case month == 2 && day == 29 && daysIn(year, month) == 28:
		return Date{}, fmt.Errorf("%d had no 29 February", year)
	case day < 1 || day > daysIn(year, month):
		return Date{}, fmt.Errorf("month %04d-%02d has no day %02d", year, month, day)
	}
	return Date{year: int16(year), month: uint8(month), day: uint8(day), precision: Day}, nil
}

// Parse reads one date; the empty string is no date and no error.
func Parse(text string) (Date, error) {
	if text == "" {
		return Date{}, nil
	}
	body, about := strings.CutSuffix(text, "~")
	if decade, ok := strings.CutSuffix(body, "X"); ok {
		n, err := digits(decade, 3)
		if err != nil || about || n == 0 {
			return Date{}, notADate(text)
		}
		return Date{year: int16(n * 10), precision: Decade}, nil
	}
	var n [3]int
	i := 0
	for part := range strings.SplitSeq(body, "-") {
		if i == len(n) {
			return Date{}, notADate(text)
		}
		width := 2
		if i == 0 {
			width = 4
		}
		v, err := digits(part, width)
		if err != nil || i > 0 && v == 0 {
			return Date{}, notADate(text)
		}
		n[i] = v
		i++
	}
	d, err := New(n[0], n[1], n[2])
	if err != nil {
		return Date{}, fmt.Errorf("%s is not a date (%w)", text, err)
	}
	d.about = about
	return d, nil
}

func notADate(text string) error {
	return fmt.Errorf("%q is not a date; write 1971, 1971-12, 1971-12-27, 1971~ or 197X", text)
}

func digits(text string, width int) (int, error) {
	if len(text) != width || strings.Trim(text, "0123456789") != "" {
		return 0, strconv.ErrSyntax
	}
	return strconv.Atoi(text)
}

func daysIn(year, month int) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}

// IsZero tells that there is no date.
func (d Date) IsZero() bool { return d.precision == None }

// Precision says how well the date is known.
func (d Date) Precision() Precision { return d.precision }

// About tells that the date is approximate ("~").
func (d Date) About() bool { return d.about }

// Year, Month and Day give the parts; 0 where the date does not tell. The year
// of a decade is its first.
func (d Date) Year() int  { return int(d.year) }
func (d Date) Month() int { return int(d.month) }
func (d Date) Day() int   { return int(d.day) }

// WithAbout gives the same date marked as approximate; a decade stays as it is.
func (d Date) WithAbout() Date {
	if d.precision > Decade {
		d.about = true
	}
	return d
}

// Cut gives the date at a lower precision (a day's year, say); a date that is
// no more precise stays as it is.
func (d Date) Cut(p Precision) Date {
	if d.precision <= p {
		return d
	}
	switch p {
	case None:
		return Date{}
	case Decade:
		if d.year < 10 {
			return Date{} // the first years are in no decade that can be written
		}
		return Date{year: d.year - d.year%10, precision: Decade}
	case Year:
		d.month, d.day = 0, 0
	case Month:
		d.day = 0
	}
	d.precision = p
	return d
}

// String gives the date as it is written in EDTF; "" for no date.
func (d Date) String() string {
	if d.precision == None {
		return ""
	}
	var b [16]byte
	return string(d.Append(b[:0]))
}

// Append adds what String gives to b.
func (d Date) Append(b []byte) []byte {
	two := func(n uint8) { b = append(b, '-', '0'+n/10, '0'+n%10) }
	year := [4]byte{byte(d.year/1000) + '0', byte(d.year/100%10) + '0', byte(d.year/10%10) + '0', byte(d.year%10) + '0'}
	switch d.precision {
	case None:
		return b
	case Decade:
		return append(append(b, year[:3]...), 'X')
	}
	b = append(b, year[:]...)
	if d.precision >= Month {
		two(d.month)
	}
	if d.precision == Day {
		two(d.day)
	}
	if d.about {
		b = append(b, '~')
	}
	return b
}

// MarshalText and UnmarshalText make the EDTF text the form in JSON and YAML.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads the EDTF text.
func (d *Date) UnmarshalText(text []byte) error {
	parsed, err := Parse(string(text))
	if err == nil {
		*d = parsed
	}
	return err
}

// Lo and Hi give the first and the last day that the date can mean, as
// YYYYMMDD numbers (for order and overlap, not for arithmetic); 0 for no date.
// "About" does not widen them.
func (d Date) Lo() int {
	if d.precision == None {
		return 0
	}
	return int(d.year)*10000 + max(int(d.month), 1)*100 + max(int(d.day), 1)
}

// Hi gives the last day that the date can mean, as YYYYMMDD.
func (d Date) Hi() int {
	year, month, day := int(d.year), int(d.month), int(d.day)
	switch d.precision {
	case None:
		return 0
	case Decade:
		year, month, day = year+9, 12, 31
	case Year:
		month, day = 12, 31
	case Month:
		day = daysIn(year, month)
	}
	return year*10000 + month*100 + day
}

// Contains tells that every day other can mean lies within d; a missing date
// contains nothing and is contained in nothing.
func (d Date) Contains(other Date) bool {
	return !d.IsZero() && !other.IsZero() && d.Lo() <= other.Lo() && other.Hi() <= d.Hi()
}

// Agrees tells that two dates do not contradict each other: one contains the
// other, or one is absent. An approximate year agrees with the years next to it.
func (d Date) Agrees(other Date) bool {
	if d.IsZero() || other.IsZero() || d.Contains(other) || other.Contains(d) {
		return true
	}
	if d.about || other.about {
		const year = 10000
		return other.Lo()/year-d.Hi()/year <= 1 && d.Lo()/year-other.Hi()/year <= 1
	}
	return false
}

// MorePrecise gives the better known of two dates that agree; exact goes
// before about, d before other where they are equal.
func (d Date) MorePrecise(other Date) Date {
	if other.precision > d.precision || other.precision == d.precision && d.about && !other.about {
		return other
	}
	return d
}

// Compare orders by the first possible day, then the more precise first; no
// date comes first of all.
func Compare(a, b Date) int { return cmp.Compare(a.Rank(), b.Rank()) }

// Rank gives a number for each date in the order of Compare, 0 for no date: for
// those who sort many.
func (d Date) Rank() int {
	if d.precision == None {
		return 0
	}
	rank := d.Lo()<<4 | int(Day-d.precision)<<1
	if d.about {
		rank++
	}
	return rank
}
