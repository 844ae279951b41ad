//go:build linux || darwin || freebsd

package main

import "golang.org/x/sys/unix"

// room gives how many bytes the disk of a folder has free for the user.
func room(folder string) (uint64, error) {
	var s unix.Statfs_t
	if err := unix.Statfs(folder, &s); err != nil {
		return 0, err
	}
	return uint64(s.Bavail) * uint64(s.Bsize), nil
}
