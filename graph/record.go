package graph

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/entente-graph/entente"
)

// contribution is all that one article adds to the graph.
type contribution struct {
	owned   []Element     // nodes and relationships that no other article has a part in
	shared  map[Key]tally // what it observes of elements that others may know too
	reports []report      // what it tells of events
}

// contribute works out what a record, checked before, adds to the graph as it
// reads under the decisions; encoded is the record as the store keeps it. The record's
// text may be missing when only keys, observations and reports matter.
func (d decisions) contribute(r entente.Record, encoded string) contribution {
	c := contribution{shared: map[Key]tally{}}
	c.article(r, encoded)
	c.observeNames(r)
	r = d.rewrite(r)
	c.reports = reports(r)
	c.observeTopics()
	for _, a := range r.Actors {
		c.mention(r.Article.ID, a.ID, len(a.Mentions))
		c.observe(Key{Kind: Actor, ID: a.ID}, observeActor(a))
		for _, to := range a.Affiliations {
			c.observe(Key{Kind: AffiliatedWith, ID: to.Role, Start: a.ID, End: to.Actor}, nil)
		}
	}
	for _, t := range r.Treaties {
		c.mention(r.Article.ID, t.ID, len(t.Mentions))
		c.observe(Key{Kind: Treaty, ID: t.ID}, observeTreaty(t, r.Article.Published))
		for _, party := range t.Parties {
			c.observe(Key{Kind: HasParty, Start: t.ID, End: party}, nil)
		}
		for _, other := range t.ComparedTo {
			c.observe(Key{Kind: ComparedTo, Start: t.ID, End: other}, nil)
		}
	}
	for _, p := range r.Places {
		c.mention(r.Article.ID, p.ID, len(p.Mentions))
		c.observe(Key{Kind: Place, ID: p.ID}, observePlace(p))
	}
	for _, cl := range r.Claims {
		c.claim(r.Article, cl)
	}
	return c
}

func (c *contribution) article(r entente.Record, encoded string) {
	a := r.Article
	name := a.Title
	if name == "" {
		name = shorten(a.Text)
	}
	if name == "" {
		name = a.ID
	}
	c.owned = append(c.owned, Element{Key: Key{Kind: Article, ID: a.ID}, Props: props(
		"name", name, "url", a.URL, "path", a.Path, "outlet", a.Outlet, "published", string(a.Published),
		"language", a.Language, "sha256", a.SHA256(), "_reading", reading(a, r.Reader), "_order", inOrder(a.Published, a.ID),
		"_digest", recordDigest(encoded), "text", a.Text, "_record", encoded)})
	if id := outletID(a.Outlet); id != "" {
		p := props("_published", string(a.Published))
		p["_claims"] = int64(len(r.Claims))
		c.owned = append(c.owned, Element{Key: Key{Kind: PublishedBy, Start: a.ID, End: id}, Props: p})
		c.observe(Key{Kind: Outlet, ID: id}, []string{observed("name", a.Outlet)})
	}
}

// outletID is the id of the outlet of that name; "" if it has none.
func outletID(name string) string {
	if slug := slugify(name); slug != "" {
		return "outlet:" + slug
	}
	return ""
}

// inOrder is a text that sorts as dates do, what has none last and then by id, so that
// one index leads through all in the order in which queries give them.
func inOrder(date entente.Date, id string) string {
	return cmp.Or(string(date), "9999") + " " + id
}

func (c *contribution) claim(a entente.Article, cl entente.Claim) {
	sentence := ""
	if s := cl.Sentence; s[1] <= len(a.Text) {
		sentence = a.Text[s[0]:s[1]]
	}
	p := props("name", shorten(cl.Quote), "quote", cl.Quote, "sentence", sentence,
		"stance", string(cl.Stance), "rule", cl.Rule)
	p["start"], p["end"], p["confidence"] = int64(cl.Start), int64(cl.End), cl.Confidence
	c.owned = append(c.owned, Element{Key: Key{Kind: Claim, ID: cl.ID}, Props: p},
		Element{Key: Key{Kind: Makes, Start: a.ID, End: cl.ID}})
	if cl.Speaker != "" {
		c.owned = append(c.owned, Element{Key: Key{Kind: AttributedTo, Start: cl.ID, End: cl.Speaker}})
	}
}

func (c *contribution) mention(article, id string, count int) {
	if count > 0 {
		c.owned = append(c.owned, Element{Key: Key{Kind: Mentions, Start: article, End: id},
			Props: map[string]any{"count": int64(count)}})
	}
}

// observe notes that the article knows the element, and what it says of it.
func (c *contribution) observe(k Key, observations []string) {
	t := tally{articles: 1}
	for _, o := range observations {
		t[o] = 1
	}
	c.shared[k] = t
}

// kept is a record as the store keeps it: without the text, which the article's node
// has, but with a checksum that tells whether that is another.
type kept struct {
	SHA256 string `json:"sha256"`
	entente.Record
}

// encodeRecord fails for a number that isn't finite.
func encodeRecord(r entente.Record) (string, error) {
	k := kept{r.Article.SHA256(), r}
	k.Article.Text = ""
	return k.encode()
}

func (k kept) encode() (string, error) {
	b, err := json.Marshal(k)
	if err != nil {
		return "", fmt.Errorf("article %s: encode record: %w", k.Article.ID, err)
	}
	return string(b), nil
}

// recordDigest tells one encoded record from another, as a store can compare them without
// reading either.
func recordDigest(encoded string) string {
	sum := sha256.Sum256([]byte(encoded))
	return hex.EncodeToString(sum[:16])
}

// decodeRecord is encodeRecord's inverse.
func decodeRecord(s, text string) (entente.Record, error) {
	k, err := decodeKept(s)
	k.Article.Text = text
	return k.Record, err
}

func decodeKept(s string) (k kept, err error) {
	if err := json.Unmarshal([]byte(s), &k); err != nil {
		return k, fmt.Errorf("decode stored record: %w", err)
	}
	return k, nil
}

// props makes properties of names and texts in turn, leaving out what is empty.
func props(pairs ...string) map[string]any {
	p := make(map[string]any, len(pairs)/2+4)
	for i := 0; i < len(pairs); i += 2 {
		if pairs[i+1] != "" {
			p[pairs[i]] = strings.ToValidUTF8(pairs[i+1], "\uFFFD")
		}
	}
	return p
}

// shorten makes a caption of a longer text: one line of at most 60 runes.
func shorten(s string) string {
	const most = 60
	s = strings.Join(strings.Fields(s[:min(len(s), 8*most)]), " ")
	s = strings.TrimSuffix(strings.ToValidUTF8(s, ""), " ")
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	short := string([]rune(s)[:most])
	if i := strings.LastIndexByte(short, ' '); i > most/2 {
		short = short[:i]
	}
	return short + "…"
}

// slugify makes an id's second half of a name: "The Northern Post" becomes
// the-northern-post.
func slugify(name string) string {
	words := strings.FieldsFunc(strings.ToLower(name), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r)
	})
	return strings.Join(words, "-")
}
