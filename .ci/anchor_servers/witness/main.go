// Starts litewitness, the program named first, on a free port of this machine with a key and a database that go when it
// ends; prints its address and its verifier key on one line. Lines that it reads are keys of logs to witness, each of
// which it prints when the witness knows it.
package main

import (
	"bufio"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"net"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"

	"golang.org/x/crypto/ssh"
	"golang.org/x/crypto/ssh/agent"
	"zombiezen.com/go/sqlite"
	"zombiezen.com/go/sqlite/sqlitex"
)

func must(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// serveKey offers a key to the witness, which takes it from an agent, and gives its fingerprint.
func serveKey(socket string) string {
	public, secret, err := ed25519.GenerateKey(nil)
	must(err)
	keys := agent.NewKeyring()
	must(keys.Add(agent.AddedKey{PrivateKey: secret}))
	listener, err := net.Listen("unix", socket)
	must(err)
	go func() {
		for {
			connection, err := listener.Accept()
			if err != nil {
				return
			}
			go agent.ServeAgent(keys, connection)
		}
	}()
	sshKey, err := ssh.NewPublicKey(public)
	must(err)
	return ssh.FingerprintSHA256(sshKey)
}

func freeAddress() string {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	must(err)
	defer listener.Close()
	return listener.Addr().String()
}

// learnLogs tells the witness of logs as its own witnessctl does, which needs a library that is not to be had.
func learnLogs(file string) {
	database, err := sqlite.OpenConn(file, 0)
	must(err)
	defer database.Close()
	for lines := bufio.NewScanner(os.Stdin); lines.Scan(); {
		origin, _, _ := strings.Cut(lines.Text(), "+")
		none := sha256.Sum256(nil)
		must(sqlitex.Execute(database, "INSERT INTO log (origin, tree_size, tree_hash) VALUES (?, 0, ?)",
			&sqlitex.ExecOptions{Args: []any{origin, base64.StdEncoding.EncodeToString(none[:])}}))
		must(sqlitex.Execute(database, "INSERT INTO key (origin, key) VALUES (?, ?)",
			&sqlitex.ExecOptions{Args: []any{origin, lines.Text()}}))
		fmt.Println(lines.Text())
	}
}

func main() {
	folder, err := os.MkdirTemp("", "witness")
	must(err)
	socket := filepath.Join(folder, "agent")
	database := filepath.Join(folder, "witness.db")
	address := freeAddress()
	program := exec.Command(os.Args[1], "-name", "witness.example/w1", "-db", database, "-ssh-agent", socket,
		"-key", serveKey(socket), "-listen", address)
	said, err := program.StderrPipe()
	must(err)
	must(program.Start())
	ended := make(chan os.Signal, 1)
	signal.Notify(ended, syscall.SIGTERM, os.Interrupt)
	go func() {
		<-ended
		program.Process.Kill()
	}()
	key := ""
	for lines := bufio.NewScanner(said); lines.Scan(); {
		if _, after, found := strings.Cut(lines.Text(), "vkey="); found {
			key = strings.Trim(after, `"`)
		}
		if strings.Contains(lines.Text(), "listening") {
			fmt.Println(address, key)
			go learnLogs(database)
		}
	}
	program.Wait()
	os.RemoveAll(folder)
}
