package main

import (
	"fmt"
	"os"
	"strings"

	"github.com/transparency-dev/formats/log"
	"golang.org/x/mod/sumdb/note"
)

// verifiers reads keys, one on each line.
func verifiers(file string) ([]note.Verifier, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var all []note.Verifier
	for _, line := range strings.Split(strings.TrimSpace(string(text)), "\n") {
		verifier, err := note.NewVerifier(line)
		if err != nil {
			return nil, fmt.Errorf("a key: %w", err)
		}
		all = append(all, verifier)
	}
	return all, nil
}

// opened gives the checkpoint in a signed note; the key's name is the checkpoint's origin.
func opened(text []byte, keys []note.Verifier) (*log.Checkpoint, error) {
	var last error = fmt.Errorf("no key")
	for _, key := range keys {
		checkpoint, _, _, err := log.ParseCheckpoint(text, key.Name(), key)
		if err == nil {
			return checkpoint, nil
		}
		last = err
	}
	return nil, last
}
