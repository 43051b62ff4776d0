"""R14 and R17: an anti-inflammatory or a muscle relaxant on many days with hardly a break."""

from __future__ import annotations

from datetime import timedelta

from spasmlog.domain.diary import Diary
from spasmlog.domain.records import TreatmentUse
from spasmlog.domain.scales import TreatmentKind
from spasmlog.i18n import N_, _, ngettext
from spasmlog.rules.base import (
    Counted,
    Level,
    Outcome,
    Rule,
    Standing,
    Threshold,
    Verdict,
    left_later,
)
from spasmlog.rules.runs import (
    CURRENT,
    STEPPED,
    Counts,
    Run,
    days_looked_at,
    run_of,
)
from spasmlog.rules.runs_shown import evidence_of, receipt_of
from spasmlog.rules.sources import LABELS

ANTI_INFLAMMATORY = Threshold(
    N_("Days of an anti-inflammatory, at most"), 10, N_("days"), Standing.PUBLISHED, LABELS
)
RELAXANT = Threshold(
    N_("Days of a muscle relaxant, at most"), 21, N_("days"), Standing.ADAPTED, LABELS
)

ANTI_INFLAMMATORIES = frozenset(
    {TreatmentKind.IBUPROFEN, TreatmentKind.NAPROXEN_SODIUM, TreatmentKind.NSAID}
)


def check_anti_inflammatory(diary: Diary) -> Verdict:
    """A run of more than ten days of what nobody prescribed."""
    run = run_of(diary, _is_own_anti_inflammatory)
    title = ngettext(
        "An anti-inflammatory on {n} day with hardly a break",
        "An anti-inflammatory on {n} days with hardly a break",
        run.days,
    )
    message = ngettext(
        "You have logged an anti-inflammatory on {n} day with hardly a break. Packets advise "
        "asking a pharmacist or doctor after {limit} days.",
        "You have logged an anti-inflammatory on {n} days with hardly a break. Packets advise "
        "asking a pharmacist or doctor after {limit} days.",
        run.days,
    ).format(limit=ANTI_INFLAMMATORY.value)
    fires = run.days > ANTI_INFLAMMATORY.value
    return _of_run(diary, run, _is_own_anti_inflammatory, fires, title, message)


def check_muscle_relaxant(diary: Diary) -> Verdict:
    """A run of more than three weeks, prescribed or not."""
    run = run_of(diary, _is_relaxant)
    title = ngettext(
        "A muscle relaxant on {n} day with hardly a break",
        "A muscle relaxant on {n} days with hardly a break",
        run.days,
    )
    message = _(
        "Most muscle relaxants are meant for 2 to 3 weeks. Check with whoever prescribed it. Some "
        "should not be stopped suddenly."
    )
    return _of_run(diary, run, _is_relaxant, run.days > RELAXANT.value, title, message)


def _is_own_anti_inflammatory(use: TreatmentUse) -> bool:
    return use.kind in ANTI_INFLAMMATORIES and not use.prescribed


def _is_relaxant(use: TreatmentUse) -> bool:
    return use.kind is TreatmentKind.MUSCLE_RELAXANT


def _of_run(
    diary: Diary, run: Run, counts: Counts, fires: bool, title: str, message: str
) -> Verdict:
    first, known, missing = days_looked_at(diary, run)
    silent_after = timedelta(days=CURRENT.value + 1)
    return Verdict(
        outcome=Outcome.FIRE if fires else Outcome.NO,
        level=Level.ROUTINE if fires else None,
        title=title if fires else "",
        message=message if fires else "",
        first=first,
        last=diary.today,
        days_counted=known,
        days_missing=missing,
        evidence=evidence_of(diary, run),
        left_out=left_later(diary, lambda each: isinstance(each, TreatmentUse) and counts(each)),
        measures=(("run_days", run.days), ("days_stepped_over", len(run.stepped_over))),
        switches_off=_switches_off() if fires else "",
        not_before=run.latest + silent_after if fires else None,
        receipt=receipt_of(diary, run) if fires else None,
        summary=_("{title}, since {first}.").replace("{title}", title) if fires else "",
    )


def _switches_off() -> str:
    return ngettext(
        "A day with other entries but without it, once that day is over; or {n} day without it.",
        "A day with other entries but without it, once that day is over; or {n} days in a row "
        "without it.",
        CURRENT.value + 1,
    )


_LIMITS = N_(
    "It goes by the kinds and the prescribed marks that the entries had when they were made. It "
    "does not look at amounts. A day without any entry may have been a day with it."
)

ANTI_INFLAMMATORY_RULE = Rule(
    id="R14",
    title=N_("Anti-inflammatory for more than 10 days"),
    looks_for=N_(
        "An anti-inflammatory that was not prescribed, on more than 10 days with hardly a break. "
        "At most 2 days in a row without an entry are stepped over."
    ),
    levels=(Level.ROUTINE,),
    advice=N_("Ask a pharmacist or doctor about it, as packets advise."),
    sources=(LABELS,),
    thresholds=(ANTI_INFLAMMATORY, STEPPED, CURRENT),
    check=check_anti_inflammatory,
    limits=_LIMITS,
    fires=N_(
        "It walks back day by day from the latest dose, which must be of today or the day before. "
        "Each day with a dose counts; up to 2 days in a row without any entry are stepped over. "
        "It fires when more than 10 days count. All anti-inflammatories count together, but not "
        "those that were prescribed."
    ),
    silent=N_(
        "It stays silent at 10 days or fewer. A day with some entry but no such dose ends the "
        "walk, and so do 3 days in a row without an entry. It never says that it cannot tell."
    ),
    sure=N_(
        "The 10 days are published, on packets sold without a prescription. That up to 2 days "
        "without an entry are stepped over is our own choice."
    ),
    counts=Counted.ENTRIES,
)
RELAXANT_RULE = Rule(
    id="R17",
    title=N_("Muscle relaxant for more than 3 weeks"),
    looks_for=N_(
        "A muscle relaxant, prescribed or not, on more than 21 days with hardly a break. At most "
        "2 days in a row without an entry are stepped over."
    ),
    levels=(Level.ROUTINE,),
    advice=N_("Check with whoever prescribed it. Some should not be stopped suddenly."),
    sources=(LABELS,),
    thresholds=(RELAXANT, STEPPED, CURRENT),
    check=check_muscle_relaxant,
    limits=_LIMITS,
    fires=N_(
        "It walks back day by day from the latest dose, which must be of today or the day before. "
        "Each day with a dose counts; up to 2 days in a row without any entry are stepped over. "
        "It fires when more than 21 days count. Prescribed ones count as well."
    ),
    silent=N_(
        "It stays silent at 21 days or fewer. A day with some entry but no such dose ends the "
        "walk, and so do 3 days in a row without an entry. It never says that it cannot tell."
    ),
    sure=N_(
        "The 2 to 3 weeks are published for one muscle relaxant, cyclobenzaprine; for others they "
        "are adapted. That up to 2 days without an entry are stepped over is our own choice."
    ),
    counts=Counted.ENTRIES,
)
