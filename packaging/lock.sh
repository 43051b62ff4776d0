#!/bin/sh
# Writes packaging/requirements.lock: every package that the project and its checks need, with hashes.
# What is locked already stays unless pyproject.toml rules it out; `make lock UPGRADE=1` renews all.
set -eu

CDPATH='' cd -- "$(dirname -- "$0")/.."
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT

"${PYTHON:-python3}" -m venv "$place/venv"
"$place/venv/bin/python" -m pip install --quiet --disable-pip-version-check uv
"$place/venv/bin/uv" pip compile pyproject.toml --extra dev --quiet \
    --generate-hashes --universal --python-version 3.11 --no-header \
    ${UPGRADE:+--upgrade} -o packaging/requirements.lock
echo "Wrote packaging/requirements.lock: $(grep -c '==' packaging/requirements.lock) packages."
