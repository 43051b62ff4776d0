"""Qt: shows views and emits commands.

May not know SQL, the store or its tables, decide what a rule decides, or read the clock by itself.
"""

from __future__ import annotations

from spasmlog.ui.ballast import take_on

# Before the first call of Qt: see there for what it holds off.
take_on()
