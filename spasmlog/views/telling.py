"""What a spasm may be telling: general words, with sources, that know nothing of the person."""

from __future__ import annotations

from dataclasses import dataclass

from spasmlog.i18n import N_, _
from spasmlog.rules import DISCLAIMER, Assessment, Level, Source
from spasmlog.rules.sources import DA_SILVA, EFSA, GARBER, NICE_NG59, QASEEM
from spasmlog.views.rule_page import Publication, publications


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A paragraph under its own short name. `sure` is how far it can be trusted, where it differs.

    The texts are marked for translation until `telling_view` puts them into words.
    """

    name: str
    text: str
    sure: str = ""
    sources: tuple[Source, ...] = ()

    @property
    def cited(self) -> str:
        """The text, and its sources by their numbers: "... [4] [9]"."""
        return " ".join((self.text, *(f"[{each.number}]" for each in self.sources)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading, what is said first and last, and the paragraphs between."""

    heading: str
    items: tuple[Item, ...]
    last: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TellingView:
    """The page. `away`: something asks for help now, and only that is said."""

    title: str
    lead: str
    help: str
    main: tuple[Section, ...]
    beside: tuple[Section, ...]
    publications: tuple[Publication, ...]
    note: str
    away: bool


TITLE = N_("What a spasm may be telling you")
LEAD = N_(
    "This page is about spasms in general. It cannot say what is behind any one of them, and it "
    "is not a diagnosis."
)
HELP = N_(
    "Numbness between the legs, new trouble with bladder or bowels, or weakness in both legs: get "
    "help at once. The same goes for the other emergency signs."
)
AWAY = N_("Something you entered asks for help now. This page waits until that is dealt with.")

KINDS = Section(
    heading=N_("Two kinds of spasm"),
    items=(
        Item(
            name=N_("A muscle that protects itself"),
            text=N_(
                "A muscle that has worked hard, been strained or been held still for long can "
                "tighten to guard the back. Most new back pain eases with time."
            ),
            sources=(QASEEM,),
        ),
        Item(
            name=N_("A mechanical problem underneath"),
            text=N_(
                "A muscle can also tighten to shield what lies beneath it: a worn joint of the "
                "spine, a disc, or a nerve with too little room. Such a spasm tends to return. To "
                "tell the two apart takes an examination, and even then it is often not possible."
            ),
            sure=N_("doctors differ, see 'Where advice differs'"),
        ),
    ),
)
STEPS = Section(
    heading=N_("What usually settles the first kind"),
    items=(
        Item(
            name=N_("Ease off what provokes it"),
            text=N_("Leave or lighten what brings it on, for now. Staying in bed is not needed."),
            sources=(NICE_NG59, QASEEM),
        ),
        Item(
            name=N_("Keep gently moving"),
            text=N_("Walk or move about a little, as far as the pain allows."),
            sources=(NICE_NG59, QASEEM),
        ),
        Item(
            name=N_("Drink"),
            text=N_(
                "Have a glass of water if you have had little today. If you have been told to "
                "limit fluids, keep to that."
            ),
        ),
        Item(
            name=N_("Stretch lightly"),
            text=N_(
                "Hold a gentle stretch for 10 to 30 seconds, to where it feels tight but does not "
                "hurt. Leave it if the pain gets worse."
            ),
            sources=(GARBER,),
        ),
        Item(
            name=N_("Heat or cold"),
            text=N_(
                "Whichever feels better, for a short while and through a cloth. Keep both away "
                "from skin that is numb."
            ),
            sources=(QASEEM,),
        ),
    ),
    last=N_("If it does not ease, or if you are worried, ask a doctor or a pharmacist."),
)
RETURNS = Section(
    heading=N_("When it comes back, or goes on"),
    items=(
        Item(
            name=N_("Coming back is common"),
            text=N_(
                "About 7 in 10 people who get over low back pain have it again within a year. By "
                "itself that is no warning sign."
            ),
            sources=(DA_SILVA,),
        ),
        Item(
            name=N_("What it may point to"),
            text=N_(
                "A spasm that returns after treatment, or pain that lasts for weeks, may point to "
                "worn joints of the spine, worn or bulging discs, or a canal that has become "
                "narrow. Often none of these is found."
            ),
            sources=(NICE_NG59, QASEEM),
        ),
        Item(
            name=N_("What a doctor may look at"),
            text=N_(
                "How it began and what eases it. How the back moves. Strength, feeling and "
                "reflexes. Scans only where the result would change what is done."
            ),
            sources=(NICE_NG59,),
        ),
        Item(
            name=N_("What a doctor may offer"),
            text=N_(
                "Most often exercise and physiotherapy, with medicines for a time. Injections are "
                "for some problems only. Surgery is rare."
            ),
            sources=(NICE_NG59, QASEEM),
        ),
    ),
)
DIFFERS = Section(
    heading=N_("Where advice differs"),
    items=(
        Item(
            name=N_("Rest, or keep active"),
            text=N_(
                "Common advice is to rest. Guidelines say to stay as active as the pain allows."
            ),
            sure=N_("quite sure, for the low back"),
            sources=(NICE_NG59, QASEEM),
        ),
        Item(
            name=N_("Drinking more"),
            text=N_(
                "Spasms are often put down to drinking too little. Trials have looked at cramps "
                "in sport, with mixed results. We know of none on back spasms. More than a usual "
                "amount has not been shown to help."
            ),
            sure=N_("not sure, the evidence is weak; the source is for a usual amount"),
            sources=(EFSA,),
        ),
        Item(
            name=N_("Stretching"),
            text=N_(
                "It makes the body more supple, and can ease a cramp. That it keeps back spasms "
                "away is not well shown."
            ),
            sure=N_("sure for suppleness, not for spasms"),
            sources=(GARBER,),
        ),
        Item(
            name=N_("Heat or cold"),
            text=N_(
                "Heat has helped a little in trials of new back pain. For cold there is little to "
                "go by."
            ),
            sure=N_("fairly sure of heat, not of cold"),
            sources=(QASEEM,),
        ),
        Item(
            name=N_("A mechanical problem, or none"),
            text=N_(
                "The two kinds above are one way to see it. Guidelines find that most back pain "
                "cannot be put down to one part of the spine. They advise against scans as a "
                "matter of course."
            ),
            sure=N_("doctors differ"),
            sources=(NICE_NG59, QASEEM),
        ),
    ),
)
SURE = Section(
    heading=N_("How sure anyone is"),
    items=(
        Item(
            name="",
            text=N_(
                "Most of this comes from guidelines and from studies of groups of people, mostly "
                "with low back pain. Less is known about the neck and the upper back. Nobody can "
                "be sure for one person. That the steps make a spasm shorter is not proven."
            ),
        ),
    ),
)
MAIN, BESIDE = (KINDS, STEPS, RETURNS), (DIFFERS, SURE)


def telling_view(assessment: Assessment | None) -> TellingView:
    """The page; put away while an emergency stands."""
    away = emergency_stands(assessment)
    used = (source for part in (*MAIN, *BESIDE) for item in part.items for source in item.sources)
    return TellingView(
        title=_(TITLE),
        lead="" if away else _(LEAD),
        help=_(AWAY) if away else _(HELP),
        main=() if away else tuple(map(_section, MAIN)),
        beside=() if away else tuple(map(_section, BESIDE)),
        publications=() if away else publications(used),
        note=_(DISCLAIMER),
        away=away,
    )


def emergency_stands(assessment: Assessment | None) -> bool:
    """Whether something asks for help now, beside which nothing is coached."""
    return assessment is not None and assessment.highest_level is Level.EMERGENCY


def _section(part: Section) -> Section:
    return Section(
        heading=_(part.heading),
        items=tuple(map(_item, part.items)),
        last=_(part.last) if part.last else "",
    )


def _item(item: Item) -> Item:
    return Item(
        name=_(item.name) if item.name else "",
        text=_(item.text),
        sure=_("How sure: {sure}.").format(sure=_(item.sure)) if item.sure else "",
        sources=item.sources,
    )
