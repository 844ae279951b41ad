package main

import (
	"fmt"

	"github.com/spf13/cobra"
)

// offer has shells complete a flag of the command by these values.
func offer(cmd *cobra.Command, flag string, values ...string) {
	if err := cmd.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp)); err != nil {
		panic(fmt.Sprintf("complete --%s of %s: %v", flag, cmd.Name(), err)) // the command has no such flag
	}
}
