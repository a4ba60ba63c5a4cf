package generator

import (
	"profilegen/generator/claim"
	"profilegen/generator/extract"
)

func (c *coder) claim(x *claim.Claim) {
	var voice claim.Voice
	var detail claim.Detail
	if x.Voice != nil {
		voice = *x.Voice
	}
	if x.Detail != nil {
		detail = *x.Detail
	}
	text(c, &x.ID)
	text(c, &x.Article)
	word(c, &x.Type)
	text(c, &x.Subject)
	text(c, &x.Role)
	text(c, &x.Org)
	text(c, &detail.Object)
	text(c, &x.Place)
	c.date(&x.Start)
	c.date(&x.End)
	c.date(&x.On)
	text(c, &detail.When)
	c.truth(&x.Former)
	word(c, &x.Stage)
	word(c, &x.Action)
	word(c, &x.CaseRole)
	text(c, &detail.Reason)
	word(c, &x.Status)
	text(c, &voice.By)
	list(c, &voice.Via, 1, func(s *string) { text(c, s) })
	text(c, &x.Quote)
	c.number(&x.StartByte)
	text(c, &x.Rule)
	switch {
	case c.reading:
		x.SetVoice(voice.By, voice.Via)
		x.SetDetail(detail)
	case c.keeping && x.Voice != nil:
		*x.Voice = voice
	}
	if c.keeping && x.Detail != nil {
		*x.Detail = detail
	}
}

func (c *coder) result(r *extract.Result) {
	list(c, &r.Claims, 20, c.claim)
	list(c, &r.Unclear, 3, func(u *extract.Unclear) {
		text(c, &u.Name)
		c.number(&u.StartByte)
		c.number(&u.EndByte)
	})
	list(c, &r.Sentences, 1, func(s *uint64) {
		n := int(*s)
		c.number(&n)
		*s = uint64(n)
	})
}

func encodeResult(r *extract.Result) []byte { return newCoder().encode(r) }

// keepResult is encode; r then holds on to no memory but its own.
func (c *coder) keepResult(r *extract.Result) []byte {
	c.keeping = true
	defer func() { c.keeping = false }()
	return c.encode(r)
}

// decodeResult reads what encodeResult wrote.
func decodeResult(raw []byte) (*extract.Result, bool) { return newDecoder().decode(raw) }

// decode reads a result; the coder can be used again.
func (c *coder) decode(raw []byte) (*extract.Result, bool) {
	c.open(raw)
	r := &extract.Result{}
	c.result(r)
	ok := c.read()
	clear(c.told)
	c.in, c.inTexts, c.failed, c.told = nil, "", false, c.told[:0]
	return r, ok
}
