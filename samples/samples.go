// Package samples carries the project's sample articles: eight public events,
// each told twice, in the project's own words.
package samples

import "embed"

// Articles holds the sample articles under the folder "articles", as plain
// text, Markdown and HTML files whose names sort in reading order.
//
//go:embed articles
var Articles embed.FS
