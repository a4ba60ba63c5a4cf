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
		text := scan.Bytes()
		if number == 1 {
			text = bytes.TrimPrefix(text, []byte("\xef\xbb\xbf"))
		}
		if text = bytes.TrimSpace(text); len(text) == 0 {
			continue
		}
		c, err := readLine(text)
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

// line is a claim as it is written: its words may be in no vocabulary, and what
// is wrong with a stage hangs on the type, which may stand behind it.
type line struct {
	Flat
	Type     string `json:"type"`
	Stage    string `json:"stage"`
	Action   string `json:"action"`
	CaseRole string `json:"case_role"`
	Status   string `json:"status"`
}

func readLine(text []byte) (Claim, error) {
	var l line
	if !utf8.Valid(text) {
		return Claim{}, errors.New("the line is not UTF-8")
	}
	dec := json.NewDecoder(bytes.NewReader(text))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&l); err != nil {
		return Claim{}, fmt.Errorf("the line is not a claim: %w", err)
	}
	if _, err := dec.Token(); err != io.EOF {
		return Claim{}, errors.New("something follows the claim on its line")
	}
	if err := l.words(); err != nil {
		return Claim{}, err
	}
	if err := l.Validate(); err != nil {
		return Claim{}, err
	}
	if l.EndByte != l.StartByte+len(l.Quote) {
		return Claim{}, l.misfit()
	}
	if l.ID == "" {
		l.ID = MakeID(&l.Flat)
	}
	return l.Claim(), nil
}

// words reads the words of the vocabularies into the claim.
func (l *line) words() error {
	c := &l.Flat
	c.Type, c.Status = TypeOf(l.Type), StatusOf(l.Status)
	c.Stage, c.Action, c.CaseRole = StageOf(l.Stage), ActionOf(l.Action), CaseRoleOf(l.CaseRole)
	switch {
	case l.Status == "":
		return fmt.Errorf("a %s of %s without a status", l.Type, c.Subject)
	case c.Type == None:
		return unknown("type", l.Type)
	case c.Status == None:
		return misplaced("status", l.Status, c.Type)
	case c.Stage == None && l.Stage != "":
		return misplaced("stage", l.Stage, c.Type)
	case c.Action == None && l.Action != "":
		return misplaced("action", l.Action, c.Type)
	case c.CaseRole == None && l.CaseRole != "":
		return misplaced("case_role", l.CaseRole, c.Type)
	}
	return nil
}
