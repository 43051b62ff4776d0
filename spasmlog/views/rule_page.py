"""The page of a rule, made from what the rule says of itself; on screen and as plain text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from textwrap import wrap

from spasmlog.errors import InvalidEntry
from spasmlog.i18n import _, format_number
from spasmlog.rules import DISCLAIMER, RULES, Level, Rule, Source, Threshold
from spasmlog.views.cells import Cell, Cells

LINE_WIDTH, INDENT = 88, "  "
EVERY = "all"
"""Said instead of an id, it means the whole book."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A heading and what it stands for, in a paragraph."""

    heading: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """A source by its number, if it has one; `url` is there to be copied, never opened."""

    number: int | None
    text: str
    url: str

    @property
    def line(self) -> str:
        """The number, if any, and the words."""
        return self.text if self.number is None else f"[{self.number}] {self.text}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A rule in the list of all: its id, its name and the word of its highest level."""

    rule: str
    title: str
    level: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RulePageView:
    """`parts` stand before the numbers and `sure` after them; a part without words is left out.

    `before` and `after` are the ids of the neighbours in the book, empty at its ends.
    """

    rule: str
    title: str
    levels: tuple[tuple[str, str], ...]
    parts: tuple[Part, ...]
    numbers: Cells
    sure: str
    publications: tuple[Publication, ...]
    note: str
    listed: tuple[Listed, ...]
    before: str
    after: str


def rule_page_view(rule_id: str | None, rules: tuple[Rule, ...] = RULES) -> RulePageView:
    """The page of this rule; of the first one for an id that is not in the book, or None."""
    ids = [each.id for each in rules]
    at = ids.index(rule_id) if rule_id in ids else 0
    rule = rules[at]
    return RulePageView(
        rule=rule.id,
        title=_(rule.title),
        levels=tuple((each.word, each.label) for each in sorted(rule.levels, reverse=True)),
        parts=tuple(_parts(rule)),
        numbers=_numbers(rule),
        sure=_said(rule.sure),
        publications=publications(rule.sources),
        note=_(DISCLAIMER),
        listed=tuple(map(_listed, rules)),
        before=ids[at - 1] if at else "",
        after=ids[at + 1] if at + 1 < len(ids) else "",
    )


def publications(sources: Iterable[Source]) -> tuple[Publication, ...]:
    """Sources in full, each once, in the order of the rule book; those without a number last."""
    once = sorted(dict.fromkeys(sources), key=lambda each: (each.number is None, each.number or 0))
    return tuple(
        Publication(
            number=each.number,
            text=each.text if each.year is None else f"{each.text}, {each.year}",
            url=each.url,
        )
        for each in once
    )


def explained(asked: str, rules: tuple[Rule, ...] = RULES) -> list[str]:
    """The pages of a rule by its id, or of "all", as plain lines; refuses another word."""
    word = asked.strip().casefold()
    chosen = [each for each in rules if word in (each.id.casefold(), EVERY)]
    if not chosen:
        ids = ", ".join(sorted((each.id for each in rules), key=_by_number))
        said = _("{asked} is not the id of a rule; the ids are {ids}, and {all} for every rule.")
        raise InvalidEntry(said.format(asked=asked, ids=ids, all=EVERY))
    pages = (_lines(rule_page_view(each.id, rules)) for each in chosen)
    rule_off = ["", "-" * LINE_WIDTH, ""]
    lines = [line for page in pages for line in (*rule_off, *page)]
    return lines[len(rule_off) :]


def _by_number(rule_id: str) -> tuple[bool, str]:
    """R01 to R20, then the others."""
    return not rule_id.startswith("R"), rule_id


def _parts(rule: Rule) -> Iterator[Part]:
    for heading, text in (
        (_("What it looks for"), rule.looks_for),
        (_("When it fires"), rule.fires),
        (_("When it stays silent"), rule.silent),
        (_("What it suggests"), rule.advice),
        (_("What it cannot see"), rule.limits),
        (_("What a clinician may think of"), rule.considers),
    ):
        if text:
            yield Part(heading=heading, text=_said(text))
    if where := " ".join(_where(rule)):
        yield Part(heading=_("Where it shows"), text=where)


def _where(rule: Rule) -> Iterator[str]:
    if rule.quietly:
        yield _("It shows in the program only, never as a notification.")
    if rule.everyday:
        yield _("It is not shown beside an emergency.")
    if rule.personal:
        yield _("It is a personal pattern, and can be switched off in Settings.")


def _said(text: str) -> str:
    return _(text) if text else ""


def _numbers(rule: Rule) -> Cells:
    """Each with its unit, and where it comes from: "24 hours", "adapted, Stanton 2011"."""
    return Cells(
        headings=(_("Number"), _("Value"), _("Where it comes from")),
        rows=tuple(map(_number, rule.thresholds)),
    )


def _number(threshold: Threshold) -> tuple[Cell, ...]:
    unit = f" {_(threshold.unit)}" if threshold.unit else ""
    where = "" if threshold.source is None else f", {threshold.source.short}"
    return (
        Cell(text=_(threshold.name)),
        Cell(text=f"{format_number(threshold.value)}{unit}", strong=True),
        Cell(text=f"{threshold.standing.label}{where}"),
    )


def _listed(rule: Rule) -> Listed:
    return Listed(
        rule=rule.id, title=_(rule.title), level=max(rule.levels, default=Level.INFO).word
    )


def _lines(page: RulePageView) -> Iterator[str]:
    yield f"{page.rule}  {page.title}"
    yield "; ".join(label for _word, label in page.levels)
    for part in page.parts:
        yield from _block(part.heading, [part.text])
    pattern = _("{name}: {value} ({origin})")
    numbers = [
        pattern.format(name=name.text, value=value.text, origin=origin.text)
        for name, value, origin in page.numbers.rows
    ]
    yield from _block(_("Its numbers, and where they come from"), numbers)
    yield from _block(_("How sure this is"), [page.sure])
    sources = [text for each in page.publications for text in (each.line, f"{INDENT}{each.url}")]
    yield from _block(_("Sources"), sources)
    yield from ("", page.note)


def _block(heading: str, paragraphs: Iterable[str]) -> Iterator[str]:
    """A heading and its paragraphs, set in; nothing where there are none."""
    said = [each for each in paragraphs if each]
    hanging = INDENT * 2 if len(said) > 1 else INDENT
    if said:
        yield from ("", heading)
    for each in said:
        yield from wrap(
            each,
            LINE_WIDTH,
            initial_indent=INDENT,
            subsequent_indent=hanging,
            break_long_words=False,
            break_on_hyphens=False,
        )
