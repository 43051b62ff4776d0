"""The emergency numbers: the file they stand in, and what is said of them."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from spasmlog.paths import shipped
from spasmlog.views.emergency_numbers import countries, emergency_number, locale_country


def shipped_file() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(shipped("resources", "emergency_numbers.json").read_bytes())
    return found


def test_there_are_at_least_thirty_countries_in_the_order_of_their_codes() -> None:
    codes = list(shipped_file()["countries"])

    assert len(codes) >= 30
    assert codes == sorted(set(codes))
    assert all(re.fullmatch(r"[A-Z]{2}", code) for code in codes)


def test_every_code_is_one_that_the_locales_know() -> None:
    from babel import Locale

    known = Locale("en").territories

    assert [code for code in shipped_file()["countries"] if code not in known] == []


@pytest.mark.parametrize("code", list(shipped_file()["countries"]))
def test_each_country_has_a_name_digits_a_source_and_the_month_it_was_checked(code: str) -> None:
    entry = shipped_file()["countries"][code]

    assert entry["name"].strip()
    assert re.fullmatch(r"\d{2,5}", entry["number"])
    assert re.fullmatch(r"(\d{2,4})?", entry["also"])
    assert entry["also"] != entry["number"]
    assert len(entry["source"]) > 20
    assert re.fullmatch(r"20\d\d-\d\d", entry["checked"])


def test_each_poisons_line_has_its_own_source() -> None:
    lines = [each for each in shipped_file()["countries"].values() if "poisons" in each]

    assert len(lines) >= 10
    assert all(re.fullmatch(r"[\d -]+", each["poisons"]) for each in lines)
    assert all(len(each["poisons_source"]) > 10 for each in lines)


def test_the_file_says_how_it_was_checked_and_by_what() -> None:
    note = shipped_file()["note"]

    for word in ("libphonenumber", "Android", "without the authorities", "weakest"):
        assert word in note


def test_no_country_stands_twice_in_the_list_to_choose_from() -> None:
    names = [name for _code, name in countries()]

    assert names == sorted(names, key=str.casefold)
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("country", "number", "said"),
    [
        ("IE", "112", "Or 999"),
        ("gb", "999", "Or 112"),
        ("US", "911", ""),
        ("AU", "000", "Or 112 from a mobile phone"),
        ("RS", "194", ""),
    ],
)
def test_the_number_is_that_of_the_country(country: str, number: str, said: str) -> None:
    told = emergency_number(country, "")

    assert (told.number, told.said) == (number, said)
    assert told.can_change


def test_a_poisons_line_is_told_with_its_hours_and_never_broken() -> None:
    assert emergency_number("IE", "").poisons == "01\u00a0809\u00a02166, from 8 to 22 o'clock"
    assert emergency_number("CH", "").poisons == "145"
    assert emergency_number("JP", "").poisons == ""


def test_where_the_country_is_not_known_it_is_told_what_is() -> None:
    told = emergency_number("", "")

    assert told.number == "112"
    assert "not in all" in told.said
    assert "911" in told.said
    assert (told.country, told.set_for, told.can_change) == ("", "No country is set", True)


def test_a_number_of_ones_own_comes_first_with_the_countrys_line_for_poisons() -> None:
    own = emergency_number("CH", "0123 456")

    assert (own.number, own.said, own.poisons) == ("0123 456", "Switzerland: 144", "145")
    assert emergency_number("", "5").poisons == ""


def test_the_locale_is_read_from_the_first_variable_that_says_anything() -> None:
    assert locale_country({"LC_ALL": "en_IE.UTF-8", "LANG": "de_DE"}) == "IE"
