package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"time"
)

// memory measures the whole command, reading and extraction with it, on few and on
// many articles: what it needs must not grow with them.
func memory(ctx context.Context, out io.Writer, folder string, most int) error {
	program := filepath.Join(folder, "entente")
	if text, err := exec.CommandContext(ctx, "go", "build", "-o", program, "./cmd/entente").CombinedOutput(); err != nil {
		return fmt.Errorf("build the program: %w\n%s", err, text)
	}
	for _, n := range []int{min(5000, most/2), most} {
		articles := filepath.Join(folder, fmt.Sprintf("articles-%d.jsonl", n))
		if err := write(articles, n); err != nil {
			return err
		}
		var took [2]time.Duration
		var peak [2]int64
		for i := range took {
			c := exec.CommandContext(ctx, program, "load", "--db", "sqlite:"+filepath.Join(folder, fmt.Sprintf("whole-%d.db", n)), articles)
			start := time.Now()
			if text, err := c.CombinedOutput(); err != nil {
				return fmt.Errorf("load: %w\n%s", err, text)
			}
			took[i] = time.Since(start)
			if usage, ok := c.ProcessState.SysUsage().(*syscall.Rusage); ok {
				peak[i] = usage.Maxrss >> 10 // in KiB on Linux
			}
		}
		fmt.Fprintf(out, "entente load, %d articles\t%.0f articles/s, %d MiB at most\n", n, float64(n)/took[0].Seconds(), peak[0])
		fmt.Fprintf(out, "entente load again, %d articles\t%.0f times faster, %d MiB at most\n", n, took[0].Seconds()/took[1].Seconds(), peak[1])
	}
	return nil
}

// write makes a file of n articles of some 200 words about countries, always the same ones.
func write(file string, n int) error {
	f, err := os.Create(file)
	if err != nil {
		return err
	}
	defer f.Close()
	buffered := bufio.NewWriter(f)
	lines := json.NewEncoder(buffered)
	const aDay = 25 // articles: a load reads news in the order of time, as it comes
	random := rand.New(rand.NewPCG(1, 2))
	pick := func(list []string) string { return list[random.IntN(len(list))] }
	countries := []string{"Russia", "France", "Germany", "Japan", "India", "Brazil", "Turkey", "Egypt", "Poland", "Norway", "Kenya", "Chile"}
	deeds := []string{"expelled two diplomats of", "signed a trade agreement with", "imposed sanctions on", "accused hackers of attacking", "offered talks to", "sent medical aid to"}
	replies := []string{"denied the accusation", "welcomed the step", "condemned the decision", "said that it would answer in kind"}
	for i := range n {
		day := time.Date(2018, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, i/aDay)
		a, b := pick(countries), pick(countries)
		text := fmt.Sprintf("%s %s %s on %s, the foreign ministry said in note %d.\n\n%s %s. Officials of %s met envoys of %s later in the week.",
			a, pick(deeds), b, day.Format("January 2, 2006"), i, b, pick(replies), a, pick(countries))
		for range 4 {
			text += fmt.Sprintf("\n\nThe note, of which page %d was seen by journalists in %s, is as long as a novel and says little that diplomats had not heard before. "+
				"It has been the custom of both ministries for %d years to write in this way, and nobody expects that to change before the summer.",
				random.IntN(1000), pick(countries), 2+random.IntN(40))
		}
		err := lines.Encode(map[string]string{"id": fmt.Sprint("note-", i), "title": fmt.Sprintf("Note %d on %s and %s", i, a, b), "text": text,
			"published": day.Format(time.DateOnly), "outlet": fmt.Sprintf("Outlet %d", random.IntN(20))})
		if err != nil {
			return err
		}
	}
	return buffered.Flush()
}
