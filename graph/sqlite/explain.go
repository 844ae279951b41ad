package sqlite

import (
	"errors"
	"fmt"

	"modernc.org/sqlite"
	codes "modernc.org/sqlite/lib"
)

// explain adds to an error of SQLite what a user can do about it.
func explain(err error) error {
	var e *sqlite.Error
	if !errors.As(err, &e) {
		return err
	}
	if advice := advice(e.Code()); advice != "" {
		return fmt.Errorf("%s: %w", advice, err)
	}
	return err
}

// advice is what a user can do about an error code, "" for nothing in particular.
func advice(code int) string {
	switch code & 0xff { // without the details of an extended code
	case codes.SQLITE_NOTADB:
		return "this is no SQLite database, or what is left of one: give another file, and load the articles into it"
	case codes.SQLITE_CORRUPT:
		return "the file is damaged: give another file, and load the articles into it"
	case codes.SQLITE_FULL:
		return "the disk is full: what was loaded before is safe; make room and load again"
	case codes.SQLITE_IOERR:
		return "the disk doesn't take or give the data: what was loaded before is safe; see that there is room, and load again"
	case codes.SQLITE_READONLY:
		return "the file or its folder is read-only: copy it to where it can be written, or name another with --db"
	case codes.SQLITE_CANTOPEN:
		return "the file can't be opened or made: see that its folder is there and can be written"
	case codes.SQLITE_AUTH:
		return "a query may only read the graph"
	case codes.SQLITE_BUSY:
		return "another program keeps the file to itself: wait until it is done, and try again"
	}
	return ""
}
