package main

import (
	"bufio"
	"io"
	"net/http"
	"os"
	"regexp"
	"strings"
	"testing"
)

// The kit is served where the lines to paste say that it is.
func TestBrowserServe(t *testing.T) {
	out, in := io.Pipe()
	ended := make(chan int)
	go func() { ended <- do([]string{"browser", "serve", "--port", "0"}, nil, in, in) }()
	var said strings.Builder
	for lines := bufio.NewScanner(out); !strings.HasSuffix(said.String(), "Ctrl-C ends this.\n") && lines.Scan(); {
		said.WriteString(lines.Text() + "\n")
	}
	for _, want := range []string{
		`  :style (http://localhost:\d+/style\.grass)\n  http://localhost:7474/browser/\?cmd=edit&arg=%3Astyle%20http`,
		`  :play (http://localhost:\d+/guide\.html)\n  http://localhost:7474/browser/\?cmd=play&arg=http`,
		`download (http://localhost:\d+/queries\.zip) `,
		`  MATCH p = .* LIMIT 50(\n)  http://localhost:7474/browser/\?cmd=edit&arg=MATCH`,
	} {
		found := regexp.MustCompile(want).FindStringSubmatch(said.String())
		if found == nil {
			t.Fatalf("no %s in what it says:\n%s", want, said.String())
		}
		if address := strings.TrimSpace(found[1]); address != "" {
			resp, err := http.Get(address)
			if err != nil {
				t.Fatal(err)
			}
			resp.Body.Close()
			if resp.StatusCode != http.StatusOK {
				t.Errorf("%s: %s", address, resp.Status)
			}
		}
	}
	self, err := os.FindProcess(os.Getpid())
	if err != nil {
		t.Fatal(err)
	}
	if err := self.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	if status := <-ended; status != statusDone {
		t.Errorf("status %d when interrupted", status)
	}
}
