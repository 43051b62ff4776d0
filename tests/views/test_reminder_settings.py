"""What the card on reminders shows, and what may be typed there."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from spasmlog import reminder_timer
from spasmlog.errors import InvalidEntry
from spasmlog.settings import Settings
from spasmlog.views.reminder_settings import evening_reader, read_quiet, reminder_texts

EVENING = Settings(remind_evening=True)


def test_the_times_are_shown_as_clocks_and_the_minutes_to_be_chosen() -> None:
    texts = reminder_texts(Settings(), None)

    assert (texts.evening_at, texts.quiet_from, texts.quiet_to) == ("20:30", "22:00", "07:00")
    assert [words for _minutes, words in texts.after][:2] == ["30 min", "45 min"]
    assert texts.quiet_hint == ""
    assert texts.peg_hint == ""


def test_an_evening_within_the_quiet_hours_is_told_only_where_it_matters() -> None:
    late = replace(EVENING, evening_at="22:30")

    assert "no notification comes" in reminder_texts(late, None).evening_hint
    assert "no notification comes" not in reminder_texts(EVENING, None).evening_hint
    switched_off = replace(late, remind_evening=False)
    assert "no notification comes" not in reminder_texts(switched_off, None).evening_hint
    weekly = replace(switched_off, remind_peg=True)
    assert "no notification comes" in reminder_texts(weekly, None).evening_hint


def test_the_same_time_twice_is_said_to_be_no_quiet_hours() -> None:
    texts = reminder_texts(Settings(quiet_from="07:00", quiet_to="07:00"), None)

    assert texts.quiet_hint == "The same time twice: there are no quiet hours."


def test_peg_that_is_not_asked_is_said_not_to_be() -> None:
    assert "Questionnaires" in reminder_texts(Settings(weekly_peg=False), None).peg_hint


def test_for_a_closed_window_what_is_on_the_disk_is_shown_not_what_was_wished_for(
    tmp_path: Path,
) -> None:
    journal = tmp_path / "journal.spasmlog"
    wished = Settings(remind_while_closed=True)

    assert not reminder_texts(wished, journal).while_closed
    reminder_timer.install(journal)
    assert reminder_texts(Settings(), journal).while_closed
    assert "login" in reminder_texts(Settings(), journal).while_closed_hint


def test_where_systemd_serves_it_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "systemd" / "private").mkdir(parents=True)
    (tmp_path / "systemctl").write_text("#!/bin/sh\n")
    (tmp_path / "systemctl").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))

    hint = reminder_texts(Settings(), tmp_path / "journal.spasmlog").while_closed_hint

    assert hint.startswith("systemd")
    assert "every 10 minutes" in hint


def test_a_journal_without_a_file_cannot_be_looked_into_later() -> None:
    texts = reminder_texts(Settings(), None)

    assert not texts.can_while_closed
    assert not texts.while_closed
    assert texts.while_closed_hint == "This journal is only in memory: it ends with the window."


@pytest.mark.parametrize(
    ("typed", "kept"), [("18", "18:00"), ("8:15 pm", "20:15"), ("0:30", "00:30"), ("2.59", "02:59")]
)
def test_a_time_of_the_evening_or_the_night_is_kept(typed: str, kept: str) -> None:
    assert evening_reader(Settings())(typed) == kept


@pytest.mark.parametrize("typed", ["3:00", "12", "17:59"])
def test_a_time_before_the_check_in_opens_is_refused_with_the_hours_that_are_not(
    typed: str,
) -> None:
    with pytest.raises(InvalidEntry, match=r"opens at 18:00, and the day ends at 03:00"):
        evening_reader(Settings())(typed)


def test_quiet_hours_may_begin_and_end_at_any_time() -> None:
    assert read_quiet("7:5") == "07:05"
    with pytest.raises(InvalidEntry):
        read_quiet("25")
