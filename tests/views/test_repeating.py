"""Which dose a key may repeat."""

from __future__ import annotations

from spasmlog.domain.scales import TreatmentKind
from spasmlog.journal.commands import Dose
from spasmlog.views.repeating import is_offered, over_the_packet, why_not_again
from tests.build import diary, treatment, use

TABLETS = treatment("Paracetamol", kind=TreatmentKind.PARACETAMOL)
HEAT = treatment("Warm pack", kind=TreatmentKind.HEAT)
FIVE = [use(0, f"{hour:02}:00", of=TABLETS, dose_mg=1000.0) for hour in (1, 4, 6, 8, 9)]


def test_too_much_of_a_medicine_is_said_in_one_sentence() -> None:
    lived = diary(TABLETS, *FIVE)

    assert over_the_packet(lived) == {TreatmentKind.PARACETAMOL}
    assert not is_offered(Dose(treatment_id=TABLETS.id), lived, over_the_packet(lived))
    assert why_not_again(lived) == (
        "Not logged again: your paracetamol adds up to more than the packet limit for 24 hours."
    )


def test_what_was_taken_last_may_be_repeated_while_it_is_not_the_medicine() -> None:
    lived = diary(TABLETS, HEAT, *FIVE, use(0, "09:30", of=HEAT, dose_mg=None, minutes=20))

    assert why_not_again(lived) == ""


def test_up_to_the_limit_and_without_any_dose_nothing_is_said() -> None:
    assert why_not_again(diary()) == ""
    assert why_not_again(diary(TABLETS, *FIVE[:4])) == ""
    assert over_the_packet(diary(TABLETS, *FIVE[:4])) == frozenset()


def test_one_dose_above_the_limit_is_not_repeated_however_old_it_is() -> None:
    lived = diary(TABLETS, use(9, of=TABLETS, dose_mg=4500.0))

    assert why_not_again(lived) == (
        "Not logged again: 4,500 mg of paracetamol is above the packet limit for 24 hours."
    )
    assert not is_offered(
        Dose(name="Mine", kind=TreatmentKind.PARACETAMOL, dose_mg=4500.0), lived, frozenset()
    )
