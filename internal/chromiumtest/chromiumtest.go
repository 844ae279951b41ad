// Package chromiumtest gives tests a real Chromium, without a window and with a
// profile of its own, and keeps what a page says on the console and asks of the
// network. Where there is no Chromium, tests are skipped aloud, or fail if
// ENTENTE_REQUIRE_CHROMIUM is 1.
package chromiumtest

import (
	"cmp"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// patience is how long one step in the browser may take.
const patience = time.Minute

// Page is a tab of a browser that was started for it. Its methods end the test
// when something can't be done.
type Page struct {
	t   testing.TB
	ctx context.Context

	mu       sync.Mutex
	errors   []string
	requests []string
}

// Open starts a browser, with a fresh profile, whose window is so many CSS pixels
// wide and high. It ends with the test.
func Open(t testing.TB, width, height int64) *Page {
	t.Helper()
	program := find()
	if program == "" {
		const none = "no Chromium: install chromium, or name one in CHROMIUM"
		if os.Getenv("ENTENTE_REQUIRE_CHROMIUM") == "1" {
			t.Fatal(none)
		}
		t.Skip("NOT TESTED IN A BROWSER: ", none)
	}
	options := append(slices.Clone(chromedp.DefaultExecAllocatorOptions[:]), chromedp.ExecPath(program),
		chromedp.UserDataDir(profile(t)))
	allocated, stop := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(stop)
	ctx, cancel := chromedp.NewContext(allocated)
	t.Cleanup(cancel)
	p := &Page{t: t, ctx: ctx}
	if err := chromedp.Listen(ctx, p.hear); err != nil {
		t.Fatalf("start %s: %v", program, err)
	}
	if _, err := chromedp.Call(ctx, network.Enable, network.EnableParams{}); err != nil {
		t.Fatal(err)
	}
	p.Resize(width, height)
	return p
}

// find gives the browser that CHROMIUM names, else one in the PATH; "" for none.
func find() string {
	if named := os.Getenv("CHROMIUM"); named != "" {
		return named
	}
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome",
		"/Applications/Chromium.app/Contents/MacOS/Chromium", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	return ""
}

// profile is a folder for the browser's files. The browser may still write there
// for a moment when it is told to end, so that removing it takes more than one try.
func profile(t testing.TB) string {
	t.Helper()
	folder, err := os.MkdirTemp("", "entente-chromium-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		for range 20 {
			if err = os.RemoveAll(folder); err == nil {
				return
			}
			time.Sleep(100 * time.Millisecond)
		}
		t.Logf("remove the browser's profile: %v", err)
	})
	return folder
}

// hear keeps what the tests ask for later.
func (p *Page) hear(event any) {
	p.mu.Lock()
	defer p.mu.Unlock()
	switch e := event.(type) {
	case *runtime.EventConsoleAPICalled:
		if e.Type == runtime.ConsoleAPICalledTypeError || e.Type == runtime.ConsoleAPICalledTypeAssert {
			said := "console:"
			for _, a := range e.Args {
				said += " " + cmp.Or(a.Description, string(a.Value)) // a text has no description
			}
			p.errors = append(p.errors, said)
		}
	case *runtime.EventExceptionThrown:
		said := "exception: " + e.ExceptionDetails.Text
		if thrown := e.ExceptionDetails.Exception; thrown != nil {
			said += " " + thrown.Description
		}
		p.errors = append(p.errors, said)
	case *log.EventEntryAdded:
		if e.Entry.Level == log.EntryLevelError {
			p.errors = append(p.errors, "browser: "+e.Entry.Text+" "+e.Entry.URL)
		}
	case *network.EventRequestWillBeSent:
		p.requests = append(p.requests, e.Request.URL)
	}
}

// Errors gives what was reported as an error since the browser started: by
// console.error, by an exception that nothing caught, and by the browser itself,
// as of a blocked script.
func (p *Page) Errors() []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return slices.Clone(p.errors)
}

// Requests gives the URLs that the page has asked for, its own included.
func (p *Page) Requests() []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return slices.Clone(p.requests)
}

// Do carries out steps of chromedp, each of which has a minute.
func (p *Page) Do(steps ...chromedp.Action[chromedp.Void]) {
	p.t.Helper()
	for _, step := range steps {
		Run(p, step)
	}
}

// Run carries out a step of chromedp that has a result.
func Run[T any](p *Page, step chromedp.Action[T]) T {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	result, err := chromedp.Run(ctx, step)
	if err != nil {
		p.t.Fatalf("%v\non the console: %q", err, p.Errors())
	}
	return result
}

// Eval gives the value of a JavaScript expression in the page, as JSON would hold it. Of a
// promise it is what the promise comes to.
func Eval[T any](p *Page, expression string) T {
	p.t.Helper()
	return Run(p, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
}

// Go opens an address and waits until it has loaded.
func (p *Page) Go(url string) {
	p.t.Helper()
	p.Do(chromedp.Navigate(url))
}

// Wait waits until a JavaScript expression is true, be it of another page than the
// present one.
func (p *Page) Wait(expression string) {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	for {
		// An error may mean no more than that the page is just being replaced.
		is, err := chromedp.Run(ctx, chromedp.Evaluate[bool]("Boolean("+expression+")"))
		if err == nil && is {
			return
		}
		select {
		case <-ctx.Done():
			p.t.Fatalf("never true: %s (%v)\non the console: %q", expression, err, p.Errors())
		case <-time.After(50 * time.Millisecond):
		}
	}
}

// Press types keys, for which chromedp/kb has names, into what has the focus.
func (p *Page) Press(keys string) {
	p.t.Helper()
	p.Do(chromedp.KeyEvent(keys))
}

// Resize gives the window another width and height, in CSS pixels.
func (p *Page) Resize(width, height int64) {
	p.t.Helper()
	p.Do(chromedp.EmulateViewport(width, height))
}

// Prefer sets a media feature, as prefers-color-scheme to dark.
func (p *Page) Prefer(feature, value string) {
	p.t.Helper()
	params := emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: feature, Value: value}}}
	if _, err := chromedp.Call(p.ctx, emulation.SetEmulatedMedia, params); err != nil {
		p.t.Fatal(err)
	}
}

// Screenshot writes what the window shows to build/screenshots/NAME.png at the
// top of the project, for people to look at.
func (p *Page) Screenshot(name string) {
	p.t.Helper()
	p.Keep(name+".png", Run(p, chromedp.CaptureScreenshot()))
}

// Keep writes a file beside the screenshots.
func (p *Page) Keep(name string, content []byte) {
	p.t.Helper()
	path := filepath.Join(top(p.t), "build", "screenshots", name)
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		p.t.Fatal(err)
	}
	if err := os.WriteFile(path, content, 0o666); err != nil {
		p.t.Fatal(err)
	}
}

// top is the folder of the project.
func top(t testing.TB) string {
	t.Helper()
	folder, err := filepath.Abs(".")
	if err != nil {
		t.Fatal(err)
	}
	for ; folder != filepath.Dir(folder); folder = filepath.Dir(folder) {
		if _, err := os.Stat(filepath.Join(folder, "go.mod")); err == nil {
			return folder
		}
	}
	t.Fatal("no go.mod above the test's folder")
	return ""
}
