"""How records are said on every page: one line each, with their time, place and amount."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from spasmlog.analysis.places import side_of
from spasmlog.domain.diary import Diary, day_of
from spasmlog.domain.moment import Moment
from spasmlog.domain.records import (
    Activity,
    Answer,
    CheckIn,
    Course,
    Drink,
    Episode,
    Experiment,
    Factor,
    Profile,
    Reading,
    Record,
    Score,
    SignalNote,
    Stretch,
    Treatment,
    TreatmentUse,
    Visit,
)
from spasmlog.domain.scales import EMERGENCY_SIGNS, Intensity, OnsetExact, ReadingWord
from spasmlog.i18n import _, format_clock, format_day
from spasmlog.rules.signs import WORDS as SIGNS
from spasmlog.views import names
from spasmlog.views.amounts import (
    duration,
    in_sentence,
    mg_words,
    minutes_words,
    seconds_words,
    sentence,
    volume,
)
from spasmlog.views.score_names import instrument_name, score_words

LATER = timedelta(minutes=10)
"""Typed so long after it happened, an entry says when it was typed (our own choice)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordWords:
    """One record in one line. `icon` is a drawing's name; `value` stands at the far side."""

    icon: str
    text: str
    value: str = ""


def lasted(spasm: Episode) -> str:
    """How long a spasm took; empty while that is not known."""
    return "" if spasm.resolved is None else duration(spasm.resolved.utc - spasm.onset.utc)


def amount(use: TreatmentUse) -> str:
    """What was taken: "400 mg, 1 tablet", "20 min"; empty where nothing was typed."""
    parts = [mg_words(use.dose_mg)] if use.dose_mg is not None else []
    if use.dose_text:
        parts.append(use.dose_text)
    if use.minutes is not None:
        parts.append(minutes_words(use.minutes))
    return ", ".join(parts)


def place(spasm: Episode) -> str:
    """ "lower back, left, down to the calf", as said or marked; empty where nothing was."""
    region, side = spasm.place, side_of(spasm)
    parts = (
        names.region(region) if region else "",
        names.side(side) if side else "",
        names.spread(spasm.spread) if spasm.spread else "",
    )
    return ", ".join(filter(None, parts))


def exposure(name: str, diary: Diary) -> str:
    """A built-in exposure, one of the person's own, or an option of an experiment."""
    built_in = names.exposure(name)
    if built_in:
        return built_in
    factor = diary.get(Factor, name)
    return factor.name if factor else name.rpartition(":")[2]


def treatment_name(use: TreatmentUse, diary: Diary) -> str:
    """As the catalogue has it, or the kind where the entry is gone."""
    known = diary.get(Treatment, use.treatment_id)
    return known.name if known else sentence(names.kind(use.kind))


def at_clock(moment: Moment) -> str:
    """What the clock on the wall showed: "19:05"."""
    return format_clock(moment.clock)


def clock_of(record: Record) -> str:
    """When it happened: "19:05"; empty for what belongs to a whole day."""
    at = _moment_of(record)
    return "" if at is None else at_clock(at)


def date_of(record: Record) -> date | None:
    """The date on the calendar at that clock time: of a night, that is the day after its diary day.

    What has no clock time has the date of its diary day.
    """
    at = _moment_of(record)
    return day_of(record) if at is None else at.clock.date()


def _moment_of(record: Record) -> Moment | None:
    if isinstance(record, Episode):
        return None if record.onset_exact is OnsetExact.DAY else record.onset
    at: Moment | None = getattr(record, "at", None)
    return at


def added_later(record: Record) -> str:
    """ "added later, at 12:02", or empty where it was typed when it happened."""
    at = record.onset if isinstance(record, Episode) else getattr(record, "at", None)
    typed = record.recorded_at
    if at is None or typed.utc - at.utc < LATER:
        return ""
    time = at_clock(typed)
    if typed.clock.date() == at.clock.date():
        return _("added later, at {time}").format(time=time)
    day = format_day(typed.clock.date(), "d MMM")
    return _("added later, on {day} at {time}").format(day=day, time=time)


def record_words(record: Record, diary: Diary) -> RecordWords:
    """One record in one line, whatever its kind."""
    return _SAID[type(record)](record, diary)


def _episode(spasm: Episode, diary: Diary) -> RecordWords:
    peak = diary.peak(spasm)
    began = _("Spasm began") if spasm.is_running else _("Spasm")
    text = ", ".join(filter(None, (began, place(spasm), lasted(spasm))))
    return RecordWords(icon="spasm", text=text, value="" if peak is None else str(peak))


def _reading(reading: Reading, diary: Diary) -> RecordWords:
    if reading.word is ReadingWord.NO_SPASM:
        return RecordWords(icon="today", text=_("No spasm so far"))
    use = diary.get(TreatmentUse, reading.use_id)
    number = "" if reading.pain is None else str(reading.pain)
    if use is None:
        word = names.relief(reading.word) if reading.word else ""
        return RecordWords(
            icon="body", text=_("Pain"), value=", ".join(filter(None, (word, number)))
        )
    after = _("Relief check, {time} after {treatment}").format(
        time=duration(reading.at.utc - use.at.utc),
        treatment=in_sentence(treatment_name(use, diary)),
    )
    return RecordWords(icon="clock", text=after, value=_relief(reading, use, diary))


def _relief(reading: Reading, use: TreatmentUse, diary: Diary) -> str:
    """ "a little, 7 to 6": the word, and the number before the dose beside the one after."""
    parts = [names.relief(reading.word)] if reading.word else []
    if reading.pain is not None:
        before = pain_before(use, diary)
        now = str(reading.pain)
        parts.append(now if before is None else _("{a} to {b}").format(a=before, b=now))
    return ", ".join(parts)


def pain_before(use: TreatmentUse, diary: Diary) -> int | None:
    """The last number of the spasm that a dose was taken for, at or before the dose."""
    spasm = diary.get(Episode, use.episode_id)
    if spasm is None:
        return None
    readings = diary.linked_readings(spasm.id)
    earlier = [each.pain for each in readings if each.pain is not None and each.at <= use.at]
    return earlier[-1] if earlier else spasm.peak


def _drink(drink: Drink, _diary: Diary) -> RecordWords:
    return RecordWords(icon="drop", text=_("Water"), value=volume(drink.volume_ml))


def _activity(done: Activity, _diary: Diary) -> RecordWords:
    usual = done.intensity is Intensity.MODERATE
    words = (names.activity(done.kind), "" if usual else names.intensity(done.intensity))
    text = ", ".join(filter(None, words))
    return RecordWords(icon="walk", text=text, value=minutes_words(done.minutes))


def _stretch(done: Stretch, _diary: Diary) -> RecordWords:
    words = ", ".join(filter(None, (done.routine or _("Stretching"), done.group)))
    return RecordWords(icon="stretch", text=words, value=seconds_words(done.seconds))


def _use(use: TreatmentUse, diary: Diary) -> RecordWords:
    icon = names.kind_icon(use.kind)
    return RecordWords(icon=icon, text=treatment_name(use, diary), value=amount(use))


def _check_in(check_in: CheckIn, _diary: Diary) -> RecordWords:
    worst = "" if check_in.worst is None else _("worst {n}").format(n=check_in.worst)
    return RecordWords(icon="evening", text=_("Evening check-in"), value=worst)


def _answer(answer: Answer, _diary: Diary) -> RecordWords:
    icon = "emergency" if answer.sign in EMERGENCY_SIGNS else "info"
    text = sentence(_(SIGNS[answer.sign].short))
    return RecordWords(icon=icon, text=text, value=names.sign_answer(answer.answer))


def _course(course: Course, diary: Diary) -> RecordWords:
    known = diary.get(Treatment, course.treatment_id)
    text = ", ".join(filter(None, (known.name if known else _("Treatment"), course.plan)))
    return RecordWords(icon="pill", text=_("Course: {what}").format(what=text))


def _visit(visit: Visit, _diary: Diary) -> RecordWords:
    return RecordWords(icon="phone", text=", ".join(filter(None, (_("Visit"), visit.who))))


def _score(score: Score, _diary: Diary) -> RecordWords:
    name = instrument_name(score.instrument)
    return RecordWords(icon="table", text=name, value=score_words(score))


def _note(note: SignalNote, _diary: Diary) -> RecordWords:
    text = _("Signal {rule}").format(rule=note.rule)
    return RecordWords(icon="signal", text=text, value=names.signal_answer(note.what))


def _treatment(treatment: Treatment, _diary: Diary) -> RecordWords:
    usual = treatment.usual_dose_mg
    icon = names.kind_icon(treatment.kind)
    return RecordWords(
        icon=icon, text=treatment.name, value="" if usual is None else mg_words(usual)
    )


def _factor(factor: Factor, _diary: Diary) -> RecordWords:
    return RecordWords(icon="search", text=factor.name)


def _experiment(experiment: Experiment, _diary: Diary) -> RecordWords:
    return RecordWords(
        icon="calendar",
        text=_("{a} or {b}").format(a=experiment.options[0], b=experiment.options[1]),
    )


def _profile(_profile: Profile, _diary: Diary) -> RecordWords:
    return RecordWords(icon="settings", text=_("Profile"))


_SAID: Mapping[type[Record], Callable[..., RecordWords]] = {
    Episode: _episode,
    Reading: _reading,
    Drink: _drink,
    Activity: _activity,
    Stretch: _stretch,
    TreatmentUse: _use,
    CheckIn: _check_in,
    Answer: _answer,
    Course: _course,
    Visit: _visit,
    Score: _score,
    SignalNote: _note,
    Treatment: _treatment,
    Factor: _factor,
    Experiment: _experiment,
    Profile: _profile,
}
