// Package linear learns and applies sparse linear classifiers. A feature is a
// 32-bit key, a model a table from keys to one weight for each class.
package linear

// Odd multipliers of a multilinear hash; the top half of the sum is the key.
const (
	k0 = 0x9e3779b97f4a7c15
	k1 = 0xc2b2ae3d27d4eb4f
	k2 = 0x165667b19e3779f9
	k3 = 0xd6e8feb86659fd93
	k4 = 0xa0761d6478bd642f
)

// Key1 gives the key of template t filled with one atom.
func Key1(t, a uint32) uint32 { return uint32((uint64(t)*k0 + uint64(a)*k1) >> 32) }

// Key2 gives the key of template t filled with two atoms.
func Key2(t, a, b uint32) uint32 {
	return uint32((uint64(t)*k0 + uint64(a)*k1 + uint64(b)*k2) >> 32)
}

// Key3 gives the key of template t filled with three atoms.
func Key3(t, a, b, c uint32) uint32 {
	return uint32((uint64(t)*k0 + uint64(a)*k1 + uint64(b)*k2 + uint64(c)*k3) >> 32)
}

// Key4 gives the key of template t filled with four atoms.
func Key4(t, a, b, c, d uint32) uint32 {
	return uint32((uint64(t)*k0 + uint64(a)*k1 + uint64(b)*k2 + uint64(c)*k3 + uint64(d)*k4) >> 32)
}
