package extract

import (
	"slices"
	"testing"

	entente "github.com/entente-graph/entente"
)

// TestTreaties has the treaties that sentences name or describe.
func TestTreaties(t *testing.T) {
	x, _ := extractor(t)
	for _, c := range []struct {
		text string
		want []string
	}{
		{"Ukraine and Russia signed the Treaty on Friendship, Cooperation and Partnership.", []string{"Treaty on Friendship, Cooperation and Partnership"}},
		{"Estonia is a party to the Council of Europe's Convention on Cybercrime, which Russia has not signed.", []string{"Budapest Convention on Cybercrime"}},
		{"Thailand relies on treaties between Siam and France in 1904 and 1907.", []string{"Thailand-France treaty of 1904", "Thailand-France treaty of 1907"}},
		{"An exchange of notes in 1961 between Iceland and Norway provided for the court.", []string{"Iceland-Norway exchange of notes of 1961"}},
		{"An exchange of fire in 1961 between Iceland and Norway was reported.", nil},
		{"Latvia asked Estonia for help under a mutual legal assistance treaty the two neighbours concluded in 1993.", []string{"Latvia-Estonia treaty on legal help of 1993"}},
		{"Peru and Chile ended their quarrel on Tuesday with a border agreement.", []string{"Peru-Chile agreement on the border of 2020"}},
		{"Peru and Chile ended the day with a dinner, and no agreement.", nil},
		{"Two states left the Kyoto Protocol, an agreement of 1997 which Fiji praised.", []string{"Kyoto Protocol"}},
		{"A declaration that Mali and Niger issued in 1992 is dead.", []string{"Mali-Niger declaration of 1992"}},
	} {
		record := x.Extract(entente.Article{ID: "article:a", Published: "2020-05-14", Language: "en", Text: c.text})
		var got []string
		for _, treaty := range record.Treaties {
			got = append(got, treaty.Name)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s\n got %q\nwant %q", c.text, got, c.want)
		}
	}
}
