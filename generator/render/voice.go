package render

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// voice puts sentences and texts together in the words of one language. They are
// good until its memory serves the next page.
type voice struct {
	*wording
	memory
}

// memory is what the sentences and the texts of one page stand in.
type memory struct {
	parts slab[Part]
	texts texts
}

// reset ends the life of the sentences and texts.
func (m *memory) reset() {
	m.parts.reset()
	m.texts.reset()
}

// say is wording's, but for how long the text is good.
func (v *voice) say(key string, pairs ...string) string {
	message, ok := v.messages[key]
	if ok && len(message) == 1 && message[0].name == "" {
		return message[0].text
	}
	var space [256]byte
	if !ok {
		return v.texts.keep(append(space[:0], key...)) // it was put together, and need not last
	}
	return v.texts.keep(message.append(space[:0], pairs))
}

// count is wording's, but for how long the text is good.
func (v *voice) count(key string, n int) string {
	return v.say(key+"."+v.form(key, n), "n", v.number(n))
}

// notes gives texts as one, with a dot between them; the empty ones are left out.
func (v *voice) notes(texts ...string) string {
	var space [512]byte
	b, last, n := space[:0], "", 0
	for _, text := range texts {
		if text == "" {
			continue
		}
		if n++; n > 1 {
			b = append(b, " · "...)
		}
		b, last = append(b, text...), text
	}
	if n < 2 {
		return last
	}
	return v.texts.keep(b)
}

// flat gives a sentence as a text, without its links.
func (v *voice) flat(s Sentence) string {
	if len(s) == 1 {
		return s[0].Text
	}
	var space [256]byte
	b := space[:0]
	for _, part := range s {
		b = append(b, part.Text...)
	}
	return v.texts.keep(b)
}

// upper makes the first letter of a sentence a capital.
func (v *voice) upper(s Sentence) Sentence {
	if len(s) == 0 || s[0].Name {
		return s
	}
	if r, size := utf8.DecodeRuneInString(s[0].Text); unicode.IsLower(r) {
		var space [256]byte
		b := utf8.AppendRune(space[:0], unicode.ToUpper(r))
		s[0].Text = v.texts.keep(append(b, s[0].Text[size:]...))
	}
	return s
}

// sentence gives one of these parts; those that are empty are left out.
func (v *voice) sentence(parts ...Part) Sentence {
	out := Sentence(v.parts.list(len(parts)))
	for _, p := range parts {
		out = out.with(p)
	}
	return out
}

// tell gives a message as a sentence whose parts may be links.
func (v *voice) tell(key string, args ...arg) Sentence {
	message, ok := v.messages[key]
	if !ok {
		return v.sentence(Part{Text: strings.Clone(key)}) // as in say
	}
	out := Sentence(v.parts.list(len(message)))
	for _, p := range message {
		if p.name == "" {
			out = out.with(Part{Text: p.text})
		} else if i := slices.IndexFunc(args, func(a arg) bool { return a.name == p.name }); i >= 0 {
			out = out.with(args[i].part)
		}
	}
	return out
}

// around puts a post into the {post} slot of a message.
func (v *voice) around(key string, post Sentence) Sentence {
	message := v.messages[key]
	out := Sentence(v.parts.list(len(message) + len(post)))
	for _, p := range message {
		if p.name == "post" {
			out = append(out, post...)
			continue
		}
		out = out.with(Part{Text: p.text})
	}
	return out
}

// join gives two sentences as one.
func (v *voice) join(s, other Sentence) Sentence {
	if len(other) == 0 {
		return s
	}
	return append(append(Sentence(v.parts.list(len(s)+len(other))), s...), other...)
}
