package content

import (
	"fmt"
	"net/mail"
	"strings"
	"time"
	// zones are the same on every machine, also where none are installed
	_ "time/tzdata"

	"profilegen/generator/diag"
)

// DefaultSettings are those of a site that says nothing.
func DefaultSettings() Settings {
	return Settings{Title: "Profiles", Language: "en", Timezone: "UTC", Publish: PublishAll}
}

func settingsKeys() []string {
	return []string{"title", "base_url", "language", "description", "timezone", "publish", "contact"}
}

// ParseSettings reads profilegen.yaml; no bytes give the defaults. Where there
// is an error, the keys without one are set all the same.
func ParseSettings(file string, raw []byte) (Settings, []diag.Problem) {
	r := &reader{file: file}
	s := DefaultSettings()
	v, ok := r.yamlFile(raw)
	if !ok {
		return s, r.problems
	}
	f, ok := r.open(v, nil, "", settingsKeys()...)
	if !ok {
		return s, r.problems
	}
	if title := f.title("title"); title != "" {
		s.Title = title
	}
	s.BaseURL = f.baseURL("base_url")
	if tag := f.language("language"); tag != "" {
		s.Language = tag
	}
	s.Description = f.text("description")
	s.Timezone = f.timezone("timezone", s.Timezone)
	s.Publish = Publish(f.oneOf("publish", string(PublishAll), string(PublishAll), string(PublishCorroborated), string(PublishReviewed)))
	s.Contact = f.contact("contact")
	return s, r.problems
}

// yamlFile decodes and reads a file that is YAML from end to end.
func (r *reader) yamlFile(raw []byte) (*value, bool) {
	text, ok := r.decode(raw)
	if !ok {
		return nil, false
	}
	if v, ok := plainTable(text); ok {
		return v, true
	}
	return parseYAML(r, text, 1)
}

// baseURL gives the address under which the site is published, with a slash at
// its end.
func (f form) baseURL(key string) string {
	address := f.address(key)
	if address == "" {
		return ""
	}
	if strings.ContainsAny(address, "?#") {
		f.wrong(f.at(key), "bad-address", fmt.Sprintf("%s: %q has a ? or #", key, address), "write the address of the site's first page")
		return ""
	}
	return strings.TrimRight(address, "/") + "/"
}

func (f form) timezone(key, otherwise string) string {
	text := f.text(key)
	if text == "" {
		return otherwise
	}
	// "Local" would be another zone on each machine
	if _, err := time.LoadLocation(text); err != nil || text == "Local" {
		f.wrong(f.at(key), "bad-timezone", fmt.Sprintf("%s: %q is not a time zone", key, text), "write an IANA name, as Europe/London or UTC")
		return otherwise
	}
	return text
}

// contact gives an address of the web or of a mailbox.
func (f form) contact(key string) string {
	v := f.get(key)
	text, ok := f.scalar(key, v)
	if !ok || text == "" {
		return ""
	}
	if !strings.Contains(text, ":") {
		if a, err := mail.ParseAddress(text); err == nil && a.Address == text {
			return text
		}
		f.wrong(v.at, "bad-address", fmt.Sprintf("%s: %q is neither an e-mail address nor one of the web", key, text), "write desk@paper.example or https://…")
		return ""
	}
	return f.address(key, "mailto")
}
