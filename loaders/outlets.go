package loaders

import (
	"fmt"
	"io/fs"
	"net/url"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"
)

// outlets knows newspapers, broadcasters and agencies by name and domain.
type outlets struct {
	names    map[string]string // key of a name: our name
	agencies map[string]bool   // our name: whether it is an agency
	domains  map[string]string // domain: our name
}

func readOutlets(fsys fs.FS) (*outlets, error) {
	data, err := fs.ReadFile(fsys, "rules/outlets.yaml")
	if err != nil {
		return nil, err
	}
	var list []struct {
		Name    string
		Agency  bool
		Also    []string
		Domains []string
	}
	if err := yaml.Unmarshal(data, &list); err != nil {
		return nil, fmt.Errorf("outlets.yaml: %w", err)
	}
	o := &outlets{names: map[string]string{}, agencies: map[string]bool{}, domains: map[string]string{}}
	for _, e := range list {
		for _, n := range append(e.Also, e.Name) {
			o.names[key(n)] = e.Name
		}
		for _, d := range e.Domains {
			o.domains[d] = e.Name
		}
		o.agencies[e.Name] = e.Agency
	}
	return o, nil
}

// name gives an outlet our name for it, or else the one it has.
func (o *outlets) name(s string) string {
	if n, ok := o.names[key(s)]; ok {
		return n
	}
	if n, ok := o.domain(s); ok {
		return n
	}
	return s
}

// known looks up an outlet.
func (o *outlets) known(s string) (string, bool) {
	n, ok := o.names[key(s)]
	return n, ok
}

// agency looks up a news agency.
func (o *outlets) agency(s string) (string, bool) {
	n, ok := o.names[key(s)]
	return n, ok && o.agencies[n]
}

// domain looks up a host name, and the domains it lies in.
func (o *outlets) domain(host string) (string, bool) {
	host = strings.ToLower(host)
	for host != "" {
		if n, ok := o.domains[host]; ok {
			return n, true
		}
		_, rest, ok := strings.Cut(host, ".")
		if !ok {
			break
		}
		host = rest
	}
	return "", false
}

// ofURL names the outlet of an address: our name when we know the domain, "" if not.
func (o *outlets) ofURL(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	n, _ := o.domain(u.Hostname())
	return n
}

// mastheadWords are words that newspapers are called by.
var mastheadWords = setOf("post times news herald tribune guardian daily telegraph journal gazette today mail observer chronicle express globe mirror nation bulletin agency broadcasting radio tv television online review dispatch inquirer monitor register courier examiner mercury advertiser sentinel argus wire newswire weekly independent standard star sun press echo leader courant clarion ledger despatch messenger digest banner beacon citizen democrat eagle intelligencer pilot pioneer spectator statesman transcript voice witness magazine network service report diario heraldo tiempo nacion nación prensa universal mercurio comercio jornada monde figaro corriere pravda izvestia tageblatt presse folha mundo globo zeitung")

// sections matches the names of a newspaper's sections that read like mastheads.
var sections = regexp.MustCompile(`(?i)^(?:(?:the|world|local|national|international|foreign|business|political|politics|sports?|top|latest|breaking|uk|us|u\.s\.|asia|africa|europe|european|african|asian|americas|middle|east|more|other|all|general|headline|regional|economic|tech|technology|science|health|entertainment|good|bad|fake|in|and|&|home|front|page|press|live|watch) )*(?:news|express|today|press|record|review|daily|post|online|live|tv|radio|reporter|leader|star|standard|nation|independent|echo|times)$`)

// romance matches the articles that newspapers' names begin with where the name
// is followed by a place: El Heraldo del Sur.
var romance = regexp.MustCompile(`^(?:El|La|Le|Il|O|Los|Les)$`)

// masthead reports whether a short line reads like a newspaper's name: a name
// we know, or capitalised words of which one is such as newspapers are called by.
func (o *outlets) masthead(s string) bool {
	if _, ok := o.known(s); ok {
		return true
	}
	fields := strings.Fields(s)
	if len(fields) > 5 || len(fields) < 2 || strings.ContainsAny(s, ",:;?!\"“”0123456789") || endsSentence(s) {
		return false
	}
	found := false
	for i, w := range fields {
		if !capitalised(w) && !strings.Contains(" of the and de del la & ", " "+w+" ") {
			return false
		}
		w = w[strings.LastIndex(w, "-")+1:] // Star-Tribune
		found = found || mastheadWords[strings.ToLower(w)] && (i == len(fields)-1 || i == 1 && romance.MatchString(fields[0]) || strings.EqualFold(w, "daily") || strings.EqualFold(w, "radio") || strings.EqualFold(w, "diario") || fields[i+1] == "of" || strings.EqualFold(w, "news"))
	}
	return found && !sections.MatchString(s)
}

func capitalised(w string) bool {
	w = strings.TrimLeft(w, "\"'“‘(")
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r) || unicode.IsDigit(r)
}

// splitTitle takes the outlet's name, and a section's, off the end of a page
// title: "Envoys meet | World | The Example Times". An outlet we don't
// know is taken off only when it is the one the page names, site.
func (o *outlets) splitTitle(title, site string) (rest, outlet string) {
	rest = strings.TrimSpace(title)
	for {
		cut, sep := -1, ""
		for _, s := range []string{" | ", " - ", " – ", " — ", " :: ", " » ", " · ", " • "} {
			if i := strings.LastIndex(rest, s); i > cut {
				cut, sep = i, s
			}
		}
		if cut <= 0 {
			return rest, outlet
		}
		tail := strings.TrimSpace(rest[cut+len(sep):])
		n, known := o.known(tail)
		if !known {
			n, known = o.domain(strings.TrimPrefix(strings.ToLower(tail), "www."))
		}
		switch {
		case known:
			outlet = n
		case site != "" && (key(tail) == key(site) || key(tail) == "the "+key(site)):
			outlet = site
		case sep == " | " && words(tail) <= 3 && words(rest[:cut]) >= 4:
			if o.masthead(tail) {
				outlet = tail
			}
		default:
			return rest, outlet
		}
		rest = strings.TrimSpace(rest[:cut])
	}
}
