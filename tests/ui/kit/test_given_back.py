"""Memory that was freed goes back to the system, and elsewhere nothing is tried."""

from __future__ import annotations

import ctypes
import sys

import pytest

from spasmlog.ui.given_back import give_back


class Library:
    """A C library that counts how often it was asked."""

    def __init__(self) -> None:
        self.asked: list[int] = []

    def malloc_trim(self, left: int) -> int:
        self.asked.append(left)
        return 1


def test_the_c_library_is_asked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    library = Library()
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(ctypes, "CDLL", lambda _name: library)
    give_back()

    assert library.asked == [0]


@pytest.mark.parametrize("platform", ["linux", "win32", "darwin"])
def test_a_library_without_it_is_left_alone(platform: str, monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[str] = []
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(ctypes, "CDLL", lambda name: looked.append(name))
    give_back()

    assert len(looked) == (platform == "linux")
