"""What the page says of the rules that do not fire: they are off, had too little, or no match."""

from __future__ import annotations

from spasmlog.i18n import _
from spasmlog.rules import Assessment


def switched_off() -> str:
    return _(
        "Personal patterns are switched off in this journal: no rule looked for them. The counts "
        "on this page carry no verdict."
    )


def no_match(*, personal: bool) -> str:
    """Said where nothing fired; with personal patterns off only of the rules that are on."""
    if not personal:
        return _("No rule that is switched on matched. That does not mean that nothing is wrong.")
    return _("No pattern matched. That does not mean that nothing is wrong.")


def lacking(assessment: Assessment) -> str:
    names = [_(each.rule.title) for each in assessment.insufficient]
    if not names:
        return ""
    return _("Not enough entries to tell: {names}.").format(names="; ".join(names))
