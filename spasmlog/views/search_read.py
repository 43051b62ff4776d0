"""From what is typed into a search to its terms: deterministic, and no text is refused."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from spasmlog.domain.diary import Diary
from spasmlog.domain.records import Factor
from spasmlog.i18n import _
from spasmlog.views import names
from spasmlog.views.search_days import days_words, read_days
from spasmlog.views.search_measures import read_amount, read_measure
from spasmlog.views.search_terms import Facet, Family, Group, Term
from spasmlog.views.search_text import phrase, plain, words_of
from spasmlog.views.search_words import SearchWords

LONGEST = 1000
"""More is something pasted; what is behind is not read (our own choice)."""
_TOKEN = re.compile(r'(?P<not>[-−–](?=\S))?(?:"(?P<quoted>[^"]*)(?:"|$)|(?P<word>\S+))')
_EDGES = ",;"
_PHRASE_WORDS = 6
"""Of the longest name that is known as a whole (our own choice)."""
_SHORTEST = 3
"""Letters of a treatment's name from which it is taken for one (our own choice)."""


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    quoted: bool
    excluded: bool

    @property
    def key(self) -> str:
        """Its words, as names are looked up."""
        return _key(self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """What words can mean here: those of the language, and the names in the diary."""

    words: SearchWords
    today: date
    causes: tuple[tuple[str, str], ...] = ()
    treatments: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, diary: Diary, today: date, words: SearchWords) -> Vocabulary:
        """With the factors and treatments of the person's own, by name."""
        own = diary.of_kind(Factor)
        return cls(
            words=words,
            today=today,
            causes=tuple((_key(each.name), each.exposure or each.id) for each in own),
            treatments=tuple((_key(each.name), each.id) for each in diary.treatments),
        )


def read(text: str, known: Vocabulary) -> tuple[Term, ...]:
    """The terms in the order in which they are typed."""
    tokens = list(_tokens(text[:LONGEST]))
    terms: list[Term] = []
    while tokens:
        behind = terms[-1].group if terms else None
        term, taken = _first(tokens, known, behind)
        if term is not None:
            terms.append(_excluded(term) if tokens[0].excluded else term)
        del tokens[:taken]
    return tuple(terms)


def _key(text: str) -> str:
    return " ".join(words_of(text))


def _tokens(text: str) -> Iterator[_Token]:
    for matched in _TOKEN.finditer(text):
        excluded, quoted = matched["not"] is not None, matched["quoted"]
        word = quoted if quoted is not None else matched["word"].strip(_EDGES)
        if phrase(word) or (matched["word"] and not quoted):
            yield _Token(word, quoted is not None, excluded)


def _excluded(term: Term) -> Term:
    chip = _("not {what}").format(what=term.chip) if term.chip else ""
    return replace(term, excluded=True, chip=chip, typed=f"-{term.typed}")


def _first(
    tokens: Sequence[_Token], known: Vocabulary, behind: Group | None
) -> tuple[Term | None, int]:
    """The term that the first tokens make behind one of a group, and how many it takes."""
    first = tokens[0]
    if not first.quoted:
        together = list(_together(tokens))
        texts = [plain(each.text) for each in together]
        compared = read_measure(texts, known.words)
        if compared is not None:
            return compared
        days = read_days(texts, known.today, known.words)
        if days is not None:
            said = " ".join(each.text for each in together[: days[1]])
            term = Term(typed=said, chip=days_words(days[0]), group=Group.DAYS, days=days[0])
            return term, days[1]
        amount = read_amount(texts, known.words, taken=behind is Group.TREATMENT)
        if amount is not None:
            return amount
        for taken in range(len(together), 0, -1):
            named = _named(together[:taken], known)
            if named is not None:
                return named, taken
    return _as_text(first), 1


def _together(tokens: Sequence[_Token]) -> Iterator[_Token]:
    """The tokens that may be one phrase: none behind a quotation or in front of a minus sign."""
    for place, each in enumerate(tokens[: _PHRASE_WORDS + 1]):
        if each.quoted or (place and each.excluded):
            return
        yield each


def _as_text(token: _Token) -> Term | None:
    """A word or a quotation, looked for as it is; nothing where there is no letter in it."""
    looked_for = phrase(token.text)
    typed = f'"{token.text}"' if token.quoted else token.text
    return Term(typed=typed, phrase=looked_for) if looked_for else None


def _named(tokens: Sequence[_Token], known: Vocabulary) -> Term | None:
    """What this phrase is a name of: a kind, a place, a cause, a treatment and so on."""
    key, typed = " ".join(each.key for each in tokens), " ".join(each.text for each in tokens)
    words = known.words
    if not key:
        return None
    if key in words.flags:
        return Term(typed=typed, chip=key, facets=frozenset(words.flags[key]))
    if key in words.kinds:
        text = key if key in words.also_text else ""
        return _made(Group.KIND, typed, words.kinds[key], chip=key, key=text)
    if key in words.quick.activities:
        kind, _intensity = words.quick.activities[key]
        return _made(Group.KIND, typed, [(Family.ACTIVITY, kind)], chip=key)
    return _placed(key, typed, words) or _moved(tokens, typed, words) or _cared(key, typed, known)


def _placed(key: str, typed: str, words: SearchWords) -> Term | None:
    """Where: a region, a side, how far it spreads. What was typed about it is looked for too."""
    quick = words.quick
    if key in quick.places:
        region = quick.places[key]
        return _made(Group.REGION, typed, [(Family.REGION, region)], names.region(region), key)
    if key in quick.sides:
        side = quick.sides[key]
        return _made(Group.SIDE, typed, [(Family.SIDE, side)], names.side(side), key)
    if key in quick.spreads:
        spread = quick.spreads[key]
        return _made(Group.SPREAD, typed, [(Family.SPREAD, spread)], names.spread(spread), key)
    return None


def _moved(tokens: Sequence[_Token], typed: str, words: SearchWords) -> Term | None:
    """ "bend worse": a movement and what it does."""
    movement = words.movements.get(tokens[0].key)
    effect = words.effects.get(" ".join(each.key for each in tokens[1:]))
    if movement is None or effect is None:
        return None
    chip = f"{names.movement(movement)} {names.effect(effect)}"
    return _made(Group.MOVEMENT, typed, [(Family.MOVEMENT, f"{movement}/{effect}")], chip)


def _cared(key: str, typed: str, known: Vocabulary) -> Term | None:
    """What set it off, or what was done about it, also by the beginning of a treatment's name."""
    quick = known.words.quick
    causes = {each for name, each in known.causes if name == key}
    if key in quick.causes:
        causes.add(quick.causes[key])
    if causes:
        facets = [(Family.CAUSE, each) for each in sorted(causes)]
        return _made(Group.CAUSE, typed, facets, chip=typed, key=key)
    name = quick.short.get(key, key)
    kinds = {kind for each, kind in quick.treatments.items() if _begins(each, name)}
    listed = {each for called, each in known.treatments if _begins(called, name)}
    if not kinds and not listed:
        return None
    facets = [(Family.REMEDY, each) for each in sorted(kinds)]
    facets += [(Family.TREATMENT, each) for each in sorted(listed)]
    return _made(Group.TREATMENT, typed, facets, chip=name, key=name)


def _begins(name: str, typed: str) -> bool:
    return name == typed or (len(typed) >= _SHORTEST and name.startswith(typed))


def _made(group: Group, typed: str, facets: Iterable[Facet], chip: str, key: str = "") -> Term:
    return Term(typed=typed, chip=chip, group=group, facets=frozenset(facets), phrase=phrase(key))
