package serve

import "testing"

func TestCounts(t *testing.T) {
	tests := []struct {
		file string
		want bool
	}{
		{".", true},
		{"profilegen.yaml", true},
		{"content", true},
		{"content/people/ann-lee.md", true},
		{"content/articles/2024/05/vote.txt", true},
		{"content/articles/4914.md", true},
		{"content/articles/sedition", true},
		{"layouts/pages/person.html", true},
		{"lexicon/en/roles.txt", true},
		{"static/.well-known/security.txt", true},
		{"static/.nojekyll", true},

		{"README.md", false},
		{"public/index.html", false},
		{".profilegen/cache", false},
		{".git/index.lock", false},
		{"content/.git", false},
		{"content/people/4913", false},
		{"content/people/.ann-lee.md.swp", false},
		{"content/people/.ann-lee.md.swx", false},
		{"content/people/ann-lee.md~", false},
		{"content/people/#ann-lee.md#", false},
		{"content/people/.#ann-lee.md", false},
		{"content/people/ann-lee.md___jb_tmp___", false},
		{"content/people/ann-lee.md___jb_old___", false},
		{"content/people/.goutputstream-A1B2C3", false},
		{"content/people/sedA1b2C3", false},
		{"content/people/ann-lee.md.sb-1a2b3c4d-AbCdEf", false},
		{"content/people/ann-lee.md.tmp", false},
		{"content/people/.DS_Store", false},
		{"content/.obsidian/workspace.json", false},
		{"static/.photo.jpg.swp", false},
		{"static/Thumbs.db", false},
	}
	for _, test := range tests {
		if got := counts(test.file); got != test.want {
			t.Errorf("counts(%q) = %v, want %v", test.file, got, test.want)
		}
	}
}
