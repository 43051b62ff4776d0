"""The window outlives the references that Qt's binding loses."""

from __future__ import annotations

import subprocess
import sys

PROGRAM = """
import os
os.environ["QT_QPA_PLATFORM"] = "offscreen"
import spasmlog.ui
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication([])
widget = QWidget()
for _ in range(30_000):
    widget.update()
    app.applicationNameChanged.emit()
print("alive")
"""


def test_thirty_thousand_calls_of_qt_leave_the_interpreter_alive() -> None:
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=False
    )

    assert run.stdout == "alive\n"
    assert run.returncode == 0, run.stderr
