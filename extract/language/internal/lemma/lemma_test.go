package lemma

import (
	"bytes"
	"os"
	"slices"
	"strings"
	"testing"
)

func load(t *testing.T) *Model {
	t.Helper()
	b, err := os.ReadFile("../../model/lemmas.bin")
	if err != nil {
		t.Fatal(err)
	}
	m, err := Read(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestOf(t *testing.T) {
	m := load(t)
	for _, c := range []struct{ tag, pairs string }{
		{"VBD", `announced:announce met:meet signed:sign agreed:agree left:leave sought:seek withdrew:withdraw held:hold struck:strike
			broke:break telephoned:telephone rioted:riot unfroze:unfreeze supplied:supply freed:free denied:deny travelled:travel
			banned:ban panicked:panic trafficked:traffic vied:vie tied:tie offered:offer occurred:occur vetoed:veto said:say was:be
			reimposed:reimpose overthrew:overthrow shelled:shell stopped:stop Agreed:agree fell:fall found:find`},
		{"VBN", `met:meet frozen:freeze unfrozen:unfreeze withdrawn:withdraw broken:break telephoned:telephone been:be ratified:ratify`},
		{"VBG", `telephoning:telephone rioting:riot lying:lie seeing:see planning:plan killing:kill trafficking:traffic imposing:impose`},
		{"VBZ", `supplies:supply ties:tie taxes:tax uses:use vetoes:veto goes:go is:be has:have imposes:impose telephones:telephone`},
		{"VB", `unfroze:unfreeze telephoned:telephone need:need proceed:proceed supply:supply feed:feed embed:embed`},
		{"NNS", `supplies:supply crises:crisis bases:base treaties:treaty talks:talk troops:troops vetoes:veto embargoes:embargo men:man
			countries:country theses:thesis armies:army Swiss:swiss hostilities:hostility`},
		{"NNP", `Supplies:Supplies Nations:Nations`},
		{"NN", `Talk:talk month:month day:day week:week`},
		{"", `word:word`},
	} {
		for _, pair := range strings.Fields(c.pairs) {
			form, want, _ := strings.Cut(pair, ":")
			if got := m.Of(form, c.tag); got != want {
				t.Errorf("%s as %s: lemma %q, want %q", form, c.tag, got, want)
			}
		}
	}
	if got := m.Of("", "NN"); got != "" {
		t.Errorf("lemma of nothing: %q", got)
	}
}

// Every regular form of a listed verb leads back to a listed verb.
func TestListedVerbs(t *testing.T) {
	m := load(t)
	forms := Forms()
	for _, c := range []struct{ form, tag, base string }{
		{"sanctioned", "VBD", "sanction"}, {"denounces", "VBZ", "denounce"}, {"expelling", "VBG", "expel"},
		{"frozen", "VBN", "freeze"}, {"trafficking", "VBG", "traffic"}, {"denies", "VBZ", "deny"},
	} {
		if !slices.Contains(forms[c.form], c.tag) {
			t.Errorf("no form %s %s", c.form, c.tag)
		}
		if got := m.Of(c.form, c.tag); got != c.base {
			t.Errorf("%s %s: lemma %q, want %q", c.form, c.tag, got, c.base)
		}
	}
	for form, tags := range forms {
		for _, tag := range tags {
			if form == "planing" {
				continue // "planning" it isn't; "plane" is a verb too
			}
			if got := m.Of(form, tag); !m.verbs[got] {
				t.Errorf("%s %s: lemma %q is no known verb", form, tag, got)
			}
		}
	}
}

func TestTrainWriteRead(t *testing.T) {
	samples := []Sample{
		{"glimmed", "VBD", "glim"}, {"glimmed", "VBD", "glim"}, {"parleys", "NNS", "parley"}, {"envoys", "NNS", "envoy"},
		{"oxen", "NNS", "ox"}, {"Oslo", "NNP", "Oslo"}, {"odd form", "NN", "odd"},
	}
	m := Train(samples)
	var b bytes.Buffer
	if err := m.Write(&b); err != nil {
		t.Fatal(err)
	}
	first := bytes.Clone(b.Bytes())
	again, err := Read(&b)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ form, tag, want string }{
		{"oxen", "NNS", "ox"}, {"glimmed", "VBD", "glim"}, {"warships", "NNS", "warship"}, {"Oslo", "NNP", "Oslo"},
	} {
		if got := again.Of(c.form, c.tag); got != c.want {
			t.Errorf("%s: lemma %q, want %q", c.form, got, c.want)
		}
	}
	b.Reset()
	if err := again.Write(&b); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(first, b.Bytes()) {
		t.Error("written again, the model differs")
	}
	if _, err := Read(strings.NewReader("no model")); err == nil {
		t.Error("read what is no model")
	}
}
