#!/bin/sh
# Shows the program with an invented journal: in a window, or without a display as files.
set -eu

CDPATH='' cd -- "$(dirname -- "$0")/.."
python=.venv/bin/python
folder=build/demo
journal=$folder/demo.spasmlog

# Settings of the demo are kept beside it; the person's own are neither read nor changed.
SPASMLOG_HOME=$(pwd)/$folder/home
export SPASMLOG_HOME

has_display() {
    [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] &&
        "$python" -c 'import sys; from PySide6.QtGui import QGuiApplication as A
A([]); sys.exit(A.platformName() not in ("xcb", "wayland"))' >/dev/null 2>&1
}

mkdir -p "$SPASMLOG_HOME"
"$python" -m spasmlog demo --journal "$journal" --replace

if has_display; then
    echo "Opening the window on the demo journal ($journal)."
    exec "$python" -m spasmlog --journal "$journal"
fi

echo "There is no display to open a window on, so here is each page as a picture, and the report."
QT_QPA_PLATFORM=offscreen "$python" -m spasmlog pages "$folder" --journal "$journal"
"$python" -m spasmlog report "$folder/report.pdf" --journal "$journal"

printf '%s\n' "" "All of it is in $(pwd)/$folder:" \
    "  demo.spasmlog   the invented journal" \
    "  *.png           each page, light and dark" \
    "  report.pdf      the pages for the doctor"
