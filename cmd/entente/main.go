// Entente reads news articles, builds a knowledge graph of who did what to whom
// and who says so, and answers questions about it. See the README.
package main

import "os"

func main() {
	os.Exit(do(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}
