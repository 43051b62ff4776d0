"""How far the page can be trusted: a few facts in a strip, and sentences behind them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time

from spasmlog.analysis.gaps import Leaning
from spasmlog.analysis.gates import EDGE_DAYS
from spasmlog.analysis.trust_strip import Part, TrustStrip, trust_strip
from spasmlog.charts.words_numbers import percent
from spasmlog.domain.diary import Diary
from spasmlog.i18n import _, ngettext
from spasmlog.views.cells import short_day
from spasmlog.views.words_trust import effects_words, facts_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One fact of the strip: what it is about, and how it stands."""

    about: str
    told: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TrustView:
    """`facts` stand in the strip, `details` behind it; `effects` is what they take away."""

    facts: tuple[Fact, ...]
    effects: tuple[str, ...]
    details: tuple[str, ...]


def trust_view(diary: Diary, day_start: time) -> TrustView | None:
    """The strip of the last 90 finished days; None before the first of them has an entry.

    Needs numpy: not to be worked out where a window waits for it.
    """
    found = trust_strip(diary, day_start)
    return None if found is None else told(found, diary)


def told(found: TrustStrip, diary: Diary) -> TrustView:
    """A strip in words."""
    return TrustView(
        facts=_facts(found, diary),
        effects=effects_words(found),
        details=(_window(found), *facts_words(found), *_leaning_unknown(found)),
    )


def _facts(found: TrustStrip, diary: Diary) -> tuple[Fact, ...]:
    listed = (
        (_("Days logged"), _share(found.logged)),
        (_("Check-ins typed on the day"), _share(_typed(found.remembered))),
        (_("Longest gap"), _gap(found, diary)),
        (_("Reading after a treatment"), _share(found.read_after)),
        (_("Bad days"), _leaning(found)),
    )
    return tuple(Fact(about=about, told=text) for about, text in listed if text)


def _share(part: Part) -> str:
    if part.share is None:
        return ""
    return _("{n} of {m} ({share})").format(n=part.n, m=part.of, share=percent(part.share))


def _typed(remembered: Part) -> Part:
    return Part(remembered.of - remembered.n, remembered.of)


def _gap(found: TrustStrip, diary: Diary) -> str:
    gap = found.trust.gap
    if gap is None:
        return _("none")
    return ngettext("{n} day, {first}", "{n} days from {first}", gap.days).format(
        first=short_day(gap.first, diary.today)
    )


def _leaning(found: TrustStrip) -> str:
    """Nothing where no leaning is seen: that would prove nothing."""
    if found.leaning is Leaning.BAD_DAYS_MORE:
        return _("may be logged more")
    if found.leaning is Leaning.BAD_DAYS_LESS:
        return _("may be logged less")
    return ""


def _window(found: TrustStrip) -> str:
    return ngettext(
        "Looked at: the last {n} day that is over.",
        "Looked at: the last {n} days that are over.",
        found.logged.of,
    )


def _leaning_unknown(found: TrustStrip) -> tuple[str, ...]:
    if found.edge is not None:
        return ()
    return (
        _(
            "Whether the days beside gaps are better or worse cannot be told yet. It takes {n} "
            "days with a number beside gaps, and {n} away from them."
        ).format(n=EDGE_DAYS),
    )
