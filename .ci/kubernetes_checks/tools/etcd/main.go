// Command etcd is the store behind the API server. The module's own command cannot be installed by its version,
// because of its replace directives.
package main

import (
	"os"

	"go.etcd.io/etcd/server/v3/etcdmain"
)

func main() { etcdmain.Main(os.Args) }
