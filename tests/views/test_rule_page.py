"""The page of a rule: all that the rule says of itself, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from spasmlog.errors import InvalidEntry
from spasmlog.rules import RULES, Level, Rule, Source, Standing, Threshold, Verdict
from spasmlog.rules.sources import DA_SILVA, LABELS, MANN_KENDALL, OSTELO, SEN, STANTON
from spasmlog.views.rule_page import LINE_WIDTH, explained, publications, rule_page_view

every_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)


def unasked(*_given: object) -> Verdict:
    raise AssertionError("a page is made of what a rule says, not of what it answers")


MADE_UP = Rule(
    id="R99",
    title="Too many mondays",
    looks_for="A week with more than 1 Monday.",
    levels=(Level.INFO, Level.PROMPT),
    advice="Buy a calendar.",
    sources=(STANTON, OSTELO),
    thresholds=(
        Threshold("Mondays, more than", 1, "", Standing.OURS),
        Threshold("Looked at", 1200, "mg", Standing.ADAPTED, STANTON),
        Threshold("Relief, at least", 2, "points", Standing.PUBLISHED, OSTELO),
    ),
    check=unasked,
)


def headings(rule: Rule) -> list[str]:
    return [each.heading for each in rule_page_view(rule.id, (rule,)).parts]


def test_a_page_is_made_of_the_rule_alone() -> None:
    page = rule_page_view("R99", (MADE_UP,))

    assert (page.rule, page.title, page.note) == (
        "R99",
        "Too many mondays",
        "This is not a diagnosis.",
    )
    assert page.levels == (
        ("prompt", "Speak to someone today or tomorrow"),
        ("info", "For information"),
    )
    assert headings(MADE_UP) == ["What it looks for", "What it suggests"]
    assert (page.before, page.after) == ("", "")


def test_a_number_has_its_unit_and_says_where_it_comes_from() -> None:
    rows = rule_page_view("R99", (MADE_UP,)).numbers.rows
    said = [tuple(cell.text for cell in row) for row in rows]

    assert said == [
        ("Mondays, more than", "1", "our own choice"),
        ("Looked at", "1,200 mg", "adapted, Stanton 2011"),
        ("Relief, at least", "2 points", "published, Ostelo 2008"),
    ]


def test_every_sentence_of_a_rule_finds_its_heading() -> None:
    full = replace(
        MADE_UP, fires="F.", silent="S.", limits="L.", considers="C.", sure="Q.", personal=True
    )
    page = rule_page_view("R99", (full,))

    assert [(each.heading, each.text) for each in page.parts] == [
        ("What it looks for", "A week with more than 1 Monday."),
        ("When it fires", "F."),
        ("When it stays silent", "S."),
        ("What it suggests", "Buy a calendar."),
        ("What it cannot see", "L."),
        ("What a clinician may think of", "C."),
        ("Where it shows", "It is a personal pattern, and can be switched off in Settings."),
    ]
    assert page.sure == "Q."


def test_where_a_rule_shows_is_said() -> None:
    shy = replace(MADE_UP, quietly=True, everyday=True)

    assert rule_page_view("R99", (shy,)).parts[-1].text == (
        "It shows in the program only, never as a notification. It is not shown beside an "
        "emergency."
    )


def test_sources_stand_once_by_their_numbers_with_their_addresses() -> None:
    said = publications((DA_SILVA, LABELS, STANTON, DA_SILVA))

    assert [each.number for each in said] == [12, 15, 20]
    assert said[0].line == ("[12] Stanton TR and others. Eur Spine J 20(5):744-752, 2011")
    assert said[2].text.endswith("National Library of Medicine")
    assert all(each.url.startswith("https://") for each in said)


def test_the_pages_can_be_leafed_through_in_the_order_of_the_book() -> None:
    pages = [rule_page_view(rule.id) for rule in RULES]

    assert (pages[0].before, pages[-1].after) == ("", "")
    for one, other in pairwise(pages):
        assert (one.after, other.before) == (other.rule, one.rule)
    assert [each.rule for each in pages[0].listed] == [rule.id for rule in RULES]
    assert {each.level for each in pages[0].listed} <= {each.word for each in Level}


@pytest.mark.parametrize("unknown", [None, "", "A1"])
def test_without_a_rule_the_first_page_opens(unknown: str | None) -> None:
    assert rule_page_view(unknown).rule == RULES[0].id


@every_rule
def test_no_text_of_a_rule_is_empty(rule: Rule) -> None:
    for name in ("title", "looks_for", "fires", "silent", "advice", "sure"):
        assert getattr(rule, name).strip(), f"{rule.id} says nothing of: {name}"
    assert rule.sources
    assert all(each.name.strip() for each in rule.thresholds)


@every_rule
def test_every_source_is_one_of_the_books_list(rule: Rule) -> None:
    """The list holds what can be shown; what somebody only knows by hearsay is not in it."""
    named = (*rule.sources, *(each.source for each in rule.thresholds if each.source))

    assert all(isinstance(each, Source) for each in named)
    assert all(each.number in range(1, 28) for each in named if each is not MANN_KENDALL)


def test_a_source_that_the_book_names_without_a_number_stands_last() -> None:
    said = publications((MANN_KENDALL, SEN))

    assert [each.number for each in said] == [19, None]
    assert said[1].line == (
        "Mann HB. Econometrica 13(3):245-259, 1945; Kendall MG. Rank Correlation Methods. "
        "Griffin, 1975"
    )


def test_the_test_of_rising_weeks_and_the_slope_are_each_ascribed_to_who_made_them() -> None:
    text = " ".join(" ".join(explained("R13")).split())

    assert (
        "Pairs of weeks that rise, less those that fall, at least: 18 (published, Mann 1945 and "
        "Kendall 1975)"
    ) in text
    assert "slope of Sen 1968" in text
    assert "published, Sen 1968" not in text


@every_rule
def test_the_plain_text_says_all_that_the_page_says(rule: Rule) -> None:
    page = rule_page_view(rule.id)
    text = " ".join(" ".join(explained(rule.id)).split())

    for part in page.parts:
        assert f"{part.heading} {part.text}" in text
    for name, value, origin in page.numbers.rows:
        assert f"{name.text}: {value.text} ({origin.text})" in text
    for each in page.publications:
        assert f"{each.line} {each.url}" in text
    assert page.sure in text
    assert text.startswith(f"{rule.id} {page.title} ")
    assert text.endswith(page.note)


def test_plain_lines_are_no_longer_than_they_should_be() -> None:
    lines = explained("all")

    assert [line for line in lines if len(line) > LINE_WIDTH and "://" not in line] == []
    assert lines[0].startswith(RULES[0].id)


def test_an_id_is_found_however_it_is_written() -> None:
    assert explained(" r10 ") == explained("R10")
    assert explained("ALL") == explained("all")


def test_all_pages_are_set_apart() -> None:
    lines = explained("all", (MADE_UP, replace(MADE_UP, id="R98")))

    assert lines.count("-" * LINE_WIDTH) == 1
    assert lines[0] == "R99  Too many mondays"


def test_an_unknown_id_is_refused_in_a_sentence_that_names_the_ids() -> None:
    rules = (MADE_UP, replace(MADE_UP, id="A2"), replace(MADE_UP, id="R02"))

    with pytest.raises(InvalidEntry) as refused:
        explained("R00", rules)

    assert str(refused.value) == (
        "R00 is not the id of a rule; the ids are R02, R99, A2, and all for every rule."
    )
