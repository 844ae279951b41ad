// Command train learns the models of package language from treebanks and
// corpora of names, or measures the models in place.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"time"

	"github.com/entente-graph/entente/extract/language"
)

func main() {
	log.SetFlags(0)
	corpora := flag.String("corpora", "", "folder with treebank/ and names/")
	out := flag.String("out", "extract/language/model", "folder for the models")
	measureOnly := flag.Bool("measure", false, "print the accuracy of the models in place, train nothing")
	flag.Parse()
	if *corpora == "" {
		log.Fatal("train: say where the corpora are: -corpora DIR")
	}
	start := time.Now()
	if err := run(*corpora, *out, *measureOnly); err != nil {
		log.Fatalf("train: %v", err)
	}
	fmt.Fprintf(os.Stderr, "%.0f s\n", time.Since(start).Seconds())
}

func run(dir, out string, measureOnly bool) error {
	c, err := readCorpora(dir)
	if err != nil {
		return err
	}
	if !measureOnly {
		l := learn(c)
		if err := l.write(out); err != nil {
			return err
		}
	}
	m, err := language.Load(os.DirFS(out), nil)
	if err != nil {
		return err
	}
	for _, part := range []struct {
		name  string
		trees []tree
	}{{"EWT dev", c.dev}, {"EWT test", c.test}} {
		s := measure(m, part.trees, c.news, c.nameDev)
		fmt.Printf("%s\n%s", part.name, s.String())
	}
	return nil
}
