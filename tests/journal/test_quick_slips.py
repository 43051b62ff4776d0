"""A line with a slip in it is refused in one sentence or kept whole; nothing is half saved."""

from __future__ import annotations

import pytest

from spasmlog.domain.records import Episode, TreatmentUse
from spasmlog.errors import InvalidEntry
from spasmlog.journal.journal import Journal
from spasmlog.journal.quick_known import known_of
from spasmlog.journal.quick_line import parse
from tests.journal.test_quick_line import KNOWN
from tests.slips import KEPT, REFUSED


def keep(journal: Journal, typed: str) -> None:
    journal.do(parse(typed, known_of(journal.diary, journal.now)).command)


@pytest.mark.parametrize(("typed", "said"), REFUSED, ids=lambda each: repr(each)[:24])
def test_a_slip_is_refused_in_one_sentence_and_nothing_is_kept(
    journal: Journal, typed: str, said: str
) -> None:
    with pytest.raises(InvalidEntry, match=said) as refused:
        keep(journal, typed)

    assert journal.diary.by_id == {}
    assert str(refused.value).isprintable()
    assert len(str(refused.value)) < 160


@pytest.mark.parametrize(("typed", "note"), KEPT, ids=lambda each: repr(each)[:24])
def test_what_is_not_understood_is_kept_word_for_word(
    journal: Journal, typed: str, note: str
) -> None:
    keep(journal, typed)

    (spasm,) = journal.diary.of_kind(Episode)
    assert (spasm.peak, spasm.note) == (7, note)


def test_an_amount_in_words_is_never_guessed(journal: Journal) -> None:
    keep(journal, "ibuprofen lots")

    (taken,) = journal.diary.of_kind(TreatmentUse)
    assert (taken.dose_mg, taken.dose_text, taken.note) == (None, "", "lots")


def test_a_number_of_any_length_is_refused_at_once() -> None:
    digits = "9" * 990
    for typed in (f"w{digits}", digits, f"7 {digits}m", f"7 @-{digits}h", f"ibu {digits}"):
        with pytest.raises(InvalidEntry):
            parse(typed, KNOWN)
