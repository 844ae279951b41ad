package language

import "github.com/entente-graph/entente/extract/language/internal/text"

// Words splits a phrase into the words that Read would make tokens of.
func Words(phrase string) []string { return text.Words(phrase) }
