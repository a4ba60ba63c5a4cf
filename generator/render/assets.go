package render

import (
	"crypto/sha256"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"profilegen/generator/diag"
)

// asset is a style sheet, script or picture of the layouts.
type asset struct{ bytes []byte }

// loadAssets reads layouts/assets; each file's name in the site carries a hash
// of its bytes.
func (s *Site) loadAssets() []diag.Problem {
	s.assets, s.assetNames = map[string]asset{}, map[string]string{}
	var problems []diag.Problem
	entries, err := fs.ReadDir(s.in.Layouts, "assets")
	if err != nil {
		return []diag.Problem{layoutProblem("assets", err)}
	}
	for _, e := range entries {
		if !e.Type().IsRegular() {
			continue
		}
		source, err := fs.ReadFile(s.in.Layouts, "assets/"+e.Name())
		if err != nil {
			problems = append(problems, layoutProblem("assets/"+e.Name(), err))
			continue
		}
		sum := sha256.Sum256(source)
		ext := path.Ext(e.Name())
		name := fmt.Sprintf("assets/%s.%x%s", strings.TrimSuffix(e.Name(), ext), sum[:4], ext)
		s.assets[name] = asset{source}
		s.assetNames[e.Name()] = name
	}
	return problems
}

// asset gives the path of an asset by its name in layouts/assets; empty where
// there is none.
func (s *Site) asset(name string) string { return s.assetNames[name] }

func hostOf(address string) string {
	_, rest, ok := strings.Cut(address, "://")
	if !ok {
		return address
	}
	host, _, _ := strings.Cut(rest, "/")
	return strings.TrimPrefix(host, "www.")
}
