"""The doctor's pages. May not see Qt or the store; only `pdf` may know the PDF engine.

Neither the engine nor the charts are loaded before a page is made.
"""

from __future__ import annotations

from spasmlog.report.blocks import NameShown, Options, Paper, Report, as_text
from spasmlog.report.sections import Preset, Section
from spasmlog.report.whole import prepared, report_pages, report_pdf

__all__ = [
    "NameShown",
    "Options",
    "Paper",
    "Preset",
    "Report",
    "Section",
    "as_text",
    "prepared",
    "report_pages",
    "report_pdf",
]
