package claim

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"

	"profilegen/generator/diag"
)

// MaxLine is the longest line that Read takes, in bytes.
const MaxLine = 1 << 20

// Read reads claims as `extract` prints them: one JSON object a line. Empty
// lines are passed over; an unknown field, a word outside the vocabulary or
// text after the object is a problem of severity diag.Error with its line, and
// the rest is read nevertheless. A claim without an id gets the one of MakeID,
// so that sets written by hand can be used as they are. file names the source
// in problems.
func Read(r io.Reader, file string) ([]Claim, []diag.Problem) {
	var claims []Claim
	var problems []diag.Problem
	tell := func(line int, err error) {
		problems = append(problems, diag.Problem{File: file, Line: line, Severity: diag.Error, Code: "bad-claim",
			Text: err.Error(), Hint: "each line is one claim as `profilegen extract` prints it"})
	}
	scan := bufio.NewScanner(r)
	scan.Buffer(make([]byte, 0, 1<<16), MaxLine)
	number := 0
	for scan.Scan() {
		number++
		line := scan.Bytes()
		if number == 1 {
			line = bytes.TrimPrefix(line, []byte("\xef\xbb\xbf"))
		}
		if line = bytes.TrimSpace(line); len(line) == 0 {
			continue
		}
		c, err := readLine(line)
		if err != nil {
			tell(number, err)
			continue
		}
		claims = append(claims, c)
	}
	if err := scan.Err(); err != nil {
		if errors.Is(err, bufio.ErrTooLong) {
			err = fmt.Errorf("a line is longer than %d bytes", MaxLine)
		}
		tell(number+1, err)
	}
	return claims, problems
}

func readLine(line []byte) (Claim, error) {
	var c Claim
	if !utf8.Valid(line) {
		return c, errors.New("the line is not UTF-8")
	}
	dec := json.NewDecoder(bytes.NewReader(line))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&c); err != nil {
		return c, fmt.Errorf("the line is not a claim: %w", err)
	}
	if _, err := dec.Token(); err != io.EOF {
		return c, errors.New("something follows the claim on its line")
	}
	if c.Status == "" {
		return c, fmt.Errorf("a %s of %s without a status", c.Type, c.Subject)
	}
	if err := c.Validate(); err != nil {
		return c, err
	}
	if c.ID == "" {
		c.ID = MakeID(&c)
	}
	return c, nil
}
