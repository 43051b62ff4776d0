"""What the numbers rest on: how many days were logged, typed when, and the longest gap."""

from __future__ import annotations

from datetime import time, timedelta

from spasmlog.analysis.period import Period
from spasmlog.analysis.trust import Trust, trust
from spasmlog.domain.diary import Diary
from spasmlog.domain.moment import DAY_START
from spasmlog.i18n import _, ngettext
from spasmlog.report.blocks import Completeness, Share
from spasmlog.report.written import short_span


def completeness(diary: Diary, period: Period, day_start: time = DAY_START) -> Completeness | None:
    """Of the days that are over; None where the journal began after them."""
    over = period.over(diary.today)
    found = trust(diary, over, day_start) if over else None
    if found is None:
        return None
    return Completeness(
        title=_("How complete this is"),
        shares=(
            Share(days=found.same_day, label=_("typed the same day")),
            Share(days=found.later, label=_("typed later")),
            Share(days=found.unknown, label=_("no entry")),
        ),
        said=" ".join(_said(found, diary)),
    )


def _said(found: Trust, diary: Diary) -> list[str]:
    whole = ngettext("{logged} of {n} day logged", "{logged} of {n} days logged", found.period.days)
    if found.period.last == diary.today - timedelta(days=1):
        whole = ngettext(
            "{logged} of {n} day before today logged",
            "{logged} of {n} days before today logged",
            found.period.days,
        )
    said = [
        _("{days}: {same} typed the same day, {later} later.").format(
            days=whole.format(logged=found.logged), same=found.same_day, later=found.later
        )
    ]
    if found.check_ins:
        said.append(
            _("Check-ins typed the same day: {n} of {m}.").format(
                n=found.check_ins_same_day, m=found.check_ins
            )
        )
    if found.gap is not None:
        gap = short_span(found.gap.first, found.gap.last, diary.today)
        said.append(
            ngettext(
                "Longest gap {n} day, {span}.", "Longest gap {n} days, {span}.", found.gap.days
            ).format(span=gap)
        )
    return said
