// Command register_check verifies a bundle of the register, and receipts, as docs/reference/register-formats.md
// describes them, with the implementations of others.
//
//	register_check bundle BUNDLE KEYS [NOTE...]
//	register_check receipt PROOF ENTRY KEYS
//
// It ends with 1 and a line about what is wrong when something is.
package main

import (
	"fmt"
	"os"
)

func main() {
	var err error
	switch {
	case len(os.Args) >= 4 && os.Args[1] == "bundle":
		err = checkBundle(os.Args[2], os.Args[3], os.Args[4:])
	case len(os.Args) == 5 && os.Args[1] == "receipt":
		err = checkReceipt(os.Args[2], os.Args[3], os.Args[4])
	default:
		err = fmt.Errorf("call it as the comment at its top says")
	}
	if err != nil {
		fmt.Println("refused:", err)
		os.Exit(1)
	}
}
