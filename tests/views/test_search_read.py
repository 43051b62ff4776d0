"""What is understood of a search as it is typed, and what is only searched as text."""

from __future__ import annotations

from datetime import date

import pytest

from spasmlog.domain.moment import Moment
from spasmlog.domain.records import Factor
from spasmlog.domain.scales import Exposure, Lag, TreatmentKind
from spasmlog.i18n import use_language
from spasmlog.views.search import SearchIndex, Understood
from spasmlog.views.search_days import read_days
from spasmlog.views.search_read import LONGEST, Vocabulary, read
from spasmlog.views.search_terms import Bounds, Measure
from spasmlog.views.search_text import phrase, plain, searchable, words_of
from spasmlog.views.search_words import search_words
from tests.build import diary, moment, treatment, utc

NOW = moment(0, "18:40")  # a Wednesday, 1 July 2026
WORDS = search_words("en_GB")


def understood(text: str) -> Understood:
    index = SearchIndex()
    index.take(
        diary(
            treatment("Nurofen 200"),
            treatment("Heat wrap", kind=TreatmentKind.HEAT),
            Factor(
                id="own",
                recorded_at=moment(9),
                name="Long drive",
                lag=Lag.SAME_DAY,
                created=date(2026, 6, 1),
            ),
            Factor(
                id="suspect",
                recorded_at=moment(9),
                name="Crates",
                exposure=Exposure.HEAVY_LOAD,
                lag=Lag.SAME_DAY,
                created=date(2026, 6, 1),
            ),
        )
    )
    return index.find(text, NOW).understood


@pytest.mark.parametrize(
    ("text", "chips"),
    [
        ("pain>=7", ("pain 7 or more",)),
        ("pain ≥ 7", ("pain 7 or more",)),
        ("Pain => 7", ("pain 7 or more",)),
        ("pain>7", ("pain above 7",)),
        ("pain=0", ("pain 0",)),
        ("pain 7", ("pain 7",)),
        ("pain<3", ("pain below 3",)),
        ("pain<=3", ("pain 3 or less",)),
        ("pain 7-10", ("pain 7 to 10",)),
        ("pain 10 - 7", ("pain 7 to 10",)),
        ("pain=7..10", ("pain 7 to 10",)),
        ("pain 7 or more", ("pain 7 or more",)),
        ("worst 3 or less left", ("pain 3 or less", "left")),
        ("lasted>2h", ("lasted above 2 h",)),
        ("lasted > 2 h", ("lasted above 2 h",)),
        ("lasted>=1h30", ("lasted 1 h 30 min or more",)),
        ("lasted 30min-2h", ("lasted 30 min to 2 h",)),
        ("lasted 1-2h", ("lasted 1 h to 2 h",)),
        ("dose>=400", ("dose 400 mg or more",)),
        ("ibuprofen 400", ("ibuprofen", "dose 400 mg")),
        ("ibuprofen, 400 mg", ("ibuprofen", "dose 400 mg")),
        ("0.5g", ("dose 500 mg",)),
        ("500 ml", ("drink 500 ml",)),
        ("ibuprofen 2025", ("ibuprofen", "2025")),
        ("ibuprofen 14 march 2025", ("ibuprofen", "14 Mar 2025")),
        ("dose 1g", ("dose 1,000 mg",)),
        ("drink>0.5l", ("drink above 500 ml",)),
        ("slept<6", ("slept below 6 h",)),
        ("minutes>=30", ("took 30 min or more",)),
    ],
)
def test_comparisons_are_read(text: str, chips: tuple[str, ...]) -> None:
    assert understood(text) == Understood(chips=chips)


@pytest.mark.parametrize(
    ("text", "chip"),
    [
        ("2026-03", "March 2026"),
        ("2026-03-14", "14 Mar 2026"),
        ("2025", "2025"),
        ("march", "March 2026"),
        ("december", "December 2025"),
        ("Sept 2024", "September 2024"),
        ("14 march", "14 Mar 2026"),
        ("march 14 2025", "14 Mar 2025"),
        ("14 July", "14 Jul 2025"),
        ("29 feb", "29 Feb 2024"),
        ("2026-03-01..2026-03-14", "1 Mar 2026 to 14 Mar 2026"),
        ("2026-03-14 .. 2026-03-01", "1 Mar 2026 to 14 Mar 2026"),
        ("2025-11..2026-01", "1 Nov 2025 to 31 Jan 2026"),
        ("2026-03..", "from 1 Mar 2026 on"),
        ("..2026-03", "until 31 Mar 2026"),
        ("14 march 2025 .. 20 march 2025", "14 Mar 2025 to 20 Mar 2025"),
        ("14 march 2025 to 20 march 2025", "14 Mar 2025 to 20 Mar 2025"),
        ("2026-03-01 until yesterday", "1 Mar 2026 to 30 Jun 2026"),
        ("today", "1 Jul 2026"),
        ("yesterday", "30 Jun 2026"),
        ("wednesday", "24 Jun 2026"),
        ("this week", "29 Jun 2026 to 5 Jul 2026"),
        ("last week", "22 Jun 2026 to 28 Jun 2026"),
        ("this month", "July 2026"),
        ("last month", "June 2026"),
        ("this year", "2026"),
        ("last year", "2025"),
        ("this day", "1 Jul 2026"),
        ("last day", "30 Jun 2026"),
        ("last 10 days", "22 Jun 2026 to 1 Jul 2026"),
        ("past 2 weeks", "18 Jun 2026 to 1 Jul 2026"),
        ("last 9999 years", "until 1 Jul 2026"),
    ],
)
def test_days_and_periods_are_read(text: str, chip: str) -> None:
    assert understood(text) == Understood(chips=(chip,))


@pytest.mark.parametrize(
    ("text", "chips"),
    [
        ("spasm", ("spasm",)),
        ("check-in", ("check in",)),
        ("Doses", ("doses",)),
        ("walk", ("walk",)),
        ("left leg", ("left", "leg")),
        ("low back, both sides", ("lower back", "both sides")),
        ("to calf", ("down to the calf",)),
        ("lifting", ("lifting",)),
        ("long drive", ("long drive",)),
        ("Crates", ("Crates",)),
        ("bend worse", ("bending worse",)),
        ("sitting no different", ("sitting no different",)),
        ("heat", ("heat",)),
        ("ibu", ("ibuprofen",)),
        ("apap", ("acetaminophen",)),
        ("nuro", ("nuro",)),
        ("heat wrap", ("heat wrap",)),
        ("notes", ("notes",)),
        ("typed later", ("typed later",)),
        ("side effect", ("side effect",)),
        ("running", ("running",)),
        ("no end", ("no end",)),
        ("-left", ("not left",)),
        ("-typed later", ("not typed later",)),
        ("pain>=7 left heat 2026-03", ("pain 7 or more", "left", "heat", "March 2026")),
    ],
)
def test_names_are_read(text: str, chips: tuple[str, ...]) -> None:
    assert understood(text) == Understood(chips=chips)


@pytest.mark.parametrize(
    ("text", "as_text"),
    [
        ("boxes", ("boxes",)),
        ("pain>=eleven", ("pain>=eleven",)),
        ("2026-13", ("2026-13",)),
        ("2026-02-30", ("2026-02-30",)),
        ("2026-13..", ("2026-13..",)),
        ("0000", ("0000",)),
        ("lasted>2", ("lasted>2",)),
        ("lasted>2kg", ("lasted>2kg",)),
        ("pain>=3..5", ("pain>=3..5",)),
        ("drink>1h30", ("drink>1h30",)),
        ("he", ("he",)),
        ('"left leg"', ('"left leg"',)),
        ('"unclosed left', ('"unclosed left"',)),
        ('-"left leg"', ('-"left leg"',)),
        ("-boxes", ("-boxes",)),
        ("this fortnight", ("this", "fortnight")),
        ("this 3 weeks", ("this", "3", "weeks")),
        ("30 30 nights", ("30", "30", "nights")),
        ("😀", ("😀",)),
    ],
)
def test_all_else_is_searched_as_text_and_said_to_be(text: str, as_text: tuple[str, ...]) -> None:
    assert understood(text) == Understood(as_text=as_text)


@pytest.mark.parametrize(
    ("text", "chips", "as_text"),
    [
        ("pain>=7 -10", ("pain 7 or more",), ("-10",)),
        ("march left", ("March 2026", "left"), ()),
        ("0 march", ("March 2026",), ("0",)),
        ("march may", ("March 2026", "May 2026"), ()),
        ("march 2025 2026", ("March 2025", "2026"), ()),
        ("14 15 march", ("15 Mar 2026",), ("14",)),
        ("31 june", ("June 2026",), ("31",)),
        ("dose 2 tablets", ("dose",), ("2", "tablets")),
        ("bend", (), ("bend",)),
        ("bend -worse", (), ("bend", "-worse")),
        ('low "back"', (), ("low", '"back"')),
    ],
)
def test_where_one_thing_ends_the_next_begins(
    text: str, chips: tuple[str, ...], as_text: tuple[str, ...]
) -> None:
    assert understood(text) == Understood(chips=chips, as_text=as_text)


@pytest.mark.parametrize("text", ["", "  ", '"', '""', "-", "--", ">=", "...", ",;", '-""', "!?"])
def test_what_holds_no_word_asks_nothing(text: str) -> None:
    assert read(text, Vocabulary(words=WORDS, today=date(2026, 7, 1))) == ()


def test_what_is_behind_a_thousand_characters_is_not_read() -> None:
    terms = read("a" * (LONGEST - 1) + " left", Vocabulary(words=WORDS, today=date(2026, 7, 1)))

    assert len(terms) == 1


def test_a_week_begins_as_it_does_here() -> None:
    use_language("en_US")

    assert read_days(("this", "week"), date(2026, 7, 1), WORDS) == (
        (date(2026, 6, 28), date(2026, 7, 4)),
        2,
    )


def test_today_is_the_diary_day_that_is_running() -> None:
    late = Moment.of(utc("2026-06-30T23:30"), "Europe/Berlin")
    index = SearchIndex()

    assert index.find("today", late).understood.chips == ("30 Jun 2026",)


def test_a_number_has_its_unit() -> None:
    known = Vocabulary(words=WORDS, today=date(2026, 7, 1))
    (lasted,) = read("lasted<1h30", known)
    (dose,) = read("dose=0,5g", known)

    assert (lasted.measure, lasted.bounds) == (Measure.LASTED, Bounds(high=90, below=True))
    assert (dose.measure, dose.bounds) == (Measure.DOSE, Bounds(low=500, high=500))


def test_texts_are_compared_without_case_and_accents() -> None:
    assert plain("Médecin STRASSE Straße") == "medecin strasse strasse"
    assert words_of("Could not sit -- 10:30, l'été") == (
        *("could", "not", "sit", "10", "30", "l", "ete"),
    )
    assert phrase("not SIT") in searchable("Could not sit.")
    assert phrase("sit to") not in searchable("Could not sit", "to eat")
    assert searchable("", "") == phrase("--") == ""


def test_a_language_without_words_of_its_own_has_the_english_ones() -> None:
    assert search_words("de_AT") == search_words("en-US") == WORDS
