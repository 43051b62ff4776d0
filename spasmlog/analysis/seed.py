"""Where chance begins in tests that draw: the same for a person each time, so nothing flickers."""

from __future__ import annotations

from zlib import crc32

from spasmlog.domain.diary import Diary


def seed_of(diary: Diary) -> int:
    """From the id of the profile; the same for all without one."""
    return crc32(diary.profile.id.encode()) if diary.profile else 0
