// Command train learns the models of package language from treebanks and
// corpora of names, or measures the models in place.
package main

import (
	_ "embed"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/entente-graph/entente/extract/internal/wordvec"
	"github.com/entente-graph/entente/extract/language"
	"github.com/entente-graph/entente/lexicon"
)

func main() {
	log.SetFlags(0)
	corpora := flag.String("corpora", "", "folder with treebank/ and names/, and for training vectors/")
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
	lex, err := lexicon.Default()
	if err != nil {
		return fmt.Errorf("open lexicon: %w", err)
	}
	known := newGazetteer(lex)
	as := newStandIns(lex, known)
	if !measureOnly {
		words, err := wordvec.Read(filepath.Join(dir, wordvec.File), clusterWords)
		if err != nil {
			return err
		}
		l := learn(c, words, known, as)
		if err := l.write(out); err != nil {
			return err
		}
	}
	m, err := language.Load(os.DirFS(out), nil)
	if err != nil {
		return err
	}
	knows, err := language.Load(os.DirFS(out), informed{known, as})
	if err != nil {
		return err
	}
	var figures strings.Builder
	for _, part := range []struct {
		name  string
		trees []tree
	}{{"EWT dev", c.dev}, {"EWT test", c.test}, {"GUM news, held out", c.news}} {
		s := measureTrees(m, part.trees)
		fmt.Fprintf(&figures, "%s: %s", part.name, s.String())
	}
	ours := measureTrees(knows, c.oursTest)
	fmt.Fprintf(&figures, "newspaper sentences of our own, with the gazetteer: %s", ours.String())
	fmt.Fprint(&figures, measureText(m, c.news), measureNames(knows, c.nameDev), measureSpeed(knows, c.test))
	fmt.Print(figures.String())
	return writeCard(filepath.Join(out, "MODEL_CARD.md"), figures.String())
}

//go:embed card.md
var card string

// writeCard puts the figures into the model card. Speed is left out: it is the
// machine's.
func writeCard(file, figures string) error {
	var kept []string
	for _, line := range strings.Split(strings.TrimSpace(figures), "\n") {
		if !strings.HasPrefix(line, "words/s") {
			kept = append(kept, line)
		}
	}
	text := strings.Replace(card, "FIGURES", strings.Join(kept, "\n"), 1)
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		return fmt.Errorf("write the model card: %w", err)
	}
	return nil
}
