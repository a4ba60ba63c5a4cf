package generator

import (
	"profilegen/generator/claim"
	"profilegen/generator/edtf"
	"profilegen/generator/extract"
)

// leastClaim is the fewest bytes that a claim takes.
const leastClaim = 7

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

// claims codes the claims of an article; those that are read are held against
// its words.
func (c *coder) claims(all *[]claim.Claim) {
	words := &claim.Words{}
	if len(*all) > 0 && (*all)[0].Words != nil {
		words = (*all)[0].Words
	}
	article := words.Article
	if text(c, &article); c.reading {
		words.Article = article
	}
	c.block(&words.Texts)
	var before claim.Claim // with the places that were told last
	list(c, all, leastClaim, func(x *claim.Claim) {
		if c.reading {
			x.Words = words
		}
		c.claim(x, &before)
	})
}

// where codes the place of a text: how far it is behind the one told before.
func (c *coder) where(x, before *claim.Claim, i int) {
	far := int(x.Places[i]) - int(before.Places[i])
	c.number(&far)
	if c.reading {
		x.Places[i] = before.Places[i] + claim.Place(far)
		c.failed = c.failed || !x.Words.Has(x.Places[i])
	}
	before.Places[i] = x.Places[i]
}

func (c *coder) claim(x, before *claim.Claim) {
	var voice claim.Voice
	var detail claim.Detail
	if x.Voice != nil {
		voice = *x.Voice
	}
	if x.Detail != nil {
		detail = *x.Detail
	}
	word(c, &x.Type)
	word(c, &x.Status)
	begin := int(x.Begin)
	c.number(&begin)
	x.Begin = int32(begin)
	o := c.options()
	for i := range x.Places {
		if c.option(&o, x.Places[i] != 0) {
			c.where(x, before, i)
		}
	}
	o = c.options()
	for _, d := range [...]*edtf.Date{&x.Start, &x.End, &x.On} {
		if c.option(&o, !d.IsZero()) {
			c.date(d)
		}
	}
	x.Former = c.option(&o, x.Former)
	optionalWord(c, &o, &x.Stage)
	optionalWord(c, &o, &x.Action)
	optionalWord(c, &o, &x.CaseRole)
	optionalText(c, &o, &detail.Object)
	optionalText(c, &o, &detail.When)
	optionalText(c, &o, &detail.Reason)
	optionalText(c, &o, &voice.By)
	if c.option(&o, len(voice.Via) > 0) {
		list(c, &voice.Via, 1, func(s *string) { text(c, s) })
	}
	if c.reading {
		x.SetAsides(voice, detail)
		return
	}
	if c.keeping && x.Voice != nil {
		*x.Voice = voice
	}
	if c.keeping && x.Detail != nil {
		*x.Detail = detail
	}
}

func (c *coder) result(r *extract.Result) {
	c.claims(&r.Claims)
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
