"""Personal patterns: the page about them, and the counts that are left while they are off."""

from __future__ import annotations

from spasmlog.rules import RULES
from spasmlog.views.findings import calling
from spasmlog.views.patterns import counts, patterns_off, patterns_view
from spasmlog.views.signals import signals_view
from tests.build import diary, episode, running, use
from tests.views.lives import assessed, came_back_once, comes_back, eight


def test_counts_are_of_ninety_days_and_carry_no_verdict() -> None:
    old, treated = episode(90, hours=1), episode(89, hours=30)
    lived = diary(old, treated, use(89, spasm=treated), episode(3, hours=1), running(0, "08:00"))

    found = counts(lived)

    assert found.heading == "Counted over the last 90 days"
    assert found.lines == (
        "Spasms that began: 3",
        "Days with a spasm: 4",
        "Spasms with a treatment: 1",
        "Logged: 4 of 90 days",
    )


def test_an_empty_journal_is_counted_too() -> None:
    assert counts(diary()).lines[-1] == "Logged: 0 of 90 days"


def test_the_page_says_whether_they_are_on_and_names_them() -> None:
    on, off = patterns_view(diary(), on=True), patterns_view(diary(), on=False)

    assert (on.on, on.state) == (True, "They are on.")
    assert (off.on, off.state) == (False, "They are off. No rule looks for them.")
    named = {rule.title for rule in RULES if rule.personal}
    assert named <= set(off.parts[0].lines)
    assert off.disclaimer == "This is not a diagnosis."
    assert off.parts[2].heading == "What guidelines suggest to bring up with a clinician"


def test_signals_says_what_is_left_while_they_are_off() -> None:
    lived = comes_back()
    view = signals_view(lived, assessed(lived, personal=False), personal=False)

    assert view.off == patterns_off(lived)
    assert view.signals == ()
    assert {each.rule for each in view.quiet} == {"R16"}
    assert len(view.not_asked) == len({"R01", "R02", "R03"})
    assert view.lacking == ()
    assert signals_view(lived, assessed(lived)).off is None


def test_only_what_is_worth_showing_calls_from_outside_of_its_page() -> None:
    assert calling(assessed(came_back_once())) == ()
    assert [each.rule.id for each in calling(assessed(comes_back()))] == ["R10"]
    assert not {"R09", "R12"} & {each.rule.id for each in calling(assessed(eight()))}
