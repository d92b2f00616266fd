package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"time"
)

// items takes a list apart: each item behind its length in two bytes.
func items(list []byte, count int) ([][]byte, error) {
	var all [][]byte
	for len(list) >= 2 {
		length := int(binary.BigEndian.Uint16(list))
		if len(list) < 2+length {
			return nil, fmt.Errorf("a list ends within an item")
		}
		all = append(all, list[2:2+length])
		list = list[2+length:]
	}
	if len(list) != 0 || len(all) != count {
		return nil, fmt.Errorf("a list of %d items instead of %d", len(all), count)
	}
	return all, nil
}

// order is what entries have to keep among each other.
type order struct {
	next map[string]uint64
	last time.Time
	ids  map[string]bool
}

// follow checks the form of an entry, its place, and its body where there is one.
func (o *order) follow(entry, body []byte) error {
	lines := strings.Split(string(entry), "\n")
	if len(lines) != 6 || lines[0] != "reading-room-entry/1" || lines[1] == "" || lines[5] != "" {
		return fmt.Errorf("an entry that is not one")
	}
	tenant := lines[1]
	if lines[2] != strconv.FormatUint(o.next[tenant], 10) {
		return fmt.Errorf("tenant %s: sequence %s instead of %d", tenant, lines[2], o.next[tenant])
	}
	o.next[tenant]++
	at, err := time.Parse(time.RFC3339Nano, lines[3])
	if err != nil || at.Before(o.last) {
		return fmt.Errorf("time %s after %s", lines[3], o.last)
	}
	o.last = at
	digest, err := base64.StdEncoding.Strict().DecodeString(lines[4])
	if err != nil || len(digest) != sha256.Size {
		return fmt.Errorf("a digest that is not one")
	}
	if len(body) == 0 {
		return nil
	}
	if sum := sha256.Sum256(body); !bytes.Equal(sum[:], digest) {
		return fmt.Errorf("tenant %s, sequence %s: another body", tenant, lines[2])
	}
	var event struct{ Id, Tenant *string }
	if err := json.Unmarshal(body, &event); err != nil {
		return fmt.Errorf("a body that is no JSON: %w", err)
	}
	if event.Tenant != nil && *event.Tenant != tenant {
		return fmt.Errorf("a body of another tenant")
	}
	if event.Id != nil && o.ids[*event.Id] {
		return fmt.Errorf("an event that is there twice")
	} else if event.Id != nil {
		o.ids[*event.Id] = true
	}
	return nil
}
