// Package indicators holds the shipped indicator set as files: vocabulary,
// questions, instruments, interviews, and the test cases beside them. It has
// structure and no words, and it must never hold code beside the embedding.
package indicators

import "embed"

// Files is the shipped indicator set, to be read by indicator.Load.
//
//go:embed set.yaml vocabulary questions instruments interviews cases
var Files embed.FS
