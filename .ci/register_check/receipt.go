package main

import (
	"fmt"
	"os"

	tlogproof "github.com/transparency-dev/formats/proof"
	"github.com/transparency-dev/merkle/proof"
	"github.com/transparency-dev/merkle/rfc6962"
)

func checkReceipt(file, entryFile, keyFile string) error {
	keys, err := verifiers(keyFile)
	if err != nil {
		return err
	}
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	entry, err := os.ReadFile(entryFile)
	if err != nil {
		return err
	}
	var receipt tlogproof.TLogProof
	if err := receipt.Unmarshal(text); err != nil {
		return err
	}
	said, err := opened(receipt.Checkpoint, keys)
	if err != nil {
		return err
	}
	var path [][]byte
	for _, hash := range receipt.Hashes {
		path = append(path, hash[:])
	}
	if err := proof.VerifyInclusion(rfc6962.DefaultHasher, receipt.Index, said.Size,
		rfc6962.DefaultHasher.HashLeaf(entry), path, said.Hash); err != nil {
		return err
	}
	fmt.Printf("verified: entry %d of %d\n", receipt.Index, said.Size)
	return nil
}
