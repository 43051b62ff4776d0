"""The publications that the rules rest on, by their numbers in the rule book."""

from __future__ import annotations

from spasmlog.rules.base import Source

FINUCANE = Source(
    1,
    "Finucane 2020",
    "Finucane LM and others. J Orthop Sports Phys Ther 50(7):350-372",
    2020,
    "https://doi.org/10.2519/jospt.2020.9971",
)
NHS_BACK_PAIN = Source(2, "NHS", "NHS, Back pain", None, "https://www.nhs.uk/conditions/back-pain/")
NHS_CORNWALL = Source(
    3,
    "NHS Cornwall",
    "NHS Cornwall, Adult low back pain guidelines",
    None,
    "https://rms.cornwall.nhs.uk/primary_care_clinical_referral_criteria/spinal_neurosurgery/"
    "adult_low_back_pain_guidelines",
)
NICE_NG59 = Source(
    4,
    "NICE NG59",
    "NICE NG59, Low back pain and sciatica in over 16s",
    None,
    "https://www.nice.org.uk/guidance/ng59",
)
NICE_NG65 = Source(
    5,
    "NICE NG65",
    "NICE NG65, Spondyloarthritis in over 16s",
    None,
    "https://www.nice.org.uk/guidance/ng65",
)
QASEEM = Source(
    9,
    "Qaseem 2017",
    "Qaseem A and others. Ann Intern Med 166(7):514-530",
    2017,
    "https://doi.org/10.7326/M16-2367",
)
TREEDE = Source(
    10,
    "Treede 2019",
    "Treede RD and others. Pain 160(1):19-27",
    2019,
    "https://doi.org/10.1097/j.pain.0000000000001384",
)
STANTON = Source(
    12,
    "Stanton 2011",
    "Stanton TR and others. Eur Spine J 20(5):744-752",
    2011,
    "https://doi.org/10.1007/s00586-010-1671-8",
)
OSTELO = Source(
    14,
    "Ostelo 2008",
    "Ostelo RWJG and others. Spine 33(1):90-94",
    2008,
    "https://doi.org/10.1097/BRS.0b013e31815e3a10",
)
DA_SILVA = Source(
    15,
    "da Silva 2019",
    "da Silva T and others. J Physiother 65(3):159-165",
    2019,
    "https://doi.org/10.1016/j.jphys.2019.04.010",
)
LABELS = Source(
    20,
    "US drug labels",
    "Drug labels (ibuprofen, naproxen sodium), US National Library of Medicine",
    None,
    "https://dailymed.nlm.nih.gov/",
)
NHS_PARACETAMOL = Source(
    22,
    "NHS",
    "NHS, Paracetamol for adults",
    None,
    "https://www.nhs.uk/medicines/paracetamol-for-adults/",
)
