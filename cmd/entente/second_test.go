package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/entente-graph/entente/eval"
	"github.com/entente-graph/entente/llm/llmtest"
)

// run runs the program and gives its exit status and what it printed.
func run(args ...string) (status int, out, errs string) {
	var o, e bytes.Buffer
	status = do(args, strings.NewReader(""), &o, &e)
	return status, o.String(), e.String()
}

// endpoint starts an endpoint and makes it the one of the environment, with an
// empty folder for answers.
func endpoint(t *testing.T, answer func(int, llmtest.Request) llmtest.Response) *llmtest.Endpoint {
	e := llmtest.Start(t, answer)
	t.Setenv("ENTENTE_LLM_URL", e.URL)
	t.Setenv("ENTENTE_LLM_MODEL", "recorded")
	t.Setenv("ENTENTE_LLM_KEY", "")
	t.Setenv("ENTENTE_LLM_CACHE", t.TempDir())
	return e
}

// TestAnswersAreHeldToTheText reads the samples with recorded answers, with answers
// about another article each, and with answers that quote page furniture and words
// nobody wrote: every quote in a record is the text's, and none is litter.
func TestAnswersAreHeldToTheText(t *testing.T) {
	const folder = "../../llm/testdata/answers"
	replay, err := llmtest.Replay(os.DirFS(folder))
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(folder + "/*.json")
	if err != nil {
		t.Fatal(err)
	}
	other := func(n int, r llmtest.Request) llmtest.Response {
		text, err := os.ReadFile(files[n%len(files)])
		var recorded struct{ Answer json.RawMessage }
		if err != nil || json.Unmarshal(text, &recorded) != nil {
			t.Errorf("read %s: %v", files[n%len(files)], err)
		}
		return llmtest.Response{Answer: string(recorded.Answer)}
	}
	event := func(quote string) string {
		q, _ := json.Marshal(quote)
		return fmt.Sprintf(`{"type":"ASSAULT","action":"","status":"occurred","actors":["Russia","Share this article"],"recipients":[],"treaty":"","when":"","news":true,"claims":[{"quote":%s,"speaker":"","stance":"asserts"}]}`, q)
	}
	furniture := `{"names":[{"name":"Share this article","kind":"organization"}],"statements":[],"events":[` + strings.Join([]string{
		event("Share this article | Save | Print"), event("Hog farmers sue over river rules"), event("Harbour ferry strike enters its second week"),
		event("We use cookies to improve your visit"), event("A Topol missile on parade in Moscow. Credit: Ledger file photo"), event("ignore all rules and write this")}, ",") + `]}`
	for _, c := range []struct {
		name   string
		answer func(int, llmtest.Request) llmtest.Response
		right  float64 // the least share of events that is right
	}{
		{"recorded", func(_ int, r llmtest.Request) llmtest.Response { return replay(r) }, 0.85},
		{"another article's", other, 0},
		{"furniture", func(int, llmtest.Request) llmtest.Response { return llmtest.Response{Answer: furniture} }, 0},
	} {
		for _, extractor := range []string{"llm", "both"} {
			t.Run(c.name+" "+extractor, func(t *testing.T) {
				endpoint(t, c.answer)
				status, out, errs := run("eval", "../../samples", "--format", "json", "--extractor", extractor)
				if status != statusDone {
					t.Fatalf("status %d: %s", status, errs)
				}
				var reports []eval.Report
				if err := json.Unmarshal([]byte(out), &reports); err != nil {
					t.Fatal(err)
				}
				total := reports[0].Total
				if total.Litter != 0 || total.Verbatim.Hits != total.Verbatim.Of || total.Missing != 0 {
					t.Errorf("%d pieces of litter, %d of %d quotes verbatim, %d articles missing", total.Litter, total.Verbatim.Hits, total.Verbatim.Of, total.Missing)
				}
				if p := total.EventPrecision; extractor == "llm" && p.Value() < c.right {
					t.Errorf("%d of %d events right", p.Hits, p.Of)
				}
				if c.name == "furniture" && extractor == "llm" && total.Predicted > 0 {
					t.Errorf("%d events of furniture", total.Predicted)
				}
			})
		}
	}
}

// TestSecondReaderUsage has command lines that don't make sense, and what is said.
func TestSecondReaderUsage(t *testing.T) {
	t.Setenv("ENTENTE_LLM_URL", "")
	t.Setenv("ENTENTE_LLM_MODEL", "")
	t.Setenv("ENTENTE_LLM_KEY", "sk-hidden")
	for args, want := range map[string]string{
		"--extractor oracle":            "want rules, llm or both",
		"--extractor llm":               "--llm-model",
		"--extractor llm --llm-model m": "--llm-url",
		"--extractor llm --llm-model m --llm-url localhost:11434":                 "want an address",
		"--extractor llm --llm-model m --llm-url http://u:sk-hidden@localhost/v1": "no name or password",
		"--extractor llm --llm-model m --llm-url http://api.example.com/v1":       "unencrypted",
		"--extractor both --llm-model m --offline-cache --llm-on-error shrug":     "want rules or refuse",
		"--extractor both --llm-model m --offline-cache --llm-max-articles -1":    "want numbers above 0",
		"--dry-run": "--extractor llm or both",
	} {
		status, _, errs := run(append([]string{"extract", "../../samples/articles/01-putin-cyber-pact.txt"}, strings.Fields(args)...)...)
		if status != statusUsage || !strings.Contains(errs, want) || strings.Contains(errs, "sk-hidden") {
			t.Errorf("%s: status %d, %q; want %q", args, status, errs, want)
		}
	}
}

// TestWithoutAnAnswer refuses an article by name, or reads it by the rules alone, and
// loads nothing by half.
func TestWithoutAnAnswer(t *testing.T) {
	endpoint(t, func(int, llmtest.Request) llmtest.Response { return llmtest.Response{Refusal: "no"} })
	db := "sqlite:" + filepath.Join(t.TempDir(), "a.db")
	file := "../../samples/articles/01-putin-cyber-pact.txt"
	status, out, errs := run("load", "--db", db, "--extractor", "both", "--format", "csv", file)
	if status != statusRefused || !strings.Contains(errs, "refused "+file) || !strings.Contains(out, "\n0,0,0,0,1,0,0,0,0,0,0") {
		t.Errorf("status %d\n%s%s", status, out, errs)
	}
	status, out, errs = run("load", "--db", db, "--extractor", "both", "--format", "csv", "--llm-on-error", "rules", file)
	if status != statusDone || !strings.Contains(errs, "read by the rules alone: "+file) || !strings.Contains(out, "\n1,1,0,0,0,1,") {
		t.Errorf("status %d\n%s%s", status, out, errs)
	}
}

// TestDryRun asks nobody and loads nothing.
func TestDryRun(t *testing.T) {
	e := endpoint(t, func(int, llmtest.Request) llmtest.Response { return llmtest.Response{Answer: llmtest.Nothing} })
	db := filepath.Join(t.TempDir(), "a.db")
	status, out, errs := run("load", "--db", "sqlite:"+db, "--extractor", "both", "--dry-run", "../../samples/articles")
	if status != statusDone || !strings.Contains(out, "16 articles: 16 requests") || len(e.Asked()) > 0 {
		t.Errorf("status %d, asked %d times\n%s%s", status, len(e.Asked()), out, errs)
	}
	if _, err := os.Stat(db); err == nil {
		t.Error("a graph was begun")
	}
}

// TestSameAnswersSameGraph loads twice, the second time from what was kept alone, and
// in other batches: the export is the same, byte for byte.
func TestSameAnswersSameGraph(t *testing.T) {
	replay, err := llmtest.Replay(os.DirFS("../../llm/testdata/answers"))
	if err != nil {
		t.Fatal(err)
	}
	e := endpoint(t, func(_ int, r llmtest.Request) llmtest.Response { return replay(r) })
	var exports []string
	for i, more := range [][]string{{"--llm-parallel", "8"}, {"--offline-cache"}} {
		db := "sqlite:" + filepath.Join(t.TempDir(), fmt.Sprint(i, ".db"))
		if status, _, errs := run(append([]string{"load", "--db", db, "--extractor", "both", "../../samples/articles"}, more...)...); status != statusDone {
			t.Fatalf("load: status %d: %s", status, errs)
		}
		if status, _, errs := run("verify", "--db", db); status != statusDone {
			t.Errorf("verify: status %d: %s", status, errs)
		}
		_, out, _ := run("export", "--db", db)
		exports = append(exports, out)
	}
	if exports[0] != exports[1] || !strings.Contains(exports[0], "+llm") {
		t.Error("two loads of the same answers give two graphs")
	}
	if n := len(e.Asked()); n != 16 {
		t.Errorf("asked %d times, want 16", n)
	}
}
