// Package layouts holds the built-in look of a site: templates, style sheet,
// scripts and the translations of the site's own words.
//
// In goes a site's own layouts/ folder; out comes one file tree in which each
// of its files takes the place of the built-in one of the same name. The
// package parses nothing and writes nothing.
package layouts

import (
	"embed"
	"errors"
	"io/fs"
	"slices"
	"strings"
)

//go:embed pages parts assets i18n
var builtIn embed.FS

// BuiltIn gives the files that the binary carries, as "pages/person.html".
func BuiltIn() fs.FS { return builtIn }

// Overlay lays the files of a site's own layouts/ over the built-in ones; site
// may be nil, and need not exist.
func Overlay(site fs.FS) fs.FS {
	if site == nil {
		return builtIn
	}
	return overlay{site: site}
}

// overlay is a tree of two layers.
type overlay struct{ site fs.FS }

// Open gives the site's file where there is one, else the built-in one. A
// folder that both have is the built-in one: ReadDir merges them.
func (o overlay) Open(name string) (fs.File, error) {
	file, err := o.site.Open(name)
	if err == nil || !errors.Is(err, fs.ErrNotExist) {
		return file, err
	}
	return builtIn.Open(name)
}

// ReadDir lists a folder of both layers, each name once.
func (o overlay) ReadDir(name string) ([]fs.DirEntry, error) {
	own, err := fs.ReadDir(o.site, name)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	base, baseErr := fs.ReadDir(builtIn, name)
	if err != nil && baseErr != nil {
		return nil, baseErr
	}
	for _, entry := range base {
		same := func(e fs.DirEntry) bool { return e.Name() == entry.Name() }
		if !slices.ContainsFunc(own, same) {
			own = append(own, entry)
		}
	}
	slices.SortFunc(own, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return own, nil
}
