package generator

import (
	"bufio"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"profilegen/generator/cache"
	"profilegen/generator/diag"
	"profilegen/generator/profile"
	"profilegen/generator/publish"
	"profilegen/generator/review"
	"profilegen/generator/serve"
)

// Report tells what a build did.
type Report struct {
	// Published is true where the output folder holds the site now.
	Published bool `json:"published"`
	// Folder is the output folder as it was asked for.
	Folder   string `json:"output"`
	People   int    `json:"people"`
	Parties  int    `json:"parties"`
	Articles int    `json:"articles"`
	Claims   int    `json:"claims"`
	Facts    int    `json:"facts"`
	Held     int    `json:"held"`
	// Files is how many files the site has; Written of them were new or
	// changed, and Removed were there before.
	Files    int            `json:"files"`
	Written  int            `json:"written"`
	Removed  int            `json:"removed"`
	Problems []diag.Problem `json:"problems"`
	// Times says how long each stage took; it is left out of what is remembered.
	Times []Time `json:"-"`
}

// publishWait is how long a build waits for another one into the same folder.
const publishWait = time.Minute

// Build goes from the site's folder to the published site. Problems of the
// content, and with strict also articles that were set aside, leave the output
// folder as it was, and are in the report; the error is of anything else.
func (p *Pipeline) Build(ctx context.Context, strict bool) (Report, error) {
	inputs, tell := p.findInputs()
	if tell {
		if report, ok := p.standing(inputs, strict); ok {
			return report, nil
		}
	}
	site, err := p.run(ctx, true, inputs)
	if err != nil {
		return Report{}, err
	}
	report := p.count(site)
	if site.Pages == nil || strict && diag.Has(report.Problems, diag.SetAside) {
		return report, nil
	}
	clock := stopwatch{last: time.Now()}
	var held sync.WaitGroup
	list := site.Held
	held.Go(func() { p.keepHeld(list) })
	defer held.Wait()
	site.Held = nil // it is let go of once it is written
	_, err = p.publish(ctx, site, func(done publish.Report) {
		report.Published = true
		report.Written, report.Removed, report.Files = done.Written, done.Removed, done.Files
		p.keep(inputs, tell, site, report)
	})
	if err != nil {
		return report, err
	}
	report.Times = clock.lap(report.Times, "render and publish")
	return report, nil
}

// haveRead puts what was read and extracted on the disk, and forgets what nothing
// else needs: the lists of words and the index of the cache.
func (p *Pipeline) haveRead(inputs []input) {
	p.watched.extractor = nil
	p.articles.letGo(inputs)
	_ = p.cache.Save(true) // without it the next build takes longer
	p.cache.Close()
	p.cache = nil
}

// letGo forgets what pages do not need: what was read but for what is shown of
// it, who means what, the facts as they were before the review, and the lists
// of words.
func (p *Pipeline) letGo(site *Site) {
	site.Content = nil
	site.Merge, site.Merged, p.merger = profile.Input{}, nil, profile.Merger{}
	p.reviewer = review.Reviewer{}
}

// publish puts the site's pages into the output folder; once they stand there,
// it calls standing.
func (p *Pipeline) publish(ctx context.Context, site *Site, standing func(publish.Report)) (publish.Report, error) {
	site.Pages.Prepare()
	paths := site.Pages.Paths()
	page := publish.File{Make: site.Pages.RenderUnless}
	large := publish.File{Write: site.Pages.WriteTo, Make: func(path string, _ [32]byte, _ *bytes.Buffer) ([32]byte, error) {
		return site.Pages.Key(path), nil
	}}
	files := make([]publish.File, len(paths))
	for i, path := range paths {
		if files[i] = page; site.Pages.Large(path) {
			files[i] = large
		}
		files[i].Path = path
	}
	o := publish.Options{Jobs: p.Jobs, Wait: publishWait, Standing: standing}
	for _, place := range inputPlaces {
		o.Apart = append(o.Apart, filepath.Join(p.Source, place))
	}
	if !p.NoCache && cache.MakeDir(p.cacheFolder()) == nil {
		o.Stage = filepath.Join(p.cacheFolder(), p.stateName("next"))
		o.Memory = cache.ReadState(p.cacheFolder(), p.stateName("published"))
		o.Remember = func(write func(*bufio.Writer) error) {
			cache.WriteState(p.cacheFolder(), p.stateName("published"), write)
		}
	}
	if p.Progress != nil {
		o.Progress = func(done, total int) { p.Progress("writing", done, total) }
	}
	return publish.Publish(ctx, p.Output, files, o)
}

// count makes the report of a run.
func (p *Pipeline) count(site *Site) Report {
	r := Report{Folder: p.Output, Problems: diag.Sort(site.Problems), Times: site.Times}
	r.Articles = site.articles
	r.Claims = site.claims
	r.Held = len(site.Held)
	if site.Public == nil {
		return r
	}
	for _, profile := range site.Public.Profiles {
		if profile.Ref.IsPerson() {
			r.People++
		} else {
			r.Parties++
		}
		r.Facts += len(profile.Facts)
	}
	return r
}

// standing gives the report of the last build where this one would do the
// same: the same inputs, or others that say the same, and the output folder as
// it was left.
func (p *Pipeline) standing(inputs []input, strict bool) (Report, bool) {
	if p.NoCache {
		return Report{}, false
	}
	before, last, ok := p.lastBuilt()
	if !ok || strict && diag.Has(last.Problems, diag.SetAside) {
		return Report{}, false
	}
	changed, ok := p.changedInputs(inputs, before)
	if !ok {
		return Report{}, false
	}
	var now told
	if len(changed) > 0 {
		if now, ok = p.unmoved(changed, inputs, before); !ok {
			return Report{}, false
		}
	}
	if !publish.Stands(p.Output, cache.ReadState(p.cacheFolder(), p.stateName("published")), p.Jobs) {
		return Report{}, false
	}
	last.Written, last.Removed = 0, 0
	last.Folder = p.Output
	if len(changed) > 0 {
		_ = p.cache.Save(false)
		p.keepBuilt(inputs, now, last)
	}
	return last, true
}

// keep remembers a build whose site stands. What goes wrong here costs the next
// one some time.
func (p *Pipeline) keep(inputs []input, tell bool, site *Site, report Report) {
	if p.NoCache {
		return
	}
	if tell && p.hashInputs(inputs) == nil {
		p.keepBuilt(inputs, site.told, report)
		if len(p.Claims) == 0 {
			p.writeShown(inputs, serve.Beginning(site.Pages))
		}
	}
}

// keepHeld writes what is held for review where an editor, but no reader, can
// look at it, as `review --json` prints it.
func (p *Pipeline) keepHeld(held []review.HeldFact) {
	if p.NoCache || cache.MakeDir(p.cacheFolder()) != nil {
		return
	}
	// What goes wrong here costs nothing: `review` makes the list anew.
	_ = cache.Replace(filepath.Join(p.cacheFolder(), "held.jsonl"), func(w *bufio.Writer) error {
		encoder := json.NewEncoder(w)
		encoder.SetEscapeHTML(false)
		var flat review.FlatHeld
		for _, h := range held {
			flat = h.Flat()
			if err := encoder.Encode(&flat); err != nil {
				return err
			}
		}
		return nil
	})
}

// stateName names a state that belongs to one output folder.
func (p *Pipeline) stateName(kind string) string {
	whole, err := filepath.Abs(p.Output)
	if err != nil {
		whole = p.Output
	}
	sum := sha256.Sum256([]byte(whole))
	return kind + "-" + hex.EncodeToString(sum[:6])
}

// purpose tells one kind of build from another.
func (p *Pipeline) purpose() string {
	return strings.Join(append([]string{p.program, p.Source, p.Output, fmt.Sprint(p.Drafts)}, p.Claims...), "\x00")
}
