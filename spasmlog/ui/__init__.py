"""Qt: shows views and emits commands.

May not know SQL, the store or its tables, decide what a rule decides, or read the clock by itself.
"""

from __future__ import annotations

import os

from spasmlog.ui.ballast import take_on

# Before the first call of Qt: see there for what it holds off.
take_on()

# Asked for here and not by `QApplication.setStyle`, which hands a QStyle back: wrapping that makes
# Qt's binding build some twenty enumerations, 6 ms of the way to the first paint.
os.environ.setdefault("QT_STYLE_OVERRIDE", "fusion")
