package graph

import "errors"

// Finding is one thing that was looked at to tell whether a store is fit for use.
// The Diagnose function of the store's package gives them.
type Finding struct {
	Check string // what was looked at, in a word or two
	Found string // what there is to say of it
	Mend  string // what to type or to do about it; "" if all is well
}

// FormatFinding says whether a graph of the format can be used, and what to do if not.
func FormatFinding(held int) Finding {
	f := Finding{Check: "format"}
	switch err := CheckFormat(held); {
	case err == nil:
		f.Found = "the graph has the format of this version"
	case errors.Is(err, ErrOldFormat):
		f.Found, f.Mend = ErrOldFormat.Error(), "entente migrate"
	default:
		f.Found, f.Mend = "a newer version of this program wrote the graph", "get the newer version"
	}
	return f
}
