"""A common painkiller is never kept as something else: its packet limit goes by the kind."""

from __future__ import annotations

import pytest

from spasmlog.domain.records import Treatment
from spasmlog.domain.scales import TreatmentKind
from spasmlog.journal import commands as c
from spasmlog.journal.journal import Journal
from spasmlog.journal.medicine_names import OtherKind, kind_named

KINDS = TreatmentKind


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Paracetamol", KINDS.PARACETAMOL),
        (" ACETAMINOPHEN 500 mg", KINDS.PARACETAMOL),
        ("ibuprofen (400)", KINDS.IBUPROFEN),
        ("Naproxen", KINDS.NAPROXEN_SODIUM),
        ("Ibuprofen gel", None),
        ("Diclofenac", None),
        ("Heat", None),
        ("500", None),
        ("", None),
    ],
)
def test_a_name_stands_for_its_kind_with_or_without_an_amount(
    name: str, kind: TreatmentKind | None
) -> None:
    assert kind_named(name) is kind


@pytest.mark.parametrize(
    "command",
    [
        c.AddTreatment(name="Paracetamol", kind=KINDS.PHYSIOTHERAPY),
        c.LogUse(dose=c.Dose(name="paracetamol", kind=KINDS.PHYSIOTHERAPY, dose_mg=500.0)),
        c.LogEpisode(doses=(c.Dose(name="Ibuprofen 400", kind=KINDS.OTHER_MEDICINE),)),
    ],
)
def test_another_kind_is_refused_and_the_fitting_one_offered(
    journal: Journal, command: c.Command
) -> None:
    with pytest.raises(OtherKind, match="as its kind, or change the name") as refused:
        journal.do(command)

    assert refused.value.fitting in (KINDS.PARACETAMOL, KINDS.IBUPROFEN)
    assert journal.diary.by_id == {}


def test_prescribed_naproxen_may_be_another_anti_inflammatory(journal: Journal) -> None:
    journal.do(c.AddTreatment(name="Naproxen", kind=KINDS.NSAID))

    assert [each.kind for each in journal.diary.treatments] == [KINDS.NSAID]


def test_a_change_of_name_or_kind_is_asked_about_and_other_changes_are_not(
    journal: Journal,
) -> None:
    journal.do(c.AddTreatment(name="Rub", kind=KINDS.MASSAGE))
    (rub,) = journal.diary.treatments

    with pytest.raises(OtherKind):
        journal.do(c.Edit(record_id=rub.id, fields=(("name", "Paracetamol"),)))

    journal.do(c.Edit(record_id=rub.id, fields=(("regular", True),)))
    assert [(each.name, each.regular) for each in journal.diary.of_kind(Treatment)] == [
        ("Rub", True)
    ]
