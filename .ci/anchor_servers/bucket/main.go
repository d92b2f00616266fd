// Starts an object store on a free port of this machine, in a folder that goes when it ends, with one bucket that keeps
// versions and can lock them; prints its address on a line that begins with "http". Its only user is the one that is named.
//
//	bucket ACCESS_KEY SECRET_KEY BUCKET
package main

import (
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/credentials"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/versity/versitygw/backend/meta"
	"github.com/versity/versitygw/backend/posix"
	"github.com/versity/versitygw/embedgw"
)

func must(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func freeAddress() string {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	must(err)
	defer listener.Close()
	return listener.Addr().String()
}

// subfolder makes a folder in another.
func subfolder(folder, name string) string {
	path := filepath.Join(folder, name)
	must(os.Mkdir(path, 0o700))
	return path
}

func awaitListener(address string) {
	for {
		response, err := http.Get("http://" + address)
		if err == nil {
			io.Copy(io.Discard, response.Body)
			response.Body.Close()
			return
		}
		time.Sleep(20 * time.Millisecond)
	}
}

func main() {
	folder, err := os.MkdirTemp("", "bucket")
	must(err)
	defer os.RemoveAll(folder)
	attributes, err := meta.NewSideCar(subfolder(folder, "attributes"))
	must(err)
	store, err := posix.New(subfolder(folder, "objects"), attributes, posix.PosixOpts{
		SideCarDir:    filepath.Join(folder, "attributes"),
		VersioningDir: subfolder(folder, "versions"),
	})
	must(err)
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM, os.Interrupt)
	defer stop()
	address := freeAddress()
	go func() {
		err := embedgw.RunVersityGW(ctx, store, &embedgw.Config{
			RootUserAccess: os.Args[1], RootUserSecret: os.Args[2], Region: "us-east-1", Ports: []string{address},
			MaxConnections: 1000, MaxRequests: 1000, MultipartMaxParts: 10000, Quiet: true,
		})
		if ctx.Err() == nil {
			must(err)
		}
	}()
	awaitListener(address)
	client := s3.New(s3.Options{
		Region: "us-east-1", BaseEndpoint: aws.String("http://" + address), UsePathStyle: true,
		Credentials: credentials.NewStaticCredentialsProvider(os.Args[1], os.Args[2], ""),
	})
	_, err = client.CreateBucket(ctx, &s3.CreateBucketInput{
		Bucket: aws.String(os.Args[3]), ObjectLockEnabledForBucket: aws.Bool(true),
	})
	must(err)
	fmt.Println("http://" + address)
	<-ctx.Done()
}
