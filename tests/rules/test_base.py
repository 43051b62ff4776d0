"""The engine: verdicts, the order of findings, and the shape that others read."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from spasmlog.domain.diary import Diary
from spasmlog.domain.scales import Sign, SignAnswer
from spasmlog.rules import (
    RULES,
    Assessment,
    Evidence,
    Finding,
    Lack,
    Level,
    Outcome,
    Reason,
    Rule,
    Standing,
    Threshold,
    Verdict,
    assess,
    book,
    to_json,
)
from spasmlog.rules.sources import OSTELO
from tests.build import TODAY, answer, check_in, day, diary, episode
from tests.rules.cases_doses import IBU, dose
from tests.rules.cases_returns import later, treated

QUIET = Verdict(outcome=Outcome.NO, first=TODAY, last=TODAY, days_counted=0, days_missing=1)
FIRED = replace(
    QUIET, outcome=Outcome.FIRE, level=Level.INFO, evidence=(Evidence(TODAY, ("a",), "seen"),)
)


def rule(rule_id: str, check: Any, after: tuple[str, ...] = ()) -> Rule:
    return Rule(
        id=rule_id,
        title=rule_id,
        looks_for="",
        levels=(Level.INFO,),
        advice="",
        sources=(),
        thresholds=(),
        check=check,
        after=after,
    )


@pytest.mark.parametrize(
    "changes",
    [
        {"outcome": Outcome.FIRE},
        {"outcome": Outcome.FIRE, "level": Level.INFO},
        {"level": Level.INFO, "evidence": FIRED.evidence},
        {"outcome": Outcome.INSUFFICIENT},
        {"lacking": (Lack("more"),)},
    ],
)
def test_no_evidence_no_finding_and_only_what_is_insufficient_lacks(
    changes: dict[str, Any],
) -> None:
    with pytest.raises(ValueError, match=r"a rule that fires|only a verdict"):
        replace(QUIET, **changes)


def test_a_rule_is_handed_the_verdicts_that_it_declared_in_their_order() -> None:
    handed: list[tuple[Verdict, ...]] = []

    def listens(_diary: Diary, *verdicts: Verdict) -> Verdict:
        handed.append(verdicts)
        return QUIET

    book = (
        rule("last", listens, after=("two", "one")),
        rule("one", lambda _diary: QUIET),
        rule("two", lambda _diary: FIRED),
    )

    assessed = assess(diary(), book)

    assert handed == [(FIRED, QUIET)]
    assert [each.rule.id for each in assessed.findings] == ["last", "one", "two"]


def test_rules_see_the_diary_as_of_its_own_day() -> None:
    def count(known: Diary) -> Verdict:
        return replace(QUIET, days_counted=len(known.episodes))

    assessed = assess(diary(episode(0), episode(-1), today=TODAY), [rule("count", count)])

    assert assessed.of("count").verdict.days_counted == 1


def test_findings_are_sorted_by_what_they_answered() -> None:
    some = {"R01", "R02", "R03", "R05", "R06", "R09", "R10", "R16"}
    book = tuple(rule for rule in RULES if rule.id in some)
    assessed = assess(
        diary(
            answer(0, Sign.MORNING_STIFFNESS_OVER_3_MONTHS),
            answer(0, Sign.BOTH_LEGS, SignAnswer.UNSURE),
            dose(IBU, None),
            *treated(20),
            later(),
        ),
        book,
    )

    assert [each.rule.id for each in assessed.fired] == ["R01", "R03", "R09"]
    assert [each.rule.id for each in assessed.insufficient] == ["R16", "R06", "R05"]
    assert [each.rule.id for each in assessed.quiet] == ["R02", "R10"]
    assert assessed.highest_level is Level.PROMPT
    assert [each.rule.id for each in assessed.findings] == [each.id for each in book]


def test_an_assessment_gives_the_finding_of_a_rule_and_no_other() -> None:
    assessed = assess(diary())

    assert assessed.of("R09").rule.id == "R09"
    with pytest.raises(KeyError):
        assessed.of("R99")


def test_with_nothing_fired_there_is_no_level() -> None:
    assert Assessment(TODAY, (Finding(RULES[0], QUIET),)).highest_level is None


def test_every_word_for_the_screen_is_there() -> None:
    for words in (*Level, *Standing, *Reason):
        assert words.label[0].isalpha()
    assert [level.word for level in Level] == ["info", "routine", "prompt", "emergency"]


def test_a_threshold_says_what_it_is_and_where_it_comes_from() -> None:
    said = [
        Threshold("Relief", 2, "points", Standing.PUBLISHED, OSTELO).words,
        Threshold("Relief", 2, "points", Standing.ADAPTED, OSTELO).words,
        Threshold("Returns", 2, "", Standing.OURS).words,
    ]

    assert said == [
        "Relief: 2 points (Ostelo 2008)",
        "Relief: 2 points (adapted, Ostelo 2008)",
        "Returns: 2 (our own choice)",
    ]


def test_what_is_lacking_shows_its_day_as_it_is_asked_to() -> None:
    assert Lack("more").words() == "more"
    assert Lack("an end on {day}", date(2026, 6, 2)).words() == "an end on 2026-06-02"
    assert Lack("an end on {day}", date(2026, 6, 2)).words(lambda d: f"{d.day} June") == (
        "an end on 2 June"
    )


def test_the_json_has_the_shape_that_others_rely_on() -> None:
    known = diary(*treated(20, id="zz"), later(10, id="bb"), answer(0, Sign.FEVER), check_in(-1))

    plain = to_json(assess(known))

    assert json.loads(json.dumps(plain)) == plain
    assert set(plain) == {"as_of", "highest_level", "rules"}
    assert (plain["as_of"], plain["highest_level"]) == ("2026-07-01", "prompt")
    assert list(plain["rules"]) == sorted(each.id for each in RULES)
    for each in plain["rules"].values():
        assert set(each) == {
            "verdict",
            "level",
            "from",
            "to",
            "days_counted",
            "days_missing",
            "evidence",
            "left_out",
            "lacking",
            "measures",
        }
    fever, none = plain["rules"]["R02"], plain["rules"]["R06"]
    assert (fever["verdict"], fever["level"], fever["lacking"]) == ("fire", "prompt", None)
    assert (none["level"], none["from"]) == (None, "2026-06-24")
    returned = plain["rules"]["R09"]
    assert returned["evidence"][0]["day"] == day(10).isoformat()
    assert returned["evidence"][0]["records"] == sorted(returned["evidence"][0]["records"])
    assert returned["measures"]["certain_returns"] == 1


def test_the_json_says_so_where_personal_patterns_are_off() -> None:
    plain = to_json(assess(diary(), book(personal=False)), personal=False)

    assert plain["personal_patterns"] == "off"
    assert plain.keys() == {*to_json(assess(diary())), "personal_patterns"}
    assert not plain["rules"].keys() & {rule.id for rule in RULES if rule.personal}


def test_the_json_of_what_is_insufficient_says_what_is_lacking_and_left_out() -> None:
    first, dose_given = treated(20, hours=None, id="bb")
    weak = episode(12, peak=None, id="aa")

    plain = to_json(assess(diary(first, dose_given, later(), weak)))["rules"]["R09"]

    assert plain["lacking"] == "an end time for the spasm of 2026-06-11"
    assert plain["left_out"] == [
        {"record": "aa", "reason": "no_peak"},
        {"record": "bb", "reason": "no_end"},
    ]


def test_assessing_imports_nothing_heavy() -> None:
    code = (
        "import sys\n"
        "from datetime import date\n"
        "from spasmlog.domain.diary import Diary\n"
        "from spasmlog.rules import assess, to_json\n"
        "to_json(assess(Diary.of(date(2026, 7, 1))))\n"
        "heavy = {'babel', 'numpy', 'scipy', 'sqlalchemy', 'matplotlib', 'PySide6', 'typst'}\n"
        "print(sorted(heavy & set(sys.modules)))\n"
    )

    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert said.stdout.strip() == "[]"
