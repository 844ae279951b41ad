package loaders

import (
	"fmt"
	"regexp"
	"strings"

	"go.yaml.in/yaml/v3"
)

// readMarkdown reads Markdown with or without YAML front matter.
func readMarkdown(text string) (page, error) {
	p, body, err := frontMatter(text)
	if err != nil {
		return page{}, err
	}
	title, body := plainMarkdown(body)
	p.title = first(p.title, title)
	p.text = body
	return p, nil
}

// frontMatter splits off and reads the YAML between the first line, "---", and
// the next such line. Text without any comes back whole.
func frontMatter(text string) (p page, body string, err error) {
	rest, ok := strings.CutPrefix(text, "---\n")
	if !ok {
		return page{}, text, nil
	}
	head, body, ok := strings.Cut(rest, "\n---\n")
	if !ok {
		if head, ok = strings.CutSuffix(strings.TrimSpace(rest), "\n---"); !ok {
			return page{}, text, nil
		}
		body = ""
	}
	var fields map[string]yaml.Node
	if err := yaml.Unmarshal([]byte(head), &fields); err != nil {
		return page{}, text, fmt.Errorf("front matter: %w", err)
	}
	get := func(names ...string) string {
		for _, n := range names {
			if f, ok := fields[n]; ok {
				if s := scalar(f); s != "" {
					return s
				}
			}
		}
		return ""
	}
	p.id = get("id")
	p.title = get("title", "headline", "Title")
	p.outlet = get("outlet", "publication", "publisher", "site", "site_name", "sitename", "newspaper", "website")
	p.language = get("language", "lang")
	p.url = get("url", "link", "canonical", "canonical_url", "source_url", "source", "original")
	if cleanURL(p.url) == "" {
		p.url = ""
	}
	if s := get("source"); p.outlet == "" && !strings.Contains(s, "://") {
		p.outlet = s
	}
	if p.published, err = fieldDate(get("published", "date", "datePublished", "date_published", "published_at", "pubDate", "publish_date", "publishdate", "publication_date", "Date", "created")); err != nil {
		return page{}, text, fmt.Errorf("front matter: published: %w", err)
	}
	return p, body, nil
}

// scalar is a YAML value as written, or that of its "name" or "title".
func scalar(n yaml.Node) string {
	switch n.Kind {
	case yaml.ScalarNode:
		if n.Tag != "!!null" {
			return strings.TrimSpace(n.Value)
		}
	case yaml.MappingNode:
		for i := 0; i+1 < len(n.Content); i += 2 {
			if k := n.Content[i].Value; k == "name" || k == "title" {
				return scalar(*n.Content[i+1])
			}
		}
	}
	return ""
}

var (
	mdComment = regexp.MustCompile(`(?s)<!--.*?-->`)
	mdImage   = regexp.MustCompile(`!\[[^\]\n]*\](?:\([^)\n]*\)|\[[^\]\n]*\])`)
	mdLink    = regexp.MustCompile(`\[([^\]\n]*)\](?:\([^)\n]*\)|\[[^\]\n]*\])`)
	mdAuto    = regexp.MustCompile(`<(https?://[^>\s]+)>`)
	mdTag     = regexp.MustCompile(`</?[a-zA-Z][^>\n]{0,400}>`)
	mdDefine  = regexp.MustCompile(`(?m)^ {0,3}\[[^\]\n]+\]:.*$`)
	mdNote    = regexp.MustCompile(`\[\^[^\]\n]+\]`)
	mdStrong  = regexp.MustCompile(`(\*\*\*|\*\*|__)([^\s*_](?:[^*_\n]*[^\s*_])?)(\*\*\*|\*\*|__)`)
	mdEmph    = regexp.MustCompile(`(^|[^\w*])[*_]([^\s*_](?:[^*_\n]*[^\s*_])?)[*_]($|[^\w*])`)
	mdEscape  = regexp.MustCompile("\\\\([\\\\`*_{}\\[\\]()#+.!~>|-])")
	mdCode    = regexp.MustCompile("`([^`\n]+)`")
	mdHeading = regexp.MustCompile(`^ {0,3}(#{1,6})\s+(.*?)\s*#*$`)
	mdRule    = regexp.MustCompile(`^ {0,3}(?:(?:\* *){3,}|(?:- *){3,}|(?:_ *){3,}|=+)$`)
	mdUnder   = regexp.MustCompile(`(?m)^(\S[^\n]*)\n=+[ \t]*$`)
	mdItem    = regexp.MustCompile(`^\s*(?:[-*+]|\d{1,3}[.)])\s+`)
	mdQuote   = regexp.MustCompile(`^(?: {0,3}> ?)+`)
)

// plainMarkdown takes the marks out of Markdown, brings each paragraph onto one
// line, and gives the first top heading as the title.
func plainMarkdown(text string) (title, body string) {
	for _, re := range []*regexp.Regexp{mdComment, mdDefine, mdImage, mdNote} {
		text = re.ReplaceAllString(text, "")
	}
	text = mdUnder.ReplaceAllString(text, "# $1\n")
	text = mdLink.ReplaceAllString(text, "$1")
	text = mdAuto.ReplaceAllString(text, "$1")
	text = mdTag.ReplaceAllString(text, "")
	var b strings.Builder
	open := false // a paragraph is being written
	closeParagraph := func() {
		if open {
			b.WriteString("\n\n")
			open = false
		}
	}
	code := false
	for raw := range strings.SplitSeq(text, "\n") {
		l := mdQuote.ReplaceAllString(raw, "")
		if t := strings.TrimSpace(l); strings.HasPrefix(t, "```") || strings.HasPrefix(t, "~~~") {
			code = !code
			closeParagraph()
			continue
		}
		if code {
			continue
		}
		if strings.TrimSpace(l) == "" || mdRule.MatchString(l) {
			closeParagraph()
			continue
		}
		if m := mdHeading.FindStringSubmatch(l); m != nil {
			closeParagraph()
			if h := plainSpan(m[2]); len(m[1]) == 1 && title == "" {
				title = h
			} else {
				b.WriteString(h + "\n\n")
			}
			continue
		}
		if mdItem.MatchString(l) {
			closeParagraph()
			l = mdItem.ReplaceAllString(l, "")
		}
		if open {
			b.WriteByte(' ')
		}
		b.WriteString(plainSpan(strings.TrimSpace(l)))
		open = true
		if strings.HasSuffix(raw, "  ") || strings.HasSuffix(raw, `\`) {
			closeParagraph()
		}
	}
	return title, b.String()
}

func plainSpan(s string) string {
	s = mdCode.ReplaceAllString(s, "$1")
	s = mdStrong.ReplaceAllString(s, "$2")
	s = mdEmph.ReplaceAllString(s, "$1$2$3")
	return mdEscape.ReplaceAllString(s, "$1")
}
