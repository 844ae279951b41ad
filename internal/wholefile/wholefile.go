// Package wholefile writes files, and folders of them, that are never there by half: a file gets its
// name when all of it is on the disk.
package wholefile

import (
	"errors"
	"os"
	"path/filepath"
)

// File is a file that is being written, under another name for the time being.
type File struct {
	*os.File
	name string // "" if it has its own name already
}

// Create begins a file of that name. What has the name already stays until Commit,
// unless it is no file: a device or a pipe is written to, not replaced. A folder is an error.
func Create(name string) (*File, error) {
	if info, err := os.Stat(name); err == nil && !info.Mode().IsRegular() {
		f, err := os.OpenFile(name, os.O_WRONLY, 0)
		return &File{f, ""}, err
	}
	f, err := os.CreateTemp(filepath.Dir(name), filepath.Base(name)+".*")
	if err != nil {
		return nil, err
	}
	return &File{f, name}, nil
}

// Commit gives the file its name.
func (f *File) Commit() error {
	if f.name == "" {
		return f.Close()
	}
	err := errors.Join(f.Chmod(0o644), f.Sync(), f.Close())
	if err == nil {
		err = os.Rename(f.File.Name(), f.name)
	}
	if err != nil {
		os.Remove(f.File.Name())
	}
	return err
}

// Discard ends a file that isn't to be. After Commit it does nothing.
func (f *File) Discard() {
	if f.Close() == nil && f.name != "" {
		os.Remove(f.File.Name())
	}
}

// Write writes a whole file.
func Write(name string, data []byte) error {
	f, err := Create(name)
	if err != nil {
		return err
	}
	defer f.Discard()
	if _, err := f.Write(data); err != nil {
		return err
	}
	return f.Commit()
}
