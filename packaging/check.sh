#!/bin/sh
# All checks and tests. One line a step; what a failed step said is shown, and ends the run.
set -eu

CDPATH='' cd -- "$(dirname -- "$0")/.."
[ -n "${HOME:-}" ] || unset HOME
python=$(pwd)/.venv/bin/python
logs=build/check
rm -rf "$logs" build/coverage
mkdir -p "$logs" build/coverage
COVERAGE_FILE=$(pwd)/build/coverage/data
export COVERAGE_FILE

now() { date +%s.%N; }

# step NAME COMMAND...: runs it with its output kept, and says how it went and how long it took.
step() {
    name=$1
    shift
    began=$(now)
    if "$@" >"$logs/$name.log" 2>&1; then verdict="ok"; else verdict="FAILED" && : >"$logs/$name.failed"; fi
    echo "$began $(now)" | awk -v name="$name" -v verdict="$verdict" \
        '{ printf "%-14s %-6s %6.1f s\n", name, verdict, $2 - $1 }'
}

# Ends the run when a step before this has failed, showing what it said.
all_well() {
    for failed in "$logs"/*.failed; do
        [ -e "$failed" ] || return 0
        name=$(basename "$failed" .failed)
        printf '\n--- %s\n' "$name"
        cat "$logs/$name.log"
    done
    printf '\nStopped here. The logs are in %s.\n' "$logs"
    exit 1
}

scripts_parse() { for script in packaging/*.sh .ci/run; do sh -n "$script"; done; }

# The suite without a display, side by side on every core; the few tests that need a real one
# follow under Xvfb. Nothing is measured here, so the benchmarks' plugin stays out.
offscreen() {
    "$python" -m pytest --ignore=tests/benchmarks -p no:benchmark -m "not xcb" \
        --numprocesses=auto --dist=worksteal --cov --cov-report= --durations=10
}

on_x11() {
    SPASMLOG_TEST_PLATFORM=xcb xvfb-run -a "$python" -m pytest --ignore=tests/benchmarks -p no:benchmark \
        -m xcb --cov --cov-append --cov-report=
}

coverage_holds() {
    "$python" -m coverage json -q -o build/coverage/coverage.json
    "$python" packaging/ratchet.py build/coverage/coverage.json packaging/coverage.toml
}

step mypy "$python" -m mypy &
types=$!
step scripts scripts_parse
step ruff "$python" -m ruff check --output-format=concise
step format "$python" -m ruff format --check
step imports .venv/bin/lint-imports --no-logo
wait "$types"
all_well

step tests offscreen
all_well
tail -n 1 "$logs/tests.log"
if ! grep -rqs 'mark\.xcb' tests; then
    :
elif command -v xvfb-run >/dev/null 2>&1; then
    step tests-x11 on_x11
    all_well
else
    echo "tests-x11      left out: xvfb-run is not here"
fi
step coverage coverage_holds
all_well
cat "$logs/coverage.log"
