package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/queries"
	"github.com/entente-graph/entente/views/dossier"
)

func (a *app) serve() *cobra.Command {
	port := 8417
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "Show the dossier in a browser, live from the graph, on this computer only",
		Long: `Show the dossier of the graph in a browser, as the graph is when the page is opened;
the page says when it has changed since. Nothing is written, and only this computer
can connect. Search finds actors, treaties, events and quotes in the whole graph.

The address takes the selections of "entente report": ?actor=Russia&since=2018.
Ctrl-C ends it.`,
		Example: "  entente serve\n  entente serve --db neo4j://localhost:7687 --port 9000",
		Args:    cobra.NoArgs,
	}
	cmd.Flags().IntVar(&port, "port", port, "the port to listen on; 0 takes any that is free")
	cmd.RunE = a.run(func(ctx context.Context, _ []string) error {
		store, err := a.openExisting(ctx)
		if err != nil {
			return err
		}
		defer store.Close()
		search, err := searcher(store)
		if err != nil {
			return err
		}
		handler, err := dossier.Handler(store, search)
		if err != nil {
			return err
		}
		listener, err := listenHere(port)
		if err != nil {
			return err
		}
		if _, err := fmt.Fprintf(a.stdout, "The dossier is at http://%s/ (Ctrl-C ends it)\n", listener.Addr()); err != nil {
			return err
		}
		return serveUntil(ctx, listener, handler)
	})
	return cmd
}

// listenHere listens on a port of this computer only; 0 takes any that is free.
func listenHere(port int) (net.Listener, error) {
	if port < 0 || port > 65535 {
		return nil, usage("--port %d: want 0 to 65535", port)
	}
	listener, err := net.Listen("tcp", net.JoinHostPort("127.0.0.1", strconv.Itoa(port)))
	if err != nil {
		return nil, fmt.Errorf("listen on port %d (another: --port): %w", port, err)
	}
	return listener, nil
}

// serveUntil serves until the context ends, which is no error.
func serveUntil(ctx context.Context, listener net.Listener, handler http.Handler) error {
	server := &http.Server{
		Handler:           handler,
		ReadHeaderTimeout: 10 * time.Second,
		IdleTimeout:       2 * time.Minute,
		BaseContext:       func(net.Listener) context.Context { return ctx },
	}
	stop := context.AfterFunc(ctx, func() { server.Close() })
	defer stop()
	if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return fmt.Errorf("serve at %s: %w", listener.Addr(), err)
	}
	return nil
}

// searcher finds things in the whole graph by the canned query "search".
func searcher(store graph.Store) (func(context.Context, string) ([]dossier.Hit, error), error) {
	all, err := queries.Default()
	if err != nil {
		return nil, err
	}
	at := slices.IndexFunc(all, func(q queries.Query) bool { return q.Name == "search" })
	if at < 0 {
		return nil, errors.New("there is no query search")
	}
	q := asked(all[at])
	return func(ctx context.Context, text string) ([]dossier.Hit, error) {
		hits := []dossier.Hit{}
		if strings.TrimSpace(text) == "" {
			return hits, nil
		}
		const most = int64(100)
		rows, err := store.Query(ctx, q, map[string]any{"text": text, "limit": most})
		if err != nil {
			return nil, fmt.Errorf("search: %w", err)
		}
		for _, row := range rows.Values {
			var text [6]string // an absent value is ""
			for i := range text {
				text[i], _ = row[i].(string)
			}
			hits = append(hits, dossier.Hit{Kind: text[0], Name: text[1], Date: text[2], Quote: text[3], Actor: text[4], ID: text[5]})
		}
		return hits, nil
	}, nil
}
