package loaders

// readText reads plain text; front matter is understood there too.
func readText(text string) page {
	if p, body, err := frontMatter(text); err == nil && body != text {
		p.text = body
		return p
	}
	return page{text: text}
}
