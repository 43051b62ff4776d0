"""The fields of what is done about it: doses, courses, visits, and what is only read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from spasmlog.domain.records import MAX_DAY_MINUTES, Treatment
from spasmlog.domain.scales import (
    INSTRUMENTS,
    PEG,
    ROLAND_MORRIS,
    Lag,
    SignAnswer,
    TreatmentKind,
)
from spasmlog.i18n import N_, _, format_list
from spasmlog.rules.signs import WORDS as SIGNS
from spasmlog.views import fields as f
from spasmlog.views import names
from spasmlog.views.about import About, Kept, exposures, spasms_near, worded
from spasmlog.views.editing_day import regions
from spasmlog.views.score_questions import statements
from spasmlog.views.typed import shown_day
from spasmlog.views.words import sentence

ANOTHER = ""
"""The choice of a treatment that is not in the list yet."""
ITEM = "item:"
"""What the name of a questionnaire's field begins with."""
_ITEMS = {
    "pain": N_("Pain on average"),
    "enjoyment": N_("Enjoyment of life"),
    "activity": N_("General activity"),
}


def use(kept: Kept, about: About) -> tuple[f.Field, ...]:
    """One dose or one go; what it is of is changed in the list."""
    on = kept.get("day", about.day)
    linked = kept.get("episode_id")
    minutes = kept.get("minutes")
    return (
        *_which(kept, about, last=True),
        f.amount("dose_mg", _("Amount in mg"), kept.get("dose_mg"), _("mg")),
        f.text("dose_text", _("Amount as you say it"), kept.get("dose_text", ""), wide=False),
        f.number("minutes", _("For how long"), minutes, MAX_DAY_MINUTES, low=1, unit=_("min")),
        f.when("at", _("Taken at"), kept.get("at"), about.first),
        f.choice(
            "episode_id",
            _("For which spasm"),
            linked,
            spasms_near(on, linked, about),
            wide=True,
        ),
        f.text("side_effect", _("Side effect"), kept.get("side_effect", "")),
        f.note("note", _("Note"), kept.get("note", "")),
    )


def _which(kept: Kept, about: About, *, last: bool = False) -> tuple[f.Field, ...]:
    """The treatment; for a new entry it may be one that is not in the list yet."""
    diary, chosen = about.diary, kept.get("treatment_id")
    listed = [each for each in diary.treatments if not each.archived or each.id == chosen]
    options = tuple((each.id, each.name) for each in listed)

    def choice(offered: f.Options, value: str | None) -> f.Field:
        return f.choice("treatment_id", _("Treatment"), value, offered, wide=True, needed=True)

    if chosen is not None:
        if chosen not in (each.id for each in listed):
            options += ((chosen, sentence(names.kind(kept["kind"]))),)
        return (choice(options, chosen),)
    kinds = worded(TreatmentKind, names.kind)
    another = choice((*options, (ANOTHER, _("Another"))), _first(listed, about, last=last))
    return (
        another,
        f.only_while("treatment_id", ANOTHER, f.text("name", _("Name"), "", wide=False)),
        f.only_while(
            "treatment_id", ANOTHER, f.choice("kind", _("Kind"), TreatmentKind.OTHER, kinds)
        ),
    )


def _first(listed: list[Treatment], about: About, *, last: bool) -> str | None:
    """What a new entry starts with: the `last` one used, or nothing; Another if there is none."""
    if not listed:
        return ANOTHER
    uses = about.diary.uses
    used = uses[-1].treatment_id if last and uses else None
    return next((each.id for each in listed if each.id == used), None)


def treatment(kept: Kept, _about: About) -> tuple[f.Field, ...]:
    """An entry of the person's own list."""
    return (
        f.text("name", _("Name"), kept["name"], wide=False),
        f.choice("kind", _("Kind"), kept["kind"], worded(TreatmentKind, names.kind)),
        f.amount("usual_dose_mg", _("Usual dose in mg"), kept["usual_dose_mg"], _("mg")),
        f.tick("prescribed", _("Prescribed"), kept["prescribed"]),
        f.tick("regular", _("Taken regularly"), kept["regular"]),
        f.tick("archived", _("No longer offered"), kept["archived"]),
    )


def course(kept: Kept, about: About) -> tuple[f.Field, ...]:
    """A treatment over days or weeks."""
    return (
        *_which(kept, about),
        f.choice("region", _("Place"), kept.get("region"), regions(_("Every place"))),
        f.day("first_day", _("First day"), kept.get("first_day", about.day)),
        f.day("last_day", _("Last day, if known"), kept.get("last_day"), needed=False),
        f.text("plan", _("Plan"), kept.get("plan", "")),
    )


def visit(kept: Kept, about: About) -> tuple[f.Field, ...]:
    """A visit, held or planned."""
    return (
        f.day("day", _("Day"), kept.get("day", about.day)),
        f.text("who", _("Who"), kept.get("who", ""), wide=False),
        f.lines("questions", _("Questions, one a line"), kept.get("questions", ())),
        f.note("said", _("What was said"), kept.get("said", "")),
        f.note("plan", _("What is planned"), kept.get("plan", "")),
        f.day("follow_up", _("Next visit, if any"), kept.get("follow_up"), needed=False),
    )


def score(kept: Kept, about: About) -> tuple[f.Field, ...]:
    """The day and every item of a questionnaire; a new one is PEG."""
    answers = kept.get("answers", tuple((item, None) for item in INSTRUMENTS[PEG]))
    on = f.day("day", _("Day"), kept.get("day", about.day))
    if kept.get("instrument") == ROLAND_MORRIS:
        return (on, *_statements(dict(answers)))
    asked = INSTRUMENTS.get(kept.get("instrument", PEG), ())
    given = dict(answers)
    order = [
        *(item for item in asked if item in given),
        *(item for item in given if item not in asked),
    ]
    high = max(10, *(number or 0 for number in given.values()), 0)
    items = (
        f.number(ITEM + item, _item_words(item), given[item], high, needed=True) for item in order
    )
    return (on, *items)


def _statements(given: Mapping[str, int]) -> Iterator[f.Field]:
    """A tick each, in their order."""
    for each in statements():
        yield f.tick(ITEM + each.item, each.text, bool(given.get(each.item)))


def _item_words(item: str) -> str:
    return _(_ITEMS[item]) if item in _ITEMS else sentence(item)


def answer(kept: Kept, _about: About) -> tuple[f.Field, ...]:
    """A safety question and what was answered; it is only read, so that a yes stays a yes."""
    said: SignAnswer = kept["answer"]
    return (
        f.fact("sign", _("Asked"), _(SIGNS[kept["sign"]].question)),
        f.fact("answer", _("Answered"), sentence(names.sign_answer(said))),
    )


def signal_note(kept: Kept, _about: About) -> tuple[f.Field, ...]:
    """How a signal was answered."""
    return (
        f.fact("rule", _("Signal"), kept["rule"]),
        f.fact("what", _("Answered"), sentence(names.signal_answer(kept["what"]))),
    )


def factor(kept: Kept, about: About) -> tuple[f.Field, ...]:
    """A factor of the person's own."""
    lags = {Lag.SAME_DAY: _("on the same day"), Lag.DAY_BEFORE: _("on the day before")}
    suspect = kept["suspect_since"]
    built_in = dict(exposures((), about)).get(kept["exposure"] or "", "")
    return (
        f.fact("name", _("Name"), ": ".join(filter(None, (kept["name"], built_in)))),
        f.fact("lag", _("Compared with"), lags[kept["lag"]]),
        *((f.fact("suspect_since", _("Suspected since"), shown_day(suspect)),) if suspect else ()),
    )


def experiment(kept: Kept, _about: About) -> tuple[f.Field, ...]:
    """A self-experiment: what is compared, in which blocks."""
    stop = kept["stop"]
    return (
        f.fact("options", _("Compared"), format_list(kept["options"])),
        f.fact("block_days", _("Days in a block"), str(kept["block_days"])),
        f.fact("order", _("Order"), ", ".join(kept["order"])),
        f.fact("start", _("Began"), shown_day(kept["start"])),
        *((f.fact("stop", _("Stopped"), shown_day(stop)),) if stop else ()),
    )
