"""Where chance begins."""

from __future__ import annotations

from spasmlog.analysis.seed import seed_of
from tests.build import diary, profile


def test_a_person_has_one_seed_whatever_is_logged_and_another_person_another() -> None:
    one, other = profile(), profile()

    assert seed_of(diary(one)) == seed_of(diary(one))
    assert seed_of(diary(one)) != seed_of(diary(other))
    assert seed_of(diary()) == 0
