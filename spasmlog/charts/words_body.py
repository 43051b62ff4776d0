"""The places of the body map, as they are called."""

from __future__ import annotations

from spasmlog.i18n import N_, _

_PLACES = {
    "back-neck": N_("back of the neck"),
    "back-upper": N_("upper back"),
    "back-mid": N_("mid back"),
    "back-lower": N_("lower back"),
    "back-buttock": N_("buttock"),
    "back-thigh": N_("back of the thigh"),
    "back-calf": N_("calf"),
    "back-foot": N_("heel"),
    "back-shoulder": N_("back of the shoulder"),
    "back-arm": N_("back of the arm"),
    "front-neck": N_("front of the neck"),
    "front-chest": N_("chest"),
    "front-ribs": N_("ribs"),
    "front-belly": N_("belly"),
    "front-hip": N_("hip and groin"),
    "front-thigh": N_("front of the thigh"),
    "front-shin": N_("shin"),
    "front-foot": N_("top of the foot"),
    "front-shoulder": N_("front of the shoulder"),
    "front-arm": N_("front of the arm"),
}
_SIDED = {"left": N_("{place}, left"), "right": N_("{place}, right")}


def part_name(part: str) -> str:
    """ "lower back, left", as within a sentence; of `BODY_PARTS`."""
    place, _dash, side = part.rpartition("-")
    return _(_SIDED[side]).format(place=_(_PLACES[place]))
