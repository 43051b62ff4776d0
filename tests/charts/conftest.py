"""What every test of the charts stands on: the shipped fonts, and none of the machine's."""

from __future__ import annotations

from collections.abc import Iterator

import pytest


@pytest.fixture(scope="module", autouse=True)
def no_fonts_of_the_machine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A chart looks the same wherever the tests run; a test brings the fonts that it wants."""
    nothing = tmp_path_factory.mktemp("nothing")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_DATA_DIRS", str(nothing))
        patch.setenv("HOME", str(nothing))
        yield
