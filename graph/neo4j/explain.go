package neo4j

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/url"
	"slices"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/db"

	"github.com/entente-graph/entente/graph"
)

// explain says what went wrong and what to do about it. It never shows the
// password. What may pass by itself is a graph.ErrUnavailable.
func explain(c Config, doing string, err error) error {
	address := c.URL
	if u, parseErr := url.Parse(c.URL); parseErr == nil {
		u.User = nil
		address = u.String()
	}
	if passing(err) {
		err = fmt.Errorf("%w: %w", graph.ErrUnavailable, err)
	}
	hint := advice(c, err)
	if hint == "" {
		return fmt.Errorf("%s %s: %w", doing, address, err)
	}
	return fmt.Errorf("%s %s: %s: %w", doing, address, hint, err)
}

// stopping are what a server that is being stopped says of a transaction. The driver
// doesn't count them among what may be tried again, for others end transactions, too.
var stopping = []string{"Neo.ClientError.Transaction.Terminated", "Neo.ClientError.Transaction.LockClientStopped"}

// passing reports whether an error may pass by itself: the server doesn't answer, or
// answers that it can't just now.
func passing(err error) bool {
	var connectivity *neo4j.ConnectivityError
	var limit *neo4j.TransactionExecutionLimit
	var network net.Error
	var server *db.Neo4jError
	switch {
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return false
	case errors.As(err, &connectivity), errors.As(err, &limit), errors.As(err, &network),
		errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return true
	case errors.As(err, &server):
		return server.IsRetriable() || slices.Contains(stopping, server.Code)
	}
	return false
}

// advice is what a user can do about an error, "" for nothing in particular.
func advice(c Config, err error) string {
	var server *db.Neo4jError
	var auth *neo4j.InvalidAuthenticationError
	var connectivity *neo4j.ConnectivityError
	var usage *neo4j.UsageError
	switch {
	case errors.Is(err, context.Canceled):
		return ""
	case errors.As(err, &auth):
		return "user name or password refused: set NEO4J_USERNAME and NEO4J_PASSWORD"
	case errors.As(err, &server):
		switch code := server.Code; {
		case strings.HasPrefix(code, "Neo.ClientError.Security.CredentialsExpired"):
			return "the server wants the first password changed: log in once with Neo4j Browser"
		case strings.HasPrefix(code, "Neo.ClientError.Security.AuthenticationRateLimit"):
			return "too many wrong passwords: wait a few seconds"
		case strings.HasPrefix(code, "Neo.ClientError.Security.Unauthorized"):
			return "user name or password refused: set NEO4J_USERNAME and NEO4J_PASSWORD"
		case strings.HasPrefix(code, "Neo.ClientError.Security.Forbidden"):
			return "this user may not do that"
		case strings.HasPrefix(code, "Neo.ClientError.Database.DatabaseNotFound"):
			return fmt.Sprintf("the server has no database %q: set NEO4J_DATABASE", c.Database)
		case strings.HasPrefix(code, "Neo.ClientError.Statement.AccessMode"):
			return "a query may only read"
		}
	case errors.As(err, &connectivity) && strings.Contains(err.Error(), "check that TLS is enabled"):
		return "the server there speaks no TLS: leave out the +s of the scheme, if the network is safe"
	case errors.As(err, &connectivity):
		return "no Neo4j server answers there: start one with \"docker compose up -d\", or check host, port and scheme"
	case errors.As(err, &usage):
		return "want neo4j://HOST:PORT, or bolt:// for one server, with +s for TLS"
	}
	return ""
}
