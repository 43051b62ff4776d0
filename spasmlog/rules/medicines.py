"""R16: more of a medicine within 24 hours than its packet allows.

Only as good as the amounts entered; a combination product has no limit here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from fractions import Fraction

from spasmlog.domain.diary import Diary
from spasmlog.domain.moment import window
from spasmlog.domain.records import TreatmentUse
from spasmlog.domain.scales import TreatmentKind
from spasmlog.i18n import N_, _, format_number
from spasmlog.rules.base import (
    Cell,
    Counted,
    Evidence,
    Lack,
    LeftOut,
    Level,
    Number,
    Outcome,
    Reason,
    Receipt,
    Rule,
    Standing,
    Threshold,
    Verdict,
    left_later,
)
from spasmlog.rules.runs import days_with_entry
from spasmlog.rules.sources import LABELS, NHS_PARACETAMOL
from spasmlog.rules.words import treatment_words

PARACETAMOL = Threshold(N_("Paracetamol, at most"), 4000, "mg", Standing.PUBLISHED, NHS_PARACETAMOL)
IBUPROFEN = Threshold(N_("Ibuprofen, at most"), 1200, "mg", Standing.PUBLISHED, LABELS)
NAPROXEN = Threshold(N_("Naproxen sodium, at most"), 660, "mg", Standing.PUBLISHED, LABELS)
HOURS = Threshold(
    N_("Time over which doses are added"), 24, N_("hours"), Standing.PUBLISHED, NHS_PARACETAMOL
)
EXAMINED = Threshold(N_("Days of which doses are examined"), 2, N_("days"), Standing.OURS)

_SLACK_DAYS = 3
"""Dates that 24 hours can reach back, with any change of clocks, zone or day start."""


@dataclass(frozen=True, slots=True)
class PacketSum:
    """What was taken of a medicine in the 24 hours up to a moment, and what the packet allows."""

    kind: TreatmentKind
    at: datetime
    mg: Fraction
    limit: int
    uses: tuple[TreatmentUse, ...]

    @property
    def has_unknown(self) -> bool:
        """Whether a dose has no amount, so that the sum may be more."""
        return any(each.dose_mg is None for each in self.uses)

    @property
    def is_over(self) -> bool:
        """Whether the known amounts are above the limit; exactly at it is not."""
        return self.mg > self.limit


def packet_limits() -> Mapping[TreatmentKind, int]:
    """The limit in mg of each medicine that has one here."""
    return {
        TreatmentKind.PARACETAMOL: PARACETAMOL.value,
        TreatmentKind.IBUPROFEN: IBUPROFEN.value,
        TreatmentKind.NAPROXEN_SODIUM: NAPROXEN.value,
    }


def packet_sum(diary: Diary, kind: TreatmentKind, at: datetime) -> PacketSum:
    """The sum of the 24 hours up to and including `at` (aware), without a dose exactly that old.

    Prescribed doses are left out, except of paracetamol, where taking both is a common way to
    exceed the limit. Only the three medicines of `packet_limits` have a sum; others: `KeyError`.
    """
    reach = timedelta(days=_SLACK_DAYS)
    near = diary.between(TreatmentUse, at.date() - reach, at.date() + reach)
    since = at - timedelta(hours=HOURS.value)
    added = tuple(each for each in near if _counts(each, kind) and since < each.at.utc <= at)
    known = (Fraction(str(each.dose_mg)) for each in added if each.dose_mg is not None)
    return PacketSum(kind, at, sum(known, Fraction()), packet_limits()[kind], added)


def check_packet_limit(diary: Diary) -> Verdict:
    """Any sum above its limit, or a dose without an amount that might be."""
    sums = [packet_sum(diary, each.kind, each.at.utc) for each in _examined(diary)]
    over = _highest(each for each in sums if each.is_over)
    unknown = tuple(use for use in _uses(sums) if use.dose_mg is None)
    outcome = Outcome.FIRE if over else Outcome.INSUFFICIENT if unknown else Outcome.NO
    days = window(diary.today, EXAMINED.value)
    logged = days_with_entry(diary, days)
    return Verdict(
        outcome=outcome,
        level=_level(over) if over else None,
        title=_title(over),
        message=" ".join(map(_message, over)),
        first=date.fromordinal(days.start),
        last=diary.today,
        days_counted=logged,
        days_missing=len(days) - logged,
        evidence=_evidence(over or sums),
        left_out=_left_out(diary, unknown),
        lacking=() if over else tuple(map(_lack, unknown)),
        measures=_measures(sums, unknown),
        switches_off=_switches_off() if over else "",
        receipt=_receipt(over) if over else None,
    )


def _examined(diary: Diary) -> tuple[TreatmentUse, ...]:
    """The doses, not prescribed, of today and the day before that a packet limit is known for."""
    limits = packet_limits()
    first = diary.today - timedelta(days=EXAMINED.value - 1)
    near = diary.between(TreatmentUse, first, diary.today)
    return tuple(each for each in near if each.kind in limits and not each.prescribed)


def _counts(use: TreatmentUse, kind: TreatmentKind) -> bool:
    return use.kind is kind and (not use.prescribed or kind is TreatmentKind.PARACETAMOL)


def _highest(sums: Iterable[PacketSum]) -> tuple[PacketSum, ...]:
    """The highest sum of each medicine, in the order of the limits; of equal ones the latest."""
    best: dict[TreatmentKind, PacketSum] = {}
    for each in sums:
        if each.kind not in best or each.mg >= best[each.kind].mg:
            best[each.kind] = each
    return tuple(best[kind] for kind in packet_limits() if kind in best)


def _uses(sums: Iterable[PacketSum]) -> tuple[TreatmentUse, ...]:
    """The doses behind the sums, each once, oldest first."""
    every = {use.id: use for each in sums for use in each.uses}
    return tuple(sorted(every.values(), key=lambda use: (use.at.utc, use.id)))


def _level(over: Iterable[PacketSum]) -> Level:
    kinds = {each.kind for each in over}
    return Level.EMERGENCY if TreatmentKind.PARACETAMOL in kinds else Level.PROMPT


def _title(over: Iterable[PacketSum]) -> str:
    pattern = _("{medicine}: {mg} mg in {hours} hours, packet maximum {limit} mg")
    titles = (
        pattern.format(
            medicine=treatment_words(each.kind),
            mg=_said(each.mg),
            hours=HOURS.value,
            limit=_said(each.limit),
        )
        for each in over
    )
    return "; ".join(title[:1].upper() + title[1:] for title in titles)


def _message(over: PacketSum) -> str:
    if over.kind is TreatmentKind.PARACETAMOL:
        return _(
            "The paracetamol you logged adds up to more than the packet maximum in 24 hours. Call "
            "a poisons line or emergency advice now, even if you feel well. If an entry is wrong, "
            "correct it."
        )
    return _(
        "The {medicine} you logged adds up to more than the packet maximum in 24 hours. Speak to a "
        "pharmacist, doctor or advice line today. If an entry is wrong, correct it."
    ).format(medicine=treatment_words(over.kind))


def _evidence(sums: Iterable[PacketSum]) -> tuple[Evidence, ...]:
    return tuple(Evidence(use.day, (use.id,), _fact(use)) for use in _uses(sums))


def _fact(use: TreatmentUse) -> str:
    amount = (
        _("amount not known") if use.dose_mg is None else _("{n} mg").format(n=_said(use.dose_mg))
    )
    return _("{medicine} at {time}, {amount}").format(
        medicine=treatment_words(use.kind), time=_clock(use), amount=amount
    )


def _left_out(diary: Diary, unknown: Iterable[TreatmentUse]) -> tuple[LeftOut, ...]:
    limits = packet_limits()
    later = left_later(diary, lambda each: isinstance(each, TreatmentUse) and each.kind in limits)
    return (*(LeftOut(each.id, Reason.NO_DOSE) for each in unknown), *later)


def _lack(use: TreatmentUse) -> Lack:
    text = _("an amount for the {medicine} of {day} at {time}")
    filled = text.replace("{medicine}", treatment_words(use.kind)).replace("{time}", _clock(use))
    return Lack(filled, use.day)


def _measures(
    sums: Sequence[PacketSum], unknown: Sequence[TreatmentUse]
) -> tuple[tuple[str, Number], ...]:
    highest = ((f"{each.kind}_mg", _mg(each.mg)) for each in _highest(sums))
    return (*highest, ("doses_without_amount", len(unknown)))


def _switches_off() -> str:
    return _("{n} days after the last of these doses, or a corrected entry.").format(
        n=EXAMINED.value
    )


def _receipt(over: Iterable[PacketSum]) -> Receipt:
    rows: list[tuple[Cell, ...]] = []
    for each in over:
        name = treatment_words(each.kind)
        for use in each.uses:
            amount = _("not known") if use.dose_mg is None else _mg(use.dose_mg)
            rows.append((name, use.day, use.at.clock.time(), amount))
        last = each.uses[-1]
        total = _("Sum; packet maximum {limit} mg").format(limit=_said(each.limit))
        rows.append((total, last.day, last.at.clock.time(), _mg(each.mg)))
    return Receipt((_("Medicine"), _("Day"), _("Time"), _("Amount in mg")), tuple(rows))


def _mg(amount: Fraction | float) -> Number:
    """The amount as it is written: a whole number wherever it is one."""
    return int(amount) if amount == int(amount) else float(amount)


def _said(amount: Fraction | float) -> str:
    """The amount as the table beside it shows numbers."""
    return format_number(_mg(amount))


def _clock(use: TreatmentUse) -> str:
    return f"{use.at.clock:%H:%M}"


PACKET_LIMIT = Rule(
    id="R16",
    title=N_("More than the packet limit"),
    looks_for=N_(
        "Doses of today and the day before that add up to too much in 24 hours. Too much is more "
        "than 4000 mg of paracetamol, 1200 mg of ibuprofen or 660 mg of naproxen sodium."
    ),
    levels=(Level.EMERGENCY, Level.PROMPT),
    advice=N_("Get advice today; for paracetamol now, even if you feel well."),
    sources=(NHS_PARACETAMOL, LABELS),
    thresholds=(PARACETAMOL, IBUPROFEN, NAPROXEN, HOURS, EXAMINED),
    check=check_packet_limit,
    counts=Counted.ENTRIES,
    limits=N_(
        "It is only as good as the amounts entered. Other painkillers have no limit here, and a "
        "combination painkiller may itself contain paracetamol. Some packets and some people have "
        "lower limits. Prescribed paracetamol is added (our own choice). Other prescribed "
        "medicines are not."
    ),
    fires=N_(
        "It looks at each dose of today and the day before that was not prescribed. It adds the "
        "doses of the same medicine in the 24 hours up to that one. It fires when a sum is above "
        "the limit of its packet; a sum exactly at the limit does not count."
    ),
    silent=N_(
        "It stays silent when no sum is above its limit. It cannot tell when a dose that should "
        "be added has no amount, unless some sum is above its limit even so."
    ),
    sure=N_(
        "The limits are published, on packets and by health services, for most adults. That "
        "prescribed paracetamol is added, and that it looks at 2 days, is our own choice."
    ),
)
