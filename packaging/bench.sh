#!/bin/sh
# Runs the benchmarks in one process and prints their tables; the files stay in build/bench.
set -eu

CDPATH='' cd -- "$(dirname -- "$0")/.."
mkdir -p build/bench
exec .venv/bin/python -m pytest tests/benchmarks -q -s -p no:randomly --no-cov \
    --benchmark-disable-gc --benchmark-sort=name --benchmark-group-by=group \
    --benchmark-columns=min,median,max,rounds --benchmark-json=build/bench/benchmarks.json "$@"
