"""What else a quick line can say: drinks, activity, stretching, sleep, single words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from spasmlog.domain.scales import Nrs, ReadingWord
from spasmlog.errors import InvalidEntry
from spasmlog.i18n import _
from spasmlog.journal.quick_known import Known
from spasmlog.journal.quick_said import SHOWN, Part, Said, Token, unreadable
from spasmlog.journal.quick_times import span
from spasmlog.journal.quick_words import Words

MOST_GLASSES = 20
"""More in one line is a slip of the finger (our own choice)."""
_VOLUME = re.compile(r"(\d{1,5}(?:[.,]\d{1,2})?)([^\W\d_]*)")
_JOINED = re.compile(r"([^\W\d_]+)(\d+)")
_SECONDS_A_MINUTE = 60


def read_first(found: Sequence[Token], said: Said, known: Known, words: Words) -> int:
    """Read a word that means something only where a line begins with it: e, d, n, p, gone."""
    for taken in (2, 1):
        key = " ".join(each.key for each in found[:taken])
        if len(found) >= taken and _take_word(key, said, known, words):
            return said.keep(Part.WORD, found[:taken])
    joined = _JOINED.fullmatch(found[0].key)  # "p5"
    if joined is None or joined[1] not in words.just_pain:
        return 0
    said.just_pain = True
    number = Token(joined[2], found[0].start + len(joined[1]))
    return read_severity([number], said, words)


def _take_word(key: str, said: Said, known: Known, words: Words) -> bool:
    if key in words.ended:
        said.over = True
    elif key in words.again:
        if known.last_dose is None:
            raise InvalidEntry(_("There is no dose to repeat yet."), _("Type its name once."))
        if known.not_again:
            raise InvalidEntry(known.not_again)
        said.doses.append(replace(known.last_dose, at=None))
    elif key in words.so_far:
        said.word = ReadingWord.NO_SPASM
    elif key in words.reliefs:
        said.word = words.reliefs[key]
    elif key in words.clear:
        said.clear = True
    elif key in words.just_pain:
        said.just_pain = True
    else:
        return False
    return True


def read_severity(found: Sequence[Token], said: Said, words: Words) -> int:
    """Read a whole number from 0 to 10; "t" is ten where a line begins with it."""
    key = found[0].key
    begins = not said.unread and len(said.pieces) == said.just_pain
    if key in words.ten and begins:
        said.severity = Nrs(10)
        return said.keep(Part.SEVERITY, found[:1])
    if not (key.isascii() and key.isdigit()):
        return 0
    if len(key) > 2:
        raise unreadable(found[0].text)
    if said.severity is not None:
        raise InvalidEntry(
            _("There are two numbers, {first} and {second}: keep one.").format(
                first=int(said.severity), second=found[0].key
            )
        )
    said.severity = Nrs(int(key))
    return said.keep(Part.SEVERITY, found[:1])


def read_drink(found: Sequence[Token], said: Said, known: Known, words: Words) -> int:
    """Read "w", "w2", "water 500ml", "3 glasses of water", "500ml" or "16oz"."""
    key = found[0].key
    if key.isascii() and key.isdigit() and not found[0].ends:
        taken = _named_glasses(found[1:], words)
        if taken:
            return _drunk(_glasses(key, known), found[: taken + 1], said, known)
    joined = _JOINED.fullmatch(key)
    if joined and joined[1] in words.glass:
        return _drunk(_glasses(joined[2], known), found[:1], said, known)
    if key in words.glass and found[0].ends:
        return _drunk([known.glass_ml], found[:1], said, known)
    if key in words.glass:
        volume = _volume(found[1:], words)
        if volume:
            return _drunk([volume[0]], found[: volume[1] + 1], said, known)
        counted = len(found) > 1 and found[1].key.isascii() and found[1].key.isdigit()
        if counted and len(found[1].key) <= 2:
            return _drunk(_glasses(found[1].key, known), found[:2], said, known)
        return _drunk([known.glass_ml], found[: _named_glasses(found, words) or 1], said, known)
    volume = _volume(found, words)
    return _drunk([volume[0]], found[: volume[1]], said, known) if volume else 0


def _named_glasses(found: Sequence[Token], words: Words) -> int:
    """How many words name glasses that are counted: "glasses", "glasses of water"."""
    if not found or found[0].key not in words.glasses:
        return 0
    of = len(found) > 2 and not found[0].ends and found[1].key in words.glass_of
    return 3 if of and found[2].key in words.glass else 1


def _glasses(count: str, known: Known) -> Sequence[int]:
    """So many glasses; none where there are more digits than glasses can be drunk."""
    return [known.glass_ml] * (int(count) if len(count) <= 2 else 0)


def _volume(found: Sequence[Token], words: Words) -> tuple[int, int] | None:
    """Millilitres, and how many words said them."""
    matched = _VOLUME.fullmatch(found[0].key) if found else None
    if matched is None:
        return None
    unit, taken = matched[2], 1
    if not unit and len(found) > 1:
        unit, taken = found[1].key, 2
    if unit not in words.volumes:
        return None
    return round(float(matched[1].replace(",", ".")) * words.volumes[unit]), taken


def _drunk(glasses: Sequence[int], read: Sequence[Token], said: Said, known: Known) -> int:
    amount = " ".join(each.text for each in read)
    if not 0 < sum((*said.drinks, *glasses)) <= MOST_GLASSES * known.glass_ml:
        raise InvalidEntry(
            _("{amount} is not what was drunk at one time.").format(amount=amount[:SHOWN]),
            _("Write it as w, w2 or 500ml."),
        )
    said.drinks += glasses
    return said.keep(Part.DRINK, read)


def read_activity(found: Sequence[Token], said: Said, words: Words) -> int:
    """Read "walk 30m" or "cycling 1h light"."""
    named = words.activities.get(found[0].key)
    if named is None:
        return 0
    read = span(found[1:], words)
    if read is None:
        if said.pieces or said.unread:  # a word of the note
            return 0
        raise _how_long(found[0].text, f"{found[0].key} 30m")
    kind, intensity = named
    taken = read[1] + 1
    if len(found) > taken and found[taken].key in words.intensities:
        intensity = words.intensities[found[taken].key]
        taken += 1
    said.activities.append((kind, int(read[0].total_seconds()) // _SECONDS_A_MINUTE, intensity))
    return said.keep(Part.ACTIVITY, found[:taken])


def read_stretch(found: Sequence[Token], said: Said, words: Words) -> int:
    """Read "stretch 5m" or "stretch hamstrings 60s"; the words between are the muscle group."""
    if found[0].key not in words.stretch:
        return 0
    for between in range(3):
        read = span(found[1 + between :], words)
        if read is not None:
            group = " ".join(each.key for each in found[1 : 1 + between])
            said.stretches.append((int(read[0].total_seconds()), group))
            return said.keep(Part.STRETCH, found[: 1 + between + read[1]])
    if said.pieces or said.unread:
        return 0
    raise _how_long(found[0].text, f"{found[0].key} 5m")


def _how_long(word: str, example: str) -> InvalidEntry:
    return InvalidEntry(
        _("How long was it? {word} needs a length.").format(word=word[:SHOWN]),
        _("Write it as {example}.").format(example=example),
    )


def read_sleep(found: Sequence[Token], said: Said, words: Words) -> int:
    """Read "sleep 6h30", "slept badly" or "slept 7h well"."""
    if found[0].key not in words.sleep:
        return 0
    taken = 1
    read = span(found[1:], words)
    if read is not None:
        said.sleep_h = read[0].total_seconds() / 3600
        taken += read[1]
    answer = found[taken].key if len(found) > taken else ""
    if answer in words.badly or answer in words.well:
        said.badly = answer in words.badly
        taken += 1
    return said.keep(Part.SLEEP, found[:taken]) if taken > 1 else 0
