package extract

import (
	"strings"
	"testing"
)

const annotatedArticle = `=== 2018-03-27
Australia throws{1} out two envoys
CANBERRA (Agency) - Australia threw{1} out two envoys over a "poisoning{2}".
Moscow called it "a farce"{3,4}.
---
1 SANCTION | Australia | Russia | occurred
2 ASSAULT/COERCE | Russia | Sergei Skripal/United Kingdom | denied
3 ACCUSE | Russia | Australia | occurred
4 REJECT | Russia | | occurred
`

func TestReadAnnotated(t *testing.T) {
	all, err := ReadAnnotated(strings.NewReader(annotatedArticle), "a.txt")
	if err != nil || len(all) != 1 {
		t.Fatalf("%d articles: %v", len(all), err)
	}
	a := all[0]
	const text = "Australia throws out two envoys\n\nCANBERRA (Agency) - Australia threw out two envoys over a \"poisoning\".\n\nMoscow called it \"a farce\"."
	if a.Article.Text != text || a.Article.Published != "2018-03-27" || a.Article.Path != "a.txt:1" {
		t.Errorf("read %+v", a.Article)
	}
	for i, word := range []string{"throws", "threw", "poisoning", "farce"} {
		if !strings.HasSuffix(text[:a.marks[i].end], word) {
			t.Errorf("mark %d stands behind %q", i, text[:a.marks[i].end])
		}
	}
	if e := a.Events[2]; len(e.Types) != 2 || len(e.Recipient) != 2 || e.Status != "denied" || len(a.Events[4].Recipient) != 0 || len(a.marks[3].events) != 2 {
		t.Errorf("read %+v, %+v", a.Events, a.marks)
	}
}

func TestReadAnnotatedDates(t *testing.T) {
	lines := strings.Split(annotatedArticle, "\n")
	for i, l := range lines {
		switch {
		case strings.HasPrefix(l, "1 SANCTION"):
			lines[i] = l + " | 2018-03-26"
		case strings.HasSuffix(l, "occurred"), strings.HasSuffix(l, "denied"):
			lines[i] = l + " | -"
		}
	}
	text := strings.Join(lines, "\n")
	all, err := ReadAnnotated(strings.NewReader(text), "a.txt")
	if err != nil || !all[0].Dated || all[0].Events[1].Date != "2018-03-26" || all[0].Events[2].Date != "" {
		t.Errorf("read %+v: %v", all, err)
	}
	for _, bad := range []string{"| Monday", "| 2018-13", "|", ""} {
		if _, err := ReadAnnotated(strings.NewReader(strings.Replace(text, "| 2018-03-26", bad, 1)), "a.txt"); err == nil {
			t.Errorf("read %q for a date", bad)
		}
	}
}

func TestReadAnnotatedRefuses(t *testing.T) {
	for what, change := range map[string][2]string{
		"a mark without an event": {"4 REJECT | Russia | | occurred\n", ""},
		"an event without a mark": {"{3,4}", "{3}"},
		"an unknown type":         {"REJECT", "REFUSE"},
		"an unknown status":       {"| occurred\n2", "| likely\n2"},
		"an event twice":          {"4 REJECT", "3 REJECT"},
		"a stray brace":           {"two envoys\n", "two {envoys\n"},
		"a missing field":         {"| Russia | occurred", "| Russia"},
		"no date":                 {"=== 2018-03-27", "=== yesterday"},
		"no first line":           {"===", "##"},
	} {
		if text := strings.Replace(annotatedArticle, change[0], change[1], 1); text == annotatedArticle {
			t.Errorf("%s: nothing to change", what)
		} else if _, err := ReadAnnotated(strings.NewReader(text), "a.txt"); err == nil {
			t.Errorf("read %s", what)
		}
	}
}
