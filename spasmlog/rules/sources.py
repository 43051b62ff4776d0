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
SERLIN = Source(
    6,
    "Serlin 1995",
    "Serlin RC and others. Pain 61(2):277-284",
    1995,
    "https://doi.org/10.1016/0304-3959(94)00178-H",
)
PALOS = Source(
    7,
    "Palos 2006",
    "Palos GR and others. J Pain 7(1):49-56",
    2006,
    "https://doi.org/10.1016/j.jpain.2005.07.012",
)
BOONSTRA = Source(
    8,
    "Boonstra 2016",
    "Boonstra AM and others. Front Psychol 7:1466",
    2016,
    "https://doi.org/10.3389/fpsyg.2016.01466",
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
DEYO = Source(
    11,
    "Deyo 2014",
    "Deyo RA and others. J Pain 15(6):569-585",
    2014,
    "https://doi.org/10.1016/j.jpain.2014.03.005",
)
STANTON = Source(
    12,
    "Stanton 2011",
    "Stanton TR and others. Eur Spine J 20(5):744-752",
    2011,
    "https://doi.org/10.1007/s00586-010-1671-8",
)
DE_VET = Source(
    13,
    "de Vet 2002",
    "de Vet HCW and others. Spine 27(21):2409-2416",
    2002,
    "https://journals.lww.com/spinejournal/Fulltext/2002/11010/"
    "Episodes_of_Low_Back_Pain__A_Proposal_for_Uniform.16.aspx",
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
DAHLHAMER = Source(
    16,
    "Dahlhamer 2018",
    "Dahlhamer J and others. MMWR 67(36):1001-1006",
    2018,
    "https://doi.org/10.15585/mmwr.mm6736a2",
)
COSTA_CLIN_J_PAIN = Source(
    17,
    "Costa 2021",
    "Costa N and others. Clin J Pain 37(5):313-320",
    2021,
    "https://research.monash.edu/en/publications/"
    "low-back-pain-flares-how-do-they-differ-from-an-increase-in-pain",
)
COSTA_EUR_SPINE_J = Source(
    18,
    "Costa 2021 (Eur Spine J)",
    "Costa N and others. Eur Spine J 30",
    2021,
    "https://doi.org/10.1007/s00586-021-06730-6",
)
SEN = Source(
    19,
    "Sen 1968",
    "Sen PK. J Am Stat Assoc 63:1379-1389",
    1968,
    "https://doi.org/10.1080/01621459.1968.10480934",
)
MANN_KENDALL = Source(
    None,
    "Mann 1945 and Kendall 1975",
    "Mann HB. Econometrica 13(3):245-259, 1945; Kendall MG. Rank Correlation Methods. Griffin",
    1975,
    "https://doi.org/10.2307/1907187",
)
LABELS = Source(
    20,
    "US drug labels",
    "Drug labels (ibuprofen, naproxen sodium, cyclobenzaprine), US National Library of Medicine",
    None,
    "https://dailymed.nlm.nih.gov/",
)
ICHD_3 = Source(
    21,
    "ICHD-3 2018",
    "International Headache Society, ICHD-3. Cephalalgia 38(1):1-211",
    2018,
    "https://ichd-3.org/",
)
NHS_PARACETAMOL = Source(
    22,
    "NHS",
    "NHS, Paracetamol for adults",
    None,
    "https://www.nhs.uk/medicines/paracetamol-for-adults/",
)
EFSA = Source(
    23,
    "EFSA 2010",
    "European Food Safety Authority. EFSA Journal 8(3):1459",
    2010,
    "https://doi.org/10.2903/j.efsa.2010.1459",
)
WHO = Source(
    24,
    "WHO 2020",
    "World Health Organization, Guidelines on physical activity and sedentary behaviour",
    2020,
    "https://www.who.int/publications/i/item/9789240015128",
)
GARBER = Source(
    25,
    "ACSM, Garber 2011",
    "Garber CE and others. Med Sci Sports Exerc 43(7):1334-1359",
    2011,
    "https://doi.org/10.1249/MSS.0b013e318213fefb",
)
NIST = Source(
    27,
    "NIST/SEMATECH",
    "NIST/SEMATECH e-Handbook of Statistical Methods, Counts control charts",
    None,
    "https://www.itl.nist.gov/div898/handbook/pmc/section3/pmc331.htm",
)
