package lexicon

import (
	"cmp"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"
)

//go:embed data/*.yaml
var embedded embed.FS

// Lexicon is everything known, each slice sorted by id, places by name. It is read-only once
// opened and may be shared between goroutines.
type Lexicon struct {
	Countries     []Country
	People        []Person
	Organizations []Organization
	Treaties      []Treaty
	Offices       []Office
	Places        []City // of no one country: seas, straits, continents
	Frames        []Frame
	Words         []Words

	files      map[entry]string // the file that gave each entry, for Check
	duplicates []Problem        // entries lost to another one of the same id
}

// entry names one entry of the lexicon: ids are unique within a kind only.
type entry struct{ kind, id string }

// Default opens the lexicon that comes with the program.
func Default() (*Lexicon, error) { return Open() }

// Open opens the lexicon that comes with the program and lays the user's
// folders over it, in order: an entry replaces the one of the same kind and id
// below it as a whole, and one with a new id is added. A folder holds files
// such as people.yaml or people-asia.yaml: what comes before the first '-' or
// '.' says what is in it. The first file that can't be read ends it; the error
// names the file and the line.
func Open(overlays ...fs.FS) (*Lexicon, error) {
	base, err := fs.Sub(embedded, "data")
	if err != nil {
		return nil, fmt.Errorf("open the embedded lexicon: %w", err)
	}
	return stack(append([]fs.FS{base}, overlays...))
}

// stack reads the folders and lays each over those before it.
func stack(folders []fs.FS) (*Lexicon, error) {
	var l Lexicon
	l.files = map[entry]string{}
	for i, folder := range folders {
		files, err := readFolder(folder)
		if err != nil {
			if i > 0 {
				return nil, fmt.Errorf("read lexicon folder %d: %w", i, err)
			}
			return nil, fmt.Errorf("read the embedded lexicon: %w", err)
		}
		l.lay(files)
	}
	return &l, nil
}

// readFolder reads the YAML files at the top of a folder, several at a time:
// the program waits for this whenever it starts.
func readFolder(folder fs.FS) ([]file, error) {
	names, err := fs.Glob(folder, "*.yaml")
	if err != nil {
		return nil, err
	}
	more, err := fs.Glob(folder, "*.yml")
	if err != nil {
		return nil, err
	}
	names = append(names, more...)
	if len(names) == 0 {
		if _, err := fs.Stat(folder, "."); err != nil {
			return nil, err
		}
		return nil, errors.New("no .yaml file in it")
	}
	slices.Sort(names)

	files := make([]file, len(names))
	errs := make([]error, len(names))
	var wg sync.WaitGroup
	for i, name := range names {
		wg.Go(func() {
			data, err := fs.ReadFile(folder, name)
			if err == nil {
				files[i], err = decode(name, data)
			}
			errs[i] = err
		})
	}
	wg.Wait()
	for _, err := range errs { // the first by name, whichever came first
		if err != nil {
			return nil, err
		}
	}
	return files, nil
}

// lay puts one folder's entries over what is there.
func (l *Lexicon) lay(files []file) {
	l.Countries = layer(l, l.Countries, files, "countries", func(f *file) []Country { return f.countries }, func(c Country) string { return c.ID })
	l.People = layer(l, l.People, files, "people", func(f *file) []Person { return f.people }, func(p Person) string { return p.ID })
	l.Organizations = layer(l, l.Organizations, files, "organizations", func(f *file) []Organization { return f.organizations }, func(o Organization) string { return o.ID })
	l.Treaties = layer(l, l.Treaties, files, "treaties", func(f *file) []Treaty { return f.treaties }, func(t Treaty) string { return t.ID })
	l.Offices = layer(l, l.Offices, files, "offices", func(f *file) []Office { return f.offices }, func(o Office) string { return o.ID })
	l.Places = layer(l, l.Places, files, "places", func(f *file) []City { return f.places }, func(p City) string { return p.Name })
	l.Frames = layer(l, l.Frames, files, "frames", func(f *file) []Frame { return f.frames }, func(f Frame) string { return f.ID })
	l.Words = layer(l, l.Words, files, "words", func(f *file) []Words { return f.words }, func(w Words) string { return w.ID })
}

// layer merges the entries of one kind from one folder's files over below. Two
// of one id in the same folder are a mistake, remembered for Check: the first
// stays.
func layer[T any](l *Lexicon, below []T, files []file, kind string, of func(*file) []T, id func(T) string) []T {
	seen := map[string]bool{}
	var above []T
	for i := range files {
		f := &files[i]
		for _, t := range of(f) {
			e := entry{kind, id(t)}
			if seen[e.id] {
				l.duplicates = append(l.duplicates, Problem{f.name, e.id,
					fmt.Sprintf("the id is there twice; %s has it already", l.files[e])})
				continue
			}
			seen[e.id] = true
			l.files[e] = f.name
			above = append(above, t)
		}
	}
	kept := slices.DeleteFunc(below, func(t T) bool { return seen[id(t)] })
	all := append(kept, above...)
	slices.SortFunc(all, func(a, b T) int { return cmp.Compare(id(a), id(b)) })
	return all
}

// kindOf is what a file holds, by its name: "people" for people-asia.yaml.
func kindOf(name string) string {
	base := path.Base(name)
	if i := strings.IndexAny(base, "-."); i >= 0 {
		return base[:i]
	}
	return base
}
