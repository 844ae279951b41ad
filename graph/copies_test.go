package graph

import (
	"strings"
	"testing"
)

const (
	wire = `Ruritania recalled its ambassador from Freedonia on Monday after the parliament in Fredville voted to seize the
assets of two state banks, the foreign ministry said. The step follows weeks of talks on a loan that Ruritania gave its
neighbour in 1998 and that Freedonia says it has long paid back. Both governments said that they would not close their
borders, and that the treaty of friendship between them stays in force. "We have nothing against the people of
Freedonia," the minister told reporters in the capital. "We want what is ours." Trade between the two fell by a third last year.`
	own = `The Ruritanian ambassador packed his bags in Fredville on Monday. Hours earlier, deputies there had agreed to take hold of
what two Ruritanian banks own in the country. At issue is an old loan. "We want what is ours," Ruritania's foreign minister
said, adding that the border remains open. Economists think that trade, which has shrunk by a third, will suffer more.`
)

func TestCopies(t *testing.T) {
	words := strings.Fields(wire)
	for _, test := range []struct {
		name, a, b string
		want       bool
	}{
		{"the same", wire, wire, true},
		{"other white space and case", wire, strings.ToUpper(strings.Join(words, "  ")), true},
		{"with a line of its own", wire, "FREDVILLE (Agency) - " + wire + " Additional reporting by our correspondent.", true},
		{"cut after two thirds", wire, strings.Join(words[:2*len(words)/3], " "), true},
		{"told anew", wire, own, false},
		{"short", "Ruritania protests.", "Ruritania protests.", false},
	} {
		if got := copied(sketch(test.a), sketch(test.b)); got != test.want {
			t.Errorf("%s: %v", test.name, got)
		}
	}
}

func TestSources(t *testing.T) {
	from := func(article, outlet, text string) report {
		return report{Article: article, Outlet: outlet, Sketch: sketch(text)}
	}
	reports := []report{from("a", "Post", wire), from("b", "Herald", wire+" More."), from("c", "Herald", own), from("a", "Post", wire), from("d", "", "")}
	if articles, outlets, texts := sources(reports); articles != 4 || outlets != 3 || texts != 3 {
		t.Errorf("%d articles, %d outlets, %d texts; want 4, 3, 3", articles, outlets, texts)
	}
}
