// Verifies the register with what others wrote: the note and tree of Go's checksum database, and the proofs of
// Trillian's successors. Nothing here comes from the service's own code.
module readingroom/register_check

go 1.26.0

require (
	github.com/transparency-dev/formats v0.1.1
	github.com/transparency-dev/merkle v0.0.2
	golang.org/x/mod v0.43.0
)
