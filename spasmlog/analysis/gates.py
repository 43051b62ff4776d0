"""Every threshold of the analyses in one place: what a number needs before it is shown or judged.

All of them are our own choice, unless they stand in `PUBLISHED`.
"""

from __future__ import annotations

from fractions import Fraction

LEVEL = 0.95
"""Of every interval."""
P_AT_MOST = 0.05
"""A verdict needs a p (or q) of at most this."""

POINTS = 1.0
"""Pain: the smallest meaningful difference between means of many days."""
RATE_FACTOR = 2.0
"""Spasm rate: a halving or a doubling is meaningful."""
SHARE_POINTS = 0.20
"""Shares, as of spasms eased within two hours: the smallest meaningful difference."""

COVERAGE = Fraction(1, 2)
"""The share of days that must be logged in each period before two are compared."""
COVERAGE_APART = Fraction(1, 5)
"""Shares of logged days further apart than this are not compared."""
UNNUMBERED = Fraction(1, 5)
"""Where more of the logged days than this are pain days without a number, no mean is given."""

WEEK_DAYS = 4
"""Days with a number that a week needs before its mean is drawn."""
LINE_WEEKS = 4
"""Consecutive weeks in the mean of the line over the weekly course."""

RATE_DAYS = 14
"""Logged days before a spasm rate is shown."""
RATE_WINDOW = 28
"""Days of each of the rates that are drawn beside each other."""
RUNS_WEEKS = 8
RUNS_FROM = 1.5
"""Full weeks, and a dispersion above which spasms are said to come in runs."""

FORTNIGHT_DAYS = 7
"""Days with a number that 14 days need for the trend."""
TREND_FORTNIGHTS = 6
"""Usable fortnights of a trend; the twelve weeks follow, a fortnight being two."""
TREND_SPAN = 13
"""Fortnights (26 weeks) over which a slope is read as points, or the observed span if longer."""

PERIOD_DAYS = 60
"""The length of each of the two periods compared."""
R1_PAIRS = 20
"""Pairs of consecutive days before their correlation is believed."""
R1_SHORT = 0.5
"""Up to this correlation the short block is long enough."""
BLOCK_SHORT, BLOCK_LONG = 12, 15
"""Days of a block: 5 v 5, or 4 v 4."""
BLOCKS_EACH, BLOCKS_TOGETHER = 3, 7
"""Blocks that count, on each side and together."""
STEADY_LOOKS = 4
"""A verdict that held at so many weekly looks is called steady."""

WEEKDAY_POINTS = 0.5
"""Average pains of weekdays that lie closer together than this differ too little to matter."""
HOURS_ONSETS = 20
"""Onsets in waking hours before the bands of the day are judged."""
BAND_EXCESS = 1.5
"""The fullest band must hold so many times its share."""
MEAN_HOUR_FROM = 0.3
"""A mean hour with a shorter resultant is not shown."""
ROUNDED_SHARE = Fraction(1, 2)
"""Times on the full hour, from which on the times are said to be rounded."""
WEEKDAY_WEEKS, WEEKDAY_DAYS = 8, 4
"""Weeks, and logged days in each, before weekdays are compared."""
WEEKDAY_ONSETS = 20
"""Days with an onset before their weekdays are compared."""

EASED_POINTS, EASED_PERCENT = 2, 30
"""Eased: lower by so many points and by this share of the pain before."""
EASED_FROM = 3
"""Pain before; below it a drop of two points is no longer told from chance."""
BEFORE_MIN, BEFORE_LATE_MIN = 60, 5
"""The reading before: minutes before a treatment, and after it."""
COMBINED_MIN = 30
"""A second, different treatment within so many minutes makes a combination."""
FOLLOW_HOURS = 48
"""Without a reading in so many hours nothing is known of what came after."""
LATER_MIN, LATER_FROM_MIN, LATER_TO_MIN = 120, 60, 240
"""Two hours later: the reading nearest to it, within one to four hours."""
SAME_DELAY_MIN, SAME_PAIN = 30, 1
"""A comparable spasm: at the same time since its onset, with the same pain, give or take these."""
EASING_USES = 5
"""Uses with a reading afterwards before a summary is given; dots only, below."""
EASING_BAND_USES = 10
"""Uses before a band is drawn around the curve."""
COMPARED_EACH = 5
"""Comparable spasms on each side before treated and left alone are compared."""
UNLIKE_KNOWN = Fraction(1, 5)
"""Shares with a number within two hours that differ by more forbid comparing two sets."""
RELIEF_STEP_MIN = 10
"""Minutes from one point of the median line to the next."""

SAME_SPASM_HOURS = 24
"""An onset sooner after the previous end in the same place belongs to the same spasm."""
RETURN_HOURS, RETURN_PEAK = 24, 3
"""A return: a spasm of this strength, so many hours later or more."""
GAP_DAYS = 14
"""So many days in a row without an entry end what is known of a clock."""
SPASM_CLOCK_DAYS = 90
"""How long a treated spasm is followed."""
CURVE_CLOCKS, MEDIAN_CLOCKS, BAND_CLOCKS = 3, 5, 8
"""Clocks before a curve is drawn, a middle value given, and limits with it."""
MILESTONES = (7, 14, 30)
"""Days at which the share still free of spasm is told."""
LOGRANK_CLOCKS, LOGRANK_RETURNS = 8, 5
"""Clocks, and returns among them, of each treatment before two are compared."""
COMPARED_DAY = 30
"""The day at which two treatments must differ by a meaningful share."""

TRUST_DAYS = 90
"""How far back the trust strip looks."""
AFTER_HOURS = 4
"""A reading within so many hours of a treatment counts as one after it."""
EDGE_DAYS = 10
"""Days next to gaps, and away from them, before the two are compared."""
EDGE_POINTS = 0.5
"""A smaller difference beside gaps is passed over in silence."""
ONSET_CHECK_INS = Fraction(1, 5)
"""Check-ins on days with an onset and on all days that differ by more than this are printed."""
PLACES_SPASMS = 5
"""Spasms with a place before one of them is shaded darker than another."""
MEMORY_SHARE = Fraction(1, 2)
"""With a larger share of check-ins typed later, the board's verdicts carry "mostly from memory"."""

PUBLISHED: frozenset[str] = frozenset({"EASED_POINTS", "EASED_PERCENT"})
"""The names of those that a source gives: Ostelo 2008."""
