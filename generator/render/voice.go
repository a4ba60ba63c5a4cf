package render

import (
	"slices"
	"strings"
)

// voice puts sentences together in the words of one language, in memory that
// serves one page after another.
type voice struct {
	*wording
	parts slab[Part]
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
