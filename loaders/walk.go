package loaders

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
)

// found is one file that a walk came upon, or an input it had to refuse.
type found struct {
	path    string
	walked  bool // found in a folder, not named by the user
	refused *Refused
}

// walker lists the files of paths, each once, folders in sorted order. visit
// returns false to end the walk.
type walker struct {
	seen  map[string]bool // real paths of the files and folders met so far
	visit func(found) bool
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

// walk visits a file, or the articles under a folder. It returns false when
// visit did.
func (w *walker) walk(path string) bool {
	info, err := os.Stat(path)
	if err != nil {
		return w.visit(found{refused: refuseErr(path, "open", err)})
	}
	if !info.IsDir() {
		if w.again(path) {
			return true
		}
		return w.visit(found{path: path})
	}
	n, ok := w.folder(path, nil)
	if ok && n == 0 {
		return w.visit(found{refused: refuse(path, "no articles in this folder: it has no .txt, .text, .md, .markdown, .html, .htm, .xhtml, .json, .jsonl or .ndjson file")})
	}
	return ok
}

// folder visits the articles under a folder and says how many inputs it visited
// or had visited before. above are the real paths of the folders it lies in.
func (w *walker) folder(path string, above []string) (n int, ok bool) {
	real, err := filepath.EvalSymlinks(path)
	if err != nil {
		return 1, w.visit(found{refused: refuseErr(path, "open the folder", err)})
	}
	if slices.Contains(above, real) {
		return 1, w.visit(found{refused: refuse(path, "a symbolic link that leads back to a folder it lies in")})
	}
	if w.again(path) {
		return 1, true
	}
	entries, err := os.ReadDir(path) // sorted by name
	if err != nil {
		return 1, w.visit(found{refused: refuseErr(path, "read the folder", err)})
	}
	above = append(slices.Clip(above), real)
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), ".") {
			continue
		}
		k, ok := w.entry(filepath.Join(path, e.Name()), e, above)
		n += k
		if !ok {
			return n, false
		}
	}
	return n, true
}

func (w *walker) entry(path string, e fs.DirEntry, above []string) (n int, ok bool) {
	mode := e.Type()
	if mode&fs.ModeSymlink != 0 {
		info, err := os.Stat(path)
		if err != nil {
			return 1, w.visit(found{refused: refuseErr(path, "follow the symbolic link", err)})
		}
		mode = info.Mode().Type()
	}
	switch {
	case mode.IsDir():
		return w.folder(path, above)
	case !mode.IsRegular() || !articleName(path):
		return 0, true
	case w.again(path):
		return 1, true
	}
	return 1, w.visit(found{path: path, walked: true})
}

// again reports whether the file or folder was met before, by this or another
// name, and remembers it.
func (w *walker) again(path string) bool {
	real, err := filepath.EvalSymlinks(path)
	if err != nil {
		real = path
	}
	if abs, err := filepath.Abs(real); err == nil {
		real = abs
	}
	if w.seen[real] {
		return true
	}
	w.seen[real] = true
	return false
}

// cause is an error in few words, without the path that a PathError repeats.
func cause(err error) string {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "no such file or folder"
	case errors.Is(err, fs.ErrPermission):
		return "no permission to read it"
	case errors.Is(err, syscall.ELOOP):
		return "a symbolic link that leads back to itself"
	}
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err.Error()
	}
	return err.Error()
}
