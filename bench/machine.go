package main

import (
	"fmt"
	"os"
	"runtime"
	"strings"
)

// machine describes what the figures were taken on, as far as the system tells.
func machine() string {
	load := strings.Fields(string(read("/proc/loadavg")))
	busy := ""
	if len(load) > 0 {
		busy = ", load before: " + load[0]
	}
	return fmt.Sprintf("%s, %d cores, %s of memory, %s/%s, %s%s", field("/proc/cpuinfo", "model name"),
		runtime.NumCPU(), field("/proc/meminfo", "MemTotal"), runtime.GOOS, runtime.GOARCH, runtime.Version(), busy)
}

// field is the value of the first line that begins with a name, "unknown" if there is none.
func field(file, name string) string {
	for line := range strings.Lines(string(read(file))) {
		if key, value, ok := strings.Cut(line, ":"); ok && strings.TrimSpace(key) == name {
			return strings.TrimSpace(value)
		}
	}
	return "unknown"
}

// read gives nothing where there is no such file, as on systems other than Linux.
func read(file string) []byte {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil
	}
	return text
}
