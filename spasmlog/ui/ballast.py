"""Keeps None, True and False alive under PySide 6.12 on Python 3.11.

Built for Pythons on which these never die (3.12 and later), PySide gives back a reference to None
with every call that returns nothing, and one to True with every emitted signal, without ever having
taken one. Some thousand calls later Python 3.11 stops with "deallocating None".
"""

from __future__ import annotations

import sys

FIRST_IMMORTAL = (3, 12)
PLENTY = 1 << 40
HELD = (None, True, False, NotImplemented)


def take_on() -> None:
    """Give them more references than a program can lose in its life; once is enough."""
    if sys.version_info >= FIRST_IMMORTAL or sys.implementation.name != "cpython":
        return
    # Imported here: later Pythons need none of it.
    from ctypes import c_ssize_t

    for held in HELD:
        count = c_ssize_t.from_address(id(held))
        # Only where the count lies where it is thought to lie, and is not plenty yet.
        if abs(count.value - sys.getrefcount(held)) < 100 and count.value < PLENTY:
            count.value += PLENTY
