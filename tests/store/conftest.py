"""A journal file in memory, built by the real migrations."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from spasmlog.store.database import Database


@pytest.fixture
def database() -> Iterator[Database]:
    database = Database.in_memory()
    yield database
    database.close()
