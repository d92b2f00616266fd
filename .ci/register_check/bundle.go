package main

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"strings"

	"github.com/transparency-dev/formats/log"
	"github.com/transparency-dev/merkle/proof"
	"github.com/transparency-dev/merkle/rfc6962"
	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const (
	tileHeight = 8
	tileWidth  = 1 << tileHeight
	samples    = 200
)

// bundle is a bundle in memory; it is the store of tiles that the checksum database's code reads from.
type bundle struct {
	files map[string][]byte
	size  int64
}

func (b *bundle) Height() int                         { return tileHeight }
func (b *bundle) SaveTiles(_ []tlog.Tile, _ [][]byte) {}

func (b *bundle) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	var all [][]byte
	for _, tile := range tiles {
		// Its paths carry the height, which here is always the same.
		path := strings.Replace(tile.Path(), "tile/8/", "tile/", 1)
		data, found := b.files[path]
		if !found {
			return nil, fmt.Errorf("%s is missing", path)
		}
		all = append(all, data)
	}
	return all, nil
}

func read(file string) (map[string][]byte, error) {
	archive, err := zip.OpenReader(file)
	if err != nil {
		return nil, err
	}
	defer archive.Close()
	files := map[string][]byte{}
	for _, member := range archive.File {
		content, err := member.Open()
		if err != nil {
			return nil, err
		}
		data, err := io.ReadAll(content)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", member.Name, err)
		}
		if _, twice := files[member.Name]; twice {
			return nil, fmt.Errorf("%s is there twice", member.Name)
		}
		files[member.Name] = data
	}
	return files, nil
}

func checkBundle(file, keyFile string, noteFiles []string) error {
	keys, err := verifiers(keyFile)
	if err != nil {
		return err
	}
	files, err := read(file)
	if err != nil {
		return err
	}
	newest, err := opened(files["checkpoint"], keys)
	if err != nil {
		return fmt.Errorf("checkpoint: %w", err)
	}
	b := &bundle{files, int64(newest.Size)}
	hashes := tlog.TileHashReader(tlog.Tree{N: b.size, Hash: tlog.Hash(newest.Hash)}, b)
	leaves, err := b.leaves()
	if err != nil {
		return err
	}
	shown, err := b.entries(leaves)
	if err != nil {
		return err
	}
	if err := b.tree(leaves, newest); err != nil {
		return err
	}
	proofs, err := b.inclusions(leaves, newest, hashes)
	if err != nil {
		return err
	}
	compared, err := b.history(keys, noteFiles, newest, hashes)
	if err != nil {
		return err
	}
	fmt.Printf("verified: %d entries, %d shown, %d proofs of entries, %d checkpoints\n", b.size, shown, proofs, compared)
	return nil
}

// leaves gives the hashes of the lowest level.
func (b *bundle) leaves() ([][]byte, error) {
	var leaves [][]byte
	for n := int64(0); n*tileWidth < b.size; n++ {
		tile := tlog.Tile{H: tileHeight, L: 0, N: n, W: int(min(tileWidth, b.size-n*tileWidth))}
		data, err := b.ReadTiles([]tlog.Tile{tile})
		if err != nil {
			return nil, err
		}
		if len(data[0]) != tile.W*tlog.HashSize {
			return nil, fmt.Errorf("%s has %d bytes", tile.Path(), len(data[0]))
		}
		for i := 0; i < tile.W; i++ {
			leaves = append(leaves, data[0][i*tlog.HashSize:(i+1)*tlog.HashSize])
		}
	}
	return leaves, nil
}

// entries checks what is shown of the entries against their hashes, and how they follow each other.
func (b *bundle) entries(leaves [][]byte) (int, error) {
	scope, all := strings.CutSuffix(string(b.files["scope"]), "\n")
	tenant, one := strings.CutPrefix(scope, "tenant ")
	if !all || (scope != "all" && !one) {
		return 0, fmt.Errorf("no scope")
	}
	o := &order{next: map[string]uint64{}, ids: map[string]bool{}}
	shown := 0
	for n := 0; n*tileWidth < len(leaves); n++ {
		width := min(tileWidth, len(leaves)-n*tileWidth)
		path := strings.TrimPrefix(tlog.Tile{H: tileHeight, L: 0, N: int64(n), W: width}.Path(), "tile/8/0/")
		entries, err := items(b.files["entries/"+path], width)
		if err != nil {
			return 0, err
		}
		bodies, err := items(b.files["bodies/"+path], width)
		if err != nil {
			return 0, err
		}
		for i, entry := range entries {
			index := n*tileWidth + i
			if len(entry) == 0 {
				if !one || len(bodies[i]) > 0 {
					return 0, fmt.Errorf("entry %d is withheld", index)
				}
				continue
			}
			shown++
			if !bytes.Equal(rfc6962.DefaultHasher.HashLeaf(entry), leaves[index]) {
				return 0, fmt.Errorf("entry %d has another hash", index)
			}
			if one && !strings.HasPrefix(string(entry), "reading-room-entry/1\n"+tenant+"\n") {
				return 0, fmt.Errorf("entry %d is another tenant's", index)
			}
			if err := o.follow(entry, bodies[i]); err != nil {
				return 0, fmt.Errorf("entry %d: %w", index, err)
			}
		}
	}
	return shown, nil
}

// tree grows the tree anew from the lowest hashes, and compares each tile and the root.
func (b *bundle) tree(leaves [][]byte, newest *log.Checkpoint) error {
	var stored []tlog.Hash
	reader := tlog.HashReaderFunc(func(indexes []int64) ([]tlog.Hash, error) {
		var all []tlog.Hash
		for _, index := range indexes {
			all = append(all, stored[index])
		}
		return all, nil
	})
	for n, leaf := range leaves {
		more, err := tlog.StoredHashesForRecordHash(int64(n), tlog.Hash(leaf), reader)
		if err != nil {
			return err
		}
		stored = append(stored, more...)
	}
	root := rfc6962.DefaultHasher.EmptyRoot()
	if b.size > 0 {
		hash, err := tlog.TreeHash(b.size, reader)
		if err != nil {
			return err
		}
		root = hash[:]
	}
	if !bytes.Equal(root, newest.Hash) {
		return fmt.Errorf("another root than that of the checkpoint")
	}
	known := map[string]bool{"checkpoint": true, "log.vkey": true, "scope": true}
	for _, tile := range tlog.NewTiles(tileHeight, 0, b.size) {
		path := strings.Replace(tile.Path(), "tile/8/", "tile/", 1)
		want, err := tlog.ReadTileData(tile, reader)
		if err != nil {
			return err
		}
		if !bytes.Equal(want, b.files[path]) {
			return fmt.Errorf("%s is another one", path)
		}
		known[path] = true
		if lists, lowest := strings.CutPrefix(path, "tile/0/"); lowest {
			known["entries/"+lists], known["bodies/"+lists] = true, true
		}
	}
	for name := range b.files {
		stamped, reply := strings.CutSuffix(name, ".tsr")
		if reply && strings.HasPrefix(name, "timestamps/") && b.files[stamped] != nil {
			continue
		}
		if !known[name] && !strings.HasPrefix(name, "checkpoints/") && !strings.HasPrefix(name, "timestamps/") {
			return fmt.Errorf("%s does not belong here", name)
		}
	}
	return nil
}

// inclusions makes a proof for some entries from the tiles and checks it with code that shares nothing with that.
func (b *bundle) inclusions(leaves [][]byte, newest *log.Checkpoint, hashes tlog.HashReader) (int, error) {
	count := min(samples, len(leaves))
	for range count {
		index := rand.Int64N(b.size)
		record, err := tlog.ProveRecord(b.size, index, hashes)
		if err != nil {
			return 0, err
		}
		if err := proof.VerifyInclusion(rfc6962.DefaultHasher, uint64(index), newest.Size, leaves[index],
			flat(record), newest.Hash); err != nil {
			return 0, fmt.Errorf("entry %d: %w", index, err)
		}
	}
	return count, nil
}

// history proves that each other checkpoint is where the newest one came from.
func (b *bundle) history(keys []note.Verifier, outside []string, newest *log.Checkpoint, hashes tlog.HashReader) (int, error) {
	texts := map[string][]byte{}
	for name, text := range b.files {
		stamped := strings.HasPrefix(name, "timestamps/") && !strings.HasSuffix(name, ".tsr")
		if stamped && b.files[name+".tsr"] == nil {
			return 0, fmt.Errorf("%s has no time stamp", name)
		}
		if strings.HasPrefix(name, "checkpoints/") || stamped {
			texts[name] = text
		}
	}
	for _, name := range outside {
		text, err := os.ReadFile(name)
		if err != nil {
			return 0, err
		}
		texts[name] = text
	}
	for name, text := range texts {
		older, err := opened(text, keys)
		if err != nil {
			return 0, fmt.Errorf("%s: %w", name, err)
		}
		var path [][]byte
		if older.Size > 0 && older.Size < newest.Size {
			tree, err := tlog.ProveTree(b.size, int64(older.Size), hashes)
			if err != nil {
				return 0, fmt.Errorf("%s: %w", name, err)
			}
			path = flat(tree)
		}
		if err := proof.VerifyConsistency(rfc6962.DefaultHasher, older.Size, newest.Size, path, older.Hash, newest.Hash); err != nil {
			return 0, fmt.Errorf("%s: %w", name, err)
		}
	}
	return len(texts), nil
}

func flat(hashes []tlog.Hash) [][]byte {
	var all [][]byte
	for _, hash := range hashes {
		all = append(all, hash[:])
	}
	return all
}
