package extract

import (
	"slices"
	"strings"
	"testing"

	entente "github.com/entente-graph/entente"
)

// TestRoles reads who does what to whom where a sentence puts it in a way of
// its own, whatever the verb.
func TestRoles(t *testing.T) {
	x, _ := rules(t)
	for text, want := range map[string][]string{
		"Real Madrid rejected an offer from Dynamo Kyiv.":                                                                               nil,
		"Poland accused Belarus of pushing migrants over the border and Russia of paying for it.":                                       {"ACCUSE Poland > Belarus occurred", "ACCUSE Poland > Russia occurred"},
		"Jordan lashed out at Syria for bombing Lebanon.":                                                                               {"ACCUSE Jordan > Syria occurred", "ASSAULT Syria > Lebanon occurred"},
		"Egypt has broken off relations with Qatar and frozen Qatari assets in Cairo.":                                                  {"SANCTION Egypt > Qatar occurred"},
		"Spain cancelled an agreement signed with Israel.":                                                                              {"SUPPORT/sign Israel, Spain > Israel, Spain occurred"},
		"Ankara is to reopen its embassy in Egypt.":                                                                                     {"AGREE Turkey > Egypt planned"},
		"Iran-backed Houthi rebels fired missiles at Saudi Arabia.":                                                                     {"ASSAULT Houthis > Saudi Arabia occurred"},
		"After talks with Mahmoud Abbas, who has criticised Israel, Spain said nothing.":                                                {"ACCUSE Mahmoud Abbas > Israel occurred"},
		"Having recalled its ambassador from Bolivia, Chile threatens to sue Peru.":                                                     {"SANCTION Chile > Bolivia occurred", "THREATEN Chile > Peru threatened"},
		"Norway ordered ten Russian envoys, described as spies by its police, out of the country.":                                      {"SANCTION Norway > Russia occurred"},
		"Kenya criticised its ties with Sudan, whose army attacked Chad.":                                                               {"ASSAULT Sudan > Chad occurred"},
		"Peru has not invited Mahmoud Abbas, who accused Israel of genocide.":                                                           {"ACCUSE Mahmoud Abbas > Israel occurred"},
		"Neither Chad nor Sudan has withdrawn its troops from Libya.":                                                                   nil,
		"Neither country has withdrawn its ambassador from Libya, Chad said.":                                                           nil,
		"In return the US, the EU and the UN will lift their sanctions on Iran.":                                                        {"RETREAT United States, European Union, United Nations > Iran planned"},
		"Two French diplomats got expelled from Iran.":                                                                                  {"SANCTION Iran > France occurred"},
		"Not only did Japan protest to China, but it also recalled its ambassador.":                                                     {"ACCUSE Japan > China occurred"},
		"Uganda and Rwanda, whose armies had clashed, were silent.":                                                                     {"ASSAULT Uganda, Rwanda > Uganda, Rwanda occurred"},
		"Asked about the order by Peru, Chile denounced it.":                                                                            {"!REQUEST Chile"},
		"Peru urged Iran to free four Peruvian nurses whom it detains.":                                                                 {"COERCE Iran > Peru occurred"},
		"Iran has not freed the ship and the ten Danish sailors it captured.":                                                           {"COERCE Iran > Denmark occurred"},
		"Karla Krause, whom Iran knew, was arrested at a Minsk airport and sentenced to ten years.":                                     {"SANCTION Belarus > Karla Krause occurred"},
		"The International Court of Justice met in May. The judges condemned Iran.":                                                     {"ACCUSE International Court of Justice > Iran occurred"},
		"Chile praised the United States and Peru. The administration condemned Iran.":                                                  {"SUPPORT Chile > United States, Peru occurred", "ACCUSE United States > Iran occurred"},
		"Norway put off the signing of a trade agreement with Sweden.":                                                                  {"REJECT Norway > Sweden occurred", "!AGREE Norway"},
		"Chile and Peru signed on Sunday, in a tent on the shore of Lake Titicaca, an agreement under which the border will be opened.": {"SUPPORT/sign Chile, Peru > Chile, Peru occurred"},
		"Chile's president spoke against ratification of the treaty with Peru.":                                                         {"!SUPPORT"},
		"Peru ended an 1884 treaty of protection with Chile.":                                                                           {"!AID"},
		"Chile bombed Peru. \"An act of folly,\" said Emmanuel Macron.":                                                                 {"ACCUSE Emmanuel Macron > Chile occurred"},
		"Chile bombed Peru. \"A cup of tea,\" said Emmanuel Macron.":                                                                    {"!ACCUSE"},
		"Chile bombed Peru. Emmanuel Macron accused Chile of it. \"Regrettable,\" said Recep Tayyip Erdogan.":                           {"ACCUSE Recep Tayyip Erdoğan > Chile occurred"},
		"Oman no longer backs Kosovo.":                                                                                                  nil,
		"Israel bombed Beirut, killing two people.":                                                                                     {"!ASSAULT Israel > two"},
		"Peru ordered two Chilean envoys to leave, accusing them of theft.":                                                             {"ACCUSE Peru > Chile occurred"},
		"A Kenyan air strike hit a camp near Mogadishu, killing an al-Shabab commander.":                                                {"ASSAULT Kenya > Somalia, al-Shabaab occurred"},
		"Peru expelled two Chilean envoys. The interior ministry said they had bribed Bolivia.":                                         {"!COERCE Peru"},
		"Chad and the Polisario Front agreed to talk. Both sides accused each other of lying.":                                          {"ACCUSE Chad, Polisario Front > Chad, Polisario Front occurred"},
		"Oslo complained to Cuba. Its ally Denmark also condemned the move.":                                                            {"ACCUSE Denmark > Cuba occurred"},
		"Jordan is Iraq's neighbour. The desert kingdom expelled the Iraqi envoy.":                                                      {"SANCTION Jordan > Iraq occurred"},
		"Chile expelled a Peruvian. Iran and Oman met; Spain urged both sides to talk.":                                                 {"REQUEST Spain > Iran, Oman occurred"},
		"Chad has asked Mali for help since Libyan forces took a town.":                                                                 {"!REQUEST Chad > Libya"},
		"Peru vetoed the loan to Chile at a summit in Lima.":                                                                            {"!CONSULT"},
		"The presidents of Chad and Niger met in Mali. Each blamed the other for the raid.":                                             {"ACCUSE Chad, Niger > Chad, Niger occurred"},
		"Oman invited Peru and Chile to talks. Both countries rejected the offer.":                                                      {"REJECT Peru, Chile > Oman occurred"},
		"President Emmanuel Macron threatened Mali with sanctions after it expelled his envoy.":                                         {"!SANCTION France > Mali occurred"},
		"France and Chad signed a treaty. Paris promised the landlocked African country aid.":                                           {"AGREE France > Chad occurred"},
		"Peru recalled its ambassador from Chile after the arrest of a Peruvian.":                                                       {"COERCE Chile > Peru occurred"},
		"Emmanuel Macron rang his Iranian counterpart. He urged him to free a ship.":                                                    {"REQUEST Emmanuel Macron > Iran occurred"},
		"The Peruvian ambassador left Chile. His government attacked Bolivia.":                                                          {"ASSAULT Peru > Bolivia occurred"},
		"Peru detained two Chileans in May. They were freed on Monday.":                                                                 {"RETREAT Peru > Chile occurred"},
		"Kenya accused the army of neighbouring Somalia of killing ten herdsmen.":                                                       {"ACCUSE Kenya > Somalia occurred"},
		"Chad and three Gulf states met in Oslo. The four accused Mali of fraud.":                                                       {"ACCUSE Chad > Mali occurred"},
		"Denmark recalled its envoy from Iran over an Iranian plot. Norway condemned the plot.":                                         {"ACCUSE Norway > Iran occurred"},
		"Canada expelled a Chinese diplomat. Emmanuel Macron demanded an inquiry.":                                                      {"!REQUEST Emmanuel Macron > inquiry"},
		"Emmanuel Macron met Volodymyr Zelensky. The Ukrainian leader thanked him.":                                                     {"SUPPORT Ukraine > Emmanuel Macron occurred"},
		"Peru struck a refinery in Chile. The attack was carried out with drones.":                                                      {"!ASSAULT Chile"},
		"Students attacked the Chinese embassy in Lima. Beijing complained. The authorities detained 20 students.":                      {"COERCE Peru > Students occurred"},
		"Iran has rejected talks with Peru.":                                                                                            {"REJECT Iran > Peru occurred"},
		"Sweden summoned the Iranian charge d'affaires.":                                                                                {"ACCUSE Sweden > Iran occurred"},
		"Iran detained a Peruvian student. He was released on Monday.":                                                                  {"RETREAT Iran > Peru occurred"},
		"Norway accused Peru of ordering attacks on students.":                                                                          {"ASSAULT Peru > students alleged"},
		"Italy suspended its talks with Libya.":                                                                                         {"!CONSULT"},
		"The Peruvian government and Maoist rebels opened talks in Rome.":                                                               {"CONSULT Peru, Maoist rebels occurred"},
		"Chile protested to Peru after its police had arrested two Chilean miners.":                                                     {"COERCE Peru > Chile occurred"},
		"The presidents of Chad, Niger, the Gambia and Mali expelled the French ambassador.":                                            {"SANCTION Chad, Niger, Gambia, Mali > France occurred"},
		"Iran, which arms the Houthis, called for talks with Saudi Arabia.":                                                             {"AID Iran > Houthis occurred", "REQUEST Iran > Saudi Arabia occurred"},
		"Police detained about a thousand people in Belarus.":                                                                           {"COERCE Belarus > people occurred"},
		"Egypt complained to Sudan after its troops had seized two Egyptian posts.":                                                     {"ASSAULT Sudan > Egypt occurred"},
		"Kenya recalled its ambassador, Peter Oduya, in August and demanded that Sudan apologise.":                                      {"REQUEST Kenya > Sudan occurred"},
		"Chad and Niger signed a charter setting up an Alliance of Sahel States.":                                                       {"SUPPORT/sign Chad, Niger > Chad, Niger occurred"},
		"France announced early on Monday that its troops would stop firing along the whole border at midnight and, beginning on June 1, withdraw to positions 20 kilometres behind the river.": {"RETREAT France planned"},
		"France sent troops to Mali at the request of its government.":                                       {"REQUEST Mali > France occurred"},
		"Talks between Emmanuel Macron and his Iranian counterpart took place in Oslo.":                      {"CONSULT Emmanuel Macron, Iran occurred"},
		"Olaf Scholz, with whom Emmanuel Macron spoke, refused to visit Iran.":                               {"CONSULT Emmanuel Macron > Olaf Scholz occurred"},
		"Norway recalled its envoy from Peru after Peruvian agents sank a Greenpeace ship. Peru apologised.": {"!CONCEDE Peru > Netherlands"},
	} {
		var got []string
		for _, f := range x.understand(entente.Article{ID: "example", Text: text}, false).together() {
			got = append(got, f.brief())
		}
		if want == nil && len(got) > 0 {
			t.Errorf("%s\n got  %q\n want no event", text, got)
		}
		for _, w := range want {
			if no, ok := strings.CutPrefix(w, "!"); ok {
				if slices.ContainsFunc(got, func(g string) bool { return strings.HasPrefix(g, no) }) {
					t.Errorf("%s\n got  %q\n want no %s", text, got, no)
				}
				continue
			}
			if !slices.Contains(got, w) {
				t.Errorf("%s\n got  %q\n want %s", text, got, w)
			}
		}
	}
}

// TestToldOnce has verbs whose objects only say once more what they tell.
func TestToldOnce(t *testing.T) {
	x, _ := rules(t)
	for text, want := range map[string]string{
		"Egypt expressed full support for Somalia.": "SUPPORT Egypt > Somalia occurred",
		"Norway spoke by telephone with Sweden.":    "CONSULT Norway > Sweden occurred",
	} {
		found := x.understand(entente.Article{ID: "example", Text: text}, false).together()
		if len(found) != 1 || found[0].brief() != want {
			t.Errorf("%s: %d events, want one, %s", text, len(found), want)
		}
	}
}

func TestNotAmongKeepsWhatItIsGiven(t *testing.T) {
	a, b := &entity{id: "a"}, &entity{id: "b"}
	shared := []*entity{a, b}
	if got := notAmong(shared, []*entity{a}); len(got) != 1 || got[0] != b {
		t.Errorf("got %v", got)
	}
	if shared[0] != a || shared[1] != b {
		t.Errorf("what was given is now %v", shared)
	}
}
