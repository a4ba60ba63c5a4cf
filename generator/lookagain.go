package generator

import (
	"os"
	"path"
	"slices"

	"profilegen/generator/cache"
	"profilegen/generator/content"
	"profilegen/generator/diag"
)

// A file may be written, taken away and put back while a run reads it, many
// times within some milliseconds. What the next run goes by is therefore not
// what a look before the run has seen, but what the run has used: the hash of
// the bytes that it read, the files that it listed, and no hash where nothing
// tells which bytes it had.

// lookAgain brings the list of files up to date, and gives those that changed.
func (p *Pipeline) lookAgain(hints []string) []string {
	w := &p.watched
	if w.files == nil {
		return p.lookFirst()
	}
	var changed []string
	astray := false
	for _, hint := range hints {
		found := p.filesAt(hint)
		astray = astray || w.last != nil && w.isAstray(hint, found)
		for file, in := range found {
			old, had := w.files[file]
			if had && old.Stamp == in.Stamp && !old.Fresh {
				continue
			}
			if in.Stamp.Size >= 0 {
				in.Hash, _ = p.hashInput(file)
			}
			if !had || old.Hash != in.Hash || old.Stamp.Size != in.Stamp.Size {
				changed = append(changed, file)
			}
			w.moved = w.moved || !had || (old.Stamp.Size == noFile) != (in.Stamp.Size == noFile)
			w.files[file] = in
		}
		for file := range w.files {
			if _, has := found[file]; !has && under(file, hint) {
				delete(w.files, file)
				w.moved = true
				changed = append(changed, file)
			}
		}
	}
	if astray && !w.moved {
		changed = append(changed, p.listAnew()...)
	}
	slices.Sort(changed)
	return slices.Compact(changed)
}

// lookFirst is lookAgain where no file is known yet: all of them are new.
func (p *Pipeline) lookFirst() []string {
	w := &p.watched
	w.files = p.filesAt(Everything)
	w.moved = len(w.files) > 0
	changed := make([]string, 0, len(w.files))
	for file := range w.files {
		changed = append(changed, file)
	}
	slices.Sort(changed)
	return changed
}

// isAstray tells that the last run may have listed a place otherwise than it was
// found before and is found now: a file was away for a moment, or there for one.
func (w *watched) isAstray(place string, found map[string]input) bool {
	for file, in := range found {
		if (under(file, "content") || under(file, "static") || file == "profilegen.yaml") && (in.Stamp.Size != noFile) != w.listed.Has(file) {
			return true
		}
	}
	for file := range w.listed.Under(place) {
		if _, has := found[file]; !has {
			return true
		}
	}
	return slices.ContainsFunc(w.misfiled, func(told diag.Problem) bool {
		_, has := found[told.File]
		return !has && under(told.File, place)
	})
}

// listAnew lists the site's files, and gives those that were not listed, or no
// longer are, or are told of otherwise.
func (p *Pipeline) listAnew() (changed []string) {
	w := &p.watched
	before, told := w.listed, w.misfiled
	w.listed, w.misfiled = content.List(p.files)
	for file := range w.listed.Under(Everything) {
		if !before.Has(file) {
			changed = append(changed, file)
		}
	}
	for file := range before.Under(Everything) {
		if !w.listed.Has(file) {
			changed = append(changed, file)
		}
	}
	same := func(a, b diag.Problem) bool { return a.File == b.File && a.Code == b.Code && a.Text == b.Text }
	if !slices.EqualFunc(told, w.misfiled, same) {
		changed = append(changed, "content")
	}
	return changed
}

// noFile is the size of what is there but no file: a folder, or something
// that a run tells of.
const noFile = -1

// filesAt lists what is at a path and below it, as far as a run reads it.
func (p *Pipeline) filesAt(hint string) map[string]input {
	places := []string{hint}
	if hint == Everything {
		places = inputPlaces[:]
	}
	w := p.newWalk()
	w.folders = true
	for _, place := range places {
		if !passedOver(path.Dir(place), path.Base(place)) {
			w.place(place)
		}
	}
	w.group.Wait()
	found := make(map[string]input, w.count)
	for _, part := range w.found {
		for _, in := range part {
			found[in.Path] = in
		}
	}
	return found
}

// noteHashes notes what the last run went by. What has no hash counts as
// changed once its stamp is another; so does all that is copied as it is, for
// it is read when somebody asks for it, at any time after the run.
func (p *Pipeline) noteHashes() {
	w := &p.watched
	for file, in := range w.files {
		if in.Stamp.Size == noFile {
			continue
		}
		if hash, ok := p.articles.used(file); ok {
			in.Hash = hash
		} else if under(file, "static") {
			in.Hash = [32]byte{}
		} else {
			in.Hash = p.hashAsFound(in)
		}
		w.files[file] = in
	}
}

// hashAsFound gives the hash of a file that is as it was found, and the zero
// hash, which counts as another, where it was written since: the run may have
// read the one or the other.
func (p *Pipeline) hashAsFound(in input) (hash [32]byte) {
	sum := in.Hash
	if sum == ([32]byte{}) {
		var err error
		if sum, err = p.hashInput(in.Path); err != nil {
			return hash
		}
	}
	if info, err := os.Lstat(p.inputFile(in.Path)); err != nil || cache.StampOf(info) != in.Stamp {
		return hash
	}
	return sum
}
