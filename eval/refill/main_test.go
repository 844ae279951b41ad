package main

import (
	"errors"
	"testing"
)

func TestFill(t *testing.T) {
	echo := func(command string) (string, error) {
		if command == "fail" {
			return "", errors.New("it did")
		}
		return "ran " + command + "\nwell\n\n", nil
	}
	for _, c := range []struct {
		name, in, want string
		n              int // -1 for an error
	}{
		{"old output goes", "# A\n```console\n$ do this\nold\n\nold\n```\nend\n", "# A\n```console\n$ do this\nran do this\nwell\n```\nend\n", 1},
		{"none there yet", "```console\n$ do it\n```", "```console\n$ do it\nran do it\nwell\n```", 1},
		{"others stay", "```console\n$ see\nold\n```\n```sh\n$ do\n```\n", "```console\n$ see\nold\n```\n```sh\n$ do\n```\n", 0},
		{"two", "```console\n$ do 1\n```\n\n```console\n$ do 2\n```\n", "```console\n$ do 1\nran do 1\nwell\n```\n\n```console\n$ do 2\nran do 2\nwell\n```\n", 2},
		{"no end", "```console\n$ do 1\n", "", -1},
	} {
		got, n, err := fill(c.in, "do", echo)
		if (err != nil) != (c.n < 0) || err == nil && (got != c.want || n != c.n) {
			t.Errorf("%s: %d, %v:\n%s", c.name, n, err, got)
		}
	}
	if _, _, err := fill("```console\n$ fail\n```\n", "fail", echo); err == nil {
		t.Error("the command's error is lost")
	}
}
