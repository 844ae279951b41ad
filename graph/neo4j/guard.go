package neo4j

import (
	"context"
	"fmt"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// onlyReads refuses a user's query that does more than read the graph, though it
// writes nothing, so that a read transaction would let it: one that reads a file or
// an address (LOAD CSV), or calls a procedure that steers the server. The server's
// own plan tells, for no reading of the text is as sure.
func onlyReads(ctx context.Context, tx neo4j.ManagedTransaction, cypher string, params map[string]any) error {
	result, err := tx.Run(ctx, "EXPLAIN "+cypher, params)
	if err != nil {
		return err
	}
	summary, err := result.Consume(ctx)
	if err != nil {
		return err
	}
	if summary.Plan() == nil {
		return fmt.Errorf("a query may only read: the server has no plan for this one")
	}
	return checkPlan(summary.Plan())
}

// checkPlan refuses a step of a plan, or of those before it.
func checkPlan(p neo4j.Plan) error {
	operator, _, _ := strings.Cut(p.Operator(), "@")
	details := fmt.Sprint(p.Arguments()["Details"])
	switch {
	case operator == "LoadCSV":
		return fmt.Errorf("a query may only read the graph, and no file: LOAD CSV is refused")
	case strings.HasPrefix(operator, "Terminate"):
		return fmt.Errorf("a query may only read the graph: %s is refused", operator)
	case strings.HasSuffix(operator, "ProcedureCall") && !strings.HasPrefix(details, "db."):
		return fmt.Errorf("a query may only read the graph: CALL %s is refused", details)
	}
	for _, before := range p.Children() {
		if err := checkPlan(before); err != nil {
			return err
		}
	}
	return nil
}
