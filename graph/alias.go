package graph

import (
	"slices"
	"strings"
)

// Queries find an actor, a treaty or an outlet by any of its names, whatever the
// case, or by its id. A node Alias is one such name in lower case, and the id that
// it means: an index leads to it, where the list of aliases would have to be looked
// through in every node.

// longestAlias is in bytes: nobody asks by a longer one, and Neo4j's indexes hold
// no text of more than 8 KiB.
const longestAlias = 1024

// aliases are the nodes Alias of an element that can be asked for by name.
func aliases(k Key, t tally) []Element {
	if k.Kind != Actor && k.Kind != Treaty && k.Kind != Outlet {
		return nil
	}
	names := []string{strings.ToLower(k.ID)}
	for _, name := range append(t.values("name"), t.values("alias")...) {
		names = append(names, strings.ToLower(name))
	}
	slices.Sort(names)
	var all []Element
	for _, name := range slices.Compact(names) {
		if len(name) <= longestAlias {
			all = append(all, Element{Key: Key{Kind: Alias, ID: "alias:" + name + " " + k.ID},
				Props: map[string]any{"name": name, "means": k.ID}})
		}
	}
	return all
}
