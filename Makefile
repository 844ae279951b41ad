# What a contributor types. Everything here also works without make: each line is
# a plain go command.

STATICCHECK := honnef.co/go/tools/cmd/staticcheck@v0.8.2
BENCHSTAT   := golang.org/x/perf/cmd/benchstat@v0.0.0-20260908200009-22c9c6c9d4da
GOVULNCHECK := golang.org/x/vuln/cmd/govulncheck@v1.9.0

.PHONY: build man demo kit pictures test test-faults check format vet staticcheck race vulnerabilities fuzz eval accuracy models bench benchstat baseline clean

build: ## the program, as build/entente
	CGO_ENABLED=0 go build -trimpath -o build/entente ./cmd/entente

# Pages have the date of what they are made from, so that the same commit makes the same pages.
man: ## manual pages of all commands, as build/man/*.1
	SOURCE_DATE_EPOCH=$${SOURCE_DATE_EPOCH:-$$(git log -1 --format=%ct)} go test -count=1 -run '^TestMan$$' ./cmd/entente -args -man $(CURDIR)/build/man

demo: ## what a newcomer sees
	go run ./cmd/entente demo

# One Neo4j serves the tests of all packages: NEO4J_URI, else Docker, else Java
# and Maven; with none of these the tests that need it are skipped, and say so.
# Packages take turns (-p 1), for they share that server.
NEO4J := go run ./graph/neo4j/neo4jtest/serve

test: ## all tests, on both stores
	$(NEO4J) go test -p 1 ./...

test-faults: ## kills, interrupts, full disks and servers that go away, each many times: half an hour
	ENTENTE_FAULTS=1 $(NEO4J) go test -v -count 1 -timeout 120m -run '^TestFault' ./cmd/entente

# Python, a C++ compiler and some minutes the first time: the server is compiled into
# a folder of its own in the user's cache.
test-llm: ## a real small model, asked through a real OpenAI-compatible server
	sh llm/llmtest/smoke.sh go test -v -count 1 -timeout 30m -run '^TestSmoke$$' ./llm

check: format vet staticcheck race vulnerabilities ## what a change must pass

format:
	@files=$$(gofmt -l $$(git ls-files -- '*.go')); \
	if [ -n "$$files" ]; then echo "gofmt these files:"; echo "$$files"; exit 1; fi

vet:
	go vet ./...

staticcheck:
	go run $(STATICCHECK) ./...

# The race detector is the one thing here that needs a C compiler. It leaves out
# scripts and faults, which start the program a hundred times, slowed down tenfold:
# what runs at the same time in it is tested without them. -short, since more cases
# of the same find no more races.
race:
	CGO_ENABLED=1 $(NEO4J) go test -p 1 -race -short -timeout 40m -skip '^(TestScripts|TestFault.*)$$' ./...

# Without the database of vulnerabilities, which is on the network, nothing is
# checked: that is said aloud, and is no failure.
vulnerabilities:
	@GOBIN=$(CURDIR)/build/tools go install $(GOVULNCHECK)
	@out=$$(build/tools/govulncheck ./... 2>&1); status=$$?; echo "$$out"; \
	if [ $$status -ne 0 ] && echo "$$out" | grep -q 'fetching vulnerabilities'; then \
		echo "VULNERABILITIES NOT CHECKED: their database can't be reached"; \
	else exit $$status; fi

# One target after the other, for FUZZTIME each. What one finds lands in its package's
# testdata/fuzz, to be kept as a test.
FUZZTIME := 1m

fuzz: ## look for input that breaks a promise: make fuzz FUZZTIME=10m
	@git grep -o 'func Fuzz[A-Za-z]*' -- '*_test.go' | while IFS=: read -r file name; do \
		echo "$$file $${name#func }"; \
		go test -run '^$$' -fuzz "^$${name#func }$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 2s -parallel 1 "./$$(dirname "$$file")" </dev/null || exit 1; \
	done

kit: ## the kit for Neo4j Browser that docker-compose.yml serves
	go run ./cmd/entente browser kit docs/browser

pictures: ## the README's pictures, from the samples; they need Chromium, and one Neo4j
	ENTENTE_REQUIRE_CHROMIUM=1 go test -count=1 -run TestPicture ./views/dossier -args -picture $(CURDIR)/docs/dossier.png
	ENTENTE_REQUIRE_CHROMIUM=1 ENTENTE_REQUIRE_NEO4J=1 go test -count=1 -run TestPicture$$ ./views/browserkit -args -picture $(CURDIR)/docs/browser.png

eval: ## extraction on annotated articles, written into docs/ACCURACY.md and LLM.md
	go run ./eval/refill docs/ACCURACY.md 'go run ./cmd/entente eval'
	go run ./eval/refill docs/LLM.md 'go run ./llm/llmtest/replay'

accuracy: ## tagger, parser and names on held-out text, into docs/ACCURACY.md: make accuracy CORPORA=DIR
	@test -n "$(CORPORA)" || { echo "say where the corpora are: make accuracy CORPORA=DIR"; exit 2; }
	CORPORA="$(CORPORA)" go run ./eval/refill docs/ACCURACY.md 'go run ./extract/language/train'
	CORPORA="$(CORPORA)" go run ./eval/refill docs/ACCURACY.md 'go run ./extract/train'

models: ## train the models anew: make models CORPORA=DIR
	@test -n "$(CORPORA)" || { echo "say where the corpora are: make models CORPORA=DIR"; exit 2; }
	go run ./extract/language/train -corpora $(CORPORA)
	go run ./extract/train -corpora $(CORPORA)

# Nothing else should run beside these: what they print is time.
bench: ## both stores at 100,000 articles, written into docs/BENCHMARKS.md; some 25 minutes
	go run ./eval/refill docs/BENCHMARKS.md 'go run ./graph/neo4j/neo4jtest/serve go run ./bench'

STAGES := go test -run '^$$' -bench '^Benchmark(Read|Language|Extract|Plan|Load|Query)$$' -count 6 \
	./loaders ./extract ./graph ./graph/sqlite ./graph/neo4j

baseline: ## each stage's speed, kept as bench/baseline.txt to compare with
	$(NEO4J) $(STAGES) | tee bench/baseline.txt

benchstat: ## each stage's speed beside bench/baseline.txt, which is of another machine unless you made it
	@mkdir -p build
	$(NEO4J) $(STAGES) > build/bench.txt
	go run $(BENCHSTAT) bench/baseline.txt build/bench.txt

clean:
	rm -rf build
