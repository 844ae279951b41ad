package browserkit

import "fmt"

// OnConnect is the setting browser.post_connect_cmd of a Neo4j server that has
// everybody's Browser take the style and show the guide, from a kit that is served
// at base, an address without a slash at its end.
func OnConnect(base string) string {
	return fmt.Sprintf("style %[1]s/style.grass; play %[1]s/guide.html", base)
}

// Invitation says what to paste into Neo4j Browser, which is at the address at, to
// get the kit that is served at base, and gives links that do the same.
func Invitation(base, at string) (string, error) {
	said := "Paste into Neo4j Browser, or open the link:\n"
	for _, l := range []struct{ what, paste, command, text string }{
		{"The style", ":style " + base + "/style.grass", Edit, ":style " + base + "/style.grass"},
		{"The guide", ":play " + base + "/guide.html", Play, base + "/guide.html"},
		{"A first picture", first, Edit, first},
	} {
		link, err := Link(at, l.command, l.text)
		if err != nil {
			return "", err
		}
		said += fmt.Sprintf("\n%s\n  %s\n  %s\n", l.what, l.paste, link)
	}
	return said + fmt.Sprintf("\nSaved queries: download %s/queries.zip and drop it on Browser's window.\nCtrl-C ends this.\n", base), nil
}

// first is a picture in one line: who does what to whom, the best attested first.
const first = "MATCH p = (:Actor)-[:INITIATED]->(e:Event)-[:TARGETED]->(:Actor) RETURN p ORDER BY e.texts DESC LIMIT 50"
