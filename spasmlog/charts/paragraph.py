"""Sentences of several results as one paragraph."""

from __future__ import annotations

from collections.abc import Iterable

from spasmlog.charts.words_numbers import CAVEAT
from spasmlog.i18n import _


def paragraph(sentences: Iterable[str]) -> str:
    """Each said once, what cannot be known of causes last."""
    said = dict.fromkeys(filter(None, sentences))
    last = [_(CAVEAT)] if _(CAVEAT) in said else []
    return " ".join([*(each for each in said if each not in last), *last])
