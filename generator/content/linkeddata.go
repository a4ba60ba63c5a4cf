package content

import (
	"cmp"
	"encoding/json"
	"strings"
)

// linkedData is what the JSON-LD of a page says of the article in it.
type linkedData struct {
	headline, published, author, publisher, url string
}

// maxLinked bounds the JSON-LD that is read, in bytes.
const maxLinked = 1 << 20

// readLinkedData gives the articles that a JSON-LD script describes.
func readLinkedData(script string) []linkedData {
	if len(script) > maxLinked {
		return nil
	}
	var tree any
	if json.Unmarshal([]byte(strings.TrimSpace(script)), &tree) != nil {
		return nil
	}
	return articlesIn(tree, 0)
}

func articlesIn(tree any, depth int) []linkedData {
	if depth > 8 {
		return nil
	}
	switch tree := tree.(type) {
	case []any:
		var found []linkedData
		for _, one := range tree {
			found = append(found, articlesIn(one, depth+1)...)
		}
		return found
	case map[string]any:
		if isArticle(tree["@type"]) {
			return []linkedData{{
				headline:  words(tree["headline"]),
				published: cmp.Or(words(tree["datePublished"]), words(tree["dateCreated"])),
				author:    names(tree["author"]),
				publisher: names(tree["publisher"]),
				url:       cmp.Or(words(tree["url"]), words(tree["mainEntityOfPage"]), idOfLinked(tree["mainEntityOfPage"])),
			}}
		}
		return append(articlesIn(tree["@graph"], depth+1), articlesIn(tree["mainEntity"], depth+1)...)
	}
	return nil
}

// isArticle tells of the types that are an article: "NewsArticle" and its like.
func isArticle(kind any) bool {
	switch kind := kind.(type) {
	case string:
		kind = strings.TrimPrefix(strings.TrimPrefix(kind, "https://schema.org/"), "http://schema.org/")
		return strings.HasSuffix(kind, "Article") || kind == "Report" || kind == "BlogPosting" || kind == "LiveBlogPosting"
	case []any:
		for _, one := range kind {
			if isArticle(one) {
				return true
			}
		}
	}
	return false
}

func words(v any) string {
	text, _ := v.(string)
	return strings.TrimSpace(text)
}

func idOfLinked(v any) string {
	object, _ := v.(map[string]any)
	return words(object["@id"])
}

// names gives the names in a word, an object with a name, or a list of either.
func names(v any) string {
	switch v := v.(type) {
	case string:
		return strings.TrimSpace(v)
	case map[string]any:
		return words(v["name"])
	case []any:
		var all []string
		for _, one := range v {
			if name := names(one); name != "" && !strings.Contains(strings.Join(all, ", "), name) {
				all = append(all, name)
			}
		}
		return strings.Join(all, ", ")
	}
	return ""
}
