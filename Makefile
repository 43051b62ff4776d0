# The commands of this project. `make` alone lists them.

# An empty HOME would make the root folder a home; unset, the account's own is found.
ifeq ($(strip $(HOME)),)
unexport HOME
endif

python := .venv/bin/python

.DEFAULT_GOAL := help
.PHONY: help setup demo run test bench simulate mutants lock clean

help: ## say what there is
	@echo "SpasmLog: a journal for people whose back or neck spasms"
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' Makefile

setup: ## install what is missing and make .venv
	@sh packaging/setup.sh test
	@echo "SpasmLog is set up: make demo, make run and make test will start at once."

demo: ## look at the program with an invented journal
	@sh packaging/setup.sh run
	@sh packaging/demo.sh

run: ## open your own journal
	@sh packaging/setup.sh run
	@$(python) -m spasmlog

test: ## all checks and tests, as CI runs them
	@sh packaging/setup.sh test
	@sh packaging/check.sh

bench: ## measure start-up, clicks, charts and the PDF
	@sh packaging/setup.sh test
	@sh packaging/bench.sh

simulate: ## count how often a change is found in invented diaries without one
	@sh packaging/setup.sh test
	@$(python) packaging/simulate.py

mutants: ## change the rules in small ways and count how many the tests notice (long)
	@sh packaging/setup.sh test
	@ONLY='$(ONLY)' sh packaging/mutants.sh

lock: ## write packaging/requirements.lock anew (UPGRADE=1 for newer packages)
	@UPGRADE='$(UPGRADE)' sh packaging/lock.sh

clean: ## remove what was made here (journals kept elsewhere are not touched)
	rm -rf .venv build dist .coverage .coverage.* .hypothesis .mypy_cache .ruff_cache \
		.import_linter_cache .benchmarks mutants
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
