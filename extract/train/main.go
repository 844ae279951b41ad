// Command train learns the models of package extract from the annotated articles in its
// folder articles.
package main

import (
	"embed"
	"flag"
	"fmt"
	"io/fs"
	"log"
	"os"
	"path/filepath"
	"time"

	"github.com/entente-graph/entente/eval"
	"github.com/entente-graph/entente/extract"
	"github.com/entente-graph/entente/extract/internal/wordvec"
	"github.com/entente-graph/entente/lexicon"
)

// articles are annotated articles of our own.
//
//go:embed articles
var articles embed.FS

// vectorWords are how many words, the most frequent first, get a vector.
const vectorWords = 36000

func main() {
	log.SetFlags(0)
	corpora := flag.String("corpora", "", "folder with vectors/")
	out := flag.String("out", "extract/model", "folder for the models")
	measureOnly := flag.Bool("measure", false, "learn from five articles in six and print how the sixth is read; write nothing")
	flag.Parse()
	if *corpora == "" {
		log.Fatal("train: say where the word vectors are: -corpora DIR")
	}
	start := time.Now()
	if err := run(*corpora, *out, *measureOnly); err != nil {
		log.Fatalf("train: %v", err)
	}
	fmt.Fprintf(os.Stderr, "%.0f s\n", time.Since(start).Seconds())
}

func run(corpora, out string, measureOnly bool) error {
	lex, err := lexicon.Default()
	if err != nil {
		return fmt.Errorf("open lexicon: %w", err)
	}
	space, err := wordvec.Read(filepath.Join(corpora, wordvec.File), vectorWords)
	if err != nil {
		return err
	}
	all, err := readArticles()
	if err != nil {
		return err
	}
	if measureOnly {
		return measure(lex, space, all)
	}
	return extract.Learn(lex, space, all, eval.Meet, out)
}

func readArticles() ([]extract.Annotated, error) {
	var all []extract.Annotated
	files, err := fs.Glob(articles, "articles/*.txt")
	if err != nil {
		return nil, err
	}
	for _, file := range files {
		f, err := articles.Open(file)
		if err != nil {
			return nil, fmt.Errorf("read annotated articles: %w", err)
		}
		some, err := extract.ReadAnnotated(f, filepath.Base(file))
		f.Close()
		if err != nil {
			return nil, err
		}
		all = append(all, some...)
	}
	return all, nil
}
