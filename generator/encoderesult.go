package generator

import (
	"profilegen/generator/claim"
	"profilegen/generator/edtf"
	"profilegen/generator/extract"
)

// The texts of a claim that are often those of the claim before.
const (
	recentID = iota
	recentArticle
	recentSubject
	recentQuote
	recentRule
	recentTexts
)

// leastClaim is the fewest bytes that a claim takes.
const leastClaim = 10

func optionalText(c *coder, o *options, s *string) {
	if c.option(o, *s != "") {
		text(c, s)
	}
}

func optionalWord[T interface {
	~uint8
	Known() bool
}](c *coder, o *options, w *T) {
	if c.option(o, *w != 0) {
		word(c, w)
	}
}

func (c *coder) claim(x *claim.Claim) {
	var voice claim.Voice
	var detail claim.Detail
	if x.Voice != nil {
		voice = *x.Voice
	}
	if x.Detail != nil {
		detail = *x.Detail
	}
	c.textAgain(&x.ID, &c.recent[recentID], true)
	c.textAgain(&x.Article, &c.recent[recentArticle], false)
	word(c, &x.Type)
	word(c, &x.Status)
	c.textAgain(&x.Subject, &c.recent[recentSubject], false)
	c.textAgain(&x.Quote, &c.recent[recentQuote], true)
	c.number(&x.StartByte)
	c.textAgain(&x.Rule, &c.recent[recentRule], false)
	o := c.options()
	optionalText(c, &o, &x.Role)
	optionalText(c, &o, &x.Org)
	optionalText(c, &o, &detail.Object)
	optionalText(c, &o, &x.Place)
	for _, d := range [...]*edtf.Date{&x.Start, &x.End, &x.On} {
		if c.option(&o, !d.IsZero()) {
			c.date(d)
		}
	}
	optionalText(c, &o, &detail.When)
	x.Former = c.option(&o, x.Former)
	optionalWord(c, &o, &x.Stage)
	optionalWord(c, &o, &x.Action)
	optionalWord(c, &o, &x.CaseRole)
	optionalText(c, &o, &detail.Reason)
	optionalText(c, &o, &voice.By)
	if c.option(&o, len(voice.Via) > 0) {
		list(c, &voice.Via, 1, func(s *string) { text(c, s) })
	}
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
	list(c, &r.Claims, leastClaim, c.claim)
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
