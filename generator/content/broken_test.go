package content

import (
	"strings"
	"testing"
)

const personFile = "content/people/ada.md"

// person gives a broken profile: the front matter stands from line 2 on.
func person(name, front string, want ...string) brokenCase {
	for i := range want {
		want[i] = personFile + ":" + want[i]
	}
	return brokenCase{name, personFile, "---\n" + front + "---\n", want}
}

func whole(name, raw string, want ...string) brokenCase {
	c := person(name, "", want...)
	c.raw = raw
	return c
}

func TestBrokenFrontMatter(t *testing.T) {
	const none = "1:1: there is no front matter; begin the file with a line ---, then name: …, then a line ---"
	const open = "1:1: the front matter that opens with --- is not closed; close it with a line ---; a rule is written ***"
	testBroken(t, []brokenCase{
		whole("no bytes", "", "1:1: the file is empty; begin it with a line ---, then name: …, then a line ---"),
		whole("nothing to see", " \n\u200b\ufeff\n", "1:1: the file is empty; begin it with a line ---, then name: …, then a line ---"),
		whole("no front matter", "Ada was born.\n", none),
		whole("not closed", "---\nname: Ada\n", open),
		whole("not closed, one line", "---", open),
		whole("closed with dots", "---\nname: Ada\n...\nText\n", open),
		whole("opened below blank lines", "\n\n---\nname: Ada\n", "3"+open[1:]),
		whole("an indented rule in a block", "---\nname: Ada\nsummary: |\n  One\n  ---\n  Two\n---\n",
			"1:1: the front matter is cut short by the indented --- on line 5; close it with --- in the first column, and write the text above another way"),
		whole("TOML not closed", "+++\nname = \"Ada\"\n", "1:1: the front matter that opens with +++ is not closed; close it with a line +++"),
		whole("JSON not closed", "{\n\"name\": \"Ada\"\n", "1:1: the front matter that opens with { is not closed; close it with a }"),
		whole("JSON with text behind it", "{\"name\": \"Ada\"} Text\n", "1:16: something stands behind the front matter's last }; begin the text on the next line"),
		whole("a key of JSON on the first line", "{\"nme\": \"Ada\", \"name\": \"Ada\"}\nText\n", `1:2: unknown key "nme"; did you mean name?`),
		whole("empty block", "---\n---\nText\n", `1:1: the key "name" is missing; every person has one`),
		whole("comments only", "---\n# to do\n---\nText\n", `1:1: the key "name" is missing; every person has one`),
		whole("a rule is no front matter", "---\nOnce upon a time\n---\nText\n", "2:1: keys are wanted here, not text; write key: value lines; a rule in the text is written ***"),
		whole("a list is no front matter", "---\n- Ada\n---\n", "2:1: keys are wanted here, not a list; write key: value lines; a rule in the text is written ***"),
		whole("merge left in the front", "---\n<<<<<<< HEAD\nname: Ada\n=======\nname: Bo\n>>>>>>> theirs\n---\n",
			"2:1: a merge was left unfinished (<<<<<<<); choose one side and remove the marks"),
		whole("merge left in the text", "---\nname: Ada\n---\nOne\n<<<<<<< HEAD\nTwo\n=======\n>>>>>>> theirs\n",
			"5:1: a merge was left unfinished (<<<<<<<); choose one side and remove the marks"),
		whole("Latin-1", "---\nname: Ren\xe9e\n---\n", "2:10: byte 0xE9 is not UTF-8; convert the file"),
		whole("a picture", "\x89PNG\r\n\x1a\n", "1:1: not text (a PNG picture); save it as plain text in UTF-8"),
		whole("CR alone", "---\rname: Ada\rborn: 1971-02-29\r---\r", "3:7: born: 1971-02-29 is not a date (1971 had no 29 February)"),
		whole("UTF-16", "\xff\xfe-\x00-\x00-\x00\n\x00b\x00r\x00n\x00:\x00 \x001\x00\n\x00-\x00-\x00-\x00\n\x00",
			`2:1: the key "name" is missing; every person has one`, `2:1: unknown key "brn"; did you mean born?`),
	})
}

func TestBrokenYAML(t *testing.T) {
	const colon = `a second colon, or a line indented too far; put quotes around a text with ": " in it`
	testBroken(t, []brokenCase{
		person("a colon in a value", "name: Ada: the mayor\n", "2:10: "+colon),
		person("indented too far", "name: Ada\n  born: 1971\n", "3:7: "+colon),
		person("a tab first", "\tname: Ada\n", "2:1: a tab stands where spaces are wanted; indent with spaces"),
		person("a tab below", "name: Ada\n\tborn: 1971\n", "3:1: a tab stands where spaces are wanted; indent with spaces"),
		person("a quotation mark", "name: 'Ada\nborn: 1971\n", "2:7: a quotation mark is not closed; close it at the end of the value"),
		person("a bracket", "name: Ada\naliases: [A, B\nborn: 1971\n", "3:10: a list that opens with [ is not closed; close it with ], and put a comma between its values"),
		person("a brace", "name: Ada\nlinks: {website: x\nborn: 1971\n", "3:8: a table that opens with { is not closed; close it with }, and put a comma between its keys"),
		person("no colon", "name: Ada\nborn 1971\n", "3:1: a line without a colon; write key: value"),
		person("a mark of YAML", "name: @ada\n", "2:7: a value begins with a mark that YAML keeps for itself; put quotes around the value"),
		person("another column", "name: Ada\npositions:\n  - role: Mayor\n   start: 2005\n", "5:4: a line is indented differently from those above it; keys of one table begin in the same column"),
		person("an anchor", "name: &a Ada\nparty: *a\n", "2:7: anchors (&a) are not read; remove it, or put the value between quotes"),
		person("an alias", "name: *a\n", "2:7: not YAML: unknown anchor 'a' referenced"),
		person("a tag", "name: !!str Ada\n", "2:7: tags (!!str) are not read; remove it, or put the value between quotes"),
		person("a tag of one's own", "name: Ada\ndraft: !yes true\n", "3:8: tags (!yes) are not read; remove it, or put the value between quotes"),
		person("a merge key", "<<: {name: Ada}\n", "2:1: merge keys (<<) are not read; write the keys themselves"),
		person("a cycle", "name: Ada\nlinks: &l {website: *l}\n", "3:8: anchors (&l) are not read; remove it, or put the value between quotes"),
		person("a key twice", "name: Ada\nborn: 1971\nname: Bo\n", `4:1: "name" stands twice, first on line 2; keep one of them`),
		person("a key twice, in another case", "name: Ada\nName: Bo\n", `3:1: "Name" and "name" on line 2 differ only in case; keep one of them`),
		person("a key twice, below", "name: Ada\nlinks:\n  website: https://a.example\n  website: https://b.example\n",
			`5:3: "website" stands twice, first on line 4; keep one of them`),
		person("a list as a key", "? [a, b]\n: c\n", "2:3: a key must be a word, not a list; put quotes around a value that begins with [ or {"),
		person("a control character", "name: A\x07da\n", "2:8: the control character U+0007 stands here; remove it"),
		person("a line separator begins no key", "name: Ada\nsummary: fine\u2028draft: true\n", "3:20: "+colon),
		person("nested without end", "name: "+strings.Repeat("[", 20000)+"\n", "2:10007: lists and tables nest too deep; remove the inner brackets"),
		person("nested too deep", "name: "+strings.Repeat("[", 20)+strings.Repeat("]", 20)+"\n", "2:23: lists and tables nest deeper than 16; remove the inner brackets"),
	})
}

func TestBrokenValues(t *testing.T) {
	const dates = "; write 1971, 1971-12, 1971-12-27, 1971~ or 197X"
	testBroken(t, []brokenCase{
		person("unknown keys", "nmae: Ada\nname: Ada\nPositions: []\nzzz: 1\n",
			`2:1: unknown key "nmae"; did you mean name?`, `4:1: unknown key "Positions"; did you mean positions?`,
			`5:1: unknown key "zzz"; known are name, aliases, redirects, not, party, born, died, birthplace, image, summary, links, memberships, positions, events, corrections, draft`),
		person("no name", "born: 1971\n", `2:1: the key "name" is missing; every person has one`),
		person("nothing for a name", "name:\n", "2:6: empty name; write it after the colon"),
		person("a tilde for a name", "name: ~\n", "2:7: empty name; write it after the colon"),
		person("null for a name", "name: null\n", `2:7: empty name; put quotes around it where it is meant as a word: "null"`),
		person("an empty name", "name: \"\"\n", "2:7: empty name; write it between the quotation marks"),
		person("an invisible name", "name: \u200b\u00ad\n", "2:7: empty name; write it, or leave the key out"),
		person("a name that turns around", "name: \"Ada \u202edivaD\"\n", "2:7: name: has U+202E, which turns the direction of the text around; type it anew"),
		person("an alias that turns around", "name: Ada\naliases:\n  - Good\n  - \"\u2066Ada\"\n", "5:5: alias: has U+2066, which turns the direction of the text around; type it anew"),
		person("a name with an escape", "name: \"Ada\\x1b[31m\"\n", "2:7: name: has the control character U+001B; type it anew"),
		person("a name of two lines", "name: |\n  Ada\n  Lund\n", "2:7: name: must stand on one line; type it anew"),
		person("an endless name", "name: "+strings.Repeat("é", 6000)+"\n", "2:7: name: is 6000 characters long; the limit is 300; type it anew"),
		person("two alphabets", "name: K\u0430mal\n", `2:7: warning: name: "Kаmal" mixes Latin and Cyrillic letters in one word; type it again if they should be of one alphabet`),
		person("impossible dates", "name: Ada\nborn: 1971-02-29\ndied: 1970-13-45\n",
			"3:7: born: 1971-02-29 is not a date (1971 had no 29 February)", "4:7: died: 1970-13-45 is not a date (there is no month 13)"),
		person("no dates", "name: Ada\nborn: 19X9\ndied: 12:30\n", `3:7: born: "19X9" is not a date`+dates, `4:7: died: "12:30" is not a date`+dates),
		person("a time where a day is wanted", "name: Ada\nborn: 1971-12-27T10:00:00Z\n", `3:7: born: "1971-12-27T10:00:00Z" is not a date`+dates),
		person("died before born", "name: Ada\nborn: 1971-12-27\ndied: 1971-06\n", "4:7: died: 1971-06 is before born 1971-12-27; change one of them"),
		person("wrong kinds", "name: [Ada]\naliases: Bo\nborn: [1971]\nlinks: [https://a.example]\npositions: {role: Mayor}\ndraft: yes\nsummary: {a: b}\n",
			"2:7: name: text is wanted, not a list; write one value; put quotes around a text that begins with [ or {",
			"3:10: aliases: a list is wanted, not text; write aliases: […]",
			"4:7: born: a date is wanted, not a list; write 1971, 1971-12, 1971-12-27 or 1971~",
			"5:8: links: a table of addresses is wanted, not a list; write links: {website: https://…}",
			"6:12: positions: a list is wanted, not a table of keys; write positions: [{role: …}]",
			`7:8: draft: true or false is wanted, not "yes"; write true or false`,
			"8:10: summary: text is wanted, not a table of keys; write one value; put quotes around a text that begins with [ or {"),
		person("a flag between quotes", "name: Ada\ndraft: \"true\"\n", "3:8: draft: true or false is wanted, not text; write it without quotes"),
		person("an address as an alias", "name: Ada\naliases: [Lund, /people/lund/]\n", `3:17: aliases: "/people/lund/" is an address, not a name; old addresses stand under redirects`),
		person("empty aliases", "name: Ada\naliases: [\"\", Lund, ~, \"\u200b\"]\n", "3:11: aliases: an empty entry; remove it", "3:21: aliases: an empty entry; remove it", "3:24: aliases: an empty entry; remove it"),
		person("inside lists", "name: Ada\npositions:\n  - rol: Mayor\n    start: 2010\n    end: 2005\n  - Mayor\n  -\nevents:\n  - {text: Spoke}\n  - {date: 2001, text: \"\"}\nmemberships:\n  - {start: 1999}\n",
			`4:5: the key "role" is missing; every one of the positions has one`, `4:5: unknown key "rol"; did you mean role?`,
			"6:10: end: 2005 is before start 2010; change one of them", "7:5: keys are wanted here, not text; write {role: …}",
			"8:4: positions: an empty entry; remove it", `10:5: the key "date" is missing; every one of the events has one`,
			"11:24: empty text; write it", `13:5: the key "party" is missing; every one of the memberships has one`),
	})
}

func TestBrokenAddresses(t *testing.T) {
	testBroken(t, []brokenCase{
		person("schemes", "name: Ada\nlinks:\n  a: javascript:alert(1)\n  b: data:text/html,x\n  c: //evil.example/x\n  d: https://user:word@a.example/\n  e: ftp://a.example\n  f: \"java\\tscript:x\"\n  g: www.a.example\n  h: https://\n  wikidata: 42\n",
			`4:6: a: "javascript:alert(1)": an address of javascript: is not allowed, only https and http; write an https: address`,
			`5:6: b: "data:text/html,x": an address of data: is not allowed, only https and http; write an https: address`,
			`6:6: c: "//evil.example/x": the address has no https before its //; write an https: address`,
			`7:6: d: "https://user:word@a.example/": an address must not carry a user's name or password; write an https: address`,
			`8:6: e: "ftp://a.example": an address of ftp: is not allowed, only https and http; write an https: address`,
			`9:6: f: "java\tscript:x": an address has no spaces, control characters, quotation marks or brackets; write an https: address`,
			`10:6: g: "www.a.example": an address begins with https:// or http://; write an https: address`,
			`11:6: h: "https://": the address names no host; write an https: address`,
			`12:13: wikidata: "42": an address begins with https:// or http://; write a Q-number, as Q42, or an https: address`),
		person("sources", "name: Ada\nevents:\n  - {date: 2001, text: Spoke, sources: [an-article, \"javascript:x\", {a: b}]}\n",
			`4:53: sources: "javascript:x": an address of javascript: is not allowed, only https and http; write an article's id or an https: address`,
			"4:69: sources: text is wanted, not a table of keys; write one value; put quotes around a text that begins with [ or {"),
		person("redirects", "name: Ada\nredirects:\n  - people/lund\n  - //evil.example/\n  - https://evil.example/\n  - /../x\n  - /a/%2e%2e/x/\n  - /a?b\n  - /\n  - \"/a<b>/\"\n  - /con/\n  - /a%zz/\n",
			`4:5: redirects: "people/lund": an old address is a path in this site and begins with one /; write it as /people/old-name/`,
			`5:5: redirects: "//evil.example/": an old address is a path in this site and begins with one /; write it as /people/old-name/`,
			`6:5: redirects: "https://evil.example/": an old address is a path in this site and begins with one /; write it as /people/old-name/`,
			`7:5: redirects: "/../x": a path must not go up or stand still (.., . or //); write it as /people/old-name/`,
			`8:5: redirects: "/a/%2e%2e/x/": a path must not go up or stand still (.., . or //); write it as /people/old-name/`,
			`9:5: redirects: "/a?b": a path has no quotation marks, brackets, ?, # or \; write it as /people/old-name/`,
			`10:5: redirects: "/": the home page cannot be redirected; write it as /people/old-name/`,
			`11:5: redirects: "/a<b>/": a path has no quotation marks, brackets, ?, # or \; write it as /people/old-name/`,
			`12:5: redirects: "/con/": "con" is the name of a device on Windows; write it as /people/old-name/`,
			`13:5: redirects: "/a%zz/": its % signs cannot be read; write it as /people/old-name/`),
		person("a picture elsewhere", "name: Ada\nimage: ../../secret.jpg\n", `3:8: image: "../../secret.jpg" is not a file of this site; write the name of a file beside this one or under static/`),
		person("a picture on the web", "name: Ada\nimage: https://a.example/a.jpg\n", `3:8: image: "https://a.example/a.jpg" is an address; save the picture beside this file, and write its name`),
		person("a picture with a script", "name: Ada\nimage: ada.svg\n", `3:8: image: "ada.svg" is not a picture that can be resized; use .jpg, .png, .gif or .webp`),
		{"a party's colour", "content/parties/rl.md", "---\nname: River List\ncolor: navy\n---\n", []string{`content/parties/rl.md:3:8: color: "navy" is not a colour; write "#00693e", between quotes`}},
		{"a party's colour is no comment", "content/parties/rl.md", "---\nname: River List\ncolor: #00693e\nleader: x\n---\n", []string{`content/parties/rl.md:4:1: unknown key "leader"; did you mean leaders?`}},
		{"a page without a title", "content/pages/about.md", "---\nsummary: Who we are\n---\n", []string{`content/pages/about.md:2:1: the key "title" is missing; every page has one`}},
	})
}

func TestBrokenTOML(t *testing.T) {
	toml := func(name, front string, want ...string) brokenCase {
		c := person(name, "", want...)
		c.raw = "+++\n" + front + "+++\nText\n"
		return c
	}
	testBroken(t, []brokenCase{
		toml("no quotes", "name = Ada\n", `2:8: not TOML: expected value but found "Ada" instead`),
		toml("a key twice", "name = \"Ada\"\nname = \"Bo\"\n", `3:1: "name" stands twice, first on line 2; keep one of them`),
		toml("case twins", "name = \"Ada\"\nName = \"Bo\"\n", `3:1: "Name" and "name" on line 2 differ only in case; keep one of them`),
		toml("impossible day", "name = \"Ada\"\nborn = 1971-02-29\n", `3:8: not TOML: invalid datetime: "1971-02-29"`),
		toml("wrong kinds", "name = 7\nborn = true\ndraft = \"true\"\naliases = \"Bo\"\n", "2:8: name: text is wanted, not a number; put quotes around it",
			"3:8: born: a date is wanted, not true or false; write 1971, 1971-12, 1971-12-27 or 1971~",
			"4:9: draft: true or false is wanted, not text; write it without quotes", "5:11: aliases: a list is wanted, not text; write aliases: […]"),
		toml("places in tables", "name = \"\"\"\n[[x]]\"\"\" # x\n\"born\" = \"x\"\n[links]\n# a = 1\na = 'ftp://x'\n[[positions]]\nrole = \"Mayor\"\n[[positions]]\nstart = 2010\nend = 2005\nsources = [\"a\",\n  \"data:x\"] # y\n[[events]]\ndate = 19\ntext=\"x\"\n",
			`4:10: born: "x" is not a date; write 1971, 1971-12, 1971-12-27, 1971~ or 197X`,
			`7:5: a: "ftp://x": an address of ftp: is not allowed, only https and http; write an https: address`,
			`10:1: the key "role" is missing; every one of the positions has one`, "12:7: end: 2005 is before start 2010; change one of them",
			`14:3: sources: "data:x": an address of data: is not allowed, only https and http; write an article's id or an https: address`,
			`16:8: date: "19" is not a date; write 1971, 1971-12, 1971-12-27, 1971~ or 197X`),
	})
}

func TestBrokenJSON(t *testing.T) {
	json := func(name, front string, want ...string) brokenCase {
		c := person(name, "", want...)
		c.raw = "{\n" + front + "\n}\n\nText\n"
		return c
	}
	testBroken(t, []brokenCase{
		json("a comma too many", "\"name\": \"Ada\",", `3:1: not JSON: invalid character '}' looking for beginning of object key string`),
		json("an escape that is none", "\"name\": \"Ada\",\n  \"party\": \"a\\qb\"", `3:12: not JSON: invalid character 'q' in string escape code`),
		json("no value", "\"name\": Ada", `2:9: not JSON: invalid character 'A' looking for beginning of value`),
		json("a key twice", "\"name\": \"Ada\",\n\"name\": \"Bo\"", `3:1: "name" stands twice, first on line 2; keep one of them`),
		json("case twins", "\"name\": \"Ada\",\n  \"NAME\": \"Bo\"", `3:3: "NAME" and "name" on line 2 differ only in case; keep one of them`),
		json("wrong kinds", "\"nàme\": 1, \"name\": 7, \"born\": 1971, \"draft\": 1, \"aliases\": null", `2:1: unknown key "nàme"; did you mean name?`,
			"2:20: name: text is wanted, not a number; put quotes around it", "2:46: draft: true or false is wanted, not a number; write true or false"),
		json("a lost letter", "\"name\": \"Ad\\ud800\"", "2:9: name: has U+FFFD, where a letter was lost; type it anew"),
		json("nested too deep", "\"name\": "+strings.Repeat("[", 30)+strings.Repeat("]", 30), "2:25: lists and tables nest deeper than 16; remove the inner brackets"),
	})
}
