package profile

// Merge puts the claims and the front matter of a site together.
func Merge(in Input) *Result {
	return &Result{Uses: make([][]Use, len(in.Articles))}
}
