"""The wording that all pages share, under one name, and what is said after a save.

The words of the scales are in `names`, lengths and volumes in `amounts`, records in `entries`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from spasmlog.domain.diary import Change, Diary, Step
from spasmlog.domain.records import (
    Answer,
    CheckIn,
    Drink,
    Episode,
    Reading,
    Record,
    SignalNote,
    Treatment,
    TreatmentUse,
)
from spasmlog.domain.scales import ReadingWord, SignalAnswer, SignAnswer
from spasmlog.i18n import _, format_day
from spasmlog.journal import commands as c
from spasmlog.views.amounts import (
    duration,
    from_to,
    in_sentence,
    litres,
    mg_words,
    minutes_words,
    seconds_words,
    sentence,
    volume,
)
from spasmlog.views.entries import (
    RecordWords,
    added_later,
    amount,
    at_clock,
    clock_of,
    exposure,
    lasted,
    pain_before,
    place,
    record_words,
    treatment_name,
)
from spasmlog.views.words_several import ICONS, said_of_several

__all__ = [
    "Offer",
    "RecordWords",
    "SavedWords",
    "added_later",
    "amount",
    "at_clock",
    "clock_of",
    "duration",
    "exposure",
    "in_sentence",
    "lasted",
    "litres",
    "mg_words",
    "minutes_words",
    "pain_before",
    "place",
    "record_words",
    "said",
    "seconds_words",
    "sentence",
    "treatment_name",
    "volume",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What else can be done about it, in one press."""

    text: str
    icon: str
    command: c.Command


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedWords:
    """What a toast says; an empty `text` means that nothing is said."""

    icon: str
    text: str
    offer: Offer | None = None


def said(step: Step, diary: Diary, glass_ml: int | None = None) -> SavedWords:
    """What a step saved, by the diary that holds it now; `glass_ml` is the usual glass."""
    if not step.changes:
        return SavedWords(icon="info", text="")
    if step.label == c.Together.label and all(each.before and each.after for each in step.changes):
        step = Step(c.EditMany.label, step.changes)  # each kind of entry in its own fields
    if step.label in ICONS:
        return SavedWords(icon=ICONS[step.label], text=said_of_several(step, diary))
    if step.label == c.Together.label and all(each.after for each in step.changes):
        return _several(step, diary)
    change = _main(step)
    record = change.after or change.before
    assert record is not None
    if step.label == c.WriteVisit.label:
        return SavedWords(icon="phone", text="")  # it saves itself: said each time, it is noise
    if step.label == c.TakeBackDrink.label:
        return SavedWords(icon="drop", text=_("The last glass is taken back."))
    if change.after is None:
        return _with(record, diary, _("Deleted: {what}."))
    if change.before is None or step.label in _ENDS:
        if isinstance(record, Drink) and glass_ml not in (None, record.volume_ml):
            text = _("{volume} added.").format(volume=volume(record.volume_ml))
            return SavedWords(icon="drop", text=text)
        say = _saying(change, record)
        words = _with(record, diary, _("Saved: {what}.")) if say is None else say(record, diary)
        return replace(words, text=" ".join((words.text, *_beside(step, record, diary))))
    return _with(record, diary, _("Changed: {what}."))


def _several(step: Step, diary: Diary) -> SavedWords:
    """Each entry of a line that said several things."""
    kept = [each.after for each in step.changes if each.after is not None]
    said = [record_words(each, diary) for each in kept if not isinstance(each, Treatment)]
    what = "; ".join(", ".join(filter(None, (each.text, each.value))) for each in said)
    return SavedWords(icon=said[0].icon, text=_("Saved: {what}.").format(what=what))


def _main(step: Step) -> Change:
    """What a step is about: not the readings unlinked by a deletion, nor a catalogue entry."""
    gone = [each for each in step.changes if each.after is None]
    others = [each for each in step.changes if not isinstance(each.after, Treatment)]
    return (gone or others or step.changes)[0]


def _beside(step: Step, record: Record, diary: Diary) -> Iterator[str]:
    """Of a new spasm its place, and what was taken for it in the same breath."""
    if not isinstance(record, Episode) or step.label in _ENDS:
        return
    if where := place(record):
        yield f"{sentence(where)}."
    for change in step.changes:
        if isinstance(change.after, TreatmentUse):
            taken = (treatment_name(change.after, diary), amount(change.after))
            yield f"{' '.join(filter(None, taken))}."


def _with(record: Record, diary: Diary, pattern: str) -> SavedWords:
    words = record_words(record, diary)
    what = ", ".join(filter(None, (words.text, words.value)))
    return SavedWords(icon=words.icon, text=pattern.format(what=what))


def _episode(spasm: Episode, diary: Diary) -> SavedWords:
    clock, peak = clock_of(spasm), diary.peak(spasm)
    if spasm.is_running:
        text = _("Spasm began at {time}.") if peak is None else _("Spasm of {n} began at {time}.")
    elif spasm.resolved is not None:
        text = _("Spasm ended, {duration}.")
    else:
        text = _("Spasm saved. When it let go is not known.")
    text = text.format(time=clock, n=peak, duration=lasted(spasm))
    return SavedWords(icon="spasm", text=text)


def _saying(change: Change, record: Record) -> Callable[..., SavedWords] | None:
    """How a record is told: a spasm that is new here and had let go already in its own way."""
    if change.before is None and isinstance(record, Episode) and record.resolved is not None:
        return _past
    return _SAYS.get(type(record))


def _past(spasm: Episode, diary: Diary) -> SavedWords:
    """From when to when it was, to be checked at once."""
    assert spasm.resolved is not None
    peak = diary.peak(spasm)
    when = from_to(spasm.onset.clock, spasm.resolved.clock, diary.today)
    text = _("Spasm, {when}.") if peak is None else _("Spasm {n}, {when}.")
    return SavedWords(icon="spasm", text=text.format(n=peak, when=when))


def _reading(reading: Reading, diary: Diary) -> SavedWords:
    words = record_words(reading, diary)
    if reading.word is ReadingWord.NO_SPASM:
        text = _("No spasm so far, saved for {time}.")
    elif reading.use_id is not None:
        text = _("Relief check saved: {value}.")
    else:
        text = _("Pain {value} saved for {time}.")
    text = text.format(time=clock_of(reading), value=words.value)
    loose = bool(reading.pain) and reading.use_id is None and diary.running is None
    spasm = Offer(
        text=_("It is a spasm"),
        icon="spasm",
        command=c.MakeSpasmOfReading(reading_id=reading.id),
    )
    return SavedWords(icon=words.icon, text=text, offer=spasm if loose else None)


def _drink(drink: Drink, diary: Diary) -> SavedWords:
    glasses = len(diary.on(Drink, drink.day))
    return SavedWords(icon="drop", text=_("Glass {n} added.").format(n=glasses))


def _check_in(check_in: CheckIn, _diary: Diary) -> SavedWords:
    day = format_day(check_in.day, "d MMM")
    return SavedWords(icon="evening", text=_("Check-in for {day} saved.").format(day=day))


def _answer(answer: Answer, _diary: Diary) -> SavedWords:
    seen = answer.answer is SignAnswer.CLEARED
    text = _("Noted as seen by a clinician.") if seen else _("Safety answers saved.")
    return SavedWords(icon="info", text=text)


def _note(note: SignalNote, _diary: Diary) -> SavedWords:
    text = {
        SignalAnswer.LATER: _("Put off for a week."),
        SignalAnswer.SHOWN_TO_DOCTOR: _("Noted as shown to a doctor."),
        SignalAnswer.CALLED: _("Noted: I have called."),
        SignalAnswer.SEEN: "",
    }[note.what]
    return SavedWords(icon="signal", text=text)


_ENDS = (c.EndEpisode.label, c.LeaveEndUnknown.label, c.SaveCheckIn.label)
_SAYS: Mapping[type[Record], Callable[..., SavedWords]] = {
    Episode: _episode,
    Reading: _reading,
    Drink: _drink,
    CheckIn: _check_in,
    Answer: _answer,
    SignalNote: _note,
}
