"""Words, plural forms, dates and numbers, whatever the system says about its language."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spasmlog import i18n
from tests.strategies import texts

ENGLISH = ("C", "POSIX", "", "C.UTF-8", "nonsense", "xx_YY", "en-", "_US", "%s", "a" * 300, "é")


@pytest.fixture
def locale(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """Variables of a test's own; what is remembered of them is forgotten before and after."""
    for name in ("LC_ALL", "LC_TIME", "LANG", "LANGUAGE"):
        monkeypatch.delenv(name, raising=False)
    _forget()
    yield monkeypatch
    monkeypatch.undo()
    _forget()


def _forget() -> None:
    i18n.locale_name.cache_clear()
    i18n._catalogue.cache_clear()


def test_without_any_variable_it_is_english(locale: pytest.MonkeyPatch) -> None:
    assert i18n.locale_name() == "en_GB"
    assert i18n.format_day(date(2026, 11, 14)) == "14 Nov 2026"
    assert i18n.format_clock(time(19, 40)) == "19:40"
    assert i18n.format_number(1234.5) == "1,234.5"


@pytest.mark.parametrize("name", ENGLISH)
def test_a_name_that_says_nothing_is_english(locale: pytest.MonkeyPatch, name: str) -> None:
    locale.setenv("LC_ALL", name)

    assert i18n.locale_name() == "en_GB"


@pytest.mark.parametrize(
    ("name", "locale_name", "country"),
    [
        ("en_US.UTF-8", "en_US", "US"),
        ("de_DE@euro", "de_DE", "DE"),
        ("de", "de", ""),
        ("zh_Hans", "zh_Hans", ""),
        ("zh_TW.Big5", "zh_Hant_TW", "TW"),
        ("sr_Latn", "sr_Latn", ""),
        ("es_419", "es_419", ""),
        ("en_US_POSIX", "en_US_POSIX", "US"),
        ("ca_ES_valencia", "ca_ES_VALENCIA", "ES"),
    ],
)
def test_the_country_is_the_one_that_the_locale_names(
    locale: pytest.MonkeyPatch, name: str, locale_name: str, country: str
) -> None:
    locale.setenv("LC_ALL", name)

    assert (i18n.locale_name(), i18n.country_code()) == (locale_name, country)


def test_the_time_variable_comes_before_the_language(locale: pytest.MonkeyPatch) -> None:
    locale.setenv("LANG", "en_US.UTF-8")
    locale.setenv("LC_TIME", "de_DE.UTF-8")
    locale.setenv("LC_ALL", "C")

    assert i18n.locale_name() == "de_DE"


def test_dates_and_numbers_follow_the_locale(locale: pytest.MonkeyPatch) -> None:
    locale.setenv("LC_ALL", "de_DE.UTF-8")

    assert i18n.format_day(date(2026, 11, 14)) == "14 Nov. 2026"
    assert i18n.format_clock(datetime.fromisoformat("2026-11-14 09:05")) == "09:05"
    assert i18n.format_number(1234.5, 2) == "1.234,50"
    assert i18n.format_number(1234.5, 0) == "1.234"
    assert i18n.format_list(["11", "9", "7"]) == "11, 9 und 7"


def test_a_list_of_nothing_and_of_one_is_joined(locale: pytest.MonkeyPatch) -> None:
    assert (i18n.format_list([]), i18n.format_list(["one"])) == ("", "one")


@pytest.mark.parametrize(
    ("count", "said"), [(0, "0 dogs"), (1, "1 dog"), (2, "2 dogs"), (1000, "1000 dogs")]
)
def test_the_plural_form_fits_the_number(count: int, said: str) -> None:
    assert i18n.ngettext("{n} dog", "{n} dogs", count) == said


def test_a_text_that_nobody_translated_stays_english(locale: pytest.MonkeyPatch) -> None:
    locale.setenv("LANGUAGE", "eo")

    assert i18n._("Log spasm") == i18n.N_("Log spasm") == "Log spasm"


@pytest.mark.parametrize("name", ["de", "de_AT", "de-AT", "en_US"])
def test_a_language_by_its_name_is_used(locale: pytest.MonkeyPatch, name: str) -> None:
    locale.setenv("LC_ALL", "C")
    locale.setenv("LANGUAGE", "en")

    assert i18n.use_language(name)
    assert i18n.locale_name() == os.environ["LC_ALL"] == name.replace("-", "_")


@pytest.mark.parametrize("name", ["", "xx", "Klingon", "de_XX_YY", "1", "--", "\0"])
def test_what_is_no_language_is_refused_and_changes_nothing(
    locale: pytest.MonkeyPatch, name: str
) -> None:
    locale.setenv("LC_ALL", "de_DE")

    assert not i18n.use_language(name)
    assert i18n.locale_name() == "de_DE"


@given(texts | st.text(st.sampled_from("deEN_-@.019"), max_size=8))
def test_any_text_is_a_language_or_is_not(name: str) -> None:
    before = dict(os.environ)
    try:
        assert i18n.use_language(name) in (True, False)
    finally:
        os.environ.clear()
        os.environ.update(before)
        _forget()


def test_why_a_file_is_refused_is_said_by_the_program_not_by_the_system() -> None:
    full = OSError(errno.ENOSPC, "Le disque est plein")

    assert i18n.why_not(full) == "the disk is full"


def test_a_rare_refusal_keeps_what_the_system_says() -> None:
    assert i18n.why_not(OSError(errno.ESTALE, "Stale file handle")) == "Stale file handle"
    assert i18n.why_not(OSError("no number")) == "no number"
