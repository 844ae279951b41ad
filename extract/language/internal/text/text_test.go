package text

import (
	"slices"
	"strings"
	"testing"
)

func TestTokens(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"U.S.-Soviet talks ended.", "U.S.|-|Soviet|talks|ended|."},
		{"Mr. Putin's aide", "Mr.|Putin|'s|aide"},
		{"Mr. Putin’s aide", "Mr.|Putin|’s|aide"},
		{"They don't and cannot.", "They|do|n't|and|can|not|."},
		{"It cost $5.2bn, or €40m.", "It|cost|$|5.2|bn|,|or|€|40m|."},
		{"about US$3 million", "about|US$|3|million"},
		{"“No deal,” she said.", "“|No|deal|,|”|she|said|."},
		{"\"No deal,\" she said.", "\"|No|deal|,|\"|she|said|."},
		{"the ‘hot line’", "the|‘|hot|line|’"},
		{"on 3\u00a0May\u00a01998", "on|3|May|1998"},
		{"Write to press.office@example.org, please.", "Write|to|press.office@example.org|,|please|."},
		{"See https://example.org/a?b=c.", "See|https://example.org/a?b=c|."},
		{"at 3pm or 5 p.m. on Sept. 25", "at|3|pm|or|5|p.m.|on|Sept.|25"},
		{"an 8-year-old F-16", "an|8|-|year|-|old|F-16"},
		{"1,000 of 2.5 per cent, 40%", "1,000|of|2.5|per|cent|,|40|%"},
		{"Iran, Iraq; Syria: all (three) left...", "Iran|,|Iraq|;|Syria|:|all|(|three|)|left|..."},
		{"the ministers' talks", "the|ministers|'|talks"},
		{"Wait—what?!", "Wait|—|what|?!"},
		{"they ended.The end", "they|ended|.|The|end"},
		{"the '90s", "the|'90s"},
		{"", ""},
		{" \u00a0\u200b", ""},
	} {
		if got := strings.Join(Words(c.text), "|"); got != c.want {
			t.Errorf("%q\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

func TestSentences(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"a country's letters", "The U.S. Senate met. It voted.", []string{"The U.S. Senate met.", "It voted."}},
		{"letters at an end", "He flew to the U.S. The talks began.", []string{"He flew to the U.S.", "The talks began."}},
		{"letters before a bracket", "She left the U.S. (Ohio) in May.", []string{"She left the U.S. (Ohio) in May."}},
		{"letters before a hyphen", "It was a U.S.-Soviet summit. All came.", []string{"It was a U.S.-Soviet summit.", "All came."}},
		{"title", "Mr. Putin spoke. Gen. Ivanov listened.", []string{"Mr. Putin spoke.", "Gen. Ivanov listened."}},
		{"month", "They met on Sept. 25 in Oslo.", []string{"They met on Sept. 25 in Oslo."}},
		{"hour", "It is due at 3 p.m. Washington time.", []string{"It is due at 3 p.m. Washington time."}},
		{"hour at an end", "It ended at 3 p.m. The envoys left.", []string{"It ended at 3 p.m.", "The envoys left."}},
		{"initial", "George W. Bush came. So did John A. Smith.", []string{"George W. Bush came.", "So did John A. Smith."}},
		{"letter at an end", "They chose plan B. The rest stayed.", []string{"They chose plan B.", "The rest stayed."}},
		{"quotation", "“We will sign.” She left.", []string{"“We will sign.”", "She left."}},
		{"straight quotation", "\"We will sign.\" She left.", []string{"\"We will sign.\"", "She left."}},
		{"wrong closing quotation mark", "They called it “a trap.“ However, talks went on.", []string{"They called it “a trap.“", "However, talks went on."}},
		{"question that is quoted", "“Will you sign?” Merkel asked.", []string{"“Will you sign?” Merkel asked."}},
		{"whose quotation", "“It is a long road.” - Anna Lind", []string{"“It is a long road.” - Anna Lind"}},
		{"ellipsis", "They waited ... and waited. Nobody came.", []string{"They waited ... and waited.", "Nobody came."}},
		{"ellipsis at an end", "They waited ... The door stayed shut.", []string{"They waited ...", "The door stayed shut."}},
		{"note marks", "It was signed in Lima. [4] [5] Peru agreed. [6]", []string{"It was signed in Lima. [4] [5]", "Peru agreed. [6]"}},
		{"number of an item", "1. Trade\n2. Arms control", []string{"1. Trade", "2. Arms control"}},
		{"number of a heading", "2.1. Early talks", []string{"2.1. Early talks"}},
		{"number of a caption", "Figure 2. Trade with Chad", []string{"Figure 2. Trade with Chad"}},
		{"year at an end", "It began in 1998. It ended soon.", []string{"It began in 1998.", "It ended soon."}},
		{"small first letter", "They use phones. iPhones are rare.", []string{"They use phones.", "iPhones are rare."}},
		{"mark amid a sentence", "Is it news? asked no one.", []string{"Is it news? asked no one."}},
		{"label", "They met in Washington D.C. Photo: a navy", []string{"They met in Washington D.C.", "Photo: a navy"}},
		{"abbreviation before a mark", "Palmer, Ed.: The Files", []string{"Palmer, Ed.: The Files"}},
		{"et cetera", "They sold oil, gas, etc. Norway bought it.", []string{"They sold oil, gas, etc.", "Norway bought it."}},
		{"headline", "Peru leaves the pact\n\nLima, 3 May. Peru left.", []string{"Peru leaves the pact", "Lima, 3 May.", "Peru left."}},
		{"bullets", "• Peru signed\n• Chile did not", []string{"• Peru signed", "• Chile did not"}},
		{"line that goes on", "The minister of foreign affairs,\nwho arrived late, left early.", []string{"The minister of foreign affairs, who arrived late, left early."}},
		{"wrapped block", "The two governments agreed on Monday to reopen\ntheir embassies, which were closed in the spring\nwhen the border dispute began. Talks on trade are\nto follow in the autumn.",
			[]string{"The two governments agreed on Monday to reopen their embassies, which were closed in the spring when the border dispute began.", "Talks on trade are to follow in the autumn."}},
		{"carriage returns", "One came.\r\n\r\nTwo left.", []string{"One came.", "Two left."}},
		{"nothing", " \n\n ", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			tokens, sentences := Split(c.text)
			var got []string
			for _, s := range sentences {
				piece := c.text[tokens[s.First].Start:tokens[s.Last-1].End]
				got = append(got, strings.Join(strings.Fields(piece), " "))
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("%q\n got %q\nwant %q", c.text, got, c.want)
			}
		})
	}
}

func TestParagraphs(t *testing.T) {
	_, sentences := Split("A headline\n\nOne came. Two left.\n\nThree stayed.")
	var got []int
	for _, s := range sentences {
		got = append(got, s.Paragraph)
	}
	if want := []int{0, 1, 1, 2}; !slices.Equal(got, want) {
		t.Errorf("paragraphs %v, want %v", got, want)
	}
}
