//go:build !linux

package publish

import "io/fs"

func stampOf(info fs.FileInfo) stamp {
	return stamp{size: info.Size(), modified: info.ModTime().UnixNano()}
}

func inodeOf(fs.FileInfo) string { return "" }
