#!/bin/sh
# Changes the rules in thousands of small ways, one at a time, and counts how many the tests notice.
# Takes half an hour or more on two cores. `make mutants ONLY='spasmlog/rules/spell.py'` takes a part.
set -eu

CDPATH='' cd -- "$(dirname -- "$0")/.."
[ -n "${HOME:-}" ] || unset HOME
least=85
only=${ONLY:-spasmlog/rules/*.py}
tree=build/mutants
mutmut=$(pwd)/.venv/bin/mutmut
python=$(pwd)/.venv/bin/python

# In a copy: it writes beside the code, and takes its own settings from pyproject.toml.
rm -rf "$tree"
mkdir -p "$tree"
git ls-files -z --cached --others --exclude-standard -- spasmlog tests resources migrations packaging pyproject.toml |
    xargs -0 cp --parents -t "$tree"
cd "$tree"
patterns=$(printf '%s' "$only" | tr ' ' '\n' | sed 's/.*/"&"/' | paste -s -d, -)
cat >>pyproject.toml <<TOML

[tool.mutmut]
source_paths = ["spasmlog"]
only_mutate = [$patterns]
also_copy = ["resources", "migrations", "packaging"]
pytest_add_cli_args = ["-p", "no:randomly", "-p", "no:benchmark", "-p", "no:xdist"]
pytest_add_cli_args_test_selection = [
    "tests/rules",
    "--ignore=tests/rules/test_hostile.py",
    "--ignore=tests/rules/test_properties.py",
    "--ignore=tests/rules/test_two_readings.py",
    "--deselect=tests/rules/test_rule_book.py::test_every_threshold_is_used",
]
track_dependencies = false
use_git_change_detection = false
TOML
"$mutmut" run >mutmut.log 2>&1 || {
    tail -n 40 mutmut.log
    exit 1
}
"$mutmut" results --all true >results.txt 2>/dev/null
"$python" - "$least" <<'PY'
import collections
import pathlib
import sys

rows = (line.split(": ") for line in pathlib.Path("results.txt").read_text().splitlines())
listed = [(row[0].strip(), row[1].strip()) for row in rows if len(row) == 2]
files = collections.defaultdict(collections.Counter)
for name, verdict in listed:
    files[name.split(".x", 1)[0]][verdict in ("killed", "timeout", "caught by type check")] += 1
for name, found in sorted(files.items()):
    print(f"{name:<40} {found[True]:>5} of {found.total():>5} noticed")
caught, total = (sum(f[True] for f in files.values()), sum(f.total() for f in files.values()))
share = 100 * caught / total if total else 0
print(f"{caught} of {total} changes noticed: {share:.1f} %, at least {sys.argv[1]} % are wanted")
sys.exit(share < int(sys.argv[1]))
PY
