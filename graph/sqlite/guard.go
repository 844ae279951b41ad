package sqlite

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"

	"modernc.org/sqlite"
)

// ask runs a user's statement, which can do nothing but read the graph: attach,
// make or copy to no other file, and change no setting. That the file is open for
// reading alone prevents none of these. The connection is to be closed by free.
func (s *store) ask(ctx context.Context, statement string, args []any) (rows *sql.Rows, free func(), err error) {
	conn, err := s.read.Conn(ctx)
	if err != nil {
		return nil, nil, err
	}
	free = func() {
		authorize(conn, nil)
		conn.Close()
	}
	if err := authorize(conn, readsOnly); err != nil {
		free()
		return nil, nil, err
	}
	if rows, err = conn.QueryContext(ctx, statement, args...); err != nil {
		free()
		return nil, nil, err
	}
	return rows, free, nil
}

// readsOnly allows a statement to read tables and to call functions.
func readsOnly(action sqlite.AuthorizerActionCode, _, function, _, _ string) sqlite.AuthorizerReturnCode {
	switch action {
	case sqlite.AuthSelect, sqlite.AuthRead, sqlite.AuthRecursive:
		return sqlite.AuthorizerOK
	case sqlite.AuthFunction:
		if function != "load_extension" {
			return sqlite.AuthorizerOK
		}
	}
	return sqlite.AuthorizerDeny
}

// authorize gives the connection a guard, or takes it away. Where that fails the
// connection isn't used again.
func authorize(conn *sql.Conn, guard sqlite.AuthorizerFn) error {
	err := conn.Raw(func(c any) error {
		guarded, ok := c.(sqlite.AuthorizerRegisterer)
		if !ok {
			return errors.Join(driver.ErrBadConn, fmt.Errorf("%T can't be guarded", c))
		}
		if err := guarded.RegisterAuthorizer(guard); err != nil {
			return errors.Join(driver.ErrBadConn, err)
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("guard a query: %w", err)
	}
	return nil
}
