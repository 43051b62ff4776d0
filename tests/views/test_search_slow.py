"""Whatever is typed and whatever is in the diary: the index finds what a slow search finds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from spasmlog.domain.diary import Change, Diary, day_of, sort_key
from spasmlog.domain.moment import DAY_START, Moment
from spasmlog.domain.records import (
    Activity,
    CheckIn,
    Course,
    Drink,
    Episode,
    Profile,
    Reading,
    Record,
    SignalNote,
    Stretch,
    Treatment,
    TreatmentUse,
)
from spasmlog.domain.scales import SignalAnswer
from spasmlog.views.entries import exposure
from spasmlog.views.search import SearchIndex
from spasmlog.views.search_read import Vocabulary, read
from spasmlog.views.search_said import fixed_words
from spasmlog.views.search_terms import Family, Measure, Term
from spasmlog.views.search_text import words_of
from spasmlog.views.search_traits import traits_of
from spasmlog.views.search_words import search_words
from tests.build import utc
from tests.strategies import LETTERS, journals, moments, record_of

NOW = Moment.of(utc("2019-01-03T12:00"), "Europe/Berlin")
TODAY = NOW.diary_day(DAY_START)
TYPED = (
    *("pain>=7", "pain<3", "pain=0", "pain 4-8", "lasted>2h", "dose>=400", "slept<8", "drink>1l"),
    *("today", "yesterday", "2019-01-02", "..2019-01-02", "2019-01-02..", "last 2 days", "2018"),
    *("spasm", "reading", "dose", "water", "walk", "check-in", "visit", "course", "signal"),
    *("left", "right", "both", "leg", "neck", "to calf", "lifting", "stress", "bend worse"),
    *("heat", "ibu", "apap", "notes", "typed later", "running", "no end", "flare", "a", "e", "z"),
    *("aZ", "no", "0", "hips", "an own", "added", '"a z"', '"0 é"', "😀", "漢", "2026-13"),
)
WHEN = moments(timedelta(days=3))
LINKED = (Episode, Reading, TreatmentUse, Episode, Reading, TreatmentUse, CheckIn, Course)
fragments = st.sampled_from(TYPED) | st.text(LETTERS, max_size=4)
questions = st.lists(
    st.tuples(st.sampled_from(["", "", "-"]), fragments).map("".join), max_size=4
).map(" ".join)


@st.composite
def linked(draw: DrawFn) -> tuple[Record, ...]:
    """Spasms, doses and readings of three days, most of them linked to one another."""
    pill = draw(record_of(Treatment, WHEN, "pill"))
    kinds = draw(st.lists(st.sampled_from(LINKED), min_size=2, max_size=8))
    made: list[Record] = [pill]
    for at, kind in enumerate(kinds):
        record = draw(record_of(kind, WHEN, f"{at}"))
        ids = {
            "treatment_id": ["pill"],
            "episode_id": [each.id for each in made if isinstance(each, Episode)],
            "use_id": [each.id for each in made if isinstance(each, TreatmentUse)],
        }
        links = {
            name: draw(st.sampled_from(ids[name]))
            for name in ids
            if hasattr(record, name) and ids[name]
        }
        made.append(replace(record, **links))
    return tuple(made)


entries = journals(WHEN, most=10) | linked()


def says(words: tuple[str, ...], field: str) -> bool:
    """Whether the words follow each other in a field, the last as the beginning of one."""
    there, many = words_of(field), len(words)
    return any(
        there[at : at + many - 1] == words[:-1] and there[at + many - 1].startswith(words[-1])
        for at in range(len(there) - many + 1)
    )


def typed_in(record: Record) -> Iterator[str]:
    """All that a person typed into an entry."""
    for name in ("note", "said", "plan", "who", "dose_text", "side_effect", "routine", "group"):
        yield getattr(record, name, None) or ""
    if not isinstance(record, Treatment):
        yield getattr(record, "name", "")
    for name in ("questions", "options"):
        yield from getattr(record, name, ())


def shown_of(record: Record, diary: Diary) -> Iterator[str]:
    """The words on screen for what it is filed under."""
    for facet in traits_of(record, diary, DAY_START).facets:
        family, value = facet
        if family == Family.CAUSE:
            yield exposure(value, diary)
        elif family == Family.TREATMENT:
            known = diary.get(Treatment, value)
            yield known.name if known else ""
        else:
            yield (fixed_words(facet) or "").replace("|", "")


def measured(record: Record, diary: Diary) -> Iterator[tuple[Measure, float | None]]:
    """Its numbers, each as the record has it."""
    if isinstance(record, Episode):
        yield Measure.PAIN, diary.peak(record)
        if record.resolved is not None:
            took = record.resolved.utc - record.onset.utc
            yield Measure.LASTED, took.total_seconds() / 60
    if isinstance(record, Reading):
        yield Measure.PAIN, record.pain
    if isinstance(record, CheckIn):
        yield from ((Measure.PAIN, record.worst), (Measure.SLEPT, record.sleep_h))
    if isinstance(record, TreatmentUse):
        yield from ((Measure.DOSE, record.dose_mg), (Measure.MINUTES, record.minutes))
    if isinstance(record, Activity):
        yield Measure.MINUTES, record.minutes
    if isinstance(record, Stretch):
        yield Measure.MINUTES, record.seconds / 60
    if isinstance(record, Drink):
        yield Measure.VOLUME, record.volume_ml


def fits(term: Term, record: Record, diary: Diary) -> bool:
    """Whether one entry is what one term asks for, as if it excluded nothing."""
    if term.facets & traits_of(record, diary, DAY_START).facets:
        return True
    words = words_of(term.phrase)
    fields = (*typed_in(record), *shown_of(record, diary))
    if words and any(says(words, field) for field in fields):
        return True
    if term.days is not None:
        day = day_of(record)
        return day is not None and term.days[0] <= day <= term.days[1]
    return any(
        measure is term.measure and value is not None and term.bounds.hold(value)
        for measure, value in measured(record, diary)
    )


def slowly(text: str, diary: Diary) -> tuple[str, ...]:
    """Every entry beside every term; of terms that stand for one another, one is enough."""
    terms = read(text, Vocabulary.of(diary, TODAY, search_words("en")))
    wanted = [each for each in terms if not each.excluded]
    groups = {each.group for each in wanted if each.group is not None}

    def is_meant(record: Record) -> bool:
        if any(each.excluded and fits(each, record, diary) for each in terms):
            return False
        alone = all(fits(each, record, diary) for each in wanted if each.group is None)
        return alone and all(
            any(each.group is group and fits(each, record, diary) for each in wanted)
            for group in groups
        )

    listed = sorted(filter(is_entry, diary.by_id.values()), key=sort_key, reverse=True)
    return tuple(each.id for each in listed if is_meant(each))


def is_entry(record: Record) -> bool:
    """What belongs to a day and is shown there."""
    seen = isinstance(record, SignalNote) and record.what is SignalAnswer.SEEN
    return not isinstance(record, Treatment | Profile) and not seen


def diary_of(records: Iterable[Record]) -> Diary:
    return Diary.of(TODAY, records)


@given(records=entries, asked=st.lists(questions, min_size=1, max_size=4))
def test_the_index_finds_what_a_slow_search_finds(
    records: tuple[Record, ...], asked: list[str]
) -> None:
    diary, index = diary_of(records), SearchIndex()
    index.take(diary)
    for text in asked:
        assert index.find(text, NOW).ids == slowly(text, diary), text


@given(first=entries, second=entries, asked=st.lists(questions, min_size=1, max_size=4))
def test_an_index_follows_from_one_diary_to_another(
    first: tuple[Record, ...], second: tuple[Record, ...], asked: list[str]
) -> None:
    index = SearchIndex()
    for records in (first, second, first):
        diary = diary_of(records)
        index.take(diary)
        assert index.lag(diary) == 0
        for text in asked:
            assert index.find(text, NOW).ids == slowly(text, diary), text


@given(records=linked(), data=st.data())
def test_an_index_follows_every_single_change(
    records: tuple[Record, ...], data: st.DataObject
) -> None:
    diary, index = diary_of(()), SearchIndex()
    asked = ("", "pain>=5", "heat", "a", "no", "treatments -left", data.draw(questions))
    for record in data.draw(st.permutations(records)):
        diary = diary.apply([Change(None, record)])
        index.take(diary)
        for text in asked:
            assert index.find(text, NOW).ids == slowly(text, diary), text
    while diary.by_id:
        gone = data.draw(st.sampled_from(sorted(diary.by_id)))
        diary = diary.apply([Change(diary.by_id[gone], None)])
        index.take(diary)
        for text in asked:
            assert index.find(text, NOW).ids == slowly(text, diary), text


@given(text=st.text(max_size=60) | questions | st.lists(fragments, max_size=9).map("".join))
def test_no_text_is_refused_and_the_same_text_finds_the_same(text: str) -> None:
    index = SearchIndex()
    first = index.find(text, NOW)

    assert index.find(text, NOW) == first
    assert first.ids == ()
