package profile

import (
	"encoding/hex"
	"hash/fnv"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/mozillazg/go-unidecode"
	"golang.org/x/text/unicode/norm"
)

// plainLetters spells letters that Unicode does not decompose, so that a name
// is the same with and without them.
var plainLetters = map[rune]string{
	'ł': "l", 'ø': "o", 'đ': "d", 'ð': "d", 'þ': "th", 'ß': "ss", 'æ': "ae", 'œ': "oe", 'ı': "i", 'ħ': "h", 'ŋ': "n",
}

// fold gives the words of a name in the form in which names are compared:
// lower case, without accents of Latin, Greek, Cyrillic and Arabic script,
// without apostrophes and invisible characters; everything else that is no
// letter or digit parts words.
func fold(name string) []string {
	if isASCII(name) {
		return foldASCII(name)
	}
	var b strings.Builder
	// Behind a byte that is no text, letters would keep their accents.
	for _, r := range norm.NFKD.String(strings.ToValidUTF8(name, " ")) {
		switch r = unicode.ToLower(r); {
		case isAccent(r), isApostrophe(r), unicode.Is(unicode.Cf, r):
		case plainLetters[r] != "":
			b.WriteString(plainLetters[r])
		case unicode.IsLetter(r), unicode.IsDigit(r), unicode.Is(unicode.M, r):
			b.WriteRune(r)
		default:
			b.WriteByte(' ')
		}
	}
	return strings.Fields(b.String())
}

func foldASCII(name string) []string {
	var room [128]byte // enough for nearly all
	b := room[:0]
	for i := range len(name) {
		switch c := name[i]; {
		case 'A' <= c && c <= 'Z':
			b = append(b, c+'a'-'A')
		case 'a' <= c && c <= 'z', '0' <= c && c <= '9':
			b = append(b, c)
		case c == '\'', c == '`':
		default:
			b = append(b, ' ')
		}
	}
	return strings.Fields(string(b))
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// isAccent tells of marks that names are written with and without.
func isAccent(r rune) bool {
	return r >= 0x300 && r <= 0x36f || r >= 0x64b && r <= 0x65f || r == 0x670
}

func isApostrophe(r rune) bool {
	return r == '\'' || r == '`' || r == '’' || r == '‘' || r == 'ʼ' || r == 'ʻ' || r == '′'
}

// titles stand in front of names and are no part of them. Those that are also
// names (Malik, Syed, Khan) are not in the list.
var titles = wordSet(`mr mrs ms miss mx messrs dr drs prof professor doctor eng engr engineer alhaji alhaja hajiya haji
	hajji hajj al-haj mian barr barrister advocate adv justice rev revd reverend hon honble honourable honorable rt right
	maulana mufti allama pir shri sri smt shrimati chief mme mlle monsieur madame herr frau senor senora signor
	gen general lt lieutenant col colonel maj major capt captain brig brigadier sgt sergeant adm admiral cllr`)

// ranks are kept as a part of a name, but a name is found without them too.
var ranks = wordSet("sir dame lord lady baroness baron viscount viscountess earl")

// letters stand behind names.
var letters = wordSet("mp msp mep mla mna mpa ms qc kc mbe obe cbe kbe dbe phd md esq")

func wordSet(list string) map[string]bool {
	set := make(map[string]bool)
	for _, word := range strings.Fields(list) {
		set[word] = true
	}
	return set
}

// bare takes honorifics and letters off a folded name; one word always stays.
func bare(words []string) []string {
	for len(words) > 1 && titles[words[0]] {
		words = words[1:]
	}
	for len(words) > 2 && letters[words[len(words)-1]] {
		words = words[:len(words)-1]
	}
	return words
}

// nameWords gives the words by which a person's name is looked up. "Quill,
// Ada" is put in its usual order.
func nameWords(name string) []string {
	if last, first, ok := strings.Cut(name, ","); ok {
		if rest := fold(first); len(rest) > 0 && rest[0] != "jr" && rest[0] != "sr" && !letters[rest[0]] {
			return bare(append(bare(rest), fold(last)...))
		}
	}
	return bare(fold(name))
}

// unranked takes Sir, Lord and the like off a name where two words stay.
func unranked(words []string) []string {
	if len(words) > 2 && ranks[words[0]] {
		return words[1:]
	}
	return words
}

// turned gives a name in its other orders: the last word first ("Viktor
// Orbán", "Orbán Viktor") and the first word last.
func turned(words []string) []string {
	if len(words) < 2 {
		return nil
	}
	n := len(words) - 1
	lastFirst := append([]string{words[n]}, words[:n]...)
	firstLast := append(slices.Clone(words[1:]), words[0])
	return []string{strings.Join(lastFirst, " "), strings.Join(firstLast, " ")}
}

// partyWords gives the words by which a party's name is looked up.
func partyWords(name string) []string {
	words := fold(name)
	if len(words) > 1 && words[0] == "the" {
		words = words[1:]
	}
	return words
}

// withoutParty gives the name without the word "Party", where one word stays.
func withoutParty(words []string) string {
	if len(words) < 2 {
		return ""
	}
	rest := make([]string, 0, len(words))
	for _, word := range words {
		if word != "party" {
			rest = append(rest, word)
		}
	}
	if len(rest) == 0 {
		return ""
	}
	return strings.Join(rest, " ")
}

// acronym gives the first letters of a name of three words and more.
func acronym(words []string) string {
	var b strings.Builder
	n := 0
	for _, word := range words {
		if smallWords[word] {
			continue
		}
		r, _ := utf8.DecodeRuneInString(word)
		b.WriteRune(r)
		n++
	}
	if n < 3 {
		return ""
	}
	return b.String()
}

// smallWords carry no meaning where roles and organisations are compared.
var smallWords = wordSet("the of for a an and in to at on")

// Slug makes an id from a name: ASCII, lower case, with hyphens. A name of
// which nothing remains gets a short hash.
func Slug(name string) string {
	words := foldASCII(unidecode.Unidecode(norm.NFC.String(strings.Map(visible, name))))
	if len(words) == 0 {
		h := fnv.New32a()
		h.Write([]byte(name))
		return "x-" + hex.EncodeToString(h.Sum(nil))
	}
	return strings.Join(words, "-")
}

// visible drops what cannot be seen, and the apostrophe within a name.
func visible(r rune) rune {
	if unicode.Is(unicode.Cf, r) || isApostrophe(r) {
		return -1
	}
	return r
}
