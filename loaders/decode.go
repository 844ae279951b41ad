package loaders

import (
	"bytes"
	"net/http"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding/charmap"
	encoding "golang.org/x/text/encoding/unicode"
	"golang.org/x/text/unicode/norm"
)

// decode makes text of the bytes of a text file: UTF-8, UTF-16 with or without
// a byte order mark, or Windows-1252, byte by byte, where it isn't UTF-8. The
// result is tidied.
func decode(data []byte) string {
	if s, ok := decodeUTF16(data); ok {
		return tidy(s)
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if utf8.Valid(data) {
		return tidy(string(data))
	}
	return tidy(decodeMixed(data))
}

// decodeHTML does the same for a web page, which may name its own charset. Bytes
// that are valid UTF-8 are taken as such whatever the page says: browsers
// convert a page when they save it and leave its claim in place.
func decodeHTML(data []byte) string {
	if s, ok := decodeUTF16(data); ok {
		return strings.ToValidUTF8(s, "")
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if utf8.Valid(data) && !bytes.ContainsRune(data, '\x1b') {
		return string(data)
	}
	e, name, certain := charset.DetermineEncoding(data, "text/html")
	if certain && name != "utf-8" {
		if out, err := e.NewDecoder().Bytes(data); err == nil {
			return strings.ToValidUTF8(string(out), "")
		}
	}
	return decodeMixed(data)
}

// decodeMixed reads valid UTF-8 sequences as they stand and every other byte as
// Windows-1252, so that a file in either, or one with a few bytes of the other
// pasted in, comes out right. A sequence cut off at the very end is dropped.
func decodeMixed(data []byte) string {
	var b strings.Builder
	b.Grow(len(data) + len(data)/8)
	for len(data) > 0 {
		r, n := utf8.DecodeRune(data)
		if r == utf8.RuneError && n <= 1 {
			if len(data) < utf8.UTFMax && !utf8.FullRune(data) && data[0] >= 0xE0 && len(data) > 1 {
				break
			}
			r = charmap.Windows1252.DecodeByte(data[0])
		}
		b.WriteRune(r)
		data = data[n:]
	}
	return b.String()
}

// decodeUTF16 decodes text that has a UTF-16 byte order mark, or whose zero
// bytes fall the way English in UTF-16 makes them fall.
func decodeUTF16(data []byte) (string, bool) {
	endian := encoding.LittleEndian
	switch {
	case bytes.HasPrefix(data, []byte{0xFF, 0xFE}):
	case bytes.HasPrefix(data, []byte{0xFE, 0xFF}):
		endian = encoding.BigEndian
	default:
		even, odd, n := zeros(data)
		switch {
		case n >= 4 && odd > n/3 && even < n/20+1:
		case n >= 4 && even > n/3 && odd < n/20+1:
			endian = encoding.BigEndian
		default:
			return "", false
		}
	}
	out, err := encoding.UTF16(endian, encoding.UseBOM).NewDecoder().Bytes(data)
	if err != nil {
		return "", false
	}
	return string(out), true
}

// zeros counts the zero bytes at even and at odd places of the first n pairs.
func zeros(data []byte) (even, odd, n int) {
	data = data[:min(len(data), 4096)]
	for i := 0; i+1 < len(data); i += 2 {
		n++
		if data[i] == 0 {
			even++
		}
		if data[i+1] == 0 {
			odd++
		}
	}
	return even, odd, n
}

// binaryKind says what sort of file the bytes are when they aren't text, and ""
// when they are.
func binaryKind(data []byte) string {
	if _, ok := decodeUTF16(data); ok {
		return ""
	}
	switch kind := http.DetectContentType(data); {
	case strings.HasPrefix(kind, "text/"):
	case kind == "application/octet-stream":
	default:
		return kind
	}
	control := 0
	for _, c := range data {
		if c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != 0x1b {
			control++
		}
	}
	if control > 4 && control*50 > len(data) {
		return "a binary file"
	}
	return ""
}

var (
	entity = regexp.MustCompile(`&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,31}[0-9]{0,2});`)
	// mojibake undoes UTF-8 punctuation that was once read as Windows-1252.
	mojibake = strings.NewReplacer("â€™", "’", "â€˜", "‘", "â€œ", "“", "â€\u009d", "”", "â€”", "—", "â€“", "–", "â€¦", "…", "â€¢", "•", "Â£", "£", "Â©", "©", "Â·", "·", "Â\u00a0", " ", "Ã©", "é", "Ã¨", "è", "Ã¶", "ö", "Ã¼", "ü", "Ã§", "ç", "Ã±", "ñ", "Ã¡", "á", "Ã³", "ó", "Ã\u00ad", "í", "Ã¤", "ä")
)

// tidy makes text plain: composed Unicode, lines ended by \n alone, no control
// or invisible characters other than \n and \t, entities and doubly encoded
// punctuation undone.
func tidy(s string) string {
	s = strings.ToValidUTF8(s, "")
	if strings.Contains(s, "â€") || strings.Contains(s, "Â") || strings.Contains(s, "Ã") {
		s = mojibake.Replace(s)
	}
	if strings.Contains(s, "&") {
		s = entity.ReplaceAllStringFunc(s, html.UnescapeString)
	}
	s = strings.ReplaceAll(s, "\r\n", "\n")
	return norm.NFC.String(strings.Map(plain, s))
}

// plain maps one character to what is kept of it, negative for nothing.
func plain(r rune) rune {
	if r >= ' ' && r <= '~' {
		return r
	}
	switch r {
	case '\n', '\t':
		return r
	case '\r', '\f', '\v', '\u0085', '\u2028', '\u2029':
		return '\n'
	case '\u00ad', '\ufeff', '\u2060', utf8.RuneError:
		return -1
	}
	switch {
	case unicode.Is(unicode.Zs, r):
		return ' '
	case unicode.Is(unicode.Cc, r), unicode.Is(unicode.Cf, r), unicode.Is(unicode.Co, r):
		return -1
	}
	return r
}
