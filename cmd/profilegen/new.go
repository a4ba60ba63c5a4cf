package main

import (
	"bytes"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"text/template"

	"github.com/spf13/cobra"

	"profilegen/generator"
	"profilegen/generator/content"
	"profilegen/layouts"
)

//go:embed start
var start embed.FS

func newCommand(s *shared) *cobra.Command {
	c := &cobra.Command{
		Use:   "new",
		Short: "write a starting file or folder; never overwrites",
		Args: func(c *cobra.Command, args []string) error {
			if len(args) == 0 {
				return &usageError{"new what?", "site, person, party, article or theme"}
			}
			return unknownCommand(c, args[0])
		},
		RunE: func(*cobra.Command, []string) error { return nil },
	}
	add := func(use, short string, args cobra.PositionalArgs, run func(name string) error) {
		c.AddCommand(&cobra.Command{Use: use, Short: short, Args: args, RunE: func(_ *cobra.Command, args []string) error {
			return run(strings.Join(args, " "))
		}})
	}
	add("site DIR", "make a folder with settings, a person, a party and an article", oneArg, s.newSite)
	for kind, folder := range map[string]string{"person": "people", "party": "parties", "article": "articles"} {
		add(kind+" NAME", "make a file for "+article(kind)+", with each key explained", someArgs, func(name string) error {
			return s.newFile(kind, folder, name)
		})
	}
	add("theme", "copy the built-in layouts into the site's layouts/, to change them there", noArgs, func(string) error { return s.newTheme() })
	return c
}

func article(kind string) string {
	if kind == "article" {
		return "an " + kind
	}
	return "a " + kind
}

func oneArg(c *cobra.Command, args []string) error {
	if len(args) == 1 {
		return nil
	}
	return &usageError{fmt.Sprintf("%s takes one name, but got %d", c.CommandPath(), len(args)), c.CommandPath() + " --help tells how it is used"}
}

func someArgs(c *cobra.Command, args []string) error {
	if len(args) > 0 && strings.TrimSpace(strings.Join(args, "")) != "" {
		return nil
	}
	return &usageError{c.CommandPath() + " needs a name", c.CommandPath() + " --help tells how it is used"}
}

// starting is what a starting file is filled with.
type starting struct{ Title, Name, ID, Person, Party, Article string }

// file is one to be written; its name is relative to a folder.
type file struct {
	name string
	raw  []byte
}

func fill(name string, with starting) []byte {
	var out bytes.Buffer
	t := template.Must(template.ParseFS(start, name))
	if err := t.Execute(&out, with); err != nil {
		panic(err) // the files are our own
	}
	return out.Bytes()
}

func (s *shared) newSite(dir string) error {
	with := starting{Title: content.YAMLText(siteTitle(dir)), Person: "joan-brook", Party: "harbour-party", Article: "brook-leads-harbour-party"}
	one := func(name, id string) starting {
		w := with
		w.Name, w.ID = name, id
		return w
	}
	ignore, attributes := plain("start/site/gitignore"), plain("start/site/gitattributes")
	if err := writeAll(dir, []file{
		{"profilegen.yaml", fill("start/site/profilegen.yaml", with)},
		{".gitignore", ignore},
		{".gitattributes", attributes},
		{"content/people/joan-brook.md", fill("start/person.md", one("Joan Brook", "joan-brook"))},
		{"content/parties/harbour-party.md", fill("start/party.md", one("Harbour Party", "harbour-party"))},
		{"content/articles/brook-leads-harbour-party.md", fill("start/article.md", one("Brook leads the Harbour Party", ""))},
	}); err != nil {
		return err
	}
	s.report.madeSite(dir)
	return nil
}

// plain gives a starting file that is the same in every site.
func plain(name string) []byte {
	raw, err := start.ReadFile(name)
	if err != nil {
		panic(err) // the files are our own
	}
	return raw
}

// siteTitle makes a title from a folder's name.
func siteTitle(dir string) string {
	whole, err := filepath.Abs(dir)
	if err != nil {
		whole = dir
	}
	words := strings.FieldsFunc(filepath.Base(whole), func(c rune) bool { return c == '-' || c == '_' || c == ' ' })
	if len(words) == 0 {
		return "Profiles"
	}
	title := []rune(strings.Join(words, " "))
	return strings.ToUpper(string(title[:1])) + string(title[1:])
}

func (s *shared) newFile(kind, folder, name string) error {
	id := content.NewID(name)
	if id == "" {
		return &usageError{fmt.Sprintf("%q makes no id", name), "a name needs a letter or a digit"}
	}
	if err := content.CheckID(id); err != nil {
		return &usageError{err.Error(), "choose another name, and write the right one into the file"}
	}
	to := "content/" + folder + "/" + id + ".md"
	if err := writeAll(s.source, []file{{to, fill("start/"+kind+".md", starting{Name: content.YAMLText(name), ID: id})}}); err != nil {
		return err
	}
	s.report.made(filepath.Join(s.source, filepath.FromSlash(to)))
	return nil
}

// writeAll writes files into a folder, none where one of them is there.
func writeAll(dir string, files []file) error {
	for _, f := range files {
		path := filepath.Join(dir, filepath.FromSlash(f.name))
		if _, err := os.Lstat(path); err == nil {
			return errThere(path)
		}
	}
	for _, f := range files {
		path := filepath.Join(dir, filepath.FromSlash(f.name))
		if err := generator.WriteNew(path, f.raw); errors.Is(err, fs.ErrExist) {
			return errThere(path)
		} else if err != nil {
			return fmt.Errorf("writing %s: %w", path, err)
		}
	}
	return nil
}

func (s *shared) newTheme() error {
	var files []file
	built := layouts.BuiltIn()
	err := fs.WalkDir(built, ".", func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		raw, err := fs.ReadFile(built, path)
		files = append(files, file{"layouts/" + path, raw})
		return err
	})
	if err != nil {
		return fmt.Errorf("reading the built-in layouts: %w", err)
	}
	if err := writeAll(s.source, files); err != nil {
		return err
	}
	s.report.made(fmt.Sprintf("%s, %s", filepath.Join(s.source, "layouts"), count(len(files), "file", "files")))
	return nil
}
