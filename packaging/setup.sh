#!/bin/sh
# Makes what SpasmLog needs on this machine: the missing system packages and .venv.
# usage: packaging/setup.sh [run|test]     PYTHON names another interpreter than python3
set -eu

purpose=${1:-test}
CDPATH='' cd -- "$(dirname -- "$0")/.."
log=build/setup.log

# An empty HOME would send pip's cache to the root folder; unset, the account's own is found.
[ -n "${HOME:-}" ] || unset HOME
unset PYTHONHOME PYTHONPATH PIP_USER PIP_TARGET PIP_PREFIX

say() { printf '%s\n' "$*"; }
warn() { printf '%s\n' "$*" >&2; }
stop() { warn "$@"; exit 1; }

# --- Python -----------------------------------------------------------------------------------

find_python() {
    python=${PYTHON:-python3}
    command -v "$python" >/dev/null 2>&1 ||
        stop "There is no $python here. Install Python 3.11 or newer, then run this again."
    "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
        stop "SpasmLog needs Python 3.11 or newer, and $python is $("$python" -V 2>&1)." \
            "Name a newer one, for example: make setup PYTHON=python3.12"
    # With .venv active, python3 is the one inside it, which is about to be replaced.
    python=$("$python" -c 'import sys; print(getattr(sys, "_base_executable", sys.executable))')
}

# Debian keeps these two apart from Python itself.
python_makes_venvs() { "$python" -c 'import ensurepip, venv' 2>/dev/null; }

# --- system packages --------------------------------------------------------------------------

wanted() {
    awk -v purpose="$purpose" '
        $1 == "must" || $1 == "window" || $1 == purpose { print $1, $2 }
    ' packaging/apt-packages.txt
}

# Names of installed packages and of what they stand in for (libglib2.0-0t64 for libglib2.0-0).
installed() {
    dpkg-query -W -f '${db:Status-Abbrev} ${Package}, ${Provides}\n' |
        sed -n 's/^.i. *//p' | tr ',' '\n' | sed 's/^ *//; s/[ :(].*//'
}

missing() {
    { installed | sed 's/^/have /'; wanted; } | awk '$1 == "have" { have[$2]; next } !($2 in have)' |
        while read -r need package; do
            if [ "$package" != python3-venv ] || ! python_makes_venvs; then
                say "$need $package"
            fi
        done
}

may_install() { [ "$(id -u)" -eq 0 ] || sudo -n true 2>/dev/null; }

as_root() { if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo -n "$@"; fi; }

install_packages() {
    say "Installing system packages: $*"
    as_root apt-get -q update >"$log" 2>&1 ||
        warn "The package lists could not be renewed; trying with those at hand."
    # A fresh machine may be busy with its own upgrades: wait for them.
    as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -q --no-install-recommends -o DPkg::Lock::Timeout=120 "$@" >>"$log" 2>&1 ||
        { tail -n 15 "$log" >&2; warn "The system packages could not be installed."; }
}

tell_missing() {
    # shellcheck disable=SC2086 # a list of words
    warn "System packages are missing:" $2
    # shellcheck disable=SC2086
    warn "Install them with:  $1 apt-get install --no-install-recommends" $2
}

set_up_system() {
    if ! command -v dpkg-query >/dev/null 2>&1 || ! command -v apt-get >/dev/null 2>&1; then
        current || warn "This system has no apt, so its packages are not looked at." \
            "What packaging/apt-packages.txt lists has to be there under the names it has here."
        return 0
    fi
    lacking=$(missing)
    [ -n "$lacking" ] || return 0
    names=$(say "$lacking" | cut -d' ' -f2 | tr '\n' ' ')
    if may_install; then
        # shellcheck disable=SC2086 # a list of words
        install_packages $names
        lacking=$(missing)
        [ -n "$lacking" ] || return 0
        names=$(say "$lacking" | cut -d' ' -f2 | tr '\n' ' ')
    fi
    tell_missing "$([ "$(id -u)" -eq 0 ] || say sudo)" "$names"
    case "$lacking" in
        *"must "*) stop "SpasmLog cannot run without them." ;;
        *) warn "Going on without them." ;;
    esac
}

# --- the environment --------------------------------------------------------------------------

# What .venv was made from; the path is part of it, because an environment cannot be moved.
lock_mark() {
    version=$("$python" -c 'import sys; print(sys.version_info[:2], sys.implementation.name, sys.prefix)')
    say "$version $(pwd) $(cksum <packaging/requirements.lock)"
}

project_mark() { cksum <pyproject.toml; }

has_environment() {
    [ "$(cat .venv/made-from-lock 2>/dev/null)" = "$(lock_mark)" ] &&
        .venv/bin/python -c 'import sys' 2>/dev/null
}

current() {
    has_environment && [ "$(cat .venv/made-from-project 2>/dev/null)" = "$(project_mark)" ]
}

pip() { .venv/bin/python -m pip --disable-pip-version-check "$@" >"$log" 2>&1; }

make_environment() {
    say "Making .venv from packaging/requirements.lock (about a gigabyte; a few minutes the first time)"
    rm -rf .venv
    "$python" -m venv .venv >"$log" 2>&1 || { cat "$log" >&2; stop "The environment could not be made."; }
    pip install --require-hashes --no-deps --only-binary :all: -r packaging/requirements.lock ||
        { tail -n 20 "$log" >&2; stop "The locked packages could not be installed (all of it: $log)."; }
    .venv/bin/python -c 'import PySide6.QtWidgets' ||
        stop "Qt does not load here: a system library is missing (see packaging/apt-packages.txt)."
    lock_mark >.venv/made-from-lock
}

install_project() {
    rm -f .venv/made-from-project
    pip install --no-deps --no-build-isolation --no-index --editable . ||
        { tail -n 20 "$log" >&2; stop "SpasmLog could not be installed into .venv (all of it: $log)."; }
    project_mark >.venv/made-from-project
}

mkdir -p build
find_python
set_up_system
python_makes_venvs || stop "$python cannot make environments: its modules venv and ensurepip are missing."
has_environment || make_environment
current || install_project
