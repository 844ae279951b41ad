package language

import (
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
)

// model is shared: loading takes longer than most tests.
var model = sync.OnceValues(func() (*Model, error) { return New(known{}) })

func mustModel(t testing.TB) *Model {
	t.Helper()
	m, err := model()
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// known is a small gazetteer.
type known struct{}

var phrases = map[string]NameKind{
	"European Union": OrganizationName, "Security Council": OrganizationName, "NATO": OrganizationName,
	"Anna van der Berg": PersonName, "Côte d’Ivoire": PlaceName, "Tuvalu": PlaceName, "Peru": PlaceName,
}

func (known) Longest(words []string) (int, NameKind) {
	for n := len(words); n > 0; n-- {
		if kind := phrases[strings.Join(words[:n], " ")]; kind != 0 {
			return n, kind
		}
	}
	return 0, 0
}

func (known) Like(word string) string {
	if phrases[word] == PlaceName {
		return "Iraq"
	}
	return ""
}

// Each want is "word relation head", the head of a root being "-".
func TestParse(t *testing.T) {
	m := mustModel(t)
	for _, c := range []struct {
		text string
		want []string
	}{
		{"Russia expelled three Estonian diplomats on Monday.", []string{"expelled root -", "Russia nsubj expelled", "diplomats obj expelled", "Monday obl expelled"}},
		{"Three Estonian diplomats were expelled by Russia.", []string{"expelled root -", "diplomats nsubj:pass expelled", "Russia obl:agent expelled", "were aux:pass expelled"}},
		{"The treaty was ratified by the senate in 1994.", []string{"ratified root -", "treaty nsubj:pass ratified", "senate obl:agent ratified"}},
		{"The foreign minister of Finland met his Swedish counterpart in Oslo.", []string{"met root -", "minister nsubj met", "Finland nmod minister", "counterpart obj met"}},
		{"Ministers from Norway and Denmark signed a fishing agreement.", []string{"signed root -", "Ministers nsubj signed", "Denmark conj Norway", "agreement obj signed"}},
		{"The two governments agreed to reopen their embassies.", []string{"agreed root -", "governments nsubj agreed", "reopen xcomp agreed", "embassies obj reopen"}},
		{"The government left the treaty and broke off the talks.", []string{"left root -", "government nsubj left", "treaty obj left", "broke conj left", "talks obj broke"}},
		{"The rebels sought help from Chad and held the port.", []string{"sought root -", "rebels nsubj sought", "help obj sought", "held conj sought", "port obj held"}},
		{"The army withdrew its troops from the border.", []string{"withdrew root -", "army nsubj withdrew", "troops obj withdrew", "border obl withdrew"}},
		{"The envoy said that the talks had failed.", []string{"said root -", "envoy nsubj said", "failed ccomp said", "talks nsubj failed"}},
		{"The president refused to recognize the new government.", []string{"refused root -", "president nsubj refused", "recognize xcomp refused", "government obj recognize"}},
		{"The two sides struck a deal and announced a ceasefire.", []string{"struck root -", "sides nsubj struck", "deal obj struck", "announced conj struck", "ceasefire obj announced"}},
		{"Warships from China entered the strait.", []string{"entered root -", "Warships nsubj entered", "China nmod Warships", "strait obj entered"}},
		{"Kenya accused its neighbour of violating the border.", []string{"accused root -", "Kenya nsubj accused", "neighbour obj accused", "violating advcl accused", "border obj violating"}},
		{"The ambassador, who arrived on Friday, criticized the decision.", []string{"criticized root -", "ambassador nsubj criticized", "arrived acl:relcl ambassador", "decision obj criticized"}},
		{"Poland did not sign the declaration.", []string{"sign root -", "Poland nsubj sign", "not advmod sign", "declaration obj sign"}},
		{"Hackers stole files from the ministry and leaked them.", []string{"stole root -", "Hackers nsubj stole", "files obj stole", "them obj leaked"}},
		{"The European Union condemned the attack.", []string{"condemned root -", "European nsubj condemned", "Union flat European", "attack obj condemned"}},
	} {
		got := m.Read(c.text)
		if len(got) != 1 {
			t.Errorf("%q: %d sentences", c.text, len(got))
			continue
		}
		var arcs []string
		for _, k := range got[0].Tokens {
			head := "-"
			if k.Head >= 0 {
				head = got[0].Tokens[k.Head].Text
			}
			arcs = append(arcs, k.Text+" "+k.Rel+" "+head)
		}
		for _, w := range c.want {
			if !slices.Contains(arcs, w) {
				t.Errorf("%q: no arc %q in %q", c.text, w, arcs)
			}
		}
	}
}

func TestLemmas(t *testing.T) {
	m := mustModel(t)
	for _, c := range []struct{ text, want string }{
		{"The king telephoned the premier, and students rioted.", "the king telephone the premier , and student riot ."},
		{"The bank unfroze the accounts, and Peru supplies oil.", "the bank unfreeze the account , and Peru supply oil ."},
		{"The minister’s talks didn’t fail.", "the minister 's talk do not fail ."},
		{"A month later she met both.", "a month late she meet both ."},
	} {
		var got []string
		for _, s := range m.Read(c.text) {
			for _, k := range s.Tokens {
				got = append(got, k.Lemma)
			}
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%q\n got %s\nwant %s", c.text, s, c.want)
		}
	}
}

func TestNames(t *testing.T) {
	m := mustModel(t)
	for _, c := range []struct {
		text string
		want []string
	}{
		{"The European Union praised Tuvalu.", []string{"European Union organization", "Tuvalu place"}},
		{"Anna van der Berg flew to Côte d’Ivoire.", []string{"Anna van der Berg person", "Côte d’Ivoire place"}},
		{"The Security Council met NATO envoys.", []string{"Security Council organization", "NATO organization"}},
		{"Angela Merkel met John Kerry in Berlin.", []string{"Angela Merkel person", "John Kerry person", "Berlin place"}},
		{"The talks went on.", nil},
	} {
		var got []string
		for _, s := range m.Read(c.text) {
			for _, n := range s.Names {
				kind := [...]string{PersonName: "person", OrganizationName: "organization", PlaceName: "place"}[n.Kind]
				got = append(got, c.text[s.Tokens[n.First].Start:s.Tokens[n.Last].End]+" "+kind)
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%q\n got %q\nwant %q", c.text, got, c.want)
		}
	}
}

// A place that the treebanks never had is read as one that they have often.
func TestLikeness(t *testing.T) {
	m := mustModel(t)
	read := func(place string) []Token {
		return m.Read("Last week " + place + " denied the charge and recalled its ambassador.")[0].Tokens
	}
	want, got := read("Iraq"), read("Tuvalu")
	for i := range want {
		if got[i].Tag != want[i].Tag || got[i].Head != want[i].Head || got[i].Rel != want[i].Rel {
			t.Errorf("%s is read as %v, %s as %v", got[i].Text, got[i], want[i].Text, want[i])
		}
	}
	if got[2].Text != "Tuvalu" || got[2].Lemma != "Tuvalu" {
		t.Errorf("the word itself is %v", got[2])
	}
}

func TestSentenceBounds(t *testing.T) {
	m := mustModel(t)
	text := "  A headline\n\nOne came. Two left.\nThree stayed. "
	var got []string
	for _, s := range m.Read(text) {
		got = append(got, text[s.Start:s.End])
	}
	if want := []string{"A headline", "One came.", "Two left.", "Three stayed."}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	third := m.Read(text)[3]
	if !third.Tokens[0].NewLine || third.Tokens[1].NewLine || third.Paragraph != 2 {
		t.Errorf("last sentence: %+v", third)
	}
}

func TestAnnotate(t *testing.T) {
	m := mustModel(t)
	s := m.Annotate([]string{"Peru", "left", "."})
	if s.Start != 0 || s.End != 11 || s.Tokens[1].Start != 5 || s.Tokens[1].Rel != "root" {
		t.Errorf("got %+v", s)
	}
	if s := m.Annotate(nil); len(s.Tokens) != 0 || s.End != 0 {
		t.Errorf("of no words: %+v", s)
	}
}

func TestWords(t *testing.T) {
	if got, want := strings.Join(Words("U.S.-Soviet pact"), "|"), "U.S.|-|Soviet|pact"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// Many readers at once read as one does.
func TestConcurrent(t *testing.T) {
	m := mustModel(t)
	texts := []string{"Peru left the pact.", "Warships from China entered the strait. Kenya protested.", "NATO met."}
	want := make([]string, len(texts))
	for i, s := range texts {
		want[i] = render(m.Read(s))
	}
	var wait sync.WaitGroup
	for k := range 4 {
		wait.Go(func() {
			for n := range 20 {
				i := (k + n) % len(texts)
				if got := render(m.Read(texts[i])); got != want[i] {
					t.Errorf("got %s, want %s", got, want[i])
				}
			}
		})
	}
	wait.Wait()
}

func render(sentences []Sentence) string {
	var b strings.Builder
	for _, s := range sentences {
		for _, k := range s.Tokens {
			b.WriteString(k.Text + "/" + k.Tag + "/" + k.Rel + " ")
		}
	}
	return b.String()
}

func TestLoadRefuses(t *testing.T) {
	for name, files := range map[string]fstest.MapFS{
		"nothing":        {},
		"one line":       {"labels.bin": {Data: []byte("NOUN|NN\n")}},
		"damaged tags":   {"labels.bin": {Data: []byte("NOUN|NN\nroot\n")}, "tags.bin": {Data: []byte("no model")}},
		"missing models": {"labels.bin": {Data: []byte("NOUN|NN\nroot\n")}},
	} {
		if _, err := Load(files, nil); err == nil {
			t.Errorf("%s: loaded", name)
		}
	}
}
