"""What is typed for dates, times, numbers and lengths is read, or refused in one sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, time

import pytest

from spasmlog import i18n
from spasmlog.errors import InvalidEntry
from spasmlog.views import typed

NEAR = date(2026, 11, 14)
TODAY = date(2026, 11, 22)
_KEPT: tuple[Callable[..., object], ...] = (
    i18n.locale_name,
    typed._halves,
    typed._month_first,
    typed._months,
    typed._weekdays,
    typed._units,
)


@pytest.fixture
def speak(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """Take on a locale for one test; what was worked out for another is forgotten."""

    def forget() -> None:
        for kept in _KEPT:
            kept.cache_clear()  # type: ignore[attr-defined]  # functools' own, not in Callable

    def take(name: str) -> None:
        monkeypatch.setenv("LC_ALL", name)
        forget()

    yield take
    forget()


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("7:5", time(7, 5)),
        ("07:05", time(7, 5)),
        ("0705", time(7, 5)),
        ("705", time(7, 5)),
        ("7.05", time(7, 5)),
        ("7", time(7)),
        ("19", time(19)),
        ("19h", time(19)),
        ("19h40", time(19, 40)),
        ("19 40", time(19, 40)),
        (" 19:40 ", time(19, 40)),
        ("7:40 pm", time(19, 40)),
        ("7:40\u202fPM", time(19, 40)),
        ("12 am", time(0)),
        ("12:30 p.m.", time(12, 30)),
        ("٠٧:٠٥", time(7, 5)),
        ("0:00", time(0)),
        ("23:59", time(23, 59)),
    ],
)
def test_a_time_is_read_in_many_ways(text: str, read: time) -> None:
    assert typed.read_clock(text) == read


@pytest.mark.parametrize(
    "text", ["", "soon", "25:00", "24:00", "7:60", "13 pm", "0 am", "7:05:09", "12345", "-3", "7:"]
)
def test_what_is_no_time_is_refused_and_never_guessed(text: str) -> None:
    with pytest.raises(InvalidEntry) as refused:
        typed.read_clock(text)

    assert refused.value.sentence.endswith(".")


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("today", TODAY),
        ("Yesterday", date(2026, 11, 21)),
        ("14 Nov 2026", NEAR),
        ("14 Nov", NEAR),
        ("Nov 14", NEAR),
        ("14. november", NEAR),
        ("november 14th, 2026", NEAR),
        ("Sat 14 Nov", NEAR),
        ("Saturday, 14 November 2026", NEAR),
        ("14 Nov 26", NEAR),
        ("2026-11-14", NEAR),
        ("2026/11/14", NEAR),
        ("14/11/2026", NEAR),
        ("14.11.", NEAR),
        ("14.11.26", NEAR),
        ("3/4", date(2027, 4, 3)),
        ("30 jun", date(2026, 6, 30)),
        ("2 Jan", date(2027, 1, 2)),
        ("29 feb 2024", date(2024, 2, 29)),
        ("29/2", date(2028, 2, 29)),
    ],
)
def test_a_date_is_read_in_many_ways(text: str, read: date) -> None:
    near = date(2027, 6, 1) if text == "29/2" else NEAR

    assert typed.read_day(text, near, TODAY) == read


def test_a_date_without_a_year_is_the_nearest_to_the_one_that_stood_there() -> None:
    assert typed.read_day("30 Dec", date(2027, 1, 3), TODAY) == date(2026, 12, 30)
    assert typed.read_day("12 Nov", date(2024, 11, 14), TODAY) == date(2024, 11, 12)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "14",
        "Saturday",
        "soon",
        "14 Ju",
        "31 Nov",
        "31/2",
        "2026-13-01",
        "14 Nov 20266",
        "14 15 Nov",
        "Nov 2026 14",
        "14 Nov Dec",
        "114 Nov",
        "1 Jan 1800",
        "14 Nov 2026 7",
    ],
)
def test_what_is_no_date_or_more_than_one_is_refused(text: str) -> None:
    with pytest.raises(InvalidEntry):
        typed.read_day(text, NEAR, TODAY)


def test_a_weekday_that_does_not_fit_the_date_is_said() -> None:
    with pytest.raises(InvalidEntry, match="14 Nov 2026 is a Saturday"):
        typed.read_day("Fri 14 Nov", NEAR, TODAY)


@pytest.mark.parametrize(
    ("locale", "text", "read"),
    [
        ("en_US", "11/14/2026", NEAR),
        ("en_US", "Nov 14, 2026", NEAR),
        ("de_DE", "14.11.2026", NEAR),
        ("de_DE", "14. Nov. 2026", NEAR),
        ("de_DE", "Samstag, 14. November", NEAR),
        ("sv_SE", "2026-11-14", NEAR),
        ("fr_FR", "14 nov. 2026", NEAR),
    ],
)
def test_dates_are_read_as_the_locale_writes_them(
    speak: Callable[[str], None], locale: str, text: str, read: date
) -> None:
    speak(locale)

    assert typed.read_day(text, NEAR, TODAY) == read


@pytest.mark.parametrize("locale", ["en_GB", "en_US", "de_DE", "sv_SE", "fr_FR", "ar_EG"])
def test_what_a_field_shows_is_read_back_as_the_same(
    speak: Callable[[str], None], locale: str
) -> None:
    speak(locale)

    for at in (time(0), time(7, 5), time(12, 30), time(19, 40)):
        assert typed.read_clock(typed.shown_clock(at)) == at
    for month in range(1, 13):
        day = date(2026, month, 22)
        assert typed.read_day(typed.shown_day(day), NEAR, TODAY) == day


@pytest.mark.parametrize(
    ("locale", "text", "read"),
    [
        ("en_GB", "400", 400),
        ("en_GB", "400 mg", 400),
        ("en_GB", "0.25", 0.25),
        ("en_GB", "0,5", 0.5),
        ("en_GB", "1,200", 1200),
        ("en_GB", "1,200.5", 1200.5),
        ("en_GB", "-3", -3),
        ("en_GB", "−3", -3),
        ("de_DE", "1.200", 1200),
        ("de_DE", "12,5", 12.5),
        ("de_DE", "12.5", 12.5),
    ],
)
def test_numbers_are_read_by_the_locale(
    speak: Callable[[str], None], locale: str, text: str, read: float
) -> None:
    speak(locale)

    assert typed.read_number(text, "mg") == read


@pytest.mark.parametrize("text", ["", "two", "1.2.3", "1e9", "nan", "inf", "4 tablets", "1,2,3"])
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(InvalidEntry):
        typed.read_number(text, "mg")


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("5", 300),
        ("5 min", 300),
        ("5:30", 330),
        ("90 s", 90),
        ("1 min 30 s", 90),
        ("1 h", 3600),
        ("2 minutes", 120),
        ("1 h 5 min.", 3900),
    ],
)
def test_a_length_is_read_in_minutes_and_seconds(text: str, seconds: int) -> None:
    assert typed.read_length(text) == seconds


@pytest.mark.parametrize("text", ["", "long", "5 apples", "-5", "5 min or so", "1.5.2"])
def test_what_is_no_length_is_refused(text: str) -> None:
    with pytest.raises(InvalidEntry):
        typed.read_length(text)
