package wholefile

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
)

// Folder makes a folder of that name, filled by a function that is given an empty
// one to write into. It gets its name when the function is done, so it is never
// there by half. A folder of the name is replaced if all files in it are of those
// that may be there, by the patterns of path.Match, and the first of these is;
// anything else is left alone, and an error.
func Folder(name string, fill func(dir string) error, patterns ...string) error {
	name = filepath.Clean(name)
	if err := replaceable(name, patterns); err != nil {
		return err
	}
	dir, err := os.MkdirTemp(filepath.Dir(name), filepath.Base(name)+".*")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	if err := errors.Join(os.Chmod(dir, 0o755), fill(dir)); err != nil {
		return err
	}
	old := dir + ".old"
	if err := os.Rename(name, old); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := os.Rename(dir, name); err != nil {
		return errors.Join(err, os.Rename(old, name))
	}
	return os.RemoveAll(old)
}

func replaceable(name string, patterns []string) error {
	entries, err := os.ReadDir(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	is := func(e fs.DirEntry, patterns ...string) bool {
		return e.Type().IsRegular() && slices.ContainsFunc(patterns, func(p string) bool {
			ok, _ := filepath.Match(p, e.Name())
			return ok
		})
	}
	mine := len(entries) == 0 || slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return is(e, patterns[0]) })
	for _, e := range entries {
		if !mine || !is(e, patterns...) {
			return fmt.Errorf("%s is a folder that holds other things, as %s: name another one", name, e.Name())
		}
	}
	return nil
}
