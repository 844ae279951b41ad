package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
)

// tree is a treebank sentence.
type tree struct {
	doc, text   string
	paragraph   bool // starts one, or follows a caption, heading or item
	forms       []string
	lemmas      []string
	tags        []string // UPOS|XPOS
	heads       []int32  // from 0; the number of words for the root
	rels        []string
	spaceBefore []bool
	misc        []string
}

// readTrees reads a CoNLL-U file; empty nodes are left out, and multiword
// tokens leave nothing but the spacing of their words.
func readTrees(file string) ([]tree, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return scanTrees(f, file)
}

// scanTrees is readTrees of an open file.
func scanTrees(f io.Reader, file string) ([]tree, error) {
	var out []tree
	var t tree
	doc := ""
	var open blocks
	space, joinedUntil, afterJoin := true, 0, true
	in := bufio.NewScanner(f)
	in.Buffer(nil, 1<<24)
	for line := 1; in.Scan(); line++ {
		s := in.Text()
		switch {
		case s == "":
			for i, h := range t.heads {
				if h < 0 {
					t.heads[i] = int32(len(t.heads))
				}
			}
			if len(t.forms) > 0 {
				t.doc = doc
				t.paragraph = open.next() || t.paragraph
				out = append(out, t)
			}
			t, space, joinedUntil = tree{}, true, 0
			continue
		case strings.HasPrefix(s, "# newdoc id = "):
			doc, open = s[len("# newdoc id = "):], blocks{}
		case strings.HasPrefix(s, "# newpar_block = "):
			open.add(s[len("# newpar_block = "):])
		case strings.HasPrefix(s, "# newpar"):
			t.paragraph = true
		case strings.HasPrefix(s, "# text = "):
			t.text = s[len("# text = "):]
		}
		if s[0] == '#' {
			continue
		}
		c := strings.Split(s, "\t")
		if len(c) != 10 {
			return nil, fmt.Errorf("%s:%d: %d columns instead of 10", file, line, len(c))
		}
		if strings.Contains(c[0], ".") {
			continue
		}
		glued := strings.Contains(c[9], "SpaceAfter=No")
		if _, last, ok := strings.Cut(c[0], "-"); ok {
			joinedUntil, _ = strconv.Atoi(last)
			afterJoin = !glued
			continue
		}
		id, err := strconv.Atoi(c[0])
		if err != nil {
			return nil, fmt.Errorf("%s:%d: word number %q", file, line, c[0])
		}
		head, err := strconv.Atoi(c[6])
		if err != nil {
			return nil, fmt.Errorf("%s:%d: head %q", file, line, c[6])
		}
		t.forms = append(t.forms, c[1])
		t.lemmas = append(t.lemmas, c[2])
		t.tags = append(t.tags, c[3]+"|"+c[4])
		t.heads = append(t.heads, int32(head-1))
		t.rels = append(t.rels, c[7])
		t.misc = append(t.misc, c[9])
		t.spaceBefore = append(t.spaceBefore, space)
		switch {
		case id < joinedUntil:
			space = false
		case id == joinedUntil:
			space = afterJoin
		default:
			space = !glued
		}
	}
	return out, in.Err()
}

// blocks are the blocks of a document that stand open, each with the number of
// its sentences that are still to come: a caption may stand amid a paragraph.
type blocks struct {
	left  []int
	ended bool // one ended after the last sentence
}

// add opens the blocks that a comment such as "p (6 s) | caption (1 s)" names;
// marks within a line, such as "hi", are none.
func (b *blocks) add(comment string) {
	for _, part := range strings.Split(comment, " | ") {
		name, _, _ := strings.Cut(strings.TrimSpace(part), " ")
		open := strings.LastIndexByte(part, '(')
		n, err := strconv.Atoi(strings.TrimSuffix(part[open+1:], " s)"))
		if err == nil && name != "hi" && name != "ref" {
			b.left = append(b.left, n)
		}
	}
}

// next takes a sentence and says whether a block ended before it.
func (b *blocks) next() bool {
	before := b.ended
	b.ended = false
	kept := b.left[:0]
	for _, n := range b.left {
		if n > 1 {
			kept = append(kept, n-1)
		} else {
			b.ended = true
		}
	}
	b.left = kept
	return before
}
