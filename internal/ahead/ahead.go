// Package ahead makes the elements of a sequence before they are asked for.
package ahead

import "iter"

// Of yields what a sequence yields. A goroutine of its own makes up to n elements that
// nobody has asked for yet, so that making and using them overlap.
func Of[T any](n int, sequence iter.Seq[T]) iter.Seq[T] {
	return func(yield func(T) bool) {
		made, done := make(chan T, n), make(chan struct{})
		defer close(done)
		go func() {
			defer close(made)
			for x := range sequence {
				select {
				case made <- x:
				case <-done:
					return
				}
			}
		}()
		for x := range made {
			if !yield(x) {
				return
			}
		}
	}
}
