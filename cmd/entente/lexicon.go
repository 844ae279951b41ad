package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/entente-graph/entente/cmd/entente/internal/display"
)

func (a *app) lexicon() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "lexicon",
		Short: "What the program knows beforehand: countries, people, treaties, verbs",
		Args:  cobra.NoArgs,
	}
	cmd.RunE = a.run(func(context.Context, []string) error { return cmd.Help() })
	cmd.AddCommand(a.lexiconCheck())
	return cmd
}

func (a *app) lexiconCheck() *cobra.Command {
	var folders []string
	cmd := &cobra.Command{
		Use:   "check",
		Short: "Check the lexicon, with your own folders laid over it",
		Long: `Check the lexicon: ids that lead nowhere, names that two actors share at one time,
examples that fail. The exit status is 1 when there is something to mend.`,
		Example: "  entente lexicon check --lexicon my-names/",
		Args:    cobra.NoArgs,
		RunE: a.run(func(context.Context, []string) error {
			lex, err := openLexicon(folders)
			if err != nil {
				return err
			}
			problems := lex.Check()
			rows := make([][]any, len(problems))
			for i, p := range problems {
				rows[i] = []any{p.File, p.ID, p.Message}
			}
			if len(rows) > 0 || display.Format(a.format) != display.Table {
				if err := a.print([]string{"file", "id", "problem"}, rows); err != nil {
					return err
				}
			}
			if len(problems) > 0 {
				return fmt.Errorf("the lexicon has %s", count(len(problems), "problem"))
			}
			a.say("%s, %s, %s and %s: all is well.", count(len(lex.Countries), "country"), count(len(lex.People), "leader"),
				count(len(lex.Organizations), "organization"), count(len(lex.Treaties), "treaty"))
			return nil
		}),
	}
	cmd.Flags().StringArrayVar(&folders, "lexicon", nil, "a folder of your own, laid over the program's lexicon (repeatable)")
	return cmd
}
