"""The fields of what a day is made of: spasms, readings, drinks, movement, the check-in."""

from __future__ import annotations

from spasmlog.domain.diary import Diary
from spasmlog.domain.moment import Moment
from spasmlog.domain.records import (
    MAX_DAY_MINUTES,
    MAX_DAY_ML,
    MAX_DRINK_ML,
    TreatmentUse,
)
from spasmlog.domain.scales import (
    Effect,
    Intensity,
    Limited,
    Movement,
    OnsetExact,
    ReadingWord,
    Region,
    Side,
    Spread,
)
from spasmlog.i18n import N_, _, format_clock
from spasmlog.views import fields as f
from spasmlog.views import names
from spasmlog.views.about import About, Kept, exposures, spasms_near, use_words, worded
from spasmlog.views.words import sentence

LET_GO, RUNNING, UNKNOWN = "let_go", "running", "unknown"
"""What can be said of a spasm's end."""
_MOVEMENTS = {
    Movement.BEND: N_("Bend"),
    Movement.SIT: N_("Sit"),
    Movement.STAND: N_("Stand"),
    Movement.WALK: N_("Walk"),
    Movement.LIE: N_("Lie"),
    Movement.TWIST: N_("Twist"),
    Movement.COUGH: N_("Cough"),
    Movement.ARCH: N_("Arch"),
}
_EFFECTS = {Effect.BETTER: N_("better"), Effect.WORSE: N_("worse"), Effect.SAME: N_("same")}
"""Shorter than elsewhere, so that eight of them with their answers fit side by side."""


def spasm(kept: Kept, about: About) -> tuple[f.Field, ...]:
    """Everything that is asked of a spasm."""
    resolved: Moment | None = kept.get("resolved")
    exact = kept.get("onset_exact", OnsetExact.MINUTE)
    exact_day = ("onset_exact", OnsetExact.DAY)
    return (
        *map(f.beside, _beside_the_map(kept)),
        f.body("areas", _("On the body map"), kept.get("areas", ())),
        *_counts_instead(kept, about.diary),
        f.when("onset", _("Began"), kept.get("onset"), about.first, day_only=exact_day),
        f.few("onset_exact", _("What is known of the beginning"), exact, _exactness()),
        f.few("ended", _("It let go"), _ended(kept), _endings()),
        f.only_while("ended", LET_GO, f.when("resolved", _("Let go"), resolved, about.first)),
        _set_off(kept.get("exposures", frozenset()), about),
        f.grid(
            "movements",
            _("Movement: better or worse"),
            kept.get("movements", ()),
            movements(),
            effects(),
        ),
        *_treated_with(kept.get("id", ""), about.diary),
        f.tick("flare", _("A flare, clearly worse than usual"), kept.get("flare", False)),
        f.note("note", _("Note"), kept.get("note", "")),
    )


def _beside_the_map(kept: Kept) -> tuple[f.Field, ...]:
    """How bad and where in words; a place that is not stated follows from the map."""
    stated = _("Not stated")
    follows = _("As marked") if kept.get("areas") else stated
    side, reaches = kept.get("side"), kept.get("spread")
    return (
        f.pain("peak", _("Worst"), kept.get("peak")),
        f.choice("region", _("Place"), kept.get("region"), regions(follows)),
        f.choice("side", _("Side"), side, worded(Side, names.side, blank=follows)),
        f.choice("spread", _("Pain reaches"), reaches, worded(Spread, names.spread, blank=stated)),
    )


def movements() -> f.Options:
    """What may change the pain, in short words."""
    return tuple((each, _(_MOVEMENTS[each])) for each in Movement)


def effects() -> f.Options:
    """What a movement may do to it."""
    return tuple((each, _(_EFFECTS[each])) for each in Effect)


def _ended(kept: Kept) -> str:
    if "ended" in kept:
        return str(kept["ended"])
    if kept["resolved"] is not None:
        return LET_GO
    return UNKNOWN if kept["end_unknown"] else RUNNING


def _endings() -> f.Options:
    return ((LET_GO, _("At")), (RUNNING, _("Still running")), (UNKNOWN, _("Not known")))


def _exactness() -> f.Options:
    return ((OnsetExact.MINUTE, _("The time")), (OnsetExact.DAY, _("Only the day")))


def regions(blank: str) -> f.Options:
    """The places, with a first choice of none."""
    return worded(Region, names.region, blank=blank)


def _set_off(present: frozenset[str], about: About) -> f.Field:
    return f.chips("exposures", _("What set it off"), present, exposures(present, about))


def _treated_with(episode_id: str, diary: Diary) -> tuple[f.Field, ...]:
    uses = diary.linked_uses(episode_id)
    words = tuple((each.id, use_words(each, diary)) for each in uses)
    return (f.links("uses", _("Treated with"), words, "pill"),) if words else ()


def _counts_instead(kept: Kept, diary: Diary) -> tuple[f.Field, ...]:
    """The reading that is stronger than what is typed: it counts, so it is what to change."""
    readings = [each for each in diary.linked_readings(kept.get("id", "")) if each.pain is not None]
    strongest = max(readings, key=lambda each: each.pain or 0, default=None)
    typed = kept.get("peak")
    if strongest is None or (typed is not None and typed >= (strongest.pain or 0)):
        return ()
    words = _("{n} at {time}").format(n=strongest.pain, time=format_clock(strongest.at.clock))
    label = _("The strongest reading counts")
    return (f.links("strongest", label, ((strongest.id, words),), "body"),)


def reading(kept: Kept, about: About) -> tuple[f.Field, ...]:
    """A number, a word, or both. A new one belongs to the spasm that runs then."""
    diary = about.diary
    words = worded(ReadingWord, names.relief, blank=_("No word"))
    asked_of = diary.get(TreatmentUse, kept.get("use_id"))
    listed = ((asked_of.id, use_words(asked_of, diary)),) if asked_of else ()
    return (
        f.pain("pain", _("Pain"), kept.get("pain")),
        f.choice("word", _("In words"), kept.get("word"), words),
        f.when("at", _("When"), kept.get("at"), about.first),
        *_belongs_to(kept, about),
        *((f.links("use_id", _("Asked after"), listed, "pill"),) if listed else ()),
        f.note("note", _("Note"), kept.get("note", "")),
    )


def _belongs_to(kept: Kept, about: About) -> tuple[f.Field, ...]:
    """The spasm of a reading that is kept."""
    if "day" not in kept:
        return ()
    linked = kept["episode_id"]
    near = spasms_near(kept["day"], linked, about)
    return (f.choice("episode_id", _("Belongs to"), linked, near, wide=True),)


def drink(kept: Kept, about: About) -> tuple[f.Field, ...]:
    """One glass."""
    ml = kept.get("volume_ml", about.settings.glass_ml)
    return (
        f.number("volume_ml", _("Amount"), ml, MAX_DRINK_ML, 10, low=10, unit=_("ml")),
        f.when("at", _("When"), kept.get("at"), about.first),
    )


def activity(kept: Kept, about: About) -> tuple[f.Field, ...]:
    """What was done, for how long, how hard."""
    return (
        f.text("kind", _("What"), kept["kind"]),
        f.number("minutes", _("Minutes"), kept["minutes"], MAX_DAY_MINUTES, low=1),
        f.few("intensity", _("How hard"), kept["intensity"], worded(Intensity, names.intensity)),
        f.when("at", _("When"), kept.get("at"), about.first),
    )


def stretch(kept: Kept, about: About) -> tuple[f.Field, ...]:
    """What was stretched, and for how long."""
    return (
        f.text("routine", _("What"), kept.get("routine", "")),
        f.text("group", _("Muscle group"), kept.get("group") or "", wide=False),
        f.length("seconds", _("How long"), kept["seconds"], needed=True),
        f.when("at", _("When"), kept.get("at"), about.first),
    )


def check_in(kept: Kept, about: About) -> tuple[f.Field, ...]:
    """The evening's summary; what is left open stays unanswered."""
    on = kept.get("day", about.day)
    copied = kept.get("copied", False)
    return (
        f.day("day", _("Day"), on, wide=True),
        f.pain("worst", _("Worst pain"), kept.get("worst")),
        f.pain("average", _("Average pain"), kept.get("average")),
        f.few("limited", _("Pain limited the day"), kept.get("limited"), _limits()),
        f.number("sleep_h", _("Sleep"), kept.get("sleep_h"), 24, 0.5, unit=_("h")),
        f.few("slept_badly", _("Slept badly"), kept.get("slept_badly"), _yes_no(), wide=False),
        f.number("sitting_h", _("Sitting"), kept.get("sitting_h"), 24, 0.5, unit=_("h")),
        *_amounts(kept),
        _that_day(kept.get("exposures", ()), about),
        *((f.fact("copied", _("Made from"), _("a copy of another day")),) if copied else ()),
        f.note("note", _("Note"), kept.get("note", "")),
    )


def _that_day(given: tuple[tuple[str, bool], ...], about: About) -> f.Field:
    """The exposures that were asked, each yes or no."""
    asked = exposures((key for key, _answer in given), about, ticks=True)
    options = tuple((key, sentence(words)) for key, words in asked)
    answers = ((True, _("yes")), (False, _("no")))
    return f.grid("exposures", _("That day: yes or no"), given, options, answers)


def _yes_no() -> f.Options:
    return ((None, _("Skip")), (True, _("Yes")), (False, _("No")))


def _limits() -> f.Options:
    return worded(Limited, names.limited, blank=_("Skip"))


def _amounts(kept: Kept) -> tuple[f.Field, ...]:
    """The day's totals, as typed in the evening."""
    fluids, minutes = _("Drinks, whole day"), _("min")
    moderate, vigorous = _("Moderate activity"), _("Vigorous activity")
    return (
        f.number("fluids_ml", fluids, kept.get("fluids_ml"), MAX_DAY_ML, 50, unit=_("ml")),
        f.number(
            "moderate_min", moderate, kept.get("moderate_min"), MAX_DAY_MINUTES, 5, unit=minutes
        ),
        f.number(
            "vigorous_min", vigorous, kept.get("vigorous_min"), MAX_DAY_MINUTES, 5, unit=minutes
        ),
        f.length("stretch_s", _("Stretching"), kept.get("stretch_s")),
    )
