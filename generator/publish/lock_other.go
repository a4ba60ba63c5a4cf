//go:build !unix

package publish

import "os"

// lockFolder opens a folder. These systems have no lock on a folder that ends
// with its process: two runs at once are the user's to avoid there.
func lockFolder(path string) (*os.File, error) { return os.Open(path) }
