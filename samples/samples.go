// Package samples carries the project's sample articles: eight public events,
// each told twice, in the project's own words.
//
// loaders.Read takes paths of files: copy Articles to a folder with os.CopyFS first.
package samples

import "embed"

// Articles holds the sample articles under the folder "articles", as plain
// text, Markdown and HTML files whose names sort in reading order.
//
//go:embed articles
var Articles embed.FS
