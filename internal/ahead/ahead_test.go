package ahead

import (
	"iter"
	"slices"
	"testing"
	"testing/synctest"
)

// count yields 0 to n-1, and keeps in made how many it has made.
func count(n int, made *int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := range n {
			*made = i + 1
			if !yield(i) {
				return
			}
		}
	}
}

func TestOf(t *testing.T) {
	made := 0
	if got, want := slices.Collect(Of(3, count(100, &made))), slices.Collect(count(100, &made)); !slices.Equal(got, want) {
		t.Errorf("got %v", got)
	}
}

// It goes on while the user of an element is busy, so far and no farther, and ends when
// nobody asks any more: synctest.Test would wait in vain for a goroutine that stays.
func TestAhead(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		made := 0
		for i := range Of(3, count(100, &made)) {
			synctest.Wait()
			if i == 10 {
				break
			}
		}
		synctest.Wait()
		if made != 10+1+3+1 { // one used last, three kept, one that waits
			t.Errorf("%d made", made)
		}
	})
}
