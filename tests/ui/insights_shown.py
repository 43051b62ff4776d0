"""The Insights page in a scrolled place, with hands; and journals that it has much to say of."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from spasmlog.charts import Prepared
from spasmlog.charts.picture import Picture
from spasmlog.charts.span import Span
from spasmlog.domain.diary import Diary
from spasmlog.domain.records import Record, Treatment
from spasmlog.domain.scales import Region
from spasmlog.rules import assess
from spasmlog.ui.insights_chart import ChartCard
from spasmlog.ui.insights_over_time import OverTime
from spasmlog.ui.insights_page import InsightsPage
from spasmlog.ui.insights_treatments import Treatments
from spasmlog.ui.look import Look
from spasmlog.ui.tasks import Tasks
from spasmlog.views.insights import ALL, InsightsView, insights_view
from tests.build import check_in, diary, episode, reading, treatment, use
from tests.ui.kit.seen import put_up
from tests.views.lives import IBUPROFEN, comes_back, not_settled


class Shown:
    """The page in a scrolled place, with where it wanted to go."""

    def __init__(self, look: Look, qtbot: QtBot, size: tuple[int, int] = (1048, 700)) -> None:
        self._qtbot = qtbot
        self.tasks = Tasks()
        self.page = InsightsPage(look, self.tasks)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setWidget(self.page)
        self.area.resize(*size)
        put_up(self.area, qtbot)
        self.wanted: list[object] = []
        self.drawn = 0
        self.page.wanted.connect(self.wanted.append)

    def show(self, view: InsightsView) -> None:
        """Show this, and wait until all cards are made."""
        self.page.show_view(view)
        self._qtbot.waitUntil(lambda: self.page.complete, timeout=60_000)
        if not self.drawn:
            self.overview.figure.drawn.connect(self._count)
        QApplication.processEvents()

    def finish(self) -> None:
        """Wait until nothing is being worked out or drawn any more."""
        self._qtbot.waitUntil(lambda: not self.tasks.busy, timeout=60_000)

    def turn_to(self, tab: str) -> None:
        press(self.control(f"Question: {tab}"))
        self._qtbot.waitUntil(lambda: self.page.complete, timeout=60_000)
        QApplication.processEvents()

    def control(self, name: str) -> QWidget:
        (found,) = (
            each
            for each in self.page.findChildren(QWidget)
            if each.accessibleName() == name and each.isVisible()
        )
        return found

    @property
    def over_time(self) -> OverTime:
        tab = self.page.tabs["over_time"]
        assert isinstance(tab, OverTime)
        return tab

    @property
    def treatments(self) -> Treatments:
        tab = self.page.tabs["treatments"]
        assert isinstance(tab, Treatments)
        return tab

    @property
    def overview(self) -> ChartCard:
        return self.over_time.charts["overview"]

    def prepared(self, chart: str) -> Prepared:
        """A chart of the tab that is shown, as it was worked out."""
        found = self.page.tab.charts[chart].figure.prepared
        assert found is not None
        return found

    @property
    def picture(self) -> Picture:
        picture = self.overview.figure.canvas.picture
        assert picture is not None
        return picture

    @property
    def span(self) -> Span:
        assert self.picture.span is not None
        return self.picture.span

    def _count(self) -> None:
        self.drawn += 1


def view_of(lived: Diary) -> InsightsView:
    return insights_view(lived, assess(lived))


def both() -> Diary:
    return diary(*not_settled().by_id.values(), *comes_back().by_id.values())


def long_life() -> Diary:
    """Two years of entries, two days of three."""
    return diary(*(check_in(ago, ago % 5) for ago in range(730) if ago % 3))


def press(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def choose(shown: Shown, days: int) -> None:
    """Press the words of a stretch of days."""
    text = {30: "30 days", 90: "90 days", 365: "1 year", ALL: "All"}[days]
    press(shown.control(f"Days shown: {text}"))


def treated(days_ago: int, of: Treatment, region: Region = Region.LOW_BACK) -> tuple[Record, ...]:
    """A spasm that eased after this was used for it."""
    spasm = episode(days_ago, hours=3, region=region)
    return (
        spasm,
        reading(days_ago, "09:20", 6, episode_id=spasm.id),
        use(days_ago, of=of, spasm=spasm),
        reading(days_ago, "10:30", 2, episode_id=spasm.id),
    )


HEAT = treatment("Heat", usual_dose_mg=None)


def treated_life() -> Diary:
    """Ibuprofen six times in the low back, heat twice in the neck."""
    back = (each for ago in range(5, 65, 10) for each in treated(ago, IBUPROFEN))
    neck = (each for ago in (7, 47) for each in treated(ago, HEAT, region=Region.NECK))
    return diary(IBUPROFEN, HEAT, *back, *neck, *(check_in(ago) for ago in range(80)))
