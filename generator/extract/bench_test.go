package extract

import (
	"strings"
	"testing"
)

// report is a piece of news of our own making, with what costs time: titles,
// quotations, dates, pronouns.
const report = `PORT ELLIS - Harbour Minister Ana Roe resigned on Monday over the cost of the new quay, her office said.

Ms Roe, who had been harbour minister since March 2019, told reporters that she had "lost the trust of the people who pay for it". The Reform Party (RP) senator Tom Pell, a former mayor of Marlow, called for an early election.

"We have been promised a quay for ten years," he said. "What we have is a hole with water in it." Mr Pell, who was elected to the House of Delegates for North Marl in 2009 and lost the seat in 2017, denied that he wanted the post.

The prime minister, Ines Duarte, is to name a successor on Friday. Sources close to the cabinet said that Marl Council's leader, Sir Hugh Addy, had been asked to take over, but he was not available for comment. Born in Sedge in 1961, he studied at the University of Marlow and married Jane Addy in 1988.

`

func BenchmarkExtract(b *testing.B) {
	x := newTestExtractor(b)
	a := Article{ID: "bench", Text: strings.Repeat(report, 3)}
	b.SetBytes(int64(len(a.Text)))
	b.ReportAllocs()
	for b.Loop() {
		x.Extract(a)
	}
}

// BenchmarkOneLine reads ten megabytes in a single line.
func BenchmarkOneLine(b *testing.B) {
	x := newTestExtractor(b)
	a := Article{ID: "bench", Text: strings.Repeat(strings.ReplaceAll(report, "\n", " "), 10<<20/len(report))}
	b.SetBytes(int64(len(a.Text)))
	b.ReportAllocs()
	for b.Loop() {
		x.Extract(a)
	}
}
