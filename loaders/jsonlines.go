package loaders

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	encoding "golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// jsonSource says where JSON comes from.
type jsonSource struct {
	where    string // its name in refusals
	path     string // its path in articles, "" for none
	optional bool   // an object without a text is something else, not a broken article
}

// object is one article in JSON.
type object struct {
	ID        any     `json:"id"`
	Text      *string `json:"text"`
	Title     string  `json:"title"`
	Published any     `json:"published"`
	URL       string  `json:"url"`
	Outlet    string  `json:"outlet"`
	Language  string  `json:"language"`
}

var errNoText = errors.New(`no "text": each article is an object with "text" and, where known, "id", "title", "published", "url", "outlet"`)

// json reads JSON lines one at a time. A document that is one JSON value over
// several lines is read too: an article, or an array of them.
func (r *reader) json(in io.Reader, src jsonSource) bool {
	lines := bufio.NewReaderSize(transform.NewReader(in, encoding.BOMOverride(transform.Nop)), 64<<10)
	seen := false
	for n := 1; ; n++ {
		text, size, err := r.jsonLine(lines)
		if err != nil && !errors.Is(err, io.EOF) {
			return r.refuse(refuseErr(src.where, "read", err))
		}
		if size == 0 && err != nil {
			break
		}
		where, path := src.line(n)
		switch text = bytes.TrimSpace(text); {
		case int64(size) > r.opts.MaxSize:
			if !r.refuse(&Refused{Path: where, Reason: r.tooLarge().Reason}) {
				return false
			}
		case len(text) == 0:
			continue
		case !seen && !json.Valid(text) && (text[0] == '{' && !bytes.HasSuffix(text, []byte("}")) || text[0] == '['):
			rest, err := r.readAll(io.MultiReader(bytes.NewReader(text), strings.NewReader("\n"), lines))
			if err != nil {
				return r.refuse(refuseErr(src.where, "read", err))
			}
			return r.jsonDocument(rest, src, n)
		case !r.jsonArticle(text, where, path, src.optional):
			return false
		}
		seen = true
		if err != nil {
			break
		}
	}
	if !seen {
		return r.refuse(refuse(src.where, "the file is empty"))
	}
	return true
}

func (s jsonSource) line(n int) (where, path string) {
	where = s.where + ":" + strconv.Itoa(n)
	if s.path != "" {
		path = s.path + ":" + strconv.Itoa(n)
	}
	return where, path
}

// jsonLine reads one line and says how many bytes it had. Of a line over the
// size allowed it keeps no more than that.
func (r *reader) jsonLine(in *bufio.Reader) (text []byte, size int, err error) {
	for {
		part, err := in.ReadSlice('\n')
		size += len(part)
		if int64(size) <= r.opts.MaxSize {
			text = append(text, part...)
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return text, size, err
		}
		if err := r.ctx.Err(); err != nil {
			return nil, size, err
		}
	}
}

// jsonDocument reads a whole file that is one article, or an array of them. When it
// is neither, its lines are taken one by one.
func (r *reader) jsonDocument(data []byte, src jsonSource, firstLine int) bool {
	var list []json.RawMessage
	if json.Unmarshal(data, &list) == nil {
		for i, text := range list {
			where, path := src.line(i + 1)
			if !r.jsonArticle(text, where, path, src.optional) {
				return false
			}
		}
		return true
	}
	if json.Valid(data) {
		return r.jsonArticle(data, src.where, src.path, src.optional)
	}
	n := firstLine
	for text := range bytes.SplitSeq(data, []byte("\n")) {
		where, path := src.line(n)
		n++
		if text = bytes.TrimSpace(text); len(text) > 0 && !r.jsonArticle(text, where, path, false) {
			return false
		}
	}
	return true
}

// jsonArticle yields the article of one JSON object, or why it is none.
func (r *reader) jsonArticle(text []byte, where, path string, optional bool) bool {
	p, err := readJSON(text)
	if err != nil {
		if optional && errors.Is(err, errNoText) {
			return r.alive()
		}
		return r.refuse(refuseErr(where, "", err))
	}
	return r.article(where, path, p)
}

func readJSON(text []byte) (page, error) {
	var o object
	if err := json.Unmarshal(text, &o); err != nil {
		var t *json.UnmarshalTypeError
		if errors.As(err, &t) && t.Field != "" {
			return page{}, fmt.Errorf("%q is a %s, want a %s", t.Field, t.Value, t.Type)
		}
		if errors.As(err, &t) {
			return page{}, errNoText
		}
		return page{}, fmt.Errorf("broken JSON: %w", err)
	}
	if o.Text == nil {
		return page{}, errNoText
	}
	if strings.TrimSpace(*o.Text) == "" {
		return page{}, refuse("", `"text" is empty`)
	}
	date, err := fieldDate(value(o.Published))
	if err != nil {
		return page{}, fmt.Errorf("\"published\": %w", err)
	}
	return page{id: value(o.ID), title: o.Title, outlet: o.Outlet, url: o.URL, language: o.Language, published: date, text: *o.Text}, nil
}

// value is a JSON string or number as text.
func value(v any) string {
	switch v := v.(type) {
	case string:
		return strings.TrimSpace(v)
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	}
	return ""
}
